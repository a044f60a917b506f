//! (19) The command line: arguments in, a question asked, its answer written.
//!
//! Data goes to standard output, everything else to standard error. Exit code 0 is done, 1 something about a file or its
//! contents, 2 wrong usage.

mod amounts;
mod analysis;
mod asked;
mod chart;
mod claim;
mod path;
mod sensitivity;
mod timeline;
mod why;
mod check;
mod commitments;
mod completions;
mod console;
#[cfg(feature = "serve")]
mod desk;
mod diff;
mod ending;
mod explain;
mod export;
mod feed;
#[cfg(fuzzing)]
pub mod fuzzed;
mod gdp;
mod given;
mod import;
mod league;
mod man;
mod meter;
mod message;
mod missing_glyphs;
mod new;
#[cfg(test)]
mod option_laws; // what holds of options
mod options;
mod output;
mod progress;
mod provenance;
mod refused; // what the parser refuses
mod replay;
mod report;
mod said_once; // what stands before a command and behind it
mod scenarios;
#[cfg(feature = "serve")]
mod serve;
mod solve;
mod spared; // what was read
mod table_command;
mod verdicts;
mod verify;
mod version;
mod what_if;

use std::ffi::OsString;

use crate::error::{Error, Errors, Kind};

use console::Console;
use given::Given;
use options::Name;

/// A command: its name, what it answers, its arguments, and what it does. It takes no option that does nothing in it.
struct Command {
    name: &'static str,
    about: &'static str,
    /// What `--help` shows below the options.
    examples: &'static str,
    arguments: fn(clap::Command) -> clap::Command,
    /// The options of every command that do nothing in this one, and why.
    without: &'static [(Name, &'static str)],
    run: fn(Given<'_>, &mut Console<'_>) -> Result<(), Failure>,
}

/// Every command, in the order of the help text.
const COMMANDS: &[Command] = &[
    report::COMMAND,
    amounts::COMMAND,
    verdicts::COMMAND,
    league::COMMAND,
    explain::COMMAND,
    gdp::COMMAND,
    scenarios::COMMAND,
    commitments::COMMAND,
    progress::COMMAND,
    path::COMMAND,
    why::COMMAND,
    sensitivity::COMMAND,
    claim::COMMAND,
    timeline::COMMAND,
    diff::COMMAND,
    verify::COMMAND,
    solve::COMMAND,
    chart::COMMAND,
    replay::COMMAND,
    export::COMMAND,
    check::COMMAND,
    #[cfg(feature = "serve")]
    serve::COMMAND,
    import::COMMAND,
    new::COMMAND,
    completions::COMMAND,
    man::COMMAND,
];

/// Every question with options of its own, in the order of the help texts of `explain` and `chart`.
const ANALYSES: &[&analysis::Analysis] = &[
    &path::ANALYSIS,
    &why::ANALYSIS,
    &sensitivity::ANALYSIS,
    &claim::ANALYSIS,
    &timeline::ANALYSIS,
    &gdp::ANALYSIS,
    &league::ANALYSIS,
];

/// Why a command did not do what was asked.
enum Failure {
    /// The command line makes no sense.
    Usage(Errors),
    /// Something about a file, a folder or their contents.
    Work(Errors),
    /// A pledge was missed, which was asked to be a failure; the rows say which.
    Missed,
    /// Nobody reads on, which is no failure.
    ClosedPipe,
}

impl Failure {
    fn usage(errors: impl Into<Errors>) -> Self {
        Self::Usage(errors.into())
    }
}

/// What the command line has to say, says for nothing or names wrongly is wrong usage, wherever it is found.
impl<E: Into<Errors>> From<E> for Failure {
    fn from(errors: E) -> Self {
        let errors = errors.into();
        let is_usage = |error: &Error| {
            matches!(error.kind(), Kind::MissingOption { .. } | Kind::NeedlessOption { .. } | Kind::UnknownName { .. })
        };
        if errors.iter().any(is_usage) { Self::Usage(errors) } else { Self::Work(errors) }
    }
}

impl From<output::Stop> for Failure {
    fn from(stop: output::Stop) -> Self {
        match stop {
            output::Stop::ClosedPipe => Self::ClosedPipe,
            output::Stop::Error(error) => error.into(),
        }
    }
}

/// Runs the program and gives its exit code.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    output::outgrown_is_an_error();
    let mut streams = console::Streams::standard();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let console = &mut streams.console();
    match completions::asking() {
        Some(shell) => exit_code(completions::answer(&shell, &arguments, console), console),
        None => run_on(console, &arguments),
    }
}

fn run_on(console: &mut Console<'_>, arguments: &[OsString]) -> u8 {
    console.color = console::color_before_parsing(arguments);
    let done = match root().try_get_matches_from(arguments) {
        Ok(matches) => {
            let given = Given::new(&matches);
            console.take_color(given);
            said_once::check(arguments).and_then(|()| answer(given, console))
        }
        Err(error) => match refused::misplaced(&error) {
            Some(failure) => Err(failure),
            None if version::is_asked(&error, arguments) => {
                match root().try_get_matches_from(version::beside(arguments)) {
                    Ok(matches) => version::show(&error.to_string(), Given::new(&matches), console),
                    Err(error) => return console.explain(&error),
                }
            }
            None if error.use_stderr() => return console.explain(&refused::repeated(error, arguments)),
            None => console.show(&error.render().ansi().to_string()),
        },
    };
    exit_code(done, console)
}

/// Says what went wrong, if anything did.
fn exit_code(done: Result<(), Failure>, console: &mut Console<'_>) -> u8 {
    match done {
        Ok(()) | Err(Failure::ClosedPipe) => 0,
        Err(Failure::Missed) => 1,
        Err(Failure::Work(errors)) => console.report(&errors, 1),
        Err(Failure::Usage(errors)) => console.report(&errors, 2),
    }
}

fn answer(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let Some((name, given)) = given.inside() else {
        return console.show(&root().render_help().ansi().to_string());
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else { return Ok(()) };
    given.without(command.without)?;
    spared::check(name, given)?;
    (command.run)(given, console)
}

/// The tree of commands and options.
fn root() -> clap::Command {
    let commands = COMMANDS.iter().map(|command| {
        let own = clap::Command::new(command.name).about(command.about).after_long_help(command.examples);
        options::hidden((command.arguments)(own), command.without)
    });
    let root = clap::Command::new("pledgebook")
        .bin_name("pledgebook") // whatever the file is called
        .version(env!("CARGO_PKG_VERSION"))
        .about("Spending pledges as plain text: what each comes to, on which GDP, on whose figures")
        .after_long_help(EXAMPLES)
        .subcommands(commands);
    // without a terminal there is no width, whatever the environment says of one
    let wide = if terminal_size::terminal_size().is_none() { root.term_width(UNWATCHED) } else { root };
    options::global(wide)
}

/// How wide help is where nobody watches.
const UNWATCHED: usize = 100;

const EXAMPLES: &str = "\
Examples:
  pledgebook report                        everything, into the folder `report`
  pledgebook amounts --years 2026          what each pledge comes to in 2026
  pledgebook gdp --scenario latest         which GDP that rests on
  pledgebook amounts --pledge \"about 5% of GDP\" --years 2026
  pledgebook league                        where each country stands
  pledgebook chart share -o share.png      one picture
  pledgebook import FILE --dry-run         what an official file would change";

#[cfg(test)]
mod tests;

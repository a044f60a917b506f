//! Questions that are told more than others: the command that answers one, and `explain` and `chart` before it, take the same options.

use crate::question::Query;

use super::console::Console;
use super::given::{Given, needless};
use super::options::{self, Name};
use super::{ANALYSES, COMMANDS, Failure, table_command};

/// A question with options of its own.
pub(super) struct Analysis {
    /// Its name, also that of its derivation and of its picture.
    pub(super) name: &'static str,
    /// What it is told, in an example.
    pub(super) example: &'static str,
    /// What it is told. An argument or a group that is required is not where a picture draws from a book alone.
    pub(super) arguments: fn(clap::Command) -> clap::Command,
    /// What of that is not seen in its picture, and why.
    pub(super) undrawn: &'static [(Name, &'static str)],
    /// Reads the book, and lets that be answered which is asked of it.
    pub(super) ask: fn(Given<'_>, &mut Answer<'_>) -> Result<(), Failure>,
}

/// What is done about a question.
pub(super) type Answer<'a> = dyn FnMut(&Query<'_>) -> Result<(), Failure> + 'a;

impl Analysis {
    /// Writes the rows of the answer.
    pub(super) fn write(&self, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
        (self.ask)(given, &mut |query| table_command::write(self.name, query, given, console))
    }

    /// The command that writes its rows, if there is one.
    fn of_rows(&self) -> Option<&'static super::Command> {
        COMMANDS.iter().find(|command| command.name == self.name)
    }

    /// The options of every command that do nothing in it.
    fn without(&self) -> &'static [(Name, &'static str)] {
        self.of_rows().map_or(&[], |command| command.without)
    }

    /// The question behind the name of another command, told what it is told by itself but for how rows are written.
    pub(super) fn behind(&self, outer: &str) -> clap::Command {
        let about = self.of_rows().map_or("", |rows| rows.about);
        let example = format!("Examples:\n  pledgebook {outer} {} {}", self.name, self.example);
        let command = clap::Command::new(self.name).about(about).after_long_help(example);
        options::hidden((self.arguments)(command), self.without())
    }
}

/// The command with one inside of it for each of these.
pub(super) fn before(command: clap::Command, inner: impl IntoIterator<Item = clap::Command>) -> clap::Command {
    let (name, own): (_, Vec<_>) = (command.get_name(), command.get_positionals().map(ToString::to_string).collect());
    let usage = format!("pledgebook {name} [OPTIONS] {}\n       pledgebook {name} <COMMAND>", own.join(" "));
    let command = command.override_usage(usage).subcommand_negates_reqs(true).disable_help_subcommand(true);
    command.subcommands(inner)
}

/// The command inside of another, and what it is told; what is said before its name is for the others.
pub(super) fn inside<'m>(
    given: Given<'m>,
    own: fn(clap::Command) -> clap::Command,
) -> Result<Option<(&'m str, Given<'m>)>, Failure> {
    let Some((name, inner)) = given.inside() else { return Ok(None) };
    let own = own(clap::Command::new(""));
    if let Some(early) = own.get_arguments().find(|option| given.is_said(option.get_id().as_str())) {
        let early = early.get_long().map_or_else(|| given.changed(early).concat(), |long| format!("--{long}"));
        let reason = format!("it stands before `{name}`, which has options of its own");
        return Err(needless(
            &early,
            reason,
            format!("leave it out, or write it behind `{name}` if it is one of these"),
        ));
    }
    inner.without(named(name).map_or(&[], |analysis| analysis.without()))?;
    Ok(Some((name, inner)))
}

/// The question of this name.
pub(super) fn named(name: &str) -> Option<&'static Analysis> {
    ANALYSES.iter().find(|analysis| analysis.name == name).copied()
}

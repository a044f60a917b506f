//! `man`: the pages for `man`, made of the same words as the help texts.

use std::io;
use std::path::Path;

use clap_mangen::Man;

use crate::error::{self, Noun};
use crate::report::PROGRAM;

use super::console::Console;
use super::given::Given;
use super::options::{self, AS_OF, BOOK, COUNTRY, Name, OUTPUT};
use super::{Command, Failure, output, root};

pub(super) const COMMANDS: Name = Name("command");

pub(super) const COMMAND: Command = Command {
    name: "man",
    about: "A page for `man` on the program or on one command, or all of them",
    examples: "\
Examples:
  pledgebook man | man -l -
  pledgebook man chart path | man -l -
  pledgebook man -o ~/.local/share/man/man1     every page, into this folder",
    arguments,
    without: &[
        (BOOK, "the pages are the same for every book"),
        (AS_OF, "the pages are the same on every day"),
        (COUNTRY, "the pages are the same for every country"),
    ],
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let folder = options::output("DIR").help("Write every page into this folder, beside what is there");
    let name = COMMANDS
        .argument("COMMAND")
        .required(false)
        .num_args(0..)
        .help("The command, as `amounts` or `chart path` [default: the program]");
    command.args([name, folder.conflicts_with(COMMANDS)])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let mut tree = root().disable_help_subcommand(true);
    tree.build();
    if let Some(folder) = given.path(OUTPUT) {
        return every(&tree, folder, console);
    }
    let command = given.texts(COMMANDS).try_fold(&tree, |outer, name| inside(outer, name))?;
    console.write(None, |out| Ok(out.write_all(&page(command)?)?))
}

/// The command of a name inside of another one.
fn inside<'c>(outer: &'c clap::Command, name: &str) -> Result<&'c clap::Command, Failure> {
    outer.find_subcommand(name).ok_or_else(|| {
        let names = outer.get_subcommands().map(clap::Command::get_name);
        let help = "`pledgebook --help` lists them";
        Failure::usage(error::unknown_name(Noun::Command, name, names, help))
    })
}

/// What a command is called with those that it is inside of, as in the name of its page.
fn name(command: &clap::Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// The page on a command: what the help says, and its examples as they stand there.
fn page(command: &clap::Command) -> io::Result<Vec<u8>> {
    let examples = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let title = name(command).to_uppercase();
    let page = Man::new(command.clone().after_long_help(None)).title(title).source(PROGRAM).manual("pledgebook");
    let mut written = Vec::new();
    page.render(&mut written)?;
    written.extend(as_they_stand(&examples).into_bytes());
    Ok(written)
}

/// A section of lines, none of which is a request to the program that sets the page.
fn as_they_stand(examples: &str) -> String {
    let lines = examples.lines().filter(|line| *line != "Examples:").map(|line| {
        let line = line.trim_start().replace('\\', "\\e").replace('-', "\\-");
        format!("\\&{line}\n")
    });
    format!(".SH EXAMPLES\n.nf\n{}.fi\n", lines.collect::<String>())
}

/// Writes the page on a command and those on the commands inside of it.
fn every(tree: &clap::Command, folder: &Path, console: &mut Console<'_>) -> Result<(), Failure> {
    let folder = output::folder(folder).map_err(Failure::usage)?;
    let (mut waiting, mut pages) = (vec![tree], Vec::new());
    while let Some(command) = waiting.pop() {
        let page = page(command).map_err(|error| output::refused(folder, &error))?;
        pages.push((format!("{}.1", name(command)), page));
        waiting.extend(command.get_subcommands());
    }
    output::add_to_folder(folder, &pages)?;
    console.note(&format!("wrote {} pages into `{}`", pages.len(), folder.display()));
    Ok(())
}

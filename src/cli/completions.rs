//! `completions`: a script that completes commands and options in a shell.

use clap::value_parser;
use clap_complete::Shell;

use super::console::Console;
use super::given::Given;
use super::options::{AS_OF, BOOK, COUNTRY, Name};
use super::{Command, Failure, root};

const SHELL: Name = Name("shell");

pub(super) const COMMAND: Command = Command {
    name: "completions",
    about: "A script that completes commands and options in a shell",
    examples: "\
Examples:
  pledgebook completions bash > ~/.local/share/bash-completion/completions/pledgebook
  pledgebook completions fish > ~/.config/fish/completions/pledgebook.fish",
    arguments: |command| command.arg(SHELL.argument("SHELL").value_parser(value_parser!(Shell)).help("The shell")),
    without: &[
        (BOOK, "the script is the same for every book"),
        (AS_OF, "the script is the same on every day"),
        (COUNTRY, "the script is the same for every country"),
    ],
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let Some(shell) = given.one::<Shell>(SHELL) else { return Ok(()) };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut root(), "pledgebook", &mut script);
    console.write(None, |out| Ok(out.write_all(&script)?))
}

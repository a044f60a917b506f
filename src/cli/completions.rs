//! `completions`: a script that completes commands and options in a shell.

use clap::{Arg, ArgMatches, value_parser};
use clap_complete::Shell;

use super::session::Session;
use super::{Command, Failure, root};

pub(super) const COMMAND: Command = Command {
    name: "completions",
    about: "A script that completes commands and options in a shell",
    examples: "\
Examples:
  pledgebook completions bash > ~/.local/share/bash-completion/completions/pledgebook
  pledgebook completions fish > ~/.config/fish/completions/pledgebook.fish",
    arguments: |command| {
        command.arg(
            Arg::new("shell").value_name("SHELL").required(true).value_parser(value_parser!(Shell)).help("The shell"),
        )
    },
    run,
};

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return Ok(()) };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut root(), "pledgebook", &mut script);
    session.write(None, |out| Ok(out.write_all(&script)?))
}

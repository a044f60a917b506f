//! `completions`: a script by which a shell asks the program what could follow, and the answer to that.

mod line; // what a line says as far as it is written
mod names; // what could stand for an argument

use std::ffi::{OsStr, OsString};

use clap_complete::env::Shells;

use crate::error::{self, Noun};

use super::console::Console;
use super::given::Given;
use super::options::{self, AS_OF, BOOK, COUNTRY, Name};
use super::{Command, Failure};

const SHELL: Name = Name("shell");

/// The variable of the environment by which the script asks: it holds the name of the shell.
const ASKED: &str = "_PLEDGEBOOK_COMPLETE";

/// What a shell is told beside what every program tells it.
const BESIDE: &[(&str, &str)] = &[("bash", include_str!("completions/words.bash"))];

pub(super) const COMMAND: Command = Command {
    name: "completions",
    about: "A script that completes commands, options and names of the book in a shell",
    examples: "\
Examples:
  source <(pledgebook completions bash)     in ~/.bashrc
  source <(pledgebook completions zsh)      in ~/.zshrc, behind compinit
  pledgebook completions fish | source      in ~/.config/fish/config.fish

The script asks the program itself, so that it knows the commitments, scenarios and countries of the book that the line names.",
    arguments: |command| {
        let shells: Vec<&str> = Shells::builtins().names().collect();
        command.arg(options::among(SHELL.argument("SHELL"), shells).help("The shell"))
    },
    without: &[
        (BOOK, "the script is the same for every book"),
        (AS_OF, "the script is the same on every day"),
        (COUNTRY, "the script is the same for every country"),
    ],
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let shells = Shells::builtins();
    let Some(shell) = given.text(SHELL).and_then(|name| shells.completer(name)) else { return Ok(()) };
    console.write(None, |out| {
        let mut script = Vec::new();
        shell.write_registration(ASKED, "pledgebook", "pledgebook", "pledgebook", &mut script)?;
        out.write_all(&script)?;
        let beside = BESIDE.iter().filter(|(name, _)| *name == shell.name());
        Ok(beside.map(|(_, own)| own.as_bytes()).try_for_each(|own| out.write_all(own))?)
    })
}

/// The shell that asks what could follow, where the program was started for that.
pub(super) fn asking() -> Option<OsString> {
    std::env::var_os(ASKED).filter(|shell| !shell.is_empty())
}

/// Tells a shell what could follow: behind `--` stand the words of the line as far as it is written.
pub(super) fn answer(shell: &OsStr, arguments: &[OsString], console: &mut Console<'_>) -> Result<(), Failure> {
    let words: Vec<OsString> = arguments.iter().skip_while(|word| *word != "--").skip(1).cloned().collect();
    let (shells, name) = (Shells::builtins(), shell.to_string_lossy());
    let shell = shells.completer(&name).ok_or_else(|| {
        let help = format!("the variable `{ASKED}` of the environment holds it; unset it to run the program");
        Failure::usage(error::unknown_name(Noun::Shell, &name, [], &help))
    })?;
    let here = std::env::current_dir().ok();
    console.write(None, |out| {
        let mut told = Vec::new();
        // what it cannot make sense of nothing could follow
        let made_sense = shell.write_complete(&mut names::offered(&words), words, here.as_deref(), &mut told);
        Ok(made_sense.map_or(Ok(()), |()| out.write_all(&told))?)
    })
}

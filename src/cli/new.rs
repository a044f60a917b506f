//! `new`: a working book to start from.

use std::path::PathBuf;

use clap::{ValueHint, value_parser};

use crate::book::Files;

use super::console::Console;
use super::given::Given;
use super::options::Name;
use super::{Command, Failure, output};

const FOLDER: Name = Name("folder");

pub(super) const COMMAND: Command = Command {
    name: "new",
    about: "A working book to start from",
    examples: "\
Example:
  pledgebook new my-book
  pledgebook check --book my-book

Writes the compiled-in book into a folder that is new or empty.",
    arguments: |command| {
        let folder = FOLDER.argument("DIR").value_parser(value_parser!(PathBuf));
        command.arg(folder.value_hint(ValueHint::DirPath).help("The folder to write it into"))
    },
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let Some(folder) = given.path(FOLDER) else { return Ok(()) };
    let files: Vec<(String, Vec<u8>)> =
        Files::shipped().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    output::fill_folder(output::folder(folder).map_err(Failure::usage)?, &files)?;
    let folder = folder.display();
    console
        .note(&format!("wrote `{folder}`; start with `{folder}/README.md`, then `pledgebook check --book {folder}`"));
    Ok(())
}

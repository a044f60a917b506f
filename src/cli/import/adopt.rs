//! An edition on its way into a book: what it adds and moves there.

use std::path::PathBuf;

use clap::{Arg, ValueHint, value_parser};

use crate::import::Edition;

use super::super::Failure;
use super::super::console::Console;
use super::super::given::Given;
use super::super::options::{Name, OUTPUT};

const INTO: Name = Name("into");
const DRY_RUN: Name = Name("dry-run");

/// The options that take an edition into a book.
pub(super) fn arguments() -> [Arg; 2] {
    let into = INTO.option("FILE").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    [
        into.conflicts_with(OUTPUT).help("Add what is new to this file of `series/`, and its document to the book"),
        DRY_RUN.flag("Write nothing: show which figures and verdicts of the book would move"),
    ]
}

/// Whether one of them was given.
pub(super) fn is_asked(given: Given<'_>) -> bool {
    given.path(INTO).is_some() || given.is_set(DRY_RUN)
}

/// Adds an edition to a book, or says what it would change there.
pub(super) fn adopt(_: Given<'_>, _: &Edition, _: &mut Console<'_>) -> Result<(), Failure> {
    Ok(())
}

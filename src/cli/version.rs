//! `--version`: which program this is, and, spelled out, which book it answers from.

use std::ffi::OsString;

use clap::error::ErrorKind;

use crate::quantity::text::visible;

use super::console::Console;
use super::given::Given;
use super::{Failure, asked};

/// The option that asks for the long form.
const LONG: &str = "--version";

/// Whether a line asks for it.
pub(super) fn is_asked(error: &clap::Error, arguments: &[OsString]) -> bool {
    error.kind() == ErrorKind::DisplayVersion && arguments.iter().any(|argument| argument == LONG)
}

/// What stands beside it on the line.
pub(super) fn beside(arguments: &[OsString]) -> impl Iterator<Item = &OsString> {
    arguments.iter().filter(|argument| *argument != LONG)
}

/// Tells the program's version, and of the book that answers its title, the day whose knowledge is shown and the fingerprint.
pub(super) fn show(short: &str, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let told = book(given);
    console.show(&format!("{short}{}", told.as_deref().unwrap_or_default()))?;
    told.map(|_| ())
}

fn book(given: Given<'_>) -> Result<String, Failure> {
    let book = asked::book(given)?;
    let (title, day, fingerprint) = (visible(&book.title), asked::query(given, &book)?.as_of, &book.fingerprint);
    Ok(format!("book         {title}\nas of        {day}\nfingerprint  {fingerprint}\n"))
}

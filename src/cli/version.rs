//! `--version`: which program this is, and, spelled out, which book it answers from.

use std::ffi::OsString;

use clap::error::ErrorKind;

use super::console::Console;
use super::{Failure, asked, unfinished};

/// The option that asks for the long form.
const LONG: &str = "--version";

/// Whether a line asks for it.
pub(super) fn is_asked(error: &clap::Error, arguments: &[OsString]) -> bool {
    error.kind() == ErrorKind::DisplayVersion && arguments.iter().any(|argument| argument == LONG)
}

/// Tells the program's version, and the book's title, its last day and its fingerprint.
pub(super) fn show(short: &str, arguments: &[OsString], console: &mut Console<'_>) -> Result<(), Failure> {
    let rest: Vec<OsString> = arguments.iter().filter(|argument| *argument != LONG).cloned().collect();
    let matches = unfinished::matches(&rest);
    let book = matches.as_ref().map(|matches| asked::book(unfinished::innermost(matches))).transpose();
    let told = book.as_ref().ok().and_then(Option::as_ref).map(|book| {
        let (title, day, fingerprint) = (&book.title, book.today(), &book.fingerprint);
        format!("book         {title}\nas of        {day}\nfingerprint  {fingerprint}\n")
    });
    console.show(&format!("{short}{}", told.unwrap_or_default()))?;
    book.map(|_| ())
}

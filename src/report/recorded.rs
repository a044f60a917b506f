//! What files say of where they come from: the program, the command that writes them again, the book.

use crate::chart::Record;
use crate::quantity::Country;
use crate::question::Query;

/// The program and its version, as files record it.
pub(crate) const PROGRAM: &str = concat!("pledgebook ", env!("CARGO_PKG_VERSION"));

/// The command that writes something again, as files record it: its words, and the country that it is told in the place of
/// those asked for.
pub type Command<'c> = dyn Fn(&[&str], Option<Country>) -> String + 'c;

/// Whether what a command writes speaks a language: a picture and the report do, tables do not.
#[must_use]
pub fn speaks(words: &[&str]) -> bool {
    words.iter().any(|word| ["report", "chart"].contains(word))
}

/// What a file says about where it comes from.
#[must_use]
pub fn record(query: &Query<'_>, command: String) -> Record {
    let files: Vec<String> = query.book.fingerprint.files().map(|(name, digest)| format!("{name} {digest}")).collect();
    Record {
        program: PROGRAM.to_owned(),
        command,
        as_of: query.as_of.to_string(),
        book: query.book.fingerprint.to_string(),
        files: files.join("; "),
        scenarios: query.spreads.as_ref().map(|spreads| spreads.digest.clone()).unwrap_or_default(),
    }
}

//! What a command writes: pictures and rows, as files and to the byte what the command line gives.

use super::desk::{Desk, Refusal};
use super::visit::Visit;

/// The kinds of files, each by its ending.
const KINDS: [(&str, &str); 7] = [
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("csv", "text/csv; charset=utf-8"),
    ("json", "application/json"),
    ("jsonl", "application/x-ndjson"),
    ("md", "text/markdown; charset=utf-8"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

/// The command that a path names, and the ending of the file: `/chart/amounts.svg`.
pub(super) fn command<'p>(path: &'p str, desk: &dyn Desk) -> Option<(Vec<&'p str>, &'static str, &'static str)> {
    let (words, ending) = path.strip_prefix('/')?.rsplit_once('.')?;
    let (format, kind) = KINDS.into_iter().find(|(own, _)| *own == ending)?;
    let words: Vec<&str> = words.split('/').collect();
    (!desk.offers(&words).is_empty()).then_some((words, format, kind))
}

/// The bytes of a file.
pub(super) fn bytes(visit: &Visit<'_>, words: &[&str], format: &str) -> Result<Vec<u8>, Refusal> {
    let mut asked = visit.asked(words, &[]);
    asked.fields.clone_from(&visit.fields);
    visit.desk.write(&visit.held.reading, &asked, format)
}

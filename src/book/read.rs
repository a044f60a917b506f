//! Files to records: each with its place, all findings at once.

mod by_year;
mod check;
mod circles;
mod commitments;
mod document;
mod draft;
mod field;
mod groups;
mod lists;
mod record;
mod scenarios;
mod series;
mod skim;
mod translations;
mod when;
mod whose;

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Errors, Kind, Noun, SourceText};
use crate::quantity::Country;

use super::files::{GROUPS, decode};
use super::fingerprint::Fingerprint;
use super::{Book, Files};
use document::{Apart, Document, Text};
use draft::Draft;
use record::Record;

/// A book that has been read, as far as it could be, and everything that was found on the way.
#[derive(Debug, Clone)]
pub struct Reading {
    book: Option<Book>,
    findings: Errors,
}

impl Reading {
    /// Reads and cross-checks the files of a book.
    #[must_use]
    pub fn new(files: &Files) -> Self {
        Self::of(files, None, || Fingerprint::of(files))
    }

    /// The compiled-in book, with the figures of some countries alone if they are named, of none the book's own.
    pub(super) fn embedded(about: Option<&[Country]>) -> Self {
        Self::of(&Files::embedded(), about, || Fingerprint::EMBEDDED)
    }

    fn of(files: &Files, about: Option<&[Country]>, fingerprint: impl FnOnce() -> Fingerprint) -> Self {
        let mut draft = Draft::default();
        // Groups come first, since the file of a commitment only says whose it is; series come last, since each row is held
        // against the definitions and sources at once.
        let (series, mut records): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| is_series(name));
        records.sort_by_key(|(name, _)| *name != GROUPS);
        records.into_iter().for_each(|file| draft.take_in(files, file));
        draft.read_commitments_of_groups();
        draft.read_about(about);
        series.into_iter().for_each(|file| draft.take_in(files, file));
        if draft.about.is_none() {
            draft.check();
        }
        let findings = std::mem::take(&mut draft.errors);
        let book = if findings.has_errors() { None } else { draft.into_book(fingerprint()) };
        Self { book, findings }
    }

    /// Everything that was found, warnings included.
    #[must_use]
    pub fn findings(&self) -> &Errors {
        &self.findings
    }

    /// The book, if it is sound.
    #[must_use]
    pub fn book(&self) -> Option<&Book> {
        self.book.as_ref()
    }

    /// The book.
    ///
    /// # Errors
    /// Everything that stands in the way.
    pub fn into_book(self) -> Result<Book, Errors> {
        self.book.ok_or_else(|| self.findings.without_warnings())
    }
}

impl Draft {
    /// Notes which countries are read about alone, if any are named; none is the book's own.
    fn read_about(&mut self, about: Option<&[Country]>) {
        let own = || self.country.iter().map(|(country, _)| *country).collect();
        self.about = about.map(|about| if about.is_empty() { own() } else { about.to_vec() });
    }

    /// Reads one file.
    fn take_in(&mut self, files: &Files, (name, bytes): (&str, &[u8])) {
        let skimmed = if is_series(name) { self.skimmed(bytes) } else { None };
        let text = decode(&files.shown(name), skimmed.unwrap_or_else(|| bytes.to_vec()));
        if let Some(text) = self.errors.keep(text) {
            self.read(name, &Arc::new(text));
        }
    }

    /// Reads one file by its name.
    fn read(&mut self, name: &str, text: &Arc<SourceText>) {
        if is_series(name) {
            return self.read_series(text);
        }
        if let Some(language) = translations::language(name) {
            return self.read_translations(&language, text);
        }
        self.read_records(sort(name), text);
    }

    /// Reads the files of the commitments of groups, and puts what they hold where they stand among the others.
    fn read_commitments_of_groups(&mut self) {
        for text in std::mem::take(&mut self.of_groups) {
            self.read_records((Noun::Commitment, Self::read_commitments_of_group), &text);
            self.commitments.sort_by(|one, other| one.origin.text().name().cmp(other.origin.text().name()));
        }
    }

    fn read_records(&mut self, (what, read): (Noun, ReadRecords), text: &Arc<SourceText>) {
        let in_parts = Document::in_parts(text.content(), &what.to_string());
        let (document, failures) =
            in_parts.map_or_else(|| Document::whole(text.content()), |document| (document, Vec::new()));
        let Document { head, records } = document;
        // Of a date the reader of its record says more: it looks at the text of every one.
        let dates = if failures.is_empty() { Vec::new() } else { dates(&head) };
        let in_date = |failure: &toml::de::Error| failure.span().is_some_and(|at| are_in(&dates, &at));
        let failures: Vec<_> = failures.iter().filter(|failure| !in_date(failure)).collect();
        if !failures.is_empty() {
            // What could be recovered of such a file would only raise false alarms.
            failures.into_iter().for_each(|failure| self.errors.push(syntax(failure, text)));
            return self.names.unread.push(what);
        }
        let root = Record::new(Text { file: text, start: 0 }, &head, 0..0, &format!("`{}`", text.name()));
        read(self, root, records);
    }
}

/// Reads the records of a file: what stands above them, and each of them.
type ReadRecords = fn(&mut Draft, Record<'_>, Vec<Apart<'_>>);

/// The sort of records that a file of this name holds, and what reads them.
fn sort(name: &str) -> (Noun, ReadRecords) {
    match name {
        "book.toml" => (Noun::Book, Draft::read_head),
        "definitions.toml" => (Noun::Definition, Draft::read_definitions),
        "sources.toml" => (Noun::Source, Draft::read_sources),
        "scenarios.toml" => (Noun::Scenario, Draft::read_scenarios),
        GROUPS => (Noun::Group, Draft::read_groups),
        _ => (Noun::Commitment, Draft::read_commitments),
    }
}

fn is_series(name: &str) -> bool {
    name.starts_with("series/")
}

/// Where dates are written, in the order of the text.
fn dates(table: &DeTable<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    table.values().for_each(|value| find_dates(value, &mut found));
    found.sort_unstable_by_key(|date| date.start);
    found
}

fn find_dates(value: &Spanned<DeValue<'_>>, found: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Datetime(_) => found.push(value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| find_dates(item, found)),
        DeValue::Table(table) => table.values().for_each(|value| find_dates(value, found)),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {}
    }
}

/// Whether these bytes are in one of the dates.
fn are_in(dates: &[Range<usize>], at: &Range<usize>) -> bool {
    let next = dates.partition_point(|date| date.start <= at.start);
    next.checked_sub(1).is_some_and(|before| at.end <= dates[before].end)
}

fn syntax(failure: &toml::de::Error, text: &SourceText) -> Error {
    let message = failure.message().lines().next().unwrap_or_default().to_owned();
    let help = if message.contains("recursion") {
        "no record nests so deep: close a bracket, or leave some out"
    } else {
        "write each key once, as `key = \"value\"` or `key = 2025-11-20`, below a `[[record]]` line"
    };
    Error::new(Kind::TomlSyntax { message }).help(help).at(text.place(failure.span().unwrap_or(0..0)))
}

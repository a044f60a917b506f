//! A file of records as TOML: what stands above them, and each record parsed by itself.
//!
//! While it works the parser takes many times the memory of its text: little for one record, much for a file of very many.

use std::iter;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Origin, Place, SourceText};

/// A file that has been parsed.
pub(super) struct Document<'d> {
    /// What stands above the records; of a file that was parsed in one all of it.
    pub(super) head: DeTable<'d>,
    pub(super) records: Vec<Apart<'d>>,
}

/// Records that were parsed by themselves, and the byte of the file at which their text starts.
pub(super) struct Apart<'d> {
    pub(super) start: usize,
    pub(super) list: Spanned<DeValue<'d>>,
}

impl<'d> Document<'d> {
    /// The file in parts, if it comes to the same: each is sound, and holds the `[[name]]` that it begins with and nothing beside it.
    ///
    /// A line that looks like the head of a record and is in the middle of a value leaves a part before it that is not sound.
    pub(super) fn in_parts(text: &'d str, name: &str) -> Option<Self> {
        let header = format!("[[{name}]]");
        let is_line = |at: &usize| *at == 0 || text.as_bytes()[at - 1] == b'\n';
        let starts: Vec<usize> = text.match_indices(&header).map(|(at, _)| at).filter(is_line).collect();
        let (first, ends) = (starts.first().copied()?, starts.iter().skip(1).copied().chain([text.len()]));
        let parse = |range: Range<usize>| DeTable::parse(&text[range]).ok().map(Spanned::into_inner);
        let head = parse(0..first).filter(|head| !head.contains_key(name))?;
        let apart = |(start, end)| {
            let mut table = parse(start..end)?;
            let list = table.remove(name)?;
            table.is_empty().then_some(Apart { start, list })
        };
        let records = iter::zip(starts.iter().copied(), ends).map(apart).collect::<Option<_>>()?;
        Some(Self { head, records })
    }

    /// The file in one, and what is wrong with it.
    pub(super) fn whole(text: &'d str) -> (Self, Vec<toml::de::Error>) {
        let (head, failures) = DeTable::parse_recoverable(text);
        (Self { head: head.into_inner(), records: Vec::new() }, failures)
    }
}

/// The text of a file, from the byte on that the parser took for the first.
#[derive(Clone, Copy)]
pub(super) struct Text<'d> {
    pub(super) file: &'d Arc<SourceText>,
    pub(super) start: usize,
}

impl<'d> Text<'d> {
    /// These bytes, counted as the parser does.
    pub(super) fn raw(self, span: Range<usize>) -> &'d str {
        self.file.content().get(self.range(span)).unwrap_or_default()
    }

    /// Where they stand.
    pub(super) fn origin(self, span: Range<usize>) -> Origin {
        Origin::new(self.file, self.range(span))
    }

    /// The same, with the line for an excerpt.
    pub(super) fn place(self, span: Range<usize>) -> Place {
        self.file.place(self.range(span))
    }

    /// A finding in them, or in the part of them that it knows.
    pub(super) fn within(self, span: Range<usize>, error: Error) -> Error {
        error.within(self.file, self.range(span))
    }

    fn range(self, span: Range<usize>) -> Range<usize> {
        self.start + span.start..self.start + span.end
    }
}

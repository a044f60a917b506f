//! A TOML record, key by key: every key is known or reported.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use crate::book::Reference;
use crate::error::{self, Error, Errors, Kind, Origin, Result, SourceText};

use super::document::{Apart, Text};
use super::field::Field;

/// A record that is being read.
pub(super) struct Record<'d> {
    text: Text<'d>,
    table: &'d DeTable<'d>,
    span: Range<usize>,
    what: String,
    asked: Vec<&'static str>,
    errors: Errors,
}

impl<'d> Record<'d> {
    /// A record that messages call `what`, as `the commitment`.
    pub(super) fn new(text: Text<'d>, table: &'d DeTable<'d>, span: Range<usize>, what: &str) -> Self {
        Self { text, table, span, what: what.to_owned(), asked: Vec::new(), errors: Errors::default() }
    }

    /// The value of a key that the record needs.
    pub(super) fn required<T>(&mut self, key: &'static str, read: impl FnOnce(&Field<'d>) -> Result<T>) -> Option<T> {
        let field = self.field(key);
        if field.is_none() {
            let kind = Kind::MissingKey { key: key.to_owned(), record: self.what.clone() };
            self.error(Error::new(kind).help(format!("add a line `{key} = …`")));
        }
        field.and_then(|field| self.errors.keep(read(&field)))
    }

    /// The value of a key that the record may have.
    pub(super) fn optional<T>(&mut self, key: &'static str, read: impl FnOnce(&Field<'d>) -> Result<T>) -> Option<T> {
        let field = self.field(key);
        field.and_then(|field| self.errors.keep(read(&field)))
    }

    /// The id of the record; messages name it from here on.
    pub(super) fn id(&mut self) -> Option<Reference> {
        self.id_by(Field::reference)
    }

    /// The same, of a sort whose ids are read in a way of their own.
    pub(super) fn id_by(&mut self, read: impl FnOnce(&Field<'d>) -> Result<Reference>) -> Option<Reference> {
        let id = self.required("id", read)?;
        self.what = format!("{} `{}`", self.what, id.id);
        Some(id)
    }

    /// The records in the list of a key, which messages call `what`.
    pub(super) fn list(&mut self, key: &'static str, what: &str) -> Option<Vec<Record<'d>>> {
        let (text, tables) = (self.text, self.required(key, |field| field.tables("write each in braces"))?);
        Some(tables.into_iter().map(|(table, span)| Record::new(text, table, span, what)).collect())
    }

    /// The file in which it stands.
    pub(super) fn file(&self) -> &'d Arc<SourceText> {
        self.text.file
    }

    /// Whether the record has the key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Reports the one of two keys that only mean something together, where it stands alone.
    pub(super) fn pair(&mut self, first: &'static str, second: &'static str) {
        let (missing, present) = match (self.has(first), self.has(second)) {
            (true, false) => (second, first),
            (false, true) => (first, second),
            (true, true) | (false, false) => return,
        };
        let kind = Kind::MissingKey { key: missing.to_owned(), record: format!("{} with `{present}`", self.what) };
        let place = self.key_origin(present).place();
        self.error(Error::new(kind).help(format!("add a line `{missing} = …`")).at(place));
    }

    /// Adds a finding about the record as a whole, or about a place that it knows.
    pub(super) fn error(&mut self, error: Error) {
        self.errors.push(error.at(self.text.place(self.span.clone())));
    }

    /// Where a key stands.
    pub(super) fn key_origin(&self, key: &str) -> Origin {
        let span = self.table.iter().find(|(known, _)| known.get_ref() == key).map(|(known, _)| known.span());
        self.text.origin(span.unwrap_or(self.span.clone()))
    }

    /// Reports keys that nobody asked for, and hands all findings over.
    pub(super) fn finish(mut self, errors: &mut Errors) {
        for (key, _) in self.table.iter().filter(|(key, _)| !self.asked.contains(&key.get_ref().as_ref())) {
            let kind = Kind::UnknownKey { key: key.get_ref().to_string() };
            let help = error::suggest(key.get_ref(), self.asked.iter().copied());
            self.errors.push(Error::new(kind).maybe_help(help).at(self.text.place(key.span())));
        }
        errors.extend(self.errors);
    }

    fn field(&mut self, key: &'static str) -> Option<Field<'d>> {
        self.asked.push(key);
        self.table.get(key).map(|value| Field::new(self.text, key, value))
    }

    /// Reads each `[[name]]` of a file that holds nothing else: those that were parsed with its head, then those `apart` from it.
    pub(super) fn each(
        mut self,
        name: &'static str,
        apart: Vec<Apart<'_>>,
        errors: &mut Errors,
        mut read: impl FnMut(Record<'_>, &mut Errors) -> Option<()>,
    ) {
        let (text, what, above) = (self.text, format!("the {name}"), format!("write `[[{name}]]` above each record"));
        let with_head = self.optional(name, |field| field.tables(&above)).unwrap_or_default();
        self.finish(errors);
        for (table, span) in with_head {
            let _ = read(Record::new(text, table, span, &what), errors);
        }
        for Apart { start, list } in apart {
            let text = Text { start, ..text };
            for (table, span) in errors.keep(Field::new(text, name, &list).tables(&above)).unwrap_or_default() {
                let _ = read(Record::new(text, table, span, &what), errors);
            }
        }
    }
}

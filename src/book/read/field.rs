//! A value of a TOML record: what it means, and an error at its place where it means nothing.

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Kind, Origin, Result};
use crate::quantity::{Date, Year};

use crate::book::{Basis, Reference};

use super::document::Text;

/// The only type of error that a value itself has.
const TEXT: &str = "a text in quotes";

/// A value of a record, with its key.
pub(super) struct Field<'d> {
    text: Text<'d>,
    key: &'static str,
    value: &'d Spanned<DeValue<'d>>,
}

impl<'d> Field<'d> {
    pub(super) fn new(text: Text<'d>, key: &'static str, value: &'d Spanned<DeValue<'d>>) -> Self {
        Self { text, key, value }
    }

    pub(super) fn value(&self) -> &'d DeValue<'d> {
        self.value.get_ref()
    }

    /// A value inside this one.
    pub(super) fn inner(&self, value: &'d Spanned<DeValue<'d>>) -> Self {
        Field { value, ..*self }
    }

    /// These bytes of the text.
    pub(super) fn origin_of(&self, span: Range<usize>) -> Origin {
        self.text.origin(span)
    }

    /// Where the value stands.
    pub(super) fn origin(&self) -> Origin {
        self.text.origin(self.inside())
    }

    /// A text with at least a letter.
    pub(super) fn text(&self) -> Result<String> {
        let text = self.string()?;
        match text.trim() {
            "" => Err(self.at(Error::new(Kind::EmptyText { key: self.key.to_owned() }).help("write a text"))),
            _ => Ok(text.to_owned()),
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(&self) -> Result<bool> {
        self.value().as_bool().ok_or_else(|| self.wrong("`true` or `false` without quotes"))
    }

    /// A text that is parsed; an error underlines the part that it is about.
    pub(super) fn parse<T: FromStr<Err = Error>>(&self) -> Result<T> {
        self.string()?.parse().map_err(|error| self.at(error))
    }

    /// A text that is parsed by `parse`.
    pub(super) fn parse_by<T>(&self, parse: impl FnOnce(&str) -> Result<T>) -> Result<T> {
        parse(self.string()?).map_err(|error| self.at(error))
    }

    /// An id: `a` to `z`, digits, `-`, and `/` between a whole and its part.
    pub(super) fn reference(&self) -> Result<Reference> {
        self.reference_in(self.value)
    }

    /// The name of a basis or the id of a scenario.
    pub(super) fn base(&self) -> Result<Reference> {
        let id = self.text()?;
        if id.contains(':') {
            self.parse::<Basis>()?;
        }
        if id.parse::<Basis>().is_ok() { Ok(Reference { id, origin: self.origin() }) } else { self.reference() }
    }

    /// A list of ids.
    pub(super) fn references(&self) -> Result<Vec<Reference>> {
        self.items()?.iter().map(|item| self.reference_in(item)).collect()
    }

    /// A list of texts.
    pub(super) fn texts(&self) -> Result<Vec<String>> {
        let text = |item: &'d Spanned<DeValue<'d>>| self.inner(item).text();
        self.items()?.iter().map(text).collect()
    }

    /// A year as a plain integer.
    pub(super) fn year(&self) -> Result<Year> {
        let DeValue::Integer(_) = self.value.get_ref() else {
            return Err(self.wrong("a year without quotes, as `2026`"));
        };
        self.raw().parse().map_err(|error| self.at(error))
    }

    /// Years: an integer, or what `parse` takes of a text.
    pub(super) fn years<T>(&self, parse: impl FnOnce(&str) -> Result<T>) -> Result<T> {
        match self.value.get_ref() {
            DeValue::Integer(_) => parse(self.raw()).map_err(|error| self.at(error)),
            DeValue::String(text) => parse(text).map_err(|error| self.at(error)),
            DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                Err(self.wrong("a year such as `2026`, or years such as `\"2026-2030\"`"))
            }
        }
    }

    /// A date, bare or quoted.
    pub(super) fn date(&self) -> Result<Date> {
        match self.value.get_ref() {
            DeValue::Datetime(_) => self.raw().parse().map_err(|error| self.at(error)),
            DeValue::String(text) => text.parse().map_err(|error| self.at(error)),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => {
                Err(self.wrong("a date such as `2025-11-20`, or `\"2025-11\"` in quotes"))
            }
        }
    }

    /// A date to the day or the month; a bare year is only enough for a source.
    pub(super) fn exact_date(&self) -> Result<Date> {
        let date = self.date()?;
        if date.is_year() {
            let kind = Kind::NotADate { text: date.to_string() };
            return Err(
                self.at(Error::new(kind).help("write the day, as `2025-11-20`, or the month, as `\"2025-11\"`"))
            );
        }
        Ok(date)
    }

    /// The tables of a list of records; `help` says how such a list is written.
    pub(super) fn tables(&self, help: &str) -> Result<Vec<(&'d DeTable<'d>, Range<usize>)>> {
        let wrong = || self.wrong("a list of records").help(help);
        let items = self.value.get_ref().as_array().ok_or_else(wrong)?;
        let table = |item: &'d Spanned<DeValue<'d>>| item.get_ref().as_table().map(|table| (table, item.span()));
        items.iter().map(|item| table(item).ok_or_else(wrong)).collect()
    }

    fn items(&self) -> Result<&'d [Spanned<DeValue<'d>>]> {
        let items = self.value.get_ref().as_array();
        items.map(AsRef::as_ref).ok_or_else(|| self.wrong("a list in brackets, as `[\"…\"]`"))
    }

    fn reference_in(&self, value: &'d Spanned<DeValue<'d>>) -> Result<Reference> {
        let field = self.inner(value);
        let id = field.text()?;
        if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/')) {
            let help = "an id has only `a` to `z`, `0` to `9` and `-`, and `/` between a whole and its part";
            return Err(field.at(Error::new(Kind::NotAnId { text: id }).help(help)));
        }
        Ok(Reference { id, origin: field.origin() })
    }

    /// The value as it is written in the file.
    fn raw(&self) -> &'d str {
        self.text.raw(self.value.span())
    }

    fn string(&self) -> Result<&'d str> {
        self.value.get_ref().as_str().ok_or_else(|| self.wrong(TEXT))
    }

    pub(super) fn wrong(&self, expected: &str) -> Error {
        let raw = self.raw();
        let scalar = !self.value.get_ref().is_array() && !self.value.get_ref().is_table();
        let quoted = (expected == TEXT && scalar).then(|| format!("write it in quotes: `{} = \"{raw}\"`", self.key));
        let bare = raw.trim_matches('"');
        let unquoted = (expected.starts_with("a year") && bare.parse::<Year>().is_ok())
            .then(|| format!("write `{} = {bare}`", self.key));
        let kind = Kind::WrongType {
            key: self.key.to_owned(),
            expected: expected.to_owned(),
            found: type_name(self.value.get_ref()).to_owned(),
        };
        self.at(Error::new(kind).help(format!("write {expected}")).maybe_help(quoted.or(unquoted)))
    }

    fn at(&self, error: Error) -> Error {
        self.text.within(self.inside(), error)
    }

    /// The bytes of the value, without its quotes where they hold the text letter by letter.
    fn inside(&self) -> Range<usize> {
        let span = self.value.span();
        let raw = self.raw();
        let bare = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        match self.value.get_ref().as_str() {
            Some(text) if text == bare && !text.is_empty() => span.start + 1..span.end - 1,
            _ => span,
        }
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

//! What is said of a table with `--map`.

use std::collections::BTreeMap;

use crate::error::{Errors, Noun, Result, unknown_name, words};

use super::super::Wanted;

words! {
    /// What can be said of a table with [`Wanted::map`]: what a row of a book has, and what is so of the whole file.
    #[allow(missing_docs, reason = "the word says what each is")]
    Name:
    Country = "country",
    Measure = "measure",
    Definition = "definition",
    Year = "year",
    Value = "value",
    Unit = "unit",
    Scale = "scale",
    Precision = "precision",
    Kind = "kind",
    Publisher = "publisher",
    Note = "note",
    Title = "title",
    Decimal = "decimal",
}

/// What the columns and codes of a table are.
#[derive(Debug, Default)]
pub(in crate::import) struct Mapping {
    said: BTreeMap<Name, Said>,
    codes: Vec<Code>,
}

/// What a name is in each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Said {
    /// What stands in the column of this name.
    Column(String),
    /// The same text.
    Text(String),
}

/// A code of a column, whose rows are taken.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) column: String,
    pub(super) code: String,
    /// What it stands for, if something else.
    pub(super) text: Option<String>,
}

impl Mapping {
    /// Reads `NAME=COLUMN`, `NAME==TEXT`, `COLUMN:CODE` and `COLUMN:CODE=TEXT`.
    ///
    /// # Errors
    /// A name that nothing has.
    pub(in crate::import) fn read(wanted: &Wanted) -> Result<Self, Errors> {
        let (mut mapping, mut errors) = (Self::default(), Errors::default());
        for (left, right) in &wanted.map {
            match left.split_once(':') {
                Some((column, code)) => {
                    let text = (!right.is_empty()).then(|| right.clone());
                    mapping.codes.push(Code { column: column.to_owned(), code: code.to_owned(), text });
                }
                None => {
                    if let Some(name) = errors.keep(named(left)) {
                        mapping.said.insert(name, said(name, right));
                    }
                }
            }
        }
        if errors.is_empty() { Ok(mapping) } else { Err(errors) }
    }

    /// The same, where this is so if nothing else is said.
    pub(in crate::import) fn or(mut self, name: Name, said: Said) -> Self {
        self.said.entry(name).or_insert(said);
        self
    }

    /// What a name is in each row, if it is said.
    pub(in crate::import) fn said(&self, name: Name) -> Option<&Said> {
        self.said.get(&name)
    }

    /// The names that stand in columns, and these.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Name, &str)> {
        self.said.iter().filter_map(|(name, said)| match said {
            Said::Column(column) => Some((*name, column.as_str())),
            Said::Text(_) => None,
        })
    }

    /// The text that a name is in every row.
    pub(super) fn text(&self, name: Name) -> Option<&str> {
        match self.said(name) {
            Some(Said::Text(text)) => Some(text),
            Some(Said::Column(_)) | None => None,
        }
    }

    /// The codes whose rows are taken.
    pub(super) fn codes(&self) -> &[Code] {
        &self.codes
    }
}

fn named(text: &str) -> Result<Name> {
    Name::ALL.iter().copied().find(|name| name.word() == text).ok_or_else(|| {
        let help = "`--map` says what a row of a book has, as `year=COLUMN`";
        unknown_name(Noun::Column, text, Name::ALL.iter().map(|name| name.word()), help)
    })
}

/// A sign of decimals is a word; else a second `=` begins a text.
fn said(name: Name, text: &str) -> Said {
    match text.strip_prefix('=') {
        Some(text) => Said::Text(text.to_owned()),
        None if name == Name::Decimal => Said::Text(text.to_owned()),
        None => Said::Column(text.to_owned()),
    }
}

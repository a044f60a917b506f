//! What stands on a page, in the order in which it stands there.

use std::fmt::Display;

use askama::Template;

use crate::render::{Layout, html};
use crate::table::{Column, Table, Value, columns};

use super::address::{pairs, written};
use super::controls::{Controls, Field};
use super::desk::{Answered, Asked, Refusal};
use super::facts::Facts;
use super::linked::Links;
use super::picture::Picture;
use super::tree::Derivation;
use super::visit::Visit;
use super::what_if::first_year;

/// What stands on a page.
#[derive(Template)]
#[template(path = "piece.html", config = "src/askama.toml")]
pub(super) enum Piece {
    /// A heading.
    Heading(String),
    /// A line of words.
    Words(String),
    /// HTML of our own making, and the name of the part of the page that it is.
    Html { part: &'static str, html: String },
    /// What somebody should know, as the command line says it.
    Message(String),
    /// Why a picture is not there.
    Missing { name: String, words: String },
    /// The command that gives what stands above it.
    Command { name: &'static str, command: String },
    /// A link to another page, and what it is called.
    Link { address: String, words: String },
    /// A form.
    Controls(Controls),
    /// A picture beside the form that moves it, which is folded where there is no room beside.
    Bench { form: Controls, shown: Box<Self>, is_open: bool },
    /// What is known of one thing.
    Facts(Facts),
    /// A picture.
    Picture(Picture),
    /// Rows.
    Rows(Rows),
    /// Where figures come from.
    Derivation(Derivation),
}

impl Piece {
    /// A heading.
    pub(super) fn heading(words: impl Into<String>) -> Self {
        Self::Heading(words.into())
    }

    /// What is shown beside the form that moves it; sliders move pictures alone.
    pub(super) fn bench(visit: &Visit<'_>, fields: Vec<Field>, shown: Self) -> Self {
        let is_drawn = matches!(shown, Self::Picture(_));
        let fields = fields.into_iter().map(|field| if is_drawn { field } else { field.still() }).collect();
        let is_open = matches!(shown, Self::Words(_));
        Self::Bench { form: Controls::of(visit, fields), shown: Box::new(shown), is_open }
    }

    /// A part of the page that is written by a template of its own.
    pub(super) fn part(part: &'static str, html: &impl Display) -> Self {
        Self::Html { part, html: html.to_string() }
    }
}

/// More rows than that are folded, so that what stands below them is found.
const LONG: usize = 100;

/// Rows with the command that answers them.
#[derive(Template)]
#[template(path = "rows.html", config = "src/askama.toml")]
pub(super) struct Rows {
    name: String,
    tables: Vec<String>,
    /// How many rows there are, if they are so many that they stand folded.
    long: Option<usize>,
    csv: String,
    command: String,
    /// Notes and warnings beside them.
    notes: String,
    /// The verdicts in words, where there are some.
    told: String,
}

impl Rows {
    pub(super) fn of(
        visit: &Visit<'_>,
        asked: &Asked,
        answered: &Answered,
        tables: &[&Table],
    ) -> Result<Self, Refusal> {
        let one = |table: &&Table| {
            let links = Links::of(visit, asked, table)?;
            visit.found(html::table(table, &Layout::default(), &|row, column, cell| links.of_cell(row, column, cell)))
        };
        Ok(Self {
            csv: written(&format!("/{}.csv", asked.words.join("/")), pairs(&asked.fields)),
            name: asked.words.join("-"),
            tables: tables.iter().map(one).collect::<Result<_, _>>()?,
            long: Some(tables.iter().map(|table| table.rows.len()).sum()).filter(|count| *count > LONG),
            command: answered.command.clone(),
            notes: answered.told.clone(),
            told: tables.iter().map(|table| verdicts(visit, table)).collect::<Result<Vec<_>, _>>()?.join("; "),
        })
    }
}

/// Each verdict of a table in words: `Military support to Ukraine, 2026: met`, the first alone of what is read in several ways, and none of
/// a year that another GDP does not reach.
fn verdicts(visit: &Visit<'_>, table: &Table) -> Result<String, Refusal> {
    let (book, from) = (visit.book()?, first_year(visit));
    let Ok(verdict) = table.column(&columns::VERDICT) else { return Ok(String::new()) };
    let mut told: Vec<(String, &str)> = Vec::new();
    for row in &table.rows {
        let cell = |column: &Column| row.get(table.column(column).ok()?);
        let years = match cell(&columns::YEAR).map(|cell| &cell.value) {
            Some(Value::Years(years)) if from.is_none_or(|from| from <= years.last()) => years.to_string(),
            _ => continue,
        };
        let id = cell(&columns::COMMITMENT).and_then(|cell| cell.printed(2).ok().flatten()).unwrap_or_default();
        let own = book.commitments_named(&id).next();
        let about = format!("{}, {years}", own.map_or(id.as_ref(), |own| own.title.as_str()));
        if let Some(Value::Verdict(verdict)) = row.get(verdict).map(|cell| &cell.value)
            && told.last().is_none_or(|(last, _)| *last != about)
        {
            told.push((about, html::said(*verdict)));
        }
    }
    Ok(told.iter().map(|(about, verdict)| format!("{about}: {verdict}")).collect::<Vec<_>>().join("; "))
}

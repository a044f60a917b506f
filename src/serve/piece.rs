//! What stands on a page, in the order in which it stands there.

use std::fmt::Display;

use askama::Template;

use crate::render::{Layout, html};
use crate::table::{Column, Table, Value, columns};

use super::address::{pairs, written};
use super::controls::Controls;
use super::desk::{Answered, Asked, Refusal};
use super::facts::Facts;
use super::linked::Links;
use super::picture::Picture;
use super::tree::Derivation;
use super::visit::Visit;

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
    /// Findings, as the command line says them.
    Findings(String),
    /// The command that gives what stands above it.
    Command { name: &'static str, command: String },
    /// A link to another page, and what it is called.
    Link { address: String, words: String },
    /// A form.
    Controls(Controls),
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

    /// A part of the page that is written by a template of its own.
    pub(super) fn part(part: &'static str, html: &impl Display) -> Self {
        Self::Html { part, html: html.to_string() }
    }
}

/// Rows with the command that answers them.
#[derive(Template)]
#[template(path = "rows.html", config = "src/askama.toml")]
pub(super) struct Rows {
    name: String,
    tables: Vec<String>,
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
            let links = Links::of(visit, asked, table);
            visit.found(html::table(table, &Layout::default(), &|row, column| links.of_cell(row, column)))
        };
        Ok(Self {
            csv: written(&format!("/{}.csv", asked.words.join("/")), pairs(&asked.fields)),
            name: asked.words.join("-"),
            tables: tables.iter().map(one).collect::<Result<_, _>>()?,
            command: answered.command.clone(),
            notes: answered.told.clone(),
            told: tables.iter().map(|table| verdicts(table)).collect::<Vec<_>>().join("; "),
        })
    }
}

/// Each verdict of a table in words: `lva-defence-2026 2026: met`, the first alone of what is read in several ways.
fn verdicts(table: &Table) -> String {
    let Ok(verdict) = table.column(&columns::VERDICT) else { return String::new() };
    let mut told: Vec<(String, String)> = Vec::new();
    for row in &table.rows {
        let cell = |column: &Column| row.get(table.column(column).ok()?)?.printed(2).ok().flatten();
        let about = [&columns::COMMITMENT, &columns::YEAR].into_iter().filter_map(cell).collect::<Vec<_>>().join(" ");
        if let Some(Value::Verdict(verdict)) = row.get(verdict).map(|cell| &cell.value)
            && told.last().is_none_or(|(last, _)| *last != about)
        {
            told.push((about, verdict.to_string()));
        }
    }
    told.iter().map(|(about, verdict)| format!("{about}: {verdict}")).collect::<Vec<_>>().join("; ")
}

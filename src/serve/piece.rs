//! What stands on a page, in the order in which it stands there.

use askama::Template;

use crate::render::{Layout, html};
use crate::report::Planned;
use crate::table::{Step, Table};

use super::address::written;
use super::controls::Controls;
use super::desk::{Answered, Asked, Refusal};
use super::linked::derived;
use super::visit::Visit;

/// What stands on a page.
#[derive(Template)]
#[template(path = "piece.html", config = "src/askama.toml")]
pub(super) enum Piece {
    /// A heading, and the name by which links lead to it.
    Heading(String),
    /// HTML that was made of our own Markdown.
    Prose(String),
    /// What somebody should know, as the command line says it.
    Message(String),
    /// A form.
    Controls(Controls),
    /// A picture.
    Picture(Picture),
    /// Rows.
    Rows(Rows),
    /// Where figures come from.
    Derivation { steps: Vec<Step>, command: String },
}

/// A picture with the command that draws it.
pub(super) struct Picture {
    pub(super) name: String,
    pub(super) alt: String,
    /// The address of the picture in a theme and a size.
    pub(super) light: String,
    pub(super) dark: String,
    pub(super) narrow_light: String,
    pub(super) narrow_dark: String,
    pub(super) png: String,
    pub(super) command: String,
}

impl Picture {
    pub(super) fn of(asked: &Asked, answered: &Answered, planned: &Planned) -> Self {
        let name = planned.chart.name;
        let address = |ending: &str, more: &[(&str, &str)]| {
            let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            written(&format!("/chart/{name}.{ending}"), &asked.fields.iter().cloned().chain(more).collect::<Vec<_>>())
        };
        let (dark, narrow) = (("theme", "dark"), ("size", "480x640"));
        Self {
            name: name.to_owned(),
            alt: planned.figure.alt.clone(),
            light: address("svg", &[]),
            dark: address("svg", &[dark]),
            narrow_light: address("svg", &[narrow]),
            narrow_dark: address("svg", &[narrow, dark]),
            png: address("png", &[]),
            command: answered.command.clone(),
        }
    }
}

/// Rows with the command that answers them.
pub(super) struct Rows {
    pub(super) name: String,
    pub(super) tables: Vec<String>,
    pub(super) csv: String,
    pub(super) command: String,
    pub(super) told: String,
}

impl Rows {
    pub(super) fn of(
        visit: &Visit<'_>,
        asked: &Asked,
        answered: &Answered,
        tables: &[&Table],
    ) -> Result<Self, Refusal> {
        let name = asked.words.join(" ");
        let one =
            |table: &&Table| html::table(table, &Layout::default(), &|row, column| derived(visit, table, row, column));
        let written_out: Result<Vec<String>, _> = tables.iter().map(one).collect();
        let tables = written_out.map_err(|error| visit.refused(&error.into()))?;
        Ok(Self {
            csv: written(&format!("/{}.csv", asked.words.join("/")), &asked.fields),
            name,
            tables,
            command: answered.command.clone(),
            told: answered.told.clone(),
        })
    }
}

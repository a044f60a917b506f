//! The page of one country: what its pledges come to, on whose figures, and where everything else is.

use std::collections::BTreeSet;

use crate::error::{Errors, Result};
use crate::quantity::text::{markdown, markdown_code, markdown_link, markdown_message};
use crate::question::{Query, ask};
use crate::table::{Citation, Table};

use super::pictures::{LeftOut, Planned};
use super::{Command, Part, TABLES, written};

/// The page of a part.
pub(super) struct Page<'p> {
    pub(super) part: &'p Part<'p>,
}

impl Page<'_> {
    /// The page as Markdown.
    pub(super) fn write(&self, command: &Command<'_>) -> Result<String, Errors> {
        let query = &self.part.query;
        let (kept, headline) = (ask("opening-verdicts", query)?, ask("headline", query)?);
        let sources = [&kept.sources[..], &headline.sources[..]].concat();
        Ok(joined(&[
            format!("# {}", markdown(&title(query))),
            format!("{}, {}", query.country().name(), written_by(query, &command(&["report"], self.part.country))),
            "## Was it kept?".to_owned(),
            KEPT.to_owned(),
            table(&kept)?,
            "## What the pledges come to".to_owned(),
            unit(&headline),
            table(&headline)?,
            self.pictures(),
            self::sources(&sources),
            self.files(),
        ]))
    }

    fn pictures(&self) -> String {
        let shown = |picture: &Planned| {
            let (name, figure) = (picture.chart.name, &picture.figure);
            format!(
                "## {}\n\n![{}](charts/{name}.svg)\n\nAlso as [PNG](charts/{name}.png); its data as [CSV](charts/{name}.csv).",
                markdown(&figure.title),
                markdown(&figure.alt),
            )
        };
        let left_out = self.part.left_out.iter().map(|LeftOut { name, reason }| {
            format!("Left out: {}, since {}.", markdown_code(name), markdown_message(reason))
        });
        self.part.pictures.iter().map(shown).chain(left_out).collect::<Vec<_>>().join("\n\n")
    }

    fn files(&self) -> String {
        let table = |(name, about): (&str, &str)| format!("- [`{name}.csv`]({name}.csv): {about}");
        let pictures = "- `charts/`: each picture as SVG and PNG, and its data as CSV".to_owned();
        let lines = TABLES.map(table).into_iter().chain((!self.part.pictures.is_empty()).then_some(pictures));
        format!("## Files\n\n{}", lines.collect::<Vec<_>>().join("\n"))
    }
}

/// What the page of a country is called: the title of the book is that of its own country.
fn title(query: &Query<'_>) -> String {
    match query.country() {
        own if own == query.book.country => query.book.title.clone(),
        other => format!("What {} has pledged", other.named()),
    }
}

/// The day whose knowledge a page shows, the book, and the command that writes it.
pub(super) fn written_by(query: &Query<'_>, command: &str) -> String {
    let fingerprint = &query.book.fingerprint[..16.min(query.book.fingerprint.len())];
    format!("as known on {}. Book `{fingerprint}`, written by {}.", query.as_of, markdown_code(command))
}

/// The parts of a page that are not empty, a blank line between them.
pub(super) fn joined(parts: &[String]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| part.trim_end());
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// How to read the verdicts.
const KEPT: &str = "Each publisher's figure is judged by itself. `met-rounded`: below the stated figure, yet equal to it as it was \
                    stated. `undecided`: the figure's own precision, a missing part or missing GDP leave it open. The word in brackets \
                    says what kind of figure it rests on: a plan is no outturn. More in [`verdicts.csv`](verdicts.csv).";

/// The table as Markdown.
pub(super) fn table(table: &Table) -> Result<String> {
    Ok(match table.rows.is_empty() {
        true => "No commitment with a figure had been announced by then.".to_owned(),
        false => String::from_utf8_lossy(&written("md", table)?).into_owned(),
    })
}

/// In which unit the figures are, and how to read the table.
pub(super) fn unit(headline: &Table) -> String {
    let currency =
        headline.context.currency.map_or_else(|| "Each currency in".to_owned(), |currency| currency.to_string());
    format!(
        "{currency} million at current prices. A pledge without a ceiling has no `at most`; a share without GDP of its year has no amount."
    )
}

/// The documents that the figures of the table come from, with what a reader should know about them.
fn sources(citations: &[Citation]) -> String {
    if citations.is_empty() {
        return String::new();
    }
    let mut seen = BTreeSet::new();
    let once = citations.iter().filter(|citation| seen.insert(&citation.id));
    let line = |citation: &Citation| {
        let (id, publisher) = (markdown_code(&citation.id), markdown(&citation.publisher));
        let title = match &citation.url {
            Some(url) => markdown_link(&citation.title, url),
            None => markdown(&citation.title).into_owned(),
        };
        let note = citation.note.as_deref().map(|note| format!(" ({})", markdown(note))).unwrap_or_default();
        format!("- {id}: {publisher}, {title}, {}{note}", citation.published)
    };
    format!("## Sources\n\n{}", once.map(line).collect::<Vec<_>>().join("\n"))
}

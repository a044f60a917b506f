//! The page of a report: what the pledges come to, on whose figures, and where everything else is.

use crate::error::Result;
use crate::question::Query;
use crate::render::escaped;
use crate::table::{Citation, Table};

use super::super::pictures::{LeftOut, Planned};
use super::super::{Failure, rows};
use super::{TABLES, rendered};

/// What the page is about.
pub(super) struct Summary<'r> {
    pub(super) query: &'r Query<'r>,
    pub(super) command: String,
    pub(super) pictures: &'r [Planned],
    pub(super) left_out: &'r [LeftOut],
}

impl Summary<'_> {
    /// The page as Markdown.
    pub(super) fn write(&self) -> Result<String, Failure> {
        let (kept, headline) = (rows::ask("opening-verdicts", self.query)?, rows::ask("headline", self.query)?);
        let sources = [&kept.sources[..], &headline.sources[..]].concat();
        let parts = [
            self.head(),
            "## Was it kept?".to_owned(),
            KEPT.to_owned(),
            table(&kept)?,
            "## What the pledges come to".to_owned(),
            unit(&headline),
            table(&headline)?,
            self.pictures(),
            self::sources(&sources),
            self.files(),
        ];
        Ok(parts.iter().filter(|part| !part.is_empty()).map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n")
            + "\n")
    }

    fn head(&self) -> String {
        let (book, query) = (self.query.book, self.query);
        let countries: Vec<String> = query.countries().iter().map(|country| country.name().to_owned()).collect();
        format!(
            "# {}\n\n{}, as known on {}. Book `{}`, written by `{}`.",
            escaped(&book.title),
            countries.join(", "),
            query.as_of,
            &book.fingerprint[..16.min(book.fingerprint.len())],
            self.command
        )
    }

    fn pictures(&self) -> String {
        let shown = |picture: &Planned| {
            let (name, figure) = (picture.chart.name, &picture.figure);
            format!(
                "## {}\n\n![{}](charts/{name}.svg)\n\nAlso as [PNG](charts/{name}.png); its data as [CSV](charts/{name}.csv).",
                escaped(&figure.title),
                escaped(&figure.alt),
            )
        };
        let left_out =
            self.left_out.iter().map(|LeftOut { name, reason }| format!("Left out: `{name}`, since {reason}."));
        let countries = self.query.countries();
        let one = (countries.len() > 1 && !self.pictures.is_empty())
            .then(|| format!("The pictures show one country: {}.", self.query.country().name()));
        one.into_iter().chain(self.pictures.iter().map(shown)).chain(left_out).collect::<Vec<_>>().join("\n\n")
    }

    fn files(&self) -> String {
        let table = |(name, about): (&str, &str)| format!("- [`{name}.csv`]({name}.csv): {about}");
        let pictures = "- `charts/`: each picture as SVG and PNG, and its data as CSV".to_owned();
        let lines = TABLES.map(table).into_iter().chain((!self.pictures.is_empty()).then_some(pictures));
        format!("## Files\n\n{}", lines.collect::<Vec<_>>().join("\n"))
    }
}

/// How to read the verdicts.
const KEPT: &str = "Each publisher's figure is judged by itself. `met-rounded`: below the stated figure, yet equal to it as it was \
                    stated. `undecided`: the figure's own precision, a missing part or missing GDP leave it open. The word in brackets \
                    says what kind of figure it rests on: a plan is no outturn. More in [`verdicts.csv`](verdicts.csv).";

/// The table as Markdown.
fn table(table: &Table) -> Result<String, Failure> {
    Ok(match table.rows.is_empty() {
        true => "No commitment with a figure had been announced by then.".to_owned(),
        false => String::from_utf8_lossy(&rendered("md", table)?).into_owned(),
    })
}

/// In which unit the figures are, and how to read the table.
fn unit(headline: &Table) -> String {
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
    let mut once: Vec<&Citation> = Vec::new();
    for citation in citations {
        if once.iter().all(|known| known.id != citation.id) {
            once.push(citation);
        }
    }
    let line = |citation: &Citation| {
        let title = escaped(&citation.title);
        let title =
            citation.url.as_deref().and_then(address).map_or(title.clone(), |url| format!("[{title}](<{url}>)"));
        let note = citation.note.as_deref().map(|note| format!(" ({})", escaped(note))).unwrap_or_default();
        format!("- `{}`: {}, {title}, {}{note}", citation.id, escaped(&citation.publisher), citation.published)
    };
    format!("## Sources\n\n{}", once.into_iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// An address that leads to the web and cannot break out of a link.
fn address(url: &str) -> Option<&str> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    (web && !url.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>'))).then_some(url)
}

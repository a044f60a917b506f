//! The page of a report: what the pledges come to, on whose figures, and where everything else is.

use crate::error::Result;
use crate::question::Query;
use crate::table::{Citation, Table};

use super::super::{Failure, rows};
use super::{Picture, rendered};

/// What the page is about.
pub(super) struct Summary<'r> {
    pub(super) query: &'r Query<'r>,
    pub(super) command: String,
    pub(super) pictures: &'r [Picture],
    pub(super) left_out: &'r [String],
}

impl Summary<'_> {
    /// The page as Markdown.
    pub(super) fn write(&self) -> Result<String, Failure> {
        let headline = rows::ask("headline", self.query)?;
        let table = String::from_utf8_lossy(&rendered("md", &headline)?).into_owned();
        let parts = [
            self.head(),
            "## What the pledges come to".to_owned(),
            unit(&headline),
            table,
            self.pictures(),
            sources(&headline.sources),
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
            book.title,
            countries.join(", "),
            query.as_of,
            &book.fingerprint[..16.min(book.fingerprint.len())],
            self.command
        )
    }

    fn pictures(&self) -> String {
        let shown = |picture: &Picture| {
            let name = picture.name;
            format!(
                "## {}\n\n![{}](charts/{name}.svg)\n\nAlso as [PNG](charts/{name}.png).",
                picture.title,
                picture.alt.replace(['[', ']'], "")
            )
        };
        let left_out = self.left_out.iter().map(|reason| format!("Left out: {reason}."));
        self.pictures.iter().map(shown).chain(left_out).collect::<Vec<_>>().join("\n\n")
    }

    fn files(&self) -> String {
        "## Files\n\n\
         - [`amounts.csv`](amounts.csv): what each standing pledge comes to, per year and scenario\n\
         - [`gdp.csv`](gdp.csv): the GDP of every year and scenario, with publisher, vintage and source\n\
         - [`commitments.csv`](commitments.csv): every commitment, superseded ones included\n\
         - [`sources.csv`](sources.csv): every document, with its address and terms"
            .to_owned()
    }
}

/// In which unit the figures are, and how to read the table.
fn unit(headline: &Table) -> String {
    let currency = headline.context.currency.map_or_else(|| "Money".to_owned(), |currency| currency.to_string());
    format!(
        "{currency} million at current prices. A pledge without a ceiling has no `at most`; a share without GDP of its year has no amount."
    )
}

fn sources(citations: &[Citation]) -> String {
    let line = |citation: &Citation| {
        let title = match &citation.url {
            Some(url) => format!("[{}](<{url}>)", citation.title.replace(['[', ']'], "")),
            None => citation.title.clone(),
        };
        format!("- `{}`: {}, {title}, {}", citation.id, citation.publisher, citation.published)
    };
    format!("## Sources\n\n{}", citations.iter().map(line).collect::<Vec<_>>().join("\n"))
}

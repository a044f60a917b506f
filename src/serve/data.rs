//! `/data`: where figures come from.

use askama::Template;

use crate::book::Source;
use crate::report::html::{from_markdown, leads};

use super::Page;
use super::desk::Refusal;
use super::facts::{Fact, Facts};
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/data",
    name: "Data",
    title: |_| Ok("Where the figures come from".to_owned()),
    about: |_| "Every document, every definition and every path of GDP of the book.",
    of_country: false,
    commands: &[&["scenarios"]],
    fields: |_| Ok(Vec::new()),
    build,
};

/// Documents by who published them.
#[derive(Template)]
#[template(path = "documents.html", config = "src/askama.toml")]
struct Documents<'b> {
    documents: Vec<&'b Source>,
}

impl Documents<'_> {
    /// Where a document stands, if pages may lead there.
    fn address<'s>(&self, source: &'s Source) -> Option<&'s str> {
        source.url.as_deref().filter(|address| leads(address))
    }
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let book = visit.book()?;
    let mut documents: Vec<&Source> = book.sources.iter().collect();
    documents.sort_by_key(|own| (&own.publisher, own.published));
    let definitions = book.definitions.iter().fold(Facts::named("definitions"), |facts, own| {
        facts.with(own.id.clone(), [Fact::words(own.title.clone()), Fact::words(format!("family {}", own.family))])
    });
    let every: &[(&str, &str)] = if visit.says(&["country"]) { &[] } else { &[("country", "all")] };
    let page = visit.held.page.as_ref().map(|page| {
        Piece::part("page", &format!("<details><summary>About the book</summary>\n{}</details>", from_markdown(page)))
    });
    let mut pieces: Vec<Piece> = page.into_iter().collect();
    pieces.extend([
        Piece::heading("Documents"),
        Piece::part("documents", &Documents { documents }),
        Piece::heading("Definitions"),
        Piece::Facts(definitions),
        Piece::heading("Paths of GDP"),
        visit.rows(&["scenarios"], every)?,
    ]);
    Ok(pieces)
}

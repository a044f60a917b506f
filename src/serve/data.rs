//! `/data`: where figures come from.

use crate::report::html::from_markdown;

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

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let book = visit.book()?;
    let documents = book.sources.iter().fold(Facts::named("documents"), |facts, source| {
        let title = Fact::document(source.title.clone(), source.url.as_deref());
        let terms = source.licence.as_ref().map(|licence| Fact::words(format!("licence: {licence}")));
        let second = source.secondary.then(|| Fact::words("somebody else's account"));
        let note = source.note.clone().map(Fact::words);
        let words = format!("{}, {}", source.publisher, source.published);
        facts.with(words, [title].into_iter().chain(terms).chain(second).chain(note))
    });
    let definitions = book.definitions.iter().fold(Facts::named("definitions"), |facts, own| {
        facts.with(own.id.clone(), [Fact::words(own.title.clone()), Fact::words(format!("family {}", own.family))])
    });
    let page = visit.desk.page().map(|page| {
        Piece::part("page", &format!("<details><summary>About the book</summary>\n{}</details>", from_markdown(&page)))
    });
    let mut pieces: Vec<Piece> = page.into_iter().collect();
    pieces.extend([
        Piece::heading("Documents"),
        Piece::Facts(documents),
        Piece::heading("Definitions"),
        Piece::Facts(definitions),
        Piece::heading("Paths of GDP"),
        visit.rows(&["scenarios"], &[("country", "all")])?,
    ]);
    Ok(pieces)
}

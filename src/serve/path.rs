//! `/path`: what a pledge asks for in each year on its way.

use super::Page;
use super::controls::Field;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::{choices, what_if};

pub(super) const PAGE: Page = Page {
    path: "/path",
    name: "Path",
    title: |visit| Ok(format!("{}: the way to a pledge", visit.country()?.name())),
    about: |_| "What a pledge asks for in each year on its way.",
    of_country: true,
    commands: &[&["path"], &["chart", "path"]],
    fields,
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    if !visit.says(&["id", "pledge"]) {
        let words = "Choose a commitment, or write the words of a pledge, to see the way to it.";
        return Ok(vec![Piece::bench(visit, fields(visit)?, Piece::Words(words.to_owned()))]);
    }
    let picture = visit.picture("path", &[])?;
    Ok(vec![Piece::bench(visit, fields(visit)?, picture), visit.rows(&["path"], &[])?])
}

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let (book, query) = (visit.book()?, visit.query()?);
    let mut pledges = choices::commitments(&query, |own| own.pledge.is_some());
    pledges.insert(0, (String::new(), "The words below".to_owned()));
    let mut definitions = choices::definitions(book, None);
    definitions.insert(0, (String::new(), "That of the commitment".to_owned()));
    let shapes = named(&["linear", "growth", "flat", "even", "waypoints:2028=3.5%,2030=4%"]);
    let mut beside = named(&["flat-cash", "constant-share", "constant-real"]);
    beside.extend(choices::commitments(&query, |own| own.pledge.is_some()));
    let mut fields = vec![
        Field::choice(visit, "id", "Commitment", pledges),
        Field::text(visit, "pledge", "Words of a pledge", "for example 5% of GDP by 2035"),
        Field::choice(visit, "definition", "Definition", definitions),
        Field::suggested(visit, "shape", "Shape", ("for example linear", shapes)),
        Field::text(visit, "from", "From", "for example 2025"),
        Field::text(visit, "start", "Spent in that year", "for example 3.6%"),
        Field::suggested(visit, "versus", "Beyond", ("for example constant-share", beside)),
        Field::text(visit, "real", "At prices of", "for example 2024"),
        Field::flag(visit, "total", "With totals"),
    ];
    fields.extend(what_if::fields(visit)?);
    Ok(fields)
}

/// Words that stand for themselves.
fn named(words: &[&str]) -> super::controls::Choices {
    words.iter().map(|word| ((*word).to_owned(), (*word).to_owned())).collect()
}

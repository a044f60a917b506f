//! `/why`: what moved a share: spending, GDP or the definition.

use super::Page;
use super::controls::{Choices, Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::{choices, what_if};

pub(super) const PAGE: Page = Page {
    path: "/why",
    name: "Why",
    title: |visit| Ok(format!("{}: what moved the share?", visit.country()?.name())),
    about: |_| "What moved a share between two points: spending, GDP or the definition.",
    of_country: true,
    commands: &[&["why"], &["chart", "why"]],
    fields,
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let mut pieces = vec![Piece::Controls(Controls::of(visit, fields(visit)?))];
    if !visit.says(&["year"]) || !visit.says(&["from", "to"]) {
        let words = "Choose a year and one or two ends: each a day, a year, a publisher or a definition.";
        pieces.push(Piece::Words(words.to_owned()));
        return Ok(pieces);
    }
    // a country that is none is refused by the command
    let country = visit.country()?.to_string();
    let said = [("of", visit.field("country").unwrap_or(&country)), ("country", "")];
    pieces.extend([visit.picture("why", &said)?, visit.rows(&["why"], &said)?]);
    Ok(pieces)
}

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let (book, query) = (visit.book()?, visit.query()?);
    let mut definitions = choices::definitions(book, None);
    let mut ends: Choices = choices::days(book, query.country());
    ends.extend(definitions.iter().cloned());
    ends.extend(book.publishers.iter().map(|name| (name.clone(), format!("figures of {name}"))));
    definitions.insert(0, (String::new(), "That of the pledges".to_owned()));
    let mut pledges = choices::commitments(&query, |own| own.pledge.is_some());
    pledges.insert(0, (String::new(), "None".to_owned()));
    Ok(vec![
        Field::text(visit, "year", "Year", "for example 2025"),
        Field::suggested(visit, "from", "From", ("for example 2024", ends.clone())),
        Field::suggested(visit, "to", "To", ("for example 2025", ends)),
        Field::choice(visit, "definition", "Definition", definitions),
        Field::choice(visit, "commitment", "Beside the commitment", pledges),
        what_if::day(visit)?,
    ])
}

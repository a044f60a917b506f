//! `/compare`: where each country stands.

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::{choices, what_if};

pub(super) const PAGE: Page = Page {
    path: "/compare",
    name: "Compare",
    title: |_| Ok("Where each country stands".to_owned()),
    about: |_| "Countries by their share of GDP, how far they moved, and what they pledged.",
    of_country: false,
    commands: &[&["league"]],
    fields,
    build,
};

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let book = visit.book()?;
    let mut definitions = choices::definitions(book, None);
    definitions.insert(0, (String::new(), "Default: the common one".to_owned()));
    Ok(vec![
        Field::text(visit, "year", "Year", "for example 2026"),
        Field::text(visit, "since", "Since", "for example 2016"),
        Field::choice(visit, "definition", "Definition", definitions),
        what_if::day(visit)?,
        Field::several(visit, "country", "Countries", choices::countries(book)),
    ])
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let every: &[(&str, &str)] = if visit.says(&["country"]) { &[] } else { &[("country", "all")] };
    Ok(vec![
        Piece::Controls(Controls::of(visit, fields(visit)?)),
        visit.picture("league", every)?,
        Piece::heading("Rank by rank"),
        visit.rows(&["league"], every)?,
        Piece::heading("Year by year"),
        visit.picture("grid", every)?,
    ])
}

//! `/gdp`: which GDP is used for each year, and who published it when.

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::what_if;

pub(super) const PAGE: Page = Page {
    path: "/gdp",
    name: "GDP",
    title: |visit| Ok(format!("{}: which GDP, and whose?", visit.country()?.name())),
    about: "Which GDP is used for each year, who published it when, and how it was revised.",
    of_country: true,
    commands: &[&["gdp"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let mut fields = what_if::gdp(visit)?;
    fields.extend([what_if::ground(visit)?, what_if::day(visit)?, Field::text(visit, "years", "Years", "2025-2030")]);
    Ok(vec![
        Piece::Controls(Controls::of(visit, fields)),
        visit.picture("gdp-vintages", what_if::UNMADE)?,
        visit.picture("revisions", what_if::UNMADE)?,
        Piece::heading("Year by year"),
        visit.rows(&["gdp"], &[])?,
    ])
}

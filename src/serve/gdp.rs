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
    about: |_| "Which GDP is used for each year, who published it when, and how it was revised.",
    of_country: true,
    commands: &[&["gdp"]],
    fields,
    build,
};

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![what_if::ground(visit)?, what_if::day(visit)?, what_if::years(visit)])
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![
        Piece::Controls(Controls::of(visit, fields(visit)?)),
        visit.picture("gdp-vintages", what_if::UNMADE)?,
        visit.picture("revisions", what_if::UNMADE)?,
        Piece::heading("Year by year"),
        visit.rows(&["gdp"], &[])?,
    ])
}

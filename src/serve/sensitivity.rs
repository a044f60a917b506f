//! `/sensitivity`: what a pledge comes to where GDP grows otherwise.

use crate::analysis::Steps;

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::{choices, what_if};

pub(super) const PAGE: Page = Page {
    path: "/sensitivity",
    name: "Sensitivity",
    title: |visit| Ok(format!("{}: how much does growth matter?", visit.country()?.name())),
    about: |_| "What a pledge comes to where GDP grows otherwise and another share is pledged.",
    of_country: true,
    commands: &[&["sensitivity"], &["chart", "sensitivity"]],
    fields,
    build,
};

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let mut pledges = choices::commitments(&visit.query()?, |own| own.pledge.is_some());
    pledges.insert(0, (String::new(), "Choose one".to_owned()));
    Ok(vec![
        Field::choice(visit, "id", "Commitment", pledges),
        Field::text(visit, "year", "Year", "for example 2026"),
        Field::text(visit, "growth", "Points of growth a year", "for example -2..2:0.5"),
        Field::text(visit, "share", "Shares in per cent", "for example 4.5..5:0.25"),
        what_if::ground(visit)?,
        what_if::day(visit)?,
    ])
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let mut pieces = vec![Piece::Controls(Controls::of(visit, fields(visit)?))];
    if visit.says(&["id"]) {
        let share = shares(visit)?;
        let share: Vec<(&str, &str)> = share.iter().map(|share| ("share", share.as_str())).collect();
        pieces.extend([visit.picture("sensitivity", &share)?, visit.rows(&["sensitivity"], &share)?]);
    } else {
        pieces.push(Piece::Words("Choose a commitment to see what growth and its share make of it.".to_owned()));
    }
    Ok(pieces)
}

/// The shares of the picture, so that rows are of the same grid; nothing where the address says some.
fn shares(visit: &Visit<'_>) -> Result<Option<String>, Refusal> {
    let Some(id) = visit.field("id").filter(|_| !visit.says(&["share"])) else { return Ok(None) };
    let own = visit.found(visit.book()?.named_commitment(id, Some(&[visit.country()?])))?;
    let pledged = own.pledge.and_then(|pledge| pledge.share_of_gdp());
    visit.found(pledged.map(|own| Ok(Steps::around(own.percent())?.to_string())).transpose())
}

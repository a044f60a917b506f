//! `/check`: is the book sound.

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::what_if;

pub(super) const PAGE: Page = Page {
    path: "/check",
    name: "Check",
    title: |_| Ok("Is the book sound?".to_owned()),
    about: |_| "Every finding about the files of the book, with its place.",
    of_country: false,
    commands: &[&["check"]],
    fields,
    build,
};

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![what_if::day(visit)?])
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let answered = visit.answer(&visit.asked(&["check"], &[]))?;
    Ok(vec![
        Piece::Controls(Controls::of(visit, fields(visit)?)),
        Piece::Message(answered.shown),
        Piece::Findings(answered.told),
        Piece::Command { name: "check", command: answered.command },
    ])
}

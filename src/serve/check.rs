//! `/check`: is the book sound.

use std::collections::BTreeMap;

use askama::Template;

use crate::error::{Error, Errors};
use crate::verdict::doubts;

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::what_if;

/// Findings of one kind each.
#[derive(Template)]
#[template(path = "findings.html", config = "src/askama.toml")]
struct Findings {
    groups: Vec<Group>,
}

/// What findings of one kind have in common, and each with its place.
struct Group {
    words: String,
    messages: Vec<String>,
}

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
        Piece::Words(answered.shown),
        Piece::part("findings", &Findings { groups: groups(visit)? }),
        Piece::Command { name: "check", command: answered.command },
    ])
}

/// Every finding by its kind, as `check` lists them.
fn groups(visit: &Visit<'_>) -> Result<Vec<Group>, Refusal> {
    let mut findings = doubts(visit.book()?, visit.as_of()?);
    findings.extend(visit.held.reading.findings().clone());
    let mut by_kind: BTreeMap<_, Vec<&Error>> = BTreeMap::new();
    let of_kind = |error: &Error| (error.kind().severity(), error.kind().rank());
    findings.iter().for_each(|error| by_kind.entry(of_kind(error)).or_default().push(error));
    let message = |error: &&Error| visit.desk.message(&Errors::from((*error).clone()));
    let group = |errors: Vec<&Error>| Group { words: common(&errors), messages: errors.iter().map(message).collect() };
    Ok(by_kind.into_values().map(group).collect())
}

/// The words that all of these have, and a gap where they differ.
fn common(errors: &[&Error]) -> String {
    let messages: Vec<String> = errors.iter().map(|error| error.kind().to_string()).collect();
    let is_shared = |word: &&str| messages.iter().all(|other| other.split(' ').any(|own| own == *word));
    let words = messages.first().map_or("", String::as_str).split(' ');
    let mut words: Vec<&str> = words.map(|word| if is_shared(&word) { word } else { "…" }).collect();
    words.dedup_by(|one, other| *one == "…" && *other == "…");
    words.join(" ")
}

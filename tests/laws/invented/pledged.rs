//! Commitments: pledges of every sort, that replace and are parts of others.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const ANNOUNCED: [&str; 4] = ["2021-05-01", "2024-03-01", "2025-07-15", "2026-01-15"];

/// A commitment of a country or of the group.
#[derive(Debug, Clone)]
pub(crate) struct Pledged {
    pub(crate) country: &'static str,
    pub(crate) id: String,
    pub(crate) pledge: String,
    pub(super) when: String,
    pub(super) definition: &'static str,
    pub(crate) announced: &'static str,
    /// Whether it replaces the one before it.
    pub(super) supersedes: Option<String>,
    pub(super) part_of: Option<String>,
    pub(super) tolerance: bool,
    pub(super) basis: Option<&'static str>,
}

impl Pledged {
    pub(super) fn text(&self) -> String {
        let Self { id, pledge, when, definition, announced, .. } = self;
        let mut text = format!(
            "[[commitment]]\nid = \"{id}\"\ntitle = \"C\"\npledge = \"{pledge}\"\n{when}\ndefinition = \"{definition}\"\n\
             announced = {announced}\nstrength = \"law\"\nsource = \"speech\"\n"
        );
        let named =
            [("supersedes", self.supersedes.as_deref()), ("part_of", self.part_of.as_deref()), ("basis", self.basis)];
        for (key, value) in named {
            if let Some(value) = value {
                writeln!(text, "{key} = \"{value}\"").unwrap();
            }
        }
        if self.tolerance {
            text += "tolerance = \"3%\"\ntolerance_reason = \"so it is\"\n";
        }
        text
    }
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[1-9](\\.[0-9]{1,2})?", 1 => "0\\.[0-9]?[1-9]", 1 => "[1-9][0-9]"]
}

/// Words of one figure, in one of these units.
fn said(units: &'static [&'static str]) -> impl Strategy<Value = String> {
    let qualifier = select(vec!["", "at least ", "more than ", "at most ", "less than ", "about "]);
    (qualifier, number(), select(units)).prop_map(|(how, number, unit)| format!("{how}{number}{unit}"))
}

fn yearly() -> impl Strategy<Value = String> {
    yearly_from(2020)
}

/// For each of some years, from one on, or by one, none of which is before this one.
fn yearly_from(first: u16) -> impl Strategy<Value = String> {
    prop_oneof![
        2 => (first..2029u16, 0..4u16).prop_map(|(first, more)| format!("in = \"{first}-{}\"", first + more)),
        2 => (first..2031u16).prop_map(|year| format!("in = {year}")),
        1 => (first + 1..2029u16).prop_map(|year| format!("in = \"{year}-\"")),
        1 => (2025..2034u16).prop_map(|year| format!("by = {year}")),
    ]
}

fn together() -> impl Strategy<Value = String> {
    (2020..2029u16, 1..4u16).prop_map(|(first, more)| format!("since = {first}\nuntil = {}", first + more))
}

/// A pledge, and when.
fn words() -> impl Strategy<Value = (String, String)> {
    const OF_GDP: &[&str] = &["% of GDP"];
    const MONEY: &[&str] = &[" million EUR", " million EUR", " million NOK", " million USD"];
    let range = (1..5u16, 1..5u16).prop_map(|(low, more)| format!("{low}% to {}% of GDP", low + more));
    let waypoints = (2027..2034u16).prop_map(|year| format!("by = {year}\npath = {{ 2026 = \"2.2%\" }}"));
    let mean = together().prop_map(|years| years + "\nmean = true");
    prop_oneof![
        4 => (said(OF_GDP), yearly()),
        1 => (said(OF_GDP), waypoints),
        1 => (range, yearly()),
        3 => (said(MONEY), yearly()),
        1 => (said(OF_GDP), together()),
        1 => (said(OF_GDP), mean),
        1 => (said(MONEY), together()),
        2 => (said(&["% of GNI", "% of GDP of 2022", "% of defence spending"]), yearly()),
        2 => (said(RELATIVE), yearly_from(2024)),
    ]
}

const RELATIVE: &[&str] = &[
    "% more than in 2023",
    "% less than in 2023",
    "% that of 2022",
    " times that of 2023",
    " pp more than in 2023",
    " pp less than in 2022",
    " million EUR more than in 2023",
];

fn pledged() -> impl Strategy<Value = Pledged> {
    let country = select(vec!["AAA", "AAA", "AAA", "BBB", "PACT"]);
    let definition = select(vec!["nato", "defence", "aid", "border"]);
    let basis = option::weighted(0.2, select(vec!["budgeted", "publisher:Bank"]));
    (country, words(), definition, select(&ANNOUNCED[..]), any::<[bool; 2]>(), prop::bool::weighted(0.2), basis)
        .prop_map(|(country, (pledge, when), definition, announced, linked, tolerance, basis)| {
            // money of every member together is not that of each
            let of_all = country == "PACT" && (pledge.contains("million") || when.contains("path"));
            let (pledge, when) = if of_all { ("2% of GDP".to_owned(), "in = 2024".to_owned()) } else { (pledge, when) };
            let definition = if pledge.contains("defence spending") { "equipment" } else { definition };
            let [supersedes, part_of] = linked.map(|is_linked| is_linked.then(String::new));
            let id = String::new();
            Pledged { country, id, pledge, when, definition, announced, supersedes, part_of, tolerance, basis }
        })
}

/// One that no cut leaves out and that names the last year.
pub(super) fn anchor() -> Pledged {
    let (pledge, when) = ("at least 3.5% of GDP".to_owned(), "by = 2035".to_owned());
    let (supersedes, part_of, tolerance, basis) = (None, None, false, None);
    let id = String::new();
    Pledged {
        country: "AAA",
        id,
        pledge,
        when,
        definition: "nato",
        announced: "2014-09-05",
        supersedes,
        part_of,
        tolerance,
        basis,
    }
}

/// Commitments that replace and are parts of those that the same country made before; each has an id.
pub(super) fn commitments() -> impl Strategy<Value = Vec<Pledged>> {
    vec(pledged(), 1..9).prop_map(|mut all| {
        all.sort_by_key(|own| own.announced);
        all.insert(0, anchor());
        for at in 0..all.len() {
            all[at].id = format!("{}-{at}", all[at].country.to_lowercase());
            let before = |all: &[Pledged]| {
                all[..at].iter().rfind(|own| own.country == all[at].country).map(|own| own.id.clone())
            };
            let replaced = before(&all).filter(|_| all[at].supersedes.is_some());
            let part_of = before(&all).filter(|_| all[at].part_of.is_some() && replaced.is_none());
            (all[at].supersedes, all[at].part_of) = (replaced, part_of);
        }
        all
    })
}

//! What the chart of a change says.

use std::cmp::Ordering;

use super::amounts::possessive;
use super::countries::genitive;
use super::lang::In;

/// What moves a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// What is spent.
    Spending,
    /// The GDP that it is a share of.
    Gdp,
    /// What spending counts.
    Definition,
}

/// The two points of a change, each as its figure and its name.
pub(crate) struct Between<'a> {
    pub(crate) from: [&'a str; 2],
    pub(crate) to: [&'a str; 2],
}

/// Its phrases; figures come with their signs.
pub(crate) struct Sentences {
    /// From one point to another, and what moved it; whose comes as the country and what is told of it.
    pub(crate) moved: fn(whose: [&str; 2], moved: Ordering, between: &Between, why: &str) -> String,
    /// What two publishers say of one year, or what it is under two definitions, on one day.
    pub(crate) differs: fn(whose: [&str; 2], between: &Between, why: &str) -> String,
    /// What is told of one year.
    pub(crate) of_year: fn(what: &str, year: i32) -> String,
    /// The parts that moved it, or the only one.
    pub(crate) part: fn(Part) -> &'static str,
    pub(crate) effect: fn(part: &str, points: &str) -> String,
    pub(crate) alone: fn(Part) -> String,
    pub(crate) nothing: &'static str,
    /// What is told in the place of a share.
    pub(crate) gap: fn(pledge: &str) -> String,
    pub(crate) of_gdp: fn(share: &str) -> String,
    pub(crate) subtitle: fn(definition: &str) -> String,
    /// A point that is told by its day.
    pub(crate) known: fn(day: &str) -> String,
    /// From one amount to another.
    pub(crate) to: fn(from: &str, to: &str) -> String,
    /// What begins the sentences about the two points and about what moved it.
    pub(crate) heads: [&'static str; 2],
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        moved: |[country, what], moved, between, why| {
            let ([from, first], [to, last]) = (between.from, between.to);
            let verb = match moved {
                Ordering::Greater => "rose",
                Ordering::Less => "fell",
                Ordering::Equal => "stayed",
            };
            format!("{} {what} {verb} from {from} ({first}) to {to} ({last}): {why}", possessive(country))
        },
        differs: |[country, what], between, why| {
            let ([from, first], [to, last]) = (between.from, between.to);
            format!("{} {what} is {from} ({first}) or {to} ({last}): {why}", possessive(country))
        },
        of_year: |what, year| format!("{what} in {year}"),
        part: |part| match part {
            Part::Spending => "spending",
            Part::Gdp => "GDP",
            Part::Definition => "definition",
        },
        effect: |part, points| format!("{part} {points}"),
        alone: |part| {
            let part = match part {
                Part::Spending => "spending",
                Part::Gdp => "GDP",
                Part::Definition => "the definition",
            };
            format!("{part} explains all of it")
        },
        nothing: "nothing moved it",
        gap: |pledge| format!("gap to {pledge}"),
        of_gdp: |share| format!("{share} of GDP"),
        subtitle: |definition| {
            format!(
                "{definition}, % of GDP; effects in percentage points, each the mean of before and after the other, rounded once"
            )
        },
        known: |day| format!("as of {day}"),
        to: |from, to| format!("{from} → {to}"),
        heads: ["Shares", "Moved by"],
    },
    lv: Sentences {
        moved: |[country, what], moved, between, why| {
            let ([from, first], [to, last]) = (between.from, between.to);
            let verb = match moved {
                Ordering::Greater => "pieauga",
                Ordering::Less => "samazinājās",
                Ordering::Equal => "nemainījās",
            };
            format!("{} {what} {verb} no {from} ({first}) līdz {to} ({last}): {why}", genitive(country))
        },
        differs: |[country, what], between, why| {
            let ([from, first], [to, last]) = (between.from, between.to);
            format!("{} {what} ir {from} ({first}) vai {to} ({last}): {why}", genitive(country))
        },
        of_year: |what, year| format!("{what} {year}. gadā"),
        part: |part| match part {
            Part::Spending => "izdevumi",
            Part::Gdp => "IKP",
            Part::Definition => "definīcija",
        },
        effect: |part, points| format!("{part} {points}"),
        alone: |part| {
            let part = match part {
                Part::Spending => "izdevumi",
                Part::Gdp => "IKP",
                Part::Definition => "definīcija",
            };
            format!("visu izskaidro {part}")
        },
        nothing: "nekas nav mainījies",
        gap: |pledge| format!("iztrūkums līdz solītajam ({pledge})"),
        of_gdp: |share| format!("{share} no IKP"),
        subtitle: |definition| {
            format!(
                "{definition}, % no IKP; ietekme procentpunktos: vidējais no ietekmes pirms un pēc otra pārmaiņām, noapaļots vienreiz"
            )
        },
        known: |day| format!("{day} dati"),
        to: |from, to| format!("{from} → {to}"),
        heads: ["Daļas", "Ietekme"],
    },
};

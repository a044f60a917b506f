//! What the chart of shares says.

use super::amounts::{possessive, possessive_inside};
use super::countries::{after_words, genitive};
use super::lang::In;

/// Its phrases; figures come with their percent sign, pledges in their words.
pub(crate) struct Sentences {
    /// The last share that a country spent on something.
    pub(crate) spent_in: fn(whose: [&str; 2], share: &str, year: i32) -> String,
    /// That, and the pledge of a later year or of one that has passed.
    pub(crate) and_pledges: fn(spent: &str, pledge: &str, year: i32) -> String,
    pub(crate) and_had_pledged: fn(spent: &str, pledge: &str, year: i32) -> String,
    pub(crate) pledges: fn(whose: [&str; 2], pledge: &str, year: i32) -> String,
    pub(crate) is_estimated: fn(whose: [&str; 2], share: &str, year: i32) -> String,
    pub(crate) goals_of: fn(whose: [&str; 2]) -> String,
    pub(crate) of_gdp: &'static str,
    /// What the pledges are of.
    pub(crate) pledges_of: fn(definition: &str) -> String,
    pub(crate) as_stated: &'static str,
    /// The figure of a year, and the words for one, in a list.
    pub(crate) in_year: fn(share: &str, year: i32) -> String,
    pub(crate) for_year: fn(pledge: &str, year: i32) -> String,
    pub(crate) by_year: fn(share: &str, year: i32, name: &str) -> String,
    /// What begins the sentences about what was spent, about estimates, pledges and goals.
    pub(crate) heads: [&'static str; 4],
    /// The ground of estimates and pledges, of one of them, of goals alone.
    pub(crate) ground: fn(estimates: bool, pledges: bool) -> &'static str,
    /// The names of the two series.
    pub(crate) spent: &'static str,
    pub(crate) pledged: &'static str,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        spent_in: |[country, spent], share, year| {
            format!("{} {spent} came to {share} of GDP in {year}", possessive(country))
        },
        and_pledges: |spent, pledge, year| format!("{spent}; {pledge} is pledged for {year}"),
        and_had_pledged: |spent, pledge, year| format!("{spent}; {pledge} was pledged for {year}"),
        pledges: |[country, spent], pledge, year| format!("{country} pledges {pledge} of GDP for {spent} in {year}"),
        is_estimated: |[country, spent], share, year| {
            format!("An estimated {share} of GDP goes to {} {spent} in {year}", possessive_inside(country))
        },
        goals_of: |[country, spent]| {
            format!("Goals of {} for {spent}, of which no figure is published", after_words(country))
        },
        of_gdp: "% of GDP",
        pledges_of: |definition| format!("; pledges are of {definition}"),
        as_stated: "; pledges as stated",
        in_year: |share, year| format!("{share} in {year}"),
        for_year: |pledge, year| format!("{pledge} for {year}"),
        by_year: |share, year, name| format!("{share} by {year} ({name})"),
        heads: ["Spent", "Estimated", "Pledged", "Goals"],
        ground: |estimates, pledges| match (estimates, pledges) {
            (true, true) => "estimates and pledges",
            (true, false) => "estimates",
            (false, true) => "pledges",
            (false, false) => "goals",
        },
        spent: "spent",
        pledged: "pledged",
    },
    lv: Sentences {
        spent_in: |[country, spent], share, year| {
            format!("{} {spent} {year}. gadā bija {share} no IKP", genitive(country))
        },
        and_pledges: |spent, pledge, year| format!("{spent}, {year}. gadam solīti {pledge}"),
        and_had_pledged: |spent, pledge, year| format!("{spent}, {year}. gadam bija solīti {pledge}"),
        pledges: |[country, spent], pledge, year| format!("{country}: {spent}, {year}. gadam solīti {pledge} no IKP"),
        is_estimated: |[country, spent], share, year| {
            format!("{} {spent} {year}. gadā pēc aplēses ir {share} no IKP", genitive(country))
        },
        goals_of: |[country, spent]| format!("{} mērķi: {spent}; dati nav publicēti", genitive(country)),
        of_gdp: "% no IKP",
        pledges_of: |definition| format!("; solījumi: {definition}"),
        as_stated: "; solījumi, kā izteikti",
        in_year: |share, year| format!("{year}. gadā {share}"),
        for_year: |pledge, year| format!("{year}. gadam {pledge}"),
        by_year: |share, year, name| format!("līdz {year}. gadam {share} ({name})"),
        heads: ["Iztērētais", "Aplēstais", "Solītais", "Mērķi"],
        ground: |estimates, pledges| match (estimates, pledges) {
            (true, true) => "aplēses un solījumi",
            (true, false) => "aplēses",
            (false, true) => "solījumi",
            (false, false) => "mērķi",
        },
        spent: "iztērēts",
        pledged: "solīts",
    },
};

//! What the chart of accounts says.

use super::amounts::possessive;
use super::countries::genitive;
use super::lang::In;

/// Its phrases; shares come with their percent sign, the pledge in its words.
pub(crate) struct Sentences {
    /// What a country spent on something in a year, by each account, and what was pledged for it; empty where nothing was.
    pub(crate) came_to: fn(whose: [&str; 2], year: i32, accounts: &str, pledge: &str) -> String,
    /// One account of several; the first names the unit.
    pub(crate) by: fn(share: &str, publisher: &str) -> String,
    pub(crate) or: &'static str,
    pub(crate) subtitle: fn(definition: &str) -> String,
    /// An amount beside others of the same year, below it.
    pub(crate) million: fn(currency: &str) -> String,
    /// A year in a list.
    pub(crate) in_year: fn(share: &str, publisher: &str, kind: &str, year: i32) -> String,
    /// A pledge and the first and last of its years.
    pub(crate) for_years: fn(pledge: &str, years: [i32; 2]) -> String,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        came_to: |[country, spent], year, accounts, pledge| {
            let whose = possessive(country);
            let pledged = if pledge.is_empty() { String::new() } else { format!("; {pledge} was pledged") };
            format!("{whose} {spent} in {year} came to {accounts} of GDP{pledged}")
        },
        by: |share, publisher| format!("{share} ({publisher})"),
        or: "or",
        subtitle: |definition| {
            format!(
                "{definition}, % of GDP (the latest, or as published), each account by itself; faint: estimate, hatched: plan, line: pledge"
            )
        },
        million: |currency| format!("{currency} million"),
        in_year: |share, publisher, kind, year| format!("{share} in {year} ({publisher}, {kind})"),
        for_years: |pledge, [first, last]| match last - first {
            0 => format!("{pledge} for {first}"),
            _ => format!("{pledge} for {first} to {last}"),
        },
    },
    lv: Sentences {
        came_to: |[country, spent], year, accounts, pledge| {
            let pledged = if pledge.is_empty() { String::new() } else { format!("; solīti {pledge}") };
            format!("{} {spent} {year}. gadā bija {accounts} no IKP{pledged}", genitive(country))
        },
        by: |share, publisher| format!("{share} ({publisher})"),
        or: "vai",
        subtitle: |definition| {
            format!(
                "{definition}, % no IKP (jaunākie dati vai kā publicēts), katrs avots atsevišķi; blāvs: aplēse, svītrots: plāns, līnija: solījums"
            )
        },
        million: |currency| format!("milj. {currency}"),
        in_year: |share, publisher, kind, year| format!("{year}. gadā {share} ({publisher}, {kind})"),
        for_years: |pledge, [first, last]| match last - first {
            0 => format!("{first}. gadam {pledge}"),
            _ => format!("{first}.–{last}. gadam {pledge}"),
        },
    },
};

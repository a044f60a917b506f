//! What the chart of amounts says.

use crate::table::Basis;

use super::countries::{after_words, genitive};
use super::lang::In;

/// Its phrases; amounts come as ready text, in millions.
pub(crate) struct Sentences {
    /// What the pledge of a year comes to; the words of the pledge are empty where there are none.
    pub(crate) comes_to: fn(country: &str, pledge: &str, amount: &str, year: i32) -> String,
    /// The same without a figure.
    pub(crate) pledge_of: fn(country: &str) -> String,
    /// From the lowest to the highest amount.
    pub(crate) range: fn(low: &str, high: &str) -> String,
    pub(crate) millions: fn(currency: &str, amount: &str) -> String,
    /// Unit and rule, on a path of GDP.
    pub(crate) subtitle: fn(currency: &str, basis: &str) -> String,
    /// The name of a path that is no scenario of the book.
    pub(crate) basis: fn(&Basis) -> String,
    /// What the bars are; by a definition, or without one.
    pub(crate) bars: fn(definition: &str) -> String,
    pub(crate) bars_alone: &'static str,
    /// What the shaded ranges are.
    pub(crate) shaded: &'static str,
    /// What the words below the years are.
    pub(crate) of_gdp: &'static str,
    pub(crate) gdp_by: &'static str,
    /// The amount of a year in a list.
    pub(crate) in_year: fn(amount: &str, year: i32) -> String,
    /// That with its kind.
    pub(crate) of_kind: fn(amount: &str, year: i32, kind: &str) -> String,
    /// What begins the sentences about the amounts on so many paths, and about what is spent.
    pub(crate) on_paths: fn(paths: usize) -> String,
    pub(crate) spending: &'static str,
}

/// Whose it is, after other words: `Latvia’s`, `the Netherlands’`.
pub(super) fn possessive_inside(name: &str) -> String {
    possessive(&after_words(name))
}

/// Whose it is, at the beginning of a sentence: `Latvia’s`, `The Netherlands’`.
pub(super) fn possessive(name: &str) -> String {
    let ending = if name.ends_with('s') { "’" } else { "’s" };
    format!("{name}{ending}")
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        comes_to: |country, pledge, amount, year| {
            let pledge = if pledge.is_empty() { "pledge".to_owned() } else { format!("pledge of {pledge}") };
            format!("{} {pledge} comes to {amount} in {year}", possessive(country))
        },
        pledge_of: |country| format!("{} pledge", possessive(country)),
        range: |low, high| format!("{low} to {high}"),
        millions: |currency, amount| format!("{currency}\u{a0}{amount}\u{a0}million"),
        subtitle: |currency, basis| format!("{currency} million, pledge × nominal GDP ({basis})"),
        basis: |basis| match basis {
            Basis::Latest => "Latest figures".to_owned(),
            Basis::Budgeted => "Budget forecasts".to_owned(),
            Basis::Publisher(publisher) => format!("{publisher} alone"),
        },
        bars: |definition| format!("; bars: {definition}"),
        bars_alone: "; bars: what is spent or budgeted",
        shaded: "; shaded: what the words allow",
        of_gdp: "of GDP pledged",
        gdp_by: "GDP by",
        in_year: |amount, year| format!("{amount} in {year}"),
        of_kind: |amount, year, kind| format!("{amount} in {year} ({kind})"),
        on_paths: |paths| match paths {
            1 => "Pledged on one path of GDP".to_owned(),
            _ => format!("Pledged on {paths} paths of GDP"),
        },
        spending: "Spent or planned",
    },
    lv: Sentences {
        comes_to: |country, pledge, amount, year| {
            let pledge = if pledge.is_empty() { "solījums".to_owned() } else { format!("solītie {pledge}") };
            format!("{} {pledge} {year}. gadā ir {amount}", genitive(country))
        },
        pledge_of: |country| format!("{} solījums", genitive(country)),
        range: |low, high| format!("{low} līdz {high}"),
        millions: |currency, amount| format!("{amount}\u{a0}milj.\u{a0}{currency}"),
        subtitle: |currency, basis| format!("Milj. {currency}, solījums × nominālais IKP ({basis})"),
        basis: |basis| match basis {
            Basis::Latest => "Jaunākie dati".to_owned(),
            Basis::Budgeted => "Budžeta prognozes".to_owned(),
            Basis::Publisher(publisher) => format!("tikai {publisher}"),
        },
        bars: |definition| format!("; stabiņi: {definition}"),
        bars_alone: "; stabiņi: iztērēts vai budžetā paredzēts",
        shaded: "; iekrāsots: ko pieļauj formulējums",
        of_gdp: "solītā daļa no IKP",
        gdp_by: "IKP avots",
        in_year: |amount, year| format!("{year}. gadā {amount}"),
        of_kind: |amount, year, kind| format!("{year}. gadā {amount} ({kind})"),
        on_paths: |paths| match paths {
            1 => "Solītais vienā IKP scenārijā".to_owned(),
            _ => format!("Solītais (IKP scenāriji: {paths})"),
        },
        spending: "Iztērētais vai plānotais",
    },
};

//! What the chart of a fan says.

use super::amounts::possessive_inside;
use super::lang::In;

/// Its phrases; amounts come as ready text, with their currency where the name says so.
pub(crate) struct Sentences {
    /// Between which amounts half of the scenarios put a pledge in a year.
    pub(crate) half: fn(country: &str, pledge: &str, range: &str, year: i32) -> String,
    /// Unit and rule, and what the spread is: that of so many scenarios.
    pub(crate) subtitle: fn(currency: &str, scenarios: &str) -> String,
    /// The line and the two bands, with their figures.
    pub(crate) median: fn(amount: &str) -> String,
    pub(crate) middle: fn(range: &str) -> String,
    pub(crate) most: fn(range: &str) -> String,
    /// The three of a year in a list.
    pub(crate) told: fn(median: &str, middle: &str, most: &str, year: i32) -> String,
    /// What begins the sentence about the years.
    pub(crate) by_year: &'static str,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        half: |country, pledge, range, year| {
            format!("Half of the scenarios put {} pledge of {pledge} in {year} at {range}", possessive_inside(country))
        },
        subtitle: |currency, scenarios| {
            format!(
                "{currency} million, pledge × nominal GDP; shaded: the spread of the scenarios that were fed ({scenarios}), not a probability"
            )
        },
        median: |amount| format!("median: {amount}"),
        middle: |range| format!("25–75%: {range}"),
        most: |range| format!("5–95%: {range}"),
        told: |median, middle, most, year| format!("median {median} in {year} (25–75%: {middle}; 5–95%: {most})"),
        by_year: "Over the scenarios",
    },
    lv: Sentences {
        half: |country, pledge, range, year| {
            format!("{country}: {year}. gadā solītie {pledge} pusē scenāriju ir {range}")
        },
        subtitle: |currency, scenarios| {
            format!(
                "Milj. {currency}, solījums × nominālais IKP; iekrāsots: ievadīto scenāriju ({scenarios}) izkliede, nevis varbūtība"
            )
        },
        median: |amount| format!("mediāna: {amount}"),
        middle: |range| format!("25–75%: {range}"),
        most: |range| format!("5–95%: {range}"),
        told: |median, middle, most, year| format!("{year}. gadā mediāna {median} (25–75%: {middle}; 5–95%: {most})"),
        by_year: "Pa scenārijiem",
    },
};

//! What the chart of a fan says.

use super::amounts::{possessive, possessive_inside};
use super::countries::genitive;
use super::lang::In;

/// Its phrases; amounts come as ready text, with their currency where the name says so.
pub(crate) struct Sentences {
    /// Between which amounts half of so many scenarios put a pledge in a year.
    pub(crate) half: fn(country: &str, pledge: &str, range: &str, year: i32, scenarios: &str) -> String,
    /// From the lowest to the highest amount, where they are too few to have a half.
    pub(crate) over: fn(country: &str, pledge: &str, range: &str, year: i32, scenarios: &str) -> String,
    /// How many scenarios there are where years have different counts of them.
    pub(crate) a_year: fn(scenarios: &str) -> String,
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
        half: |country, pledge, range, year, scenarios| {
            let whose = possessive_inside(country);
            format!("Half of the {scenarios} scenarios put {whose} pledge of {pledge} in {year} at {range}")
        },
        over: |country, pledge, range, year, scenarios| {
            let whose = possessive(country);
            let over =
                if scenarios == "1" { "in one scenario".to_owned() } else { format!("over {scenarios} scenarios") };
            format!("{whose} pledge of {pledge} in {year} comes to {range} {over}")
        },
        a_year: |scenarios| format!("{scenarios}, not as many in every year"),
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
        half: |country, pledge, range, year, scenarios| {
            format!("{country}: {year}. gadā solītie {pledge} pusē scenāriju ir {range} (scenāriji: {scenarios})")
        },
        over: |country, pledge, range, year, scenarios| {
            format!("{} solītie {pledge} {year}. gadā ir {range} (scenāriji: {scenarios})", genitive(country))
        },
        a_year: |scenarios| format!("{scenarios}, ne visos gados vienādi"),
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

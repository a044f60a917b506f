//! What the grid says.

use super::lang::In;

/// Its phrases; figures come with their percent sign.
pub(crate) struct Sentences {
    /// Where the course of one country begins and ends.
    pub(crate) from_to: fn(country: &str, first: [&str; 2], last: [&str; 2]) -> String,
    /// In how many of so many countries the share rose.
    pub(crate) rose: fn(number: usize, of: usize) -> String,
    /// That, between two years.
    pub(crate) between: fn(rose: &str, years: [i32; 2]) -> String,
    /// What is shown.
    pub(crate) subtitle: fn(definition: &str) -> String,
    /// What the signs are: figures, and what was pledged for a year.
    pub(crate) course: &'static str,
    pub(crate) held: &'static str,
    /// A country with its share and the change to it, in a list.
    pub(crate) with: fn(country: &str, first: &str, last: &str) -> String,
    /// A country with its share of a year.
    pub(crate) in_year: fn(country: &str, share: &str, year: i32) -> String,
    /// What begins the sentences that name the countries, and the highest share.
    pub(crate) heads: [&'static str; 2],
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        from_to: |country, [first, from], [last, to]| {
            format!("{country} went from {from} of GDP in {first} to {to} in {last}")
        },
        rose: |number, of| format!("the share rose in {number} of {of} countries"),
        between: |rose, [first, last]| format!("{rose} between {first} and {last}"),
        subtitle: |definition| format!("{definition}, % of GDP, the largest last share first"),
        course: "published",
        held: "pledged for the year, by its own definition",
        with: |country, first, last| format!("{country} {first} to {last}"),
        in_year: |country, share, year| format!("{country} {share} in {year}"),
        heads: ["First and last", "Highest"],
    },
    lv: Sentences {
        from_to: |country, [first, from], [last, to]| {
            format!("{country}: no {from} no IKP {first}. gadā līdz {to} {last}. gadā")
        },
        rose: |number, of| {
            let countries = if number % 10 == 1 && number % 100 != 11 { "valstī" } else { "valstīs" };
            format!("daļa auga {number} {countries} no {of}")
        },
        between: |rose, [first, last]| format!("no {first}. līdz {last}. gadam {rose}"),
        subtitle: |definition| format!("{definition}, % no IKP, lielākā pēdējā daļa vispirms"),
        course: "publicēts",
        held: "solīts attiecīgajam gadam, pēc savas definīcijas",
        with: |country, first, last| format!("{country} {first} līdz {last}"),
        in_year: |country, share, year| format!("{country} {share} {year}. gadā"),
        heads: ["Pirmais un pēdējais", "Augstākais"],
    },
};

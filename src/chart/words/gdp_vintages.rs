//! What the chart of GDP's vintages says.

use super::amounts::possessive_inside;
use super::lang::In;

/// Its phrases; amounts come as ready text, shares with their percent sign.
pub(crate) struct Sentences {
    /// From the least to the most that the share came to.
    pub(crate) came_to: fn(country: &str, year: i32, share: &str, range: [&str; 2], currency: &str) -> String,
    /// The same where there is one figure alone.
    pub(crate) comes_to: fn(country: &str, year: i32, share: &str, amount: &str, currency: &str) -> String,
    pub(crate) subtitle: fn(year: i32, share: &str, currency: &str) -> String,
    /// What the first figure of the closed year is called.
    pub(crate) first_release: &'static str,
    /// A figure with its publisher and its kind.
    pub(crate) figure: fn(publisher: &str, kind: &str, gdp: &str) -> String,
    /// What the share of it is.
    pub(crate) share: fn(share: &str, amount: &str) -> String,
    /// What begins the sentence about the figures, and one of them.
    pub(crate) gdp: fn(year: i32) -> String,
    pub(crate) on: fn(gdp: &str, publisher: &str, kind: &str, date: &str) -> String,
    /// The time after the year's end.
    pub(crate) over: fn(year: i32) -> String,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        came_to: |country, year, share, [low, high], currency| {
            let whose = possessive_inside(country);
            format!(
                "{share} of {whose} GDP of {year} was {currency}\u{a0}{low} to {high}\u{a0}million, depending on source and date"
            )
        },
        comes_to: |country, year, share, amount, currency| {
            format!("{share} of {} GDP of {year} is {currency}\u{a0}{amount}\u{a0}million", possessive_inside(country))
        },
        subtitle: |year, share, currency| {
            format!(
                "Nominal GDP of {year} by day of publication, {currency} million, with {share} of it; vertical lines: how far it is rounded"
            )
        },
        first_release: "first release",
        figure: |publisher, kind, gdp| format!("{publisher}, {kind}: {gdp}"),
        share: |share, amount| format!("{share} = {amount}"),
        gdp: |year| format!("Nominal GDP of {year}"),
        on: |gdp, publisher, kind, date| format!("{gdp} ({publisher}, {kind}, {date})"),
        over: |year| format!("{year} is over"),
    },
    lv: Sentences {
        came_to: |country, year, share, [low, high], currency| {
            format!(
                "{country}: {share} no {year}. gada IKP ir {low} līdz {high}\u{a0}milj.\u{a0}{currency} atkarībā no avota un laika"
            )
        },
        comes_to: |country, year, share, amount, currency| {
            format!("{country}: {share} no {year}. gada IKP ir {amount}\u{a0}milj.\u{a0}{currency}")
        },
        subtitle: |year, share, currency| {
            format!(
                "{year}. gada nominālais IKP pa publicēšanas datumiem, milj. {currency}, un {share} no tā; vertikālās līnijas: noapaļojums"
            )
        },
        first_release: "pirmā publikācija",
        figure: |publisher, kind, gdp| format!("{publisher}, {kind}: {gdp}"),
        share: |share, amount| format!("{share} = {amount}"),
        gdp: |year| format!("{year}. gada nominālais IKP"),
        on: |gdp, publisher, kind, date| format!("{gdp} ({publisher}, {kind}, {date})"),
        over: |year| format!("{year}. gads ir beidzies"),
    },
};

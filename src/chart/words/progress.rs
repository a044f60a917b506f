//! What the chart of progress says.

use super::lang::In;

/// Its phrases; amounts come as ready text with their currency, the pledge in its words.
pub(crate) struct Sentences {
    /// What is published of a pledge over these years.
    pub(crate) accounts: fn(country: &str, published: &str, pledge: &str, years: [i32; 2]) -> String,
    pub(crate) subtitle: fn(definition: &str, currency: &str, programmes: &str) -> String,
    /// Beside the line of the pledge.
    pub(crate) pledged: fn(pledge: &str) -> String,
    pub(crate) unaccounted: &'static str,
    /// What begins the sentence about the sums of these programmes.
    pub(crate) added_up: fn(programmes: &str) -> String,
    /// What is pledged with what its words allow, and what is left of it.
    pub(crate) of_it: fn(pledged: &str, allows: &str) -> String,
    pub(crate) rest: fn(amount: &str) -> String,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        accounts: |country, published, pledge, [first, last]| {
            format!("{country} pledged {pledge} for {first}–{last}; published programmes come to {published}")
        },
        subtitle: |definition, currency, programmes| {
            let programmes = if programmes.is_empty() { String::new() } else { format!("; published: {programmes}") };
            format!("{definition}, {currency} million, added up from year to year{programmes}")
        },
        pledged: |pledge| format!("pledged: {pledge}"),
        unaccounted: "unaccounted",
        added_up: |programmes| format!("Published and added up ({programmes})"),
        of_it: |pledged, allows| if allows.is_empty() { pledged.to_owned() } else { format!("{pledged} ({allows})") },
        rest: |amount| format!("{amount} not accounted for"),
    },
    lv: Sentences {
        accounts: |country, published, pledge, [first, last]| {
            format!("{country}: {first}.–{last}. gadam solīts {pledge}, publicētas programmas par {published}")
        },
        subtitle: |definition, currency, programmes| {
            let programmes = if programmes.is_empty() { String::new() } else { format!("; publicēts: {programmes}") };
            format!("{definition}, milj. {currency}, kumulatīvi{programmes}")
        },
        pledged: |pledge| format!("solīts: {pledge}"),
        unaccounted: "bez datiem",
        added_up: |programmes| format!("Publicētais kopā ({programmes})"),
        of_it: |pledged, allows| if allows.is_empty() { pledged.to_owned() } else { format!("{pledged} ({allows})") },
        rest: |amount| format!("nav datu par {amount}"),
    },
};

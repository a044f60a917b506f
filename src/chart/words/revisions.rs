//! What the chart of revisions says.

use std::cmp::Ordering;

use crate::table::Strength;

use super::amounts::possessive;
use super::countries::genitive;
use super::lang::In;

/// Its phrases; pledges come in their words, shares with their percent sign.
pub(crate) struct Sentences {
    /// From the first to the last of several announcements; whether it rose.
    pub(crate) moved: fn(country: &str, year: i32, ends: [&str; 2], rose: Ordering, times: usize) -> String,
    /// The only announcement.
    pub(crate) pledged: fn(country: &str, year: i32, pledge: &str) -> String,
    pub(crate) subtitle: fn(definition: &str, published: bool) -> String,
    /// How firm a pledge is.
    pub(crate) strength: fn(Strength) -> &'static str,
    /// A pledge with that, and a published share with its publisher and kind.
    pub(crate) step: fn(pledge: &str, strength: &str) -> String,
    pub(crate) share: fn(share: &str, publisher: &str, kind: &str) -> String,
    /// The same with its day, in a list.
    pub(crate) on: fn(what: &str, date: &str) -> String,
    /// What begins the sentence about announcements.
    pub(crate) announced: &'static str,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        moved: |country, year, [first, last], rose, times| {
            let verb = match rose {
                Ordering::Greater => "rose",
                Ordering::Less => "fell",
                Ordering::Equal => "went",
            };
            format!("{} pledge for {year} {verb} from {first} to {last} in {times} announcements", possessive(country))
        },
        pledged: |country, year, pledge| format!("{country} pledged {pledge} for {year}, once"),
        subtitle: |definition, published| {
            let dots = if published { "; dots: as published, plans ÷ GDP as known then" } else { "" };
            format!("{definition}, % of GDP, by day of announcement; thicker: more binding{dots}")
        },
        strength: Strength::word,
        step: |pledge, strength| format!("{pledge}, {strength}"),
        share: |share, publisher, kind| format!("{share} {publisher}, {kind}"),
        on: |what, date| format!("{what} ({date})"),
        announced: "Announced",
    },
    lv: Sentences {
        moved: |country, year, [first, last], rose, times| {
            let verb = match rose {
                Ordering::Greater => "pieauga",
                Ordering::Less => "samazinājās",
                Ordering::Equal => "mainījās",
            };
            format!(
                "{} solījums {year}. gadam {verb} no „{first}” līdz „{last}” ({times} lēmumos un paziņojumos)",
                genitive(country)
            )
        },
        pledged: |country, year, pledge| format!("{country}: {year}. gadam vienreiz solīti {pledge}"),
        subtitle: |definition, published| {
            let dots = if published { "; punkti: publicētais, plāns ÷ toreiz zināmais IKP" } else { "" };
            format!("{definition}, % no IKP, pa paziņošanas datumiem; biezāka līnija: saistošāks{dots}")
        },
        strength: |strength| match strength {
            Strength::Law => "likums",
            Strength::Budget => "budžets",
            Strength::Decision => "lēmums",
            Strength::Declaration => "deklarācija",
            Strength::Bill => "likumprojekts",
            Strength::Statement => "paziņojums",
            Strength::Goal => "mērķis",
        },
        step: |pledge, strength| format!("{pledge}, {strength}"),
        share: |share, publisher, kind| format!("{share} {publisher}, {kind}"),
        on: |what, date| format!("{what} ({date})"),
        announced: "Paziņotais",
    },
};

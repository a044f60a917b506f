//! What the scoreboard says.

use crate::table::{Kind, Verdict};

use super::amounts::possessive_inside;
use super::countries::genitive;
use super::lang::In;

/// Its phrases; amounts come as ready text with their currency, pledges in their words.
pub(crate) struct Sentences {
    /// How many verdicts there are of each sort, by what they rest on.
    pub(crate) verdicts: fn(country: &str, counts: &str) -> String,
    pub(crate) count: fn(verdict: &str, number: usize) -> String,
    /// Those that rest on figures of a kind, or on none.
    pub(crate) resting: fn(kind: Option<Kind>, counts: &str) -> String,
    /// What the rows show, of pledges announced on one day or, where that is empty, on several.
    pub(crate) subtitle: fn(announced: &str) -> String,
    /// That not every row is counted, at the end of that.
    pub(crate) counted_once: &'static str,
    /// So many rows that have no room.
    pub(crate) others: fn(usize) -> String,
    /// A verdict.
    pub(crate) verdict: fn(Verdict) -> &'static str,
    /// That on a pledge which another one replaced.
    pub(crate) superseded: fn(verdict: &str) -> String,
    /// A pledge with its years and what it comes to.
    pub(crate) pledge: fn(pledge: &str, years: &str, amount: &str) -> String,
    pub(crate) of_gdp: fn(share: &str) -> String,
    /// What still passes as a pledge, below its mark.
    pub(crate) tolerated: fn(pledge: &str) -> String,
    /// How far a figure is from a pledge that it meets as rounded.
    pub(crate) as_written: fn(gap: &str) -> String,
    /// The same of one that is the stated figure, where more or less than that is pledged.
    pub(crate) itself: &'static str,
    /// What signs say: money of a kind, a published share of a kind, what passes, and between what a figure lies.
    pub(crate) by_money: fn(kind: &str) -> String,
    pub(crate) by_share: fn(kind: &str) -> String,
    pub(crate) tolerance: &'static str,
    pub(crate) precision: &'static str,
    /// What nobody accounts for, and between what a share lies.
    pub(crate) unaccounted: fn(amount: &str) -> String,
    pub(crate) between: fn(low: &str, high: &str) -> String,
    /// Where something is published under another definition alone.
    pub(crate) under: fn(definition: &str) -> String,
    /// Where nothing is published.
    pub(crate) nothing: &'static str,
    /// What begins the sentence about how much of a pledge is published, and whose figure a pledge is held against.
    pub(crate) reached: &'static str,
    pub(crate) by: fn(what: &str, publisher: &str) -> String,
    /// Over the mark that all of a pledge reaches.
    pub(crate) mark: &'static str,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        verdicts: |country, counts| format!("Verdicts on {} pledges: {counts}", possessive_inside(country)),
        count: |verdict, number| format!("{number}\u{a0}{verdict}"),
        resting: |kind, counts| {
            let on = match kind {
                Some(Kind::Outturn) => "on outturns",
                Some(Kind::Estimate) => "on estimates",
                Some(Kind::Plan) => "on plans",
                Some(Kind::Forecast) => "on forecasts",
                Some(Kind::Assumption) => "on assumptions",
                None => "without a figure",
            };
            format!("{on} {counts}")
        },
        subtitle: |announced| {
            let on = if announced.is_empty() { String::new() } else { format!(" on {announced}") };
            format!(
                "What is published of what was pledged{on}, each publisher by itself, measured from 0 to the pledge"
            )
        },
        counted_once: "; each spending is counted once, by the pledge announced last",
        others: |rows| format!("and {rows} more that have no room here"),
        verdict: |verdict| match verdict {
            Verdict::MetRounded => "met when rounded",
            Verdict::Incomparable => "not comparable",
            Verdict::Met | Verdict::Missed | Verdict::Undecided | Verdict::Open => verdict.word(),
        },
        superseded: |verdict| format!("superseded; {verdict}"),
        pledge: |pledge, years, amount| match amount {
            "" => format!("{years}: {pledge}"),
            _ => format!("{years}: {pledge}, {amount}"),
        },
        of_gdp: |share| format!("{share} of GDP"),
        tolerated: |pledge| format!("tolerance: {pledge}"),
        as_written: |gap| format!("as written {gap}"),
        itself: "as written the figure itself does not count",
        by_money: |kind| format!("money: {kind}"),
        by_share: |kind| format!("share as published: {kind}"),
        tolerance: "tolerance of the pledge: its own rounding, or as stated",
        precision: "the figure’s own rounding",
        unaccounted: |amount| format!("{amount} unaccounted for"),
        between: |low, high| format!("as published, {low} to {high} of GDP"),
        under: |definition| format!("figures only under {definition}"),
        nothing: "no figure is published",
        reached: "Published of what was pledged",
        by: |what, publisher| if publisher.is_empty() { what.to_owned() } else { format!("{what} ({publisher})") },
        mark: "pledged",
    },
    lv: Sentences {
        verdicts: |country, counts| format!("{} solījumu vērtējumi: {counts}", genitive(country)),
        count: |verdict, number| format!("{verdict}\u{a0}({number})"),
        resting: |kind, counts| {
            let on = match kind {
                Some(Kind::Outturn) => "pēc faktiskajiem datiem",
                Some(Kind::Estimate) => "pēc aplēsēm",
                Some(Kind::Plan) => "pēc plāniem",
                Some(Kind::Forecast) => "pēc prognozēm",
                Some(Kind::Assumption) => "pēc pieņēmumiem",
                None => return counts.to_owned(),
            };
            format!("{on} {counts}")
        },
        subtitle: |announced| {
            let day = if announced.is_empty() { String::new() } else { format!("{announced} ") };
            format!("Publicētais pret {day}solīto, katra avota dati atsevišķi, no 0 līdz solītajam")
        },
        counted_once: "; katri izdevumi skaitīti vienreiz, pēc pēdējā solījuma",
        others: |rows| format!("un vēl {rows}, kam te nav vietas"),
        verdict: |verdict| match verdict {
            Verdict::Met => "izpildīts",
            Verdict::MetRounded => "izpildīts, noapaļojot",
            Verdict::Missed => "nav\u{a0}izpildīts",
            Verdict::Undecided => "nav\u{a0}nosakāms",
            Verdict::Incomparable => "nav\u{a0}salīdzināms",
            Verdict::Open => "vēl nav datu",
        },
        superseded: |verdict| format!("aizstāts; {verdict}"),
        pledge: |pledge, years, amount| match amount {
            "" => format!("{years}: {pledge}"),
            _ => format!("{years}: {pledge}, {amount}"),
        },
        of_gdp: |share| format!("{share} no IKP"),
        tolerated: |pledge| format!("pielaide: {pledge}"),
        as_written: |gap| format!("burtiski {gap}"),
        itself: "burtiski pats skaitlis neskaitās",
        by_money: |kind| format!("nauda: {kind}"),
        by_share: |kind| format!("publicētā daļa: {kind}"),
        tolerance: "solījuma pielaide: tā noapaļojums vai kā noteikts",
        precision: "skaitļa noapaļojums",
        unaccounted: |amount| format!("nav datu par {amount}"),
        between: |low, high| format!("kā publicēts, {low} līdz {high} no IKP"),
        under: |definition| format!("dati tikai: {definition}"),
        nothing: "nekas nav publicēts",
        reached: "Publicētais pret solīto",
        by: |what, publisher| if publisher.is_empty() { what.to_owned() } else { format!("{what} ({publisher})") },
        mark: "solīts",
    },
};

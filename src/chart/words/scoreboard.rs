//! What the scoreboard says.

use crate::table::Verdict;

use super::amounts::possessive;
use super::lang::In;

/// Figures that are no spending yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotFinal {
    Plans,
    Forecasts,
    Both,
}

/// Its phrases; amounts come as ready text with their currency, pledges in their words.
pub(crate) struct Sentences {
    /// So many verdicts, and how many of each.
    pub(crate) counted: fn(country: &str, verdicts: usize, counts: &str) -> String,
    pub(crate) count: fn(verdict: &str, number: usize) -> String,
    /// How many of so many verdicts rest on plans, or on forecasts as well.
    pub(crate) resting: fn(number: usize, of: usize, on: NotFinal) -> String,
    /// What the rows show, of pledges announced on one day or on several.
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
    /// The figure that is held against it.
    pub(crate) spent: fn(amount: &str, share: &str, publisher: &str) -> String,
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
        counted: |country, verdicts, counts| {
            let word = if verdicts == 1 { "verdict" } else { "verdicts" };
            format!("{} pledges in {verdicts} {word}: {counts}", possessive(country))
        },
        count: |verdict, number| format!("{number} {verdict}"),
        resting: |number, of, on| {
            let (one, several) = match on {
                NotFinal::Plans => ("a plan", "plans"),
                NotFinal::Forecasts => ("a forecast", "forecasts"),
                NotFinal::Both => ("a plan or forecast", "plans or forecasts"),
            };
            match number {
                0 => String::new(),
                1 if of == 1 => format!("; it rests on {one}"),
                1 => format!("; 1 of them rests on {one}"),
                _ if number == of => format!("; all rest on {several}"),
                _ => format!("; {number} of them rest on {several}"),
            }
        },
        subtitle: |announced| {
            let of =
                if announced.is_empty() { "of what was".to_owned() } else { format!("of what on {announced} was") };
            format!(
                "What is published {of} pledged, by publisher; solid: outturn, faint: estimate, hatched: plan; shaded: within the pledge’s own rounding"
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
        spent: |amount, share, publisher| {
            [amount, share, publisher].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
        },
        unaccounted: |amount| format!("{amount} unaccounted for"),
        between: |low, high| format!("as published, {low} to {high} of GDP"),
        under: |definition| format!("figures only under {definition}"),
        nothing: "no figure is published",
        reached: "Published of what was pledged",
        by: |what, publisher| if publisher.is_empty() { what.to_owned() } else { format!("{what} ({publisher})") },
        mark: "pledged",
    },
    lv: Sentences {
        counted: |country, verdicts, counts| format!("{country}: solījumu vērtējumi ({verdicts}): {counts}"),
        count: |verdict, number| format!("{verdict}\u{a0}–\u{a0}{number}"),
        resting: |number, of, on| {
            let (one, several) = match on {
                NotFinal::Plans => ("plānu", "plāniem"),
                NotFinal::Forecasts => ("prognozi", "prognozēm"),
                NotFinal::Both => ("plānu vai prognozi", "plāniem vai prognozēm"),
            };
            match number {
                0 => String::new(),
                1 if of == 1 => format!("; tas balstās uz {one}"),
                1 => format!("; 1 no tiem balstās uz {one}"),
                _ if number == of => format!("; visi balstās uz {several}"),
                _ => format!("; {number} no tiem balstās uz {several}"),
            }
        },
        subtitle: |announced| {
            let day = if announced.is_empty() { String::new() } else { format!("{announced} ") };
            format!(
                "Publicētais pret {day}solīto, pēc katra avota datiem; pilns: faktiski, blāvs: aplēse, svītrots: plāns; iekrāsots: solījuma noapaļojuma robežās"
            )
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
        spent: |amount, share, publisher| {
            [amount, share, publisher].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
        },
        unaccounted: |amount| format!("nav datu par {amount}"),
        between: |low, high| format!("kā publicēts, {low} līdz {high} no IKP"),
        under: |definition| format!("dati tikai: {definition}"),
        nothing: "nekas nav publicēts",
        reached: "Publicētais pret solīto",
        by: |what, publisher| if publisher.is_empty() { what.to_owned() } else { format!("{what} ({publisher})") },
        mark: "solīts",
    },
};

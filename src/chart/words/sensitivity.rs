//! What the chart of cases says.

use crate::table::Kind;

use super::amounts::possessive;
use super::countries::genitive;
use super::lang::In;

/// Its phrases; amounts come with their currency, pledges in their words.
pub(crate) struct Sentences {
    /// In how many of all cases the spending of a kind and a year meets the pledge, and in how many as written.
    pub(crate) meets: fn(country: &str, spent: &str, kind: Kind, year: &str, cases: [&str; 3]) -> String,
    /// From where to where it goes, where nothing is published.
    pub(crate) comes_to: fn(country: &str, pledge: &str, year: &str, ends: [&str; 2]) -> String,
    /// What tiles show: what is missing to the pledge, or what that comes to.
    pub(crate) gaps: fn(title: &str, unit: &str) -> String,
    pub(crate) amounts: fn(title: &str, unit: &str) -> String,
    /// On which path of GDP and under which definition, at the end of that.
    pub(crate) basis: fn(basis: &str) -> String,
    /// What differs from column to column and from row to row.
    pub(crate) growth: &'static str,
    pub(crate) share: &'static str,
    /// Points with their sign, and how growth is said that is that of the path.
    pub(crate) as_it_is: &'static str,
    pub(crate) break_even: &'static str,
    /// A case in a list: the amount with growth and share.
    pub(crate) case: fn(amount: &str, growth: &str, share: &str) -> String,
    pub(crate) head: &'static str,
}

/// Cases after a number, in the dative: one of 21, several of 25.
fn of_cases(number: &str) -> &'static str {
    if number.ends_with('1') && !number.ends_with("11") { "gadījuma" } else { "gadījumiem" }
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        meets: |country, spent, kind, year, [met, of, as_written]| {
            let whose = possessive(country);
            let what = match kind {
                Kind::Outturn => "spending",
                Kind::Estimate => "estimated spending",
                Kind::Plan => "planned spending",
                Kind::Forecast | Kind::Assumption => "expected spending",
            };
            let written = if met == as_written { String::new() } else { format!(", as written in {as_written}") };
            format!("{whose} {what} of {spent} for {year} meets the pledge in {met} of {of} cases{written}")
        },
        comes_to: |country, pledge, year, [low, high]| {
            if low == high {
                return format!("{} pledge of {pledge} for {year} comes to {low} in every case", possessive(country));
            }
            format!("{} pledge of {pledge} for {year} comes to {low} to {high}", possessive(country))
        },
        gaps: |title, unit| format!("{title}: what is missing (+) or beyond (−), {unit}"),
        amounts: |title, unit| format!("{title}: what the pledge comes to, {unit}"),
        basis: |basis| format!("; GDP: {basis}"),
        growth: "growth of GDP a year, against its path",
        share: "pledged, % of GDP",
        as_it_is: "as it is",
        break_even: "break-even, as written",
        case: |amount, growth, share| format!("{amount} ({share}, growth {growth})"),
        head: "Pledged",
    },
    lv: Sentences {
        meets: |country, spent, kind, year, [met, of, as_written]| {
            let what = match kind {
                Kind::Outturn => "izdevumi",
                Kind::Estimate => "aplēstie izdevumi",
                Kind::Plan => "plānotie izdevumi",
                Kind::Forecast | Kind::Assumption => "sagaidāmie izdevumi",
            };
            let written = if met == as_written { String::new() } else { format!(", burtiski {as_written}") };
            let (whose, cases) = (genitive(country), of_cases(of));
            format!("{whose} {what} {year}. gadam ({spent}) izpilda solījumu {met} no {of} {cases}{written}")
        },
        comes_to: |country, pledge, year, [low, high]| {
            let amount = if low == high { low.to_owned() } else { format!("no {low} līdz {high}") };
            format!("{} solītie {pledge} {year}. gadā ir {amount}", genitive(country))
        },
        gaps: |title, unit| format!("{title}: cik trūkst (+) vai ir vairāk (−), {unit}"),
        amounts: |title, unit| format!("{title}: cik ir solītais, {unit}"),
        basis: |basis| format!("; IKP: {basis}"),
        growth: "IKP pieaugums gadā pret tā scenāriju",
        share: "solīts, % no IKP",
        as_it_is: "kā ir",
        break_even: "robeža, burtiski",
        case: |amount, growth, share| format!("{amount} ({share}, pieaugums {growth})"),
        head: "Solītais",
    },
};

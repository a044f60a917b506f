//! What the chart of cases says.

use crate::table::Kind;

use super::amounts::possessive;
use super::countries::genitive;
use super::lang::In;

/// Its phrases; amounts come with their currency, pledges in their words.
pub(crate) struct Sentences {
    /// In how many cases the spending of a kind and a year is enough for what is pledged.
    pub(crate) enough: fn(country: &str, spent: &str, kind: Kind, year: &str, cases: [&str; 2]) -> String,
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

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        enough: |country, spent, kind, year, [enough, of]| {
            let whose = possessive(country);
            let what = match kind {
                Kind::Outturn => "spending",
                Kind::Estimate => "estimated spending",
                Kind::Plan => "planned spending",
                Kind::Forecast | Kind::Assumption => "expected spending",
            };
            format!("{whose} {what} of {spent} for {year} is enough in {enough} of {of} cases")
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
        break_even: "break-even",
        case: |amount, growth, share| format!("{amount} ({share}, growth {growth})"),
        head: "Pledged",
    },
    lv: Sentences {
        enough: |country, spent, kind, year, [enough, of]| {
            let what = match kind {
                Kind::Outturn => "izdevumi",
                Kind::Estimate => "aplēstie izdevumi",
                Kind::Plan => "plānotie izdevumi",
                Kind::Forecast | Kind::Assumption => "sagaidāmie izdevumi",
            };
            format!("{} {what} {year}. gadam ({spent}) ir pietiekami; gadījumi: {enough} no {of}", genitive(country))
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
        break_even: "robeža",
        case: |amount, growth, share| format!("{amount} ({share}, pieaugums {growth})"),
        head: "Solītais",
    },
};

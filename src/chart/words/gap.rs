//! What the chart of gaps says.

use crate::table::{Basis, Kind};

use super::amounts::possessive;
use super::lang::In;

/// On which side of a pledge a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Less than was pledged.
    Short,
    /// More than was pledged.
    Beyond,
    /// Less than is allowed.
    Below,
    /// More than is allowed.
    Over,
    /// As pledged.
    Even,
}

/// Its phrases; amounts come as ready text, pledges in their words.
pub(crate) struct Sentences {
    /// The spending of a kind and a year, as a sentence begins.
    pub(crate) spending: fn(country: &str, kind: Kind, year: i32) -> String,
    /// How far that is from the pledge, in money and in points; the latter empty where unknown.
    pub(crate) finding: fn(spending: &str, apart: Side, gap: [&str; 2], pledge: &str) -> String,
    pub(crate) subtitle: fn(definition: &str, unit: &str, basis: &str) -> String,
    /// What shaded ranges are, and the years that are left out, at the end of the subtitle.
    pub(crate) tolerance: &'static str,
    pub(crate) without: fn(years: &str) -> String,
    pub(crate) unit: fn(currency: &str) -> String,
    /// The GDP of which shares are pledged; none where there are several.
    pub(crate) basis: fn(Option<&Basis>) -> &'static str,
    /// The gap beside its bar, an amount as short as can be, and points of GDP.
    pub(crate) gap: fn(apart: Side, amount: &str) -> String,
    pub(crate) millions: fn(currency: &str, amount: &str) -> String,
    pub(crate) points: fn(points: &str) -> String,
    /// The kind of a figure that is a share as its publisher states it.
    pub(crate) share: fn(kind: &str) -> String,
    /// What is pledged for a year, and what is published of it.
    pub(crate) pledged_in: fn(amount: &str, pledge: &str, year: i32) -> String,
    pub(crate) published_in: fn(figure: &str, year: i32, whose: &str) -> String,
}

/// A gap in money, with points where they are known.
fn both([money, points]: [&str; 2]) -> String {
    if points.is_empty() { money.to_owned() } else { format!("{money} ({points})") }
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        spending: |country, kind, year| {
            let whose = possessive(country);
            match kind {
                Kind::Outturn => format!("{whose} spending in {year} was"),
                Kind::Estimate => format!("{whose} estimated spending in {year} is"),
                Kind::Plan => format!("{whose} planned spending in {year} is"),
                Kind::Forecast | Kind::Assumption => format!("{whose} expected spending in {year} is"),
            }
        },
        finding: |spending, apart, gap, pledge| {
            let gap = both(gap);
            match apart {
                Side::Short => format!("{spending} {gap} short of {pledge}"),
                Side::Beyond => format!("{spending} {gap} beyond {pledge}"),
                Side::Below => format!("{spending} {gap} below the ceiling of {pledge}"),
                Side::Over => format!("{spending} {gap} over the ceiling of {pledge}"),
                Side::Even => format!("{spending} what was pledged, {pledge}"),
            }
        },
        subtitle: |definition, unit, basis| {
            format!("{definition}, {unit}; bars: published, line: pledged, shares × {basis}")
        },
        tolerance: "; shaded: tolerance",
        without: |years| format!("; without a figure: {years}"),
        unit: |currency| format!("{currency} million"),
        basis: |basis| match basis {
            Some(Basis::Latest) => "the latest GDP",
            Some(Basis::Budgeted) => "GDP as budgeted",
            Some(Basis::Publisher(_)) | None => "GDP, each on its basis",
        },
        gap: |apart, amount| match apart {
            Side::Short => format!("short by {amount}"),
            Side::Beyond => format!("headroom {amount}"),
            Side::Below => format!("below by {amount}"),
            Side::Over => format!("over by {amount}"),
            Side::Even => "as pledged".to_owned(),
        },
        millions: |currency, amount| format!("{currency}\u{a0}{amount}\u{a0}m"),
        points: |points| format!("{points}\u{a0}pp"),
        share: |kind| format!("{kind} (share)"),
        pledged_in: |amount, pledge, year| format!("{amount} in {year} ({pledge})"),
        published_in: |figure, year, whose| format!("{figure} in {year} ({whose})"),
    },
    lv: Sentences {
        spending: |country, kind, year| match kind {
            Kind::Outturn => format!("{country}: {year}. gadā iztērēts"),
            Kind::Estimate => format!("{country}: {year}. gadā pēc aplēses iztērēts"),
            Kind::Plan => format!("{country}: {year}. gadā plānots"),
            Kind::Forecast | Kind::Assumption => format!("{country}: {year}. gadā sagaidāms"),
        },
        finding: |spending, apart, gap, pledge| {
            let gap = both(gap);
            match apart {
                Side::Short => format!("{spending} par {gap} mazāk nekā solītie {pledge}"),
                Side::Beyond => format!("{spending} par {gap} vairāk nekā solītie {pledge}"),
                Side::Below => format!("{spending} par {gap} mazāk nekā pieļautie {pledge}"),
                Side::Over => format!("{spending} par {gap} vairāk nekā pieļautie {pledge}"),
                Side::Even => format!("{spending} tik, cik solīts: {pledge}"),
            }
        },
        subtitle: |definition, unit, basis| {
            format!("{definition}, {unit}; stabiņi: publicētais, līnija: solītais, daļa × {basis}")
        },
        tolerance: "; iekrāsots: pielaide",
        without: |years| format!("; bez datiem: {years}"),
        unit: |currency| format!("milj. {currency}"),
        basis: |basis| match basis {
            Some(Basis::Latest) => "IKP (jaunākie dati)",
            Some(Basis::Budgeted) => "IKP, kāds paredzēts budžetā",
            Some(Basis::Publisher(_)) | None => "IKP, katrs uz sava pamata",
        },
        gap: |apart, amount| match apart {
            Side::Short => format!("trūkst {amount}"),
            Side::Beyond => format!("par {amount} vairāk"),
            Side::Below => format!("par {amount} mazāk"),
            Side::Over => format!("par {amount} pārsniegts"),
            Side::Even => "kā solīts".to_owned(),
        },
        millions: |currency, amount| format!("{amount}\u{a0}milj.\u{a0}{currency}"),
        points: |points| format!("{points}\u{a0}p.p."),
        share: |kind| format!("{kind} (daļa)"),
        pledged_in: |amount, pledge, year| format!("{year}. gadā {amount} ({pledge})"),
        published_in: |figure, year, whose| format!("{year}. gadā {figure} ({whose})"),
    },
};

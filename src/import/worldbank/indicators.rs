//! The indicators that a book has a measure for.

use crate::book::Measure;

/// An indicator, and what a book takes it for.
#[derive(Debug)]
pub(super) struct Indicator {
    code: &'static str,
    pub(super) measure: Measure,
    pub(super) definition: Option<&'static str>,
    pub(super) unit: IndicatorUnit,
    pub(super) note: Option<&'static str>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum IndicatorUnit {
    NationalCurrency,
    Dollars,
    Percent,
    Index,
}

const INDICATORS: &[Indicator] = &[
    plain("NY.GDP.MKTP.CN", Measure::Gdp, IndicatorUnit::NationalCurrency),
    plain("NY.GDP.MKTP.CD", Measure::Gdp, IndicatorUnit::Dollars),
    plain("NY.GNP.MKTP.CN", Measure::Gni, IndicatorUnit::NationalCurrency),
    plain("NY.GNP.MKTP.CD", Measure::Gni, IndicatorUnit::Dollars),
    plain("NY.GDP.DEFL.ZS", Measure::GdpDeflator, IndicatorUnit::Index),
    plain("NY.GDP.MKTP.KD.ZG", Measure::RealGrowth, IndicatorUnit::Percent),
    plain("FP.CPI.TOTL.ZG", Measure::ConsumerInflation, IndicatorUnit::Percent),
    military("MS.MIL.XPND.CN", Measure::Spending, IndicatorUnit::NationalCurrency),
    military("MS.MIL.XPND.CD", Measure::Spending, IndicatorUnit::Dollars),
    military("MS.MIL.XPND.GD.ZS", Measure::SpendingShare, IndicatorUnit::Percent),
];

const fn plain(code: &'static str, measure: Measure, unit: IndicatorUnit) -> Indicator {
    Indicator { code, measure, definition: None, unit, note: None }
}

/// Military expenditure, which another publisher compiles.
const fn military(code: &'static str, measure: Measure, unit: IndicatorUnit) -> Indicator {
    Indicator { code, measure, definition: Some("sipri"), unit, note: Some("compiled by SIPRI") }
}

pub(super) fn by_code(code: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|own| own.code == code)
}

/// The codes that are taken, for people.
pub(super) fn taken() -> String {
    INDICATORS.iter().map(|own| format!("`{}`", own.code)).collect::<Vec<_>>().join(", ")
}

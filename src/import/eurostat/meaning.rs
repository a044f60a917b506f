//! What the figures of a table are, by the codes of its dimensions.

use crate::book::Measure;
use crate::import::countries;
use crate::quantity::Country;

/// Whose figures they are, of what and in what.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) country: Country,
    pub(super) measure: Measure,
    pub(super) definition: Option<&'static str>,
    pub(super) unit: MeaningUnit,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum MeaningUnit {
    Euro,
    NationalCurrency,
    Percent,
    Index { base: String },
}

/// The definition of expenditure on the function defence of the classification COFOG.
const COFOG_DEFENCE: &str = "cofog-02";

impl Meaning {
    /// What figures of these dimensions are, or in words what is left out.
    pub(super) fn of(dimensions: &[(String, String)]) -> Result<Self, &'static str> {
        let code = |name: &str| {
            let own = dimensions.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
            own.map(|(_, code)| code.as_str())
        };
        let is = |name, wanted| code(name).is_none_or(|own| own == wanted);
        if !is("freq", "A") {
            return Err("figures of quarters and months");
        }
        let country = code("geo").and_then(countries::by_code).ok_or("figures of groups and of unknown countries")?;
        let (item, unit) = (code("na_item").unwrap_or_default(), code("unit").unwrap_or_default());
        if code("cofog99").or(code("expend")).is_none() {
            let (measure, unit) = of_gdp(item, unit)?;
            return Ok(Self { country, measure, definition: None, unit });
        }
        if !(is("cofog99", "GF02") && is("expend", "DEF")) {
            return Err("figures of other functions than defence");
        }
        if !is("sector", "S13") {
            return Err("figures of parts of government");
        }
        if item != "TE" {
            return Err("figures of other items than total expenditure");
        }
        let (measure, unit) = of_expenditure(unit)?;
        Ok(Self { country, measure, definition: Some(COFOG_DEFENCE), unit })
    }
}

fn of_expenditure(unit: &str) -> Result<(Measure, MeaningUnit), &'static str> {
    match unit {
        "MIO_EUR" => Ok((Measure::Spending, MeaningUnit::Euro)),
        "MIO_NAC" => Ok((Measure::Spending, MeaningUnit::NationalCurrency)),
        "PC_GDP" => Ok((Measure::SpendingShare, MeaningUnit::Percent)),
        _ => Err("figures in other units"),
    }
}

fn of_gdp(item: &str, unit: &str) -> Result<(Measure, MeaningUnit), &'static str> {
    if item != "B1GQ" {
        return Err("figures of other items than GDP");
    }
    let base = unit.strip_prefix("PD").and_then(|rest| rest.strip_suffix("_NAC")).filter(|base| base.len() == 2);
    match (unit, base) {
        ("CP_MEUR", _) => Ok((Measure::Gdp, MeaningUnit::Euro)),
        ("CP_MNAC", _) => Ok((Measure::Gdp, MeaningUnit::NationalCurrency)),
        ("CLV_PCH_PRE", _) => Ok((Measure::RealGrowth, MeaningUnit::Percent)),
        (_, Some(base)) => Ok((Measure::GdpDeflator, MeaningUnit::Index { base: format!("20{base}") })),
        (_, None) if unit.starts_with("CLV") => Err("figures at constant prices, which are no nominal GDP"),
        (_, None) => Err("figures in other units"),
    }
}

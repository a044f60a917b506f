//! Why a figure cannot be held against a pledge.

use crate::book::Basis;
use crate::error::Result;
use crate::gdp::Ground;
use crate::pledge::Base;
use crate::quantity::Year;
use crate::quantity::text::listed;

use super::case::Case;
use super::words::{millions, share, under, value};
use super::{Extent, Measure, Spent};

/// Why a figure cannot be held against the pledge.
///
/// Of a mean that is for it to say.
pub(super) fn unmeasured(case: &Case<'_>, spent: &Spent<'_>) -> Result<String> {
    if spent.extent == Extent::Overlapping {
        let parts = spent.rows.iter().map(|row| under(case, row)).collect::<Result<Vec<_>>>()?;
        return Ok(format!("parts that may count the same money are not added: {}", listed(&parts, "and")));
    }
    let (whole, missing) = no_whole(case);
    Ok(match (spent.measure, spent.amount) {
        (Measure::Money, Some(amount)) => {
            format!("{} m cannot be set against {whole}: {missing}", millions(amount.millions())?)
        }
        (Measure::Published, _) => other_base(case, &share(spent)),
        (Measure::Money, None) => {
            let rows = spent.rows.iter().map(|row| value(case, row)).collect::<Result<Vec<_>>>()?;
            format!(
                "{} is published, nothing in {}: amounts are not converted",
                listed(&rows, "and"),
                case.pledged.currency
            )
        }
    })
}

/// What is published is a share of something else than the pledge.
pub(super) fn other_base(case: &Case<'_>, share: &str) -> String {
    let of = case.definition.of.as_ref().map_or("GDP".to_owned(), |of| format!("spending under `{}`", of.id));
    let pledge = match case.base {
        _ if case.rests_on_gdp() => format!("a share of {}", case.pledged.pledge.base().unwrap_or(Base::Gdp)),
        Some(base) => format!("a share of spending under `{}`", base.id),
        None => "a share of defence spending".to_owned(),
    };
    format!("{share} of {of} is published, the pledge is {pledge}")
}

/// Amounts are sought, and what is published is none.
pub(super) fn without_amounts(case: &Case<'_>, figures: &str) -> String {
    let years = case.outcome.years;
    if case.is_cumulative() {
        return format!("no amounts are published for {years}, only what cannot be added up: {figures}");
    }
    let sought = if case.is_mean() { "figure to take a mean of" } else { "amount" };
    format!("no {sought} is published for {years}, only {figures}")
}

/// What the whole of a share is, and why it is not known.
pub(super) fn no_whole(case: &Case<'_>) -> (&'static str, String) {
    let years = case.outcome.years;
    if !case.rests_on_gdp() {
        let own = case.commitment.definition.as_ref().map(|own| own.id.as_str()).unwrap_or_default();
        let missing = match case.base {
            Some(base) => format!("no spending above zero under `{}` counts for {years}", base.id),
            None => format!("`{own}` does not say of whose spending its shares are"),
        };
        return ("defence spending", missing);
    }
    if case.pledged.pledge.base() == Some(Base::Gni) {
        return ("GNI", case.outcome.reason.as_ref().map(ToString::to_string).unwrap_or_default());
    }
    let other = || format!("GDP is in {}, the pledge in {}", case.commitment.currency, case.pledged.currency);
    ("GDP", case.missing.map_or_else(other, |year| no_gdp(year, &case.ground)))
}

/// Where GDP of a year is not.
pub(super) fn no_gdp(year: Year, ground: &Ground) -> String {
    match ground {
        Ground::Basis(Basis::Budgeted) => format!("no forecast of {year} from before {year} is in the book"),
        Ground::Basis(basis @ (Basis::Latest | Basis::Publisher(_))) => {
            format!("no GDP for {year} on `{basis}` is in the book")
        }
        Ground::Scenario(name) => format!("no GDP for {year} in scenario `{name}`"),
    }
}

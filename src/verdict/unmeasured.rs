//! Why a figure cannot be held against a pledge.

use crate::book::Basis;
use crate::error::Result;
use crate::gdp::Ground;
use crate::pledge::Base;
use crate::quantity::text::listed;

use super::case::Case;
use super::mean;
use super::words::{millions, share, under, value};
use super::{Extent, Measure, Spent};

/// Why a figure cannot be held against the pledge.
///
/// `is_cut` says that more is published, which does not count.
pub(super) fn unmeasured(case: &Case<'_>, spent: &Spent<'_>, is_cut: bool) -> Result<String> {
    let is_of_another = spent.measure == Measure::Published && !case.takes_shares();
    if case.is_mean() && !is_of_another {
        return Ok(mean::missing(case, spent, is_cut));
    }
    if spent.extent == Extent::Overlapping {
        let parts = spent.rows.iter().map(|row| under(case, row)).collect::<Result<Vec<_>>>()?;
        return Ok(format!("parts that may count the same money are not added: {}", listed(&parts, "and")));
    }
    let (whole, missing) = no_whole(case);
    Ok(match (spent.measure, spent.amount) {
        (Measure::Money, Some(amount)) => {
            format!("{} m cannot be set against {whole}: {missing}", millions(amount.millions())?)
        }
        (Measure::Published, _) => {
            let of = case.definition.of.as_ref().map_or("GDP".to_owned(), |of| format!("spending under `{}`", of.id));
            let pledge = match case.base {
                _ if case.rests_on_gdp() => format!("a share of {}", case.pledged.pledge.base().unwrap_or(Base::Gdp)),
                Some(base) => format!("a share of spending under `{}`", base.id),
                None => "a share of defence spending".to_owned(),
            };
            let published = if case.is_mean() { "shares".to_owned() } else { share(spent) };
            let verb = if case.is_mean() { "are" } else { "is" };
            format!("{published} of {of} {verb} published, the pledge is {pledge}")
        }
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
    let missing = match (case.missing, &case.ground) {
        (Some(year), Ground::Basis(Basis::Budgeted)) => {
            format!("no forecast of {year} from before {year} is in the book")
        }
        (Some(year), Ground::Basis(basis @ (Basis::Latest | Basis::Publisher(_)))) => {
            format!("no GDP for {year} on `{basis}` is in the book")
        }
        (Some(year), Ground::Scenario(name)) => format!("no GDP for {year} in scenario `{name}`"),
        (None, _) => format!("GDP is in {}, the pledge in {}", case.commitment.currency, case.pledged.currency),
    };
    ("GDP", missing)
}

//! A published figure as the last step of a derivation, and the unit that a pledge is in.

use crate::book::{Measure, Observation};
use crate::error::Result;
use crate::quantity::text;
use crate::table::Step;
use crate::verdict::Case;

use super::super::Query;
use super::super::figures::published;

/// A published figure, with its file and line and its document.
pub(super) fn leaf(query: &Query<'_>, name: &str, row: &Observation) -> Result<Step> {
    let figure = match row.measure {
        Measure::SpendingShare => {
            let [low, high] = row.between()?.ends()?;
            let unit = row.precision.map(|unit| {
                format!(", published to {unit} pp: between {} and {}", text::plain(low), text::plain(high))
            });
            format!("{}%{}", row.value, unit.unwrap_or_default())
        }
        Measure::Gdp
        | Measure::Gni
        | Measure::GdpDeflator
        | Measure::RealGrowth
        | Measure::ConsumerInflation
        | Measure::ExchangeRate
        | Measure::Spending => published(row.value, row.precision)?,
    };
    let definition = row.definition.as_deref().unwrap_or_default();
    let words = format!("{figure} ({}, {}, {}), `{definition}` {}", row.publisher, row.kind, row.vintage, row.year);
    Ok(Step::new(name, words).at(&row.origin).citing(query.citation(&row.source)))
}

/// What stands behind a figure in the unit of the pledge.
pub(super) fn unit(case: &Case<'_>) -> &'static str {
    if case.is_share() { "%" } else { " m" }
}

//! Rows by way of exact decimals: the slow way, for what does not fit scaled integers.

use crate::error::Result;
use crate::evaluate::{Outcome, Pledged, ShareOfGdp};
use crate::quantity::text::{guard, plain, push_csv_cell};
use crate::quantity::{Money, round};

use super::units::QUOTIENT_PLACES;

/// The row of an outcome under a scenario, with its line end.
///
/// # Errors
/// A figure cannot be rounded exactly.
pub(super) fn row(pledged: &Pledged, scenario: &str, outcome: &Outcome, decimals: u32) -> Result<String> {
    let gdp = outcome.gdp.as_ref();
    let currency = outcome.amount.map(Money::currency).or(gdp.map(|gdp| gdp.money.currency()));
    let stated = gdp.map(|gdp| gdp.stated.clone().unwrap_or_else(|| plain(gdp.money.millions())));
    Ok([
        cell(scenario),
        whose(pledged),
        outcome.years.to_string(),
        pledge(pledged, currency.unwrap_or(pledged.currency).code()),
        stated.unwrap_or_default(),
        share(outcome)?,
        amounts(outcome, decimals)?,
        reason(outcome),
        "\n".to_owned(),
    ]
    .concat())
}

/// Why something is unknown.
pub(super) fn reason(outcome: &Outcome) -> String {
    outcome.reason.as_ref().map(|reason| cell(&reason.to_string())).unwrap_or_default()
}

/// A cell of words.
pub(super) fn cell(words: &str) -> String {
    let mut cell = String::new();
    push_csv_cell(&mut cell, &guard(words));
    cell
}

/// Country and commitment, with the commas on either side.
pub(super) fn whose(pledged: &Pledged) -> String {
    format!(",{},{},", pledged.country, cell(&pledged.id))
}

/// Pledge and currency, with the commas on either side.
pub(super) fn pledge(pledged: &Pledged, currency: &str) -> String {
    format!(",{},{currency},", cell(&pledged.pledge.to_string()))
}

/// The share, with the comma before it.
///
/// # Errors
/// It cannot be rounded exactly.
pub(super) fn share(outcome: &Outcome) -> Result<String> {
    Ok(match outcome.share {
        Some(ShareOfGdp::Stated(share)) => format!(",{}", share.percent()),
        Some(ShareOfGdp::Quotient(ratio)) => format!(",{}", ratio.round(QUOTIENT_PLACES)?),
        None => ",".to_owned(),
    })
}

/// Low, amount and high, with the commas on either side.
///
/// # Errors
/// One of them cannot be rounded exactly.
pub(super) fn amounts(outcome: &Outcome, decimals: u32) -> Result<String> {
    let mut cells = String::from(",");
    for money in [outcome.bounds.low, outcome.amount, outcome.bounds.high] {
        if let Some(money) = money {
            cells += &round(money.millions(), decimals)?.to_string();
        }
        cells.push(',');
    }
    Ok(cells)
}

//! What does each pledge come to over all scenarios of a file: how many, from where to where, and on average?

use std::collections::BTreeMap;

use crate::error::{Errors, Result};
use crate::evaluate::{self, ShareOfGdp};
use crate::gdp::{Path, feed};
use crate::quantity::{Currency, Decimal, Money, Ratio};
use crate::stream::{Asked, Spread};
use crate::table::{Cell, Column, Table, Value, columns};

use super::Query;

const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::CURRENCY,
    columns::COUNT,
    columns::MIN_MILLION,
    columns::P5_MILLION,
    columns::P25_MILLION,
    columns::MEDIAN_MILLION,
    columns::P75_MILLION,
    columns::P95_MILLION,
    columns::MAX_MILLION,
    columns::MEAN_MILLION,
];

/// The table of a summary: book order, then year; a mean is a quotient, rounded to so many decimals.
///
/// # Errors
/// An amount cannot be kept exactly.
pub fn summary(query: &Query<'_>, asked: &[Asked], spreads: &[Spread], decimals: u32) -> Result<Table, Errors> {
    let mut rows = Vec::new();
    for (pledge, spread) in asked.iter().flat_map(|pledge| spreads.iter().map(move |spread| (pledge, spread))) {
        let (pledged, when) = pledge;
        let named = when.is_none_or(|when| when.names(spread.year)) && query.asks_about(spread.year.into());
        if pledged.country == spread.country && named {
            rows.push(row(pledge, spread, decimals)?);
        }
    }
    let sources: Vec<String> = asked.iter().filter_map(|(pledged, _)| pledged.source.clone()).collect();
    Ok(query.table("summary", COLUMNS, rows, &sources))
}

fn row(pledge: &Asked, spread: &Spread, decimals: u32) -> Result<Vec<Cell>> {
    let pledged = &pledge.0;
    let mut row = vec![spread.country.into(), Cell::name(&*pledged.id), spread.year.into(), pledged.pledge.into()];
    let (sum, is_share) = amount(pledge, spread, spread.sum)?;
    row.push(sum.map_or(Currency::EUR, Money::currency).into());
    row.push(Value::Plain(Decimal::from(spread.count)).into());
    for gdp in spread.values {
        let (amount, _) = amount(pledge, spread, gdp)?;
        row.push(Cell::maybe(amount.map(|amount| Value::Money(amount.millions()))));
    }
    let mean = |sum: Money| match is_share {
        true => Ratio::new(sum.millions(), Decimal::from(spread.count)).map(|ratio| Value::Quotient(ratio, decimals)),
        false => Ok(Value::Money(sum.millions())),
    };
    row.push(Cell::maybe(sum.map(mean).transpose()?));
    Ok(row)
}

/// What a pledge comes to where GDP is this, and whether that is a share of it.
fn amount((pledged, _): &Asked, spread: &Spread, gdp: Decimal) -> Result<(Option<Money>, bool)> {
    let values = BTreeMap::from([(spread.year, feed::value("summary", gdp, String::new()))]);
    let path = Path { scenario: "summary".to_owned(), country: spread.country, values };
    let outcome = evaluate::in_year(pledged, &path, spread.year)?;
    Ok((outcome.amount, matches!(outcome.share, Some(ShareOfGdp::Stated(_)))))
}

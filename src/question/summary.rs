//! What does each pledge come to over all scenarios of a file: how many, from where to where, and on average?

use crate::error::{Errors, Result};
use crate::evaluate::{self, Outcome, Pledged};
use crate::quantity::{Country, Currency, Decimal, Money, Year, YearRange};
use crate::table::{Cell, Column, Table, Value, columns};

use super::Query;
use super::amount_rows::{Asked, stated};
use super::cells::{amounts, millions, quotient};

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

/// GDP of one country in one year over all scenarios of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The country.
    pub country: Country,
    /// The currency of its GDP.
    pub currency: Currency,
    /// The year.
    pub year: Year,
    /// How many scenarios have it.
    pub count: u64,
    /// The sum in millions.
    pub sum: Decimal,
    /// In millions: the least, those at the ranks ⌈p/100 × n⌉ for 5, 25, 50, 75 and 95 per cent, the largest.
    pub values: [Decimal; 7],
}

/// GDP over all scenarios of a file, and which file that was.
#[derive(Debug, Clone, PartialEq)]
pub struct Spreads {
    /// GDP of each country and year.
    pub yearly: Vec<Spread>,
    /// The digest of the file, as of those of a [book](crate::book::Fingerprint).
    pub digest: String,
}

/// The table of a summary: book order, then year; a mean is a quotient, rounded to so many decimals.
///
/// # Errors
/// An amount cannot be kept exactly.
pub fn summary(query: &Query<'_>, asked: &[Asked], spreads: &[Spread], decimals: u32) -> Result<Table, Errors> {
    let mut rows = Vec::new();
    for ((pledged, when), spread) in asked.iter().flat_map(|asked| spreads.iter().map(move |spread| (asked, spread))) {
        let named = when.is_none_or(|when| when.names(spread.year)) && query.asks_about(spread.year.into());
        if pledged.country == spread.country && named {
            rows.push(row((pledged, stated(*when, spread.year)), spread, decimals)?);
        }
    }
    let sources: Vec<String> = asked.iter().filter_map(|(pledged, _)| pledged.source.clone()).collect();
    Ok(query.table("summary", COLUMNS, rows, &sources))
}

/// What a pledge comes to on so many millions of GDP of the year of a spread.
fn on(pledged: &Pledged, spread: &Spread, millions: Decimal) -> Result<Outcome> {
    let gdp = Money::from_millions(millions, spread.currency);
    evaluate::on_gdp(pledged, spread.year.into(), Some(gdp.into())).map_err(|error| error.at(pledged.origin.place()))
}

/// The amounts at the values of a spread.
///
/// # Errors
/// One cannot be kept exactly.
pub(super) fn at_its_values(pledged: &Pledged, spread: &Spread) -> Result<Vec<Cell>> {
    let amount = |gdp: &Decimal| Ok(amounts(&on(pledged, spread, *gdp)?)).map(|[_, amount, _]| amount);
    spread.values.iter().map(amount).collect()
}

fn row((pledged, year): (&Pledged, YearRange), spread: &Spread, decimals: u32) -> Result<Vec<Cell>> {
    let sum = on(pledged, spread, spread.sum)?;
    let mut row = vec![
        spread.country.into(),
        Cell::name(&*pledged.id),
        year.into(),
        pledged.pledge.into(),
        pledged.currency.into(),
        Value::Plain(Decimal::from(spread.count)).into(),
    ];
    row.extend(at_its_values(pledged, spread)?);
    let count = Decimal::from(spread.count);
    row.push(match (sum.amount, pledged.pledge.rises_with_gdp()) {
        (Some(sum), true) => quotient(Some(sum.over(count)?), decimals),
        (amount, _) => millions(amount),
    });
    Ok(row)
}

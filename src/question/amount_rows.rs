//! Rows of amounts, in a table and in a stream alike: what a pledge comes to under a scenario, as cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Result;
use crate::evaluate::{self, Outcome, Pledged, ShareOfGdp};
use crate::gdp::{Path, has_scenario};
use crate::pledge::{Pledge, When};
use crate::quantity::{Country, Currency, Year, YearRange};
use crate::table::{Cell, Column, Value, columns};

use super::Query;
use super::cells::{amounts, gdp_cell, millions};

/// A pledge, and the years it was made for; without them it is asked about every year with GDP.
pub type Asked = (Pledged, Option<When>);

/// A year as the words of a pledge state it, a fiscal one as such.
pub(crate) fn stated(when: Option<When>, year: Year) -> YearRange {
    when.map_or(year.into(), |when| when.stated(year))
}

/// The columns, those of a comparison last.
const COLUMNS: [Column; 15] = [
    columns::SCENARIO,
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::CURRENCY,
    columns::GDP_MILLION,
    columns::SHARE_PCT,
    columns::LOW_MILLION,
    columns::AMOUNT_MILLION,
    columns::HIGH_MILLION,
    columns::REASON,
    columns::BASE_AMOUNT_MILLION,
    columns::DIFFERENCE_MILLION,
    columns::DIFFERENCE_PCT,
];
/// The columns without a comparison.
const PLAIN: &[Column] = COLUMNS.split_at(12).0;

/// How what a pledge comes to becomes a row, in a table and in a stream alike.
pub(crate) struct AmountRows {
    /// The paths that amounts are compared with, if they are.
    bases: Option<BTreeMap<Country, Path>>,
}

/// What a row is about.
pub(super) struct About<'a> {
    pub(super) id: &'a str,
    pub(super) country: Country,
    pub(super) pledge: Option<Pledge>,
    pub(super) currency: Currency,
}

impl<'a> From<&'a Pledged> for About<'a> {
    fn from(pledged: &'a Pledged) -> Self {
        let Pledged { id, country, currency, pledge, .. } = pledged;
        Self { id, country: *country, pledge: Some(*pledge), currency: *currency }
    }
}

impl AmountRows {
    /// The rows of these pledges, compared with the base that is asked for.
    ///
    /// # Errors
    /// The base has no path.
    pub(crate) fn of(query: &Query<'_>, pledges: &[Asked]) -> Result<Self> {
        let Some(base) = &query.compare else { return Ok(Self { bases: None }) };
        let countries: BTreeSet<Country> = pledges.iter().map(|(pledged, _)| pledged.country).collect();
        let having = countries.into_iter().filter(|country| has_scenario(query.book, base, *country));
        let paths = having.map(|country| Ok((country, query.resolver().path(base, country)?)));
        Ok(Self { bases: Some(paths.collect::<Result<_>>()?) })
    }

    /// The columns of the rows.
    pub(crate) fn columns(&self) -> &'static [Column] {
        if self.is_compared() { &COLUMNS } else { PLAIN }
    }

    /// Whether amounts are compared with those of a base.
    pub(crate) fn is_compared(&self) -> bool {
        self.bases.is_some()
    }

    /// The row of a pledge under a scenario that was brought along.
    ///
    /// # Errors
    /// A figure of the base, or what differs from it, cannot be kept exactly.
    pub(crate) fn fed(&self, pledged: &Pledged, scenario: &str, outcome: &Outcome) -> Result<Vec<Cell>> {
        let base = self.base(pledged, outcome.years)?;
        self.row(&pledged.into(), (scenario, gdp_cell(outcome.gdp.as_ref())), outcome, base.as_ref())
    }

    /// What a pledge comes to under the base, where there is one.
    ///
    /// # Errors
    /// An amount cannot be kept exactly.
    pub(super) fn base(&self, pledged: &Pledged, years: YearRange) -> Result<Option<Outcome>> {
        let path = self.bases.as_ref().and_then(|bases| bases.get(&pledged.country));
        path.map(|path| evaluate::over(pledged, path, years)).transpose()
    }

    /// The cells of a row under a scenario, on GDP that is shown so.
    ///
    /// # Errors
    /// What differs from the base cannot be kept exactly.
    pub(super) fn row(
        &self,
        about: &About<'_>,
        (scenario, gdp): (&str, Cell),
        outcome: &Outcome,
        base: Option<&Outcome>,
    ) -> Result<Vec<Cell>> {
        let share = outcome.share.map(|share| match share {
            ShareOfGdp::Stated(share) => share.into(),
            ShareOfGdp::Quotient(ratio) => Value::Quotient(ratio, 4),
        });
        let (compared, not_compared) = compared(outcome, base)?;
        let not_compared = not_compared.filter(|_| self.is_compared());
        let reasons = outcome.remarks().into_iter().chain(not_compared);
        let [low, amount, high] = amounts(outcome);
        let mut cells = vec![
            Cell::name(scenario),
            about.country.into(),
            Cell::name(about.id),
            outcome.years.into(),
            Cell::maybe(about.pledge),
            about.currency.into(),
            gdp,
            Cell::maybe(share),
            low,
            amount,
            high,
            Cell::text(reasons.collect::<Vec<_>>().join("; ")),
        ];
        cells.extend(compared.into_iter().filter(|_| self.is_compared()));
        Ok(cells)
    }
}

/// Why nothing is known under a base.
const NO_BASE: &str = "nothing to compare with: the base is another country's";

/// The amount under the base, the difference from it, and that in per cent of it; nothing where one of the two is unknown, or both are
/// not in one currency. What stands in the way under the base is said.
fn compared(outcome: &Outcome, base: Option<&Outcome>) -> Result<([Cell; 3], Option<String>)> {
    let Some(amount) = outcome.amount else { return Ok(([Cell::UNKNOWN; 3], None)) };
    let Some((base, of_base)) = base.and_then(|base| Some((base, base.amount?))) else {
        let reason = base.and_then(|base| base.reason.as_ref()).map(ToString::to_string);
        return Ok(([Cell::UNKNOWN; 3], Some(reason.unwrap_or_else(|| NO_BASE.to_owned()))));
    };
    if outcome.currency != base.currency {
        let reason = format!("in {}, under the base in {}: not converted", outcome.currency, base.currency);
        return Ok(([Cell::UNKNOWN; 3], Some(reason)));
    }
    let difference = of_base.gap_to(amount)?;
    // nothing is so many per cent of nothing
    let percent = if of_base.is_zero() { None } else { Some(Value::Quotient(difference.percent_of(of_base)?, 2)) };
    Ok(([millions(Some(of_base)), millions(Some(difference)), Cell::maybe(percent)], None))
}

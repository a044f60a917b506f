//! Trial scenarios, of our own making, which a question is asked about as about those of any file.

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::gdp::feed::{Countries, Feed};
use crate::quantity::{Country, Decimal, Ratio, Year, YearRange};
use crate::question::{FedRows, Query};
use crate::table::{Cell, Column, Value, columns};

/// GDP in millionths of a million.
pub(super) type Millionths = u128;

/// The most GDP in whole millions that a scenario file may state.
pub(super) const MOST: Millionths = 999_999_999_999_999_000_000;

/// What stands in words for the name of the scenario, and for the year of its line.
pub(super) const NAME: char = '\u{e000}';
pub(super) const YEAR: char = '\u{e001}';

/// The years that a row is about; of years together one may be missing from the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) first: Year,
    pub(super) last: Year,
    pub(super) together: bool,
    pub(super) missing: Option<Year>,
}

impl Span {
    /// The least GDP of all its years together.
    pub(super) fn least(self) -> Millionths {
        Millionths::from(self.first.until(self.last)) + 1
    }

    /// The lines of a scenario that has so much GDP in these years together. One that lacks a year has another one beside them.
    fn lines(self, scenario: &str, gdp: Millionths) -> String {
        let beside = [Year::FIRST, Year::LAST].into_iter().find(|year| *year < self.first || *year > self.last);
        let beside = beside.filter(|_| self.missing.is_some());
        let years = self.first.to(self.last).filter(|year| Some(*year) != self.missing);
        let gdp = |year: Year| if year == self.first { gdp + 1 - self.least() } else { 1 };
        let line = |year: Year| format!("{scenario},{},{}\n", year.number(), in_millions(gdp(year)));
        years.chain(beside).map(line).collect()
    }
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Seen {
    /// It is empty.
    Nothing,
    /// Words, in which [`NAME`] and [`YEAR`] stand for what a line says.
    Words(String),
    /// A figure, the places to which it is rounded, and its digits.
    Figure(Ratio, u32, String),
}

/// A question that is asked again and again, of one commitment after another.
pub(super) struct Asked<'q, 'b> {
    query: &'q Query<'b>,
    country: Country,
    rows: FedRows<'q, 'b>,
}

/// The rows of a scenario that are about its span.
pub(super) type Rows = Vec<Vec<Seen>>;

impl<'q, 'b> Asked<'q, 'b> {
    /// Amounts of a country.
    ///
    /// # Errors
    /// What they rest on cannot be known.
    pub(super) fn amounts(query: &'q Query<'b>, country: Country) -> Result<Self> {
        Ok(Self { query, country, rows: FedRows::amounts(query)? })
    }

    /// Verdicts of a country.
    ///
    /// # Errors
    /// As [`Asked::amounts`].
    pub(super) fn verdicts(query: &'q Query<'b>, country: Country) -> Result<Self> {
        Ok(Self { query, country, rows: FedRows::verdicts(query)? })
    }

    /// The columns of the answer.
    pub(super) fn columns(&self) -> &'static [Column] {
        self.rows.columns()
    }

    /// The rows of a commitment about a span, under a scenario for each of such GDP.
    pub(super) fn rows(
        &mut self,
        commitment: &'b Commitment,
        span: Span,
        trials: &[Millionths],
    ) -> Result<Vec<Rows>, Errors> {
        let name = |at: usize| format!("{NAME}{at}{NAME}");
        let lines: String = trials.iter().enumerate().map(|(at, gdp)| span.lines(&name(at), *gdp)).collect();
        let countries = Countries { default: Some(self.country), ..Countries::of(self.query.book, &[]) };
        let feed = Feed::read("trials", format!("scenario,year,gdp_million\n{lines}").into(), countries)?;
        let is_of = |years: YearRange| (years.first(), years.last()) == (span.first, span.last);
        let columns = self.columns();
        let is_about = |row: &Vec<Cell>| {
            let mut cells = columns.iter().zip(row);
            cells.any(|(column, cell)| *column == columns::YEAR && cell.years().is_some_and(is_of))
        };
        let mut found = Vec::with_capacity(trials.len());
        for fed in &feed.scenarios {
            let mut rows = self.rows.of_commitment(commitment, fed)?;
            rows.retain(is_about);
            let seen = |row: &Vec<Cell>| {
                columns.iter().zip(row).map(|(column, cell)| seen_in(column, cell, (&fed.name, span))).collect()
            };
            found.push(rows.iter().map(seen).collect::<Result<_>>()?);
        }
        Ok(found)
    }
}

/// What a cell shows under a scenario; a year is the line's in the column of years, and in a reason, where it may be in any year.
fn seen_in(column: &Column, cell: &Cell, (scenario, span): (&str, Span)) -> Result<Seen> {
    let Some(printed) = cell.printed(2)? else { return Ok(Seen::Nothing) };
    Ok(match cell.ratio() {
        Some(figure) => Seen::Figure(figure, places(&cell.value), printed.into_owned()),
        None => {
            let words = printed.replace(scenario, &NAME.to_string());
            let names_year = !span.together && [columns::YEAR.name, columns::REASON.name].contains(&column.name);
            Seen::Words(if names_year { words.replace(&span.first.to_string(), &YEAR.to_string()) } else { words })
        }
    })
}

/// The places to which a figure is rounded; GDP as it was stated has six at most.
fn places(value: &Value) -> u32 {
    if let Value::Quotient(_, places) = value {
        return *places;
    }
    if matches!(value, Value::Plain(_) | Value::Stated(_)) { 6 } else { 2 }
}

/// Millionths as a scenario file states them.
pub(super) fn in_millions(gdp: Millionths) -> String {
    const MILLION: Millionths = 1_000_000;
    let digits = format!("{}.{:06}", gdp / MILLION, gdp % MILLION);
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The same as a number.
pub(super) fn millions(gdp: Millionths) -> Ratio {
    in_millions(gdp).parse::<Decimal>().unwrap_or_default().into()
}

//! The rates of each year, day by day summed up.

use std::collections::BTreeMap;

use chrono::{Datelike, Weekday};

use crate::error::{Error, Errors, Kind, Origin, Result};
use crate::quantity::{Date, Decimal, Ratio, Year, add};

use super::super::grid::{Grid, Line};
use super::super::number::{DecimalSign, Figure, is_missing};

/// Rates are published on 253 to 260 days of a year; with fewer than these, a file lacks some.
const WHOLE: usize = 250;

/// The days of a year with where each stands, and the rates of each currency by its code.
#[derive(Debug, Default)]
pub(super) struct OfYear {
    pub(super) days: BTreeMap<Date, Origin>,
    pub(super) rates: BTreeMap<String, Rates>,
}

/// The rates of one currency in a year.
#[derive(Debug)]
pub(super) struct Rates {
    sum: Decimal,
    pub(super) days: usize,
    /// How many decimals the finest has.
    decimals: u32,
    /// Where the first that is met stands.
    pub(super) origin: Origin,
}

/// Reads the years of a file, whatever the order of its days.
///
/// # Errors
/// A day that is none or comes twice, a rate that is no number, a row that is longer or shorter than the header; all at once.
pub(super) fn read(grid: &Grid) -> Result<BTreeMap<Year, OfYear>, Errors> {
    let (mut years, mut errors) = (BTreeMap::new(), Errors::default());
    let header = grid.first();
    for line in grid.lines().skip(1) {
        errors.keep(line.check(&header).and_then(|()| add_day(line, &header, &mut years)));
    }
    if errors.is_empty() { Ok(years) } else { Err(errors) }
}

fn add_day(line: Line<'_>, header: &Line<'_>, years: &mut BTreeMap<Year, OfYear>) -> Result<()> {
    let first = line.cell(0);
    let date: Date = first.at(first.text.parse())?;
    let of_year = years.entry(date.year()).or_default();
    if let Some(before) = of_year.days.get(&date) {
        let kind = Kind::FigureTwice { figure: format!("the rates of {date}"), first: before.to_string() };
        return first.at(Err(Error::new(kind).help("take the file as its publisher ships it")));
    }
    of_year.days.insert(date, first.origin());
    for (code, cell) in header.cells().zip(line.cells()).skip(1).filter(|(_, cell)| !is_missing(&cell.text)) {
        let Figure { value, unit } = cell.at(Figure::parse(&cell.text, DecimalSign::Point))?;
        let new = || Rates { sum: Decimal::ZERO, days: 0, decimals: 0, origin: cell.origin() };
        let rates = of_year.rates.entry(code.text.into_owned()).or_insert_with(new);
        rates.sum = cell.at(add(rates.sum, value))?;
        rates.days += 1;
        rates.decimals = rates.decimals.max(unit.scale());
    }
    Ok(())
}

impl OfYear {
    /// Whether it has about as many days as a whole year has.
    pub(super) fn is_whole(&self) -> bool {
        self.days.len() >= WHOLE
    }

    /// Its latest day.
    pub(super) fn last(&self) -> Option<Date> {
        self.days.last_key_value().map(|(day, _)| *day)
    }

    /// Whether it has the last weekday of December.
    pub(super) fn is_closed(&self) -> bool {
        self.last().map(Date::last_day).is_some_and(|last| {
            let rest = last.iter_days().skip(1).take_while(|day| day.year() == last.year());
            rest.take(7).all(|day| matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        })
    }
}

impl Rates {
    /// Their mean, rounded once to the unit of the finest of them; and that unit.
    pub(super) fn mean(&self) -> Result<(Decimal, Decimal)> {
        let mean = Ratio::new(self.sum, Decimal::from(self.days))?;
        Ok((mean.round(self.decimals)?, Decimal::new(1, self.decimals)))
    }
}

//! Money of an answer in another currency, at the rates that the book has.

use crate::error::Result;
use crate::evaluate::{Premise, Unknown};
use crate::gdp::{Rates, exchanged};
use crate::quantity::{Currency, YearRange};
use crate::table::{Cell, Column, Table, Unit, Value, columns};

use super::Query;
use super::cells::TOTAL;
use super::once::Once;

/// Money of the country, whatever the currency of its row.
const OF_THE_COUNTRY: [Column; 4] =
    [columns::GDP_MILLION, columns::PRECISION_MILLION, columns::BREAKEVEN_GDP_MILLION, columns::THEN_GDP_MILLION];

/// The same table with its money in the currency that is asked for, at the rate of the year of each row, which then names it; without
/// one the money is unknown, with the reason. Shares and verdicts are what they were.
///
/// # Errors
/// Two rates between which nothing chooses, or arithmetic that needs more than 28 digits.
pub(super) fn converted(query: &Query<'_>, table: Table) -> Result<Table> {
    let Some(mut conversion) = Conversion::of(query, table.columns)? else { return Ok(table) };
    conversion.sources.extend(table.sources.iter().map(|own| own.id.as_str()));
    let rows = table.rows.into_iter().map(|row| conversion.row(row)).collect::<Result<_>>()?;
    let notes = table.notes.into_iter().chain(conversion.notes.names().iter().cloned()).collect();
    Ok(Table { rows, notes, sources: query.citations(conversion.sources.names()), ..table })
}

/// The conversion of rows, one after another.
pub(super) struct Conversion<'q, 'b> {
    query: &'q Query<'b>,
    to: Currency,
    rates: Rates<'b>,
    columns: &'static [Column],
    /// The documents of the table and of the rates.
    pub(super) sources: Once,
    /// What rows say that have no cell for it.
    notes: Once,
}

/// Of whom and of when a row is: what its money is converted by.
#[derive(Clone, Copy)]
struct Dated {
    /// The currency of its money.
    own: Option<Currency>,
    /// That of the country.
    of_country: Option<Currency>,
    years: Option<YearRange>,
}

/// Whether a reason names millions without their currency, as in `1 559 m on 43 000 m`.
fn names_amounts(reason: &str) -> bool {
    reason.split_whitespace().any(|word| word.trim_end_matches([',', ';', ':']) == "m")
}

impl<'q, 'b> Conversion<'q, 'b> {
    /// The conversion that is asked for of a table with these columns, if one is.
    ///
    /// # Errors
    /// Two rates between which nothing chooses.
    pub(super) fn of(query: &'q Query<'b>, columns: &'static [Column]) -> Result<Option<Self>> {
        let Some(to) = query.currency else { return Ok(None) };
        let rates = Rates::known(query.book, query.as_of);
        Ok(Some(Self { query, to, rates, columns, sources: Once::default(), notes: Once::default() }))
    }

    /// A row in the currency that is asked for, if one is.
    ///
    /// # Errors
    /// As [`Conversion::row`].
    pub(super) fn row_of(asked: &mut Option<Self>, row: Vec<Cell>) -> Result<Vec<Cell>> {
        if let Some(conversion) = asked { conversion.row(row) } else { Ok(row) }
    }

    /// The same row in that currency.
    ///
    /// # Errors
    /// Arithmetic that needs more than 28 digits.
    pub(super) fn row(&mut self, row: Vec<Cell>) -> Result<Vec<Cell>> {
        let (dated, mut remarks) = (self.dated(&row), Once::default());
        let mut cells = Vec::with_capacity(row.len());
        for (column, cell) in self.columns.iter().zip(row) {
            cells.push(match column.unit {
                Unit::Millions => self.cell(column, cell, dated, &mut remarks)?,
                Unit::None if *column == columns::CURRENCY => self.to.into(),
                Unit::None | Unit::Percent | Unit::Points | Unit::Count | Unit::OfRow => cell,
            });
        }
        let is_converted = !remarks.names().is_empty();
        let told = self.columns.iter().position(|own| *own == columns::REASON || *own == columns::NOTE);
        match told.and_then(|at| cells.get_mut(at)) {
            Some(cell) => {
                let is_new = |remark: &&str| !cell.words().contains(remark);
                let remarks: Vec<&str> = remarks.names().iter().map(String::as_str).filter(is_new).collect();
                let said = [cell.words()].into_iter().filter(|said| !said.is_empty());
                let own = dated.own.filter(|_| is_converted && names_amounts(cell.words()));
                let own = own.map(|own| format!("these amounts are in {own}"));
                *cell = Cell::text(said.chain(own.as_deref()).chain(remarks).collect::<Vec<_>>().join("; "));
            }
            None => self.notes.extend(remarks.names().iter().map(String::as_str)),
        }
        Ok(cells)
    }

    fn dated(&self, row: &[Cell]) -> Dated {
        let cell = |column: Column| {
            let at = self.columns.iter().position(|own| own.name == column.name);
            at.and_then(|at| row.get(at)).unwrap_or(&Cell::UNKNOWN)
        };
        let country = cell(columns::COUNTRY).country().or(self.query.context().country);
        let of_country = country.and_then(|country| self.query.book.currency(country));
        let of_pledge = cell(columns::PLEDGE).pledge().and_then(|pledge| pledge.currency());
        let own = cell(columns::CURRENCY).currency().or(of_pledge).or(of_country);
        // what verdicts come to together is added in the currency that is asked for
        let is_sum = self.columns.contains(&columns::VERDICT) && cell(columns::COMMITMENT).words() == TOTAL;
        let own = if is_sum { Some(self.to) } else { own };
        Dated { own, of_country, years: cell(columns::YEAR).years() }
    }

    fn cell(&mut self, column: &Column, cell: Cell, dated: Dated, remarks: &mut Once) -> Result<Cell> {
        let of_country = OF_THE_COUNTRY.iter().any(|own| own.name == column.name);
        let from = if of_country { dated.of_country } else { dated.own };
        let (Some(millions), Some(from)) = (cell.ratio(), from.filter(|from| *from != self.to)) else {
            return Ok(cell);
        };
        let year = dated.years.filter(|years| years.first() == years.last()).map(YearRange::first);
        let Some(year) = year else {
            remarks.add("amounts over several years have no one rate");
            return Ok(Cell::UNKNOWN);
        };
        let Some(rates) = self.rates.between(from, self.to, year)? else {
            remarks.add(&Unknown::NoRate { from, to: self.to, year }.to_string());
            return Ok(Cell::UNKNOWN);
        };
        for rate in &rates {
            remarks.add(&Premise::Rate(rate.clone()).to_string());
            self.sources.add(&rate.source);
        }
        Ok(Cell { value: Value::MoneyQuotient(exchanged(&rates, (millions, from))?.0), ..cell })
    }
}

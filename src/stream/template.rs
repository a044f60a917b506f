//! Rows as far as they are known before a line is read: what a question and a format make of GDP that no line has stated yet.

use crate::error::Result;
use crate::evaluate::{self, Gdp, Outcome, Pledged, ShareOfGdp, Unknown};
use crate::pledge::When;
use crate::quantity::{Currency, Decimal, Money, Year, YearRange};
use crate::question::{AmountRows, Asked, stated};
use crate::render::RowFormat;
use crate::table::{Cell, Column, Value, columns};

use super::digits::Fixed;
use super::output_buffer::Piece;
use super::scaled::{Dividend, Factor};

/// What rows hold, and how they look.
pub(super) struct Writing<'a> {
    pub(super) rows: &'a AmountRows,
    pub(super) format: RowFormat,
    decimals: u32,
    /// The same, as digits are counted.
    pub(super) places: usize,
    /// What stands between thousands.
    pub(super) gap: Option<char>,
    /// The same, as it is written.
    pub(super) gap_piece: Piece,
}

/// What is known of the rows of a pledge; what is not is written as it comes, exactly: so is what has no point before decimals.
#[derive(Default)]
pub(super) struct Template {
    /// Rows on GDP that is given, where they fit scaled integers.
    pub(super) given: Option<Given>,
    /// Of years together that lack GDP of one, and nothing else: what stands between scenario and reason.
    pub(super) missing: Option<String>,
}

/// A row in pieces.
pub(super) struct Given {
    /// What stands between the scenario and the digits of GDP.
    pub(super) front: Vec<u8>,
    /// Where in it the digits of the year stand, if it is one.
    pub(super) year_at: usize,
    /// What stands behind the digits of GDP.
    pub(super) behind: Piece,
    /// The figures that follow from it, each with what stands behind its digits, as often as they are written.
    pub(super) figures: Vec<(Figure, Vec<Piece>)>,
    /// How much room the row needs behind GDP.
    pub(super) room: usize,
}

/// A figure that follows from GDP.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// A share of GDP, in money.
    Money(Factor),
    /// A fixed amount as a share of GDP.
    Quotient(Dividend),
}

impl<'a> Writing<'a> {
    /// Rows in a format, amounts with so many decimals.
    ///
    /// # Errors
    /// None: no figure needs more digits than can be kept.
    pub(super) fn new(rows: &'a AmountRows, format: RowFormat, decimals: u32) -> Result<Self> {
        let mut writing =
            Self { rows, format, decimals, places: decimals as usize, gap: None, gap_piece: Piece::default() };
        let (at, like) = (writing.place(&columns::GDP_MILLION), Cell::UNKNOWN);
        let (before, _) = writing.frame(at, &like)?;
        let thousand = writing.figure(at, &like, "1000")?;
        writing.gap = thousand[before.len() + 1..].chars().next().filter(|next| *next != '0');
        writing.gap_piece.set(writing.gap.map(String::from).unwrap_or_default().as_bytes());
        Ok(writing)
    }

    /// What is known of the rows of a pledge of a country whose GDP is in a currency.
    pub(super) fn template(&self, (pledged, when): &Asked, of_gdp: Currency) -> Template {
        let together = when.and_then(When::together);
        let years = together.unwrap_or_else(|| stated(*when, Year::FIRST));
        let rests_on_more = !evaluate::rests_on_gdp_alone(&pledged.pledge) || !pledged.rates.is_empty();
        if !self.format.has_points() || self.rows.is_compared() || rests_on_more {
            return Template::default();
        }
        // a fiscal year has digits of two years, which no row is written around
        let is_one = together.is_some() || years == Year::FIRST.into();
        // what fails here fails again where it is written, and is told then
        Template {
            given: is_one.then(|| self.given(pledged, years, of_gdp).ok().flatten()).flatten(),
            missing: together.and_then(|years| self.missing(pledged, years).ok().flatten()),
        }
    }

    /// What a row under a scenario begins with.
    ///
    /// # Errors
    /// None: a name is no figure.
    pub(super) fn scenario(&self, scenario: &str) -> Result<String> {
        self.cell(0, &Cell::name(scenario))
    }

    /// What a row ends with that lacks GDP of a year.
    ///
    /// # Errors
    /// None: a reason is no figure.
    pub(super) fn no_gdp(&self, year: Year, scenario: &str) -> Result<String> {
        let reason = Unknown::NoGdp { year, scenario: scenario.to_owned() };
        self.cell(self.place(&columns::REASON), &Cell::text(reason.to_string()))
    }

    /// The row of an outcome.
    ///
    /// # Errors
    /// A figure cannot be kept exactly.
    pub(super) fn row(&self, pledged: &Pledged, scenario: &str, outcome: &Outcome) -> Result<String> {
        let (mut text, row) = (String::new(), self.rows.fed(pledged, scenario, outcome)?);
        self.format.push_row(&mut text, self.rows.columns(), &row, self.decimals)?;
        Ok(text)
    }

    fn given(&self, pledged: &Pledged, years: YearRange, of_gdp: Currency) -> Result<Option<Given>> {
        let one = Money::from_millions(Decimal::ONE, of_gdp);
        let outcome = evaluate::on_gdp(pledged, years, Some(Gdp::from(one)))?;
        let Some(figures) = self.figures(pledged, &outcome) else { return Ok(None) };
        let row = self.rows.fed(pledged, "", &outcome)?;
        let (mut texts, mut text) = (Vec::new(), String::new());
        let mut year_at = 0;
        for (at, column) in self.rows.columns().iter().enumerate().skip(1) {
            if *column == columns::GDP_MILLION || figures.iter().any(|(own, _)| own == column) {
                let (before, behind) = self.frame(at, &row[at])?;
                texts.push(text + &before);
                text = behind;
                continue;
            }
            let cell = self.cell(at, &row[at])?;
            if *column == columns::YEAR {
                year_at = text.len() + common(&cell, &self.cell(at, &Year::LAST.into())?);
            }
            text += &cell;
        }
        texts.push(text);
        let mut texts = texts.into_iter();
        let front = texts.next().unwrap_or_default().into_bytes();
        let mut pieces = texts.map(|text| Piece::new(text.as_bytes()));
        let behind = pieces.next().unwrap_or_default();
        let (mut room, mut written) = (behind.room(), Vec::<(Figure, Vec<Piece>)>::new());
        for ((_, figure), behind) in figures.into_iter().zip(pieces) {
            room += Fixed::ROOM + behind.room();
            match written.last_mut().filter(|(last, _)| *last == figure) {
                Some((_, pieces)) => pieces.push(behind),
                None => written.push((figure, vec![behind])),
            }
        }
        Ok(Some(Given { front, year_at, behind, figures: written, room }))
    }

    /// The figures that follow from GDP, in the order of their columns; nothing where one does not fit scaled integers.
    fn figures(&self, pledged: &Pledged, outcome: &Outcome) -> Option<Vec<(Column, Figure)>> {
        let Some(share) = pledged.pledge.share_of_gdp() else {
            let Some((ShareOfGdp::Quotient(_), amount)) = outcome.share.zip(outcome.money()) else {
                return Some(Vec::new());
            };
            return Some(vec![(columns::SHARE_PCT, Figure::Quotient(Dividend::new(amount.millions())?))]);
        };
        let bounds = pledged.bounds;
        let percents = [
            (columns::LOW_MILLION, bounds.low),
            (columns::AMOUNT_MILLION, Some(share.percent())),
            (columns::HIGH_MILLION, bounds.high),
        ];
        let known = percents.into_iter().filter_map(|(column, percent)| Some((column, percent?)));
        known.map(|(column, percent)| Some((column, Figure::Money(Factor::new(percent, self.decimals)?)))).collect()
    }

    /// What stands between scenario and reason where GDP of a year is missing, if that is the reason.
    fn missing(&self, pledged: &Pledged, years: YearRange) -> Result<Option<String>> {
        let outcome = evaluate::on_gdp(pledged, years, None)?;
        let (row, reason) = (self.rows.fed(pledged, "", &outcome)?, self.place(&columns::REASON));
        let between = (1..reason).map(|at| self.cell(at, &row[at])).collect::<Result<String>>()?;
        Ok(outcome.remarks().is_empty().then_some(between))
    }

    /// What stands around the digits of cells like this one: what the cells of two figures have in common.
    fn frame(&self, at: usize, like: &Cell) -> Result<(String, String)> {
        let one = self.figure(at, like, "1")?;
        let digit = common(&one, &self.figure(at, like, "2")?);
        Ok((one[..digit].to_owned(), one[digit + 1..].to_owned()))
    }

    /// A cell like this one with these digits.
    fn figure(&self, at: usize, like: &Cell, digits: &str) -> Result<String> {
        self.cell(at, &Cell { value: Value::Stated(digits.to_owned()), ..like.clone() })
    }

    /// A cell with all that stands before it, or behind the last.
    fn cell(&self, at: usize, cell: &Cell) -> Result<String> {
        let mut text = String::new();
        self.format.push_cell(&mut text, self.rows.columns(), at, cell, self.decimals)?;
        Ok(text)
    }

    fn place(&self, column: &Column) -> usize {
        self.rows.columns().iter().position(|own| own == column).unwrap_or_default()
    }
}

/// How many bytes two texts begin with in common.
fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

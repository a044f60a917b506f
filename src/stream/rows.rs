//! The rows of a block, written into memory: for each line those of the pledges that name its year, then the sums.

use std::io::{self, Write};

use crate::error::Result;
use crate::evaluate::{self, Gdp, Outcome, Pledged, Unknown};
use crate::gdp::{Path, feed};
use crate::quantity::{Year, YearRange};

use super::exact;
use super::output_buffer::{OutputBuffer, Piece};
use super::plan::{End, Entry, Form, Plan, Whose};
use super::scaled::Dividend;
use super::scenario_reader::{Fed, Work};
use super::sums::GivenYears;
use super::units::{GDP_PLACES, year_at};

/// The rows of a block.
pub(super) struct Rows<'p> {
    plan: &'p Plan<'p>,
    out: OutputBuffer,
    /// The cell of the open scenario.
    scenario: Piece,
    /// GDP of the line.
    stated: Piece,
    /// What the open scenario has given, for each country of the plan.
    kept: Vec<GivenYears>,
}

impl<'p> Rows<'p> {
    pub(super) fn new(plan: &'p Plan<'p>) -> Self {
        let kept = plan.countries.iter().map(GivenYears::new).collect();
        Self { plan, out: OutputBuffer::default(), scenario: Piece::default(), stated: Piece::default(), kept }
    }

    /// The row of a sum over years.
    fn push_sum(&mut self, scenario: &str, whose: &Whose, kept: &GivenYears, sum: (usize, YearRange)) -> Result<()> {
        let (entry, years) = (&self.plan.entries[sum.0], sum.1);
        let start = self.out.len();
        self.out.reserve(self.scenario.room() + entry.room());
        self.out.push_piece(&self.scenario);
        if let (Some(year), Some([front, behind])) = (kept.missing(years), &entry.absent) {
            let reason = exact::cell(&Unknown::NoGdp { year, scenario: scenario.to_owned() }.to_string());
            [front, behind, reason.as_bytes(), b"\n"].iter().for_each(|part| self.out.push(part));
            return Ok(());
        }
        if let Some(gdp) = kept.sum(years) {
            self.out.push_piece(&entry.front);
            self.out.push_plain(gdp, GDP_PLACES as usize);
            if push_behind(&mut self.out, &entry.form, gdp.into(), self.plan.decimals) {
                return Ok(());
            }
        }
        self.out.truncate(start);
        let path = path(scenario, whose, kept.values(years))?;
        self.push_exact(entry, scenario, &evaluate::over(entry.pledged, &path, years)?)
    }

    fn push_exact(&mut self, entry: &Entry<'_>, scenario: &str, outcome: &Outcome) -> Result<()> {
        let row = exact::row(entry.pledged, scenario, outcome, self.plan.decimals)?;
        self.out.push(row.as_bytes());
        Ok(())
    }
}

impl Work for Rows<'_> {
    fn clear(&mut self) {
        self.out.clear();
    }

    fn open(&mut self, scenario: &str) {
        self.scenario.set(exact::cell(scenario).as_bytes());
        self.kept.iter_mut().for_each(GivenYears::clear);
    }

    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let whose = &self.plan.countries[country];
        self.kept[country].keep(fed);
        self.stated.set(fed.stated);
        let digits = four_digits(fed.year);
        for entry in whose.yearly[fed.year].iter().map(|entry| &self.plan.entries[*entry]) {
            let start = self.out.len();
            self.out.reserve(self.scenario.room() + entry.room());
            self.out.push_piece(&self.scenario);
            let at = self.out.len() + entry.year_at;
            self.out.push_piece(&entry.front);
            self.out.write_over(at, digits);
            self.out.push_piece(&self.stated);
            if !push_behind(&mut self.out, &entry.form, fed.gdp, self.plan.decimals) {
                self.out.truncate(start);
                self.push_exact(entry, scenario, &outcome(entry.pledged, scenario, whose, fed)?)?;
            }
        }
        Ok(())
    }

    fn close(&mut self, scenario: &str) -> Result<()> {
        let kept = std::mem::take(&mut self.kept);
        let mut given = self.plan.countries.iter().zip(&kept).filter(|(_, kept)| kept.is_given());
        let done = given.try_for_each(|(whose, kept)| {
            whose.sums.iter().try_for_each(|sum| self.push_sum(scenario, whose, kept, *sum))
        });
        self.kept = kept;
        done
    }

    fn deliver(&mut self, out: &mut dyn Write) -> io::Result<usize> {
        out.write_all(self.out.as_bytes()).map(|()| self.out.len())
    }
}

/// Appends what stands behind GDP; false where it is left to exact decimals.
fn push_behind(out: &mut OutputBuffer, form: &Form, gdp: u128, decimals: u32) -> bool {
    let places = decimals as usize;
    match form {
        Form::Share { share, amount, low, high } => {
            let stated = amount.of(gdp);
            let end = |end: &End| match end {
                End::Open => Some(None),
                End::Stated => stated.map(Some),
                End::At(factor) => factor.of(gdp).map(Some),
            };
            let (Some(stated), Some(low), Some(high)) = (stated, end(low), end(high)) else { return false };
            out.push_piece(share);
            for figure in [low, Some(stated), high] {
                if let Some(figure) = figure {
                    out.push_fixed(figure, places);
                }
                out.push_byte(b',');
            }
            out.push_byte(b'\n');
        }
        Form::Quotient { dividend, amounts } => {
            let Some(share) = dividend.over(gdp) else { return false };
            out.push_byte(b',');
            out.push_fixed(share, Dividend::PLACES);
            out.push(amounts);
        }
        Form::Constant(behind) => out.push(behind),
        Form::Exact => return false,
    }
    true
}

/// The digits of a year that is counted from the first one.
fn four_digits(year: usize) -> [u8; 4] {
    let year = year + usize::from(Year::FIRST.number());
    [1000, 100, 10, 1].map(|unit| b"0123456789"[year / unit % 10])
}

/// What a pledge comes to where a line states GDP.
fn outcome(pledged: &Pledged, scenario: &str, whose: &Whose, fed: Fed<'_>) -> Result<Outcome> {
    let (years, (money, stated)) = (year_at(fed.year).into(), whose.gdp(fed.stated)?);
    let gdp = Gdp { stated: Some(stated), ..money.into() };
    evaluate::on_gdp(pledged, years, Some(gdp)).map_err(|_| evaluate::too_large(pledged, years, scenario))
}

/// The path of a scenario, as far as one row needs it.
fn path<'t>(scenario: &str, whose: &Whose, stated: impl IntoIterator<Item = (Year, &'t [u8])>) -> Result<Path> {
    let value = |(year, stated): (Year, &[u8])| {
        let (gdp, stated) = whose.gdp(stated)?;
        Ok((year, feed::value(scenario, gdp, stated)))
    };
    let values = stated.into_iter().map(value).collect::<Result<_>>()?;
    Ok(Path { scenario: scenario.to_owned(), country: whose.country, values })
}

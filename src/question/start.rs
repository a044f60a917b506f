//! Where a path starts: what was spent last, or in a year that somebody names, or what somebody says was.

use crate::analysis::Spent;
use crate::book::{Kind, Measure, Observation};
use crate::error::Result;
use crate::gdp::choose;
use crate::pledge::Amount;
use crate::quantity::{Country, Decimal, Ratio, Year};
use crate::verdict::millions as in_millions;

use super::Query;
use super::shares::{Share, Shares};

/// What somebody says was spent, in the place of the book's figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A share of GDP.
    Share(crate::quantity::Share),
    /// Money.
    Amount(Amount),
}

/// The year from which a path goes on, and what was spent in it.
#[derive(Debug, Clone)]
pub(super) struct Start<'b> {
    pub(super) year: Year,
    pub(super) spent: Spent,
    /// The figure of the book; nothing of one that was said.
    pub(super) figure: Option<Share<'b>>,
    /// The money that the publisher of a share gives in the same edition.
    pub(super) beside: Option<&'b Observation>,
    /// What it is, in words: the figure and whose it is.
    pub(super) words: String,
}

impl<'b> Shares<'b> {
    /// The share of the last of some years whose firmest figure is of such a kind.
    ///
    /// # Errors
    /// As [`Shares::of`].
    pub(super) fn last(
        &mut self,
        country: Country,
        counts: fn(Kind) -> bool,
        within: impl Fn(Year) -> bool,
    ) -> Result<Option<Share<'b>>> {
        let years = self.years(country, counts).into_iter().rev().filter(|year| within(*year));
        let mut known = years.filter_map(|year| self.of(country, year).transpose());
        known.find(|share| share.as_ref().map_or(true, |share| counts(share.row.kind))).transpose()
    }

    /// The last outturn, from which a path starts where nobody names a year.
    ///
    /// # Errors
    /// As [`Shares::of`].
    pub(super) fn last_outturn(&mut self, country: Country, until: Year) -> Result<Option<Share<'b>>> {
        self.last(country, |kind| kind == Kind::Outturn, |year| year <= until)
    }
}

impl<'b> Start<'b> {
    /// The firmest figure of a year; nothing where there is none.
    ///
    /// # Errors
    /// As [`Shares::of`].
    pub(super) fn in_year(
        query: &Query<'b>,
        shares: &mut Shares<'b>,
        country: Country,
        year: Year,
    ) -> Result<Option<Self>> {
        let share = shares.of(country, year)?;
        share.map(|share| Self::at(query, shares, country, share)).transpose()
    }

    /// The figure of a share that counts: with the money that its publisher gives in the same edition, else with the share of GDP on the
    /// latest figures.
    ///
    /// # Errors
    /// As [`Shares::of`].
    pub(super) fn at(query: &Query<'b>, shares: &mut Shares<'b>, country: Country, share: Share<'b>) -> Result<Self> {
        let (row, year, percent) = (share.row, share.row.year, share.percent);
        let currency = query.book.currency(country);
        let whose = format!("{}, {} of {}", row.publisher, row.kind, row.vintage);
        let code = currency.map_or("", |currency| currency.code());
        let of_gdp = format!("{}% of GDP", percent.round(2)?);
        if share.is_computed() {
            let words = format!("{} million {code} ({whose}), {of_gdp} on `latest`", in_millions(row.value)?);
            let spent = Spent { share: Some(percent), money: Some(row.value.into()) };
            return Ok(Self { year, spent, figure: Some(share), beside: None, words });
        }
        let rows = query.book.figures_in(country, Measure::Spending, Some(&shares.definition.id), year);
        let is_beside = |other: &&Observation| {
            other.publisher == row.publisher && other.vintage == row.vintage && other.currency() == currency
        };
        let beside = choose(rows.filter(is_beside), &query.book.publishers)?;
        let gdp = shares.path(country)?.value(year).map(|value| value.gdp.millions());
        let (money, from) = match beside {
            Some(beside) => (Some(beside.value.into()), "in the same edition"),
            None => (gdp.map(|gdp| percent.per_cent(gdp)).transpose()?, "on `latest`"),
        };
        let words = match money {
            Some(money) => format!("{of_gdp} ({whose}), {} million {code} {from}", in_millions(money)?),
            None => format!("{of_gdp} ({whose})"),
        };
        Ok(Self { year, spent: Spent { share: Some(percent), money }, figure: Some(share), beside, words })
    }

    /// What somebody says was spent in a year, exactly so, on GDP of that year where it is known.
    ///
    /// # Errors
    /// An amount needs more than 28 digits, or GDP is zero.
    pub(super) fn said(year: Year, said: Said, gdp: Option<Decimal>) -> Result<Self> {
        let (spent, words) = match said {
            Said::Share(share) => {
                let percent = Ratio::from(share.percent());
                let money = gdp.map(|gdp| percent.per_cent(gdp)).transpose()?;
                (Spent { share: Some(percent), money }, format!("{share} of GDP"))
            }
            Said::Amount(amount) => {
                let money = Ratio::from(amount.money()?.millions());
                let share = gdp.map(|gdp| money.percent_of(gdp)).transpose()?;
                (Spent { share, money: Some(money) }, amount.to_string())
            }
        };
        Ok(Self { year, spent, figure: None, beside: None, words: format!("{words}, as said") })
    }

    /// The documents that it comes from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        self.figure.iter().flat_map(Share::sources)
    }
}

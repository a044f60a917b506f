//! Where a path starts: what was spent last, or in a year that somebody names, or what somebody says was.

use crate::analysis::Spent;
use crate::book::{Kind, Measure, Observation};
use crate::error::{Error, Result};
use crate::gdp::{Value, choose};
use crate::pledge::Amount;
use crate::quantity::{Between, Country, Decimal, Ratio, Year};
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
    /// GDP on `latest`, where something was computed on it.
    pub(super) gdp: Option<Value>,
    /// Whether share and money are of two GDPs, so that what comes of the one is not comparable with the other.
    pub(super) is_of_two_gdps: bool,
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
    /// latest figures. Where that money is another share of that GDP the words say both: nobody knows which of them counts.
    ///
    /// # Errors
    /// As [`Shares::of`].
    pub(super) fn at(query: &Query<'b>, shares: &mut Shares<'b>, country: Country, share: Share<'b>) -> Result<Self> {
        let (row, year, percent) = (share.row, share.row.year, share.percent);
        let gdp = shares.path(country)?.value(year).cloned();
        let beside = if share.is_computed() { None } else { money_beside(query, row)? };
        let money = match beside.or(Some(row).filter(|_| share.is_computed())) {
            Some(stated) => Some(stated.value.into()),
            None => gdp.as_ref().map(|gdp| percent.per_cent(gdp.gdp.millions())).transpose()?,
        };
        let other = beside.zip(gdp.as_ref()).map(|(own, gdp)| other_share(row, own, gdp)).transpose()?.flatten();
        let whose = format!("{}, {} of {}", row.publisher, row.kind, row.vintage);
        let code = query.book.currency(country).map_or("", |currency| currency.code());
        let millions =
            money.map(|money| Ok::<_, Error>(format!("{} million {code}", in_millions(money)?))).transpose()?;
        let of_gdp = format!("{}% of GDP", percent.round(2)?);
        let words = match (millions, beside, other) {
            (Some(money), _, _) if share.is_computed() => format!("{money} ({whose}), {of_gdp} on `latest`"),
            (Some(money), Some(_), Some(other)) => {
                format!("{of_gdp} ({whose}), {money} in the same edition ({}% on `latest`)", other.round(2)?)
            }
            (Some(money), Some(_), None) => format!("{of_gdp} ({whose}), {money} in the same edition"),
            (Some(money), None, _) => format!("{of_gdp} ({whose}), {money} on `latest`"),
            (None, _, _) => format!("{of_gdp} ({whose})"),
        };
        let gdp = gdp.filter(|_| beside.is_none() || other.is_some());
        let (spent, is_of_two_gdps) = (Spent { share: Some(percent), money }, other.is_some());
        Ok(Self { year, spent, figure: Some(share), beside, gdp, is_of_two_gdps, words })
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
        let words = format!("{words}, as said");
        Ok(Self { year, spent, figure: None, beside: None, gdp: None, is_of_two_gdps: false, words })
    }

    /// The documents that it comes from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        let gdp = self.gdp.iter().filter_map(|gdp| gdp.source.as_deref());
        self.figure.iter().flat_map(Share::sources).chain(self.beside.map(|row| row.source.as_str())).chain(gdp)
    }
}

/// The money that the publisher of a share gives in the same edition.
fn money_beside<'b>(query: &Query<'b>, share: &Observation) -> Result<Option<&'b Observation>> {
    let (country, definition) = (share.country, share.definition.as_deref());
    let rows = query.book.figures_in(country, Measure::Spending, definition, share.year);
    let is_beside = |row: &&Observation| {
        row.publisher == share.publisher
            && row.vintage == share.vintage
            && row.currency() == query.book.currency(country)
    };
    choose(rows.filter(is_beside), &query.book.publishers)
}

/// What money is of GDP, where that is not the share that is published of it within the digits of all three.
fn other_share(share: &Observation, money: &Observation, gdp: &Value) -> Result<Option<Ratio>> {
    let gdp = Between::new(gdp.gdp.millions(), gdp.precision)?;
    let (percent, ends) = money.between()?.percent_of(&gdp)?;
    Ok((!ends.meets(&share.between()?.interval()?)?).then_some(percent))
}

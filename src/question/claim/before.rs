//! What a rise goes on from: what was spent last before a year, and what prices of then are by that year.

use std::cmp::Ordering;

use crate::analysis::Spent;
use crate::book::{Kind, Observation};
use crate::error::{Error, Result};
use crate::gdp::{Deflator, Value};
use crate::quantity::text::plain;
use crate::quantity::{Between, Ratio, Year};
use crate::question::Query;
use crate::question::shares::Shares;
use crate::question::start::Start;

/// What nobody knows.
const NOTHING: Spent = Spent { share: None, money: None };

/// What was spent before a year, or why that is not known.
pub(super) struct Before<'b> {
    pub(super) start: Result<Start<'b>, String>,
    /// Prices of then and of the year in one edition.
    pub(super) deflator: Result<Deflator<'b>, String>,
    /// How many times prices of then are those of the year.
    pub(super) prices: Option<Ratio>,
    /// What was spent, at each extreme of what the figures may be the rounding of.
    pub(super) extremes: Vec<Spent>,
}

impl<'b> Before<'b> {
    /// The year that is asked for, else that of the last outturn before.
    ///
    /// # Errors
    /// Two figures between which nothing chooses, or a quotient that cannot be kept.
    pub(super) fn of(query: &Query<'b>, shares: Option<&mut Shares<'b>>, year: Year) -> Result<Self> {
        let start = match shares {
            Some(shares) => start(query, shares, year)?,
            None => Err("the book has no definition of spending".to_owned()),
        };
        let (as_of, country) = (query.as_of, query.country());
        let deflator = match &start {
            Ok(start) => {
                Deflator::of(query.book, as_of, country, &[start.year, year], &[])?.map_err(|why| why.to_string())
            }
            Err(why) => Err(why.clone()),
        };
        let between = |deflator: &Deflator<'b>| deflator.between(start.as_ref().ok()?.year, year).transpose();
        let prices = deflator.as_ref().ok().and_then(between).transpose()?;
        let extremes = start.as_ref().map_or(Ok(vec![NOTHING]), extremes)?;
        Ok(Self { start, deflator, prices, extremes })
    }

    /// The same as `119 ÷ 125.7`.
    pub(super) fn quotient_of_prices(&self, year: Year) -> String {
        let rows = self.deflator.as_ref().ok().zip(self.start.as_ref().ok());
        let rows = rows.and_then(|(deflator, start)| deflator.row(year).zip(deflator.row(start.year)));
        rows.map(|(of, then)| format!("{} ÷ {}", plain(of.value), plain(then.value))).unwrap_or_default()
    }

    /// What was spent.
    pub(super) fn spent(&self) -> Spent {
        self.start.as_ref().map_or(NOTHING, |start| start.spent)
    }

    /// What was spent at the extreme of which a rise comes to so much.
    pub(super) fn at(&self, rise: impl Fn(Spent) -> Result<Option<Ratio>>, comes_to: &Ratio) -> Result<Spent> {
        for spent in &self.extremes {
            let found = rise(*spent)?.map(|rise| rise.compare(*comes_to)).transpose()?;
            if found.is_some_and(Ordering::is_eq) {
                return Ok(*spent);
            }
        }
        Ok(self.spent())
    }

    /// The documents that it comes from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        self.start.iter().flat_map(Start::sources).chain(self.deflator.iter().map(Deflator::source))
    }
}

/// Of a share and money that are published apart each end of the one with each of the other; else what each end of the one makes of
/// the other on each end of GDP.
fn extremes(start: &Start<'_>) -> Result<Vec<Spent>> {
    let Some(figure) = &start.figure else { return Ok(vec![start.spent]) };
    let ends = |row: &Observation| Ok::<_, Error>(row.between()?.ends()?.map(|end| Some(Ratio::from(end))));
    let of_gdp = |gdp: &Value| Between::new(gdp.gdp.millions(), gdp.precision)?.ends();
    let wholes = start.gdp.as_ref().map_or(Ok(Vec::new()), |gdp| of_gdp(gdp).map(Vec::from))?;
    let mut extremes = Vec::new();
    for end in ends(figure.row)? {
        match (start.beside, figure.is_computed()) {
            (Some(money), _) => extremes.extend(ends(money)?.map(|money| Spent { share: end, money })),
            (None, true) => {
                for whole in &wholes {
                    extremes.push(Spent { share: end.map(|end| end.percent_of(*whole)).transpose()?, money: end });
                }
            }
            (None, false) => {
                for whole in &wholes {
                    extremes.push(Spent { share: end, money: end.map(|end| end.per_cent(*whole)).transpose()? });
                }
                if wholes.is_empty() {
                    extremes.push(Spent { share: end, money: None });
                }
            }
        }
    }
    Ok(extremes)
}

fn start<'b>(query: &Query<'b>, shares: &mut Shares<'b>, year: Year) -> Result<Result<Start<'b>, String>> {
    let (country, definition) = (query.country(), &shares.definition.id);
    if let Some(since) = query.since {
        let why = format!("no spending of {since} is published under `{definition}`");
        return Ok(Start::in_year(query, shares, country, since)?.ok_or(why));
    }
    let why = format!("no outturn before {year} is published under `{definition}`");
    let last = shares.last(country, |kind| kind == Kind::Outturn, |own| own < year)?;
    last.map_or(Ok(Err(why)), |share| Start::at(query, shares, country, share).map(Ok))
}

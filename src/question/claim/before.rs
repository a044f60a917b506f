//! What a rise goes on from: what was spent last before a year, and what prices of then are by that year.

use crate::analysis::Spent;
use crate::book::Kind;
use crate::error::Result;
use crate::gdp::Deflator;
use crate::quantity::{Ratio, Year};
use crate::question::Query;
use crate::question::shares::Shares;
use crate::question::start::Start;

/// What was spent before a year, or why that is not known.
pub(super) struct Before<'b> {
    pub(super) start: Result<Start<'b>, String>,
    /// Prices of then and of the year in one edition.
    pub(super) deflator: Result<Deflator<'b>, String>,
    /// How many times prices of then are those of the year.
    pub(super) prices: Option<Ratio>,
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
        Ok(Self { start, deflator, prices })
    }

    /// What was spent.
    pub(super) fn spent(&self) -> Spent {
        self.start.as_ref().map_or(Spent { share: None, money: None }, |start| start.spent)
    }

    /// The documents that it comes from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        self.start.iter().flat_map(Start::sources).chain(self.deflator.iter().map(Deflator::source))
    }
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

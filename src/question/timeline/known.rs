//! What a commitment comes to, as known on a day.

use std::collections::BTreeMap;

use crate::book::{Basis, Commitment};
use crate::error::Result;
use crate::evaluate::{self, Outcome};
use crate::gdp::Paths;
use crate::pledge::When;
use crate::quantity::{Date, YearRange};

use super::super::Query;

/// What commitments come to on `latest`, each day's GDP of a country resolved once.
pub(super) struct Known<'q, 'b> {
    query: &'q Query<'b>,
    paths: BTreeMap<Date, Paths<'b>>,
}

impl<'q, 'b> Known<'q, 'b> {
    pub(super) fn new(query: &'q Query<'b>) -> Self {
        Self { query, paths: BTreeMap::new() }
    }

    /// What a commitment came to when it was announced, and what it comes to now; nothing where it states no figure.
    pub(super) fn then_and_now(&mut self, commitment: &Commitment) -> Result<[Option<Outcome>; 2]> {
        Ok([self.on(commitment.announced.to_day(), commitment)?, self.on(self.query.as_of, commitment)?])
    }

    fn on(&mut self, day: Date, commitment: &Commitment) -> Result<Option<Outcome>> {
        let query = as_known_on(self.query, day);
        let Some((pledged, years)) = query.pledged(commitment)?.zip(years(&query, commitment)) else { return Ok(None) };
        let paths = self.paths.entry(day).or_insert_with(|| Paths::new(query.resolver()));
        evaluate::over(&pledged, &*paths.of(&Basis::Latest.to_string(), commitment.country)?, years).map(Some)
    }
}

/// The same question on another day.
pub(super) fn as_known_on<'b>(query: &Query<'b>, day: Date) -> Query<'b> {
    Query { years: query.years, ..Query::new(query.book, day) }
}

/// The years that are told of a commitment: those that count together, else the first of its own that is asked about.
pub(super) fn years(query: &Query<'_>, commitment: &Commitment) -> Option<YearRange> {
    let when = commitment.when?;
    let first = query.years.map_or(when.first(), |asked| asked.first().max(when.first()));
    Some(when.together().unwrap_or_else(|| match when {
        When::By(year) => year.into(),
        When::Each(_) | When::From(_) | When::Sum(_) | When::Mean(_) => when.stated(first),
    }))
}

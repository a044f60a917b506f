//! What does each pledge come to, per year and scenario?

use std::collections::BTreeMap;

use crate::book::Commitment;
use crate::error::{Error, Errors, Result};
use crate::evaluate::{self, Outcome, Pledged};
use crate::gdp::feed::{FedLine, FedScenario};
use crate::gdp::{Path, Rates};
use crate::pledge::When;
use crate::quantity::{Country, Currency, YearRange};
use crate::table::{Cell, Column, Table};

use super::amount_rows::{About, AmountRows, Asked, stated};
use super::cells::{TOTAL, gdp_on};
use super::converted::Conversion;
use super::once::Once;
use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "amounts", about: "what each pledge comes to, per year and scenario", build };

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let pledges = asked(query)?;
    let mut sources = Once::default();
    sources.extend(pledges.iter().flat_map(|(pledged, _)| pledged.sources()));
    // rows of a file are written while it is read, and what they rest on stands above them
    let fed = pledges.iter().filter(|_| query.feed.is_some());
    sources.extend(fed.flat_map(|(pledged, _)| pledged.sources_beside_feed()));
    let made = AmountRows::of(query, &pledges)?;
    let mut answer = Answer { rows: Vec::new(), sources, made: &made, addends: Vec::new() };
    for scenario in query.scenarios() {
        answer.add_scenario(query, &pledges, &scenario)?;
    }
    for fed in query.feed.iter().flat_map(|feed| &feed.scenarios) {
        answer.add_all(query, under_fed(query, &pledges, fed)?)?;
    }
    Ok(query.table(QUESTION.name, made.columns(), answer.rows, answer.sources.names()))
}

/// The amounts under scenarios that were brought along, of one commitment after another.
pub(crate) struct FedAmounts<'q, 'b> {
    query: &'q Query<'b>,
    made: AmountRows,
    conversion: Option<Conversion<'q, 'b>>,
}

impl<'q, 'b> FedAmounts<'q, 'b> {
    /// Those that are asked for.
    ///
    /// # Errors
    /// The base that they are compared with has no path; two rates between which nothing chooses.
    pub(crate) fn of(query: &'q Query<'b>) -> Result<Self> {
        let made = AmountRows::of(query, &asked(query)?)?;
        let conversion = Conversion::of(query, made.columns())?;
        Ok(Self { query, made, conversion })
    }

    /// The columns of the rows.
    pub(crate) fn columns(&self) -> &'static [Column] {
        self.made.columns()
    }

    /// The rows of one commitment under a scenario.
    ///
    /// # Errors
    /// A figure cannot be kept exactly.
    pub(crate) fn of_commitment(&mut self, commitment: &Commitment, fed: &FedScenario) -> Result<Vec<Vec<Cell>>> {
        let Some(pledged) = self.query.pledged(commitment)? else { return Ok(Vec::new()) };
        let mut rows = Vec::new();
        for (pledged, path, outcome) in under_fed(self.query, &[(pledged, commitment.when)], fed)? {
            let row = self.made.fed(pledged, &path.scenario, &outcome)?;
            rows.push(Conversion::row_of(&mut self.conversion, row)?);
        }
        Ok(rows)
    }
}

/// The pledges that a query is about, in book order, or those that were said.
///
/// # Errors
/// What a pledge allows cannot be kept exactly.
pub fn asked(query: &Query<'_>) -> Result<Vec<Asked>> {
    let asked = |commitment: &Commitment| Ok(query.pledged(commitment)?.map(|pledged| (pledged, commitment.when)));
    query.standing_in_lines().filter_map(|commitment| asked(commitment).transpose()).collect()
}

struct Answer<'m> {
    rows: Vec<Vec<Cell>>,
    sources: Once,
    made: &'m AmountRows,
    /// What has come to be added up since the last total.
    addends: Vec<Addend>,
}

/// A row that a total may count: its pledge, what it comes to, and what it comes to under the base of a comparison.
struct Addend {
    pledged: Pledged,
    outcome: Outcome,
    base: Option<Outcome>,
}

impl Answer<'_> {
    /// The rows of a scenario of the book: by year, then by pledge; cumulative pledges last.
    fn add_scenario(&mut self, query: &Query<'_>, pledges: &[Asked], scenario: &str) -> Result<()> {
        let paths = query.paths(scenario)?;
        let of_country: BTreeMap<Country, &Path> = paths.iter().map(|path| (path.country, path)).collect();
        let mut yearly: Vec<(YearRange, &Pledged, &Path)> = Vec::new();
        for (pledged, when) in pledges {
            let Some(path) = of_country.get(&pledged.country).copied() else {
                continue;
            };
            let years = when
                .map_or_else(|| path.values.keys().copied().collect(), |when| evaluate::years(when, path, query.years));
            yearly.extend(years.into_iter().map(|year| (stated(*when, year), pledged, path)));
        }
        yearly.sort_by_key(|(year, ..)| year.first());
        for year in yearly.chunk_by(|(one, ..), (other, ..)| one.first() == other.first()) {
            for (year, pledged, path) in year {
                self.add(query, pledged, path, evaluate::over(pledged, path, *year)?)?;
            }
            self.add_totals(query, &paths)?;
        }
        self.add_all(query, cumulative(query, pledges, |country| of_country.get(&country).copied())?)
    }

    /// The rows of what is no addend of a year: years together, or under a scenario that was brought along.
    fn add_all(&mut self, query: &Query<'_>, outcomes: Vec<OnPath<'_>>) -> Result<()> {
        for (pledged, path, outcome) in outcomes {
            self.add(query, pledged, path, outcome)?;
        }
        self.addends.clear();
        Ok(())
    }

    fn add(&mut self, query: &Query<'_>, pledged: &Pledged, path: &Path, outcome: Outcome) -> Result<()> {
        self.sources.extend(outcome.sources());
        let base = self.made.base(pledged, outcome.years)?;
        self.push(&pledged.into(), path, &outcome, base.as_ref())?;
        if query.total {
            self.addends.push(Addend { pledged: pledged.clone(), outcome, base });
        }
        Ok(())
    }

    fn push(&mut self, about: &About<'_>, path: &Path, outcome: &Outcome, base: Option<&Outcome>) -> Result<()> {
        self.rows.push(self.made.row(about, (&path.scenario, gdp_on(path, outcome)), outcome, base)?);
        Ok(())
    }

    /// The sum of the rows since the last one, for each country by itself.
    fn add_totals(&mut self, query: &Query<'_>, paths: &[Path]) -> Result<()> {
        let rates = Rates::known(query.book, query.as_of);
        let mut addends: BTreeMap<Country, Vec<Addend>> = BTreeMap::new();
        for addend in std::mem::take(&mut self.addends) {
            addends.entry(addend.pledged.country).or_default().push(addend);
        }
        for path in paths {
            let of_country = || addends.get(&path.country).into_iter().flatten();
            let outcomes: Vec<_> = of_country().map(|addend| (&addend.pledged, &addend.outcome)).collect();
            let bases: Vec<_> =
                of_country().filter_map(|addend| Some((&addend.pledged, addend.base.as_ref()?))).collect();
            let money = (&rates, query.currency);
            let Some(total) = evaluate::total(query.book, Some(path), &outcomes, money)? else { continue };
            let base = evaluate::total(query.book, None, &bases, money)?;
            let mut currencies: Vec<Currency> = of_country().map(|addend| addend.pledged.currency).collect();
            currencies.dedup();
            let common = if let [one] = currencies[..] { Some(one) } else { query.book.currency(path.country) };
            let Some(currency) = total.amount.map(|_| total.currency).or(common) else { continue };
            let about = About { id: TOTAL, country: path.country, pledge: None, currency };
            self.push(&about, path, &total, base.as_ref())?;
        }
        Ok(())
    }
}

/// What a pledge comes to on a path.
type OnPath<'p> = (&'p Pledged, &'p Path, Outcome);

/// What pledges come to under a scenario that was brought along: line by line, then by pledge; cumulative pledges last. An amount that
/// cannot be kept is the fault of its line, of the last line where it is a sum.
fn under_fed<'p>(query: &Query<'_>, pledges: &'p [Asked], fed: &'p FedScenario) -> Result<Vec<OnPath<'p>>> {
    let mut outcomes = Vec::new();
    for line in fed.lines.iter().filter(|line| query.asks_about(line.year.into())) {
        let Some(path) = fed.paths.get(&line.country) else { continue };
        let named =
            |(pledged, when): &&Asked| pledged.country == line.country && when.is_none_or(|when| when.names(line.year));
        for (pledged, when) in pledges.iter().filter(named) {
            let outcome = evaluate::over(pledged, path, stated(*when, line.year));
            outcomes.push((pledged, path, outcome.map_err(|error| told_at(Some(line), error))?));
        }
    }
    let together = cumulative(query, pledges, |country| fed.paths.get(&country));
    outcomes.extend(together.map_err(|error| told_at(fed.lines.last(), error))?);
    Ok(outcomes)
}

/// What cumulative pledges come to, in book order.
fn cumulative<'p>(
    query: &Query<'_>,
    pledges: &'p [Asked],
    path: impl Fn(Country) -> Option<&'p Path>,
) -> Result<Vec<OnPath<'p>>> {
    let mut outcomes = Vec::new();
    for (pledged, when) in pledges {
        if let (Some(years), Some(path)) = (when.and_then(When::together), path(pledged.country))
            && query.asks_about(years)
        {
            outcomes.push((pledged, path, evaluate::over(pledged, path, years)?));
        }
    }
    Ok(outcomes)
}

/// An error of an amount, at the line that brought it about where it came from a file.
fn told_at(line: Option<&FedLine>, error: Error) -> Error {
    if let Some(line) = line { error.moved_to(line.origin.place()) } else { error }
}

//! What does each pledge come to, per year and scenario?

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::error::{Errors, Result};
use crate::evaluate::{self, Outcome, Pledged, ShareOfGdp};
use crate::gdp::feed::FedScenario;
use crate::gdp::{Path, has_scenario};
use crate::pledge::{Pledge, When};
use crate::quantity::{Country, Currency, Money, Year};
use crate::stream::Asked;
use crate::table::{Cell, Column, Table, Value, columns};

use super::cells::{TOTAL, amount, gdp_on};
use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "amounts", about: "what each pledge comes to, per year and scenario", build };

/// The columns, those of a comparison last.
const COLUMNS: [Column; 15] = [
    columns::SCENARIO,
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::CURRENCY,
    columns::GDP_MILLION,
    columns::SHARE_PCT,
    columns::LOW_MILLION,
    columns::AMOUNT_MILLION,
    columns::HIGH_MILLION,
    columns::REASON,
    columns::BASE_AMOUNT_MILLION,
    columns::DIFFERENCE_MILLION,
    columns::DIFFERENCE_PCT,
];
/// The columns without a comparison.
const PLAIN: &[Column] = COLUMNS.split_at(12).0;

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let pledges = asked(query)?;
    let sources = pledges.iter().filter_map(|(pledged, _)| pledged.source.clone()).collect();
    let (compares, bases) = (query.compare.is_some(), BTreeMap::new());
    let mut answer = Answer { rows: Vec::new(), sources, compares, bases, addends: Vec::new() };
    for scenario in query.scenarios() {
        answer.add_scenario(query, &pledges, &scenario)?;
    }
    for fed in query.feed.iter().flat_map(|feed| &feed.scenarios) {
        answer.add_fed(query, &pledges, fed)?;
    }
    let columns = if query.compare.is_some() { &COLUMNS } else { PLAIN };
    Ok(query.table(QUESTION.name, columns, answer.rows, &answer.sources))
}

/// The pledges that a query is about, in book order, or those that were brought along.
///
/// # Errors
/// What a pledge allows cannot be kept exactly.
pub fn asked(query: &Query<'_>) -> Result<Vec<Asked>> {
    if query.pledges.is_empty() {
        let asked =
            |commitment| Ok(Pledged::of(commitment)?.zip(commitment.when).map(|(pledged, when)| (pledged, Some(when))));
        let everywhere = Query {
            countries: Some(query.book.countries.iter().map(|(country, _)| *country).collect()),
            ..query.clone()
        };
        let query = if query.feed.is_some() && query.countries.is_none() { &everywhere } else { query };
        return query.standing().filter_map(|commitment| asked(commitment).transpose()).collect();
    }
    let mut asked = Vec::new();
    for country in query.countries() {
        for (index, (pledge, origin)) in query.pledges.iter().enumerate() {
            let Some(currency) = query.book.currency(country) else { continue };
            let id = format!("pledge-{}", index + 1);
            asked.push((
                Pledged::new(id, (country, currency), *pledge, pledge.slack()?.value, origin.clone())?,
                query.years.map(When::Each),
            ));
        }
    }
    Ok(asked)
}

struct Answer {
    rows: Vec<Vec<Cell>>,
    sources: Vec<String>,
    /// Whether amounts are compared with those of a base.
    compares: bool,
    /// The paths that the others are compared with.
    bases: BTreeMap<Country, Path>,
    /// What has come to be added up since the last total.
    addends: Vec<Addend>,
}

/// A row that a total may count: its pledge, what it comes to, and what it comes to under the base of a comparison.
struct Addend {
    pledged: Pledged,
    outcome: Outcome,
    base: Option<Outcome>,
}

impl Answer {
    /// The rows of a scenario of the book: by year, then by pledge; cumulative pledges last.
    fn add_scenario(&mut self, query: &Query<'_>, pledges: &[Asked], scenario: &str) -> Result<()> {
        let paths = query.paths(scenario)?;
        let mut yearly: Vec<(Year, &Pledged, &Path)> = Vec::new();
        for (pledged, when) in pledges {
            let Some(path) = paths.iter().find(|path| path.country == pledged.country) else {
                continue;
            };
            let years = when
                .map_or_else(|| path.values.keys().copied().collect(), |when| evaluate::years(when, path, query.years));
            yearly.extend(years.into_iter().map(|year| (year, pledged, path)));
        }
        yearly.sort_by_key(|(year, ..)| *year);
        for year in yearly.chunk_by(|(one, ..), (other, ..)| one == other) {
            for (year, pledged, path) in year {
                self.add(query, pledged, path, evaluate::in_year(pledged, path, *year)?)?;
            }
            self.add_totals(query, &paths)?;
        }
        self.add_cumulative(query, pledges, |country| paths.iter().find(|path| path.country == country))
    }

    /// The rows of a scenario that was brought along: line by line, then by pledge; cumulative pledges last.
    fn add_fed(&mut self, query: &Query<'_>, pledges: &[Asked], fed: &FedScenario) -> Result<()> {
        for (country, year) in fed.lines.iter().filter(|(_, year)| query.asks_about((*year).into())) {
            let Some(path) = fed.paths.get(country) else { continue };
            let named =
                |(pledged, when): &&Asked| pledged.country == *country && when.is_none_or(|when| when.names(*year));
            for (pledged, _) in pledges.iter().filter(named) {
                self.add(query, pledged, path, evaluate::in_year(pledged, path, *year)?)?;
            }
        }
        self.add_cumulative(query, pledges, |country| fed.paths.get(&country))
    }

    /// The rows of cumulative pledges, in book order.
    fn add_cumulative<'p>(
        &mut self,
        query: &Query<'_>,
        pledges: &[Asked],
        path: impl Fn(Country) -> Option<&'p Path>,
    ) -> Result<()> {
        for (pledged, when) in pledges {
            if let (Some(When::Sum(years)), Some(path)) = (when, path(pledged.country))
                && query.asks_about(*years)
            {
                self.add(query, pledged, path, evaluate::over(pledged, path, *years)?)?;
            }
        }
        // Years together are no addend of a year.
        self.addends.clear();
        Ok(())
    }

    fn add(&mut self, query: &Query<'_>, pledged: &Pledged, path: &Path, outcome: Outcome) -> Result<()> {
        self.sources.extend(outcome.gdp.iter().flat_map(|gdp| gdp.sources.clone()));
        let base = self.base(query, path.country)?;
        let base = base.map(|base| evaluate::over(pledged, base, outcome.years)).transpose()?;
        let words = (pledged.id.as_str(), Some(pledged.pledge), pledged.currency);
        self.push(words, path, &outcome, base.as_ref())?;
        if query.total {
            self.addends.push(Addend { pledged: pledged.clone(), outcome, base });
        }
        Ok(())
    }

    /// The path that amounts of a country are compared with, if they are.
    fn base(&mut self, query: &Query<'_>, country: Country) -> Result<Option<&Path>> {
        let Some(base) = query.compare.as_ref().filter(|base| has_scenario(query.book, base, country)) else {
            return Ok(None);
        };
        Ok(Some(match self.bases.entry(country) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(query.resolver().path(base, country)?),
        }))
    }

    fn push(
        &mut self,
        words: (&str, Option<Pledge>, Currency),
        path: &Path,
        outcome: &Outcome,
        base: Option<&Outcome>,
    ) -> Result<()> {
        let mut cells = row(words, path, outcome);
        if self.compares {
            cells.extend(compared(outcome.amount, base.and_then(|base| base.amount))?);
        }
        self.rows.push(cells);
        Ok(())
    }

    /// The sum of the rows since the last one, for each country by itself.
    fn add_totals(&mut self, query: &Query<'_>, paths: &[Path]) -> Result<()> {
        let addends = std::mem::take(&mut self.addends);
        for path in paths {
            let of_country = || addends.iter().filter(|addend| addend.pledged.country == path.country);
            let outcomes: Vec<_> = of_country().map(|addend| (&addend.pledged, &addend.outcome)).collect();
            let bases: Vec<_> =
                of_country().filter_map(|addend| Some((&addend.pledged, addend.base.as_ref()?))).collect();
            let Some(total) = evaluate::total(query.book, &outcomes)? else { continue };
            let base = evaluate::total(query.book, &bases)?;
            let currency = outcomes.first().map_or(query.book.currency(path.country), |(own, _)| Some(own.currency));
            let Some(currency) = currency else { continue };
            self.push((TOTAL, None, currency), path, &total, base.as_ref())?;
        }
        Ok(())
    }
}

/// The amount under the base, the difference from it, and that in per cent of it; nothing where one of the two is unknown.
fn compared(amount: Option<Money>, base: Option<Money>) -> Result<[Cell; 3]> {
    let Some((amount, base)) = amount.zip(base) else { return Ok([Cell::UNKNOWN, Cell::UNKNOWN, Cell::UNKNOWN]) };
    let difference = amount.minus(base)?;
    let percent = Value::Quotient(difference.percent_of(base)?, 2);
    Ok([Value::Money(base.millions()), Value::Money(difference.millions()), percent].map(Cell::from))
}

fn row((id, pledge, currency): (&str, Option<Pledge>, Currency), path: &Path, outcome: &Outcome) -> Vec<Cell> {
    let of_gdp = outcome.gdp.as_ref().map(|gdp| gdp.money.currency());
    let currency = outcome.amount.map(Money::currency).or(of_gdp).unwrap_or(currency);
    let share = outcome.share.map(|share| match share {
        ShareOfGdp::Stated(share) => share.into(),
        ShareOfGdp::Quotient(ratio) => Value::Quotient(ratio, 4),
    });
    vec![
        Cell::name(&*path.scenario),
        path.country.into(),
        Cell::name(id),
        outcome.years.into(),
        Cell::maybe(pledge),
        currency.into(),
        gdp_on(path, outcome),
        Cell::maybe(share),
        amount(outcome.bounds.low),
        amount(outcome.amount),
        amount(outcome.bounds.high),
        Cell::text(outcome.reason.as_ref().map(ToString::to_string).unwrap_or_default()),
    ]
}

//! How was the pledge for one year announced and announced again, and what was published about the year meanwhile?

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Commitment, Measure, Observation};
use crate::error::{Errors, Result};
use crate::gdp::Choice;
use crate::pledge::When;
use crate::quantity::{Date, Year, YearRange};
use crate::table::{Cell, Column, Role, Table, Value, columns};

use super::standing_pledge::words_and_share;
use crate::question::once::Once;
use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "revisions", about: "how the pledge for one year was announced and announced again", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::DATE,
    columns::STRENGTH,
    columns::SHARE_PCT,
    columns::GDP_MILLION,
    columns::DEFINITION,
    columns::PUBLISHER,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let mut answer = Answer { query, rows: Vec::new(), sources: Once::default() };
    let asked = query.years.map(YearRange::first);
    if let Some(year) = asked.or_else(|| most_announced(query)) {
        announced(query, year).for_each(|commitment| answer.add_announced(year, commitment));
        let mut gdp = Known::of(query, year);
        for row in published(query, year) {
            answer.add_published(row, &mut gdp)?;
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, answer.rows, answer.sources.names()))
}

/// The commitments to a share of GDP in a year, superseded ones included, since they are its history.
fn announced<'b>(query: &Query<'b>, year: Year) -> impl Iterator<Item = &'b Commitment> {
    shares(query).filter(move |commitment| commitment.when.is_some_and(|when| yearly(when) && when.names(year)))
}

/// Every commitment to a share of GDP under the definition of the family.
fn shares<'b>(query: &Query<'b>) -> impl Iterator<Item = &'b Commitment> {
    let own = query.own_definition().map(|own| &own.id);
    let under = move |commitment: &&Commitment| commitment.definition.as_ref().map(|under| &under.id) == own;
    query
        .known()
        .filter(under)
        .filter(|commitment| commitment.pledge.is_some_and(|pledge| pledge.share_of_gdp().is_some()))
}

/// Whether it binds in each of its years, and is no goal for a far one.
fn yearly(when: When) -> bool {
    match when {
        When::Each(_) | When::From(_) => true,
        When::Sum(_) | When::Mean(_) | When::By(_) => false,
    }
}

/// The year with the most announcements, of several the latest; an open end does not name the years behind it.
fn most_announced(query: &Query<'_>) -> Option<Year> {
    let mut counts: BTreeMap<Year, usize> = BTreeMap::new();
    let mut open = Vec::new();
    for when in shares(query).filter_map(|commitment| commitment.when.filter(|when| yearly(*when))) {
        let last = when.last().unwrap_or(when.first());
        when.first().to(last).for_each(|year| *counts.entry(year).or_default() += 1);
        open.extend(when.last().is_none().then_some(when.first()));
    }
    let behind = |year: Year| open.iter().filter(|first| **first < year).count();
    let counted = counts.into_iter().map(|(year, count)| (count + behind(year), year));
    counted.max().map(|(_, year)| year)
}

/// What was published about a year: shares of GDP under definitions of the same family, and amounts under that of the
/// pledges themselves where their publisher states no share.
fn published<'b>(query: &Query<'b>, year: Year) -> Vec<&'b Observation> {
    let family = query.family().into_iter().flat_map(|family| query.book.family(family));
    let of_family = family.flat_map(|definition| query.published_under(Some(definition)));
    let seen: Vec<&Observation> = of_family.filter(|row| row.year == year).collect();
    let own = query.own_definition().map(|own| own.id.as_str());
    let shares = seen.iter().filter(|row| row.measure == Measure::SpendingShare);
    let shares: BTreeSet<_> = shares.map(|row| (&row.publisher, &row.definition)).collect();
    let states_share = |amount: &Observation| shares.contains(&(&amount.publisher, &amount.definition));
    let counts = |row: &&Observation| match row.measure {
        Measure::SpendingShare => true,
        Measure::Spending => row.definition.as_deref() == own && !states_share(row),
        Measure::Gdp | Measure::Gni | Measure::GdpDeflator | Measure::RealGrowth => false,
        Measure::ConsumerInflation | Measure::ExchangeRate => false,
    };
    let mut rows: Vec<&Observation> = seen.iter().copied().filter(counts).collect();
    rows.sort_by_key(|row| (row.vintage.last_day(), Reverse(row.kind)));
    rows
}

/// GDP of a year, as it became known.
struct Known<'b> {
    /// What is still to become known, the latest first.
    later: Vec<&'b Observation>,
    so_far: Choice<'b>,
    /// The one that counts of those so far.
    counts: Option<&'b Observation>,
    publishers: &'b [String],
}

impl<'b> Known<'b> {
    fn of(query: &Query<'b>, year: Year) -> Self {
        let (book, country) = (query.book, query.country());
        let published = book.figures_in(country, Measure::Gdp, None, year);
        let mut later: Vec<_> = published.filter(|gdp| gdp.currency() == book.currency(country)).collect();
        later.reverse();
        later.sort_by_key(|gdp| Reverse(gdp.vintage.last_day()));
        Self { later, so_far: Choice::default(), counts: None, publishers: &book.publishers }
    }

    /// The one that counted on a day, which is none before one asked about already.
    fn by(&mut self, day: Date) -> Result<Option<&'b Observation>> {
        let before = self.later.len();
        while let Some(known) = self.later.pop_if(|gdp| gdp.vintage.is_known_on(day)) {
            self.so_far.add(known);
        }
        if self.later.len() < before {
            self.counts = self.so_far.made(self.publishers)?;
        }
        Ok(self.counts)
    }
}

struct Answer<'q, 'b> {
    query: &'q Query<'b>,
    rows: Vec<Vec<Cell>>,
    sources: Once,
}

impl<'b> Answer<'_, 'b> {
    fn add_announced(&mut self, year: Year, commitment: &Commitment) {
        let Some([words, share]) = words_and_share(commitment) else { return };
        let publisher = self.query.publisher_of(commitment);
        let words = [Role::Pledge.into(), words, commitment.strength.into()];
        let origin = (publisher, commitment.announced, commitment.source.id.as_str());
        self.add(words, year, [share, Cell::UNKNOWN], self.query.title_of_definition(commitment), origin);
    }

    /// A published share as it is; an amount over the GDP that was known on its day.
    fn add_published(&mut self, row: &Observation, then: &mut Known<'b>) -> Result<()> {
        let mut gdp = Cell::UNKNOWN;
        let share = if row.measure == Measure::Spending {
            let known = then.by(row.vintage)?.filter(|known| known.currency() == row.currency());
            let Some((known, (whole, amount))) = known.and_then(|known| Some((known, known.money().zip(row.money())?)))
            else {
                return Ok(());
            };
            self.sources.add(&known.source);
            gdp = Cell::from(Value::Plain(whole.millions())).of_kind(known.kind);
            Value::Quotient(amount.percent_of(whole)?, 2)
        } else {
            Value::Stated(row.value.to_string())
        };
        let share = Cell::from(share).of_kind(row.kind);
        let origin = (row.publisher.as_str(), row.vintage, row.source.as_str());
        let definition = self.query.title_of(row.definition.as_deref().unwrap_or_default());
        let words = [Role::Published(row.kind).into(), Cell::text(&*row.publisher), Cell::UNKNOWN];
        self.add(words, row.year, [share, gdp], definition, origin);
        Ok(())
    }

    fn add(
        &mut self,
        [role, label, strength]: [Cell; 3],
        year: Year,
        [share, gdp]: [Cell; 2],
        definition: &str,
        (publisher, date, source): (&str, Date, &str),
    ) {
        self.sources.add(source);
        self.rows.push(vec![
            role,
            label,
            year.into(),
            date.into(),
            strength,
            share,
            gdp,
            Cell::text(definition),
            Cell::text(publisher),
            Cell::name(source),
        ]);
    }
}

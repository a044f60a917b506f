//! What do the pledges that the book opens with come to, and on whose figures?

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::evaluate::{self, Outcome};
use crate::gdp::{Path, Paths};
use crate::pledge::{Quantity, When};
use crate::quantity::Money;
use crate::table::{Cell, Column, Table, columns};

use super::cells::{amounts, gdp_on};
use super::once::Once;
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "headline",
    about: "what the pledges that the book opens with come to, and on whose figures",
    build,
};

/// The columns; country and currency stand first where there is more than one of either.
const COLUMNS: [Column; 11] = [
    columns::COUNTRY,
    columns::CURRENCY,
    columns::TITLE.headed("commitment"),
    columns::PLEDGE,
    columns::YEAR,
    columns::SCENARIO.headed("GDP by"),
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::LOW_MILLION.headed("at least, m"),
    columns::HIGH_MILLION.headed("at most, m"),
    columns::SOURCES,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources, mut notes) = (Vec::<Vec<Cell>>::new(), Once::default(), Once::default());
    let (mut paths, mut scenarios) = (Paths::new(query.resolver()), BTreeMap::new());
    for commitment in opening(query) {
        let country = commitment.country;
        let scenarios: &Vec<String> = scenarios.entry(country).or_insert_with(|| query.scenarios_of(country));
        for (scenario, path, outcome) in outcomes(query, commitment, scenarios, &mut paths)? {
            let of_gdp = outcome.gdp.iter().filter(|_| scenario != ANY).flat_map(|gdp| &gdp.sources);
            let mut cited = Once::default();
            cited.add(&commitment.source.id);
            cited.extend(of_gdp.map(String::as_str));
            notes.extend(outcome.reason.as_ref().filter(|_| scenario != ANY).map(ToString::to_string).as_deref());
            rows.push(row(commitment, scenario, &path, &outcome, cited.names()));
            sources.extend(cited.names().iter().map(String::as_str));
        }
    }
    let context = query.context();
    let first = if context.country.is_some() && context.currency.is_some() { 2 } else { 0 };
    rows.iter_mut().for_each(|row| drop(row.drain(..first)));
    let mut table = query.table(QUESTION.name, &COLUMNS[first..], rows, sources.names());
    table.notes = notes.into_names();
    Ok(table)
}

/// What stands for the scenario where GDP makes no difference.
const ANY: &str = "any";

/// The standing commitments of the statement that the book opens with, for each country.
pub(super) fn opening<'b>(query: &Query<'b>) -> Vec<&'b Commitment> {
    let mut first = BTreeMap::new();
    let stated = query.standing().filter(|commitment| commitment.pledge.is_some());
    let opens = |commitment: &&'b Commitment| {
        *first.entry(commitment.country).or_insert(&commitment.source.id) == &commitment.source.id
    };
    stated.filter(opens).collect()
}

/// By year, then scenario; an amount that no GDP changes stands once.
fn outcomes<'s>(
    query: &Query<'_>,
    commitment: &Commitment,
    scenarios: &'s [String],
    paths: &mut Paths<'_>,
) -> Result<Vec<(&'s str, Rc<Path>, Outcome)>> {
    let Some((pledged, when)) = query.pledged(commitment)?.zip(commitment.when) else {
        return Ok(Vec::new());
    };
    let fixed = matches!(pledged.pledge.quantity, Quantity::Amount(_) | Quantity::Amounts { .. });
    let mut found = Vec::new();
    for scenario in scenarios.iter().take(if fixed { 1 } else { usize::MAX }) {
        let path = paths.of(scenario, commitment.country)?;
        let outcomes = match when {
            When::Sum(years) | When::Mean(years) => vec![evaluate::over(&pledged, &path, years)?],
            When::Each(_) | When::From(_) | When::By(_) => {
                let years = evaluate::years(when, &path, query.years);
                years.into_iter().map(|year| evaluate::in_year(&pledged, &path, year)).collect::<Result<_>>()?
            }
        };
        let name = if fixed { ANY } else { scenario.as_str() };
        found.extend(outcomes.into_iter().map(|outcome| (name, Rc::clone(&path), outcome)));
    }
    found.sort_by_key(|(.., outcome)| outcome.years);
    Ok(found)
}

fn row(commitment: &Commitment, scenario: &str, path: &Path, outcome: &Outcome, sources: &[String]) -> Vec<Cell> {
    let [low, amount, high] = amounts(outcome);
    let currency = outcome.amount.map_or(commitment.currency, Money::currency);
    vec![
        commitment.country.into(),
        currency.into(),
        Cell::text(&*commitment.title),
        Cell::maybe(commitment.pledge),
        outcome.years.into(),
        Cell::name(scenario),
        if scenario == ANY { Cell::UNKNOWN } else { gdp_on(path, outcome) },
        amount,
        low,
        high,
        Cell::name(sources.join(", ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::{Book, Measure};

    #[test]
    fn a_document_of_the_pledge_and_of_gdp_is_named_once() {
        let mut book = Book::embedded().unwrap();
        let of_gdp = book.observations.iter().filter(|row| row.measure == Measure::Gdp).max_by_key(|row| row.vintage);
        let of_gdp = of_gdp.unwrap().source.clone();
        book.commitments.iter_mut().for_each(|commitment| commitment.source.id.clone_from(&of_gdp));
        let query = Query::new(&book, book.latest_date().unwrap());
        let table = build(&query).unwrap();
        let cells: Vec<&str> =
            table.select([&columns::SOURCES]).unwrap().into_iter().map(|[sources]| sources.words()).collect();
        assert!(cells.contains(&of_gdp.as_str()));
        for cell in &cells {
            let names: Vec<&str> = cell.split(", ").collect();
            assert!(names.iter().enumerate().all(|(at, name)| !names[..at].contains(name)), "{cell}");
        }
    }
}

//! What the commitments of a year come to together, pledged and spent.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::evaluate::{Outcome, addends, total};
use crate::gdp::{Ground, Rates};
use crate::quantity::{Country, Interval, Money, Year, YearRange};
use crate::table::{Cell, Column, columns};
use crate::verdict::{Case, Extent, Judgement, Measure, Spent};

use super::Query;
use super::cells::{TOTAL, ground as ground_cell, millions};
use super::once::Once;

/// The verdicts of one country in one year on one basis, by commitment in book order.
type Group<'j, 'b> = Vec<(&'j Case<'b>, Vec<&'j Judgement<'b>>)>;

/// A row of these columns for each country, year and basis: pledged, spent and the gap, or why they cannot be added up.
pub(super) fn rows(query: &Query<'_>, judgements: &[Judgement<'_>], of: &[Column]) -> Result<Vec<Vec<Cell>>> {
    let mut groups: BTreeMap<(usize, Year, usize), (Option<Ground>, Group<'_, '_>)> = BTreeMap::new();
    let (mut countries, mut grounds) = (Order::default(), Order::default());
    for judgement in judgements {
        let Some(case) = judgement.case.as_ref().filter(|case| !case.is_cumulative() && !case.is_mean()) else {
            continue;
        };
        // Each commitment has a basis of its own, unless one is asked for.
        let ground = (!query.judging.on.is_empty()).then(|| case.ground.clone());
        let place = (countries.of(case.commitment.country), case.outcome.years.first(), grounds.of(ground.clone()));
        let (_, group) = groups.entry(place).or_insert_with(|| (ground, Vec::new()));
        match group.last_mut().filter(|(last, _)| last.commitment.id == case.commitment.id) {
            Some((_, of_commitment)) => of_commitment.push(judgement),
            None => group.push((case, vec![judgement])),
        }
    }
    let rows = groups.into_values().map(|(ground, group)| {
        let country = group.first().map(|(case, _)| case.commitment.country);
        let mut known = country.map_or_else(|| Ok(Vec::new()), |country| sums(query, country, &group))?;
        let years = group.iter().map(|(case, _)| case.outcome.years).reduce(YearRange::as_stated_by_both);
        known.extend([
            (columns::COUNTRY, Cell::maybe(country)),
            (columns::COMMITMENT, Cell::name(TOTAL)),
            (columns::YEAR, Cell::maybe(years)),
            (columns::BASIS, ground.as_ref().map_or(Cell::UNKNOWN, ground_cell)),
        ]);
        Ok(in_columns(&known, of))
    });
    rows.collect()
}

/// Things in the order in which they are met.
struct Order<T>(BTreeMap<T, usize>);

impl<T> Default for Order<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord> Order<T> {
    fn of(&mut self, met: T) -> usize {
        let next = self.0.len();
        *self.0.entry(met).or_insert(next)
    }
}

/// The cells that are known, each in its column.
fn in_columns(known: &[(Column, Cell)], of: &[Column]) -> Vec<Cell> {
    let cell = |column: &Column| known.iter().find(|(own, _)| own.name == column.name).map(|(_, cell)| cell.clone());
    of.iter().map(|column| cell(column).unwrap_or(Cell::UNKNOWN)).collect()
}

/// What is pledged and spent together and how far they are apart, or why not.
fn sums(query: &Query<'_>, country: Country, group: &Group<'_, '_>) -> Result<Vec<(Column, Cell)>> {
    let rates = Rates::known(query.book, query.as_of);
    let (pledged, spent) = (pledged(query, &rates, group)?, spent(query, &rates, country, group)?);
    let gap = match (&pledged, &spent) {
        (Ok(pledged), Ok(spent)) => {
            spent.amount.zip(pledged.amount).map(|(spent, pledged)| spent.gap_to(pledged)).transpose()?
        }
        (Err(_), _) | (_, Err(_)) => None,
    };
    let mut said = Once::default();
    for sum in [&pledged, &spent] {
        match sum {
            Ok(sum) => {
                let foreign =
                    query.book.currency(country).filter(|own| query.currency.is_none() && *own != sum.currency);
                said.extend(foreign.map(|_| format!("these amounts are in {}", sum.currency)).as_deref());
                said.extend(sum.remarks().iter().map(String::as_str));
            }
            Err(reason) => said.add(reason),
        }
    }
    Ok(vec![
        (columns::PLEDGED_MILLION, millions(pledged.ok().and_then(|sum| sum.amount))),
        (columns::SPENT_MILLION, millions(spent.ok().and_then(|sum| sum.amount))),
        (columns::GAP_MILLION, millions(gap)),
        (columns::REASON, Cell::text(said.names().join("; "))),
    ])
}

/// Amounts of commitments of a group together, in the currency that is asked for if one is, or why there is no sum.
fn together(
    query: &Query<'_>,
    rates: &Rates<'_>,
    group: &Group<'_, '_>,
    amounts: &[Outcome],
) -> Result<Result<Outcome, String>> {
    let parts: Vec<_> = group.iter().map(|(case, _)| &case.pledged).zip(amounts).collect();
    let Some(total) = total(query.book, None, &parts, (rates, query.currency))? else {
        return Ok(Err("nothing is pledged".to_owned()));
    };
    let told = match query.currency.filter(|to| total.reason.is_none() && *to != total.currency) {
        Some(to) => total.in_currency(to, rates)?,
        None => Ok(total),
    };
    let known = |total: Outcome| match &total.reason {
        Some(reason) => Err(reason.to_string()),
        None => Ok(total),
    };
    Ok(told.map_err(|reason| reason.to_string()).and_then(known))
}

/// The sum of what was pledged, or why there is none: of each commitment what its amount is held against, if it has one.
fn pledged(query: &Query<'_>, rates: &Rates<'_>, group: &Group<'_, '_>) -> Result<Result<Outcome, String>> {
    let cases = group.iter().map(|(first, judgements)| match in_money(judgements)[..] {
        [one] => one.case.as_ref().unwrap_or(first),
        _ => first,
    });
    let outcomes: Vec<Outcome> = cases
        .map(|case| Ok(Outcome { amount: case.millions()?, reason: case.unknown(), ..case.outcome.clone() }))
        .collect::<Result<_>>()?;
    together(query, rates, group, &outcomes)
}

/// The sum of what was spent, one figure for each commitment that counts, or why there is none.
fn spent(
    query: &Query<'_>,
    rates: &Rates<'_>,
    country: Country,
    group: &Group<'_, '_>,
) -> Result<Result<Outcome, String>> {
    let ids: Vec<&str> = group.iter().map(|(case, _)| case.commitment.id.as_str()).collect();
    let kept = match addends(query.book, country, &ids) {
        Ok(kept) => kept,
        Err(reason) => return Ok(Err(reason.to_string())),
    };
    let mut outcomes: Vec<Outcome> = group.iter().map(|(case, _)| case.outcome.clone()).collect();
    for at in kept {
        let (Some((case, judgements)), Some(outcome)) = (group.get(at), outcomes.get_mut(at)) else { continue };
        match amount_spent(&case.commitment.id, judgements) {
            Ok(amount) => {
                outcome.amount = Some(amount.millions().into());
                outcome.currency = amount.currency();
                outcome.bounds = Interval { low: None, high: None };
            }
            Err(reason) => return Ok(Err(reason)),
        }
    }
    together(query, rates, group, &outcomes)
}

/// The one amount of a commitment that a sum can take, or why there is none.
fn amount_spent(id: &str, judgements: &[&Judgement<'_>]) -> Result<Money, String> {
    let spent: Vec<&Spent<'_>> = in_money(judgements).iter().filter_map(|judgement| judgement.spent.as_ref()).collect();
    if spent.len() > 1 {
        let count = spent.len();
        return Err(format!(
            "`{id}` has figures of {count} publishers, which are not added: leave it out with `--commitment`"
        ));
    }
    let whole = spent.first().filter(|spent| spent.extent == Extent::Whole);
    whole.and_then(|spent| spent.amount).ok_or_else(|| format!("no amount is published for `{id}`"))
}

/// Those of them that rest on an amount.
fn in_money<'j, 'b>(judgements: &[&'j Judgement<'b>]) -> Vec<&'j Judgement<'b>> {
    judgements.iter().copied().filter(|judgement| judgement.measure() == Some(Measure::Money)).collect()
}

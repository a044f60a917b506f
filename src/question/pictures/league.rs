//! Where does each country stand by its share of GDP, and what did they pledge together?

use crate::book::{Commitment, Definition};
use crate::error::Errors;
use crate::pledge::{Base, When};
use crate::quantity::Year;
use crate::question::league::{League, Place};
use crate::question::{Query, Question};
use crate::table::{Cell, Column, Role, Table, columns};

use super::standing_pledge::words_and_share_of;

pub(super) const QUESTION: Question =
    Question { name: "league", about: "where each country stands by its share of GDP, and how far it moved", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::COMMITMENT,
    columns::LABEL,
    columns::RANK,
    columns::COUNTRY,
    columns::YEAR,
    columns::DEFINITION,
    columns::SHARE_OF,
    columns::PUBLISHER,
    columns::KIND,
    columns::SHARE_PCT,
    columns::CHANGE_PP,
    columns::SINCE,
    columns::PLEDGE,
    columns::PLEDGE_PCT,
    columns::VERDICT,
];

/// Each country with a pledge of its own, and behind them what they pledged together.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let league = League::of(&query.beside_others())?;
    let common = league.in_common();
    let mut table = league.table(QUESTION.name, COLUMNS, &common, |league, place| row(query, league, place));
    table.rows.extend(common.into_iter().filter_map(|(year, common)| together(query, &league, year, common)));
    let is_there = |own: &Place<'_>| own.country == query.country();
    table.context.country = league.places.iter().any(is_there).then(|| query.country());
    Ok(table)
}

fn row<'b>(query: &Query<'b>, league: &League<'b>, place: &Place<'b>) -> Vec<Cell> {
    let own = place.judgement.as_ref().map(|own| own.commitment).filter(|own| own.group.is_none());
    let [rank, country, year, _, publisher, kind, share, change, since, pledge, percent, verdict] = league.cells(place);
    let of_own = |cell: Cell| if own.is_some() { cell } else { Cell::UNKNOWN };
    let role = kind.of_figure().map(Role::Published);
    let title = |id: Option<&'b str>| Cell::text(id.map_or("", |id| query.title_of(id)));
    let definition = league.definition();
    vec![
        Cell::maybe(role),
        Cell::name(own.map_or("", |own| &own.id)),
        Cell::UNKNOWN,
        rank,
        country,
        year,
        title(definition.map(|own| own.id.as_str())),
        title(definition.and_then(Definition::whose_spending)),
        publisher,
        kind,
        share,
        change,
        since,
        of_own(pledge),
        of_own(percent),
        of_own(verdict),
    ]
}

/// A pledge that countries have in common, for a year or to be reached by one; nothing where it is no floor of a share of what the
/// shares of countries are of.
fn together(query: &Query<'_>, league: &League<'_>, year: Year, common: &Commitment) -> Option<Vec<Cell>> {
    let is_of_gdp = league.definition().is_none_or(|definition| definition.of.is_none());
    let whole = if is_of_gdp { Base::Gdp } else { Base::DefenceSpending };
    let [words, share] =
        words_and_share_of(whole, common).filter(|_| common.pledge.is_some_and(|pledge| !pledge.is_ceiling()))?;
    let role = if common.when.and_then(When::by).is_some() { Role::Goal } else { Role::Pledge };
    Some(vec![
        role.into(),
        Cell::name(&*common.id),
        Cell::name(common.group.as_ref().map_or("", |own| &own.group)),
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        year.into(),
        Cell::text(query.title_of_definition(common)),
        Cell::UNKNOWN,
        Cell::text(query.publisher_of(common)),
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        words,
        share,
        Cell::UNKNOWN,
    ])
}

//! What does the way to a pledge ask for, one shape beside the other, and what was published before?

use crate::analysis::Shape;
use crate::book::{self, Commitment};
use crate::error::Errors;
use crate::question::cells::{millions, quotient};
use crate::question::path::{Stage, Ways};
use crate::question::shares::Share;
use crate::question::standing::precedence;
use crate::question::{Query, Question};
use crate::table::{Cell, Column, Role, Table, Value, columns};

use super::standing_pledge::label;

pub(super) const QUESTION: Question =
    Question { name: "path", about: "the ways to a pledge beside each other, from the last outturn on", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::SHAPE,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::GROWTH_PCT,
    columns::CHANGE_PP,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::BASIS,
    columns::TITLE.for_programs(),
    columns::SOURCE,
];

/// Of the commitment that is asked for, else of the standing one.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let ways = pledge(query).map(|commitment| Ways::to(query, commitment)).transpose()?.flatten();
    let Some(ways) = ways else { return Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[])) };
    let answer = Answer { query, ways: &ways };
    let mut rows: Vec<Vec<Cell>> = ways.published.iter().map(|share| answer.published(share)).collect();
    for (shape, stages) in &ways.ways {
        rows.extend(stages.iter().map(|stage| answer.stage(Role::Path, Some(*shape), stage)));
    }
    rows.push(answer.stage(Role::Goal, None, &ways.goal));
    Ok(query.table(QUESTION.name, COLUMNS, rows, &ways.sources))
}

/// What is asked for, else the share of GDP that is to be reached by a year under the definition by which countries are compared: of
/// those that stand the first by [`precedence`].
fn pledge<'b>(query: &Query<'b>) -> Option<&'b Commitment> {
    if !query.commitments.is_empty() || !query.said.is_empty() {
        return query.known().find(|own| own.country == query.country());
    }
    let compared = query.book.with_role(query.family()?, book::Role::Compared)?;
    let under = |own: &&Commitment| own.definition.as_ref().is_some_and(|definition| definition.id == compared.id);
    let by_a_year = |own: &&Commitment| own.when.is_some_and(|when| when.by().is_some());
    let share = |own: &&Commitment| own.pledge.is_some_and(|pledge| pledge.share_of_gdp().is_some());
    let standing = query.standing().filter(under).filter(by_a_year).filter(share);
    standing.min_by_key(|own| precedence(own))
}

struct Answer<'q, 'b> {
    query: &'q Query<'b>,
    ways: &'q Ways<'b>,
}

impl Answer<'_, '_> {
    fn published(&self, share: &Share<'_>) -> Vec<Cell> {
        let row = share.row;
        let percent: Cell = if share.is_computed() {
            quotient(Some(share.percent), 2)
        } else {
            Value::Stated(row.value.to_string()).into()
        };
        vec![
            Role::Published(row.kind).into(),
            Cell::text(&*row.publisher),
            row.year.into(),
            Cell::UNKNOWN,
            percent.of_kind(row.kind),
            Cell::UNKNOWN,
            Cell::UNKNOWN,
            Cell::UNKNOWN,
            Cell::UNKNOWN,
            Cell::text(&*self.ways.definition.title),
            Cell::UNKNOWN,
            Cell::UNKNOWN,
            Cell::name(&*row.source),
        ]
    }

    /// A year on a way, or the goal.
    fn stage(&self, role: Role, shape: Option<Shape>, stage: &Stage) -> Vec<Cell> {
        let (commitment, is_goal) = (self.ways.commitment, role == Role::Goal);
        let of_goal = |cell: Cell| if is_goal { cell } else { Cell::UNKNOWN };
        let stated = commitment.pledge.and_then(|pledge| pledge.share_of_gdp()).filter(|_| is_goal);
        vec![
            role.into(),
            of_goal(Cell::text(&*commitment.title)),
            stage.year.into(),
            Cell::maybe(shape),
            stated.map_or_else(|| quotient(stage.share, 2), Cell::from),
            millions(stage.money),
            quotient(stage.growth, 2),
            of_goal(quotient(self.ways.step, 2)),
            of_goal(Cell::maybe(commitment.pledge)),
            Cell::text(&*self.ways.definition.title),
            label(&self.ways.scenario),
            Cell::text(self.query.title_of_scenario(&self.ways.scenario)),
            Cell::name(&*commitment.source.id),
        ]
    }
}

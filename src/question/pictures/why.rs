//! What moved a share between two points: both of them, and each part of what is between.

use crate::error::Errors;
use crate::pledge::Pledge;
use crate::question::cells::{millions, money, quotient};
use crate::question::why::{Points, Reading};
use crate::question::{Query, Question};
use crate::table::{Cell, Column, Role, Table, columns};

pub(super) const QUESTION: Question = Question {
    name: "why",
    about: "what moved a share between two points: both, and each part of what is between",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::DATE,
    columns::DEFINITION,
    columns::PLEDGE,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::FROM,
    columns::TO,
    columns::EFFECT_MILLION,
    columns::EFFECT_PP,
    columns::SOURCE,
];

/// How many digits of a share, and of what moves it, are printed.
const PLACES: u32 = 2;

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let Points { ends: [from, to], effects, pledge, sources } = Points::of(query)?;
    let mut rows = vec![point(&from, pledge)];
    rows.extend(effects.into_iter().map(|(part, ends, effect)| {
        let mut row = vec![Cell::UNKNOWN; 8];
        row[0] = part.into();
        row.extend(ends);
        row.extend([millions(Some(effect.million)), quotient(Some(effect.points), PLACES), Cell::UNKNOWN]);
        row
    }));
    rows.push(point(&to, pledge));
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// One of the two points.
fn point(point: &Reading<'_>, pledge: Option<Pledge>) -> Vec<Cell> {
    let row = point.row;
    vec![
        Role::Published(point.kind).into(),
        Cell::text(&*row.publisher),
        row.year.into(),
        point.day.into(),
        Cell::text(&*point.definition.title),
        Cell::maybe(pledge),
        quotient(Some(point.percent), PLACES).of_kind(point.kind),
        money(Some(point.money)).of_kind(row.kind),
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::name(&*row.source),
    ]
}

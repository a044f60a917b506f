//! What a pledge comes to where GDP grows otherwise and another share is pledged.

mod about; // what all cases have alike, for a picture
mod derivation; // where a grid comes from: the path, the money, and its corners
#[cfg(test)]
mod laws; // what holds of every grid
mod held; // what shares come to on a GDP, and how the money stands to them
mod movable; // that there is something to be moved
mod notes; // what it rests on
mod subject; // what is moved

use crate::analysis::Steps;
use crate::book::{Kind, Observation};
use crate::error::{Errors, Result};
use crate::quantity::{Decimal, Money};
use crate::table::{Cell, Column, Step, Table, columns};
use crate::verdict::Scale;

use super::cells::{gdp_of_year, gdp_value, money, quotient};
use super::derivation::Derivation;
use super::{Query, Question};
pub(super) use about::About;
use held::{Held, On};
use subject::{Moving, Subject};

pub(super) const QUESTION: Question = Question {
    name: "sensitivity",
    about: "what a pledge comes to where GDP grows otherwise and another share is pledged",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "sensitivity", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::GROWTH_PP,
    columns::SHARE_PCT,
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::GAP_MILLION,
    columns::VERDICT,
];

/// How far GDP and the share of a pledge are moved.
#[derive(Debug, Clone, Copy, Default)]
pub struct Grid {
    /// Points a year that are added to the growth of the path; nothing is from 1 below to 1 above by a half.
    pub growth: Option<Steps>,
    /// The shares; nothing is that of the pledge alone.
    pub share: Option<Steps>,
}

/// That a grid can be made of the commitment that is asked about: it pledges a share of GDP, and what is asked for moves something.
///
/// # Errors
/// What stands in the way, with a way out.
pub fn check_grid(query: &Query<'_>) -> Result<()> {
    Subject::of(query).map(drop)
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let subject = Subject::of(query)?;
    let shares: Vec<(Decimal, Scale)> =
        subject.shares()?.into_iter().map(|share| (share, subject.scale_of(share))).collect();
    let spent = subject.spent.map(Observation::between).transpose()?;
    let kind = subject.spent.map(|row| row.kind);
    let mut rows = Vec::new();
    for moving in subject.moving()? {
        let (on, gdp) = (On::new(&moving.gdp, spent.as_ref())?, gdp_cell(&subject, &moving));
        let growth = quotient(Some(moving.points.into()), moving.points.scale());
        for (share, scale) in &shares {
            rows.push(row([&growth, &gdp], *share, &on.at(*share, scale)?, kind));
        }
    }
    let one = Query { countries: Some(vec![subject.commitment.country]), ..query.clone() };
    let mut table = one.table(QUESTION.name, COLUMNS, rows, &subject.sources());
    table.notes.extend(notes::notes(&subject)?);
    Ok(table)
}

/// GDP of a row: as it is on the path, or by assumption.
fn gdp_cell(subject: &Subject<'_>, moving: &Moving) -> Cell {
    let own = &subject.own;
    if moving.points.is_zero() {
        return gdp_of_year(&subject.resolution.path, subject.years.first());
    }
    Cell::from(gdp_value(Money::from_millions(moving.gdp.value, own.gdp.currency()), true)).of_kind(Kind::Assumption)
}

/// A cell of the grid.
fn row([growth, gdp]: [&Cell; 2], share: Decimal, held: &Held, kind: Option<Kind>) -> Vec<Cell> {
    vec![
        growth.clone(),
        quotient(Some(share.into()), share.scale()),
        gdp.clone(),
        money(Some(held.amount)),
        money(held.gap),
        Cell::from(held.verdict).of_kind(kind),
    ]
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    Ok(derivation::derivation(query, &Subject::of(query)?)?)
}

//! What moved a share between two points: spending, GDP or the definition.

mod derivation; // where each figure of it comes from
mod ends; // which figures are asked for at either end
mod gap; // the pledge that a gap is to
mod known; // what is known there
mod notes; // what a reader of the rows has to know
mod point; // what an end is of
mod points; // the ends and what moved them, for a picture
mod split; // the change and its parts

pub use point::Point;
pub(super) use points::{Points, Reading};

use crate::error::{Errors, Result};
use crate::table::{Column, Step, Table, columns};

use super::derivation::Derivation;
use super::{Query, Question};
use ends::ends;
use gap::Gap;
use split::Why;

pub(super) const QUESTION: Question =
    Question { name: "why", about: "what moved a share between two points: spending, GDP or the definition", build };

pub(super) const DERIVATION: Derivation = Derivation { name: "why", build: derivation };

pub(super) const COLUMNS: &[Column] =
    &[columns::PART, columns::FROM, columns::TO, columns::EFFECT_MILLION, columns::EFFECT_PP];

/// That what is asked about is a change: two ends that differ, of figures that can be set side by side, and a pledge that asks for as
/// much of a year, if any is asked about.
///
/// # Errors
/// It is not; the way out names the choices.
pub fn check_change(query: &Query<'_>) -> Result<()> {
    ends(query)?;
    Gap::of(query).map(|_| ())
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let why = Why::of(query)?;
    let mut table = query.table(QUESTION.name, COLUMNS, why.rows()?, why.sources().names());
    table.notes.extend(notes::notes(&why)?);
    Ok(table)
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    Ok(derivation::step(query, &Why::of(query)?)?)
}

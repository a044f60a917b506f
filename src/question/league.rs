//! Where does each country stand by its share of GDP, how far has it moved, and does that keep what it pledged?

mod derivation; // where places come from
mod places; // who stands where
mod span; // of which year it is told, and since which

use crate::book::{Definition, Role};
use crate::error::Errors;
use crate::table::{Column, Table, columns};

use super::derivation::Derivation;
use super::{Definitions, Query, Question};
pub(super) use places::{League, Place};

pub(super) const QUESTION: Question = Question {
    name: "league",
    about: "where each country stands by its share of GDP in a year, how far it moved, and what it pledged",
    build,
};

pub(super) const DERIVATION: Derivation =
    Derivation { name: QUESTION.name, build: |query| Ok(derivation::step(&League::of(&query.of_every_country())?)?) };

pub(super) const COLUMNS: [Column; 12] = [
    columns::RANK,
    columns::COUNTRY,
    columns::YEAR,
    columns::DEFINITION.unwrapped().for_programs(),
    columns::PUBLISHER,
    columns::KIND.for_programs(),
    columns::SHARE_PCT,
    columns::CHANGE_PP,
    columns::SINCE,
    columns::PLEDGE,
    columns::PLEDGE_PCT,
    columns::VERDICT,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(League::of(&query.of_every_country())?
        .table(QUESTION.name, &COLUMNS, &[], |league, place| league.cells(place).into()))
}

impl<'b> Query<'b> {
    /// The definition that is asked for, else that of the family by which countries are compared, else the one that stands for it.
    pub(super) fn compared_by(&self) -> Option<&'b Definition> {
        if let Definitions::One(id) = &self.judging.by {
            return self.book.definition(id);
        }
        self.book.with_role(self.family()?, Role::Compared).or_else(|| self.own_definition())
    }
}

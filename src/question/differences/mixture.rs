//! What was known on a day as a book of its own, and books in which each thing that a verdict rests on is of one of two days.

use crate::book::{Book, Commitment, Observation};
use crate::error;

use super::super::Query;

error::words! {
    /// What a verdict rests on, each of which may move it.
    Cause:
    /// Which commitments stand, and what they say.
    Pledge = "pledge",
    /// What spending counts.
    Definition = "definition",
    /// What was spent, in money or as a share.
    Spending = "spending",
    /// GDP, and all that leads to it.
    Gdp = "GDP",
}

/// What a book said on a day about the countries that are asked about: the commitments that stood, and the figures.
pub(super) fn known(query: &Query<'_>) -> Book {
    let (mut book, countries) = (query.book.clone(), query.countries());
    book.observations.retain(|row| row.vintage.is_known_on(query.as_of) && countries.contains(&row.country));
    book.commitments = query.standing().cloned().collect::<Vec<_>>().into();
    book
}

/// A book in which each thing that a verdict rests on is that of the book which `of` gives.
pub(super) fn mixture<'b>(of: impl Fn(Cause) -> &'b Book) -> Book {
    let [pledges, definitions, spending, gdp] = [Cause::Pledge, Cause::Definition, Cause::Spending, Cause::Gdp].map(of);
    let figures = |book: &'b Book, spent: bool| book.observations.iter().filter(move |row| is_spending(row) == spent);
    let observations: Vec<Observation> = figures(spending, true).chain(figures(gdp, false)).cloned().collect();
    let under = |commitment: &Commitment| {
        let other = definitions.commitment(&commitment.id, commitment.country);
        let definition = other.map_or(&commitment.definition, |other| &other.definition);
        Commitment { definition: definition.clone(), ..commitment.clone() }
    };
    Book {
        commitments: pledges.commitments.iter().map(under).collect::<Vec<_>>().into(),
        fiscal_years: pledges.fiscal_years.clone(),
        definitions: definitions.definitions.clone(),
        observations: observations.into(),
        ..gdp.clone()
    }
}

fn is_spending(row: &Observation) -> bool {
    row.measure.has_definition()
}

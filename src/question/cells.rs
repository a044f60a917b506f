//! Cells that several answers have in common: what was judged, what was spent, and on which GDP.

use crate::book::Commitment;
use crate::evaluate::{Gdp, Outcome};
use crate::gdp::{self, Ground, Path};
use crate::quantity::text::listed;
use crate::quantity::{Decimal, Money, Ratio, Year};
use crate::table::{Cell, Value};
use crate::verdict::{Case, Judgement, Measure, Spent};

/// The name of a sum over commitments, in the place of theirs.
pub(super) const TOTAL: &str = "total";

/// Millions, where they are known.
pub(super) fn money(millions: Option<Decimal>) -> Cell {
    Cell::maybe(millions.map(Value::Money))
}

/// Millions that may still be to divide, where they are known.
pub(super) fn millions(value: Option<Ratio>) -> Cell {
    let value = value.map(|value| value.exact().map_or(Value::MoneyQuotient(value), Value::Money));
    Cell::maybe(value)
}

/// What a pledge comes to: its floor, the stated figure and its ceiling, where they are known.
pub(super) fn amounts(outcome: &Outcome) -> [Cell; 3] {
    [outcome.bounds.low, outcome.amount, outcome.bounds.high].map(millions)
}

/// A quotient with so many places, where it is known.
pub(super) fn quotient(ratio: Option<Ratio>, places: u32) -> Cell {
    Cell::maybe(ratio.map(|ratio| Value::Quotient(ratio, places)))
}

/// What is judged: country, commitment, years, pledge, definition, measure and basis.
pub(super) fn named(commitment: &Commitment, case: Option<&Case<'_>>, measure: Option<Measure>) -> [Cell; 7] {
    let own = commitment.definition.as_ref().map(|own| own.id.as_str());
    [
        commitment.country.into(),
        Cell::name(&*commitment.id),
        Cell::maybe(case.map(|case| case.outcome.years)),
        Value::Pledge(commitment.pledge).into(),
        Cell::name(case.map_or(own, |case| Some(case.definition.id.as_str())).unwrap_or_default()),
        Cell::maybe(measure),
        case.map_or(Cell::UNKNOWN, |case| ground(&case.ground)),
    ]
}

/// The name of the basis or of the scenario in its place.
pub(super) fn ground(ground: &Ground) -> Cell {
    match ground {
        Ground::Basis(basis) => basis.clone().into(),
        Ground::Scenario(name) => Cell::name(&**name),
    }
}

/// The GDP that a verdict rests on; none where the pledge says nothing about GDP.
pub(super) fn gdp_of<'j>(judgement: &'j Judgement<'_>) -> Option<&'j Gdp> {
    judgement.case.as_ref().filter(|case| case.rests_on_gdp())?.outcome.gdp.as_ref()
}

/// GDP of an outcome on a path, with its kind; growth across a break before its one year means nothing.
pub(super) fn gdp_on(path: &Path, outcome: &Outcome) -> Cell {
    let (first, last) = (outcome.years.first(), outcome.years.last());
    let is_of_year = |gdp: &Gdp| path.value(first).is_some_and(|value| value.gdp == gdp.money);
    let after_break = outcome.gdp.as_ref().is_some_and(is_of_year) && first == last && path.breaks_before(first);
    gdp_cell(outcome.gdp.as_ref()).after_break(after_break)
}

/// GDP of a year of a path, with its kind; growth across a break before it means nothing.
pub(super) fn gdp_of_year(path: &Path, year: Year) -> Cell {
    let cell = |value: &gdp::Value| Cell::from(gdp_value(value.gdp, value.chained)).of_kind(value.kind);
    path.value(year).map_or(Cell::UNKNOWN, cell).after_break(path.breaks_before(year))
}

/// Which growth of GDP in some years means nothing, in words.
pub(super) fn breaks(path: &Path, years: impl Iterator<Item = Year>) -> Option<String> {
    let years: Vec<String> = years.filter(|year| path.breaks_before(*year)).map(|year| year.to_string()).collect();
    (!years.is_empty())
        .then(|| format!("growth in {} is from one publisher or edition to another", listed(&years, "and")))
}

/// GDP: as it was published or assumed, save where it was chained from the year before, so that nobody stated it.
pub(super) fn gdp_value(gdp: Money, chained: bool) -> Value {
    if chained { Value::Computed(gdp.millions()) } else { Value::Plain(gdp.millions()) }
}

/// GDP with its kind, digit for digit where a scenario file gave it.
pub(super) fn gdp_cell(gdp: Option<&Gdp>) -> Cell {
    let value = |gdp: &Gdp| gdp.stated.clone().map_or(gdp_value(gdp.money, gdp.chained), Value::Stated);
    gdp.map_or(Cell::UNKNOWN, |gdp| Cell::from(value(gdp)).of_kind(gdp.kind))
}

/// What was spent in money, with its kind.
pub(super) fn spent_money(spent: Option<&Spent<'_>>) -> Cell {
    let known = spent.and_then(|spent| Some((spent.amount?, spent.kind())));
    known.map_or(Cell::UNKNOWN, |(amount, kind)| Cell::from(Value::Money(amount.millions())).of_kind(kind))
}

//! Which figures one list has and another has not, and what each of them moved from.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::{Measure, Observation, Unit};
use crate::error::{self, Result};
use crate::quantity::{Country, Date, Decimal, Year, multiply, subtract};

error::words! {
    /// What a later state of a book says of a figure, in the order in which a reader wants to know.
    Change:
    /// The same vintage says otherwise.
    Refused = "refused",
    /// An older vintage of the same publisher says otherwise.
    Revised = "revised",
    /// No older vintage of that publisher says anything.
    New = "new",
    /// It is not there any more, nor an older vintage of it.
    Gone = "gone",
    /// An older vintage says the same, as far as the coarser of the two was published.
    Same = "same",
}

/// A row that one of two lists has, and what the other one says in its place.
#[derive(Debug, Clone, Copy)]
pub struct Changed<'b> {
    /// What became of the figure.
    pub change: Change,
    /// What the earlier list says.
    pub then: Option<&'b Observation>,
    /// What the later one says.
    pub now: Option<&'b Observation>,
    /// The later figure less the earlier one, in their unit: of a share in points.
    pub moved: Option<Decimal>,
}

/// What two rows have in common that may say otherwise: one publisher's figure in a unit.
type Figure<'b> = (Country, Measure, Option<&'b str>, Year, &'b str, Unit);

/// Its rows in two lists, by the day on which they were published.
type Vintages<'b> = BTreeMap<Date, [Vec<&'b Observation>; 2]>;

/// The rows that one of two lists has and the other has not, whatever the order of either: what was refused, then revised, new,
/// gone and the same; of each sort the largest moves in points first, then by country, measure, definition and year.
///
/// # Errors
/// A difference needs more than 28 digits.
pub fn changed<'b>(then: &[&'b Observation], now: &[&'b Observation]) -> Result<Vec<Changed<'b>>> {
    let mut figures: BTreeMap<Figure<'b>, Vintages<'b>> = BTreeMap::new();
    for (side, rows) in [then, now].into_iter().enumerate() {
        for row in rows {
            figures.entry(figure(row)).or_default().entry(row.vintage).or_default()[side].push(row);
        }
    }
    let mut found = Vec::new();
    for mut vintages in figures.into_values() {
        vintages.values_mut().flatten().for_each(|rows| rows.sort_by_key(|row| (row.kind, row.value, row.precision)));
        for (vintage, sides) in &vintages {
            let [then, now] = apart(sides);
            for at in 0..then.len().max(now.len()) {
                found.push(Changed::of([then.get(at), now.get(at)].map(Option::<&&_>::copied), *vintage, &vintages)?);
            }
        }
    }
    found.sort_by_key(|one| (one.change, Reverse(one.points())));
    Ok(found)
}

fn figure(row: &Observation) -> Figure<'_> {
    (row.country, row.measure, row.definition.as_deref(), row.year, &row.publisher, row.unit)
}

/// What either of two lists has and the other has not.
fn apart<'b>([then, now]: &[Vec<&'b Observation>; 2]) -> [Vec<&'b Observation>; 2] {
    let (mut then, mut left) = (then.clone(), now.clone());
    then.retain(|row| {
        let equal = left.iter().position(|other| says(row) == says(other));
        equal.map(|at| left.remove(at)).is_none()
    });
    [then, left]
}

/// What a row says of a figure; a remark and the name of the document do not change it.
fn says(row: &Observation) -> (Decimal, crate::book::Kind, Option<Decimal>) {
    (row.value, row.kind, row.precision)
}

impl<'b> Changed<'b> {
    /// Rows of one vintage that one list has or both have; where one has none, what it says in an older vintage stands in its place.
    fn of([then, now]: [Option<&'b Observation>; 2], vintage: Date, vintages: &Vintages<'b>) -> Result<Self> {
        let older = |side: usize| vintages.range(..vintage).rev().find_map(|(_, sides)| sides[side].first().copied());
        let (then, now, alone) = match (then, now) {
            (None, now) => (older(0), now, Change::New),
            (then, None) => (then, older(1), Change::Gone),
            (then, now) => (then, now, Change::Refused),
        };
        let moved = then.zip(now).map(|(then, now)| subtract(now.value, then.value)).transpose()?;
        let change = match (alone, then.zip(now), moved) {
            (Change::New | Change::Gone, Some((then, now)), Some(moved)) if is_rounding(then, now, moved)? => {
                Change::Same
            }
            (Change::New | Change::Gone, Some(_), _) => Change::Revised,
            (alone, ..) => alone,
        };
        Ok(Self { change, then, now, moved })
    }

    /// The later row, else the earlier one.
    #[must_use]
    pub fn row(&self) -> Option<&'b Observation> {
        self.now.or(self.then)
    }

    /// The row that the later list has and the earlier one has not; none where it is the other way round.
    #[must_use]
    pub fn brought(&self) -> Option<&'b Observation> {
        self.now.filter(|now| self.then.is_none_or(|then| then.vintage <= now.vintage))
    }

    /// How far a figure in per cent moved, in points.
    #[must_use]
    pub fn points(&self) -> Option<Decimal> {
        self.moved.filter(|_| self.row().is_some_and(|row| row.unit == Unit::Percent)).map(|moved| moved.abs())
    }
}

/// Whether two figures are the same to the coarser of the units to which they were published: 364.167 to the thousandth and 364 to
/// the unit are.
fn is_rounding(then: &Observation, now: &Observation, moved: Decimal) -> Result<bool> {
    let coarser = then.precision.max(now.precision).unwrap_or_default();
    Ok(multiply(moved.abs(), Decimal::TWO)? <= coarser)
}

//! The units in which lines are counted: millionths of a million, years from the first one.

use crate::quantity::Year;

/// Digits after the point that GDP of a scenario file may have: it is held in millionths of a million.
pub(super) const GDP_PLACES: u32 = 6;
/// Places of a share that is a quotient.
pub(super) const QUOTIENT_PLACES: u32 = 4;

/// How far a year stands from the first one.
pub(super) fn index_of(year: Year) -> usize {
    usize::from(year.number() - Year::FIRST.number())
}

/// The year that stands so far from the first one.
pub(super) fn year_at(index: usize) -> Year {
    Year::FIRST.to(Year::LAST).nth(index).unwrap_or(Year::LAST)
}

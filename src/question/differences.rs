//! What a later state of a book says otherwise than an earlier one: which figures moved, and which verdicts flip, because of what.

mod changed;
mod figures;
mod flips;
mod mixture;

pub use changed::{Change, Changed, changed};
pub use flips::{Flip, Judged, Ruled, flips};
pub use mixture::Cause;

use crate::book::Observation;
use crate::error::Result;
use crate::table::Table;

use super::Query;

/// The figures of two states of a book that differ, the earlier state being given first: those of the countries and years that the
/// later query asks about.
///
/// # Errors
/// A difference needs more than 28 digits.
pub fn figures_between<'b>(earlier: &Query<'b>, later: &Query<'b>) -> Result<Vec<Changed<'b>>> {
    let countries = later.countries();
    let known = |query: &Query<'b>| -> Vec<&'b Observation> {
        let asked = |row: &&Observation| countries.contains(&row.country) && later.asks_about(row.year.into());
        let known = query.book.observations.iter().filter(|row| row.vintage.is_known_on(query.as_of));
        known.filter(asked).collect()
    };
    changed(&known(earlier), &known(later))
}

/// The same as a table, and below it one of the verdicts that flip.
///
/// ```
/// use pledgebook::Session;
///
/// let book = Session::embedded()?;
/// let [figures, flips] = book.differences(&book)?;
/// assert!(figures.rows.is_empty() && flips.rows.is_empty());
/// # Ok::<(), pledgebook::Errors>(())
/// ```
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn differences(earlier: &Query<'_>, later: &Query<'_>) -> Result<[Table; 2]> {
    let mut figures = figures::table(later, &figures_between(earlier, later)?)?;
    figures.notes.splice(..1, [set_against(earlier, later)]);
    Ok([figures, flips::table(later, &flips(earlier, later)?)])
}

/// Which two states are set against each other.
fn set_against(earlier: &Query<'_>, later: &Query<'_>) -> String {
    let ([then, now], days) = ([earlier.book, later.book], [earlier.as_of, later.as_of]);
    if std::ptr::eq(then, now) {
        return format!("as known on {}, and on {}", days[0], days[1]);
    }
    format!("`{}` as known on {}, and `{}` as known on {}", then.title, days[0], now.title, days[1])
}

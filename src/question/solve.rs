//! What do two of money, a share and GDP say about the third?

use crate::analysis::{Estimate, Three, Two};
use crate::error::Result;
use crate::quantity::{Currency, Date, Ratio};
use crate::table::{Cell, Column, Context, Table, Value, columns};

use super::cells::millions;

const COLUMNS: &[Column] = &[columns::QUANTITY, columns::LOW, columns::STATED, columns::HIGH];

/// How many digits a share is worth that nobody stated.
const PLACES: u32 = 4;

/// Money, share and GDP, each as it was stated or follows from the other two; of no book, and of one currency.
///
/// # Errors
/// A share or GDP of zero, or arithmetic that needs more than 28 digits.
pub fn solve(two: &Two, currency: Currency) -> Result<Table> {
    let Three { money, share, whole } = two.solve()?;
    let in_millions = |ratio| millions(Some(ratio));
    Ok(Table {
        name: "solve",
        columns: COLUMNS,
        rows: vec![row("money", money, in_millions), row("share", share, percent), row("gdp", whole, in_millions)],
        context: Context {
            book: String::new(),
            fingerprint: None,
            country: None,
            currency: Some(currency),
            as_of: Date::FIRST,
        },
        notes: vec![format!("money and GDP in million {currency}, the share in %")],
        sources: Vec::new(),
    })
}

fn row(quantity: &str, (value, ends): Estimate, cell: impl Fn(Ratio) -> Cell) -> Vec<Cell> {
    let [low, high] = [ends.low, ends.high].map(|end| end.map_or(Cell::UNKNOWN, &cell));
    vec![Cell::name(quantity), low, cell(value), high]
}

/// Per cent, with its own digits where it has an end.
fn percent(ratio: Ratio) -> Cell {
    ratio.exact().map_or(Value::Quotient(ratio, PLACES), |exact| Value::Stated(exact.to_string())).into()
}

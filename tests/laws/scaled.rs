//! Money a thousand times as large is a thousand times as large everywhere, and no share, verdict or date is another.

use pledgebook::quantity::Decimal;
use pledgebook::table::{Cell, Column, Content, Shape, Table, Unit, Value};
use proptest::prelude::*;

use super::answered::answers_in;
use super::inputs;
use super::invented::invented;

/// Whether a cell is what another one becomes with a thousand times all money; what is said in words or in a unit of its row is not compared.
fn fits(column: &Column, one: &Cell, other: &Cell) -> bool {
    match (column.unit, one.ratio(), other.ratio()) {
        (Unit::Millions, Some(one), Some(other)) => {
            one.times(Decimal::ONE_THOUSAND).unwrap().compare(other).unwrap().is_eq()
        }
        (Unit::OfRow, Some(_), Some(_)) => true,
        _ if column.content == Content::Text || matches!(one.value, Value::Pledge(_)) => true,
        _ => one.printed(6).unwrap() == other.printed(6).unwrap(),
    }
}

fn differs(one: &Table, other: &Table) -> Option<String> {
    if one.rows.len() != other.rows.len() {
        return Some(format!("{} rows and {}", one.rows.len(), other.rows.len()));
    }
    // money on the way of equal growth is fixed to whole units
    let is_growth = |cell: &Cell| cell.shape() == Some(Shape::Growth) || cell.words() == "growth";
    let is_exact = |(row, _): &(&Vec<Cell>, &Vec<Cell>)| !row.iter().any(is_growth);
    let mut rows = one.rows.iter().zip(&other.rows).filter(is_exact);
    rows.find_map(|(row, larger)| {
        let mut cells = row.iter().zip(larger).zip(one.columns);
        cells
            .find(|((own, larger), column)| !fits(column, own, larger))
            .map(|((own, larger), column)| format!("{}: {own:?} and {larger:?} in {row:?}", column.name))
    })
}

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn a_thousand_times_all_money_changes_no_share_and_no_verdict(book in invented()) {
        // growth is chained to whole units of money, so what is chained over many years does not scale
        let book = book.without_end();
        let [one, other] = [book.book(), book.a_thousandfold().book()];
        let larger = answers_in(&other, other.today(), "billion");
        for (name, answer) in answers_in(&one, one.today(), "million") {
            if name.contains("sensitivity") {
                continue;
            }
            match (&answer, &larger[&name]) {
                (Ok(one), Ok(other)) => prop_assert_eq!(differs(one, other), None, "{}", name),
                (one, other) => prop_assert_eq!(one.as_ref().err(), other.as_ref().err(), "{}", name),
            }
        }
    }
}

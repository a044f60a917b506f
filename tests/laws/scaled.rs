//! Money in another power of ten is that power everywhere, and no share, verdict or date is another.

use pledgebook::quantity::{Decimal, Ratio};
use pledgebook::table::{Cell, Column, Content, Shape, Table, Unit, Value, columns};
use proptest::prelude::*;

use super::answered::answers_in;
use super::inputs;
use super::invented::{invented, scaled};

/// What a cell becomes with all money times something.
struct Scale {
    times: Decimal,
    /// How far money on GDP that is chained to whole units may be from it.
    near: Decimal,
}

impl Scale {
    fn by(power: i32) -> Self {
        let times = if power < 0 {
            Decimal::new(1, power.unsigned_abs())
        } else {
            Decimal::from(10i64.pow(power.unsigned_abs()))
        };
        Self { times, near: Decimal::new(1, 4) * times.max(Decimal::ONE) }
    }

    /// Whether a cell is what another one becomes; what is said in words or in a unit of its row is not compared.
    fn fits(&self, column: &Column, one: &Cell, other: &Cell) -> bool {
        match (column.unit, one.ratio(), other.ratio()) {
            (Unit::Millions, Some(one), Some(other)) => self.scaled(one).compare(other).unwrap().is_eq(),
            (Unit::OfRow, Some(_), Some(_)) => true,
            _ if column.content == Content::Text || matches!(one.value, Value::Pledge(_)) => true,
            _ => one.printed(6).unwrap() == other.printed(6).unwrap(),
        }
    }

    /// Whether money is near what other money becomes.
    fn is_near(&self, column: &Column, one: &Cell, other: &Cell) -> bool {
        let Some((one, other)) = one.ratio().zip(other.ratio()).filter(|_| column.unit == Unit::Millions) else {
            return true;
        };
        let end = |near: Decimal| self.scaled(one).plus(Ratio::from(near)).unwrap().compare(other).unwrap();
        end(-self.near).is_le() && end(self.near).is_ge()
    }

    fn scaled(&self, one: Ratio) -> Ratio {
        one.times(self.times).unwrap()
    }

    fn difference(&self, one: &Table, other: &Table) -> Option<String> {
        if one.rows.len() != other.rows.len() {
            return Some(format!("{} rows and {}", one.rows.len(), other.rows.len()));
        }
        let moved = one.column(&columns::GROWTH_PP).ok();
        // money on the way of equal growth is fixed to whole units
        let is_growth = |cell: &Cell| cell.shape() == Some(Shape::Growth) || cell.words() == "growth";
        let mut rows = one.rows.iter().zip(&other.rows).filter(|(row, _)| !row.iter().any(is_growth));
        rows.find_map(|(row, larger)| {
            let is_moved =
                moved.is_some_and(|at| row[at].printed(6).unwrap().is_some_and(|points| points != "0.000000"));
            let fits = if is_moved { Self::is_near } else { Self::fits };
            let mut cells = row.iter().zip(larger).zip(one.columns);
            let differs = cells.find(|((own, larger), column)| !fits(self, column, own, larger));
            differs.map(|((own, larger), column)| format!("{}: {own:?} and {larger:?} in {row:?}", column.name))
        })
    }
}

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn a_power_of_ten_of_all_money_changes_no_share_and_no_verdict(book in invented(), power in -3..=6i32) {
        let book = book.scalable(power);
        let [one, other] = [book.book(), book.scaled(power).book()];
        let larger = answers_in(&other, other.today(), &scaled("20 million", power));
        for (name, answer) in answers_in(&one, one.today(), "20 million") {
            match (&answer, &larger[&name]) {
                (Ok(one), Ok(other)) => prop_assert_eq!(Scale::by(power).difference(one, other), None, "{}", name),
                (one, other) => prop_assert_eq!(one.as_ref().err(), other.as_ref().err(), "{}", name),
            }
        }
    }
}

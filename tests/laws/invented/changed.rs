//! Books made of others: cut, rearranged, with more money or less precision.

use pledgebook::quantity::{Date, Decimal, multiply};
use proptest::prelude::*;
use proptest::sample::select;

use super::{Invented, Row};

impl Invented {
    /// The same without growth that goes on to the last year that is asked about.
    pub(crate) fn without_end(mut self) -> Self {
        self.scenarios.iter_mut().for_each(|own| *own = own.replace("then = \"2.0%\"\n", ""));
        self
    }

    /// The same with growth whose years need no rounding, whatever the scale of money is, as far as there are any.
    pub(crate) fn scalable(mut self, power: i32) -> Self {
        self.scenarios.iter_mut().for_each(|own| *own = own.replace("then = \"2.0%\"", "then = \"100%\""));
        // below whole units of a currency nothing is kept of growth
        self.scenarios.retain(|own| power >= 0 || !own.contains("growth"));
        self
    }

    /// The same with all money times this power of ten.
    pub(crate) fn scaled(&self, power: i32) -> Self {
        let times = if power < 0 {
            Decimal::new(1, power.unsigned_abs())
        } else {
            Decimal::from(10i64.pow(power.unsigned_abs()))
        };
        let mut all = self.clone();
        for row in all.rows.iter_mut().filter(|row| row.is_money()) {
            row.value *= times;
            row.precision = row.precision.map(|unit| unit * times);
        }
        all.commitments.iter_mut().for_each(|own| own.pledge = scaled(&own.pledge, power));
        all.scenarios.iter_mut().for_each(|own| *own = scaled(own, power));
        all
    }

    /// The same with each precision so many times as wide, and one where there was none.
    pub(crate) fn widened(mut self, times: i64) -> Self {
        for row in &mut self.rows {
            row.precision = Some(row.precision.map_or(Decimal::new(times, 1), |unit| unit * Decimal::from(times)));
        }
        self
    }

    /// The same with GDP from 2024 on larger by so many per cent, the years before, which others are set against, as they are.
    pub(crate) fn grown(mut self, percent: i64) -> Self {
        let later = |row: &&mut Row| matches!(row.key.1, "gdp" | "gni") && row.key.3 >= 2024;
        for row in self.rows.iter_mut().filter(later) {
            row.value = multiply(row.value, Decimal::new(100 + percent, 2)).unwrap();
        }
        self
    }

    /// What had been published and announced by a day, and nothing else.
    pub(crate) fn cut(&self, day: Date) -> Self {
        let known = |on: &str| on.parse::<Date>().unwrap().is_known_on(day);
        let mut cut = self.clone();
        cut.rows.retain(|row| known(row.key.6));
        cut.commitments.retain(|own| known(own.announced));
        cut
    }
}

/// Words with each amount of millions times a power of ten, stated to as many digits.
pub(crate) fn scaled(words: &str, power: i32) -> String {
    let (unit, places) = match power {
        ..=-3 => ("thousand", power + 3),
        -2..=0 => ("million", power),
        1..=3 => ("billion", power - 3),
        _ => ("trillion", power - 6),
    };
    let Some((before, after)) = words.split_once(" million") else { return words.to_owned() };
    let figure = before.rfind(|own: char| !own.is_ascii_digit() && own != '.').map_or(0, |at| at + 1);
    let (before, figure) = before.split_at(figure);
    let mut number = figure.parse::<Decimal>().unwrap();
    number.set_scale(number.scale() + places.unsigned_abs()).unwrap();
    format!("{before}{number} {unit}{}", scaled(after, power))
}

/// The same book otherwise arranged: files by other names, and the rows and records of each in another order.
pub(crate) fn rearranged(book: Invented) -> impl Strategy<Value = Invented> {
    let named = select(vec![["a", "b"], ["z", "n"], ["n", "b"]]);
    let orders = (
        Just(book.commitments).prop_shuffle(),
        Just(book.rows).prop_shuffle(),
        Just(book.scenarios).prop_shuffle(),
        Just(book.definitions).prop_shuffle(),
        Just(book.sources).prop_shuffle(),
    );
    (orders, named, 5..60usize).prop_map(
        move |((commitments, rows, scenarios, definitions, sources), named, rows_in_file)| Invented {
            commitments,
            rows,
            scenarios,
            definitions,
            sources,
            named,
            rows_in_file,
        },
    )
}

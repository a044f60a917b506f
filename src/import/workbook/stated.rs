//! What a cell's number states: its value, and how precise it is.

use crate::error::{Error, Kind, Result};
use crate::quantity::{Decimal, Digits, round, shift};

/// So many decimals of a cell are taken: what stands behind them is a program's arithmetic.
const DECIMALS: u32 = 6;
/// So many digits the shortest text of a cell's number may have.
const CELL: Digits = Digits { before: 17, after: 24 };

/// A figure and the unit of its last digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Stated {
    pub(in crate::import) value: Decimal,
    pub(in crate::import) precision: Decimal,
}

impl Stated {
    /// The number × 10^`power`, to its last digit or to six decimals; of rounded ones the zeros at the end fall, but for the first.
    ///
    /// # Errors
    /// A text that is no number, one below zero, which neither money nor a share is, or one of too many digits.
    pub(in crate::import) fn parse(text: &str, power: i32) -> Result<Self> {
        let number = CELL.parse_signed(text)?;
        if number.is_sign_negative() && !number.is_zero() {
            let kind = Kind::NotPositive { text: text.to_owned() };
            return Err(Error::new(kind).help("neither money nor a share is below zero: see what is meant"));
        }
        let mut exact = shift(number, power)?;
        exact.rescale(exact.scale().saturating_sub(u32::try_from(power).unwrap_or_default()));
        let value = if exact.scale() > DECIMALS { bare(round(exact, DECIMALS)?) } else { exact };
        Digits::SERIES.parse_signed(&value.to_string())?;
        Ok(Self { value, precision: Decimal::new(1, value.scale()) })
    }
}

/// The same without zeros at its end, but with one digit after the point.
fn bare(value: Decimal) -> Decimal {
    let mut bare = value.normalize();
    bare.rescale(bare.scale().max(1));
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_as_precise_as_its_digits_up_to_six() {
        for (text, power, value, precision) in [
            ("18788.017032", 0, "18788.017032", "0.000001"),
            ("1.346516857031259", 0, "1.346517", "0.000001"),
            ("49842.376000000004", 0, "49842.376", "0.001"),
            ("22742.9999999999", 0, "22743.0", "0.1"),
            ("967707", 0, "967707", "1"),
            ("0.031245678901234", 2, "3.124568", "0.000001"),
            ("0.031", 2, "3.1", "0.1"),
            ("247525700000000", -6, "247525700.000000", "0.000001"),
        ] {
            let stated = Stated::parse(text, power).unwrap();
            assert_eq!((stated.value.to_string().as_str(), stated.precision.to_string().as_str()), (value, precision));
        }
        assert!(
            ["NaN", "1,720", "", "1e3", "-1", "123456789012345678"].iter().all(|text| Stated::parse(text, 0).is_err())
        );
    }
}

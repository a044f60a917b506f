//! Units as tables write them: money of any scale is in millions in a book.

use crate::book::Unit;
use crate::error::{Error, Kind, Result};
use crate::quantity::{Currency, Scale};

/// A unit of a book, and the power of ten that takes a value of the table to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scaled {
    pub(super) unit: Unit,
    pub(super) power: i32,
}

impl Scaled {
    /// Reads a unit as `EUR thousand`, `million EUR`, `%`; `multiplier` is the power of ten of a column of its own.
    ///
    /// A currency alone is of that power, or of one; a scale in words has to agree with it.
    ///
    /// # Errors
    /// Neither money nor another unit of a book, or two scales that differ.
    pub(super) fn read(text: &str, multiplier: Option<i32>) -> Result<Self> {
        let Some((currency, scale)) = money(text) else {
            return Ok(Self { unit: text.parse()?, power: multiplier.unwrap_or_default() });
        };
        let own = Scale::One.power();
        let power = match (scale, multiplier) {
            (Scale::One, multiplier) => own + multiplier.unwrap_or_default(),
            (scale, None | Some(0)) => scale.power(),
            (scale, Some(multiplier)) if scale.power() == own + multiplier => scale.power(),
            (_, Some(multiplier)) => {
                let reason = format!("`{text}` is not of the scale {multiplier}");
                let kind = Kind::NeedlessCell { column: "scale".to_owned(), reason };
                return Err(Error::new(kind).help("leave one of the two out"));
            }
        };
        Ok(Self { unit: Unit::Million(currency), power })
    }
}

/// A currency, and the scale before or behind it.
fn money(text: &str) -> Option<(Currency, Scale)> {
    let currency = |word: &str| Currency::from_word(word);
    match text.split_whitespace().collect::<Vec<_>>()[..] {
        [word] => Some((currency(word)?, Scale::One)),
        [first, second] => {
            let both = |own: &str, scale: &str| Some((currency(own)?, Scale::from_word(scale)?));
            both(first, second).or_else(|| both(second, first))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_of_any_scale_is_in_millions() {
        for (text, multiplier, power) in [
            ("EUR million", None, 0),
            ("EUR thousand", None, -3),
            ("bn EUR", None, 3),
            ("EUR", None, -6),
            ("EUR", Some(6), 0),
            ("EUR", Some(3), -3),
            ("EUR million", Some(6), 0),
            ("mln EUR", Some(0), 0),
        ] {
            let read = Scaled::read(text, multiplier).unwrap();
            assert_eq!((read.unit.to_string(), read.power), ("EUR million".to_owned(), power), "{text} {multiplier:?}");
        }
        assert_eq!(Scaled::read("%", Some(-2)).unwrap(), Scaled { unit: Unit::Percent, power: -2 });
        assert_eq!(Scaled::read("USD per EUR", None).unwrap().unit.to_string(), "USD per EUR");
        for (wrong, multiplier) in
            [("EUR milion", None), ("EUR thousand", Some(6)), ("", None), ("euro per head", None)]
        {
            assert!(Scaled::read(wrong, multiplier).is_err(), "{wrong}");
        }
    }
}

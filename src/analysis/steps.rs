//! Equal steps from one value to another.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};
use crate::quantity::{Decimal, Digits, add, shift, subtract};

/// The most values of one range.
const MOST: usize = 1_000;
/// What may stand behind a number, which is in per cent or in points anyway.
const UNITS: [&str; 2] = ["%", "pp"];

/// Values from the first to the last by equal steps, both ends included where the last step reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The first value.
    pub first: Decimal,
    /// None is beyond it.
    pub last: Decimal,
    /// From one value to the next, above zero.
    pub step: Decimal,
}

impl Steps {
    /// This value alone.
    #[must_use]
    pub fn only(value: Decimal) -> Self {
        Self { first: value, last: value, step: Decimal::ONE }
    }

    /// Two steps below a share to two above it, each a round one of a tenth of it at most.
    pub(crate) fn around(share: Decimal) -> Result<Self> {
        let tenth = shift(share, -1)?;
        let round = |places: u32| [100, 50, 25].map(|digits| Decimal::new(digits, places));
        let step = (2..6).flat_map(round).find(|step| *step <= tenth).unwrap_or(tenth);
        let far = add(step, step)?;
        Ok(Self { first: subtract(share, far)?, last: add(share, far)?, step })
    }

    /// The values in order, each with as many digits behind the point as any.
    ///
    /// ```
    /// # use pledgebook::analysis::Steps;
    /// let steps: Steps = "4..5:0.25".parse()?;
    /// let values: Vec<String> = steps.values()?.iter().map(ToString::to_string).collect();
    /// assert_eq!(values, ["4.00", "4.25", "4.50", "4.75", "5.00"]);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// There are more than a thousand.
    pub fn values(&self) -> Result<Vec<Decimal>> {
        let (mut values, mut next) = (Vec::new(), add(self.first, Decimal::new(0, self.places()))?);
        while next <= self.last {
            if values.len() == MOST {
                let kind = Kind::TooManyValues { what: self.to_string(), most: MOST };
                return Err(Error::new(kind).help("write a larger step"));
            }
            values.push(next);
            next = add(next, self.step)?;
        }
        Ok(values)
    }

    /// How many digits behind the point that are.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.first.scale().max(self.step.scale())
    }

    /// The same, where only values above zero make sense.
    ///
    /// # Errors
    /// The first one is not above zero.
    pub fn above_zero(self) -> Result<Self> {
        if self.first > Decimal::ZERO {
            return Ok(self);
        }
        Err(Error::new(Kind::NotPositive { text: self.first.to_string() }).help("begin with a value above zero"))
    }
}

impl FromStr for Steps {
    type Err = Error;

    /// Reads `A..B:STEP`; `%` or `pp` may stand behind each number.
    ///
    /// ```
    /// # use pledgebook::analysis::Steps;
    /// assert_eq!("4%..5%:0.25pp".parse::<Steps>()?, "4..5:0.25".parse()?);
    /// let error = "5..4:0.5".parse::<Steps>().unwrap_err();
    /// assert_eq!(error.way_out(), Some("the lower end comes first: `4..5:0.5`"));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    fn from_str(text: &str) -> Result<Self> {
        let (first, rest) = text.split_once("..").ok_or_else(|| not_steps(text))?;
        let (last, step) = rest.split_once(':').ok_or_else(|| not_steps(text))?;
        let [behind, at_end] = [first.len() + 2, text.len() - step.len()];
        let places = [0..first.len(), behind..behind + last.len(), at_end..text.len()];
        let number = |place: &Range<usize>| number(&text[place.clone()]).map_err(|error| error.on(place.clone()));
        let [first, last, step] = [number(&places[0])?, number(&places[1])?, number(&places[2])?];
        if step <= Decimal::ZERO {
            let kind = Kind::NotPositive { text: step.to_string() };
            return Err(Error::new(kind).help("write a step above zero").on(places[2].clone()));
        }
        if last < first {
            let kind = Kind::RangeOutOfOrder { low: first.to_string(), high: last.to_string() };
            return Err(Error::new(kind).help(format!("the lower end comes first: `{last}..{first}:{step}`")));
        }
        let steps = Self { first, last, step };
        steps.values().map(|_| steps)
    }
}

impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}:{}", self.first, self.last, self.step)
    }
}

fn number(text: &str) -> Result<Decimal> {
    let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    Digits::PLEDGE.parse_signed(bare.trim_end())
}

/// The error of another text; one value, or two ends without a step, are told how they are written.
fn not_steps(text: &str) -> Error {
    let help = match (number(text), text.contains("..")) {
        (Ok(value), _) => format!("for this value alone write `{value}..{value}:1`"),
        (Err(_), true) => format!("write the step behind a colon, as `{text}:0.5`"),
        (Err(_), false) => "write `A..B:STEP`, as `-1..1:0.5`".to_owned(),
    };
    Error::new(Kind::NotSteps { text: text.to_owned() }).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn refused(text: &str) -> String {
        text.parse::<Steps>().unwrap_err().to_string()
    }

    #[test]
    fn another_text_is_refused_with_a_way_out_that_keeps_the_meaning() {
        assert!(refused("4").ends_with("for this value alone write `4..4:1`"));
        assert!(refused("4..5").ends_with("write the step behind a colon, as `4..5:0.5`"));
        assert!(refused("4-5").ends_with("write `A..B:STEP`, as `-1..1:0.5`"));
        assert!(refused("4..5:0,5").ends_with("write a decimal point: `0.5`"));
        assert!(refused("4..5:0").ends_with("write a step above zero"));
        assert!(refused("4..5:-1").ends_with("write a step above zero"));
        assert!(refused("0..100:0.1").ends_with("has more than 1000 values; write a larger step"));
    }

    proptest! {
        #[test]
        fn values_are_equally_far_apart_and_end_at_the_last(
            first in -5_000i64..5_000, count in 0i64..MOST as i64, step in 1i64..500, scale in 0u32..4, beyond in 0i64..500,
        ) {
            let decimal = |number| Decimal::new(number, scale);
            let last = first + count * step;
            let steps = Steps { first: decimal(first), last: decimal(last + beyond % step), step: decimal(step) };
            let values = steps.to_string().parse::<Steps>().unwrap().values().unwrap();
            prop_assert_eq!(values.len() as i64, count + 1);
            prop_assert_eq!(values.last(), Some(&decimal(last)));
            prop_assert!(values.windows(2).all(|pair| pair[1] - pair[0] == steps.step));
        }
    }
}

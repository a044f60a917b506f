//! What lies between two bounds.

use crate::error::Result;

use super::Ratio;

/// All values from `low` to `high`, both ends included; a missing end is no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval<T> {
    /// The lower end, if there is a floor.
    pub low: Option<T>,
    /// The upper end, if there is a ceiling.
    pub high: Option<T>,
}

impl<T> Interval<T> {
    /// The interval of the images of both ends.
    #[must_use]
    pub fn map<U>(self, mut image: impl FnMut(T) -> U) -> Interval<U> {
        Interval { low: self.low.map(&mut image), high: self.high.map(image) }
    }

    /// The same where there may be none.
    ///
    /// # Errors
    /// The first error that `image` gives.
    pub fn try_map<U, E>(self, mut image: impl FnMut(T) -> Result<U, E>) -> Result<Interval<U>, E> {
        Ok(Interval { low: self.low.map(&mut image).transpose()?, high: self.high.map(&mut image).transpose()? })
    }
}

impl<T: PartialOrd> Interval<T> {
    /// Whether the value lies inside.
    ///
    /// ```
    /// # use pledgebook::quantity::Interval;
    /// let floor = Interval { low: Some(2), high: None };
    /// assert!(floor.contains(&2) && !floor.contains(&1));
    /// ```
    pub fn contains(&self, value: &T) -> bool {
        self.low.as_ref().is_none_or(|low| low <= value) && self.high.as_ref().is_none_or(|high| value <= high)
    }
}

impl Interval<Ratio> {
    /// Whether any value lies in both.
    ///
    /// ```
    /// # use pledgebook::quantity::{Decimal, Interval, Ratio};
    /// let from = |low: i64, high: Option<i64>| -> Interval<Ratio> {
    ///     Interval { low: Some(Decimal::from(low).into()), high: high.map(|high| Decimal::from(high).into()) }
    /// };
    /// assert!(from(1, Some(2)).meets(&from(2, None))?);
    /// assert!(!from(1, Some(2)).meets(&from(3, None))?);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn meets(&self, other: &Self) -> Result<bool> {
        Ok(!self.ends_before(other)? && !other.ends_before(self)?)
    }

    fn ends_before(&self, other: &Self) -> Result<bool> {
        self.high.zip(other.low).map_or(Ok(false), |(high, low)| Ok(high.compare(low)?.is_lt()))
    }
}

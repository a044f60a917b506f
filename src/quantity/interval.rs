//! What lies between two bounds.

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

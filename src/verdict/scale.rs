//! The table of verdicts: a figure against the stated one and its slack.

use std::cmp::Ordering;

use crate::error::Result;
use crate::pledge::Qualifier;
use crate::quantity::{Decimal, Interval, Ratio, add, subtract};

use super::Verdict;

/// What a pledge is measured by, in per cent of a share and in millions of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// How the stated figure binds; to spend more than was stated is a miss only under `at most`.
    pub qualifier: Qualifier,
    /// The stated figure.
    pub value: Decimal,
    /// How far from it a figure still equals it as stated.
    pub slack: Decimal,
}

impl Scale {
    /// The verdict of a figure taken as exact.
    ///
    /// With v the stated value and s its slack, a floor is met from v on, met as rounded from v − s on; `about` is met from
    /// v − s on; a ceiling is met up to v, met as rounded up to v + s; everything else is missed.
    /// ```
    /// # use pledgebook::{pledge::Qualifier, quantity::Decimal, verdict::{Scale, Verdict}};
    /// let four = Scale { qualifier: Qualifier::Exactly, value: Decimal::from(4), slack: Decimal::new(2, 1) };
    /// assert_eq!(four.verdict(&Decimal::new(383, 2).into())?, Verdict::MetRounded);
    /// assert_eq!(four.verdict(&Decimal::new(367, 2).into())?, Verdict::Missed);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn verdict(&self, figure: &Ratio) -> Result<Verdict> {
        let stated = figure.compare(self.value)?;
        let (reached, off) = match self.qualifier.is_ceiling() {
            false => (stated.is_ge(), Ordering::Less),
            true => (stated.is_le(), Ordering::Greater),
        };
        let near = figure.compare(self.limit()?)? != off;
        Ok(match (reached, near, self.qualifier) {
            (true, ..) | (false, true, Qualifier::About) => Verdict::Met,
            (
                false,
                true,
                Qualifier::Exactly | Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan,
            ) => Verdict::MetRounded,
            (false, false, _) => Verdict::Missed,
        })
    }

    /// The last figure that is not missed: v − s, of a ceiling v + s.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn limit(&self) -> Result<Decimal> {
        if self.qualifier.is_ceiling() { add(self.value, self.slack) } else { subtract(self.value, self.slack) }
    }

    /// The verdict of a figure that stands for all between two ends: undecided if one end is missed and the other is not, or
    /// an end is not known.
    ///
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn judge(&self, figure: &Ratio, ends: &Interval<Ratio>) -> Result<Verdict> {
        let missed =
            |end: &Option<Ratio>| end.as_ref().map(|end| Ok(self.verdict(end)? == Verdict::Missed)).transpose();
        let (low, high) = (missed(&ends.low)?, missed(&ends.high)?);
        // Beyond an end that is not known a floor is missed below, a ceiling above.
        let ceiling = self.qualifier.is_ceiling();
        let (low, high) = (low.unwrap_or(!ceiling), high.unwrap_or(ceiling));
        if low == high { self.verdict(figure) } else { Ok(Verdict::Undecided) }
    }

    /// The verdict of a figure to which more may yet be added: only what more cannot change is decided.
    ///
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn judge_bound(&self, bound: &Ratio) -> Result<Verdict> {
        let lasting = if self.qualifier.is_ceiling() { Verdict::Missed } else { Verdict::Met };
        Ok(if self.verdict(bound)? == lasting { lasting } else { Verdict::Undecided })
    }
}

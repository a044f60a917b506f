//! The table of verdicts: a figure against the stated one and its slack.

use std::cmp::Ordering;

use crate::error::Result;
use crate::pledge::{Pledge, Qualifier};
use crate::quantity::{Decimal, Interval, Ratio};

use super::Verdict;

/// What a pledge is measured by, in per cent of a share and in millions of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// How the stated figure binds.
    pub qualifier: Qualifier,
    /// Whether to spend more is a miss.
    pub is_ceiling: bool,
    /// The stated figure, of a range its lower end.
    pub value: Ratio,
    /// How far from it a figure still equals it as stated.
    pub slack: Ratio,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// Whether words are set against words, so that nothing is met by rounding.
    pub as_written: bool,
}

impl Scale {
    /// What the words of a pledge are measured by.
    ///
    /// As written there is no slack but that of `about`.
    /// # Errors
    /// The stated figure needs more than 28 digits.
    pub fn of(pledge: &Pledge, slack: Decimal, as_written: bool) -> Result<Self> {
        let slack = if as_written && pledge.qualifier != Qualifier::About { Decimal::ZERO } else { slack };
        Ok(Self {
            qualifier: pledge.qualifier,
            is_ceiling: pledge.is_ceiling(),
            value: pledge.stated()?.into(),
            slack: slack.into(),
            upper: pledge.upper()?,
            as_written,
        })
    }

    /// The verdict of a figure taken as exact.
    ///
    /// With v the stated value and s its slack, a floor is met from v on, met as rounded from v − s on; `about` is met from
    /// v − s on; a ceiling is met up to v, met as rounded up to v + s; everything else is missed. Of `more than` and `less than`
    /// v itself is met as rounded.
    /// ```
    /// # use pledgebook::{pledge::Pledge, quantity::Decimal, verdict::{Scale, Verdict}};
    /// let pledge: Pledge = "4%".parse()?;
    /// let four = Scale::of(&pledge, pledge.slack()?.value, false)?;
    /// assert_eq!(four.verdict(&Decimal::new(383, 2).into())?, Verdict::MetRounded);
    /// assert_eq!(four.verdict(&Decimal::new(367, 2).into())?, Verdict::Missed);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn verdict(&self, figure: &Ratio) -> Result<Verdict> {
        let beyond = if self.is_ceiling { Ordering::Less } else { Ordering::Greater };
        let (stated, limit) = (figure.compare(self.value)?, figure.compare(self.limit()?)?);
        let reached = stated == beyond || stated.is_eq() && !self.qualifier.is_strict();
        Ok(match (reached, limit != beyond.reverse()) {
            (true, _) => Verdict::Met,
            (false, true) if self.qualifier == Qualifier::About => Verdict::Met,
            (false, true) if !self.as_written => Verdict::MetRounded,
            (false, _) => Verdict::Missed,
        })
    }

    /// The last figure that is not missed: v − s, of a ceiling v + s.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn limit(&self) -> Result<Ratio> {
        if self.is_ceiling { self.value.plus(self.slack) } else { self.slack.gap_to(self.value) }
    }

    /// The verdict of a figure that stands for all between two ends: undecided if one end is missed and the other is not, or
    /// an end is not known.
    ///
    /// What was pledged may have ends too, each with a scale of its own: at worst little was spent and much was pledged.
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn judge(&self, figure: &Ratio, ends: &Interval<Ratio>, [least, most]: &[Self; 2]) -> Result<Verdict> {
        let missed = |end: &Option<Ratio>, pledged: &Self| {
            end.as_ref().map(|end| Ok(pledged.verdict(end)? == Verdict::Missed)).transpose()
        };
        let (low, high) = (missed(&ends.low, most)?, missed(&ends.high, least)?);
        // Beyond an end that is not known a floor is missed below, a ceiling above.
        let (low, high) = (low.unwrap_or(!self.is_ceiling), high.unwrap_or(self.is_ceiling));
        if self.as_written || low == high { self.verdict(figure) } else { Ok(Verdict::Undecided) }
    }

    /// The verdict of a figure to which more may yet be added: only what more cannot change is decided.
    ///
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn judge_bound(&self, bound: &Ratio) -> Result<Verdict> {
        let lasting = if self.is_ceiling { Verdict::Missed } else { Verdict::Met };
        Ok(if self.verdict(bound)? == lasting { lasting } else { Verdict::Undecided })
    }
}

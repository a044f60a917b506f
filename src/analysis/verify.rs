//! Whether a published figure follows from the figures that it is made of.

use crate::error::{self, Result};
use crate::quantity::{Between, Decimal, Interval, round};

use super::Estimate;

error::words! {
    /// Against what a published figure is held.
    Check:
    /// A share against the money and the GDP that its publisher gives beside it.
    Share = "share",
    /// A figure against those of its parts.
    Parts = "parts",
    /// A figure of a group against those of its members.
    Aggregate = "aggregate",
    /// A figure against that of the publisher's next edition.
    Editions = "editions",
}

error::words! {
    /// Whether a published figure follows from others.
    Agreement:
    /// Equal to what they come to, at the digits that are compared.
    Follows = "follows",
    /// Not equal, but what each may be the rounding of meets.
    Rounding = "rounding",
    /// Neither.
    DoesNotFollow = "does-not-follow",
}

/// A published figure beside what others come to, at the digits at which they are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// As published, with these digits.
    pub published: Decimal,
    /// What the others come to, and between what.
    pub computed: Estimate,
    /// How many digits behind the point are compared.
    pub digits: u32,
    /// Whether it follows.
    pub agreement: Agreement,
}

impl Verified {
    /// A published figure, printed with so many digits, against what others come to; without an upper end that is the least that
    /// the figure may be.
    ///
    /// 2.05% is not 1.85%, whatever either was rounded from:
    /// ```
    /// use pledgebook::analysis::{Agreement, Verified};
    /// use pledgebook::quantity::Between;
    /// let figure = |value: &str, unit: &str| Between::new(value.parse().unwrap(), unit.parse().ok()).unwrap();
    /// let (share, money, gdp) = (figure("2.05", "0.01"), figure("21450.25", "0.01"), figure("1158000", "1000"));
    /// let verified = Verified::new(&share, 2, money.percent_of(&gdp)?)?;
    /// assert_eq!(verified.computed.0.round(2)?.to_string(), "1.85");
    /// assert_eq!(verified.agreement, Agreement::DoesNotFollow);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn new(figure: &Between, digits: u32, computed: Estimate) -> Result<Self> {
        let published = round(figure.value, digits)?;
        // what is printed with fewer digits than it was read with may stand for more than its own precision says
        let half = figure.half.max(Between::stated(published).half);
        let (value, ends) = computed;
        let rounded = value.round(digits)?;
        let agreement = if rounded == published || (ends.high.is_none() && rounded < published) {
            Agreement::Follows
        } else if ends.meets(&Between { value: published, half }.interval()?)? {
            Agreement::Rounding
        } else {
            Agreement::DoesNotFollow
        };
        Ok(Self { published, computed, digits, agreement })
    }
}

/// What figures come to together, where they are `all` that are added; else the least that the sum is.
///
/// # Errors
/// A sum needs more than 28 digits.
pub fn sum(figures: impl IntoIterator<Item = Between>, all: bool) -> Result<Estimate> {
    let zero = Between { value: Decimal::ZERO, half: Decimal::ZERO };
    let sum = figures.into_iter().try_fold(zero, |sum, figure| sum.plus(&figure))?;
    let Interval { low, high } = sum.interval()?;
    Ok((sum.value.into(), Interval { low, high: high.filter(|_| all) }))
}

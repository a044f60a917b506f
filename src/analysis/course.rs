//! Whether a pledge that binds in a later year is on its way there.

use crate::error::{self, Result};
use crate::quantity::{Decimal, Interval, Ratio, Year};

use super::Estimate;

error::words! {
    /// How a path leads from a share that was reached to the one that is pledged.
    Shape:
    /// By as many points in each year.
    Linear = "linear",
    /// By as much growth of the money in each year.
    Growth = "growth",
    /// As it was, until the year before.
    Flat = "flat",
    /// Through shares that are stated for years between, by as many points in each year from one to the next.
    Waypoints = "waypoints",
    /// What is left of a pledge over years together, the same in each year that is left.
    Even = "even",
}

error::words! {
    /// How a figure stands to its path.
    Standing:
    /// As near to it as the digits of the pledge and of the figure tell, or short of it with the pledge kept.
    OnCourse = "on course",
    /// On the side from which the pledge is still to be reached.
    Behind = "behind",
    /// On the other side.
    Ahead = "ahead",
}

/// A path in per cent from a share that was reached in one year to the one that is pledged by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// The year in which the path begins, and the share that was reached then.
    pub start: (Year, Ratio),
    /// The year in which the pledge binds, and what it states.
    pub end: (Year, Decimal),
}

impl Course {
    /// The share of a year on a linear path: a + (v − a) × (year − A) ÷ (B − A), from a in year A to v by year B.
    ///
    /// Nothing is said of years before the first: a path begins at what was reached last.
    ///
    /// From 2.4% in 2024 to 3.5% by 2035 it rises by a tenth of a point each year, so that it is 2.6% in 2026:
    /// ```
    /// use pledgebook::analysis::Course;
    /// use pledgebook::quantity::Decimal;
    /// let (a, v) = (Decimal::new(24, 1), Decimal::new(35, 1));
    /// let course = Course { start: ("2024".parse()?, a.into()), end: ("2035".parse()?, v) };
    /// assert_eq!(course.share_in("2026".parse()?)?.round(2)?.to_string(), "2.60");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// It ends in the year in which it starts, or a part of the quotient needs more than 28 digits.
    pub fn share_in(&self, year: Year) -> Result<Ratio> {
        let ((first, reached), (last, pledged)) = (self.start, self.end);
        let after = |year: Year| Decimal::from(i32::from(year.number()) - i32::from(first.number()));
        reached.gap_to(pledged)?.times(after(year))?.over(after(last))?.plus(reached)
    }

    /// How a figure stands to the share of its year: on course where all that it may be the rounding of meets what lies within the
    /// slack of the pledge around the path. To spend more than a ceiling allows is to be behind; what keeps the pledge itself never
    /// is, even where the path leads down to a floor or up to a ceiling.
    ///
    /// # Errors
    /// As [`Course::share_in`].
    pub fn standing(&self, year: Year, (share, ends): &Estimate, slack: Decimal, is_ceiling: bool) -> Result<Standing> {
        let path = self.share_in(year)?;
        let within = |share: Ratio| -> Result<_> {
            Ok(Interval { low: Some(share.plus(-slack)?), high: Some(share.plus(slack)?) })
        };
        if ends.meets(&within(path)?)? {
            return Ok(Standing::OnCourse);
        }
        if share.compare(path)?.is_lt() == is_ceiling {
            return Ok(Standing::Ahead);
        }
        let Interval { low, high } = within(self.end.1.into())?;
        let kept = if is_ceiling { Interval { low: None, high } } else { Interval { low, high: None } };
        Ok(if ends.meets(&kept)? { Standing::OnCourse } else { Standing::Behind })
    }
}

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The year in which the path begins, and the share that was reached then.
    pub start: (Year, Ratio),
    /// Shares that it leads through, in order of their years; those up to the start are past and mean nothing any more.
    pub through: Vec<(Year, Ratio)>,
    /// The year in which the pledge binds, and what it states.
    pub end: (Year, Ratio),
}

impl Course {
    /// From the start to the end by equal steps.
    #[must_use]
    pub fn linear(start: (Year, Ratio), end: (Year, Ratio)) -> Self {
        Self { start, through: Vec::new(), end }
    }

    /// As it was at the start until the year before the end.
    #[must_use]
    pub fn flat(start: (Year, Ratio), end: (Year, Ratio)) -> Self {
        let before = end.0.before().filter(|before| *before > start.0);
        Self { start, through: before.map(|before| (before, start.1)).into_iter().collect(), end }
    }

    /// The share of a year: a + (v − a) × (year − A) ÷ (B − A), from a in year A to v in year B, which are the nearest two that are
    /// stated around it, so that without any between it is a linear path.
    ///
    /// Nothing is said of years before the first: a path begins at what was reached last.
    ///
    /// From 2.4% in 2024 to 3.5% by 2035 it rises by a tenth of a point each year, so that it is 2.6% in 2026; through 3% in 2030 it
    /// gets there:
    /// ```
    /// use pledgebook::analysis::Course;
    /// use pledgebook::quantity::Decimal;
    /// let share = |tenths: i64| Decimal::new(tenths, 1).into();
    /// let (start, end) = (("2024".parse()?, share(24)), ("2035".parse()?, share(35)));
    /// let course = Course::linear(start, end);
    /// assert_eq!(course.share_in("2026".parse()?)?.round(2)?.to_string(), "2.60");
    ///
    /// let course = Course { through: vec![("2030".parse()?, share(30))], ..course };
    /// assert_eq!(course.share_in("2027".parse()?)?.round(2)?.to_string(), "2.70");
    /// assert_eq!(course.share_in("2031".parse()?)?.round(2)?.to_string(), "3.10");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// It ends in the year in which it starts, or a part of the quotient needs more than 77 digits.
    pub fn share_in(&self, year: Year) -> Result<Ratio> {
        let ((first, reached), (last, stated)) = self.around(year);
        if year == last {
            return Ok(stated);
        }
        let after = |year: Year| Decimal::from(i32::from(year.number()) - i32::from(first.number()));
        reached.gap_to(stated)?.times(after(year))?.over(after(last))?.plus(reached)
    }

    /// The stated shares around a year: the last before it, and that of it or the next one.
    #[must_use]
    pub fn around(&self, year: Year) -> ((Year, Ratio), (Year, Ratio)) {
        let between = |mark: &&(Year, Ratio)| self.start.0 < mark.0 && mark.0 < self.end.0;
        let through = || self.through.iter().filter(between).copied();
        let before = through().take_while(|mark| mark.0 < year).last().unwrap_or(self.start);
        (before, through().find(|mark| year <= mark.0).unwrap_or(self.end))
    }

    /// How a figure stands to the share of its year: on course where all that it may be the rounding of meets what lies within the
    /// slack of the pledge around the path. To spend more than a ceiling allows is to be behind; what keeps the pledge itself, which
    /// is so much of GDP of that year, never is, even where the path leads down to a floor or up to a ceiling.
    ///
    /// # Errors
    /// As [`Course::share_in`].
    pub fn standing(
        &self,
        year: Year,
        (share, ends): &Estimate,
        (pledged, slack): (Ratio, Ratio),
        is_ceiling: bool,
    ) -> Result<Standing> {
        let path = self.share_in(year)?;
        let within = |share: Ratio| -> Result<_> {
            Ok(Interval { low: Some(slack.gap_to(share)?), high: Some(share.plus(slack)?) })
        };
        if ends.meets(&within(path)?)? {
            return Ok(Standing::OnCourse);
        }
        if share.compare(path)?.is_lt() == is_ceiling {
            return Ok(Standing::Ahead);
        }
        let Interval { low, high } = within(pledged)?;
        let kept = if is_ceiling { Interval { low: None, high } } else { Interval { low, high: None } };
        Ok(if ends.meets(&kept)? { Standing::OnCourse } else { Standing::Behind })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn share(thousandths: i64) -> Ratio {
        Ratio::new(Decimal::from(thousandths), Decimal::from(997)).unwrap()
    }

    fn year(number: i32) -> Year {
        number.try_into().unwrap()
    }

    proptest! {
        #[test]
        fn every_path_starts_at_its_start_and_ends_at_its_goal_and_meets_what_it_leads_through(
            (first, last) in (2000i32..2020, 2021i32..2060),
            shares in prop::collection::vec(0i64..9_000, 4),
            between in (2001i32..2059, 2001i32..2059),
        ) {
            let (start, end) = ((year(first), share(shares[0])), (year(last), share(shares[1])));
            let (low, high) = (between.0.min(between.1), between.0.max(between.1));
            let through = vec![(year(low), share(shares[2])), (year(high.max(low + 1)), share(shares[3]))];
            let linear = Course::linear(start, end);
            for course in [Course { through: through.clone(), ..linear.clone() }, Course::flat(start, end), linear] {
                let between = course.through.iter().filter(|(at, _)| start.0 < *at && *at < end.0);
                for (at, stated) in between.chain([&start, &end]) {
                    prop_assert!(course.share_in(*at).unwrap().compare(*stated).unwrap().is_eq());
                }
            }
        }

        #[test]
        fn a_flat_path_is_where_it_was_until_the_year_before(first in 2000i32..2020, years in 1i32..30, of in 0i64..9_000) {
            let course = Course::flat((year(first), share(of)), (year(first + years), share(35)));
            for at in first..first + years {
                prop_assert!(course.share_in(year(at)).unwrap().compare(share(of)).unwrap().is_eq());
            }
        }
    }
}

//! Whether a shape can lead to a goal; what it lacks is refused with a way out.

use crate::analysis::Shape;
use crate::error::Result;
use crate::quantity::Year;

use super::plan::Plan;
use super::planning::Planning;
use super::refusals::no_path;
use crate::question::refusals::{self, missing};

impl Plan<'_> {
    /// That a shape can lead there.
    ///
    /// # Errors
    /// It is one for other pledges, it is not told what it needs, or a share or money at one of its ends is not known.
    pub(super) fn check(&self, planning: &Planning, shape: Shape) -> Result<()> {
        match (shape, self.goal.together) {
            (Shape::Even, None) => {
                self.needless(shape, "is for one year, not for several together", "leave it out, or take `linear`")
            }
            (Shape::Even, Some(_)) => Ok(()),
            (Shape::Linear | Shape::Growth | Shape::Flat | Shape::Waypoints, Some(years)) => {
                let help = "leave it out, or take `even`: what is left, the same in each year";
                self.needless(shape, &format!("is for {years} together"), help)
            }
            (Shape::Growth, None) => self.check_money(shape),
            (Shape::Waypoints, None) => self.check_waypoints(planning).and_then(|()| self.check_shares(shape)),
            (Shape::Linear | Shape::Flat, None) => self.check_shares(shape),
        }
    }

    fn needless(&self, shape: Shape, reason: &str, help: &str) -> Result<()> {
        let reason = format!("`{}` {reason}", self.commitment.id);
        Err(refusals::needless(format!("--shape {shape}"), reason, help))
    }

    /// That shares are stated, those on the command line for years between both ends.
    fn check_waypoints(&self, planning: &Planning) -> Result<()> {
        if self.waypoints.is_empty() {
            let help = "write `--shape waypoints:2026=2.2%,2030=3%`: the commitment states no path of its own";
            return Err(missing("--shape waypoints", "YEAR=SHARE", help));
        }
        let (start, goal) = (self.start.year, self.goal.year);
        match planning.waypoints.iter().find(|(year, _)| *year <= start || goal <= *year) {
            Some((year, _)) => {
                let reason = format!("leads from {start} to {goal}, and {year} is not between");
                self.needless(Shape::Waypoints, &reason, "write years between both")
            }
            None => Ok(()),
        }
    }

    /// That money of both ends is known, of the first above zero.
    fn check_money(&self, shape: Shape) -> Result<()> {
        let (start, goal) = (&self.start, &self.goal);
        let ends = [(start.spent.money, start.year), (goal.spent.money, goal.year)];
        if let Some((_, year)) = ends.iter().find(|(money, _)| money.is_none()) {
            return self.lacks(shape, &format!("money of {year}"), *year, "");
        }
        if start.spent.money.is_some_and(|money| money.is_zero()) {
            let reason = format!("`{shape}` needs something that grows, and nothing was spent in {}", start.year);
            return Err(no_path(self.commitment, reason).help("take `--shape linear`"));
        }
        Ok(())
    }

    /// That the shares of both ends are known.
    fn check_shares(&self, shape: Shape) -> Result<()> {
        let ends = [(self.start.spent.share, self.start.year), (self.goal.spent.share, self.goal.year)];
        let without = ends.iter().find(|(share, _)| share.is_none());
        without.map_or(Ok(()), |(_, year)| {
            let beside = "; `--shape growth` needs none for a pledge of money";
            self.lacks(shape, &format!("a share of {year}"), *year, beside)
        })
    }

    fn lacks(&self, shape: Shape, what: &str, year: Year, beside: &str) -> Result<()> {
        let reason =
            format!("`{shape}` needs {what}, and there is no GDP of it on `{}`", self.resolution.path.scenario);
        let help = format!(
            "say GDP of it with `--gdp-level {year}=MILLION`, or how GDP grows up to it with `--growth`{beside}"
        );
        Err(no_path(self.commitment, reason).help(help))
    }
}

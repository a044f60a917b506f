//! What a shape asks for in each year of a plan.

use crate::analysis::{Course, Shape, Spent, evenly, growing};
use crate::error::Result;
use crate::pledge::When;
use crate::quantity::{Decimal, Ratio, Year};
use crate::question::start::Start;

use super::plan::Plan;

impl Plan<'_> {
    /// What a shape asks for in a year of the plan: the share, the money, or both.
    ///
    /// # Errors
    /// A part of a quotient needs more than 77 digits.
    pub(super) fn asks_for(&self, shape: Shape, year: Year) -> Result<Spent> {
        let (start, goal) = (&self.start, &self.goal);
        if year == start.year {
            return Ok(start.spent);
        }
        if year == goal.year && goal.together.is_none() {
            return Ok(goal.spent);
        }
        match shape {
            Shape::Linear | Shape::Flat | Shape::Waypoints => {
                let share = self.course(shape).map(|course| course.share_in(year)).transpose()?;
                self.of_share(year, share)
            }
            Shape::Growth => {
                let step = (start.year.until(year), start.year.until(goal.year));
                let ends = start.spent.money.zip(goal.spent.money);
                self.of_money(year, ends.map(|(first, last)| growing(first, last, step)).transpose()?)
            }
            Shape::Even if self.is_mean() => self.of_share(year, self.each()?),
            Shape::Even => self.of_money(year, self.each()?),
        }
    }

    /// The money of the start and of the goal, between which growth means something.
    pub(super) fn ends(&self) -> Option<(Ratio, Ratio)> {
        let ends = self.start.spent.money.zip(self.goal.spent.money).filter(|_| self.goal.together.is_none());
        ends.filter(|(first, _)| !first.is_zero())
    }

    /// The path in shares of a shape that has one.
    pub(super) fn course(&self, shape: Shape) -> Option<Course> {
        let start = (self.start.year, self.start.spent.share?);
        let end = (self.goal.year, self.goal.spent.share?);
        match shape {
            Shape::Linear => Some(Course::linear(start, end)),
            Shape::Flat => Some(Course::flat(start, end)),
            Shape::Waypoints => Some(Course { start, through: self.waypoints.clone(), end }),
            Shape::Growth | Shape::Even => None,
        }
    }

    /// Whether a shape says shares, and money follows from them.
    pub(super) fn is_in_shares(&self, shape: Shape) -> bool {
        match shape {
            Shape::Linear | Shape::Flat | Shape::Waypoints => true,
            Shape::Growth => false,
            Shape::Even => self.is_mean(),
        }
    }

    /// Whether shares are added up, and not money.
    pub(super) fn is_mean(&self) -> bool {
        matches!(self.commitment.when, Some(When::Mean(_)))
    }

    /// What all years together come to: of a mean the share of one times their number.
    pub(super) fn together(&self) -> Result<Option<Ratio>> {
        let Some(years) = self.goal.together else { return Ok(None) };
        match (self.is_mean(), self.goal.spent) {
            (true, Spent { share: Some(share), .. }) => share.times(Decimal::from(years.years().count())).map(Some),
            (true, Spent { share: None, .. }) => Ok(None),
            (false, Spent { money, .. }) => Ok(money),
        }
    }

    /// What is known of them, in the same unit; nothing where one is not.
    pub(super) fn known(&self) -> Option<Vec<Ratio>> {
        self.known.iter().map(|known| self.counted(known)).collect()
    }

    /// Of what was spent that which is added up: the share or the money.
    pub(super) fn counted(&self, known: &Start<'_>) -> Option<Ratio> {
        if self.is_mean() { known.spent.share } else { known.spent.money }
    }

    /// How many of them are left.
    pub(super) fn left(&self) -> u32 {
        u32::try_from(self.years().len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// What each year that is left of years together comes to, nothing below zero.
    pub(super) fn each(&self) -> Result<Option<Ratio>> {
        let Some((pledged, known)) = self.together()?.zip(self.known()) else { return Ok(None) };
        evenly(pledged, known, self.left())?.max(Decimal::ZERO.into()).map(Some)
    }

    fn of_share(&self, year: Year, share: Option<Ratio>) -> Result<Spent> {
        let money = share.zip(self.gdp(year)).map(|(share, gdp)| share.per_cent(gdp)).transpose()?;
        Ok(Spent { share, money })
    }

    fn of_money(&self, year: Year, money: Option<Ratio>) -> Result<Spent> {
        let share = money.zip(self.gdp(year)).map(|(money, gdp)| money.percent_of(gdp)).transpose()?;
        Ok(Spent { share, money })
    }
}

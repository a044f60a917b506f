//! Pledges that are set against what was spent in a year: `20% more than in 2024`.

use crate::book::Observation;
use crate::error::Result;
use crate::evaluate::Unknown;
use crate::pledge::{Qualifier, Relation};
use crate::quantity::{Decimal, Interval, Ratio, Year};

use super::case::{Case, Reference};
use super::judge::Judge;
use super::{Measure, Scale, Spent, words};

impl<'b> Judge<'b> {
    /// The case of one figure: a pledge that is set against a year takes what its publisher says of that year, or there is a reason
    /// why not.
    pub(super) fn set_against(
        &self,
        case: &Case<'b>,
        spent: &Spent<'b>,
        to: Relation,
        year: Year,
    ) -> Result<Result<Case<'b>, String>> {
        let Some(row) = self.reference(case, spent, year)? else {
            let figure = if spent.measure == Measure::Published { "share" } else { "amount" };
            let publishes = if self.strict.is_some() { "that counts is published" } else { "is published" };
            let publisher = spent.publisher();
            return Ok(Err(format!("no {figure} of {year} {publishes} by {publisher}, against which it could be set")));
        };
        let in_percent = spent.measure == Measure::Published || to.is_in_points();
        let own = Case { in_percent, ..case.clone() };
        let Some((value, [least, most])) = own.referred(spent.measure, row)? else {
            let figure = words::row(case, row)?;
            return Ok(Err(format!("{figure} of {year} cannot be set against GDP: none of {year} is in the book")));
        };
        let scale = |reference: &Ratio| own.scale_on(to, reference);
        if scale(&value)?.value.is_negative() {
            return Ok(Err(Unknown::BelowZero { year }.to_string()));
        }
        let range = [scale(&least)?, scale(&most)?];
        let whole = own.whole.clone().filter(|_| spent.measure == Measure::Money || case.definition.of.is_none());
        let (scale, reference) = (scale(&value)?, Some(Reference { row, value }));
        Ok(Ok(Case { scale, range, reference, whole, ..own }))
    }

    /// What the publisher of a figure says of a year by the same measure, as far as it counts.
    fn reference(&self, case: &Case<'b>, spent: &Spent<'b>, year: Year) -> Result<Option<&'b Observation>> {
        let (country, currency) = (case.commitment.country, case.pledged.currency);
        let figures = self.counted().figures(country, &case.definition.id, year, currency)?;
        let publisher = spent.publisher();
        let own = figures.iter().find(|figure| figure.measure == spent.measure && figure.row.publisher == publisher);
        Ok(match spent.measure {
            Measure::Published => own.map(|figure| figure.row),
            Measure::Money => own.and_then(|figure| figure.amount_in(currency)),
        })
    }
}

impl Case<'_> {
    /// A figure of the year that the pledge is set against, in its unit, and its ends; nothing without GDP where that is needed.
    fn referred(&self, measure: Measure, row: &Observation) -> Result<Option<(Ratio, [Ratio; 2])>> {
        let figure = row.between()?;
        if measure == Measure::Published || !self.in_percent {
            return Ok(Some((figure.value.into(), figure.ends()?.map(Ratio::from))));
        }
        let Some(gdp) = self.whole_alone(row.year) else { return Ok(None) };
        let (value, Interval { low, high }) = figure.percent_of(gdp)?;
        Ok(low.zip(high).map(|(low, high)| (value, [low, high])))
    }

    /// The pledged figure and its slack where so much was spent in that year.
    fn scale_on(&self, to: Relation, reference: &Ratio) -> Result<Scale> {
        let value = to.of(reference)?;
        let has_none = self.scale.as_written && self.scale.qualifier != Qualifier::About;
        let slack = match has_none {
            true => Decimal::ZERO.into(),
            false => self.pledged.pledge.slack_against(reference, &value, self.commitment.tolerance)?.0,
        };
        Ok(Scale { value, slack, upper: None, ..self.scale })
    }
}

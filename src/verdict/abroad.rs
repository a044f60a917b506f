//! GDP in another currency than an amount that is pledged.

use crate::error::Result;
use crate::evaluate::{Outcome, Premise};
use crate::gdp::{Rate, exchanged};
use crate::quantity::{Between, Currency, Interval, Ratio};

/// GDP in another currency than an amount, and the rates that lead from the one to the other.
#[derive(Debug, Clone)]
pub struct Abroad {
    /// GDP and the unit to which it was published, in millions.
    pub gdp: Between,
    /// The rates, one after the other.
    pub rates: Vec<Rate>,
    /// The currency of the amount.
    pub currency: Currency,
}

impl Abroad {
    /// That of an outcome which rests on rates.
    pub(super) fn of(outcome: &Outcome) -> Result<Option<Self>> {
        let rate = |premise: &Premise| if let Premise::Rate(rate) = premise { Some(rate.clone()) } else { None };
        let rates: Vec<Rate> = outcome.premises.iter().filter_map(rate).collect();
        let gdp = outcome.gdp.as_ref().filter(|_| !rates.is_empty());
        let gdp = gdp.map(|gdp| Between::new(gdp.money.millions(), gdp.precision)).transpose()?;
        Ok(gdp.map(|gdp| Self { gdp, rates, currency: outcome.currency }))
    }

    /// Millions as a percentage of GDP, not divided yet.
    ///
    /// # Errors
    /// A part of the quotient needs more than 77 digits.
    pub fn percent(&self, millions: Ratio) -> Result<Ratio> {
        exchanged(&self.rates, (millions, self.currency))?.0.percent_of(self.gdp.value)
    }

    /// An amount as a percentage of GDP, and its ends; the rates are taken as they are published.
    ///
    /// # Errors
    /// A part of a quotient needs more than 77 digits.
    pub fn percent_of(&self, amount: &Between) -> Result<(Ratio, Interval<Ratio>)> {
        let (percent, ends) = amount.percent_of(&self.gdp)?;
        let there = |percent: Ratio| exchanged(&self.rates, (percent, self.currency)).map(|(percent, _)| percent);
        Ok((there(percent)?, ends.try_map(there)?))
    }

    /// What takes an amount to the currency of GDP, as a derivation writes it: `÷ 1.25`.
    #[must_use]
    pub fn steps(&self) -> String {
        let mut currency = self.currency;
        let step = |rate: &Rate| {
            let step = rate.step_from(currency);
            currency = if currency == rate.of { rate.per } else { rate.of };
            step
        };
        self.rates.iter().map(step).collect::<Vec<_>>().join(" ")
    }
}

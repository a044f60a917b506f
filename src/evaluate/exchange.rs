//! Amounts in another currency, at the rates that the book has for their year.

use crate::error::Result;
use crate::gdp::{Rate, Rates, exchanged};
use crate::quantity::{Currency, Ratio};

use super::{Outcome, Premise, ShareOfGdp, Unknown};

impl Outcome {
    /// An amount in another currency than GDP as a share of it at the rates of its one year, where there are some.
    pub(super) fn at_rates(self, rates: Option<&[Rate]>) -> Result<Self> {
        let gdp = self.gdp.as_ref().map(|gdp| gdp.money);
        match (rates, self.amount.zip(gdp)) {
            (Some(rates), Some((amount, gdp))) if self.currency != gdp.currency() => {
                let (amount, _) = exchanged(rates, (amount, self.currency))?;
                let share = Some(ShareOfGdp::Quotient(amount.percent_of(gdp.millions())?));
                Ok(Self { share, premises: each_once(self.premises, named(rates)), reason: None, ..self })
            }
            (Some(_) | None, _) => Ok(self),
        }
    }

    /// Its amounts in a currency, resting on the rates of its first year alone, or why there are none.
    ///
    /// # Errors
    /// Two rates between which nothing chooses, or a part of a quotient that needs more than 77 digits.
    pub fn in_currency(&self, to: Currency, known: &Rates<'_>) -> Result<Result<Self, Unknown>> {
        let (from, year) = (self.currency, self.years.first());
        let rates = if from == to { Some(Vec::new()) } else { known.between(from, to, year)? };
        let Some(rates) = rates else { return Ok(Err(Unknown::NoRate { from, to, year })) };
        let there = |millions: Ratio| exchanged(&rates, (millions, from)).map(|(millions, _)| millions);
        let (amount, bounds) = (self.amount.map(there).transpose()?, self.bounds.try_map(there)?);
        Ok(Ok(Self { amount, bounds, currency: to, premises: named(&rates).collect(), ..self.clone() }))
    }
}

fn named(rates: &[Rate]) -> impl Iterator<Item = Premise> {
    rates.iter().cloned().map(Premise::Rate)
}

/// Premises and others, each once.
pub(super) fn each_once(mut premises: Vec<Premise>, others: impl IntoIterator<Item = Premise>) -> Vec<Premise> {
    for other in others {
        if !premises.contains(&other) {
            premises.push(other);
        }
    }
    premises
}

//! Verdicts that stand by themselves.

use crate::book::Kind;
use crate::error::Result;
use crate::quantity::{Date, Money, Ratio, YearRange};

use super::{Case, Judgement, Measure, Spent, Verdict};

/// What a [`Judgement`] says, without what it borrows from a book.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// The year, or the years together; nothing where no figure was stated.
    pub years: Option<YearRange>,
    /// By which measure the year is read; nothing where there is no figure.
    pub measure: Option<Measure>,
    /// The verdict.
    pub verdict: Verdict,
    /// What was pledged in money, where that is known.
    pub pledged: Option<Money>,
    /// What was spent, where an amount is known.
    pub spent: Option<Money>,
    /// The same as a share, in per cent.
    pub share: Option<Ratio>,
    /// Pledged − spent, unless that is a quotient: positive is still missing, negative is headroom.
    pub gap: Option<Money>,
    /// Of what kind the figure of spending is; of several the weakest.
    pub kind: Option<Kind>,
    /// Whose figure it is; of several the names joined by `+`.
    pub publisher: Option<String>,
    /// When it was published; of several the latest.
    pub vintage: Option<Date>,
    /// Why, in a sentence.
    pub reason: String,
}

impl Judgement<'_> {
    /// The verdict by itself.
    ///
    /// # Errors
    /// What was pledged needs more than 28 digits.
    pub fn ruling(&self) -> Result<Ruling> {
        let (case, spent) = (self.case.as_ref(), self.spent.as_ref());
        let money = |(case, millions): (&Case<'_>, _)| Money::from_millions(millions, case.pledged.currency);
        Ok(Ruling {
            years: case.map(|case| case.outcome.years),
            measure: self.measure(),
            verdict: self.verdict,
            pledged: case.map(Case::money).transpose()?.flatten(),
            spent: spent.and_then(|spent| spent.amount),
            share: self.measured.percent,
            gap: case.zip(self.measured.gap.and_then(|gap| gap.exact())).map(money),
            kind: spent.map(Spent::kind),
            publisher: spent.map(Spent::publisher),
            vintage: spent.and_then(Spent::vintage),
            reason: self.reason.clone(),
        })
    }
}

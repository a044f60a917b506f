//! Rows under scenarios that were brought along, of one commitment after another: amounts or verdicts.

use crate::book::Commitment;
use crate::error::Result;
use crate::gdp::feed::FedScenario;
use crate::table::{Cell, Column};

use super::Query;
use super::amounts::FedAmounts;
use super::verdicts::FedVerdicts;

/// What makes the rows; what they rest on is looked up once.
pub(crate) enum FedRows<'q, 'b> {
    Amounts(Box<FedAmounts<'q, 'b>>),
    Verdicts(Box<FedVerdicts<'q, 'b>>),
}

impl<'q, 'b> FedRows<'q, 'b> {
    /// What each pledge comes to.
    ///
    /// # Errors
    /// As [`FedAmounts::of`].
    pub(crate) fn amounts(query: &'q Query<'b>) -> Result<Self> {
        FedAmounts::of(query).map(|amounts| Self::Amounts(Box::new(amounts)))
    }

    /// Whether each commitment was kept.
    ///
    /// # Errors
    /// As [`FedVerdicts::of`].
    pub(crate) fn verdicts(query: &'q Query<'b>) -> Result<Self> {
        FedVerdicts::of(query).map(|verdicts| Self::Verdicts(Box::new(verdicts)))
    }

    /// The columns of the rows.
    pub(crate) fn columns(&self) -> &'static [Column] {
        match self {
            Self::Amounts(amounts) => amounts.columns(),
            Self::Verdicts(_) => FedVerdicts::columns(),
        }
    }

    /// The rows of one commitment under a scenario.
    ///
    /// # Errors
    /// A figure cannot be kept exactly; two figures of spending between which the rule cannot choose.
    pub(crate) fn of_commitment(&mut self, commitment: &'b Commitment, fed: &FedScenario) -> Result<Vec<Vec<Cell>>> {
        match self {
            Self::Amounts(amounts) => amounts.of_commitment(commitment, fed),
            Self::Verdicts(verdicts) => verdicts.of_commitment(commitment, fed),
        }
    }
}

//! Published spending that no verdict on a case rests on, and why not.

use std::fmt;

use crate::book::{Kind, Observation};
use crate::quantity::Date;

use super::{Case, Judge, Judgement};

/// A published figure of spending that was not used.
#[derive(Debug, Clone)]
pub struct PassedOver<'b> {
    /// The figure.
    pub row: &'b Observation,
    /// Why it was not.
    pub why: WhyPassedOver,
}

/// Why a figure of spending was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyPassedOver {
    /// The same publisher has a figure of this firmer kind.
    WeakerKind(Kind),
    /// The same publisher has a later vintage.
    Older(Date),
    /// It is in another currency than the pledge.
    OtherCurrency,
    /// It is a share, where amounts are added up or one was pledged.
    Share,
    /// A figure of another publisher ranks before it.
    LaterInOrder,
}

impl fmt::Display for WhyPassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WeakerKind(kind) => write!(f, "weaker than the {kind} of the same publisher"),
            Self::Older(vintage) => write!(f, "older than the vintage of {vintage}"),
            Self::OtherCurrency => f.write_str("in another currency"),
            Self::Share => f.write_str("a share, where an amount is sought"),
            Self::LaterInOrder => f.write_str("another publisher's figure comes first"),
        }
    }
}

impl<'b> Judge<'b> {
    /// What was published for the years of a case under its definition and is in none of the verdicts on it.
    #[must_use]
    pub fn passed_over(&self, case: &Case<'b>, judgements: &[Judgement<'b>]) -> Vec<PassedOver<'b>> {
        let spent = judgements.iter().filter_map(|judgement| judgement.spent.as_ref());
        let used: Vec<&Observation> = spent.flat_map(|spent| spent.rows.iter().chain(&spent.beside).copied()).collect();
        let is_used = |row: &Observation| used.iter().any(|own| own.origin == row.origin);
        let unused = self.published(case).into_iter().filter(|row| !is_used(row));
        unused.map(|row| PassedOver { row, why: why(case, &used, row) }).collect()
    }
}

fn why(case: &Case<'_>, used: &[&Observation], row: &Observation) -> WhyPassedOver {
    let same = |own: &&&Observation| (&own.publisher, own.measure, own.year) == (&row.publisher, row.measure, row.year);
    match (used.iter().find(same), row.currency()) {
        (Some(own), _) if own.kind != row.kind => WhyPassedOver::WeakerKind(own.kind),
        (Some(own), _) => WhyPassedOver::Older(own.vintage),
        (None, Some(currency)) if currency != case.pledged.currency => WhyPassedOver::OtherCurrency,
        (None, None) if case.takes_amounts_alone() => WhyPassedOver::Share,
        (None, _) => WhyPassedOver::LaterInOrder,
    }
}

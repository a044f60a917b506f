//! What an amount rests on besides GDP of its own year.

use std::fmt;

use crate::book::Kind;
use crate::gdp::Rate;
use crate::quantity::text::plain;
use crate::quantity::{Date, Money, Year};

/// What an amount rests on that its reader has to know; as words the sentence that tables bear.
#[derive(Debug, Clone, PartialEq)]
pub enum Premise {
    /// What was spent in the year that the pledge is set against.
    Reference(Reference),
    /// GDP of the year that the pledge names, which no scenario file says.
    LatestGdp(Year),
    /// A mean of shares may be kept in many ways.
    EvenPath,
    /// The pledge is in another currency than GDP.
    Rate(Rate),
}

/// What a publisher says was spent in a year, against which a pledge is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The year.
    pub year: Year,
    /// The amount.
    pub spent: Money,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub vintage: Date,
    /// The id of the document.
    pub source: String,
}

impl Premise {
    /// The id of the document that says so, if there is one.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Reference(reference) => Some(&reference.source),
            Self::Rate(rate) => Some(&rate.source),
            Self::LatestGdp(_) | Self::EvenPath => None,
        }
    }
}

impl fmt::Display for Premise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reference(reference) => reference.fmt(f),
            Self::LatestGdp(year) => write!(f, "GDP of {year} under latest"),
            Self::EvenPath => f.write_str("on the even path: the same share in each year"),
            Self::Rate(rate) => write!(f, "at {rate}"),
        }
    }
}

/// `set against 100 million EUR of 2021 (Kiel, outturn of 2026-08-04)`
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, spent, kind, publisher, vintage, .. } = self;
        let (millions, currency) = (plain(spent.millions()), spent.currency());
        write!(f, "set against {millions} million {currency} of {year} ({publisher}, {kind} of {vintage})")
    }
}

//! Why something of an outcome is unknown.

use std::fmt;

use crate::book::Basis;
use crate::pledge::Base;
use crate::quantity::{Currency, Year};

/// Why something of an outcome is unknown; as words the sentence that tables bear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// GDP of a year is missing.
    NoGdp {
        /// The first such year.
        year: Year,
        /// The scenario that lacks it.
        scenario: String,
    },
    /// Gross national income of a year is missing.
    NoGni {
        /// The first such year.
        year: Year,
        /// The scenario that lacks it.
        scenario: String,
    },
    /// GDP of a year is missing on a basis.
    NoGdpOnBasis {
        /// The first such year.
        year: Year,
        /// The basis that lacks it.
        basis: Basis,
    },
    /// The share is one of something else than GDP.
    NotOfGdp {
        /// What it is a share of.
        base: Base,
    },
    /// Nothing was spent in the year that the pledge is set against, as far as the book knows.
    NoReference {
        /// That year.
        year: Year,
        /// The currency in which it would be set against it.
        currency: Currency,
    },
    /// More is taken off than was spent in the year that the pledge is set against.
    BelowZero {
        /// That year.
        year: Year,
    },
    /// An amount in another currency than GDP has no share of it.
    NotConverted {
        /// The currency of the pledge.
        pledged: Currency,
        /// That of GDP.
        gdp: Currency,
    },
    /// No rate of a year leads from one currency to another.
    NoRate {
        /// The currency of an amount.
        from: Currency,
        /// That in which it is wanted.
        to: Currency,
        /// The year.
        year: Year,
    },
    /// Two commitments of a sum count the same money.
    Overlap([String; 2]),
    /// Commitments of a sum are of one family and may count the same money.
    OneFamily(Vec<String>),
    /// An amount of a sum is unknown.
    Addend {
        /// Whose amount it is.
        commitment: String,
        /// Why.
        reason: Option<Box<Unknown>>,
    },
    /// The amounts of a sum are in several currencies.
    SeveralCurrencies(Vec<Currency>),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGdp { year, scenario } => write!(f, "no GDP for {year} in scenario {scenario}"),
            Self::NoGni { year, scenario } => write!(f, "no GNI for {year} in scenario {scenario}"),
            Self::NoGdpOnBasis { year, basis } => write!(f, "no GDP for {year} on `{basis}`"),
            Self::NotOfGdp { base } => write!(f, "a share of {base}, not of GDP"),
            Self::NoReference { year, currency } => write!(f, "no spending of {year} in {currency} to set it against"),
            Self::BelowZero { year } => write!(f, "more is taken off than was spent in {year}"),
            Self::NotConverted { pledged, gdp } => write!(f, "pledged in {pledged}, GDP in {gdp}: not converted"),
            Self::NoRate { from, to, year } => {
                write!(f, "the book has no rate from {from} to {to} for {year}; `import ecb-fx` brings some")
            }
            Self::Overlap([one, other]) => write!(f, "`{one}` and `{other}` overlap: choose with `--commitment`"),
            Self::OneFamily(ids) => {
                let (last, before) = ids.split_last().map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
                let names = format!("`{}` and `{last}`", before.join("`, `"));
                write!(f, "{names} are of one family and may count the same money: choose with `--commitment`")
            }
            Self::Addend { commitment, reason: Some(reason) } => write!(f, "`{commitment}`: {reason}"),
            Self::Addend { commitment, reason: None } => write!(f, "the amount of `{commitment}` is unknown"),
            Self::SeveralCurrencies(currencies) => {
                let names: Vec<&str> = currencies.iter().map(|currency| currency.code()).collect();
                write!(f, "amounts in {} are not converted", names.join(" and "))
            }
        }
    }
}

//! The closed lists of words that records and rows use.

use std::fmt;
use std::str::FromStr;

use crate::error::{self, Error, Noun};
use crate::quantity::Currency;

/// Declares an enum whose variants are words that texts of a book may hold, in their order of rank.
macro_rules! terms {
    ($(#[$doc:meta])* $name:ident: $($words:tt)*) => {
        error::words! { $(#[$doc])* $name: $($words)* }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> error::Result<Self> {
                Self::ALL.iter().copied().find(|term| term.word() == text).ok_or_else(|| {
                    Error::new(error::Kind::UnknownTerm { what: Noun::$name, text: text.to_owned() })
                        .maybe_help(error::suggest(text, Self::ALL.iter().map(|term| term.word())))
                })
            }
        }
    };
}

terms! {
    /// What kind of figure an observation is, the strongest first.
    Kind:
    /// A closed year.
    Outturn = "outturn",
    /// The publisher's figure for an open or just closed year.
    Estimate = "estimate",
    /// An adopted budget or framework.
    Plan = "plan",
    /// The publisher's expectation.
    Forecast = "forecast",
    /// Ours.
    Assumption = "assumption",
}

terms! {
    /// How strongly a commitment binds, the strongest first.
    Strength:
    /// An act in force.
    Law = "law",
    /// An adopted budget or framework.
    Budget = "budget",
    /// A decision of a government.
    Decision = "decision",
    /// A joint declaration.
    Declaration = "declaration",
    /// A draft law.
    Bill = "bill",
    /// Words of an office holder.
    Statement = "statement",
    /// An aim without an instrument.
    Goal = "goal",
}

terms! {
    /// What a definition is to its family.
    Role:
    /// The one by which countries are compared.
    Compared = "compared",
    /// The one that pledges of the family mostly mean.
    Budget = "budget",
}

terms! {
    /// What a series measures.
    Measure:
    /// Nominal GDP at current prices.
    Gdp = "gdp",
    /// Gross national income at current prices.
    Gni = "gni",
    /// The price index of GDP.
    GdpDeflator = "gdp-deflator",
    /// Growth of GDP at constant prices, per cent.
    RealGrowth = "real-growth",
    /// Inflation of consumer prices, per cent.
    ConsumerInflation = "consumer-inflation",
    /// How much of one currency is paid for one of another, the mean of a year.
    ExchangeRate = "exchange-rate",
    /// Spending under a definition.
    Spending = "spending",
    /// Spending under a definition as a share that its publisher states, per cent.
    SpendingShare = "spending-share",
}

impl Measure {
    /// Whether rows of this measure name a definition.
    #[must_use]
    pub fn has_definition(self) -> bool {
        match self {
            Self::Spending | Self::SpendingShare => true,
            Self::Gdp
            | Self::Gni
            | Self::GdpDeflator
            | Self::RealGrowth
            | Self::ConsumerInflation
            | Self::ExchangeRate => false,
        }
    }

    /// Whether this unit can measure it.
    #[must_use]
    pub fn takes(self, unit: Unit) -> bool {
        match self {
            Self::Gdp | Self::Gni | Self::Spending => matches!(unit, Unit::Million(_)),
            Self::GdpDeflator => unit == Unit::Index,
            Self::RealGrowth | Self::ConsumerInflation | Self::SpendingShare => unit == Unit::Percent,
            Self::ExchangeRate => matches!(unit, Unit::Rate { of, per } if of != per),
        }
    }
}

/// The unit of an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// `EUR million`
    Million(Currency),
    /// `%`
    Percent,
    /// `index`
    Index,
    /// `USD per EUR`
    Rate {
        /// The currency of the price.
        of: Currency,
        /// The currency of which one is bought.
        per: Currency,
    },
}

impl FromStr for Unit {
    type Err = Error;

    fn from_str(text: &str) -> error::Result<Self> {
        match text.split_once(' ') {
            None if text == "%" => Ok(Self::Percent),
            None if text == "index" => Ok(Self::Index),
            Some((currency, "million")) => {
                currency.parse().map(Self::Million).map_err(|error: Error| error.on(0..currency.len()))
            }
            Some((of, rest)) if rest.starts_with("per ") => {
                let per = &rest["per ".len()..];
                let of = of.parse().map_err(|error: Error| error.on(0..of.len()))?;
                let per = per.parse().map_err(|error: Error| error.on(text.len() - per.len()..text.len()))?;
                Ok(Self::Rate { of, per })
            }
            None | Some(_) => Err(Error::new(error::Kind::UnknownTerm { what: Noun::Unit, text: text.to_owned() })
                .help(format!(
                    "write a currency and `million`, as `{} million`, or `%`, or `index`",
                    Currency::EXAMPLE
                ))),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Million(currency) => write!(f, "{currency} million"),
            Self::Percent => f.write_str("%"),
            Self::Index => f.write_str("index"),
            Self::Rate { of, per } => write!(f, "{of} per {per}"),
        }
    }
}

/// A rule that picks GDP from what is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Everything takes part.
    Latest,
    /// Forecasts from before the year began: what a budget for it was built on.
    Budgeted,
    /// One publisher's figures alone.
    Publisher(String),
}

impl Basis {
    /// How each begins: a publisher's with its name behind that.
    pub(crate) const WORDS: [&'static str; 3] = ["latest", "budgeted", "publisher:"];
}

impl FromStr for Basis {
    type Err = Error;

    fn from_str(text: &str) -> error::Result<Self> {
        match (text, text.strip_prefix("publisher:")) {
            ("latest", _) => Ok(Self::Latest),
            ("budgeted", _) => Ok(Self::Budgeted),
            (_, Some(name)) if !name.trim().is_empty() => Ok(Self::Publisher(name.to_owned())),
            _ => {
                let name = text.split_once(':').map(|(_, name)| name).filter(|name| !name.trim().is_empty());
                Err(Error::new(error::Kind::UnknownTerm { what: Noun::Basis, text: text.to_owned() })
                    .help("one of `latest`, `budgeted`, or `publisher:` and the name of one")
                    .maybe_help(name.map(|name| format!("did you mean `publisher:{name}`?"))))
            }
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest => f.write_str("latest"),
            Self::Budgeted => f.write_str("budgeted"),
            Self::Publisher(name) => write!(f, "publisher:{name}"),
        }
    }
}

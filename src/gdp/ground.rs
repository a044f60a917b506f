//! The GDP that a verdict rests on.

use std::fmt;

use crate::book::Basis;

/// Which GDP a pledge is judged on: a basis, or a scenario in the place of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// What a basis picks from what is published.
    Basis(Basis),
    /// The path of a scenario of this name, be it of the book or brought along.
    Scenario(String),
}

impl Ground {
    /// The basis or the scenario of the book of this name: no scenario of a book has the name of a basis.
    ///
    /// ```
    /// use pledgebook::book::Basis;
    /// use pledgebook::gdp::Ground;
    ///
    /// assert_eq!(Ground::named("latest"), Ground::Basis(Basis::Latest));
    /// assert_eq!(Ground::named("recession"), Ground::Scenario("recession".to_owned()));
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Self {
        name.parse().map_or_else(|_| Self::Scenario(name.to_owned()), Self::Basis)
    }
}

impl From<Basis> for Ground {
    fn from(basis: Basis) -> Self {
        Self::Basis(basis)
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Basis(basis) => basis.fmt(f),
            Self::Scenario(name) => f.write_str(name),
        }
    }
}

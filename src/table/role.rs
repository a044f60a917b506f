//! What a row of a picture's table is.

use crate::book::Kind;

/// What a row of a picture's table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A published figure of this kind.
    Published(Kind),
    /// What is pledged.
    Pledge,
    /// What is to be reached by a far year.
    Goal,
    /// What follows from one path of GDP.
    Scenario,
    /// How far a year's scenarios are apart.
    Spread,
    /// The least that the words of a pledge allow.
    Low,
    /// The most that they allow.
    High,
    /// What is published up to a year, added up.
    Sum,
    /// A mean over years.
    Mean,
    /// What nobody accounts for.
    Unaccounted,
    /// What a year asks for on the way to a pledge.
    Path,
    /// What spending moved of a share.
    BySpending,
    /// What GDP moved of it.
    ByGdp,
    /// What another definition moved of it.
    ByDefinition,
}

impl Role {
    /// The word that users script against; of a published figure that of its kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Published(kind) => kind.word(),
            Self::Pledge => "pledge",
            Self::Goal => "goal",
            Self::Scenario => "scenario",
            Self::Spread => "spread",
            Self::Low => "low",
            Self::High => "high",
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::Unaccounted => "unaccounted",
            Self::Path => "path",
            Self::BySpending => "spending",
            Self::ByGdp => "gdp",
            Self::ByDefinition => "definition",
        }
    }

    /// The kind of a published figure.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        if let Self::Published(kind) = self { Some(kind) } else { None }
    }
}

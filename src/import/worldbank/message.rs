//! What a file of the World Bank has, before anybody asks what it means.

use crate::book::Kind;
use crate::error::Origin;
use crate::quantity::{Date, Year};

use super::indicators::{self, Indicator};

/// What a file has, whichever of the two it is.
pub(super) struct Message {
    pub(super) figures: Vec<Raw>,
    pub(super) updated: Option<Date>,
    /// How many pages of the answer are not in the file.
    pub(super) other_pages: usize,
}

/// A figure as the file has it.
pub(super) struct Raw {
    pub(super) indicator: String,
    /// What the indicator is called.
    pub(super) title: String,
    pub(super) country: String,
    pub(super) time: String,
    pub(super) value: String,
    pub(super) status: String,
    pub(super) origin: Origin,
}

impl Raw {
    /// The indicator, if a book has a measure for it.
    pub(super) fn known(&self) -> Option<&'static Indicator> {
        indicators::by_code(&self.indicator)
    }

    /// What the file marks it as, else what its year makes of it.
    pub(super) fn kind(&self, year: Year, vintage: Date) -> Kind {
        match self.status.as_str() {
            "E" | "e" | "P" | "p" => Kind::Estimate,
            "F" | "f" => Kind::Forecast,
            _ if year < vintage.year() => Kind::Outturn,
            _ => Kind::Estimate,
        }
    }
}

//! What a table says of a series beside its figures.

use crate::book::Kind;
use crate::error::{self, Error, Noun, Result};
use crate::import::currencies;
use crate::import::grid::Line;
use crate::quantity::{Currency, Year};

use super::header::Header;

/// What is said of a series, as far as it is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) last_actual: Option<LastActual>,
    pub(super) scale: Option<Scale>,
    pub(super) decimals: Option<u32>,
    pub(super) currency: Option<Named>,
    pub(super) base: Option<String>,
}

/// The last year of outturns: one, or the two that a fiscal year lies in.
#[derive(Debug, Clone, Copy)]
pub(super) struct LastActual {
    first: Year,
    last: Year,
}

/// The power of ten of a scale.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scale {
    /// `Billions`: the figures are in it.
    Applied(i32),
    /// `9`: the figures are in plain units, and shown in it.
    Shown(i32),
}

/// A currency by its name, known or not.
#[derive(Debug, Clone)]
pub(super) enum Named {
    Known(Currency),
    Unknown(String),
}

impl Said {
    /// What one line says.
    ///
    /// # Errors
    /// A scale that is not known.
    pub(super) fn read(header: &Header<'_>, line: &Line<'_>) -> Result<Self> {
        let notes = header.text(line, header.notes).unwrap_or_default();
        let noted = |begin: &str, end: &str| {
            let (_, rest) = notes.split_once(begin)?;
            Some(rest.split(end).next()?.trim().trim_end_matches('.').to_owned())
        };
        let currency = header.text(line, header.currency);
        let currency = currency.or_else(|| noted("Primary domestic currency:", "Data last updated"));
        let base = header.text(line, header.base).or_else(|| noted("Base year:", "Chain-weighted"));
        let scale = header.text(line, header.scale).map(|text| {
            Scale::parse(&text).map_err(|error| error.at(line.cell(header.scale.unwrap_or_default()).origin().place()))
        });
        Ok(Self {
            last_actual: header.text(line, header.last_actual).and_then(|text| LastActual::parse(&text)),
            scale: scale.transpose()?,
            decimals: header
                .text(line, header.decimals)
                .and_then(|text| text.parse().ok())
                .filter(|own| *own <= MOST_DECIMALS),
            currency: currency.filter(|name| !name.is_empty()).map(|name| Named::of(&name)),
            base: base.and_then(|base| base.split_whitespace().next().map(str::to_owned)),
        })
    }

    /// Takes what is not said yet from elsewhere.
    pub(super) fn fill(&mut self, other: &Self) {
        self.last_actual = self.last_actual.or(other.last_actual);
        self.scale = self.scale.or(other.scale);
        self.decimals = self.decimals.or(other.decimals);
        self.currency = self.currency.take().or_else(|| other.currency.clone());
        self.base = self.base.take().or_else(|| other.base.clone());
    }
}

/// No figure is shown to more decimals.
const MOST_DECIMALS: u32 = 12;

impl LastActual {
    /// `2024`, or a fiscal year as `FY2024/25`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.strip_prefix("FY").unwrap_or(text).split_once('/').unwrap_or((text, ""));
        let first: Year = first.parse().ok()?;
        let next = first.next().filter(|next| second.len() == 2 && next.to_string().ends_with(second));
        match second {
            "" => Some(Self { first, last: first }),
            _ => next.map(|last| Self { first, last }),
        }
    }

    /// The kind of a figure of this year; nothing for the later year of a fiscal one, which may be either.
    pub(super) fn kind(self, year: Year) -> Option<Kind> {
        if year <= self.first {
            return Some(Kind::Outturn);
        }
        (year > self.last).then_some(Kind::Forecast)
    }
}

impl Scale {
    fn parse(text: &str) -> Result<Self> {
        Ok(match text {
            "Units" => Self::Applied(0),
            "Thousands" => Self::Applied(3),
            "Millions" => Self::Applied(6),
            "Billions" => Self::Applied(9),
            "Trillions" => Self::Applied(12),
            _ => match text.parse() {
                Ok(power @ 0..=15) => Self::Shown(power),
                Ok(_) | Err(_) => {
                    let kind = error::Kind::UnknownTerm { what: Noun::Unit, text: text.to_owned() };
                    return Err(Error::new(kind).help("a scale is `Units`, `Millions`, `Billions`, or a power of ten"));
                }
            },
        })
    }
}

impl Named {
    fn of(name: &str) -> Self {
        currencies::by_name(name).map_or_else(|| Self::Unknown(name.to_owned()), Self::Known)
    }
}

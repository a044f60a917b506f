//! Two figures with everything between them, the lower one first.

use crate::error::{Error, Kind, Result};
use crate::quantity::{Scale, Year};

use crate::pledge::reader::Reader;
use crate::pledge::token::Shape;
use crate::pledge::{Amount, Base, Quantity};

use super::figure::{Figure, Money, Unit};

/// The word with which a range begins, where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    From,
    Between,
}

impl Reader<'_> {
    pub(super) fn range_opener(&mut self) -> Option<Opener> {
        let from = self.take_word("from").then_some(Opener::From);
        from.or_else(|| self.take_word("between").then_some(Opener::Between))
    }

    /// Whether a second end follows, whose joining word is read then.
    pub(super) fn range_joiner(&mut self, opener: Option<Opener>) -> bool {
        self.take_word("to")
            || self.take(Shape::Dash).is_some()
            || (opener == Some(Opener::Between) && self.take_word("and"))
    }

    /// The range of two figures, of which one may leave its unit to the other.
    pub(super) fn range(&mut self, low: Figure, high: Figure, from: usize, qualifier: &str) -> Result<Quantity> {
        let quantity = self.ends(low, high, from)?;
        if self.is_change() || self.is_next("that") {
            let kind = Kind::RangeOfChanges { text: self.text[from..self.rest().end].to_owned() };
            return Err(Error::new(kind).help("write two pledges, one for each end").on(from..self.rest().end));
        }
        if !qualifier.is_empty() {
            let kind = Kind::QualifiedRange { qualifier: qualifier.to_owned(), range: quantity.to_string() };
            let help = format!("write the range alone, or one figure with `{qualifier}`");
            return Err(Error::new(kind).help(help).on(self.span(from)));
        }
        Ok(quantity)
    }

    fn ends(&self, low: Figure, high: Figure, from: usize) -> Result<Quantity> {
        match (low.unit, high.unit) {
            (Unit::Percent(base), Unit::Missing) | (Unit::Missing, Unit::Percent(base)) => {
                self.shares(low, high, base, from)
            }
            (Unit::Percent(first), Unit::Percent(second)) if first.is_none() || second.is_none() || first == second => {
                self.shares(low, high, first.or(second), from)
            }
            (Unit::Money(money), Unit::Missing) => self.amounts((low, money), (high, money.elsewhere()), from),
            (Unit::Missing, Unit::Money(money)) => self.amounts((low, money.elsewhere()), (high, money), from),
            (Unit::Money(first), Unit::Money(second)) => self.amounts((low, first), (high, second), from),
            (Unit::Missing, Unit::Missing) => Err(self.no_unit(from)),
            (Unit::Points | Unit::Times, _) | (_, Unit::Points | Unit::Times) => {
                let kind = Kind::RangeOfChanges { text: self.said(from).to_owned() };
                Err(Error::new(kind).help("write two pledges, one for each end").on(self.span(from)))
            }
            (Unit::Percent(_), Unit::Percent(_) | Unit::Money(_)) | (Unit::Money(_), Unit::Percent(_)) => {
                Err(self.mixed(from))
            }
        }
    }

    fn shares(&self, low: Figure, high: Figure, base: Option<Base>, from: usize) -> Result<Quantity> {
        let base = base.unwrap_or(Base::Gdp);
        let range = |low: Figure, high: Figure| Quantity::Shares { low: low.share(), high: high.share(), base };
        if low.number < high.number {
            return Ok(range(low, high));
        }
        let way_out = match low.number == high.number {
            true => format!("write the figure alone: `{} of {base}`", low.share()),
            false => format!("write the lower end first: `{}`", range(high, low)),
        };
        Err(self.backwards(&low.share().to_string(), &high.share().to_string(), way_out, from))
    }

    /// A scale that stands once holds for both ends, unless the other one is closed by its currency.
    fn amounts(&self, low: (Figure, Money), high: (Figure, Money), from: usize) -> Result<Quantity> {
        let ((low, first), (high, second)) = (low, high);
        let currency = match (first.currency, second.currency) {
            (Some(first), Some(second)) if first != second => return Err(self.mixed(from)),
            (first, second) => first.or(second),
        };
        let Some(currency) = currency else { return Err(self.no_unit(from)) };
        let scale = |own: Money, other: Money| own.scale.or(other.scale.filter(|_| !own.is_closed));
        let (low, high) = (low.amount(scale(first, second), currency), high.amount(scale(second, first), currency));
        if low.money()?.millions() < high.money()?.millions() {
            return Ok(Quantity::Amounts { low, high });
        }
        let is_stated = |amount: Amount, own: Money| amount.scale == own.scale.unwrap_or(Scale::One);
        let way_out = match low == high {
            true => format!("write the figure alone: `{low}`"),
            false if is_stated(low, first) && is_stated(high, second) => {
                format!("write the lower end first: `{}`", Quantity::Amounts { low: high, high: low })
            }
            false => "write the scale of each end, the lower one first".to_owned(),
        };
        Err(self.backwards(&low.to_string(), &high.to_string(), way_out, from))
    }

    /// The error of `2% to 2030`.
    pub(super) fn range_to_a_year(&self, year: Year, from: usize) -> Error {
        let help = format!("write `by {year}`, or the unit behind both ends of a range");
        self.mixed(from).help(help)
    }

    fn backwards(&self, low: &str, high: &str, way_out: String, from: usize) -> Error {
        let kind = Kind::RangeOutOfOrder { low: low.to_owned(), high: high.to_owned() };
        Error::new(kind).help(way_out).on(self.span(from))
    }

    fn mixed(&self, from: usize) -> Error {
        let kind = Kind::MixedRange { text: self.said(from).to_owned() };
        Error::new(kind).help("write both ends in one unit, or two pledges").on(self.span(from))
    }

    pub(super) fn half_a_range(&self, from: usize) -> Error {
        let kind = Kind::HalfARange { text: self.said(from).to_owned() };
        let help = match self.is_next("in") {
            true => "write what is to be reached alone, as `6% of GDP in 2030`",
            false => "write its other end too, as `from 5% to 6%`",
        };
        Error::new(kind).help(help).on(self.span(from))
    }
}

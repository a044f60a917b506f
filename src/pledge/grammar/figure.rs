//! A figure: a number and its unit, which a range may leave to its other end.

use crate::error::{Error, Kind, Result};
use crate::quantity::{Currency, Decimal, Scale, Share};

use crate::pledge::reader::Reader;
use crate::pledge::token::{Shape, Token};
use crate::pledge::words::{PER_CENT, POINTS};
use crate::pledge::{Amount, Base};

/// A number and what stands beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) number: Decimal,
    pub(super) unit: Unit,
}

/// What a number counts, as far as it says.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unit {
    Missing,
    Percent(Option<Base>),
    Points,
    Times,
    Money(Money),
}

/// The words of an amount beside its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Money {
    pub(super) scale: Option<Scale>,
    pub(super) currency: Option<Currency>,
    /// Whether the currency stands behind the number, so that no scale of another end is its own.
    pub(super) is_closed: bool,
}

impl Money {
    /// The words of the other end, where they stand only here.
    pub(super) fn elsewhere(self) -> Self {
        Self { scale: None, is_closed: false, ..self }
    }
}

impl Figure {
    pub(super) fn has_unit(&self) -> bool {
        !matches!(self.unit, Unit::Missing)
    }

    pub(super) fn share(&self) -> Share {
        Share::from_percent(self.number)
    }

    pub(super) fn amount(&self, scale: Option<Scale>, currency: Currency) -> Amount {
        Amount { number: self.number, scale: scale.unwrap_or(Scale::One), currency }
    }
}

impl Reader<'_> {
    pub(super) fn figure(&mut self) -> Result<Figure> {
        if let Some(currency) = self.currency()? {
            let number = self.number()?;
            let unit = Unit::Money(Money { scale: self.scale(), currency: Some(currency), is_closed: false });
            return Ok(Figure { number, unit });
        }
        let number = self.number()?;
        Ok(Figure { number, unit: self.unit()? })
    }

    fn unit(&mut self) -> Result<Unit> {
        if self.take(Shape::Percent).is_some() || self.take_one_of(PER_CENT) {
            return self.base().map(Unit::Percent);
        }
        if self.take_one_of(POINTS) {
            return Ok(Unit::Points);
        }
        if self.take_word("times") {
            return Ok(Unit::Times);
        }
        let (scale, currency) = (self.scale(), self.currency()?);
        // `5 €bn`
        let scale = if currency.is_some() { scale.or_else(|| self.scale()) } else { scale };
        let money = Money { scale, currency, is_closed: currency.is_some() };
        Ok(if scale.is_none() && currency.is_none() { Unit::Missing } else { Unit::Money(money) })
    }

    fn scale(&mut self) -> Option<Scale> {
        let scale =
            self.peek().filter(|token| token.shape == Shape::Word).and_then(|token| Scale::from_word(token.text))?;
        self.advance();
        Some(scale)
    }

    /// A currency by its code, its sign or its name, which may be that of the speaker's country.
    fn currency(&mut self) -> Result<Option<Currency>> {
        let Some(token) = self.peek().filter(|token| matches!(token.shape, Shape::Word | Shape::Sign)) else {
            return Ok(None);
        };
        if let Some(named) = Currency::named_with(token.text) {
            let mut ahead = *self;
            ahead.advance();
            if let Some(currency) = ahead.peek().and_then(|second| named(second.text)) {
                ahead.advance();
                *self = ahead;
                return Ok(Some(currency));
            }
        }
        let known = Currency::from_word(token.text);
        let currency = if known.is_some() { known } else { self.own_currency(token)? };
        if currency.is_some() {
            self.advance();
        }
        Ok(currency)
    }

    /// What a word means that is said of the money of several countries.
    fn own_currency(&self, token: Token<'_>) -> Result<Option<Currency>> {
        let Some(mut candidates) = Currency::sharing(token.text) else { return Ok(None) };
        let own = self.speaker.currency;
        if let Some(own) = candidates.clone().find(|currency| Some(*currency) == own) {
            return Ok(Some(own));
        }
        let codes: Vec<String> = candidates.by_ref().map(|currency| format!("`{currency}`")).collect();
        let help = format!("write the code of the one that is meant, as {} or another one", codes.join(", "));
        let kind = Kind::AmbiguousCurrency { text: token.text.to_owned() };
        Err(Error::new(kind).help(help).on(token.start..token.end()))
    }
}

//! A figure by itself, which may be set against what was spent in a year.

use crate::error::{Error, Kind, Result};
use crate::quantity::{Currency, Decimal, Year};

use crate::pledge::reader::Reader;
use crate::pledge::token::Shape;
use crate::pledge::words::MULTIPLES;
use crate::pledge::{Amount, Base, Quantity, Relation, Step};

use super::figure::{Figure, Unit};

/// The year of an example.
pub(super) const EXAMPLE_YEAR: &str = "2025";

/// Words between `more` and a year that say no other year.
const BEFORE_A_YEAR: &[&str] = &[
    "more", "than", "in", "that", "of", "the", "it", "was", "as", "much", "compared", "with", "level", "levels",
    "amount", "figure", "spending", "budget",
];

impl Reader<'_> {
    /// `twice`, `double` or `triple`.
    pub(super) fn multiple(&mut self) -> Option<Relation> {
        let (_, times) = MULTIPLES.iter().find(|(word, _)| self.take_word(word))?;
        Some(Relation::Times(Decimal::from(*times)))
    }

    /// `that of` a year, behind how many times it.
    pub(super) fn that_of(&mut self, to: Relation, from: usize) -> Result<Quantity> {
        if !self.take_words(&["that", "of"]) || !self.is_before_a_number() {
            return Err(self.without_year(from, |year| Quantity::Relative { to, year }.to_string()));
        }
        Ok(Quantity::Relative { to, year: self.year()? })
    }

    /// What a figure means that is no end of a range.
    pub(super) fn alone(&mut self, figure: Figure, from: usize) -> Result<Quantity> {
        let Figure { number, unit } = figure;
        let is_change = self.is_change();
        match unit {
            Unit::Percent(None) if is_change => self.change(Step::Share(figure.share()), from),
            Unit::Percent(None) if self.is_next("that") => self.that_of(Relation::PercentOf(figure.share()), from),
            Unit::Percent(Some(base)) if is_change => Err(self.change_of_base(number, base)),
            Unit::Percent(base) => Ok(Quantity::Share { share: figure.share(), base: base.unwrap_or(Base::Gdp) }),
            Unit::Points if is_change => self.change(Step::Points(number), from),
            Unit::Points => Err(self.without_year(from, |year| more(Step::Points(number), year))),
            Unit::Times if is_change => Err(self.times_more(number, from)),
            Unit::Times => self.that_of(Relation::Times(number), from),
            Unit::Money(money) => match money.currency {
                Some(currency) if is_change => self.change(Step::Amount(figure.amount(money.scale, currency)), from),
                Some(currency) => Ok(Quantity::Amount(figure.amount(money.scale, currency))),
                None if is_change => Err(self.change_of(self.example(figure, unit), from)),
                None => Err(self.no_unit(from)),
            },
            Unit::Missing if is_change => Err(self.change_of(self.example(figure, unit), from)),
            Unit::Missing => Err(self.no_unit(from)),
        }
    }

    /// Whether `more` or `less` follows.
    pub(super) fn is_change(&self) -> bool {
        self.is_next("more") || self.is_next("less")
    }

    /// `more than in` a year, or `less`, behind how much.
    fn change(&mut self, step: Step, from: usize) -> Result<Quantity> {
        let mut ahead = *self;
        let is_more = ahead.take_word("more") || !ahead.take_word("less");
        if !ahead.take_words(&["than", "in"]) || !ahead.is_before_a_number() {
            return Err(self.change_of(step, from));
        }
        *self = ahead;
        let to = if is_more { Relation::More(step) } else { Relation::Less(step) };
        Ok(Quantity::Relative { to, year: self.year()? })
    }

    /// The error of a change that names no year, or no unit.
    fn change_of(&mut self, step: Step, from: usize) -> Error {
        let is_less = self.is_next("less");
        self.advance();
        self.without_year(from, |year| {
            let to = if is_less { Relation::Less(step) } else { Relation::More(step) };
            Quantity::Relative { to, year }.to_string()
        })
    }

    /// The error of `3 times more than in 2021`, which is three times as much to some and four times to others.
    fn times_more(&mut self, times: Decimal, from: usize) -> Error {
        let that_of = |to, year| Quantity::Relative { to, year }.to_string();
        self.without_year(from, |year| {
            let (three, four) = (Relation::Times(times), Relation::Times(times + Decimal::ONE));
            format!("{}` or `{}", that_of(three, year), that_of(four, year))
        })
    }

    /// The same of a text that reads on to where a year belongs; the way out shows the pledge `with` one.
    fn without_year(&mut self, from: usize, with: impl Fn(Year) -> String) -> Error {
        while self.peek().is_some_and(|token| BEFORE_A_YEAR.iter().any(|word| token.is(word))) {
            self.advance();
        }
        let named = self.peek().and_then(|token| token.text.parse().ok());
        let span = from..self.rest().end;
        let kind = Kind::ChangeWithoutYear { text: self.text[span.clone()].to_owned() };
        let year = named.or(EXAMPLE_YEAR.parse().ok()).unwrap_or(Year::FIRST);
        let help = match named {
            Some(_) => format!("write `{}`", with(year)),
            None => format!("say what spending of which year it is set against, as `{}`", with(year)),
        };
        Error::new(kind).help(help).on(span)
    }

    /// A change in a share of GDP is one in points.
    fn change_of_base(&self, number: Decimal, base: Base) -> Error {
        let rest = self.rest();
        let kind = Kind::TextLeftOver { text: self.text[rest.clone()].to_owned() };
        let help = match base {
            Base::Gdp => {
                format!("a change in the share of GDP is in points: `{number} pp more than in {EXAMPLE_YEAR}`")
            }
            Base::Gni | Base::DefenceSpending | Base::GdpOf(_) => {
                "a change is in points of GDP, in money, or in per cent of what was spent".to_owned()
            }
        };
        Error::new(kind).help(help).on(rest)
    }

    /// What a figure without a unit may be a change of: an amount in the money of the speaker.
    pub(super) fn example(&self, figure: Figure, unit: Unit) -> Step {
        let scale = match unit {
            Unit::Money(money) => money.scale,
            Unit::Missing | Unit::Percent(_) | Unit::Points | Unit::Times => None,
        };
        let amount: Amount = figure.amount(scale, self.speaker.currency.unwrap_or(Currency::EXAMPLE));
        Step::Amount(amount)
    }

    /// The next number as a year.
    pub(super) fn next_year(&self) -> Option<Year> {
        self.peek().filter(|token| token.shape == Shape::Number)?.text.parse().ok()
    }

    pub(super) fn is_before_a_number(&self) -> bool {
        self.peek().is_some_and(|token| token.shape == Shape::Number)
    }
}

/// `0.2 pp more than in 2025`
pub(super) fn more(step: Step, year: Year) -> String {
    Quantity::Relative { to: Relation::More(step), year }.to_string()
}

//! What a share is a share of.

use crate::error::{Error, Kind, Result};
use crate::quantity::Year;

use crate::pledge::Base;
use crate::pledge::reader::Reader;
use crate::pledge::token::Shape;

/// Words before a base that say no more of it.
const OWN: &[&str] = &["the", "our", "their", "your", "my", "a", "nominal", "annual", "national"];

/// Words that go on behind a base.
const BEHIND: &[&str] = &["in", "by", "from", "over", "on", "to", "and", ".", ",", ";"];

impl Reader<'_> {
    /// What stands behind `of`, if that follows.
    pub(super) fn base(&mut self) -> Result<Option<Base>> {
        let from = self.at();
        if !self.take_word("of") {
            return Ok(None);
        }
        self.take_word("its");
        match self.bare_base() {
            Some(Base::Gdp) => self.year_of_gdp().map(Some),
            Some(base) => Ok(Some(base)),
            None => Err(self.unknown_base(from)),
        }
    }

    /// A base without `of`.
    pub(super) fn bare_base(&mut self) -> Option<Base> {
        let phrases: [(Base, &[&[&str]]); 3] = [
            (Base::Gdp, &[&["gdp"], &["gross", "domestic", "product"]]),
            (Base::Gni, &[&["gni"], &["gnp"], &["gross", "national", "income"], &["gross", "national", "product"]]),
            (Base::DefenceSpending, &[&["defence", "spending"], &["defence", "expenditure"]]),
        ];
        phrases.into_iter().find(|(_, phrases)| self.take_one_of(phrases)).map(|(base, _)| base)
    }

    /// `of 2021` behind GDP.
    fn year_of_gdp(&mut self) -> Result<Base> {
        let mut ahead = *self;
        if !ahead.take_word("of") || ahead.peek().is_none_or(|token| token.shape != Shape::Number) {
            return Ok(Base::Gdp);
        }
        *self = ahead;
        self.year().map(Base::GdpOf)
    }

    /// A calendar year.
    pub(super) fn year(&mut self) -> Result<Year> {
        let from = self.at();
        let Some(token) = self.take(Shape::Number) else {
            let kind = Kind::NotAYear { text: self.text[self.rest()].to_owned() };
            return Err(Error::new(kind).help("write four digits, as `2026`").on(self.rest()));
        };
        let help = token.text.contains('/').then(|| "write the calendar year that holds most of its months".to_owned());
        token.text.parse().map_err(|error: Error| error.maybe_help(help).on(self.span(from)))
    }

    fn unknown_base(&mut self, from: usize) -> Error {
        let mut ahead = *self;
        ahead.advance();
        let own = OWN.iter().any(|word| self.is_next(word));
        let bases = "a share is of `GDP`, `GNI`, `GDP of 2021` or `defence spending`";
        let help = match ahead.bare_base().filter(|_| own) {
            Some(base) => format!("write `of {base}`"),
            None if self.is_next("defense") => "write `of defence spending`".to_owned(),
            None => format!("{bases}; where it was of something else, write the amount that was said"),
        };
        while self.peek().is_some_and(|token| token.shape == Shape::Word && !BEHIND.iter().any(|word| token.is(word))) {
            self.advance();
        }
        let kind = Kind::UnknownBase { text: self.said(from).to_owned() };
        Error::new(kind).help(help).on(self.span(from))
    }
}

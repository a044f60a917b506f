//! The grammar of pledges: `[ qualifier ] quantity`.
//!
//! A quantity is `number "%" [ "of" ( "GDP" | "defence spending" ) ]`, `number [ scale ] currency` or
//! `currency number [ scale ]`.

use crate::error::{Error, Kind, Result};
use crate::quantity::{Currency, Decimal, Digits, Scale, Share};

use super::token::{Shape, Token, split};
use super::words::{QUALIFIERS, is_known, unknown};
use super::{Amount, Base, Pledge, Qualifier, Quantity};

/// Reads a pledge whole.
pub(super) fn parse(text: &str) -> Result<Pledge> {
    let tokens = split(text)?;
    if tokens.is_empty() {
        let kind = Kind::EmptyPledge {};
        return Err(Error::new(kind).help("write a pledge such as `4% of GDP`"));
    }
    let mut reader = Reader { text, tokens: &tokens, at: 0 };
    let (qualifier, words) = reader.qualifier().unwrap_or((Qualifier::Exactly, ""));
    let second = reader.at;
    if let Some((_, again)) = reader.qualifier().filter(|_| !words.is_empty()) {
        let kind = Kind::TwoQualifiers { first: words.to_owned(), second: again.to_owned() };
        return Err(Error::new(kind).help("keep the one that was said").on(reader.span(second, reader.at)));
    }
    let quantity = reader.quantity()?;
    reader.end(&Pledge { qualifier, quantity })
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at)
    }

    /// The next token if it has this shape.
    fn take(&mut self, shape: Shape) -> Option<&'t Token<'t>> {
        let token = self.peek().filter(|token| token.shape == shape)?;
        self.at += 1;
        Some(token)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.is(word));
        self.at += usize::from(found);
        found
    }

    /// The bytes from one token up to another.
    fn span(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.tokens.get(from).map_or(self.text.len(), |token| token.span.start);
        let end = to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.span.end);
        start..end.max(start)
    }

    /// A qualifier and the words that said it.
    fn qualifier(&mut self) -> Option<(Qualifier, &'t str)> {
        let rest = &self.tokens[self.at..];
        let (qualifier, length) = QUALIFIERS.iter().find_map(|(qualifier, phrases)| {
            let said =
                |phrase: &&&str| phrase.split(' ').enumerate().all(|(i, w)| rest.get(i).is_some_and(|t| t.is(w)));
            phrases.iter().find(said).map(|phrase| (*qualifier, phrase.split(' ').count()))
        })?;
        let words = &self.text[self.span(self.at, self.at + length)];
        self.at += length;
        Some((qualifier, words))
    }

    fn quantity(&mut self) -> Result<Quantity> {
        if let Some(currency) = self.currency() {
            let number = self.number()?;
            let scale = self.scale();
            return Ok(Quantity::Amount(Amount { number, scale, currency }));
        }
        let start = self.at;
        let number = self.number()?;
        if self.take(Shape::Percent).is_some() {
            return Ok(Quantity::Share { share: Share::from_percent(number), base: self.base()? });
        }
        let scale = self.scale();
        let Some(currency) = self.currency() else { return Err(self.no_unit(start)) };
        Ok(Quantity::Amount(Amount { number, scale, currency }))
    }

    fn number(&mut self) -> Result<Decimal> {
        let start = self.at;
        let Some(token) = self.take(Shape::Number) else { return Err(self.no_number()) };
        if self.take(Shape::Number).is_some() {
            while self.take(Shape::Number).is_some() {}
            let span = self.span(start, self.at);
            let said = &self.text[span.clone()];
            let help = match said.contains('-') {
                true => "a pledge has one figure, as `at least 3%` or `about 3%`".to_owned(),
                false => format!("write the digits without blanks: `{}`", said.split_whitespace().collect::<String>()),
            };
            return Err(Error::new(Kind::NotANumber { text: said.to_owned() }).help(help).on(span));
        }
        let sign = self.peek().filter(|next| next.shape == Shape::Percent && next.span.start == token.span.end);
        let end = sign.map_or(token.span.end, |sign| sign.span.end);
        let unit = sign.map_or("", |sign| sign.text);
        let number = Digits::PLEDGE
            .parse_positive(token.text, unit)
            .and_then(|number| no_leading_zero(token.text, unit, number));
        number.map_err(|error| error.on(token.span.start..end))
    }

    fn scale(&mut self) -> Scale {
        let scale =
            self.peek().filter(|token| token.shape == Shape::Word).and_then(|token| Scale::from_word(token.text));
        self.at += usize::from(scale.is_some());
        scale.unwrap_or(Scale::One)
    }

    fn currency(&mut self) -> Option<Currency> {
        let token = self.peek().filter(|token| matches!(token.shape, Shape::Word | Shape::Sign))?;
        let currency = Currency::from_word(token.text)?;
        self.at += 1;
        Some(currency)
    }

    fn base(&mut self) -> Result<Base> {
        if !self.take_word("of") || self.take_word("gdp") {
            return Ok(Base::Gdp);
        }
        if self.take_word("defence") && self.take_word("spending") {
            return Ok(Base::DefenceSpending);
        }
        let span = self.peek().map_or(self.text.len()..self.text.len(), |token| token.span.clone());
        let kind = match &self.text[span.clone()] {
            "" => Kind::MissingUnit { number: self.text.trim().to_owned() },
            word => Kind::UnknownWord { text: word.to_owned() },
        };
        Err(Error::new(kind).help("write `of GDP` or `of defence spending`").on(span))
    }

    /// The error of a number without a unit, or with a word that is none.
    fn no_unit(&self, start: usize) -> Error {
        let said = &self.text[self.span(start, self.at)];
        let Some(token) = self.peek() else {
            let currency = Currency::EXAMPLE;
            let way_out = match self.at - start {
                1 => format!("write `{said}%` or an amount such as `{said} million {currency}`"),
                _ => format!("write a currency: `{said} {currency}`"),
            };
            return Error::new(Kind::MissingUnit { number: said.to_owned() })
                .help(way_out)
                .on(self.span(start, self.at));
        };
        if ["percent", "per", "pct", "pp", "procent"].iter().any(|word| token.is(word)) {
            let to = self.at + 1 + usize::from(self.tokens.get(self.at + 1).is_some_and(|next| next.is("cent")));
            let kind = Kind::UnknownWord { text: self.text[self.span(self.at, to)].to_owned() };
            return Error::new(kind).help(format!("write `{said}%`")).on(self.span(self.at, to));
        }
        unknown(token)
    }

    /// The error of a text that has no number where one belongs.
    fn no_number(&self) -> Error {
        match self.peek() {
            Some(token) if token.shape == Shape::Word && !is_known(token) => unknown(token),
            _ => {
                let kind = Kind::MissingNumber { text: self.text.trim().to_owned() };
                Error::new(kind)
                    .help(format!("write a figure, as `about 5% of GDP` or `7.2 million {}`", Currency::EXAMPLE))
                    .on(0..self.text.len())
            }
        }
    }

    /// The pledge, if nothing stands behind it.
    fn end(&mut self, pledge: &Pledge) -> Result<Pledge> {
        let start = self.at;
        let Some(token) = self.peek() else { return Ok(*pledge) };
        if let Some((_, words)) = self.qualifier() {
            let bare = &self.text[..token.span.start].trim_end();
            let kind = Kind::TextLeftOver { text: words.to_owned() };
            return Err(Error::new(kind)
                .help(format!("write it first: `{words} {bare}`"))
                .on(self.span(start, self.at)));
        }
        if token.shape == Shape::Word && !is_known(token) {
            return Err(unknown(token));
        }
        let rest = token.span.start..self.text.trim_end().len();
        let kind = Kind::TextLeftOver { text: self.text[rest.clone()].to_owned() };
        let way_out =
            if token.is("gdp") { "write `of GDP`".to_owned() } else { format!("the pledge ends after `{pledge}`") };
        Err(Error::new(kind).help(way_out).on(rest))
    }
}

/// The number, unless it is written with a zero too many: canonical text has one form for each number.
fn no_leading_zero(text: &str, unit: &str, number: Decimal) -> Result<Decimal> {
    if !text.starts_with('0') || text.starts_with("0.") {
        return Ok(number);
    }
    let bare = text.trim_start_matches('0');
    let zero = if bare.starts_with('.') { "0" } else { "" };
    let kind = Kind::NotANumber { text: format!("{text}{unit}") };
    Err(Error::new(kind).help(format!("write no leading zero: `{zero}{bare}{unit}`")))
}

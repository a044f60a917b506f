//! Why a figure cannot be read, and what to write.

use crate::error::{Error, Kind};
use crate::quantity::{Currency, Scale, Share, Year};

use crate::pledge::reader::Reader;
use crate::pledge::token::{Shape, Token};
use crate::pledge::words::{foreign, is_known, way_out};
use crate::pledge::{Base, Quantity, Relation, Step};

use super::change::{EXAMPLE_YEAR, more};
use super::figure::{Figure, Unit};

impl Reader<'_> {
    /// The error of a word or a sign that the language does not have where it stands.
    pub(super) fn unknown(&self, token: Token<'_>) -> Error {
        if token.shape == Shape::RunTogether {
            let number = Token::read(self.text, token.end()).map_or("", |number| number.text);
            let kind = Kind::MissingBlank { text: format!("{}{number}", token.text) };
            let help = match token.text.eq_ignore_ascii_case("fy") {
                true if number.contains('/') => format!("write `{number}`"),
                true => "write a fiscal year as `2027/28`".to_owned(),
                false => format!("write a blank: `{} {number}`", token.text),
            };
            return Error::new(kind).help(help).on(token.start..token.end() + number.len());
        }
        let code = "write the code of the currency, its three letters".to_owned();
        Error::new(Kind::UnknownWord { text: token.text.to_owned() })
            .help(format!("write a pledge such as `at least 4% of GDP` or `about 1 billion {}`", Currency::EXAMPLE))
            .maybe_help(Some(code).filter(|_| token.shape == Shape::Sign))
            .maybe_help(way_out(token.text))
            .on(token.start..token.end())
    }

    /// The error of a text that has no number where one belongs: of the word before it that the language does not have.
    pub(super) fn no_number(&mut self, from: usize) -> Error {
        if let Some(error) = self.peek().and_then(|token| self.signed(token, from)) {
            return error;
        }
        let (mut ahead, mut strange) = (*self, Vec::new());
        while let Some(token) = ahead.peek().filter(|token| token.shape != Shape::Number) {
            let is_strange = token.shape == Shape::RunTogether || !is_known(token.text);
            strange.extend(Some(token).filter(|token| is_strange && token.shape != Shape::Dash));
            ahead.advance();
        }
        let told = strange.iter().find(|token| token.shape == Shape::RunTogether || way_out(token.text).is_some());
        let next = ahead.peek();
        told.or(strange.first()).map_or_else(
            || next.map_or_else(|| self.missing_number(), |next| self.misplaced(next)),
            |token| self.unknown(*token),
        )
    }

    /// The error of known words that stand before the `number`, where the figure belongs.
    fn misplaced(&self, number: Token<'_>) -> Error {
        let words = self.at()..self.text[..number.start].trim_end().len();
        let is_last = self.text[number.end()..].trim().is_empty();
        let help = match (self.peek().and_then(|first| foreign(first.text)), number.text.parse::<Year>().ok()) {
            (Some(help), _) => help.to_owned(),
            (None, Some(year)) if is_last => format!("write how much, as `100% that of {year}`"),
            (None, _) => {
                "write the figure first, or behind `at least`, `at most` or `about`, and its years last".to_owned()
            }
        };
        Error::new(Kind::NotANumber { text: self.text[words.clone()].to_owned() }).help(help).on(words)
    }

    fn missing_number(&self) -> Error {
        let kind = Kind::MissingNumber { text: self.text.trim().to_owned() };
        let help = format!("write a figure, as `about 5% of GDP` or `7.2 million {}`", Currency::EXAMPLE);
        Error::new(kind).help(help).on(0..self.text.len())
    }

    /// The error of a number with a sign: a change, which has to name its year.
    fn signed(&mut self, sign: Token<'_>, from: usize) -> Option<Error> {
        let is_less = sign.shape == Shape::Dash;
        let mut ahead = *self;
        ahead.advance();
        let number = ahead.peek().filter(|next| next.shape == Shape::Number && (is_less || sign.text == "+"))?;
        let figure = ahead.figure();
        let end = if self.text[number.end()..].starts_with('%') { number.end() + 1 } else { number.end() };
        let text = self.text[from..end].to_owned();
        let kind = if is_less && figure.is_ok() { Kind::NotPositive { text } } else { Kind::NotANumber { text } };
        let year: Year = EXAMPLE_YEAR.parse().ok()?;
        let less = |step| Quantity::Relative { to: Relation::Less(step), year }.to_string();
        let show = |step| format!("`{}`", if is_less { less(step) } else { more(step, year) });
        let shown = match figure.ok() {
            Some(Figure { number, unit: Unit::Percent(Some(Base::Gdp)) | Unit::Points }) => show(Step::Points(number)),
            Some(Figure { number, unit: Unit::Percent(_) }) => {
                format!("{} or {}", show(Step::Points(number)), show(Step::Share(Share::from_percent(number))))
            }
            Some(figure) => show(ahead.example_or(figure)),
            None => return Some(Error::new(kind).help("write a number above zero, without a sign").on(from..end)),
        };
        Some(Error::new(kind).help(format!("a change names its year: {shown}")).on(from..end))
    }

    /// The change that a figure in money is, in the money that it names.
    fn example_or(&self, figure: Figure) -> Step {
        match figure.unit {
            Unit::Money(money) => match money.currency {
                Some(currency) => Step::Amount(figure.amount(money.scale, currency)),
                None => self.example(figure, figure.unit),
            },
            Unit::Missing | Unit::Percent(_) | Unit::Points | Unit::Times => self.example(figure, figure.unit),
        }
    }

    /// What to write where a number is followed by a word that is no unit, but says one.
    fn other_unit(&self, has_scale: bool) -> Option<&'static str> {
        let (next, mut ahead) = (self.peek()?, *self);
        ahead.advance();
        let is_part = ahead.is_before_a_number() && ahead.next_year().is_none();
        match next.text.to_ascii_lowercase().as_str() {
            word if has_scale && Scale::from_word(word).is_some() => {
                Some("write one scale: a thousand million is a billion")
            }
            "and" | "per" => Some("write the share in `%`, a fraction in decimals, as `2.5%`"),
            "in" | "of" if is_part => Some("write the share in `%`"),
            "points" => foreign("points"),
            "+" => Some("write `at least` before the number"),
            _ => None,
        }
    }

    /// The error of a number without a unit, or with a word that is none.
    pub(super) fn no_unit(&self, from: usize) -> Error {
        let said = self.said(from);
        let has_scale = said.ends_with(char::is_alphabetic);
        let missing = |help: String| Error::new(Kind::MissingUnit { number: said.to_owned() }).help(help);
        let currency = self.speaker.currency.unwrap_or(Currency::EXAMPLE);
        if let Some(help) = self.other_unit(has_scale) {
            return missing(help.to_owned()).on(self.span(from));
        }
        if self.is_next("of") && !has_scale {
            return missing(format!("write `%` behind the number: `{said}%`")).on(self.span(from));
        }
        match self.peek() {
            Some(token) if !(token.shape == Shape::Word && is_known(token.text)) => {
                let unit = format!("write a scale, as `million`, and the code of a currency, as `{currency}`");
                let known = token.shape == Shape::RunTogether || way_out(token.text).is_some();
                self.unknown(token).maybe_help(Some(unit).filter(|_| !known))
            }
            Some(_) | None if has_scale => {
                missing(format!("write a currency: `{said} {currency}`")).on(self.span(from))
            }
            Some(_) | None => {
                missing(format!("write `{said}%` or an amount such as `{said} million {currency}`")).on(self.span(from))
            }
        }
    }
}

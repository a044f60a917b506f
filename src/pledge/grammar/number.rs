//! The number of a figure, above zero and without a sign.

use crate::error::{Error, Kind, Result};
use crate::quantity::{Decimal, Digits};

use crate::pledge::reader::Reader;
use crate::pledge::token::{Shape, Token};

impl Reader<'_> {
    pub(super) fn number(&mut self) -> Result<Decimal> {
        let from = self.at();
        let Some(token) = self.take(Shape::Number) else { return Err(self.no_number(from)) };
        if self.peek().is_some_and(|next| next.shape == Shape::Number) {
            return Err(self.spaced(from));
        }
        let sign = self.peek().filter(|next| next.shape == Shape::Percent && next.start == token.end());
        let end = sign.map_or(token.end(), |sign| sign.end());
        let unit = sign.map_or("", |sign| sign.text);
        let number =
            Digits::PLEDGE.parse_positive(token.text, unit).and_then(|number| no_leading_zero(token, unit, number));
        number.map_err(|error| error.on(token.start..end))
    }

    /// The error of digits with blanks between them.
    fn spaced(&mut self, from: usize) -> Error {
        while self.take(Shape::Number).is_some() {}
        let said = self.said(from);
        let mut groups = said.split_whitespace().skip(1);
        let help = if said.contains('/') {
            "write the fraction in decimals, as `2.5`".to_owned()
        } else if groups.all(|group| group.split('.').next().is_some_and(|digits| digits.len() == 3)) {
            format!("write the digits without blanks: `{}`", said.split_whitespace().collect::<String>())
        } else {
            "write one number; years stand behind the figure, as `in 2026`".to_owned()
        };
        Error::new(Kind::NotANumber { text: said.to_owned() }).help(help).on(self.span(from))
    }
}

/// The number, unless it is written with a zero too many: canonical text has one form for each number.
fn no_leading_zero(token: Token<'_>, unit: &str, number: Decimal) -> Result<Decimal> {
    let text = token.text;
    if !text.starts_with('0') || text.starts_with("0.") {
        return Ok(number);
    }
    let bare = text.trim_start_matches('0');
    let zero = if bare.starts_with('.') { "0" } else { "" };
    let kind = Kind::NotANumber { text: format!("{text}{unit}") };
    Err(Error::new(kind).help(format!("write no leading zero: `{zero}{bare}{unit}`")))
}

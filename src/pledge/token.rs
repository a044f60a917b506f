//! A pledge as words, numbers and signs, each with its place.

use std::ops::Range;

use crate::error::{Error, Kind, Result};
use crate::quantity::Currency;

/// What a run of characters is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, or signs that the language does not have.
    Word,
    /// A digit with everything that people write inside numbers.
    Number,
    /// `%`
    Percent,
    /// A currency's sign, as `€`.
    Sign,
}

/// A run of characters that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) shape: Shape,
    pub(super) text: &'t str,
    pub(super) span: Range<usize>,
}

impl Token<'_> {
    /// Whether the token is this word, in any case.
    pub(super) fn is(&self, word: &str) -> bool {
        self.shape == Shape::Word && self.text.to_lowercase() == word
    }
}

/// Splits a pledge into tokens.
///
/// # Errors
/// A word runs into a number.
pub(super) fn split(text: &str) -> Result<Vec<Token<'_>>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (shape, length) = measure(&text[at..], first);
        let token = Token { shape, text: &text[at..at + length], span: at..at + length };
        if let Some(before) = tokens.last().filter(|before| runs_together(before, &token)) {
            let both = before.span.start..token.span.end;
            let kind = Kind::MissingBlank { text: text[both.clone()].to_owned() };
            return Err(Error::new(kind).help(format!("write a blank: `{} {}`", before.text, token.text)).on(both));
        }
        tokens.push(token);
        at += length;
    }
    Ok(tokens)
}

/// Words need a blank before a number; nothing else needs one.
fn runs_together(before: &Token<'_>, token: &Token<'_>) -> bool {
    let letters = before.text.ends_with(char::is_alphabetic);
    before.span.end == token.span.start && before.shape == Shape::Word && token.shape == Shape::Number && letters
}

fn measure(rest: &str, first: char) -> (Shape, usize) {
    let second_is_digit = rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
    match first {
        '%' => (Shape::Percent, first.len_utf8()),
        _ if Currency::is_sign(first) => (Shape::Sign, first.len_utf8()),
        _ if first.is_ascii_digit() => (Shape::Number, number_length(rest)),
        '.' | ',' | '+' | '-' | '\u{2212}' if second_is_digit => {
            (Shape::Number, first.len_utf8() + number_length(&rest[first.len_utf8()..]))
        }
        _ => (Shape::Word, word_length(rest, first)),
    }
}

/// Digits and what people write between them, an exponent included.
fn number_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let exponent =
            matches!(c, 'e' | 'E') && next.is_some_and(|next| next.is_ascii_digit() || matches!(next, '+' | '-'));
        let sign = matches!(c, '+' | '-') && rest[..at].ends_with(['e', 'E']);
        if !(c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '\'') || exponent || sign) {
            return at;
        }
    }
    rest.len()
}

/// Letters with hyphens between them, or a run of signs.
fn word_length(rest: &str, first: char) -> usize {
    let letters = first.is_alphabetic();
    let belongs = |c: char| match letters {
        true => c.is_alphabetic() || c == '-',
        false => !(c.is_alphanumeric() || c.is_whitespace() || c == '%' || Currency::is_sign(c)),
    };
    rest.find(|c| !belongs(c)).unwrap_or(rest.len()).max(first.len_utf8())
}

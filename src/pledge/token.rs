//! The words, numbers and signs of a pledge.

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
    /// A hyphen or a dash between two figures, or a minus before one.
    Dash,
    /// A currency's sign, as `€` or `US$`.
    Sign,
    /// A word that runs into a number.
    RunTogether,
}

/// A run of characters that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) shape: Shape,
    pub(super) text: &'t str,
    /// The byte at which it starts.
    pub(super) start: usize,
}

impl<'t> Token<'t> {
    /// The first token from a byte of the text on.
    pub(super) fn read(text: &'t str, from: usize) -> Option<Self> {
        let rest = behind_a_stop(text, from).trim_start();
        let (shape, length) = measure(rest, rest.chars().next()?);
        Some(Self { shape, text: &rest[..length], start: text.len() - rest.len() })
    }

    /// The byte behind it.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the token is this word, in any case.
    pub(super) fn is(&self, word: &str) -> bool {
        self.shape == Shape::Word && self.text.eq_ignore_ascii_case(word)
    }
}

/// The text from a byte on, without a full stop behind an abbreviation or at the end.
fn behind_a_stop(text: &str, from: usize) -> &str {
    let (before, rest) = text.split_at(from);
    let Some(behind) = rest.strip_prefix('.') else { return rest };
    let is_short = before.ends_with(char::is_alphabetic) && behind.starts_with(char::is_whitespace);
    let is_last = !before.is_empty() && behind.trim_start().is_empty();
    if is_short || is_last { behind } else { rest }
}

fn measure(rest: &str, first: char) -> (Shape, usize) {
    let behind = &rest[first.len_utf8()..];
    match first {
        '%' => (Shape::Percent, 1),
        '-' | '–' | '\u{2212}' => (Shape::Dash, first.len_utf8()),
        '0'..='9' => (Shape::Number, number_length(rest)),
        '.' | ',' if behind.starts_with(|c: char| c.is_ascii_digit()) => (Shape::Number, 1 + number_length(behind)),
        _ if Currency::is_sign(first) => (Shape::Sign, first.len_utf8()),
        _ if first.is_alphabetic() => word(rest),
        _ => (Shape::Word, strange_length(rest)),
    }
}

/// Digits and what people write between them, an exponent included; a stop at the end is none of them.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_end = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let belongs = |at: usize| match bytes[at] {
        b'0'..=b'9' | b'_' | b'\'' => true,
        b'.' | b',' => !is_end(at + 1),
        b'/' => is_digit(at + 1),
        b'e' | b'E' => is_digit(at + 1) || matches!(bytes.get(at + 1), Some(b'+' | b'-')) && is_digit(at + 2),
        b'+' | b'-' => matches!(bytes[at - 1], b'e' | b'E'),
        _ => false,
    };
    (1..bytes.len()).find(|at| !belongs(*at)).unwrap_or(bytes.len())
}

/// Letters with hyphens between them, a currency's sign at their end; a number may not follow without a blank.
fn word(rest: &str) -> (Shape, usize) {
    let belongs =
        |at: usize, c: char| c.is_alphabetic() || (c == '-' && rest[at + 1..].starts_with(char::is_alphabetic));
    let length = rest.char_indices().find(|(at, c)| !belongs(*at, *c)).map_or(rest.len(), |(at, _)| at);
    match rest[length..].chars().next() {
        Some(c) if Currency::is_sign(c) => (Shape::Sign, length + c.len_utf8()),
        Some(c) if c.is_ascii_digit() => (Shape::RunTogether, length),
        _ => (Shape::Word, length),
    }
}

/// A run of signs that the language does not have.
fn strange_length(rest: &str) -> usize {
    let ends = |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '%' | '-') || Currency::is_sign(c);
    let first = rest.chars().next().map_or(0, char::len_utf8);
    rest[first..].find(ends).map_or(rest.len(), |at| first + at)
}

//! What may not stand behind a pledge.

use crate::error::{Error, Kind};
use crate::quantity::Year;

use crate::pledge::reader::Reader;
use crate::pledge::token::Shape;
use crate::pledge::words::is_known;
use crate::pledge::{Qualifier, Sentence};

/// Words between one pledge and another.
const JOINERS: &[&str] = &["and", "then", "plus", "+", ",", ";", "&"];

/// Qualifiers that are said behind the figure.
const BEHIND: &[(&[&[&str]], Qualifier)] = &[
    (
        &[&["or", "more"], &["or", "above"], &["and", "above"], &["or", "higher"], &["minimum"], &["at", "least"]],
        Qualifier::AtLeast,
    ),
    (&[&["or", "less"], &["or", "below"], &["and", "below"], &["maximum"], &["at", "most"]], Qualifier::AtMost),
];

impl Reader<'_> {
    /// The error of what stands behind a sentence, if something does.
    pub(super) fn end(&mut self, sentence: &Sentence) -> Option<Error> {
        let token = self.peek()?;
        if let Some(error) = self.second_pledge(sentence).or_else(|| self.qualifier_behind(sentence)) {
            return Some(error);
        }
        let left_over = |help: &str| {
            let kind = Kind::TextLeftOver { text: self.text[self.rest()].to_owned() };
            Some(Error::new(kind).help(help).on(self.rest()))
        };
        if let Some(base) = { *self }.bare_base() {
            return left_over(&format!("write `of {base}` behind the share"));
        }
        let mut ahead = *self;
        ahead.advance();
        let is_dated = ahead.is_before_a_number();
        match token.text.to_ascii_lowercase().as_str() {
            "for" | "between" if is_dated => left_over(
                "write `in 2024-2026` for each of these years, `over 2024-2026` for all together, or `on average over 2024-2026`",
            ),
            "above" | "below" | "under" if is_dated => left_over("a change names its year, as `20% more than in 2024`"),
            "over" => left_over("name the years, as `over 2024-2026`"),
            "in" | "by" | "from" => left_over("name the year, as `in 2026`, `by 2035` or `from 2027`"),
            word if token.shape != Shape::Number && (token.shape == Shape::RunTogether || !is_known(word)) => {
                Some(self.unknown(token))
            }
            year if year.parse::<Year>().is_ok() => {
                left_over(&format!("write `in {year}`, `by {year}` or `from {year}`"))
            }
            _ => left_over(
                "a pledge is one figure with its qualifier and its years; what else was said belongs into a `note`",
            ),
        }
    }

    /// The error of a second pledge in the sentence.
    fn second_pledge(&self, sentence: &Sentence) -> Option<Error> {
        let mut ahead = *self;
        while ahead.peek().is_some_and(|token| JOINERS.contains(&token.text.to_ascii_lowercase().as_str())) {
            ahead.advance();
        }
        let (at, mut search) = (ahead.at(), ahead);
        if at == self.at() {
            return None;
        }
        while search.peek()?.shape != Shape::Number {
            search.advance();
        }
        let second = ahead.sentence().ok().filter(|_| ahead.peek().is_none());
        let help = second.map_or("write two, one for each figure".to_owned(), |second| {
            format!("write two: `{sentence}` and `{second}`")
        });
        let kind = Kind::TwoPledges { second: self.text[self.rest()].to_owned() };
        Some(Error::new(kind).help(help).on(self.rest()))
    }

    /// The error of a qualifier that stands last.
    fn qualifier_behind(&self, sentence: &Sentence) -> Option<Error> {
        let mut ahead = *self;
        let (_, qualifier) = BEHIND.iter().find(|(phrases, _)| ahead.take_one_of(phrases))?;
        let (from, words) = (self.at(), ahead.said(self.at()).to_owned());
        if ahead.peek().is_some() {
            return None;
        }
        let pledge = sentence.pledge;
        let error = match pledge.qualifier {
            Qualifier::Exactly => {
                let first =
                    Sentence { pledge: crate::pledge::Pledge { qualifier: *qualifier, ..pledge }, ..sentence.clone() };
                Error::new(Kind::TextLeftOver { text: words }).help(format!("write it first: `{first}`"))
            }
            own => {
                let kind = Kind::TwoQualifiers { first: own.prefix().trim_end().to_owned(), second: words };
                Error::new(kind).help("keep the one that was said")
            }
        };
        Some(error.on(ahead.span(from)))
    }
}

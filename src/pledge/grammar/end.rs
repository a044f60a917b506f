//! What may not stand behind a pledge.

use crate::error::{Error, Kind};
use crate::quantity::{Currency, Year};

use crate::pledge::reader::Reader;
use crate::pledge::token::{Shape, Token};
use crate::pledge::words::{foreign, is_known, way_out};
use crate::pledge::{Pledge, Qualifier, Sentence};

/// Words between one pledge and another.
const JOINERS: &[&str] = &["and", "then", "plus", "+", ",", ";", "&"];

/// What a pledge is, where something else stands behind it.
const ONE_FIGURE: &str =
    "a pledge is one figure with its qualifier and its years; what else was said belongs into a `note`";

/// Words that make another figure of the one before them.
const OTHER_FIGURE: &[&str] =
    &["real", "prices", "constant", "inflation", "month", "monthly", "week", "quarter", "day"];

/// Qualifiers that are said behind the figure.
const BEHIND: &[(&[&[&str]], Qualifier)] = &[
    (
        &[
            &["or", "more"],
            &["or", "above"],
            &["and", "above"],
            &["or", "higher"],
            &["minimum"],
            &["at", "least"],
            &["at", "minimum"],
            &["at", "a", "minimum"],
            &["plus"],
            &["+"],
        ],
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
        Some(match ({ *self }.bare_base(), token.shape) {
            (Some(base), _) => self.left_over(format!("write `of {base}` behind the share")),
            (None, Shape::RunTogether) => self.unknown(token),
            (None, Shape::Number) => match token.text.parse::<Year>() {
                Ok(_) if self.text[token.end()..].trim_start().starts_with(['-', '–']) => {
                    self.left_over(format!("write `in {}`", &self.text[self.rest()]))
                }
                Ok(year) => self.left_over(format!("write `in {year}`, `by {year}` or `from {year}`")),
                Err(_) => self.left_over(ONE_FIGURE),
            },
            (None, Shape::Dash) => self.left_over(ONE_FIGURE),
            (None, Shape::Word | Shape::Percent | Shape::Sign) => self.word_behind(token, sentence),
        })
    }

    fn left_over(&self, help: impl Into<String>) -> Error {
        let kind = Kind::TextLeftOver { text: self.text[self.rest()].to_owned() };
        Error::new(kind).help(help).on(self.rest())
    }

    /// The error of a word behind a pledge: most begin a tail that names no years.
    fn word_behind(&self, token: Token<'_>, sentence: &Sentence) -> Error {
        if self.changes_the_figure(token, sentence) {
            return self.left_over("write what it comes to for a year, in the money of that year");
        }
        let mut ahead = *self;
        ahead.advance();
        let (is_dated, next) = (ahead.is_before_a_number(), ahead.peek());
        match token.text.to_ascii_lowercase().as_str() {
            "for" | "between" if is_dated => self.left_over(
                "write `in 2024-2026` for each of these years, `over 2024-2026` for all together, or `on average over 2024-2026`",
            ),
            "above" | "below" | "under" if is_dated => {
                self.left_over("a change names its year, as `20% more than in 2024`")
            }
            "on" if ahead.is_next("average") => self.left_over("name its years, as `on average over 2026-2029`"),
            "over" => self.left_over("name the years, as `over 2024-2026`"),
            "in" | "by" | "from" => match next.filter(|next| way_out(next.text).is_some()) {
                Some(next) => self.unknown(next),
                None => self.left_over("name the year, as `in 2026`, `by 2035` or `from 2027`"),
            },
            "up" if ahead.is_next("to") => self.left_over("name both years: `in 2024-2026` for each of these years, `over 2024-2026` for all together"),
            "on" | "per" => self.left_over(ONE_FIGURE),
            word if is_known(word) => self.left_over(foreign(word).unwrap_or(ONE_FIGURE)),
            word => {
                self.unknown(token).maybe_help(Some(ONE_FIGURE.to_owned()).filter(|_| way_out(word).is_none()))
            }
        }
    }

    /// Whether words behind a pledge make another figure of it: other prices, or another span than a year.
    fn changes_the_figure(&self, token: Token<'_>, sentence: &Sentence) -> bool {
        let is_money = Currency::from_word(token.text).is_some() || Currency::sharing(token.text).is_some();
        let words = self.text[self.rest()].split(|c: char| !c.is_alphanumeric());
        let mut words = words.map(str::to_ascii_lowercase);
        (is_money && sentence.when.is_some()) || words.any(|word| OTHER_FIGURE.contains(&word.as_str()))
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
        if ahead.next_year().is_some() && sentence.pledge.relative_to().is_some() && sentence.when.is_none() {
            return Some(self.left_over("a change is set against one year"));
        }
        if ahead.next_year().is_some() {
            return Some(
                self.left_over("write years that follow each other as `in 2026-2027`, and else a pledge for each"),
            );
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
        let (pledge, own) = (sentence.pledge, sentence.pledge.qualifier);
        let error = if own == Qualifier::Exactly {
            let first = Sentence { pledge: Pledge { qualifier: *qualifier, ..pledge }, ..sentence.clone() };
            Error::new(Kind::TextLeftOver { text: words }).help(format!("write it first: `{first}`"))
        } else {
            let kind = Kind::TwoQualifiers { first: own.prefix().trim_end().to_owned(), second: words };
            Error::new(kind).help("keep the one that was said")
        };
        Some(error.on(ahead.span(from)))
    }
}

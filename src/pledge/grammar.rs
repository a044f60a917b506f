//! The grammar of pledges, `[ qualifier ] quantity [ tail ]`: each part reads its words and leaves the rest.

mod base;
mod change;
mod end;
mod figure;
mod number;
mod range;
mod refusal;
mod tail;

use crate::error::{Error, Kind, Result};

use super::reader::Reader;
use super::token::Shape;
use super::words::{AVERAGE, QUALIFIERS};
use super::{Pledge, Qualifier, Quantity, Sentence, Speaker, When};

/// Reads a sentence whole.
pub(super) fn read(text: &str, speaker: Speaker) -> Result<Sentence> {
    let mut reader = Reader::new(text, speaker);
    if reader.peek().is_none() {
        return Err(Error::new(Kind::EmptyPledge {}).help("write a pledge such as `4% of GDP`"));
    }
    let sentence = reader.sentence()?;
    if let Some(error) = reader.end(&sentence) {
        return Err(error);
    }
    let years = sentence.when.map_or(Ok(()), |when| sentence.pledge.check_years(when));
    years.map_err(|error| error.on(sentence.tail.clone())).map(|()| sentence)
}

/// The error of `from 2% to 3%` by a year, which may be a rise to the second.
pub(super) fn rise(pledge: &Pledge, by: &str) -> Error {
    let range = pledge.to_string();
    let by = if by.is_empty() { String::new() } else { format!(" {by}") };
    let reached = range.split_once(" to ").map_or("", |(_, reached)| reached);
    let help = format!("write what is to be reached, `{reached}{by}`, or the range without `from`: `{range}{by}`");
    Error::new(Kind::QualifiedRange { qualifier: "from".to_owned(), range }).help(help)
}

impl<'t> Reader<'t> {
    fn sentence(&mut self) -> Result<Sentence> {
        let leads = self.take_one_of(AVERAGE);
        let first = self.qualifier();
        let from = self.at();
        if let Some(((_, first), (_, second))) = first.and_then(|first| Some((first, self.qualifier()?))) {
            let kind = Kind::TwoQualifiers { first: first.to_owned(), second: second.to_owned() };
            return Err(Error::new(kind).help("keep the one that was said").on(self.span(from)));
        }
        let (qualifier, said) = first.unwrap_or((Qualifier::Exactly, ""));
        let is_mean = leads || self.take_one_of(AVERAGE);
        let (start, may_rise) = (self.at(), self.is_next("from"));
        let pledge = Pledge { qualifier, quantity: self.quantity(said)? };
        let from = self.at();
        let when = self.tail(&pledge, is_mean)?;
        if may_rise && matches!(when, Some(When::By(_))) {
            return Err(rise(&pledge, self.said(from)).on(self.span(start)));
        }
        Ok(Sentence { pledge, when, tail: self.span(from) })
    }

    /// A qualifier and the words that said it.
    fn qualifier(&mut self) -> Option<(Qualifier, &'t str)> {
        let from = self.peek().filter(|token| token.shape == Shape::Word)?.start;
        let (qualifier, _) = QUALIFIERS.iter().find(|(_, phrases)| self.take_one_of(phrases))?;
        Some((*qualifier, self.said(from)))
    }

    /// A figure, a range of two, or one set against the spending of a year.
    fn quantity(&mut self, qualifier: &str) -> Result<Quantity> {
        let from = self.at();
        if let Some(relation) = self.multiple() {
            return self.that_of(relation, from);
        }
        let opener = self.range_opener();
        let low = self.figure()?;
        if self.range_joiner(opener) {
            let ahead = *self;
            let high = self.figure()?;
            if let Some(year) = (!high.has_unit()).then(|| ahead.next_year()).flatten() {
                return Err(self.range_to_a_year(year, from));
            }
            return self.range(low, high, from, qualifier);
        }
        match opener {
            Some(_) => Err(self.half_a_range(from)),
            None => self.alone(low, from),
        }
    }
}

//! For which years a pledge is made.

use crate::error::{Error, Kind, Result};
use crate::quantity::YearRange;

use crate::pledge::reader::Reader;
use crate::pledge::token::Shape;
use crate::pledge::words::{BY, YEARLY};
use crate::pledge::{Pledge, Quantity, When};

/// Words before the years of a mean.
const MEAN: &[&str] = &["over", "in", "for", "between"];

impl Reader<'_> {
    /// The years, if the words name any; `a year` by itself names none.
    pub(super) fn tail(&mut self, pledge: &Pledge, is_mean: bool) -> Result<Option<When>> {
        let from = self.at();
        let is_yearly = self.take_one_of(YEARLY);
        let yearly = self.said(from);
        let when = if is_mean || self.takes_an_average() { Some(self.mean(pledge, from)?) } else { self.when(pledge)? };
        let help = match when {
            Some(When::Sum(years) | When::Mean(years)) if is_yearly => {
                format!("write `in {years}` for each of these years, or leave it out")
            }
            Some(When::By(year)) if is_yearly => format!("leave it out: a pledge by {year} is for that year"),
            Some(When::Each(_) | When::From(_) | When::Sum(_) | When::Mean(_) | When::By(_)) | None => return Ok(when),
        };
        let kind = Kind::TextLeftOver { text: yearly.to_owned() };
        Err(Error::new(kind).help(help).on(from..from + yearly.len()))
    }

    fn when(&mut self, pledge: &Pledge) -> Result<Option<When>> {
        let is_amount = matches!(pledge.quantity, Quantity::Amount(_) | Quantity::Amounts { .. });
        let from = self.at();
        Ok(Some(if self.takes_before_a_number(&["in"]) {
            When::Each(self.years()?)
        } else if self.takes_before_a_number(&["from"]) {
            self.onwards(from)?
        } else if BY.iter().any(|words| self.takes_before_a_number(words)) {
            let year = self.year()?;
            self.take_words(&["at", "the", "latest"]);
            When::By(year)
        } else if self.takes_before_a_number(&["over"]) || (is_amount && self.takes_before_a_number(&["for"])) {
            When::Sum(self.several_years(from)?)
        } else if is_amount && self.takes_before_a_number(&["between"]) {
            When::Sum(self.years_between(from)?)
        } else {
            return Ok(None);
        }))
    }

    fn takes_before_a_number(&mut self, words: &[&str]) -> bool {
        if !words.first().is_some_and(|first| self.is_next(first)) {
            return false;
        }
        let mut ahead = *self;
        let found = ahead.take_words(words) && ahead.is_before_a_number() && !ahead.is_before_a_count();
        if found {
            *self = ahead;
        }
        found
    }

    /// Whether the next number counts years, as in `over 5 years`.
    fn is_before_a_count(&self) -> bool {
        let mut ahead = *self;
        ahead.advance();
        ahead.is_next("years") || ahead.is_next("year")
    }

    /// `on average` before its years.
    fn takes_an_average(&mut self) -> bool {
        let mut ahead = *self;
        let found =
            ahead.take_words(&["on", "average"]) && MEAN.iter().any(|word| { ahead }.takes_before_a_number(&[word]));
        if found {
            *self = ahead;
        }
        found
    }

    /// `2026`, `2026-2030` or `2026 to 2030`, each of them a calendar or a fiscal year.
    fn years(&mut self) -> Result<YearRange> {
        let (from, first) = (self.at(), self.take(Shape::Number).map_or("", |token| token.text));
        let mut ahead = *self;
        let is_open = ahead.take(Shape::Dash).is_some() || ahead.take_word("to");
        let fiscal = self.speaker.fiscal_year;
        let years = match ahead.take(Shape::Number) {
            Some(last) if is_open => {
                *self = ahead;
                YearRange::between(first, last.text, fiscal)
            }
            Some(_) | None => YearRange::parse(first, fiscal),
        };
        years.map_err(|error| error.on(self.span(from)))
    }

    /// Years of which there is more than one: `20% over 2024` is set against it, if anything.
    fn several_years(&mut self, from: usize) -> Result<YearRange> {
        let years = self.years()?;
        if years.first() < years.last() {
            return Ok(years);
        }
        let kind = Kind::TextLeftOver { text: self.said(from).to_owned() };
        let help = format!("write `in {years}` for that year, or `more than in {years}` behind what is set against it");
        Err(Error::new(kind).help(help).on(self.span(from)))
    }

    /// `2024 and 2026`, behind the `between` of words that begin at a byte.
    fn years_between(&mut self, words: usize) -> Result<YearRange> {
        let (from, first) = (self.at(), self.take(Shape::Number).map_or("", |token| token.text));
        let joined = self.take_word("and") || self.take(Shape::Dash).is_some();
        let Some(last) = self.take(Shape::Number).filter(|_| joined) else {
            let span = words..self.rest().end;
            let kind = Kind::TextLeftOver { text: self.text[span.clone()].to_owned() };
            return Err(Error::new(kind).help("name both years, as `between 2024 and 2026`").on(span));
        };
        YearRange::between(first, last.text, self.speaker.fiscal_year).map_err(|error| error.on(self.span(from)))
    }

    /// Each year from one on; with an end nobody can tell whether each or all together are meant.
    fn onwards(&mut self, from: usize) -> Result<When> {
        let first = self.year()?;
        let mut ahead = *self;
        let joined = ahead.take_word("to") || ahead.take(Shape::Dash).is_some();
        let Some(last) = ahead.take(Shape::Number).filter(|_| joined) else { return Ok(When::From(first)) };
        let kind = Kind::TextLeftOver { text: ahead.said(from).to_owned() };
        let years = format!("{first}-{}", last.text);
        let help = format!("write `in {years}` for each of these years, or `over {years}` for all together");
        Err(Error::new(kind).help(help).on(ahead.span(from)))
    }

    /// A mean is one of shares.
    fn mean(&mut self, pledge: &Pledge, from: usize) -> Result<When> {
        let years = if self.takes_before_a_number(&["between"]) {
            self.years_between(from)?
        } else if MEAN.iter().any(|word| self.takes_before_a_number(&[word])) {
            self.several_years(from)?
        } else {
            let kind = Kind::TextLeftOver { text: "on average".to_owned() };
            return Err(Error::new(kind)
                .help("name its years, as `on average over 2026-2029`, in a book by `mean = true`")
                .on(from..self.rest().end));
        };
        if pledge.base().is_some() {
            return Ok(When::Mean(years));
        }
        let kind = Kind::MeanOfNoShare { pledge: pledge.to_string() };
        let help = format!("write `in {years}` for each year by itself, or what all come to with `over {years}`");
        Err(Error::new(kind).help(help).on(self.span(from)))
    }
}

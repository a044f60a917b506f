//! What moved a share between two points: spending, GDP or the definition.

mod derivation; // where each figure of it comes from
mod ends; // which figures are asked for at either end
mod gap; // the pledge that a gap is to
mod known; // what is known there
mod notes; // what a reader of the rows has to know
pub(super) mod points; // the ends and what moved them, for a picture

use crate::analysis::{Change, Effect, Parts};
use crate::book::{Book, Observation};
use crate::error::{self, Errors, Noun, Result};
use crate::quantity::{Country, Date, Ratio, Year};
use crate::table::{Cell, Column, Role, Step, Table, columns};

use super::cells::{millions, money, quotient};
use super::derivations::Derivation;
use super::once::Once;
use super::{Query, Question};
use ends::ends;
use gap::Gap;
use known::Known;

pub(super) const QUESTION: Question =
    Question { name: "why", about: "what moved a share between two points: spending, GDP or the definition", build };

pub(super) const DERIVATION: Derivation = Derivation { name: "why", build: derivation };

pub(super) const COLUMNS: &[Column] =
    &[columns::PART, columns::FROM, columns::TO, columns::EFFECT_MILLION, columns::EFFECT_PP];

/// How many digits of a share, and of what moves it, are printed.
const PLACES: u32 = 2;

/// What one end of a change is of, where that differs from what is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// What was known on a day.
    Day(Date),
    /// The figures of a year.
    Year(Year),
    /// Those of one publisher.
    Publisher(String),
    /// Those under one definition, by its id.
    Definition(String),
}

impl Point {
    /// The point that a word means: a year, a day, or one of those who publish spending of these countries, or a
    /// definition.
    ///
    /// ```
    /// use pledgebook::{book::Book, question::Point};
    /// let book = Book::embedded()?;
    /// assert_eq!(Point::named(&book, &[book.country], "2025-11")?, Point::Day("2025-11".parse()?));
    /// assert_eq!(Point::named(&book, &[book.country], "MoD")?, Point::Publisher("MoD".to_owned()));
    /// assert_eq!(Point::named(&book, &[book.country], "nato")?, Point::Definition("nato".to_owned()));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// It is none of them; the way out names the nearest.
    pub fn named(book: &Book, countries: &[Country], word: &str) -> Result<Self> {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            let year = (word.len() == 4).then(|| word.parse().map(Self::Year));
            return year.unwrap_or_else(|| word.parse().map(Self::Day));
        }
        if book.definition(word).is_some() {
            return Ok(Self::Definition(word.to_owned()));
        }
        let is_of_it = |row: &&Observation| countries.contains(&row.country) && row.measure.has_definition();
        let publishers = || book.observations.iter().filter(is_of_it).map(|row| row.publisher.as_str());
        if publishers().any(|publisher| publisher == word) {
            return Ok(Self::Publisher(word.to_owned()));
        }
        let known = publishers().chain(book.definitions.iter().map(|definition| definition.id.as_str()));
        Err(error::unknown_name(Noun::Point, word, known, "write a year, a day, a publisher or a definition"))
    }
}

/// What is known at both ends, and what moved the share between them.
struct Why<'b> {
    from: Known<'b>,
    to: Known<'b>,
    /// The money of the second end under the definition of the first, where that differs.
    alike: Option<Known<'b>>,
    /// The pledge to which the gap is split in the place of the share.
    gap: Option<Gap<'b>>,
    parts: Parts,
}

/// That what is asked about is a change: two ends that differ, of figures that can be set side by side, and a pledge that asks for as
/// much of a year, if any is asked about.
///
/// # Errors
/// It is not; the way out names the choices.
pub fn check_change(query: &Query<'_>) -> Result<()> {
    ends(query)?;
    Gap::of(query).map(|_| ())
}

impl<'b> Why<'b> {
    fn of(query: &Query<'b>) -> Result<Self> {
        let [from, to] = ends(query)?;
        let gap = Gap::of(query)?;
        let (from, to) = (Known::at(query, from, "--from")?, Known::at(query, to, "--to")?);
        let differs = from.end.definition.id != to.end.definition.id;
        let alike = differs.then(|| Known::alike(query, &from, &to)).transpose()?;
        let money = alike.as_ref().map_or(to.at.money, |alike| alike.at.money);
        let change = Change { alike: money, ..Change::new(from.at, to.at) };
        let parts = gap.as_ref().map_or_else(|| change.of_share(), |gap| change.of_gap(gap.target))?;
        Ok(Self { from, to, alike, gap, parts })
    }

    /// The money of the second end that is compared with that of the first.
    fn compared(&self) -> &Known<'b> {
        self.alike.as_ref().unwrap_or(&self.to)
    }

    /// The share at an end, or what is missing there to the pledge, in points.
    fn percent(&self, at: &Known<'_>) -> Result<Ratio> {
        self.gap.as_ref().map_or_else(|| at.at.share(), |gap| Ok(at.at.gap_to(gap.target)?.points))
    }

    /// What moved the share, with what that was at both ends.
    fn moved(&self) -> Vec<(Role, [Cell; 2], Effect)> {
        let Self { from, to, parts, .. } = self;
        let spent = |known: &Known<'_>| money(Some(known.at.money)).of_kind(known.row.kind);
        let mut moved = vec![
            (Role::BySpending, [spent(from), spent(self.compared())], parts.spending),
            (Role::ByGdp, [from.gdp.cell(), to.gdp.cell()], parts.gdp),
        ];
        let definition = |alike| (Role::ByDefinition, [spent(alike), spent(to)], parts.definition);
        moved.extend(self.alike.as_ref().map(definition));
        moved
    }

    fn rows(&self) -> Result<Vec<Vec<Cell>>> {
        let row = |part: &str, [from, to]: [Cell; 2], effect: Effect| {
            vec![Cell::name(part), from, to, millions(Some(effect.million)), quotient(Some(effect.points), PLACES)]
        };
        let total = |known: &Known<'_>| {
            Ok::<_, crate::Error>(quotient(Some(self.percent(known)?), PLACES).of_kind(known.kind()))
        };
        let parts = self.moved().into_iter().map(|(part, ends, effect)| row(part.word(), ends, effect));
        let mut rows: Vec<Vec<Cell>> = parts.collect();
        rows.push(row("total", [total(&self.from)?, total(&self.to)?], self.parts.total));
        Ok(rows)
    }

    /// The documents that it rests on.
    fn sources(&self) -> Once {
        let mut sources = Once::default();
        sources.extend([&self.from, &self.to].into_iter().chain(&self.alike).flat_map(Known::sources));
        sources.extend(self.gap.iter().map(|gap| gap.commitment.source.id.as_str()));
        sources
    }
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let why = Why::of(query)?;
    let mut table = query.table(QUESTION.name, COLUMNS, why.rows()?, why.sources().names());
    table.notes.extend(notes::notes(&why)?);
    Ok(table)
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    Ok(derivation::step(query, &Why::of(query)?)?)
}

//! Which verdicts are others than they were, and because of what.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::book::{Book, Kind};
use crate::error::Result;
use crate::quantity::{Country, Date, YearRange};
use crate::table::{Cell, Column, Table, columns};
use crate::verdict::{Judgement, Measure, Spent, Verdict};

use super::super::Query;
use super::super::judgements::judgements;
use super::mixture::{Cause, known, mixture};

/// The columns where several countries are asked about; where it is one, the first is left out.
const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::MEASURE,
    columns::PUBLISHER,
    columns::OLD_VERDICT,
    columns::NEW_VERDICT,
    columns::CAUSE,
];

/// A verdict that is another one than it was, in a year of a commitment and on the figure of one publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// What is judged.
    pub judged: Judged,
    /// The verdict as it was, with the kind of its figure; nothing where there was none.
    pub then: Option<Ruled>,
    /// The verdict as it is.
    pub now: Option<Ruled>,
    /// What made it another one: each without which, or by which alone, some verdict between the two would be another one.
    pub causes: Vec<Cause>,
}

/// What is judged: a commitment in its years, on a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Judged {
    /// The country.
    pub country: Country,
    /// The commitment, by its id.
    pub commitment: String,
    /// The year, or the years together; none where no figure was pledged.
    pub years: Option<YearRange>,
    /// By what the year is read, and who published it, which of years together may change; nothing where there is no figure.
    pub on: Option<(Measure, Option<String>)>,
}

/// A verdict, and the kind and the publishers of the figure that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// The verdict.
    pub verdict: Verdict,
    /// The kind of the figure, where there is one.
    pub kind: Option<Kind>,
    /// Who published it.
    pub publisher: Option<String>,
}

type Verdicts = BTreeMap<Judged, Ruled>;

/// The verdicts of two states of a book that differ, in order of country, commitment and year.
///
/// What made a verdict another one is found by setting each thing that it rests on by itself to what it was or is, whatever the
/// others are: `spending` is a cause if some GDP, definition and pledge of the two states give one verdict with the old spending
/// and another one with the new.
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn flips(earlier: &Query<'_>, later: &Query<'_>) -> Result<Vec<Flip>> {
    let mut ends = [known(&Query { countries: Some(later.countries()), ..earlier.clone() }), known(later)];
    let day = earlier.as_of.max(later.as_of);
    let [then, now] = [verdicts(&ends[0], later, day)?, verdicts(&ends[1], later, day)?];
    let word = |verdicts: &Verdicts, judged: &Judged| of(verdicts, judged).map(|ruled| ruled.verdict);
    let judged: BTreeSet<&Judged> = alone(&then, &now).chain(alone(&now, &then)).collect();
    let flipped: Vec<&Judged> = judged.into_iter().filter(|one| word(&then, one) != word(&now, one)).collect();
    if flipped.is_empty() {
        return Ok(Vec::new());
    }
    let keys: BTreeSet<_> = flipped.iter().map(|one| one.key()).collect();
    for end in &mut ends {
        end.commitments.retain(|own| keys.contains(&own.key()));
    }
    let mixtures = 0..1_usize << Cause::ALL.len();
    let book = |mixture_of: usize| mixture(|cause| &ends[mixture_of >> cause as usize & 1]);
    let mixed: Vec<Verdicts> = mixtures.map(|of| verdicts(&book(of), later, day)).collect::<Result<_>>()?;
    let moves = |judged: &Judged, cause: Cause| {
        let other = |at: usize| word(&mixed[at ^ 1 << cause as usize], judged);
        (0..mixed.len()).any(|at| word(&mixed[at], judged) != other(at))
    };
    let stands = |book: &Book, one: &Judged| book.commitment(&one.commitment, one.country).is_some();
    let flip = |one: &Judged| {
        let causes = match ends.iter().all(|book| stands(book, one)) {
            true => Cause::ALL.iter().copied().filter(|cause| moves(one, *cause)).collect(),
            false => vec![Cause::Pledge],
        };
        Flip { judged: one.clone(), then: of(&then, one).cloned(), now: of(&now, one).cloned(), causes }
    };
    Ok(flipped.into_iter().map(flip).collect())
}

/// The verdicts on what a book says, each commitment under its own definition and on its own basis.
fn verdicts(book: &Book, asked: &Query<'_>, day: Date) -> Result<Verdicts> {
    let query = Query { countries: Some(asked.countries()), years: asked.years, ..Query::new(book, day) };
    Ok(judgements(&query)?.iter().map(|judgement| (Judged::of(judgement), Ruled::of(judgement))).collect())
}

/// The verdict on a figure, else the one on the same years without a figure.
fn of<'v>(verdicts: &'v Verdicts, judged: &Judged) -> Option<&'v Ruled> {
    verdicts.get(judged).or_else(|| verdicts.get(&Judged { on: None, ..judged.clone() }))
}

/// What is judged in one state, without years that have no figure there and one in the other state, where they are found by that.
fn alone<'v>(own: &'v Verdicts, other: &'v Verdicts) -> impl Iterator<Item = &'v Judged> {
    own.keys().filter(|judged| {
        let next = other.range((Bound::Excluded(*judged), Bound::Unbounded)).next();
        judged.on.is_some() || next.is_none_or(|(next, _)| Judged { on: None, ..next.clone() } != **judged)
    })
}

impl Judged {
    fn of(judgement: &Judgement<'_>) -> Self {
        let (commitment, spent) = (judgement.commitment, judgement.spent.as_ref());
        let years = judgement.case.as_ref().map(|case| case.outcome.years);
        let is_together = years.is_some_and(|years| years.first() != years.last());
        let on = spent.map(|spent| (spent.measure, (!is_together).then(|| spent.publisher())));
        Self { country: commitment.country, commitment: commitment.id.clone(), years, on }
    }

    /// As [`Commitment::key`].
    fn key(&self) -> (&str, Country) {
        (&self.commitment, self.country)
    }
}

impl Ruled {
    fn of(judgement: &Judgement<'_>) -> Self {
        let spent = judgement.spent.as_ref();
        Self { verdict: judgement.verdict, kind: spent.map(Spent::kind), publisher: spent.map(Spent::publisher) }
    }
}

/// The verdicts that flip, as a table.
pub(super) fn table(query: &Query<'_>, flips: &[Flip]) -> Table {
    let columns = if query.countries().len() > 1 { COLUMNS } else { &COLUMNS[1..] };
    let rows = flips.iter().map(|flip| row(flip).split_off(COLUMNS.len() - columns.len())).collect();
    let count = match flips.len() {
        0 => "no verdict flips".to_owned(),
        1 => "1 verdict flips".to_owned(),
        count => format!("{count} verdicts flip"),
    };
    Table { notes: vec![count], ..query.table("flips", columns, rows, &[]) }
}

fn row(flip: &Flip) -> Vec<Cell> {
    let (judged, both) = (&flip.judged, [&flip.then, &flip.now]);
    let publisher = both.iter().rev().find_map(|ruled| ruled.as_ref()?.publisher.clone());
    let [then, now] = both.map(|ruled| {
        let ruled = ruled.as_ref();
        Cell::maybe(ruled.map(|ruled| ruled.verdict)).of_kind(ruled.and_then(|ruled| ruled.kind))
    });
    let causes: Vec<&str> = flip.causes.iter().map(|cause| cause.word()).collect();
    vec![
        judged.country.into(),
        Cell::name(&*judged.commitment),
        Cell::maybe(judged.years),
        Cell::maybe(judged.on.as_ref().map(|(measure, _)| *measure)),
        Cell::text(publisher.unwrap_or_default()),
        then,
        now,
        Cell::name(causes.join(", ")),
    ]
}

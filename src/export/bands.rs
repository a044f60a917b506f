//! Between which GDP the words of a row stay as they are: a verdict holds up to some GDP, and another one beyond.
//!
//! Each word holds in one stretch of GDP, so that two ends with the same words have nothing else between them. Where they differ the
//! GDP at which the words change is found digit by digit, to the last of the six behind the point that a scenario file may state.

use std::collections::BTreeMap;

use crate::book::Commitment;
use crate::error::Errors;
use crate::quantity::Ratio;
use crate::table::{Column, columns};

use super::trial::{Asked, MOST, Millionths, Rows, Seen, Span, millions};

/// A row of an answer, and between which GDP its words are these.
pub(super) struct Band {
    pub(super) span: Span,
    /// GDP, both ends included; neither where the words are the same on any.
    pub(super) between: Option<[Millionths; 2]>,
    /// What the row shows on some GDP.
    pub(super) shown: Vec<(Ratio, Vec<Seen>)>,
}

/// What was answered of a commitment on which GDP, span by span.
struct Answers<'b> {
    commitment: &'b Commitment,
    columns: &'static [Column],
    rows: BTreeMap<Span, BTreeMap<Millionths, Rows>>,
}

/// Every row of the answer about a commitment in these spans, in their order.
pub(super) fn bands<'b>(
    asked: &mut Asked<'_, 'b>,
    commitment: &'b Commitment,
    spans: &[Span],
) -> Result<Vec<Band>, Errors> {
    let mut answers = Answers { commitment, columns: asked.columns(), rows: BTreeMap::new() };
    let is_whole = |span: &&Span| span.missing.is_none();
    answers.see(asked, spans.iter().map(|span| (*span, span.least())).collect())?;
    answers.see(asked, spans.iter().filter(is_whole).map(|span| (*span, MOST)).collect())?;
    let mut step = MOST.ilog10();
    loop {
        let gaps = answers.gaps();
        answers.see(
            asked,
            gaps.into_iter().flat_map(|(span, ends)| between(ends, step).map(move |gdp| (span, gdp))).collect(),
        )?;
        let Some(finer) = step.checked_sub(1) else { break };
        step = finer;
    }
    let found: Vec<(Span, usize, [Millionths; 2])> = spans.iter().flat_map(|span| answers.stretches(*span)).collect();
    answers.see(asked, found.iter().filter_map(|(span, _, ends)| Some((*span, middle(*ends)?))).collect())?;
    let band = |(span, row, [least, most]): &(Span, usize, [Millionths; 2])| {
        let whole = span.missing.is_some() || (*least, *most) == (span.least(), MOST);
        let on = [Some(*least), middle([*least, *most]), Some(*most).filter(|most| most > least)];
        let shown = on
            .into_iter()
            .flatten()
            .filter_map(|gdp| Some((millions(gdp), answers.rows.get(span)?.get(&gdp)?.get(*row)?.clone())));
        // there is no more to look at, but fractions of a million more to state
        let most = if *most == MOST { MOST + 999_999 } else { *most };
        Band { span: *span, between: (!whole).then_some([*least, most]), shown: shown.collect() }
    };
    Ok(found.iter().map(band).collect())
}

/// Round GDP between two ends, as far apart as a power of ten.
fn between([least, most]: [Millionths; 2], power: u32) -> impl Iterator<Item = Millionths> {
    let step = 10u128.pow(power);
    (least / step + 1..).map(move |times| times * step).take_while(move |gdp| *gdp < most)
}

/// GDP of few digits between two ends, if there is any.
fn middle([least, most]: [Millionths; 2]) -> Option<Millionths> {
    (0..=MOST.ilog10()).rev().find_map(|power| between([least, most], power).next())
}

impl<'b> Answers<'b> {
    /// Looks at the answer on such GDP.
    fn see(&mut self, asked: &mut Asked<'_, 'b>, trials: Vec<(Span, Millionths)>) -> Result<(), Errors> {
        let mut of_spans: BTreeMap<Span, Vec<Millionths>> = BTreeMap::new();
        trials.into_iter().for_each(|(span, gdp)| of_spans.entry(span).or_default().push(gdp));
        for (span, trials) in of_spans {
            let rows = asked.rows(self.commitment, span, &trials)?;
            self.rows.entry(span).or_default().extend(trials.into_iter().zip(rows));
        }
        Ok(())
    }

    /// Neighbouring GDP between which the words of some row change.
    fn gaps(&self) -> Vec<(Span, [Millionths; 2])> {
        let mut gaps = Vec::new();
        for (span, seen) in &self.rows {
            for ((least, below), (most, above)) in seen.iter().zip(seen.iter().skip(1)) {
                let differs = below.iter().zip(above).any(|(below, above)| !self.alike(below, above));
                gaps.extend((differs && most - least > 1).then_some((*span, [*least, *most])));
            }
        }
        gaps
    }

    /// From which GDP to which the words of each row of a span are the same.
    fn stretches(&self, span: Span) -> Vec<(Span, usize, [Millionths; 2])> {
        let seen: Vec<_> = self.rows.get(&span).into_iter().flatten().collect();
        let rows = seen.first().map_or(0, |(_, rows)| rows.len());
        let of_row = |row: usize| {
            let runs = seen.chunk_by(move |(_, below), (_, above)| self.alike(&below[row], &above[row]));
            runs.filter_map(move |run| Some((span, row, [*run.first()?.0, *run.last()?.0]))).collect::<Vec<_>>()
        };
        (0..rows).flat_map(of_row).collect()
    }

    /// Whether two rows have the same words, and figures in the same columns; a reason may name figures.
    fn alike(&self, one: &[Seen], other: &[Seen]) -> bool {
        let is_alike = |(column, (one, other)): (&Column, (&Seen, &Seen))| match (one, other) {
            _ if column.name == columns::REASON.name => true,
            (Seen::Figure(..), Seen::Figure(..)) => true,
            (one, other) => one == other,
        };
        self.columns.iter().zip(one.iter().zip(other)).all(is_alike)
    }
}

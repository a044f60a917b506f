//! Was each pledge kept, by how much, and on which figures?

use std::collections::BTreeSet;

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::evaluate::Gdp;
use crate::gdp::feed::FedScenario;
use crate::quantity::Country;
use crate::table::{Cell, Citation, Column, Table, Value, columns};
use crate::verdict::{Case, Judge, Judgement, Spent};

use super::cells::{gdp_cell, gdp_of, millions, named, quotient, spent_money};
use super::converted::Conversion;
use super::judgements::{InLines, by_commitment, cited, under_fed};
use super::once::Once;
use super::{Query, Question, totals};

pub(super) const QUESTION: Question =
    Question { name: "verdicts", about: "was each pledge kept, by how much, and on which figures", build };

/// Columns without a heading are for programs: marks and the reason say the same to people.
const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::MEASURE,
    columns::BASIS,
    columns::GDP_MILLION,
    columns::GDP_KIND.for_programs(),
    columns::GDP_PUBLISHER.for_programs(),
    columns::GDP_VINTAGE.for_programs(),
    columns::PLEDGED_MILLION,
    columns::PLEDGED_PCT.for_programs(),
    columns::SPENT_MILLION,
    columns::SPENT_PCT,
    columns::SPENT_PCT_LOW.for_programs(),
    columns::SPENT_PCT_HIGH.for_programs(),
    columns::PUBLISHED_PCT.for_programs(),
    columns::SPENT_KIND.for_programs(),
    columns::SPENT_PUBLISHER,
    columns::SPENT_VINTAGE.for_programs(),
    columns::GAP_MILLION,
    columns::GAP_MILLION_LOW.for_programs(),
    columns::GAP_MILLION_HIGH.for_programs(),
    columns::GAP_PP.for_programs(),
    columns::BREAKEVEN_GDP_MILLION.for_programs(),
    columns::BREAKEVEN_PCT.for_programs(),
    columns::UNACCOUNTED_MILLION.for_programs(),
    columns::VERDICT,
    columns::REASON,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(table(query)?)
}

/// The verdicts as a table.
pub(super) fn table(query: &Query<'_>) -> Result<Table> {
    let (mut rows, mut sources, mut addends) = (Vec::new(), Once::default(), Vec::new());
    for (_, judged) in by_commitment(query) {
        for judgement in judged? {
            sources.extend(cited(&judgement));
            rows.push(row(&judgement)?);
            addends.extend(query.total.then_some(judgement));
        }
    }
    rows.extend(totals::rows(query, &addends, COLUMNS)?);
    Ok(query.table(QUESTION.name, COLUMNS, rows, sources.names()))
}

/// The verdicts under scenarios that were brought along, one scenario after another.
pub(crate) struct FedVerdicts<'q, 'b> {
    query: &'q Query<'b>,
    judge: Judge<'b>,
    lines: InLines<'b>,
    conversion: Option<Conversion<'q, 'b>>,
    sources: Once,
}

impl<'q, 'b> FedVerdicts<'q, 'b> {
    /// Those whose rows stand below those of a table.
    ///
    /// # Errors
    /// Two rates between which nothing chooses.
    pub(crate) fn below(query: &'q Query<'b>, table: &Table) -> Result<Self> {
        let mut verdicts = Self::of(query)?;
        verdicts.sources.extend(table.sources.iter().map(|own| own.id.as_str()));
        Ok(verdicts)
    }

    /// Those that are asked for.
    ///
    /// # Errors
    /// As [`FedVerdicts::below`].
    pub(crate) fn of(query: &'q Query<'b>) -> Result<Self> {
        let (judge, lines, conversion) = (query.judge(), InLines::of(query), Conversion::of(query, COLUMNS)?);
        Ok(Self { query, judge, lines, conversion, sources: Once::default() })
    }

    /// The columns of the rows.
    pub(crate) fn columns() -> &'static [Column] {
        COLUMNS
    }

    /// The rows under a scenario; `told` are the countries that those before had lines about.
    ///
    /// # Errors
    /// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
    pub(crate) fn under(&mut self, fed: &FedScenario, told: &mut BTreeSet<Country>) -> Result<Vec<Vec<Cell>>> {
        let judged: Vec<_> = self.lines.under(fed, told).collect();
        let mut rows = Vec::new();
        for commitment in judged {
            rows.extend(self.of_commitment(commitment, fed)?);
        }
        Ok(rows)
    }

    /// The rows of one commitment under a scenario.
    ///
    /// # Errors
    /// As [`FedVerdicts::under`].
    pub(crate) fn of_commitment(&mut self, commitment: &'b Commitment, fed: &FedScenario) -> Result<Vec<Vec<Cell>>> {
        let mut rows = Vec::new();
        for judgement in under_fed(self.query, &self.judge, commitment, fed)? {
            self.sources.extend(cited(&judgement));
            rows.push(Conversion::row_of(&mut self.conversion, row(&judgement)?)?);
        }
        Ok(rows)
    }

    /// The documents that all rows so far rest on.
    pub(crate) fn sources(&self) -> Vec<Citation> {
        let rates = self.conversion.iter().flat_map(|conversion| conversion.sources.names());
        self.query.citations(&self.sources.names().iter().chain(rates).cloned().collect::<Vec<_>>())
    }
}

fn row(judgement: &Judgement<'_>) -> Result<Vec<Cell>> {
    let (commitment, case, measured) = (judgement.commitment, judgement.case.as_ref(), &judgement.measured);
    let spent = judgement.spent.as_ref();
    let ends = measured.percent_ends.as_ref();
    let gap_end = |at: usize| millions(measured.gap_ends.map(|ends| ends[at]));
    let break_even = measured.break_even.as_ref();
    let verdict = Cell::from(judgement.verdict).of_kind(spent.map(Spent::kind));
    let mut cells = Vec::with_capacity(COLUMNS.len());
    cells.extend(named(commitment, case, judgement.measure()));
    cells.extend(gdp_cells(gdp_of(judgement)));
    cells.extend([
        millions(case.map(Case::millions).transpose()?.flatten()),
        quotient(case.map(Case::percent).transpose()?.flatten(), 2),
    ]);
    cells.extend([
        spent_money(spent),
        quotient(measured.percent, 2),
        quotient(ends.and_then(|ends| ends.low), 3),
        quotient(ends.and_then(|ends| ends.high), 3),
    ]);
    cells.extend(spent_by(spent));
    cells.extend([
        millions(measured.gap),
        gap_end(0),
        gap_end(1),
        quotient(measured.gap_points, 2),
        Cell::maybe(break_even.map(|even| Value::MoneyQuotient(even.gdp))),
        quotient(break_even.map(|even| even.distance), 2),
        millions(judgement.unaccounted),
        verdict,
        Cell::text(&*judgement.reason),
    ]);
    Ok(cells)
}

fn gdp_cells(gdp: Option<&Gdp>) -> [Cell; 4] {
    [
        gdp_cell(gdp),
        Cell::maybe(gdp.map(|gdp| gdp.kind)),
        Cell::text(gdp.map(|gdp| gdp.publishers.join("+")).unwrap_or_default()),
        Cell::maybe(gdp.and_then(|gdp| gdp.vintage)),
    ]
}

/// The published share, the kind, the publisher and the vintage.
fn spent_by(spent: Option<&Spent<'_>>) -> [Cell; 4] {
    let Some(spent) = spent else { return [const { Cell::UNKNOWN }; 4] };
    [
        quotient(spent.share().map(|row| row.value.into()), 2),
        spent.kind().into(),
        Cell::text(spent.publisher()),
        Cell::maybe(spent.vintage()),
    ]
}

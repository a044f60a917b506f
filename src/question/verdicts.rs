//! Was each pledge kept, by how much, and on which figures?

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::book::{Basis, Commitment, Definition};
use crate::error::{Errors, Result};
use crate::evaluate::Gdp;
use crate::gdp::Path;
use crate::quantity::{Country, Decimal, Money, Ratio, YearRange};
use crate::table::{Cell, Column, Content, Table, Value};
use crate::verdict::{Case, Judge, Judgement, Spent};

use super::{Query, Question, kind_of, mark, totals};

pub(super) const QUESTION: Question =
    Question { name: "verdicts", about: "was each pledge kept, by how much, and on which figures", build };

/// Columns without a heading are for programs: marks and the reason say the same to people.
pub(super) const COLUMNS: &[Column] = &[
    Column { name: "country", heading: "country", content: Content::Name },
    Column { name: "commitment", heading: "commitment", content: Content::Name },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "definition", heading: "definition", content: Content::Text },
    Column { name: "basis", heading: "GDP basis", content: Content::Text },
    Column { name: "gdp_million", heading: "GDP, m", content: Content::Figure },
    Column { name: "gdp_kind", heading: "", content: Content::Name },
    Column { name: "gdp_publisher", heading: "", content: Content::Name },
    Column { name: "gdp_vintage", heading: "", content: Content::Name },
    Column { name: "pledged_million", heading: "pledged, m", content: Content::Figure },
    Column { name: "pledged_pct", heading: "", content: Content::Figure },
    Column { name: "spent_million", heading: "spent, m", content: Content::Figure },
    Column { name: "spent_pct", heading: "spent, %", content: Content::Figure },
    Column { name: "spent_pct_low", heading: "", content: Content::Figure },
    Column { name: "spent_pct_high", heading: "", content: Content::Figure },
    Column { name: "published_pct", heading: "", content: Content::Figure },
    Column { name: "spent_kind", heading: "", content: Content::Name },
    Column { name: "spent_publisher", heading: "figures of", content: Content::Text },
    Column { name: "spent_vintage", heading: "", content: Content::Name },
    Column { name: "gap_million", heading: "gap, m", content: Content::Figure },
    Column { name: "gap_million_low", heading: "", content: Content::Figure },
    Column { name: "gap_million_high", heading: "", content: Content::Figure },
    Column { name: "gap_pp", heading: "", content: Content::Figure },
    Column { name: "breakeven_gdp_million", heading: "", content: Content::Figure },
    Column { name: "breakeven_pct", heading: "", content: Content::Figure },
    Column { name: "unaccounted_million", heading: "", content: Content::Figure },
    Column { name: "verdict", heading: "verdict", content: Content::Name },
    Column { name: "reason", heading: "reason", content: Content::Text },
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(table(query)?)
}

/// The verdicts as a table.
pub(super) fn table(query: &Query<'_>) -> Result<Table> {
    let judgements = judgements(query)?;
    let mut sources = Vec::new();
    let mut rows = Vec::with_capacity(judgements.len());
    for judgement in &judgements {
        sources.extend(cited(judgement));
        rows.push(row(judgement)?);
    }
    if query.total {
        rows.extend(totals::rows(query, &judgements)?);
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// The verdicts on the commitments that are asked about: in book order, by year, by basis, by publisher.
pub(super) fn judgements<'b>(query: &Query<'b>) -> Result<Vec<Judgement<'b>>> {
    let judge = Judge::new(query.book, query.as_of, query.judging.strict);
    let mut paths = Paths::default();
    let mut found = Vec::new();
    for (commitment, definition) in query.standing().filter_map(|commitment| judged_on(query, commitment)) {
        let Some(definition) = definition else {
            found.extend(query.years.is_none().then(|| Judgement::without_figure(commitment)));
            continue;
        };
        let bases = bases(query, commitment);
        for basis in &bases {
            paths.resolve(query, basis, commitment.country)?;
        }
        let mut blocks: Vec<(YearRange, &Basis, &Path)> = Vec::new();
        for (basis, path) in bases.iter().filter_map(|basis| Some((basis, paths.get(basis, commitment.country)?))) {
            let years = Judge::years(commitment, path, query.years);
            blocks.extend(years.into_iter().map(|years| (years, basis, path)));
        }
        blocks.sort_by_key(|(years, ..)| *years);
        for (years, basis, path) in blocks {
            found.extend(judge.judge(commitment, definition, (basis, path), years)?);
        }
    }
    Ok(found)
}

/// A commitment with the definition on which it is judged, none where it states no figure; nothing if it is left out.
fn judged_on<'b>(query: &Query<'b>, commitment: &'b Commitment) -> Option<(&'b Commitment, Option<&'b Definition>)> {
    let own = commitment.definition.as_ref().and_then(|own| query.book.definition(&own.id));
    match query.judging.definition.as_deref().and_then(|id| query.book.definition(id)) {
        None => Some((commitment, own.filter(|_| commitment.pledge.is_some()))),
        Some(other) if commitment.pledge.is_some() && own.is_some_and(|own| own.family == other.family) => {
            Some((commitment, Some(other)))
        }
        Some(_) => None,
    }
}

/// The bases on which a commitment is judged.
fn bases(query: &Query<'_>, commitment: &Commitment) -> Vec<Basis> {
    match &query.judging.bases[..] {
        [] => vec![commitment.basis.clone().unwrap_or(Basis::Latest)],
        asked => asked.to_vec(),
    }
}

/// Paths of GDP, each resolved once.
#[derive(Debug, Default)]
pub(super) struct Paths(BTreeMap<(Basis, Country), Path>);

impl Paths {
    pub(super) fn resolve(&mut self, query: &Query<'_>, basis: &Basis, country: Country) -> Result<()> {
        if let Entry::Vacant(unknown) = self.0.entry((basis.clone(), country)) {
            unknown.insert(query.resolver().path(&basis.to_string(), country)?);
        }
        Ok(())
    }

    pub(super) fn get(&self, basis: &Basis, country: Country) -> Option<&Path> {
        self.0.get(&(basis.clone(), country))
    }
}

/// The documents that a verdict rests on.
pub(super) fn cited(judgement: &Judgement<'_>) -> Vec<String> {
    let gdp = judgement.case.iter().filter(|case| case.rests_on_gdp()).filter_map(|case| case.outcome.gdp.as_ref());
    documents(judgement, gdp.flat_map(|gdp| gdp.sources.clone()))
}

/// Those that it rests on in money: GDP stands in a pledge of a share alone.
pub(super) fn cited_in_money(judgement: &Judgement<'_>) -> Vec<String> {
    if judgement.case.as_ref().is_some_and(Case::is_share) {
        return cited(judgement);
    }
    documents(judgement, std::iter::empty())
}

/// The document of the pledge, those of GDP, and those of the figures that are held against it.
fn documents(judgement: &Judgement<'_>, gdp: impl Iterator<Item = String>) -> Vec<String> {
    let pledge = std::iter::once(judgement.commitment.source.id.clone());
    let whole = judgement.case.iter().filter_map(|case| case.whole.as_ref()).flat_map(|whole| &whole.rows);
    let spent = judgement.spent.iter().flat_map(|spent| spent.rows.iter().chain(&spent.share)).chain(whole);
    pledge.chain(gdp).chain(spent.map(|row| row.source.clone())).collect()
}

fn row(judgement: &Judgement<'_>) -> Result<Vec<Cell>> {
    let (commitment, case, measured) = (judgement.commitment, judgement.case.as_ref(), &judgement.measured);
    let spent = judgement.spent.as_ref();
    let ends = measured.percent_ends.as_ref();
    let gap_end = |at: usize| money(measured.gap_ends.map(|ends| ends[at]));
    let break_even = measured.break_even.as_ref();
    let verdict = Cell::text(judgement.verdict.word()).marked(spent.map(|spent| kind_of(spent.kind())), false);
    let mut cells = named(commitment, case);
    cells.extend(gdp_cells(gdp_of(judgement)));
    cells.extend([
        money(case.map(Case::money).transpose()?.flatten().map(Money::millions)),
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
        money(measured.gap),
        gap_end(0),
        gap_end(1),
        quotient(measured.gap_points, 2),
        Cell::maybe(break_even.map(|even| Value::MoneyQuotient(even.gdp))),
        quotient(break_even.map(|even| even.distance), 2),
        money(judgement.unaccounted),
        verdict,
        Cell::text(&*judgement.reason),
    ]);
    Ok(cells)
}

/// What is judged: commitment, years, pledge, definition and basis.
pub(super) fn named(commitment: &Commitment, case: Option<&Case<'_>>) -> Vec<Cell> {
    let own = commitment.definition.as_ref().map(|own| own.id.as_str());
    vec![
        Cell::text(commitment.country.code()),
        Cell::text(&*commitment.id),
        Cell::maybe(case.map(|case| Value::Years(case.outcome.years))),
        Cell::text(commitment.pledge.map_or_else(|| "none".to_owned(), |pledge| pledge.to_string())),
        Cell::text(case.map_or(own, |case| Some(case.definition.id.as_str())).unwrap_or_default()),
        Cell::text(case.map(|case| case.basis.to_string()).unwrap_or_default()),
    ]
}

/// The GDP that a verdict rests on; none where the pledge says nothing about GDP.
pub(super) fn gdp_of<'j>(judgement: &'j Judgement<'_>) -> Option<&'j Gdp> {
    judgement.case.as_ref().filter(|case| case.rests_on_gdp())?.outcome.gdp.as_ref()
}

fn gdp_cells(gdp: Option<&Gdp>) -> [Cell; 4] {
    [
        gdp_cell(gdp),
        Cell::text(gdp.map_or("", |gdp| gdp.kind.word())),
        Cell::text(gdp.map(|gdp| gdp.publishers.join("+")).unwrap_or_default()),
        Cell::maybe(gdp.and_then(|gdp| gdp.vintage).map(Value::Date)),
    ]
}

pub(super) fn gdp_cell(gdp: Option<&Gdp>) -> Cell {
    gdp.map_or(Cell::UNKNOWN, |gdp| Cell::from(Value::Plain(gdp.money.millions())).marked(mark(gdp.kind), false))
}

/// What was spent in money, with the mark of its kind.
pub(super) fn spent_money(spent: Option<&Spent<'_>>) -> Cell {
    let amount = spent.and_then(|spent| Some((spent.amount?, spent.kind())));
    amount.map_or(Cell::UNKNOWN, |(amount, kind)| Cell::from(Value::Money(amount.millions())).marked(mark(kind), false))
}

/// The published share, the kind, the publisher and the vintage.
fn spent_by(spent: Option<&Spent<'_>>) -> [Cell; 4] {
    let Some(spent) = spent else { return [const { Cell::UNKNOWN }; 4] };
    [
        quotient(spent.share.map(|row| row.value.into()), 2),
        Cell::text(spent.kind().word()),
        Cell::text(spent.publisher()),
        Cell::maybe(spent.vintage().map(Value::Date)),
    ]
}

pub(super) fn money(millions: Option<Decimal>) -> Cell {
    Cell::maybe(millions.map(Value::Money))
}

pub(super) fn quotient(ratio: Option<Ratio>, places: u32) -> Cell {
    Cell::maybe(ratio.map(|ratio| Value::Quotient(ratio, places)))
}

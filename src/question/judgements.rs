//! Every verdict that an answer is about, and the documents that it rests on.

use crate::book::{Basis, Commitment, Definition};
use crate::error::Result;
use crate::gdp::Paths;
use crate::quantity::YearRange;
use crate::verdict::{Case, Judge, Judgement};

use super::Query;
use super::cells::gdp_of;

/// The verdicts on the commitments that are asked about: in book order, by year, by basis, by publisher.
///
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn judgements<'b>(query: &Query<'b>) -> Result<Vec<Judgement<'b>>> {
    let mut found = Vec::new();
    for (_, judged) in by_commitment(query) {
        found.extend(judged?);
    }
    Ok(found)
}

/// The same, one commitment after another, so that not all of them are in memory at once.
pub(super) fn by_commitment<'q, 'b>(
    query: &'q Query<'b>,
) -> impl Iterator<Item = (&'b Commitment, Result<Vec<Judgement<'b>>>)> + 'q {
    let judge = Judge::new(query.book, query.as_of, query.judging.strict);
    let mut paths = Paths::new(query.resolver());
    let judged_on = query.standing().filter_map(|commitment| judged_on(query, commitment));
    judged_on.map(move |(commitment, definition)| {
        let judged = match definition {
            Some(definition) => judged(query, (&judge, &mut paths), commitment, definition),
            None => Ok(query.years.is_none().then(|| Judgement::without_figure(commitment)).into_iter().collect()),
        };
        (commitment, judged)
    })
}

/// The verdicts on one commitment by a definition.
fn judged<'b>(
    query: &Query<'b>,
    (judge, paths): (&Judge<'b>, &mut Paths<'b>),
    commitment: &'b Commitment,
    definition: &'b Definition,
) -> Result<Vec<Judgement<'b>>> {
    let on = |basis: Basis| Ok((paths.of(&basis.to_string(), commitment.country)?, basis));
    let bases = bases(query, commitment).into_iter().map(on).collect::<Result<Vec<_>>>()?;
    let mut blocks: Vec<(YearRange, _)> = Vec::new();
    for (path, basis) in &bases {
        let years = Judge::years(commitment, path, query.years);
        blocks.extend(years.into_iter().map(|years| (years, (basis, &**path))));
    }
    blocks.sort_by_key(|(years, _)| *years);
    let mut found = Vec::with_capacity(blocks.len());
    for (years, on) in blocks {
        found.extend(judge.judge(commitment, definition, on, years)?);
    }
    Ok(found)
}

/// A commitment with the definition on which it is judged, none where it states no figure; nothing if it is left out.
fn judged_on<'b>(query: &Query<'b>, commitment: &'b Commitment) -> Option<(&'b Commitment, Option<&'b Definition>)> {
    let own = query.book.definition_of(commitment);
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

/// The documents that a verdict rests on.
pub(super) fn cited<'j>(judgement: &'j Judgement<'_>) -> impl Iterator<Item = &'j str> {
    documents(judgement, true)
}

/// Those that it rests on in money: GDP stands in a pledge of a share alone.
pub(super) fn cited_in_money<'j>(judgement: &'j Judgement<'_>) -> impl Iterator<Item = &'j str> {
    documents(judgement, judgement.case.as_ref().is_some_and(Case::is_share))
}

/// The document of the pledge, those of GDP, and those of the figures that are held against it.
fn documents<'j>(judgement: &'j Judgement<'_>, with_gdp: bool) -> impl Iterator<Item = &'j str> {
    let pledge = std::iter::once(judgement.commitment.source.id.as_str());
    let gdp = gdp_of(judgement).filter(|_| with_gdp).into_iter().flat_map(|gdp| &gdp.sources).map(String::as_str);
    let whole = judgement.case.iter().filter_map(|case| case.whole.as_ref()).flat_map(|whole| &whole.rows);
    let spent = judgement.spent.iter().flat_map(|spent| spent.rows.iter().chain(&spent.beside)).chain(whole);
    pledge.chain(gdp).chain(spent.map(|row| row.source.as_str()))
}

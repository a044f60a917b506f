//! Every verdict that an answer is about, and the documents that it rests on.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::book::{Basis, Commitment, Definition};
use crate::error::Result;
use crate::gdp::Path;
use crate::quantity::{Country, YearRange};
use crate::verdict::{Case, Judge, Judgement};

use super::Query;

/// The verdicts on the commitments that are asked about: in book order, by year, by basis, by publisher.
///
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn judgements<'b>(query: &Query<'b>) -> Result<Vec<Judgement<'b>>> {
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

/// Paths of GDP, each resolved once.
#[derive(Debug, Default)]
struct Paths(BTreeMap<(Basis, Country), Path>);

impl Paths {
    fn resolve(&mut self, query: &Query<'_>, basis: &Basis, country: Country) -> Result<()> {
        if let Entry::Vacant(unknown) = self.0.entry((basis.clone(), country)) {
            unknown.insert(query.resolver().path(&basis.to_string(), country)?);
        }
        Ok(())
    }

    fn get(&self, basis: &Basis, country: Country) -> Option<&Path> {
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

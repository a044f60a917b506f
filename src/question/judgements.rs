//! Every verdict that an answer is about, and the documents that it rests on.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::book::{Basis, Commitment, Definition};
use crate::error::Result;
use crate::gdp::feed::FedScenario;
use crate::gdp::{Ground, Path, Paths, has_scenario};
use crate::pledge::When;
use crate::quantity::{Country, YearRange};
use crate::verdict::{Case, Judge, Judgement};

use super::cells::gdp_of;
use super::{Definitions, Query};

/// The verdicts on the commitments that are asked about: in book order, by year, by definition, by GDP, by publisher; where
/// scenarios were brought along, one scenario after another.
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
    let judge = query.judge();
    let mut paths = Paths::new(query.resolver());
    asked(query).into_iter().map(move |(commitment, fed)| {
        let judged = match fed {
            Some(fed) => under_fed(query, &judge, commitment, fed),
            None if commitment.pledge.is_none() => Ok(vec![Judgement::without_figure(commitment)]),
            None => on_grounds(query, (&judge, &mut paths), commitment),
        };
        (commitment, judged)
    })
}

/// The commitments that are judged, again for each scenario that was brought along.
fn asked<'q, 'b>(query: &'q Query<'b>) -> Vec<(&'b Commitment, Option<&'q FedScenario>)> {
    let of_book = rests_on_book(query).then(|| query.standing()).into_iter().flatten();
    let has_rows = |commitment: &&Commitment| commitment.pledge.is_some() || tells_silent(query);
    let mut asked: Vec<_> = of_book.filter(has_rows).map(|commitment| (commitment, None)).collect();
    let (lines, mut told) = (InLines::of(query), BTreeSet::new());
    for fed in query.feed.iter().flat_map(|feed| &feed.scenarios) {
        asked.extend(lines.under(fed, &mut told).map(|commitment| (commitment, Some(fed))));
    }
    asked
}

/// Whether commitments are judged on GDP of the book.
fn rests_on_book(query: &Query<'_>) -> bool {
    query.feed.is_none() || !query.judging.on.is_empty()
}

/// Whether a commitment that states no figure has its row: where neither years nor a definition are asked for.
fn tells_silent(query: &Query<'_>) -> bool {
    let of_any = match query.judging.by {
        Definitions::Own | Definitions::Family => true,
        Definitions::One(_) => false,
    };
    of_any && query.years.is_none()
}

/// The commitments that are judged in the lines of scenarios that were brought along.
pub(super) struct InLines<'b> {
    standing: Vec<&'b Commitment>,
    /// Whether those that state no figure are told there, and not on GDP of the book.
    tells_silent: bool,
}

impl<'b> InLines<'b> {
    pub(super) fn of(query: &Query<'b>) -> Self {
        let standing = if query.feed.is_some() { query.standing_in_lines().collect() } else { Vec::new() };
        Self { standing, tells_silent: tells_silent(query) && !rests_on_book(query) }
    }

    /// Those that a scenario has lines about; one that states no figure once, under the first of them: `told` are the countries that
    /// scenarios before had lines about.
    pub(super) fn under(
        &self,
        fed: &FedScenario,
        told: &mut BTreeSet<Country>,
    ) -> impl Iterator<Item = &'b Commitment> {
        let is_new = |country: &Country| self.tells_silent && told.insert(*country);
        let new: BTreeSet<Country> = fed.paths.keys().copied().filter(is_new).collect();
        self.standing.iter().copied().filter(move |commitment| match commitment.pledge {
            Some(_) => fed.paths.contains_key(&commitment.country),
            None => new.contains(&commitment.country),
        })
    }
}

/// The verdicts on a commitment on each GDP that is asked for, else on its own basis.
fn on_grounds<'b>(
    query: &Query<'b>,
    (judge, paths): (&Judge<'b>, &mut Paths<'b>),
    commitment: &'b Commitment,
) -> Result<Vec<Judgement<'b>>> {
    let path = |ground: Ground| Ok((paths.of(&ground.to_string(), commitment.country)?, ground));
    let on: Vec<(Rc<Path>, Ground)> = grounds(query, commitment).into_iter().map(path).collect::<Result<_>>()?;
    let on: Vec<(&Ground, &Path)> = on.iter().map(|(path, ground)| (ground, &**path)).collect();
    judged(query, judge, commitment, &on, |_| true)
}

/// The same under a scenario that was brought along: a year that it lacks has no verdict.
pub(super) fn under_fed<'b>(
    query: &Query<'b>,
    judge: &Judge<'b>,
    commitment: &'b Commitment,
    fed: &FedScenario,
) -> Result<Vec<Judgement<'b>>> {
    if commitment.pledge.is_none() {
        return Ok(vec![Judgement::without_figure(commitment)]);
    }
    let Some(path) = fed.paths.get(&commitment.country) else { return Ok(Vec::new()) };
    let together = commitment.when.and_then(When::together).is_some();
    let has_row = |years: YearRange| together || path.value(years.first()).is_some();
    judged(query, judge, commitment, &[(&Ground::Scenario(fed.name.clone()), path)], has_row)
}

/// The verdicts on a commitment by year, by definition, by GDP, by publisher.
fn judged<'b>(
    query: &Query<'b>,
    judge: &Judge<'b>,
    commitment: &'b Commitment,
    on: &[(&Ground, &Path)],
    has_row: impl Fn(YearRange) -> bool,
) -> Result<Vec<Judgement<'b>>> {
    let Some(definition) = definition(query, commitment) else { return Ok(Vec::new()) };
    let mut blocks: BTreeMap<YearRange, Vec<_>> = BTreeMap::new();
    for on in on {
        let years = Judge::years(commitment, on.1, query.years).into_iter().filter(|years| has_row(*years));
        years.for_each(|years| blocks.entry(years).or_default().push(*on));
    }
    let mut found = Vec::new();
    for (years, on) in blocks {
        for on in &on {
            found.extend(judge.judge(commitment, definition, *on, years)?);
        }
        // only the definition that was asked about says that it has no figure
        for other in others(query, commitment, definition, years) {
            for on in &on {
                found.extend(judge.judge_figures(commitment, other, *on, years)?);
            }
        }
    }
    Ok(found)
}

/// The definition by which a commitment is judged first; nothing where it is left out.
fn definition<'b>(query: &Query<'b>, commitment: &Commitment) -> Option<&'b Definition> {
    let own = query.book.definition_of(commitment)?;
    match &query.judging.by {
        Definitions::Own | Definitions::Family => Some(own),
        Definitions::One(id) => query.book.definition(id).filter(|asked| asked.family == own.family),
    }
}

/// Those by which it is judged after that.
fn others<'b>(
    query: &Query<'b>,
    commitment: &Commitment,
    own: &Definition,
    years: YearRange,
) -> impl Iterator<Item = &'b Definition> {
    let of_family = query.judging.by == Definitions::Family;
    let family = of_family.then(|| query.book.family_with_figures(&own.family, commitment.country, years));
    family.into_iter().flatten().filter(|other| other.whole.is_none() && other.id != own.id)
}

/// The definitions by which a commitment is judged, the one that it is asked about first; none where it is left out.
pub(super) fn definitions<'b>(query: &Query<'b>, commitment: &Commitment) -> Vec<&'b Definition> {
    let own = definition(query, commitment);
    let family = own
        .filter(|_| query.judging.by == Definitions::Family)
        .into_iter()
        .flat_map(|own| query.book.family(&own.family));
    let others = family.filter(|other| other.whole.is_none() && own.is_none_or(|own| own.id != other.id));
    own.into_iter().chain(others).collect()
}

/// The GDP on which a commitment is judged.
#[must_use]
pub fn grounds(query: &Query<'_>, commitment: &Commitment) -> Vec<Ground> {
    let has = |ground: &&Ground| match ground {
        Ground::Basis(_) => true,
        Ground::Scenario(name) => has_scenario(query.book, name, commitment.country),
    };
    match &query.judging.on[..] {
        [] => vec![commitment.basis.clone().unwrap_or(Basis::Latest).into()],
        asked => asked.iter().filter(has).cloned().collect(),
    }
}

/// The documents that a verdict rests on.
pub fn cited<'j>(judgement: &'j Judgement<'_>) -> impl Iterator<Item = &'j str> {
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
    let reference = judgement.case.iter().filter_map(|case| case.reference.as_ref()).map(|reference| &reference.row);
    let spent =
        judgement.spent.iter().flat_map(|spent| spent.rows.iter().chain(&spent.beside)).chain(whole).chain(reference);
    pledge.chain(gdp).chain(spent.map(|row| row.source.as_str()))
}

//! The pledge of a year: which commitment makes it, in which years, and on which GDP.

use crate::book::{Basis, Commitment, Definition};
use crate::error::Result;
use crate::gdp::Path;
use crate::pledge::{Base, When};
use crate::quantity::{Year, YearRange};
use crate::question::Query;
use crate::question::standing::precedence;
use crate::table::Cell;

/// Commitments that stand, found once and asked for one year after another.
pub(super) struct Standing<'b>(Vec<&'b Commitment>);

impl<'b> Standing<'b> {
    /// Those under the definition that stands for the family.
    pub(super) fn under_own_definition(query: &Query<'b>) -> Self {
        let own = query.own_definition().map(|own| own.id.as_str());
        let under = |commitment: &&Commitment| commitment.definition.as_ref().map(|under| under.id.as_str()) == own;
        Self(query.standing().filter(|_| own.is_some()).filter(under).collect())
    }

    /// Those that are asked for by name or in words, superseded ones included; where none is, those that stand under the definition of
    /// the family.
    pub(super) fn asked(query: &Query<'b>) -> Self {
        if names(query) { Self(query.known().collect()) } else { Self::under_own_definition(query) }
    }

    /// Those under any definition of the family.
    pub(super) fn in_family(query: &Query<'b>) -> Self {
        let family = query.family();
        Self(query.standing().filter(|commitment| query.book.family_of(commitment) == family).collect())
    }

    /// The definition under which they count, where all of them are of one.
    pub(super) fn definition(&self, query: &Query<'b>) -> Option<&'b Definition> {
        let mut of = self.0.iter().map(|own| query.book.definition_of(own));
        let first = of.next()??;
        of.all(|other| other.is_some_and(|other| other.id == first.id)).then_some(first)
    }

    /// All of them, in the book's order.
    pub(super) fn all(&self) -> impl Iterator<Item = &'b Commitment> {
        self.0.iter().copied()
    }

    /// The first by [`precedence`] among those that bind in a year as `binds` says; words that name no year do in every one.
    pub(super) fn announced_last(&self, binds: impl Fn(When) -> bool) -> Option<&'b Commitment> {
        let binding = self.0.iter().filter(|own| own.pledge.is_some() && own.when.is_none_or(&binds));
        binding.copied().min_by_key(|own| precedence(own))
    }
}

impl<'b> Query<'b> {
    /// The standing commitment under the definition of the family that was announced last among those that bind in a year as
    /// `binds` says.
    pub(super) fn announced_last(&self, binds: impl Fn(When) -> bool) -> Option<&'b Commitment> {
        Standing::under_own_definition(self).announced_last(binds)
    }
}

/// The years asked for; else those that the commitments asked for name, where words name none every year with GDP; else those from the
/// latest announcement on.
pub(super) fn years(query: &Query<'_>, paths: &[Path]) -> Vec<Year> {
    let window = if names(query) { query.years } else { window(query, paths) };
    if window.is_some() || !names(query) {
        return window.into_iter().flat_map(YearRange::years).collect();
    }
    let last = last_published(paths);
    let named = |when: When| {
        let last = when.last().or(last).unwrap_or(when.first());
        YearRange::new(when.first(), last).into_iter().flat_map(YearRange::years)
    };
    let every = || paths.first().into_iter().flat_map(|path| path.values.keys().copied());
    let is_every = query.known().any(|own| own.pledge.is_some() && own.when.is_none());
    let mut years: Vec<Year> = query.known().filter_map(|own| own.when).flat_map(named).collect();
    years.extend(every().filter(|_| is_every));
    years.sort_unstable();
    years.dedup();
    years
}

/// Whether commitments are asked for by their names or in words.
fn names(query: &Query<'_>) -> bool {
    !query.commitments.is_empty() || !query.said.is_empty()
}

/// GDP of the country under every scenario asked for.
pub(super) fn paths(query: &Query<'_>) -> Result<Vec<Path>> {
    let country = query.country();
    query.scenarios_of(country).iter().map(|name| query.resolver().path(name, country)).collect()
}

/// The same, and the latest GDP, which says how far ahead one looks where a scenario assumes every year of its own.
pub(super) fn paths_and_latest(query: &Query<'_>) -> Result<Vec<Path>> {
    let mut paths = paths(query)?;
    let latest = Basis::Latest.to_string();
    if paths.iter().all(|path| path.scenario != latest) {
        paths.push(query.resolver().path(&latest, query.country())?);
    }
    Ok(paths)
}

/// The years asked for, else from the year of the latest announcement, since pledges look forward, to the last with published GDP.
pub(super) fn window(query: &Query<'_>, paths: &[Path]) -> Option<YearRange> {
    if query.years.is_some() {
        return query.years;
    }
    let announced = query.announced_last(|_| true)?.announced.year();
    YearRange::new(announced, last_published(paths)?.max(announced)).ok()
}

/// The last year with published GDP.
fn last_published(paths: &[Path]) -> Option<Year> {
    let published = |path: &Path| path.values.iter().rfind(|(_, value)| value.source.is_some()).map(|(year, _)| *year);
    paths.iter().filter_map(published).max()
}

/// The words of a pledge of a share of GDP, and that share; nothing of any other.
pub(super) fn words_and_share(commitment: &Commitment) -> Option<[Cell; 2]> {
    words_and_share_of(Base::Gdp, commitment)
}

/// The same of a share of something else.
pub(super) fn words_and_share_of(whole: Base, commitment: &Commitment) -> Option<[Cell; 2]> {
    let pledge = commitment.pledge?;
    Some([pledge.into(), pledge.share_of(whole)?.into()])
}

/// What a path of GDP is called: a basis by its rule, a scenario by its id.
pub(super) fn label(scenario: &str) -> Cell {
    scenario.parse::<Basis>().map_or_else(|_| Cell::name(scenario), Cell::from)
}

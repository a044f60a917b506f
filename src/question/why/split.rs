//! A change split: both ends, and the parts of what is between.

use crate::analysis::{Change, Effect, Parts};
use crate::error::Result;
use crate::quantity::Ratio;
use crate::question::Query;
use crate::question::cells::{millions, money, quotient};
use crate::question::once::Once;
use crate::table::{Cell, Role};

use super::ends::ends;
use super::gap::Gap;
use super::known::Known;

/// How many digits of a share, and of what moves it, are printed.
pub(super) const PLACES: u32 = 2;

/// What is known at both ends, and what moved the share between them.
pub(super) struct Why<'b> {
    pub(super) from: Known<'b>,
    pub(super) to: Known<'b>,
    /// The money of the second end under the definition of the first, where that differs.
    pub(super) alike: Option<Known<'b>>,
    /// The pledge to which the gap is split in the place of the share.
    pub(super) gap: Option<Gap<'b>>,
    pub(super) parts: Parts,
}

impl<'b> Why<'b> {
    /// The change between the ends that are asked about.
    ///
    /// # Errors
    /// They are no two that differ, nothing is published at one of them, or arithmetic that needs more digits than can be kept.
    pub(super) fn of(query: &Query<'b>) -> Result<Self> {
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
    pub(super) fn compared(&self) -> &Known<'b> {
        self.alike.as_ref().unwrap_or(&self.to)
    }

    /// The share at an end, or what is missing there to the pledge, in points.
    pub(super) fn percent(&self, at: &Known<'_>) -> Result<Ratio> {
        self.gap.as_ref().map_or_else(|| at.at.share(), |gap| Ok(at.at.gap_to(gap.target)?.points))
    }

    /// What moved the share, with what that was at both ends.
    pub(super) fn moved(&self) -> Vec<(Role, [Cell; 2], Effect)> {
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

    /// A row for each part, and one for the whole.
    pub(super) fn rows(&self) -> Result<Vec<Vec<Cell>>> {
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
    pub(super) fn sources(&self) -> Once {
        let mut sources = Once::default();
        sources.extend([&self.from, &self.to].into_iter().chain(&self.alike).flat_map(Known::sources));
        sources.extend(self.gap.iter().map(|gap| gap.commitment.source.id.as_str()));
        sources
    }
}

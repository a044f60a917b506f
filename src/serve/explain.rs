//! `/explain`: where a figure comes from, step by step; of a commitment, and below it of every question that can be derived.

use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::{PAGES, Page};

pub(super) const PAGE: Page = of("/explain", &[&["explain"]]);
pub(super) const PATH: Page = of("/explain/path", &[&["explain", "path"]]);
pub(super) const WHY: Page = of("/explain/why", &[&["explain", "why"]]);
pub(super) const SENSITIVITY: Page = of("/explain/sensitivity", &[&["explain", "sensitivity"]]);
pub(super) const CLAIM: Page = of("/explain/claim", &[&["explain", "claim"]]);
pub(super) const TIMELINE: Page = of("/explain/timeline", &[&["explain", "timeline"]]);
pub(super) const GDP: Page = of("/explain/gdp", &[&["explain", "gdp"]]);
pub(super) const LEAGUE: Page = of("/explain/league", &[&["explain", "league"]]);

/// A page of derivations; it is reached from figures alone.
const fn of(path: &'static str, commands: &'static [&'static [&'static str]]) -> Page {
    Page { path, name: "", title, about, of_country: false, commands, fields: |_| Ok(Vec::new()), build }
}

fn about(_: &Visit<'_>) -> &'static str {
    "Step by step, down to the line of a file and the address of a document."
}

fn title(visit: &Visit<'_>) -> Result<String, Refusal> {
    let about = visit.field("id").map_or_else(|| visit.path.replace("/explain/", ""), str::to_owned);
    Ok(format!("Where it comes from: {about}"))
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let command = PAGES.iter().find(|page| page.path == visit.path).and_then(|page| page.commands.first());
    Ok(vec![visit.derivation(command.copied().unwrap_or_default(), &[])?])
}

//! `/data`: where figures come from.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page =
    Page { path: "/data", name: "Data", about: "where figures come from", commands: &[], build };

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let _ = visit;
    Ok(Vec::new())
}

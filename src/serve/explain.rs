//! `/explain`: where a figure comes from, step by step.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/explain",
    name: "",
    about: "where a figure comes from, step by step",
    commands: &[&["explain"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.derivation(&["explain"], &[])?])
}

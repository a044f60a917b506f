//! `/why`: what moved a share: spending, GDP or the definition.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/why",
    name: "Why",
    about: "what moved a share: spending, GDP or the definition",
    commands: &[&["chart", "why"], &["why"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("why", &[])?])
}

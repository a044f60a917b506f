//! `/sensitivity`: what a pledge comes to where GDP grows otherwise.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/sensitivity",
    name: "Sensitivity",
    about: "what a pledge comes to where GDP grows otherwise",
    commands: &[&["chart", "sensitivity"], &["sensitivity"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("sensitivity", &[])?])
}

//! `/path`: what a pledge asks for in each year on its way.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/path",
    name: "Path",
    about: "what a pledge asks for in each year on its way",
    commands: &[&["chart", "path"], &["path"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("path", &[])?])
}

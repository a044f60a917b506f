//! `/compare`: where each country stands.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/compare",
    name: "Compare",
    about: "where each country stands",
    commands: &[&["chart", "league"], &["league"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("league", &[])?, visit.rows(&["league"], &[])?])
}

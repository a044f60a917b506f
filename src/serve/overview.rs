//! `/`: what was pledged, and whether it was kept.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/",
    name: "Overview",
    about: "what was pledged, and whether it was kept",
    commands: &[&["chart", "scoreboard"], &["verdicts"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("scoreboard", &[])?, visit.rows(&["verdicts"], &[])?])
}

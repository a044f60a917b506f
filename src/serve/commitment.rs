//! `/commitment`: its words, where they were said, and every verdict on them.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/commitment",
    name: "Commitment",
    about: "its words, where they were said, and every verdict on them",
    commands: &[&["chart", "gap"], &["verdicts"], &["amounts"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("gap", &[])?, visit.rows(&["verdicts"], &[("definition", "all")])?])
}

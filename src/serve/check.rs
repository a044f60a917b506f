//! `/check`: is the book sound.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page =
    Page { path: "/check", name: "Check", about: "is the book sound", commands: &[&["check"]], build };

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.rows(&["check"], &[])?])
}

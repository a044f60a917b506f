//! `/country`: what each pledge comes to, and what another GDP makes of it.

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/country",
    name: "Country",
    about: "what each pledge comes to, and what another GDP makes of it",
    commands: &[&["chart", "amounts"], &["amounts"], &["verdicts"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let form = Controls::of(
        visit,
        vec![
            Field::text(visit, "country", "Country"),
            Field::text(visit, "growth", "Growth"),
            Field::text(visit, "years", "Years"),
        ],
    );
    Ok(vec![
        Piece::Controls(form),
        visit.picture("amounts", &[])?,
        visit.rows(&["verdicts"], &[])?,
        visit.rows(&["amounts"], &[])?,
    ])
}

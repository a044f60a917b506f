//! `/country`: what each pledge comes to, and what another GDP makes of it.

use super::Page;
use super::controls::{Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::what_if;

pub(super) const PAGE: Page = Page {
    path: "/country",
    name: "What if",
    title: |visit| Ok(format!("{}: what if?", visit.country()?.name())),
    about: "What each pledge comes to, and what another GDP makes of it and of the verdict.",
    of_country: true,
    commands: &[&["chart", "amounts"], &["amounts"], &["verdicts"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    let mut fields = what_if::fields(visit)?;
    fields.push(Field::flag(visit, "all", "Replaced commitments too"));
    Ok(vec![
        Piece::Controls(Controls::of(visit, fields)),
        visit.picture("amounts", &[("all", "")])?,
        Piece::heading("Verdicts"),
        visit.rows(&["verdicts"], &[])?,
        Piece::heading("Amounts"),
        visit.rows(&["amounts"], &[])?,
    ])
}

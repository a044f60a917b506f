//! `/country`: what each pledge comes to, and what another GDP makes of it.

use super::Page;
use super::controls::Field;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::what_if;

pub(super) const PAGE: Page = Page {
    path: "/country",
    name: "What if",
    title: |visit| Ok(format!("{}: what if?", visit.country()?.name())),
    about: |_| "What each pledge comes to, and what another GDP makes of it and of the verdict.",
    of_country: true,
    commands: &[&["chart", "amounts"], &["amounts"], &["verdicts"]],
    fields,
    build,
};

fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let mut fields = what_if::fields(visit)?;
    fields.push(Field::flag(visit, "all", "Replaced commitments too"));
    Ok(fields)
}

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![
        Piece::bench(visit, fields(visit)?, visit.picture("amounts", &[("all", "")])?),
        Piece::heading("Verdicts"),
        visit.rows(&["verdicts"], &[])?,
        Piece::heading("Amounts"),
        visit.rows(&["amounts"], &[])?,
    ])
}

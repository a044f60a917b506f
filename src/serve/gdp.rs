//! `/gdp`: which GDP is used for each year, and who published it when.

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/gdp",
    name: "GDP",
    about: "which GDP is used for each year, and who published it when",
    commands: &[&["chart", "gdp-vintages"], &["gdp"]],
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![visit.picture("gdp-vintages", &[])?, visit.rows(&["gdp"], &[])?])
}

//! The fields by which a page is asked about another GDP, another day or other years.

use crate::quantity::Year;

use super::controls::Field;
use super::desk::Refusal;
use super::visit::Visit;
use super::{choices, controls::Choices};

/// The names of the fields that make another GDP.
pub(super) const MADE: &[&str] = &["growth", "gdp-level"];

/// What is told where no other GDP is looked at: nothing of one, whatever the address says.
pub(super) const UNMADE: &[(&str, &str)] = &[("growth", ""), ("gdp-level", ""), ("any-scale", ""), ("scenario", "")];

/// Fields of growth and of levels, with what they are on the latest figures.
pub(super) fn gdp(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let query = visit.query()?;
    let (growth, levels): (Choices, Choices) = visit.found(choices::forecasts(&query))?;
    Ok(vec![
        Field::years(visit, "growth", "Growth of GDP", ("for example 2026=1.5%,2027=2%", growth)),
        Field::years(visit, "gdp-level", "GDP in millions", (JUDGED, levels)),
    ])
}

/// What another GDP means for every pledge.
const JUDGED: &str = "With growth or a level every pledge is judged on that GDP, and not on its own basis.";

/// The field of one path of GDP.
pub(super) fn ground(visit: &Visit<'_>) -> Result<Field, Refusal> {
    let groups = choices::grounds(visit.book()?, visit.country()?);
    Ok(Field::grouped(visit, "scenario", "Scenario or basis", groups))
}

/// The field of the day whose knowledge is shown.
pub(super) fn day(visit: &Visit<'_>) -> Result<Field, Refusal> {
    Field::day(visit, "As known on", choices::days(visit.book()?, visit.country()?))
}

/// All of these.
pub(super) fn fields(visit: &Visit<'_>) -> Result<Vec<Field>, Refusal> {
    let mut fields = gdp(visit)?;
    fields.extend([ground(visit)?, day(visit)?, years(visit)]);
    Ok(fields)
}

/// The field of the years that are shown.
pub(super) fn years(visit: &Visit<'_>) -> Field {
    Field::text(visit, "years", "Years", "for example 2025-2030")
}

/// The first year that the address says another GDP of.
pub(super) fn first_year(visit: &Visit<'_>) -> Option<Year> {
    let said = MADE.iter().filter_map(|name| visit.field(name)).flat_map(|words| words.split(','));
    said.filter_map(|part| part.trim().get(..4)?.parse().ok()).min()
}

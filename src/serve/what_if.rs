//! The fields by which a page is asked about another GDP, another day or other years.

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
        Field::years(visit, "growth", "Growth of GDP", ("2026=1.5%,2027=2%", growth)),
        Field::years(visit, "gdp-level", "GDP in millions", ("2026=45000", levels)),
    ])
}

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
    fields.extend([ground(visit)?, day(visit)?, Field::text(visit, "years", "Years", "2025-2030")]);
    Ok(fields)
}

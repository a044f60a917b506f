//! On whose GDP a claim is held: what counts of all, then each publisher's, then each scenario's.

use std::collections::BTreeMap;

use crate::book::Basis;
use crate::error::Result;
use crate::gdp::{Path, Value, basis_names, scenario_names};
use crate::quantity::{Between, Country, Currency, Date, Decimal, Year};
use crate::question::Query;

/// GDP of a year on a basis or scenario.
pub(super) struct Whose {
    /// The name of the basis or scenario.
    pub(super) name: String,
    /// Others on which GDP is the same figure.
    pub(super) others: Vec<String>,
    pub(super) value: Option<Value>,
    /// The figure and all that it may be the rounding of; nothing where there is none of the year.
    pub(super) gdp: Option<Between>,
}

/// `latest`, each publisher's basis and each scenario of the book that the country has.
///
/// # Errors
/// Two figures between which nothing chooses, or a scenario whose values cannot be kept exactly.
pub(super) fn paths(query: &Query<'_>, country: Country) -> Result<Vec<Path>> {
    let mut names = scenario_names(query.book, &[country]);
    let scenarios = names.split_off(1);
    names.extend(basis_names(query.book).into_iter().filter(|name| is_publisher(name)));
    names.iter().chain(&scenarios).map(|name| query.resolver().path(name, country)).collect()
}

/// GDP of a year on each of them, one figure under the first of its names; a publisher that has none has no row.
///
/// # Errors
/// Half of a precision needs more than 28 digits.
pub(super) fn in_year(paths: &[Path], year: Year) -> Result<Vec<Whose>> {
    let (mut all, mut places): (Vec<Whose>, BTreeMap<_, usize>) = (Vec::new(), BTreeMap::new());
    let having = paths.iter().filter(|path| path.value(year).is_some() || !is_publisher(&path.scenario));
    for path in having {
        let (name, value) = (path.scenario.clone(), path.value(year).cloned());
        if let Some(figure) = path.value(year).and_then(figure) {
            let place = *places.entry(figure).or_insert(all.len());
            if let Some(same) = all.get_mut(place) {
                same.others.push(name);
                continue;
            }
        }
        let between = |value: &Value| Between::new(value.gdp.millions(), value.precision);
        let gdp = value.as_ref().map(between).transpose()?;
        all.push(Whose { name, others: Vec::new(), value, gdp });
    }
    Ok(all)
}

/// What makes two values one published figure.
fn figure(value: &Value) -> Option<(Decimal, Currency, &str, Date)> {
    Some((value.gdp.millions(), value.gdp.currency(), &value.publisher, value.vintage?))
}

/// Whether a basis is one publisher's.
pub(super) fn is_publisher(name: &str) -> bool {
    matches!(name.parse(), Ok(Basis::Publisher(_)))
}

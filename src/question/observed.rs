//! A published figure as a step of a derivation: what it is, who said it when, and where it stands.

use crate::book::Observation;
use crate::error::Result;
use crate::table::Step;

use super::Query;
use super::figures::published;

/// A published amount.
pub(super) fn amount(query: &Query<'_>, name: &str, row: &Observation) -> Result<Step> {
    let words = format!("{} ({})", published(row.value, row.precision)?, origin(row));
    Ok(cited(query, Step::new(format!("{name} {}", row.year), words), row))
}

/// A published share.
pub(super) fn share(query: &Query<'_>, row: &Observation) -> Step {
    cited(query, Step::new(format!("share {}", row.year), format!("{}% ({})", row.value, origin(row))), row)
}

/// `Bureau, estimate, 2026-07-10`
pub(super) fn origin(row: &Observation) -> String {
    format!("{}, {}, {}", row.publisher, row.kind, row.vintage)
}

fn cited(query: &Query<'_>, step: Step, row: &Observation) -> Step {
    step.at(&row.origin).citing(query.citation(&row.source))
}

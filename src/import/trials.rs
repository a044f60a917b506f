//! A file as one short line for each row, for the tests of formats that are texts.

use crate::error::Errors;
use crate::import;

use super::{Edition, Format, Official, Wanted};

/// What a file gives, in short: a line for each row, then one for each sort of what is left out.
pub(super) fn read(format: &Format, bytes: &[u8], wanted: &Wanted) -> Result<Vec<String>, Errors> {
    let Edition { rows, left_out, document, .. } =
        import::read(Some(format.name), &Official { name: "file", bytes }, wanted)?;
    let rows = rows.into_iter().map(|row| {
        assert!(row.source == document.id && row.vintage == document.published && row.publisher == document.publisher);
        let definition = row.definition.map(|definition| format!(" {definition}")).unwrap_or_default();
        let (measure, precision) = (row.measure, row.precision.unwrap().to_string());
        let note = row.note.map(|note| format!(" ({note})")).unwrap_or_default();
        format!(
            "{} {measure}{definition} {} {} {} ±{precision} {}{note}",
            row.country, row.year, row.value, row.unit, row.kind
        )
    });
    Ok(rows.chain(left_out.into_iter().map(|own| format!("without {} {}", own.count, own.what))).collect())
}

/// What is wrong with a file, as it is told.
pub(super) fn fault(format: &Format, bytes: &[u8], wanted: &Wanted) -> String {
    read(format, bytes, wanted).unwrap_err().to_string()
}

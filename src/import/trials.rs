//! What the tests of every format try: rows in short, and files with a few bytes edited.

use proptest::prelude::*;
use proptest::sample::Index;

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

/// A file, cut off somewhere or not, some of whose bytes are others.
pub(super) fn edited(bytes: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    let likely = prop::sample::select(b"\t,;.:\"\r\n 0-{}[]\\eE\xFF\x00".to_vec());
    let edits = prop::collection::vec((any::<Index>(), prop_oneof![likely, any::<u8>()]), 0..5);
    (edits, any::<Index>(), any::<bool>()).prop_map(move |(edits, cut, whole)| {
        let mut bytes = bytes.to_vec();
        edits.into_iter().for_each(|(at, byte)| {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        });
        bytes.truncate(if whole { usize::MAX } else { cut.index(bytes.len()) });
        bytes
    })
}

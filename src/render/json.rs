//! JSON: an array with one object per row and line.

use crate::error::Result;
use crate::table::Cell;

use super::locale::Signs;
use super::rows::{Place, RowFormat};
use super::{Format, Way};

pub(super) const ENTRY: Format = Format {
    name: "json",
    about: "an array of objects, every value a string, unknown null",
    endings: &["json"],
    way: Way::Rows(RowFormat {
        signs: Signs::PLAIN,
        head: |_, _| "[".to_owned(),
        start: "\n  {",
        cell: push_member,
        end: "}",
        between: ",",
        foot: |written, _| if written.any { "\n]\n" } else { "]\n" }.to_owned(),
        is_one_list: true,
    }),
};

/// A member of an object, as a row has it in JSON and in JSON lines.
pub(super) fn push_member(line: &mut String, place: Place<'_>, cell: &Cell, decimals: u32) -> Result<()> {
    let value = cell.printed(decimals)?.map_or(serde_json::Value::Null, Into::into);
    let comma = if place.is_first { "" } else { ", " };
    line.push_str(&format!("{comma}\"{}\": {value}", place.column.name));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};
    use super::*;
    use crate::table::Table;

    #[test]
    fn a_row_is_an_object_of_strings() {
        assert_eq!(
            rendered(ENTRY, &sample(), None),
            "[\n  {\"scenario\": \"latest\", \"year\": \"2025\", \"note\": \"=1+1, \\\"x\\\"\", \"gdp_million\": \"43000\", \
             \"amount_million\": \"-1720.00\"},\n  \
             {\"scenario\": \"latest\", \"year\": \"2026\", \"note\": null, \"gdp_million\": \"45423.5\", \"amount_million\": null}\n]\n"
        );
    }

    #[test]
    fn no_rows_are_an_empty_array() {
        assert_eq!(rendered(ENTRY, &Table { rows: Vec::new(), ..sample() }, None), "[]\n");
    }
}

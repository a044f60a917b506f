//! JSON: an array with one object per row and line.

use std::io::{self, Write};

use crate::table::{Cell, Column, Table};

use super::{Format, Layout, RenderError};

pub(super) const ENTRY: Format = Format {
    name: "json",
    about: "an array of objects, every value a string, unknown null",
    endings: &["json"],
    render,
};

fn render(table: &Table, layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    if table.rows.is_empty() {
        return Ok(writeln!(out, "[]")?);
    }
    writeln!(out, "[")?;
    for (index, row) in table.rows.iter().enumerate() {
        let comma = if index + 1 < table.rows.len() { "," } else { "" };
        writeln!(out, "  {{{}}}{comma}", members(table.columns, row, layout.decimals)?)?;
    }
    Ok(writeln!(out, "]")?)
}

/// The members of an object, in the order of the columns.
fn members(columns: &[Column], row: &[Cell], decimals: u32) -> Result<String, RenderError> {
    let mut members = Vec::with_capacity(columns.len());
    for (column, cell) in columns.iter().zip(row) {
        let value = serde_json::to_string(&cell.printed(decimals)?).map_err(io::Error::from)?;
        members.push(format!("\"{}\": {value}", column.name));
    }
    Ok(members.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};
    use super::*;

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

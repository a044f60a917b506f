//! Comma-separated values for spreadsheets and scripts.

use std::io::Write;

use crate::quantity::text;
use crate::table::{Cell, Table};

use super::{Format, Layout, RenderError};

pub(super) const ENTRY: Format =
    Format { name: "csv", about: "comma-separated values for spreadsheets and scripts", endings: &["csv"], render };

fn render(table: &Table, layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    writeln!(out, "{}", names.join(","))?;
    let mut line = String::new();
    for row in &table.rows {
        line.clear();
        push_row(&mut line, row, layout.decimals)?;
        out.write_all(line.as_bytes())?;
    }
    Ok(())
}

/// Appends a row and its LF; words that a spreadsheet would run are guarded, figures never, so that a minus stays a minus.
fn push_row(line: &mut String, row: &[Cell], decimals: u32) -> Result<(), RenderError> {
    for (index, cell) in row.iter().enumerate() {
        if index > 0 {
            line.push(',');
        }
        let printed = cell.printed(decimals)?.unwrap_or_default();
        match cell.words() {
            "" => text::push_csv_cell(line, &printed),
            words => text::push_csv_cell(line, &text::guard(words)),
        }
    }
    line.push('\n');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};

    #[test]
    fn words_are_guarded_and_quoted_and_figures_are_not() {
        assert_eq!(
            rendered(super::ENTRY, &sample(), None),
            "scenario,year,note,gdp_million,amount_million\n\
             latest,2025,\"'=1+1, \"\"x\"\"\",43000,-1720.00\n\
             latest,2026,,45423.5,\n"
        );
    }
}

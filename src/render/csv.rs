//! Comma-separated values for spreadsheets and scripts.

use crate::error::Result;
use crate::quantity::text;
use crate::table::{Cell, Column};

use super::rows::RowFormat;
use super::{Format, Way};

pub(super) const ENTRY: Format = Format {
    name: "csv",
    about: "comma-separated values for spreadsheets and scripts",
    endings: &["csv"],
    way: Way::Rows(RowFormat {
        head,
        start: "",
        cell: push_cell,
        end: "\n",
        between: "",
        foot: |_, _| String::new(),
        is_one_list: false,
    }),
};

fn head(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    names.join(",") + "\n"
}

/// Words that a spreadsheet would run are guarded, figures never, so that a minus stays a minus.
fn push_cell(line: &mut String, (_, is_first): (&Column, bool), cell: &Cell, decimals: u32) -> Result<()> {
    if !is_first {
        line.push(',');
    }
    let printed = cell.printed(decimals)?.unwrap_or_default();
    match cell.words() {
        "" => text::push_csv_cell(line, &printed),
        words => text::push_csv_cell(line, &text::guard(words)),
    }
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

//! Comma-separated values for spreadsheets and scripts.

use crate::error::Result;
use crate::quantity::text;
use crate::table::{Cell, Column, Content};

use super::locale::Signs;
use super::rows::{Place, RowFormat};
use super::{Format, Way};

pub(super) const ENTRY: Format = written_with(Signs::PLAIN);

/// The format with these signs.
pub(super) const fn written_with(signs: Signs) -> Format {
    Format {
        name: "csv",
        about: "comma-separated values for spreadsheets and scripts",
        endings: &["csv"],
        way: Way::Rows(RowFormat {
            signs,
            head,
            start: "",
            cell: push_cell,
            end: "\n",
            between: "",
            foot: |_, _| String::new(),
            is_one_list: false,
        }),
    }
}

fn head(columns: &[Column], signs: Signs) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    format!("{}{}\n", signs.mark, names.join(&signs.separator.to_string()))
}

/// Words that a spreadsheet would run are guarded, figures never, so that a minus stays a minus.
fn push_cell(line: &mut String, place: Place<'_>, cell: &Cell, decimals: u32) -> Result<()> {
    let Signs { separator, decimal, .. } = place.signs;
    if !place.is_first {
        line.push(separator);
    }
    let printed = cell.printed(decimals)?.unwrap_or_default();
    match (place.column.content, cell.words()) {
        (Content::Figure, "") if decimal != '.' => {
            text::push_csv_cell(line, &printed.replace('.', decimal.encode_utf8(&mut [0; 4])), separator);
        }
        (_, "") => text::push_csv_cell(line, &printed, separator),
        (_, words) => text::push_csv_cell(line, &text::guard(words), separator),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::LOCALES;
    use super::super::shown::tests::{rendered, sample};
    use super::*;

    #[test]
    fn words_are_guarded_and_quoted_and_figures_are_not() {
        assert_eq!(
            rendered(ENTRY, &sample(), None),
            "scenario,year,note,gdp_million,amount_million\n\
             latest,2025,\"'=1+1, \"\"x\"\"\",43000,-1720.00\n\
             latest,2026,,45423.5,\n"
        );
    }

    #[test]
    fn figures_alone_have_the_decimal_sign_of_a_locale_and_cells_are_quoted_by_its_separator() {
        let mut table = sample();
        table.rows[0][2] = Cell::text("a, b; 1.5");
        let latvian = LOCALES.iter().find(|locale| locale.code == "lv").unwrap();
        assert_eq!(
            rendered(Format::csv_for(latvian), &table, None),
            "\u{feff}scenario;year;note;gdp_million;amount_million\n\
             latest;2025;\"a, b; 1.5\";43000;-1720,00\n\
             latest;2026;;45423,5;\n"
        );
        assert_eq!(
            rendered(Format::csv_for(&LOCALES[0]), &table, None),
            format!("\u{feff}{}", rendered(ENTRY, &table, None))
        );
    }
}

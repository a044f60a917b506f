//! Markdown: a table as GitHub shows it, with its key and notes below.

use crate::error::Result;
use crate::quantity::text;
use crate::table::{Cell, Column, Content};

use super::locale::Signs;
use super::rows::{Place, RowFormat, Written};
use super::shown;
use super::{Format, Way};

pub(super) const ENTRY: Format = Format {
    name: "md",
    about: "a Markdown table as GitHub shows it",
    endings: &["md", "markdown"],
    way: Way::Rows(RowFormat {
        signs: Signs::PLAIN,
        head,
        start: "|",
        cell: push_cell,
        end: "\n",
        between: "",
        foot,
        is_one_list: false,
    }),
};

/// Keeps the thousands of a figure on one line.
const NO_BREAK: char = '\u{a0}';

fn head(columns: &[Column], _: Signs) -> String {
    let columns = || columns.iter().filter(|column| !column.heading.is_empty());
    let headings: Vec<_> = columns().map(|column| text::markdown(column.heading)).collect();
    let rules = columns().map(|column| match column.content {
        Content::Figure => "---:",
        Content::Text | Content::Name => "---",
    });
    format!("| {} |\n| {} |\n", headings.join(" | "), rules.collect::<Vec<_>>().join(" | "))
}

fn push_cell(line: &mut String, Place { column, .. }: Place<'_>, cell: &Cell, decimals: u32) -> Result<()> {
    if column.heading.is_empty() {
        return Ok(());
    }
    let shown = match column.content {
        Content::Figure => {
            let mark = shown::mark(cell).map(|letter| format!("{NO_BREAK}{letter}"));
            shown::figure(column, cell, decimals, NO_BREAK)? + &mark.unwrap_or_default()
        }
        Content::Text | Content::Name => shown::words(cell, decimals)?,
    };
    line.push(' ');
    line.push_str(&text::markdown(&shown));
    line.push_str(if shown.is_empty() { "|" } else { " |" });
    Ok(())
}

/// The key of the marks and the notes, each a paragraph.
fn foot(written: &Written, notes: &[String]) -> String {
    let key = written.marks.key();
    let notes = std::iter::once(&key).chain(notes).filter(|note| !note.is_empty());
    notes.map(|note| format!("\n{}\n", text::markdown_paragraph(note))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};
    use super::ENTRY;

    #[test]
    fn figures_stand_to_the_right_with_their_marks() {
        assert_eq!(
            rendered(ENTRY, &sample(), None),
            "| scenario | year | note | GDP, m | amount, m |\n\
             | --- | --- | --- | ---: | ---: |\n\
             | latest | 2025 | =1+1, \"x\" | 43\u{a0}000 | -1\u{a0}720.00 |\n\
             | latest | 2026 | | ¦45\u{a0}423.5\u{a0}e | |\n\
             \ne estimate · ¦ break: not comparable with the year before\n\
             \na \\*note\\*\n"
        );
    }
}

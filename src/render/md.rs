//! Markdown: a table as GitHub shows it, with its key and notes below.

use std::io::Write;

use crate::quantity::text;
use crate::table::{Content, Table};

use super::shown;
use super::{Format, Layout, RenderError};

pub(super) const ENTRY: Format =
    Format { name: "md", about: "a Markdown table as GitHub shows it", endings: &["md", "markdown"], render };

/// Keeps the thousands of a figure on one line.
const NO_BREAK: char = '\u{a0}';

fn render(table: &Table, layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    let columns = || table.columns.iter().filter(|column| !column.heading.is_empty());
    let headings: Vec<_> = columns().map(|column| text::markdown(column.heading)).collect();
    let rules = columns().map(|column| match column.content {
        Content::Figure => "---:",
        Content::Text | Content::Name => "---",
    });
    writeln!(out, "| {} |", headings.join(" | "))?;
    writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    for row in &table.rows {
        let mut line = String::from("|");
        for (column, cell) in table.columns.iter().zip(row).filter(|(column, _)| !column.heading.is_empty()) {
            let shown = match column.content {
                Content::Figure => {
                    let mark = shown::mark(cell).map(|letter| format!("{NO_BREAK}{letter}"));
                    shown::figure(column, cell, layout.decimals, NO_BREAK)? + &mark.unwrap_or_default()
                }
                Content::Text | Content::Name => shown::words(cell, layout.decimals)?,
            };
            line.push(' ');
            line.push_str(&text::markdown(&shown));
            line.push_str(if shown.is_empty() { "|" } else { " |" });
        }
        writeln!(out, "{line}")?;
    }
    let key = shown::key(table, |_| true);
    for note in std::iter::once(&key).chain(&table.notes).filter(|note| !note.is_empty()) {
        writeln!(out, "\n{}", text::markdown_paragraph(note))?;
    }
    Ok(())
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

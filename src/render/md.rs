//! Markdown: a table as GitHub shows it, with its key and notes below.

use crate::error::Result;
use crate::table::{Cell, Column, Content};

use super::rows::{RowFormat, Written};
use super::shown;
use super::{Format, Way};

pub(super) const ENTRY: Format = Format {
    name: "md",
    about: "a Markdown table as GitHub shows it",
    endings: &["md", "markdown"],
    way: Way::Rows(RowFormat { head, start: "|", cell: push_cell, end: "\n", between: "", foot }),
};

/// Keeps the thousands of a figure on one line.
const NO_BREAK: char = '\u{a0}';

fn head(columns: &[Column]) -> String {
    let columns = || columns.iter().filter(|column| !column.heading.is_empty());
    let headings: Vec<String> = columns().map(|column| escaped(column.heading)).collect();
    let rules = columns().map(|column| match column.content {
        Content::Figure => "---:",
        Content::Text | Content::Name => "---",
    });
    format!("| {} |\n| {} |\n", headings.join(" | "), rules.collect::<Vec<_>>().join(" | "))
}

fn push_cell(line: &mut String, (column, _): (&Column, bool), cell: &Cell, decimals: u32) -> Result<()> {
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
    line.push_str(&escaped(&shown));
    line.push_str(if shown.is_empty() { "|" } else { " |" });
    Ok(())
}

/// The key of the marks and the notes, each a paragraph.
fn foot(written: &Written, notes: &[String]) -> String {
    let key = written.marks.key();
    let texts = std::iter::once(&key).chain(notes).filter(|text| !text.is_empty());
    texts.map(|text| format!("\n{}\n", paragraph(text))).collect()
}

/// The text as a paragraph: not a heading, nor an item of a list.
fn paragraph(text: &str) -> String {
    let mut out = escaped(text.trim_start());
    let behind_digits = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let starts_block: &[char] = if behind_digits == 0 { &['#', '+', '-', '='] } else { &['.', ')'] };
    if out[behind_digits..].starts_with(starts_block) {
        out.insert(behind_digits, '\\');
    }
    out
}

/// The text so that Markdown shows it as it stands; a new line becomes `<br>`.
pub(crate) fn escaped(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let line = shown::visible(line.strip_suffix('\r').unwrap_or(line)).into_owned();
        line.char_indices().fold(String::new(), |mut out, (at, c)| {
            if has_meaning(&line[..at], c, &line[at + c.len_utf8()..]) {
                out.push('\\');
            }
            out.push(c);
            out
        })
    });
    lines.collect::<Vec<_>>().join("<br>")
}

/// Whether Markdown would take this character for more than itself. An underscore inside a word and an `&` that begins no
/// entity are left alone, so that addresses stay whole.
fn has_meaning(before: &str, c: char, behind: &str) -> bool {
    let inside_word = || before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
        '_' => !inside_word(),
        '&' => behind.contains(';'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};
    use super::*;

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

    #[test]
    fn nothing_changes_its_meaning() {
        assert_eq!(
            escaped("a|b `c` *d* _e_ f_g <i> &lt; [x](y) ~z~ $1$"),
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ f_g \\<i\\> \\&lt; \\[x\\](y) \\~z\\~ \\$1\\$"
        );
        assert_eq!(escaped("one\r\ntwo\n\u{7}"), "one<br>two<br>\\\\u{7}");
        assert_eq!(escaped("https://example.org/a_b?c=1&d=2"), "https://example.org/a_b?c=1&d=2");
        assert_eq!(paragraph("1. x"), "1\\. x");
        assert_eq!(paragraph("# x"), "\\# x");
    }
}

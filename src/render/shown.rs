//! Cells as people read them, in the terminal and in Markdown alike: thousands apart, marks beside figures, and their key.

use std::borrow::Cow;
use std::fmt::Write;

use crate::error::Result;
use crate::quantity::text;
use crate::table::{Cell, Column, Content, Mark, Table, Value};

/// Stands before a figure that its neighbour above must not be compared with.
pub(super) const BREAK: char = '¦';

/// The letter that stands behind a figure of this kind.
pub(super) fn letter(mark: Mark) -> char {
    match mark {
        Mark::Outturn => 'o',
        Mark::Estimate => 'e',
        Mark::Plan => 'p',
        Mark::Forecast => 'f',
        Mark::Assumption => 'a',
    }
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Outturn => "outturn",
        Mark::Estimate => "estimate",
        Mark::Plan => "plan",
        Mark::Forecast => "forecast",
        Mark::Assumption => "assumption",
    }
}

/// The figure in a cell with its break, its thousands `gap` apart where the column holds millions; nothing if unknown.
pub(super) fn figure(column: &Column, cell: &Cell, decimals: u32, gap: char) -> Result<String> {
    let Some(printed) = cell.printed(decimals)? else { return Ok(String::new()) };
    let millions = column.name.contains("million") && cell.number().is_some();
    let digits = if millions { Cow::Owned(text::grouped(&printed, gap)) } else { printed };
    Ok(if cell.after_break { format!("{BREAK}{digits}") } else { digits.into_owned() })
}

/// The words in a cell, a mark spelled out behind them as in `met (plan)`; nothing if unknown.
pub(super) fn words(cell: &Cell, decimals: u32) -> Result<String> {
    let Some(printed) = cell.printed(decimals)? else { return Ok(String::new()) };
    Ok(match cell.mark {
        Some(mark) => format!("{printed} ({})", word(mark)),
        None => printed.into_owned(),
    })
}

/// What the marks of a table's figures mean, those alone that occur; empty where there is none.
pub(super) fn key(table: &Table) -> String {
    let figures = || {
        let pairs = table.rows.iter().flat_map(|row| table.columns.iter().zip(row));
        let figures = pairs.filter(|(column, _)| column.content == Content::Figure).map(|(_, cell)| cell);
        figures.filter(|cell| cell.value != Value::Unknown)
    };
    let mut marks: Vec<Mark> = figures().filter_map(|cell| cell.mark).collect();
    marks.sort_unstable();
    marks.dedup();
    let mut meanings: Vec<String> = marks.into_iter().map(|mark| format!("{} {}", letter(mark), word(mark))).collect();
    if figures().any(|cell| cell.after_break) {
        meanings.push(format!("{BREAK} break: not comparable with the year before"));
    }
    meanings.join(" · ")
}

/// The text with every character escaped that a terminal would obey instead of showing it, or that turns the line around.
///
/// ```text
/// a bell and a new line: \u{7} \n
/// ```
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_unseen(c) {
            // writing into a String cannot fail
            let _ = write!(out, "{}", c.escape_default());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Control characters, line separators and the signs that change the direction of writing.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::quantity::Decimal;
    use crate::render::{Format, Layout};
    use crate::table::Context;

    const COLUMNS: &[Column] = &[
        Column { name: "scenario", heading: "scenario", content: Content::Name },
        Column { name: "year", heading: "year", content: Content::Name },
        Column { name: "note", heading: "note", content: Content::Text },
        Column { name: "gdp_million", heading: "GDP, m", content: Content::Figure },
        Column { name: "amount_million", heading: "amount, m", content: Content::Figure },
    ];

    /// Two rows with every kind of trouble: a formula, quotes, a minus, a mark, a break, an unknown.
    pub(in crate::render) fn sample() -> Table {
        let year = |year: &str| Cell::from(Value::Years(year.parse().unwrap()));
        let gdp = |text: &str| Cell::from(Value::Plain(text.parse::<Decimal>().unwrap()));
        let amount = Cell::from(Value::Money("-1719.996".parse().unwrap()));
        Table {
            name: "sample",
            columns: COLUMNS,
            rows: vec![
                vec![Cell::text("latest"), year("2025"), Cell::text("=1+1, \"x\""), gdp("43000.00"), amount],
                vec![
                    Cell::text("latest"),
                    year("2026"),
                    Cell::UNKNOWN,
                    gdp("45423.5").marked(Some(Mark::Estimate), true),
                    Cell::UNKNOWN,
                ],
            ],
            context: Context { country: None, currency: None, as_of: "2025-11-20".parse().unwrap() },
            notes: vec!["a *note*".to_owned()],
            sources: Vec::new(),
        }
    }

    pub(in crate::render) fn rendered(format: Format, table: &Table, width: Option<usize>) -> String {
        let mut out = Vec::new();
        (format.render)(table, &Layout { width, ..Layout::default() }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_key_names_what_occurs() {
        assert_eq!(key(&sample()), "e estimate · ¦ break: not comparable with the year before");
    }

    #[test]
    fn a_mark_on_words_is_spelled_out() {
        assert_eq!(words(&Cell::text("met").marked(Some(Mark::Plan), false), 2).unwrap(), "met (plan)");
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        assert_eq!(visible("a\u{1b}[31m\tb\u{202e}ā漢"), "a\\u{1b}[31m\\tb\\u{202e}ā漢");
    }
}

//! The terminal: a grid that fits its width, and what to do where none fits.
//!
//! Five arrangements are tried in turn: everything in columns; words below their row; the same without the columns that may make
//! room, those first that an answer can best do without; names and words above the figures of their row; one record per row.

use std::cmp::Reverse;
use std::io::Write;

use anstyle::Style;

use crate::error::{Error, Kind};
use crate::table::{Column, Content, Rank, Table};

use super::grid::Grid;
use super::record::{self, hanging};
use super::sheet::{MARK_FOLLOWS, Sheet};
use super::{Format, Layout, RenderError, Way, shown, widths};

pub(super) const ENTRY: Format =
    Format { name: "table", about: "columns that fit the terminal", endings: &["txt"], way: Way::Whole(render) };

const HEADING: Style = Style::new().bold();
const MARK: Style = Style::new().dimmed();
/// What stands in a line of its own is set in from the grid, or the grid from it.
const INDENT: &str = "  ";

/// More rows than anybody reads in a terminal, whose layout would take long.
pub(super) const MOST_ROWS: usize = 5_000;

type Lines = Vec<String>;

/// The error of a table that has more.
pub(super) fn too_many_rows() -> Error {
    let help = "write them with `--format csv`, or ask for less, as with `--years` or `--commitment`";
    Error::new(Kind::TooManyRows { limit: MOST_ROWS, what: "a table in a terminal".to_owned() }).help(help)
}

fn render(table: &Table, layout: &Layout<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    if table.rows.len() > MOST_ROWS {
        return Err(too_many_rows().into());
    }
    let sheet = Sheet::new(table, layout.decimals)?;
    let mut parts = Vec::new();
    if !sheet.caption.is_empty() {
        parts.push(hanging(&sheet.caption(), layout.width));
    }
    let mut without = Vec::new();
    match arranged(&sheet, layout) {
        _ if table.rows.is_empty() => parts.push(vec!["no rows".to_owned()]),
        Some((head, body, spared)) => {
            parts.push(head.iter().map(|line| bold(line, layout.color)).chain(body).collect());
            without = spared;
        }
        None => parts.extend(record::blocks(&sheet, layout.width)),
    }
    let below = below(table, &sheet, &without);
    if !below.is_empty() {
        parts.push(below.iter().flat_map(|line| hanging(line, layout.width)).collect());
    }
    for (index, part) in parts.iter().enumerate() {
        writeln!(out, "{}{}", if index == 0 { "" } else { "\n" }, with_marks(&part.join("\n"), layout.color))?;
    }
    Ok(())
}

/// The lines of the headings and those below, in the first arrangement that fits, and the columns that it leaves out.
fn arranged(sheet: &Sheet, layout: &Layout) -> Option<(Lines, Lines, Vec<usize>)> {
    let of = |content| (0..sheet.columns.len()).filter(move |at| sheet.columns[*at].content == content);
    let (mut words, figures): (Vec<usize>, Vec<usize>) = (of(Content::Text).collect(), of(Content::Figure).collect());
    words.sort_by_key(|at| Reverse(widths::content(sheet, *at)));
    let mut spare: Vec<usize> = of(Content::Name).chain(figures.iter().copied()).collect();
    spare.retain(|at| sheet.columns[*at].rank != Rank::Key);
    spare.sort_by_key(|at| (sheet.columns[*at].rank, Reverse(*at)));
    let below = |words: &[usize], without: &[usize]| {
        words_below(sheet, words, without, layout.width).map(|(head, body)| (head, body, without.to_vec()))
    };
    (0..words.len())
        .find_map(|some| below(&words[..some], &[]))
        .or_else(|| (0..=spare.len()).find_map(|some| below(&words, &spare[..some])))
        .or_else(|| words_above(sheet, &figures, layout.width).map(|(head, body)| (head, body, Vec::new())))
}

/// The key of the marks, the notes, and which columns found no room.
fn below(table: &Table, sheet: &Sheet, without: &[usize]) -> Vec<String> {
    let no_room: Vec<&Column> = without.iter().filter_map(|at| sheet.columns.get(*at)).collect();
    let key = shown::key(table, |column| no_room.iter().all(|other| other.name != column.name));
    let mut below: Vec<String> = std::iter::once(key).filter(|key| !key.is_empty()).collect();
    below.extend(sheet.notes.iter().cloned());
    if !without.is_empty() {
        let mut in_order = without.to_vec();
        in_order.sort_unstable();
        below.push(format!("no room for {}: see `--wide` or CSV", sheet.headings(&in_order)));
    }
    below
}

/// The columns of a sheet but these, in order.
fn all_but(sheet: &Sheet, these: &[usize]) -> Vec<usize> {
    (0..sheet.columns.len()).filter(|at| !these.contains(at)).collect()
}

/// Everything in columns, save some words that stand below their row, and what is left out.
fn words_below(sheet: &Sheet, words: &[usize], without: &[usize], width: Option<usize>) -> Option<(Lines, Lines)> {
    let columns = all_but(sheet, &[words, without].concat());
    let words = all_but(sheet, &[&columns, without].concat());
    let Grid { mut head, rule, rows } = Grid::new(sheet, &columns, width)?;
    head.extend(set_in(hanging(&sheet.headings(&words), less_indent(width))));
    let rows = rows.into_iter().zip(&sheet.rows).flat_map(|(lines, row)| {
        let below = set_in(hanging(&Sheet::words(row, &words), less_indent(width)));
        lines.into_iter().chain(below)
    });
    Some((head, std::iter::once(rule).chain(rows).collect()))
}

/// Figures in columns, each row below its names and words.
fn words_above(sheet: &Sheet, figures: &[usize], width: Option<usize>) -> Option<(Lines, Lines)> {
    let words = all_but(sheet, figures);
    let grid = Grid::new(sheet, figures, less_indent(width))?;
    let mut head = hanging(&sheet.headings(&words), width);
    head.extend(set_in(grid.head));
    let rows = grid
        .rows
        .into_iter()
        .zip(&sheet.rows)
        .flat_map(|(lines, row)| hanging(&Sheet::words(row, &words), width).into_iter().chain(set_in(lines)));
    Some((head, set_in(vec![grid.rule]).into_iter().chain(rows).collect()))
}

fn less_indent(width: Option<usize>) -> Option<usize> {
    width.map(|width| width.saturating_sub(INDENT.len()))
}

fn set_in(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().filter(|line| !line.is_empty()).map(|line| format!("{INDENT}{line}")).collect()
}

fn bold(line: &str, color: bool) -> String {
    if color { format!("{HEADING}{line}{HEADING:#}") } else { line.to_owned() }
}

/// The text with its marks in place, set back a little if colours are wanted.
fn with_marks(text: &str, color: bool) -> String {
    let mut parts = text.split(MARK_FOLLOWS);
    let mut out = parts.next().unwrap_or_default().to_owned();
    let style = if color { MARK } else { Style::new() };
    for part in parts {
        let mark = part.chars().next().map_or(0, char::len_utf8);
        out += &format!(" {style}{}{style:#}{}", &part[..mark], &part[mark..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::{rendered, sample};
    use super::*;

    #[test]
    fn figures_stand_below_each_other_and_what_is_equal_stands_above() {
        assert_eq!(
            rendered(ENTRY, &sample(), Some(80)),
            "scenario latest\n\n\
             year  note          GDP, m    amount, m\n\
             ───────────────────────────────────────\n\
             2025  =1+1, \"x\"   43 000      -1 720.00\n\
             2026             ¦45 423.5 e\n\n\
             e estimate · ¦ break: not comparable with the year before\n\
             a *note*\n"
        );
    }

    fn lines(width: usize) -> Vec<String> {
        rendered(ENTRY, &sample(), Some(width)).lines().skip(2).take(5).map(str::to_owned).collect()
    }

    #[test]
    fn words_go_below_then_columns_make_room_then_all_goes_into_records() {
        let head = ["year     GDP, m    amount, m", "  note", "────────────────────────────"];
        assert_eq!(lines(28), [&head[..], &["2025   43 000      -1 720.00", "  =1+1, \"x\""]].concat());
        let head = ["year  amount, m", "  note", "───────────────"];
        assert_eq!(lines(27), [&head[..], &["2025  -1 720.00", "  =1+1, \"x\""]].concat());
        assert_eq!(lines(14), ["", "year: 2025", "note: =1+1,", "  \"x\"", "GDP, m: 43 000"]);
    }

    #[test]
    fn what_found_no_room_is_named_and_its_marks_are_not_explained() {
        let text = rendered(ENTRY, &sample(), Some(60));
        assert!(text.contains("e estimate") && !text.contains("no room"), "{text}");
        let text = rendered(ENTRY, &sample(), Some(27));
        assert!(!text.contains("e estimate"), "{text}");
        assert!(text.replace("\n  ", " ").contains("no room for GDP, m: see `--wide` or CSV"), "{text}");
    }

    #[test]
    fn what_names_a_row_and_the_answer_are_never_left_out() {
        for width in 20..120 {
            let text = rendered(ENTRY, &sample(), Some(width));
            assert!(["2025", "2026", "-1 720.00"].iter().all(|key| text.contains(key)), "{width}:\n{text}");
        }
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in 12..120 {
            let text = rendered(ENTRY, &sample(), Some(width));
            assert!(text.lines().all(|line| widths::width(line) <= width), "{width}:\n{text}");
            assert!(text.lines().all(|line| !line.ends_with(' ')), "{width}:\n{text}");
        }
    }

    #[test]
    fn an_empty_table_says_so() {
        let text = rendered(ENTRY, &Table { rows: Vec::new(), ..sample() }, Some(80));
        assert_eq!(text, "no rows\n\na *note*\n");
    }

    #[test]
    fn a_title_cannot_command_the_terminal() {
        let mut table = sample();
        table.rows[0][2] = crate::table::Cell::text("\u{1b}[2J\u{1}\u{2}");
        let text = rendered(ENTRY, &table, Some(80));
        assert!(text.contains("\\u{1b}[2J\\u{1}\\u{2}"), "{text}");
    }
}

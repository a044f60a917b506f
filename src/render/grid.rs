//! Rows and columns on a terminal.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentLineStyle, LineStyle, Table, TableStyle, Width};

use crate::table::Content;

use super::sheet::Sheet;
use super::widths::{self, GAP, width};

/// Nothing but a rule below the headings.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none().junction(' '))
    .row_separator(LineStyle::none().fill(ROW_ENDS).junction(ROW_ENDS));
/// Tells the lines of one row from those of the next, and is never printed. No cell brings one, since control characters are escaped.
const ROW_ENDS: char = '\u{2}';

/// Some columns of a sheet as lines.
pub(super) struct Grid {
    /// The lines of the headings.
    pub(super) head: Vec<String>,
    /// The line below them.
    pub(super) rule: String,
    /// The lines of each row: more than one where words are wrapped.
    pub(super) rows: Vec<Vec<String>>,
}

impl Grid {
    /// These columns of the sheet within `available`, or nothing if they do not fit.
    pub(super) fn new(sheet: &Sheet, columns: &[usize], available: Option<usize>) -> Option<Self> {
        let widths = widths::widths(sheet, columns, available)?;
        let headings: Vec<Vec<String>> =
            columns.iter().zip(&widths).map(|(at, width)| heading(sheet, *at, *width)).collect();
        let height = headings.iter().map(Vec::len).max()?;
        let mut table = Table::new();
        table.load_style(STYLE);
        table.set_header(headings.iter().map(|lines| Cell::new("\n".repeat(height - lines.len()) + &lines.join("\n"))));
        table.add_rows(
            sheet
                .rows
                .iter()
                .map(|row| columns.iter().filter_map(|at| row.get(*at)).map(Cell::new).collect::<Vec<_>>()),
        );
        set_columns(&mut table, sheet, columns, &widths);
        let mut lines = table.lines().map(|line| line.trim_end().to_owned());
        let (head, rule) = (lines.by_ref().take(height).collect(), lines.next()?);
        let body: Vec<String> = lines.collect();
        Some(Self { head, rule, rows: body.split(|line| line.starts_with(ROW_ENDS)).map(<[String]>::to_vec).collect() })
    }
}

/// Gives each column its width and alignment; the gap is one blank of the style and padding on the left.
fn set_columns(table: &mut Table, sheet: &Sheet, columns: &[usize], widths: &[usize]) {
    for ((column, at), width) in table.column_iter_mut().zip(columns).zip(widths) {
        let padding = if column.index == 0 { 0 } else { GAP - 1 };
        let fixed = width.max(&1) + padding;
        column.set_padding((u16::try_from(padding).unwrap_or(0), 0));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(u16::try_from(fixed).unwrap_or(u16::MAX))));
        column.set_cell_alignment(match sheet.columns.get(*at).map(|column| column.content) {
            Some(Content::Figure) => CellAlignment::Right,
            Some(Content::Name | Content::Text) | None => CellAlignment::Left,
        });
    }
}

/// The lines of a heading, broken at blanks alone; above figures they end where the digits do, if there is room.
fn heading(sheet: &Sheet, at: usize, most: usize) -> Vec<String> {
    let Some(column) = sheet.columns.get(at) else { return Vec::new() };
    let behind_digits = match column.content {
        Content::Figure => sheet.rows.iter().filter_map(|row| behind_digits(row.get(at)?)).min().unwrap_or(0),
        Content::Name | Content::Text => 0,
    };
    let mut lines: Vec<String> = Vec::new();
    for word in column.heading.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= most => *line += &format!(" {word}"),
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    for line in &mut lines {
        *line += &" ".repeat(behind_digits.min(most.saturating_sub(width(line))));
    }
    lines
}

/// How many characters follow the last digit of a figure; nothing where there is no figure.
fn behind_digits(cell: &str) -> Option<usize> {
    cell.contains(|c: char| c.is_ascii_digit()).then(|| cell.chars().rev().take_while(|c| !c.is_ascii_digit()).count())
}

//! A table in a notebook: the names and cells that `rows` has, as text and nothing else.

use std::borrow::Cow;
use std::fmt::Write;

use pledgebook::error::Error;
use pledgebook::table::{Cell, Content, Table};

/// So many rows are shown; of more it is said how many there are.
const MOST: usize = 60;

/// The table as HTML that carries no script and loads nothing.
pub(crate) fn html(table: &Table, decimals: u32) -> Result<String, Error> {
    let heads: String = table.columns.iter().map(|column| format!("<th>{}</th>", escaped(column.name))).collect();
    let mut out = format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n");
    for row in table.rows.iter().take(MOST) {
        out += "<tr>";
        for (column, cell) in table.columns.iter().zip(row) {
            let side = if column.content == Content::Figure { "right" } else { "left" };
            let text = shown(cell, decimals)?;
            // writing into a text cannot fail
            let _ = write!(out, "<td style=\"text-align: {side}\">{}</td>", escaped(&text));
        }
        out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
    let more = table.rows.len().checked_sub(MOST + 1).map(|more| format!("and {} more rows", more + 1));
    let below = more.iter().chain(&table.notes).map(|note| format!("<p>{}</p>\n", escaped(note)));
    Ok(below.fold(out, |out, note| out + &note))
}

fn shown(cell: &Cell, decimals: u32) -> Result<Cow<'_, str>, Error> {
    Ok(cell.printed(decimals)?.unwrap_or_default())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

//! Tables as HTML: figures with thousands apart and their marks, the key and notes below, each figure a link where it leads somewhere.

use crate::error::Result;
use crate::quantity::text::push_xml;
use crate::table::{Cell, Column, Content, Table};

use super::Layout;
use super::shown;

/// Keeps the thousands of a figure on one line.
const NO_BREAK: char = '\u{a0}';

/// A table as HTML; `leading` says where the cell of a row in a column leads, by the number of the row.
///
/// # Errors
/// A figure cannot be rounded.
pub(crate) fn table(
    table: &Table,
    layout: &Layout,
    leading: &dyn Fn(usize, &Column) -> Option<String>,
) -> Result<String> {
    let mut out = String::from("<div class=\"rows\" tabindex=\"0\"><table>\n<thead><tr>");
    let shown: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(_, own)| !own.heading.is_empty()).collect();
    for (_, column) in &shown {
        out.push_str(&format!("<th scope=\"col\"{}>", class(column)));
        push_xml(&mut out, column.heading);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (number, row) in table.rows.iter().enumerate() {
        out.push_str("<tr>");
        for (at, column) in &shown {
            let words = words(column, row.get(*at).unwrap_or(&Cell::UNKNOWN), layout.decimals)?;
            out.push_str(&format!("<td{}>", class(column)));
            let link = leading(number, column).filter(|_| !words.is_empty());
            if let Some(address) = &link {
                out.push_str("<a href=\"");
                push_xml(&mut out, address);
                out.push_str("\">");
            }
            push_xml(&mut out, &words);
            out.push_str(if link.is_some() { "</a></td>" } else { "</td>" });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
    for note in std::iter::once(&shown::key(table, |_| true)).chain(&table.notes).filter(|note| !note.is_empty()) {
        out.push_str("<p class=\"note\">");
        push_xml(&mut out, note);
        out.push_str("</p>\n");
    }
    Ok(out)
}

fn class(column: &Column) -> &'static str {
    match column.content {
        Content::Figure => " class=\"figure\"",
        Content::Name => " class=\"name\"",
        Content::Text => "",
    }
}

fn words(column: &Column, cell: &Cell, decimals: u32) -> Result<String> {
    Ok(match column.content {
        Content::Figure => {
            let mark = shown::mark(cell).map(|letter| format!("{NO_BREAK}{letter}"));
            shown::figure(column, cell, decimals, NO_BREAK)? + &mark.unwrap_or_default()
        }
        Content::Text | Content::Name => shown::words(cell, decimals)?,
    })
}

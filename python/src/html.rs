//! A table in a notebook: the names and cells that `rows` has, as text and nothing else.

use pledgebook::error::Error;
use pledgebook::quantity::text::{push_xml, visible};
use pledgebook::table::{Content, Table};

/// So many rows are shown; of more it is said how many there are.
const MOST: usize = 60;

/// The table as HTML that carries no script and loads nothing.
pub(crate) fn html(table: &Table, decimals: u32) -> Result<String, Error> {
    let mut out = "<table>\n<thead><tr>".to_owned();
    for column in table.columns {
        push(&mut out, "<th>", column.name, "</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in table.rows.iter().take(MOST) {
        out.push_str("<tr>");
        for (column, cell) in table.columns.iter().zip(row) {
            let start = match column.content {
                Content::Figure => "<td style=\"text-align: right\">",
                Content::Text | Content::Name => "<td style=\"text-align: left\">",
            };
            push(&mut out, start, &cell.printed(decimals)?.unwrap_or_default(), "</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    let more = table.rows.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("rows that are not shown: {more}"));
    more.iter().chain(&table.notes).for_each(|note| push(&mut out, "<p>", note, "</p>\n"));
    Ok(out)
}

/// A text between two tags; what would hide in it or turn the line around is shown.
fn push(out: &mut String, start: &str, text: &str, end: &str) {
    out.push_str(start);
    push_xml(out, &visible(text));
    out.push_str(end);
}

//! Tables as HTML: what is the same in every row above it, figures with thousands apart and their marks, the key and notes below.

use std::borrow::Cow;

use crate::error::Result;
use crate::quantity::text::push_xml;
use crate::table::{Cell, Column, Content, Rank, Table, Value, Verdict, columns};

use super::Layout;
use super::sheet::{self, APART};
use super::shown;

/// Keeps the thousands of a figure on one line.
const NO_BREAK: char = '\u{a0}';

/// Beside more than so many columns those make room at first that figures rest on.
const MOST_COLUMNS: usize = 12;

/// What a cell means beyond its words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meaning<'m> {
    /// Where it leads.
    pub(crate) address: Option<&'m str>,
    /// What the name in it is called.
    pub(crate) title: Option<Cow<'m, str>>,
}

/// What the cell of a row in a column means, by the number of the row.
pub(crate) type Meanings<'l> = &'l dyn Fn(usize, &Column, &Cell) -> Meaning<'l>;

/// A table as HTML.
///
/// # Errors
/// A figure cannot be rounded.
pub(crate) fn table(table: &Table, layout: &Layout, meanings: Meanings<'_>) -> Result<String> {
    if table.rows.is_empty() {
        return Ok(note("no rows"));
    }
    let (same, mut columns) = sheet::parted(table);
    let named = named(&columns);
    let last = named.iter().take_while(|name| **name != columns::YEAR.name).count().max(1);
    if let Some(at) = columns.iter().position(|(_, column)| column.name == columns::VERDICT.name) {
        // the answer stands beside what it is about, where the narrowest window shows it
        columns[last.min(at)..=at].rotate_right(1);
    }
    let room = room(&columns);
    let classes: Vec<String> = columns.iter().map(|(_, column)| class(column, &room)).collect();
    let wide = if columns.len() > MOST_COLUMNS { " wide" } else { "" };
    let mut out = format!("<div class=\"table{wide}\">");
    if columns.iter().any(|(_, column)| room(column)) {
        out.push_str("<label class=\"all-columns\"><input type=\"checkbox\"> All columns</label>");
    }
    out.push_str("<div class=\"rows\" tabindex=\"0\"><table data-sortable>\n");
    push_caption(&mut out, table, &same, layout, meanings)?;
    push_headings(&mut out, &columns, &classes);
    for (number, row) in table.rows.iter().enumerate() {
        out.push_str("<tr>");
        for ((at, column), class) in columns.iter().zip(&classes) {
            let cell = row.get(*at).unwrap_or(&Cell::UNKNOWN);
            let is_name = named.contains(&column.name) && cell.value != Value::Unknown;
            let name = if is_name { "th" } else { "td" };
            push_cell(&mut out, (name, class), (column, cell), layout, &meanings(number, column, cell))?;
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
    let is_shown = |column: &Column| columns.iter().any(|(_, own)| own.name == column.name);
    let unknown = table.rows.iter().any(|row| columns.iter().any(|(at, column)| is_unknown_figure(row, *at, column)));
    out.push_str(&note(&shown::key(table, is_shown)));
    out.push_str(if unknown { UNKNOWN } else { "" });
    out.extend(table.notes.iter().map(|words| note(words)));
    out.push_str("</div>\n");
    Ok(out)
}

/// What an empty cell means, said once.
const UNKNOWN: &str = "<p class=\"note\">A figure that is not there is unknown, never zero.</p>\n";

fn is_unknown_figure(row: &[Cell], at: usize, column: &Column) -> bool {
    column.content == Content::Figure && row.get(at).is_none_or(|cell| cell.value == Value::Unknown)
}

/// Which columns say which row it is: names at the beginning that are never left out, else the first column.
fn named(columns: &[(usize, &Column)]) -> Vec<&'static str> {
    let keys = columns.iter().take_while(|(_, column)| column.rank == Rank::Key);
    let named = keys.filter(|(_, column)| column.content == Content::Name && column.name != columns::VERDICT.name);
    let named: Vec<&str> = named.map(|(_, column)| column.name).collect();
    if named.is_empty() { columns.first().map(|(_, column)| column.name).into_iter().collect() } else { named }
}

/// The name of the table, for those who do not see what stands around it, and what is the same in every row.
fn push_caption(
    out: &mut String,
    table: &Table,
    same: &[(usize, &Column)],
    layout: &Layout,
    meanings: Meanings<'_>,
) -> Result<()> {
    let first = table.rows.first().map_or(&[][..], Vec::as_slice);
    let mut parts = Vec::new();
    for (at, column) in same {
        let cell = first.get(*at).unwrap_or(&Cell::UNKNOWN);
        let words = words(column, cell, layout.decimals)?;
        parts.push(format!("{} {}", column.heading, meanings(0, column, cell).title.unwrap_or(words.into())));
    }
    let words = parts.join(APART);
    out.push_str("<caption><span class=\"unseen\">");
    push_xml(out, &format!("{}, as known on {}", table.name, table.context.as_of));
    out.push_str(if words.is_empty() { "" } else { ": " });
    out.push_str("</span>");
    push_xml(out, &words);
    out.push_str("</caption>\n");
    Ok(())
}

fn push_headings(out: &mut String, columns: &[(usize, &Column)], classes: &[String]) {
    out.push_str("<thead><tr>");
    for ((_, column), class) in columns.iter().zip(classes) {
        out.push_str(&format!("<th scope=\"col\" class=\"{class}\">"));
        push_xml(out, column.heading);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
}

fn push_cell(
    out: &mut String,
    (name, class): (&str, &str),
    (column, cell): (&Column, &Cell),
    layout: &Layout,
    meaning: &Meaning<'_>,
) -> Result<()> {
    let scope = if name == "th" { " scope=\"row\"" } else { "" };
    out.push_str(&format!("<{name}{scope} class=\"{class}\""));
    if let Value::Verdict(verdict) = cell.value {
        out.push_str(&format!(" data-verdict=\"{}\"", verdict.word()));
    }
    out.push('>');
    let words = words(column, cell, layout.decimals)?;
    let link = meaning.address.filter(|_| !words.is_empty());
    if let Some(address) = link {
        out.push_str(if column.content == Content::Figure { "<a class=\"derived\" href=\"" } else { "<a href=\"" });
        push_xml(out, address);
        out.push_str("\">");
    }
    push_xml(out, meaning.title.as_deref().unwrap_or(&words));
    if let Some(letter) = shown::mark(cell).filter(|_| column.content == Content::Figure) {
        out.push_str(&format!("<span class=\"mark\">{NO_BREAK}{letter}</span>"));
    }
    out.push_str(if link.is_some() { "</a>" } else { "" });
    if meaning.title.is_some() {
        out.push_str(" <small class=\"id\">");
        push_xml(out, &words);
        out.push_str("</small>");
    }
    out.push_str(&format!("</{name}>"));
    Ok(())
}

/// Which columns make room first: what figures rest on, unless no other figure is the answer.
fn room(columns: &[(usize, &Column)]) -> impl Fn(&Column) -> bool {
    let is_figure = |column: &Column| column.content == Content::Figure;
    let answers = columns.iter().any(|(_, column)| is_figure(column) && column.rank == Rank::Key);
    move |column| column.rank == Rank::Ground && (answers || !is_figure(column))
}

/// How its cells are set, and whether they make room first.
fn class(column: &Column, room: &dyn Fn(&Column) -> bool) -> String {
    let content = match column.content {
        Content::Figure => "figure",
        Content::Name => "name",
        Content::Text => "words",
    };
    format!("{content}{}", if room(column) { " ground" } else { "" })
}

/// What a cell says, without its mark.
fn words(column: &Column, cell: &Cell, decimals: u32) -> Result<String> {
    match column.content {
        Content::Figure => shown::figure(column, cell, decimals, NO_BREAK),
        Content::Text | Content::Name => {
            let words = shown::words(cell, decimals)?;
            let Value::Verdict(verdict) = cell.value else { return Ok(words) };
            Ok(words.replacen(verdict.word(), said(verdict), 1))
        }
    }
}

/// A verdict as sentences say it.
pub(crate) fn said(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::MetRounded => "met when rounded",
        Verdict::Met | Verdict::Missed | Verdict::Undecided | Verdict::Incomparable | Verdict::Open => verdict.word(),
    }
}

/// A paragraph below a table; nothing where there are no words.
fn note(words: &str) -> String {
    let mut out = String::new();
    if !words.is_empty() {
        out.push_str("<p class=\"note\">");
        push_xml(&mut out, words);
        out.push_str("</p>\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::shown::tests::sample;
    use super::*;

    fn written(leading: Meanings<'_>) -> String {
        table(&sample(), &Layout::default(), leading).unwrap()
    }

    #[test]
    fn figures_stand_to_the_right_with_their_marks_and_the_same_of_every_row_above() {
        assert_eq!(
            written(&|_, _, _| Meaning::default()),
            "<div class=\"table\"><label class=\"all-columns\"><input type=\"checkbox\"> All columns</label>\
             <div class=\"rows\" tabindex=\"0\"><table data-sortable>\n\
             <caption><span class=\"unseen\">sample, as known on 2025-11-20: </span>scenario latest</caption>\n\
             <thead><tr><th scope=\"col\" class=\"name\">year</th><th scope=\"col\" class=\"words ground\">note</th>\
             <th scope=\"col\" class=\"figure ground\">GDP, m</th><th scope=\"col\" class=\"figure\">amount, m</th>\
             </tr></thead>\n<tbody>\n\
             <tr><th scope=\"row\" class=\"name\">2025</th><td class=\"words ground\">=1+1, &quot;x&quot;</td>\
             <td class=\"figure ground\">43\u{a0}000</td><td class=\"figure\">-1\u{a0}720.00</td></tr>\n\
             <tr><th scope=\"row\" class=\"name\">2026</th><td class=\"words ground\"></td>\
             <td class=\"figure ground\">¦45\u{a0}423.5<span class=\"mark\">\u{a0}e</span></td>\
             <td class=\"figure\"></td></tr>\n\
             </tbody>\n</table></div>\n\
             <p class=\"note\">e estimate · ¦ break: not comparable with the year before</p>\n\
             <p class=\"note\">A figure that is not there is unknown, never zero.</p>\n\
             <p class=\"note\">a *note*</p>\n</div>\n"
        );
    }

    #[test]
    fn what_is_known_leads_where_it_is_said_and_what_is_unknown_nowhere() {
        let html = written(&|row, column, _| {
            let address = (row == 1).then_some(if column.name == "year" { "/year?a&b" } else { "/other?a&b" });
            Meaning { address, title: None }
        });
        assert!(html.contains("<th scope=\"row\" class=\"name\"><a href=\"/year?a&amp;b\">2026</a></th>"));
        assert!(html.contains("<a class=\"derived\" href=\"/other?a&amp;b\">¦45"));
        assert_eq!(html.matches("<a ").count(), 2);
    }
}

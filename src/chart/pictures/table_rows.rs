//! What charts read from a table, and the words that they share.

use std::borrow::Cow;

use crate::chart::figure::Role;
use crate::chart::words::{Lang, SHARED};
use crate::quantity::{Decimal, Year, round};
use crate::table::{Cell, Table, Value};

/// The powers of ten that a decimal may be divided by.
const POWERS: [f64; 29] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
];

/// How much of a year its bars take together, and one of several at most.
const TOGETHER: f64 = 0.88;
const ALONE: f64 = 0.44;

const NO_BREAK: &str = "\u{a0}";

/// A row of a table: what stands at one year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) role: &'a str,
    pub(crate) label: &'a str,
    pub(crate) year: i32,
    pub(crate) figure: &'a Cell,
    pub(crate) value: f64,
    /// The words of the pledge, where the row follows from one.
    pub(crate) pledge: &'a str,
    /// The title of the definition, if the table has it.
    pub(crate) definition: &'a str,
    /// The title of what the label names, if the table has it.
    pub(crate) title: &'a str,
}

/// The rows that have a year and a figure, in the table's order.
pub(crate) fn rows<'a>(table: &'a Table, column: &str) -> Vec<Row<'a>> {
    // each column is looked up once, not once for each row
    let columns = [column, "role", "label", "year", "pledge", "definition", "title"].map(|name| table.column(name));
    let row = |cells: &'a Vec<Cell>| {
        let cell = |column: Option<usize>| column.and_then(|at| cells.get(at)).unwrap_or(&Cell::UNKNOWN);
        let [figure, role, label, at, pledge, definition, title] = columns.map(cell);
        Some(Row {
            role: words(role),
            label: words(label),
            year: year(at)?,
            figure,
            value: place(figure.number()?),
            pledge: words(pledge),
            definition: words(definition),
            title: words(title),
        })
    };
    table.rows.iter().filter_map(row).collect()
}

pub(crate) fn words(cell: &Cell) -> &str {
    match &cell.value {
        Value::Text(words) | Value::Stated(words) => words,
        Value::Unknown
        | Value::Years(_)
        | Value::Date(_)
        | Value::Money(_)
        | Value::Plain(_)
        | Value::Quotient(..)
        | Value::MoneyQuotient(_) => "",
    }
}

/// A single year; a run of years has no place on an axis of years.
pub(crate) fn year(cell: &Cell) -> Option<i32> {
    let single = |year: Year| i32::from(year.number());
    match &cell.value {
        Value::Years(years) => (years.first() == years.last()).then(|| single(years.first())),
        Value::Text(words) | Value::Stated(words) => words.parse().ok().map(single),
        Value::Unknown
        | Value::Date(_)
        | Value::Money(_)
        | Value::Plain(_)
        | Value::Quotient(..)
        | Value::MoneyQuotient(_) => None,
    }
}

/// Where a figure stands on an axis: a float beside it, good for a place and for nothing else.
#[expect(clippy::cast_precision_loss, reason = "a place on paper needs no more digits than a float has")]
pub(crate) fn place(figure: Decimal) -> f64 {
    figure.mantissa() as f64 / POWERS.get(figure.scale() as usize).copied().unwrap_or(f64::INFINITY)
}

/// A figure in print: amounts to the million, as `1 720` with a no-break space, shares with at most two decimals.
pub(crate) fn printed(figure: &Cell, lang: Lang) -> String {
    let fine = figure.number().filter(|number| matches!(figure.value, Value::Stated(_)) && number.scale() > 2);
    let short = fine.and_then(|number| round(number, 2).ok()).map(|number| number.to_string());
    let text = short.or_else(|| figure.printed(0).ok().flatten().map(Cow::into_owned)).unwrap_or_default();
    lang.number(&text)
}

/// The currency of the table's amounts; empty where they have several.
pub(crate) fn currency(table: &Table) -> &str {
    table.context.currency.as_ref().map_or("", |currency| currency.code())
}

/// What a kind of figure is drawn as.
pub(crate) fn role(kind: &str) -> Role {
    match kind {
        "estimate" => Role::Estimate,
        "plan" => Role::Plan,
        "forecast" | "assumption" => Role::Forecast,
        _ => Role::Outturn,
    }
}

/// An amount to the million, a small one to a tenth of that.
pub(crate) fn fine(cell: &Cell, lang: Lang) -> String {
    let small = cell.number().is_some_and(|millions| millions.abs() < Decimal::ONE_HUNDRED);
    let text = cell.printed(u32::from(small)).ok().flatten().unwrap_or_default();
    lang.number(&text)
}

/// How far from the middle of their year so many bars stand, so that those of the year with the most fit.
pub(crate) fn beside(bars: usize, most: usize) -> impl Iterator<Item = f64> {
    let count = |bars: usize| (1..=bars).map(|_| 1.0).sum::<f64>();
    let apart = (TOGETHER / count(most.max(1))).min(ALONE);
    let first = -apart * (count(bars) - 1.0) / 2.0;
    (0..bars).map(move |bar| first + apart * count(bar))
}

/// Whether a pledge, in its canonical words, is to stay below its figure.
pub(crate) fn is_ceiling(pledge: &str) -> bool {
    pledge.starts_with("at most")
}

/// The pledge without what the subtitle says already: `about 5%` of `about 5% of GDP`.
pub(crate) fn short(pledge: &str) -> &str {
    pledge.strip_suffix(" of GDP").unwrap_or(pledge)
}

/// The first row for the year of the as-of date or later, else the last before it: what is being talked about.
pub(crate) fn topical<'a, 'b>(rows: &'b [Row<'a>], this_year: i32) -> Option<&'b Row<'a>> {
    let coming = rows.iter().filter(|row| row.year >= this_year).min_by_key(|row| row.year);
    coming.or_else(|| rows.iter().max_by_key(|row| row.year))
}

/// The year of the day whose knowledge the table shows.
pub(crate) fn this_year(table: &Table) -> i32 {
    i32::from(table.context.as_of.year().number())
}

/// Publishers with the days of their documents, and the day whose knowledge is shown.
pub(crate) fn credits(table: &Table, lang: Lang) -> String {
    let mut publishers: Vec<(&str, Vec<String>)> = Vec::new();
    for source in &table.sources {
        let published = source.published.to_string();
        match publishers.iter_mut().find(|(publisher, _)| *publisher == source.publisher) {
            Some((_, days)) if days.contains(&published) => {}
            Some((_, days)) => days.push(published),
            None => publishers.push((&source.publisher, vec![published])),
        }
    }
    // a line breaks after a comma or a semicolon, not between a name and its day
    let joined = |(publisher, days): &(&str, Vec<String>)| {
        format!("{publisher} {}", days.join("\n")).replace(' ', NO_BREAK).replace('\n', ", ")
    };
    let named: Vec<String> = publishers.iter().map(joined).collect();
    let say = SHARED.of(lang);
    let word = (say.sources)(named.len());
    let sources = if named.is_empty() { String::new() } else { format!("{word}: {}. ", named.join("; ")) };
    sources + &(say.as_of)(&table.context.as_of.to_string())
}

/// The definition of the first of these rows that names one, to stand inside a sentence: `direct defence spending`.
pub(crate) fn definition<'a, 'b: 'a>(rows: impl IntoIterator<Item = &'a Row<'b>>) -> Option<String> {
    rows.into_iter().map(|row| row.definition).find(|title| !title.is_empty()).map(inside)
}

/// A title as it stands inside a sentence; an abbreviation at its beginning keeps its capitals.
pub(crate) fn inside(title: &str) -> String {
    let mut letters = title.chars();
    let Some(first) = letters.next() else { return String::new() };
    let small = letters.clone().next().is_some_and(char::is_lowercase);
    if small { first.to_lowercase().chain(letters).collect() } else { title.to_owned() }
}

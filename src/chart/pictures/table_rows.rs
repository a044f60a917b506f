//! What charts read from a table, and the words that they share.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::chart::figure::{Figure, Role};
use crate::chart::words::{Lang, SHARED};
use crate::error::Result;
use crate::quantity::{Decimal, round};
use crate::table::{self, Cell, Column, Kind, Pledge, Table, Value, columns};

/// The powers of ten that a decimal may be divided by.
const POWERS: [f64; 29] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
];

/// How much of a year its bars take together, and one of several at most.
const TOGETHER: f64 = 0.88;
const ALONE: f64 = 0.44;

/// How far the level of a pledge reaches to both sides of its year.
pub(crate) const REACH: f64 = 0.46;

const NO_BREAK: &str = "\u{a0}";

/// What draws the pictures.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

/// A row of a table: what stands at one year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) role: table::Role,
    pub(crate) label: &'a Cell,
    pub(crate) year: i32,
    pub(crate) figure: &'a Cell,
    pub(crate) value: f64,
    /// The pledge that the row states or follows from.
    pub(crate) pledge: Option<Pledge>,
    /// The title of the definition.
    pub(crate) definition: &'a str,
    /// The title of the scenario, if it has one.
    pub(crate) title: &'a str,
    /// Who published the GDP of the scenario.
    pub(crate) publisher: &'a str,
}

/// The rows that have a year and a figure in this column, in the table's order; the label of a pledge is its words.
pub(crate) fn rows<'a>(table: &'a Table, figure: &Column) -> Result<Vec<Row<'a>>> {
    let of = [&columns::ROLE, &columns::LABEL, &columns::YEAR, figure, &columns::DEFINITION];
    let rows = table.select(of)?.into_iter();
    Ok(rows
        .filter_map(|[role, label, at, figure, definition]| row([role, label, at, figure, label, definition]))
        .collect())
}

/// The same of amounts under scenarios, each with its pledge, its scenario's title and the publisher of GDP.
pub(crate) fn scenario_rows(table: &Table) -> Result<Vec<Row<'_>>> {
    let of = [
        &columns::ROLE,
        &columns::LABEL,
        &columns::YEAR,
        &columns::AMOUNT_MILLION,
        &columns::PLEDGE,
        &columns::DEFINITION,
    ];
    let rows = table.select(of)?.into_iter().zip(table.select([&columns::TITLE, &columns::PUBLISHER])?);
    Ok(rows
        .filter_map(|(cells, [title, publisher])| {
            Some(Row { title: title.words(), publisher: publisher.words(), ..row(cells)? })
        })
        .collect())
}

fn row([role, label, at, figure, pledge, definition]: [&Cell; 6]) -> Option<Row<'_>> {
    Some(Row {
        role: role.role()?,
        label,
        year: year(at)?,
        figure,
        value: place(figure.number()?),
        pledge: pledge.pledge(),
        definition: definition.words(),
        title: "",
        publisher: "",
    })
}

impl Row<'_> {
    /// The words of its pledge; empty where there is none.
    pub(crate) fn pledge(&self, lang: Lang) -> String {
        self.pledge.map(|pledge| lang.pledge(pledge)).unwrap_or_default()
    }

    /// The same without what the subtitle says already: `about 5%` of `about 5% of GDP`.
    pub(crate) fn short_pledge(&self, lang: Lang) -> String {
        self.pledge.map(|pledge| lang.short_pledge(pledge)).unwrap_or_default()
    }
}

/// A single year; a run of years has no place on an axis of years.
pub(crate) fn year(cell: &Cell) -> Option<i32> {
    let years = cell.years().filter(|years| years.first() == years.last())?;
    Some(i32::from(years.first().number()))
}

/// Where a figure stands on an axis: a float beside it, good for a place and for nothing else.
#[expect(clippy::cast_precision_loss, reason = "a place on paper needs no more digits than a float has")]
pub(crate) fn place(figure: Decimal) -> f64 {
    figure.mantissa() as f64 / POWERS.get(figure.scale() as usize).copied().unwrap_or(f64::INFINITY)
}

/// Where a figure stands before it is rounded for print.
pub(crate) fn exact_place(cell: &Cell) -> Option<f64> {
    cell.ratio()?.exact_or(6).ok().map(place)
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
pub(crate) fn drawn_as(kind: Kind) -> Role {
    match kind {
        Kind::Outturn => Role::Outturn,
        Kind::Estimate => Role::Estimate,
        Kind::Plan => Role::Plan,
        Kind::Forecast | Kind::Assumption => Role::Forecast,
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

/// The first row for the year of the as-of date or later, else the last before it: what is being talked about.
pub(crate) fn topical<'a, 'b>(rows: &'b [Row<'a>], this_year: i32) -> Option<&'b Row<'a>> {
    let coming = rows.iter().filter(|row| row.year >= this_year).min_by_key(|row| row.year);
    coming.or_else(|| rows.iter().max_by_key(|row| row.year))
}

/// The year of the day whose knowledge the table shows.
pub(crate) fn this_year(table: &Table) -> i32 {
    i32::from(table.context.as_of.year().number())
}

/// A figure that says where the table's figures come from and what drew it, and nothing else yet.
pub(crate) fn signed(table: &Table, lang: Lang) -> Figure {
    let title = &table.context.book;
    let credit = if title.is_empty() { PROGRAM.to_owned() } else { format!("{PROGRAM}: {title}") };
    Figure { lang, source: sources(table, lang), credit, ..Figure::default() }
}

/// Publishers with the days of their documents, each with the short name that the picture has for it, and the day whose
/// knowledge is shown.
fn sources(table: &Table, lang: Lang) -> String {
    let said: BTreeSet<&str> = table.rows.iter().flatten().flat_map(|cell| cell.words().split('+')).collect();
    let mut publishers: Vec<(&str, Option<&str>, Vec<String>)> = Vec::new();
    for source in &table.sources {
        let (published, short) =
            (lang.short_day(source.published), source.short.as_deref().filter(|own| said.contains(own)));
        match publishers.iter_mut().find(|(publisher, ..)| *publisher == source.publisher) {
            Some((_, known, days)) => {
                *known = known.or(short);
                days.extend(Some(published).filter(|day| !days.contains(day)));
            }
            None => publishers.push((&source.publisher, short, vec![published])),
        }
    }
    // a line breaks after a comma or a semicolon, not between a name and its day
    let joined = |(publisher, short, days): &(&str, Option<&str>, Vec<String>)| {
        let short = short.map(|short| format!(" ({short})")).unwrap_or_default();
        format!("{publisher}{short} {}", days.join("\n")).replace(' ', NO_BREAK).replace('\n', ", ")
    };
    let named: Vec<String> = publishers.iter().map(joined).collect();
    let say = SHARED.of(lang);
    let word = (say.sources)(named.len());
    // a date may end with a full stop of its own
    let named = named.join("; ");
    let sources = match named.trim_end_matches('.') {
        "" => String::new(),
        named => format!("{word}: {named}. "),
    };
    sources + &(say.as_of)(&lang.up_to_day(table.context.as_of))
}

/// The definition of the first of these rows that names one, to stand inside a sentence: `direct defence spending`.
pub(crate) fn definition<'a, 'b: 'a>(rows: impl IntoIterator<Item = &'a Row<'b>>) -> Option<String> {
    rows.into_iter().map(|row| row.definition).find(|title| !title.is_empty()).map(inside)
}

/// The same without what the title has in brackets at its end, which a subtitle says; spending where none is named.
pub(crate) fn subject<'a, 'b: 'a>(rows: impl IntoIterator<Item = &'a Row<'b>>, lang: Lang) -> String {
    counted(definition(rows).as_deref().unwrap_or_default(), lang)
}

/// What a definition of this title counts, to stand inside a sentence: without what it has in brackets; spending without a title.
pub(crate) fn counted(title: &str, lang: Lang) -> String {
    let title = if title.is_empty() { SHARED.of(lang).spending } else { title };
    let plain = title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
    inside(plain.map_or(title, |(plain, _)| plain))
}

/// A title as it stands inside a sentence; an abbreviation at its beginning keeps its capitals.
pub(crate) fn inside(title: &str) -> String {
    let mut letters = title.chars();
    let Some(first) = letters.next() else { return String::new() };
    let small = letters.clone().next().is_some_and(char::is_lowercase);
    if small { first.to_lowercase().chain(letters).collect() } else { title.to_owned() }
}

/// A text as it stands at the beginning of a sentence.
pub(crate) fn beginning(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What a definition's title has in brackets at its end, else all of it: `NATO definition`.
pub(crate) fn bracketed(title: &str) -> &str {
    let inner = title.strip_suffix(')').and_then(|title| title.rsplit_once('('));
    inner.map_or(title, |(_, inner)| inner)
}

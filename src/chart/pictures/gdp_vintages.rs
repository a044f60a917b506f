//! How GDP of one year was forecast, first released and revised, and what one share of it came to each time.

use super::Chart;
use super::alt_text::{Also, Told, course, sentence};
use super::dated_rows::{Dated, dated};
use super::table_rows::{credits, currency, place, printed, role};
use crate::chart::figure::{Across, Figure, Floor, Ground, Hue, Point, Role, Series, Shape};
use crate::chart::words::{GDP_VINTAGES, Lang, SHARED};
use crate::error::Result;
use crate::table::Table;

/// Reads rows of `role` (the kind of the figure), `label` (its publisher), `year`, `date`, `gdp_million`, `precision_million`,
/// `share_pct` and `amount_million`.
pub(crate) const ENTRY: Chart = Chart {
    name: "gdp-vintages",
    question: "vintages",
    about: "how GDP of one year was forecast, first released and revised",
    build,
};

/// How heavy the line is that joins the figures of one publisher.
const THIN: f64 = 0.4;

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = dated(table, "gdp_million");
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        let reason = "no GDP of that year is published in the country's currency";
        let help = "add rows of `gdp`, or ask for another year with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let over = f64::from(first.year + 1);
    let ground = Ground { from: over, name: (GDP_VINTAGES.of(lang).over)(first.year) };
    Ok(Figure {
        lang,
        title: title(table, &rows, lang),
        subtitle: (GDP_VINTAGES.of(lang).subtitle)(first.year, &share(table, first, lang), currency(table)),
        source: credits(table, lang),
        alt: alt(table, &rows, lang),
        across: Across::Days(first.at, last.at),
        floor: Floor::Lowest,
        unit: String::new(),
        ground: Some(ground).filter(|_| first.at < over),
        bands: Vec::new(),
        series: series(table, &rows, lang),
        bullets: Vec::new(),
        words: None,
    })
}

/// The figures, the latest first; the colour is the publisher's.
fn series(table: &Table, rows: &[Dated], lang: Lang) -> Vec<Series> {
    let mut publishers: Vec<&str> = Vec::new();
    let mut series: Vec<Series> = Vec::new();
    for row in rows {
        if !publishers.contains(&row.label) {
            publishers.push(row.label);
        }
        let number = publishers.iter().position(|publisher| *publisher == row.label).unwrap_or_default();
        let label = figure(rows, row, lang) + "\n" + &of_it(table, row, lang);
        let half = table.cell(row.cells, "precision_million").number().map_or(0.0, |precision| place(precision) / 2.0);
        let point = Point::new(row.at, row.value).labelled(label).within(row.value - half, row.value + half);
        let (role, hue) = (role(row.role), Hue::Number(number));
        series.push(Series { role, shape: Shape::Marks, hue, label: String::new(), points: vec![point] });
    }
    series.reverse();
    series.extend(revised(rows, &publishers));
    series
}

/// The figures of one publisher, joined in the order in which it revised them.
fn revised(rows: &[Dated], publishers: &[&str]) -> Vec<Series> {
    let line = |(number, publisher): (usize, &&str)| {
        let own = rows.iter().filter(|row| row.label == *publisher);
        let points: Vec<Point> = own.map(|row| Point::new(row.at, row.value).weighing(THIN)).collect();
        let (role, hue) = (Role::Outturn, Hue::Number(number));
        (points.len() > 1).then(|| Series { role, shape: Shape::Line, hue, label: String::new(), points })
    };
    publishers.iter().enumerate().filter_map(line).collect()
}

/// The figure with its publisher.
fn figure(rows: &[Dated], row: &Dated, lang: Lang) -> String {
    (GDP_VINTAGES.of(lang).figure)(row.label, kind(rows, row, lang), &printed(row.figure, lang))
}

/// What kind of figure it is; the first one of the closed year is its first release, if it came in the year after: a book that
/// begins later does not have that.
fn kind<'a>(rows: &[Dated], row: &Dated<'a>, lang: Lang) -> &'a str {
    let first = rows.iter().find(|row| row.role == "outturn").is_some_and(|first| first.at == row.at);
    let next_year = row.at < f64::from(row.year) + 2.0;
    let released = first && next_year && row.role == "outturn";
    if released { GDP_VINTAGES.of(lang).first_release } else { (SHARED.of(lang).kind)(row.role) }
}

fn share(table: &Table, row: &Dated, lang: Lang) -> String {
    lang.percent(&printed(table.cell(row.cells, "share_pct"), lang))
}

fn amount(table: &Table, row: &Dated, lang: Lang) -> String {
    printed(table.cell(row.cells, "amount_million"), lang)
}

fn of_it(table: &Table, row: &Dated, lang: Lang) -> String {
    (GDP_VINTAGES.of(lang).share)(&share(table, row, lang), &amount(table, row, lang))
}

fn title(table: &Table, rows: &[Dated], lang: Lang) -> String {
    let (say, country) = (GDP_VINTAGES.of(lang), lang.country(table.context.country.as_ref()));
    let low = rows.iter().min_by(|one, other| one.value.total_cmp(&other.value));
    let high = rows.iter().max_by(|one, other| one.value.total_cmp(&other.value));
    let Some((low, high)) = low.zip(high) else { return country };
    let (share, currency) = (share(table, low, lang), currency(table));
    let range = [amount(table, low, lang), amount(table, high, lang)];
    if range[0] == range[1] {
        return (say.comes_to)(&country, low.year, &share, &range[0], currency);
    }
    (say.came_to)(&country, low.year, &share, [&range[0], &range[1]], currency)
}

/// The finding, and the course of the figures.
fn alt(table: &Table, rows: &[Dated], lang: Lang) -> String {
    let (say, shared) = (GDP_VINTAGES.of(lang), SHARED.of(lang));
    let told = |row: &Dated| {
        let gdp = printed(row.figure, lang);
        Told::new((say.on)(&gdp, row.label, kind(rows, row, lang), &row.date.to_string()), row.value)
    };
    let told: Vec<Told> = rows.iter().map(told).collect();
    let head = (shared.in_millions)(&(say.gdp)(rows.first().map_or(0, |row| row.year)), currency(table));
    let figures = sentence(&head, &course(&told, Also::Both, lang));
    [Some(format!("{}.", title(table, rows, lang))), figures].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

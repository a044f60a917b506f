//! How GDP of one year was forecast, first released and revised, and what one share of it came to each time.

use crate::chart::figure::{Across, Figure, Floor, Ground, Hue, Point, Role, Series, Shape};
use crate::chart::words::{GDP_VINTAGES, Lang, SHARED};
use crate::error::Result;
use crate::table::{Cell, Kind, Table, columns};

use super::alt_text::{Also, Told, main_values, sentence};
use super::dated_rows::{self, dated};
use super::table_rows::{currency, drawn_as, place, printed, signed};
use super::{Chart, Countries};

/// Reads rows of `role` (the kind of the figure), `label` (its publisher), `year`, `date`, `gdp_million`, `precision_million`,
/// `share_pct` and `amount_million`.
pub(crate) const ENTRY: Chart = Chart {
    name: "gdp-vintages",
    about: "how GDP of one year was forecast, first released and revised",
    countries: Countries::One,
    needs: None,
    build,
};

/// A figure with its precision, the share and what that comes to.
type Dated<'a> = dated_rows::Dated<'a, 3>;

/// How heavy the line is that joins the figures of one publisher.
const THIN: f64 = 0.4;

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let others = [&columns::PRECISION_MILLION, &columns::SHARE_PCT, &columns::AMOUNT_MILLION];
    let rows = dated(table, &columns::GDP_MILLION, others)?;
    ENTRY.check_marks(rows.len())?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        let reason = "no GDP of that year is published in the country's currency";
        let help = "add rows of `gdp`, or ask for another year with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let over = f64::from(first.year + 1);
    let ground = Ground { from: over, name: (GDP_VINTAGES.of(lang).over)(first.year) };
    Ok(Figure {
        title: title(table, &rows, lang),
        subtitle: (GDP_VINTAGES.of(lang).subtitle)(first.year, &share(first, lang), currency(table)),
        alt: alt(table, &rows, lang),
        across: Across::Days(first.at, last.at),
        floor: Floor::Lowest,
        ground: Some(ground).filter(|_| first.at < over),
        series: series(&rows, lang),
        ..signed(table, lang)
    })
}

/// The figures, the latest first; the colour is the publisher's.
fn series(rows: &[Dated], lang: Lang) -> Vec<Series> {
    let mut publishers: Vec<&Cell> = Vec::new();
    let mut series: Vec<Series> = Vec::new();
    for row in rows {
        if !publishers.contains(&row.label) {
            publishers.push(row.label);
        }
        let number = publishers.iter().position(|publisher| *publisher == row.label).unwrap_or_default();
        let label = figure(rows, row, lang) + "\n" + &of_it(row, lang);
        let half = row.others[0].number().map_or(0.0, |precision| place(precision) / 2.0);
        let point = Point::new(row.at, row.value).labelled(label).within(row.value - half, row.value + half);
        let (role, hue) = (row.role.kind().map_or(Role::Outturn, drawn_as), Hue::Number(number));
        series.push(Series { role, shape: Shape::Marks, hue, label: String::new(), points: vec![point] });
    }
    series.reverse();
    series.extend(revised(rows, &publishers));
    series
}

/// The figures of one publisher, joined in the order in which it revised them.
fn revised(rows: &[Dated], publishers: &[&Cell]) -> Vec<Series> {
    let line = |(number, publisher): (usize, &&Cell)| {
        let own = rows.iter().filter(|row| row.label == *publisher);
        let points: Vec<Point> = own.map(|row| Point::new(row.at, row.value).weighing(THIN)).collect();
        let (role, hue) = (Role::Outturn, Hue::Number(number));
        (points.len() > 1).then(|| Series { role, shape: Shape::Line, hue, label: String::new(), points })
    };
    publishers.iter().enumerate().filter_map(line).collect()
}

/// The figure with its publisher.
fn figure(rows: &[Dated], row: &Dated, lang: Lang) -> String {
    (GDP_VINTAGES.of(lang).figure)(row.label.words(), kind(rows, row, lang), &printed(row.figure, lang))
}

/// What kind of figure it is; the first one of the closed year is its first release, if it came in the year after: a book that
/// begins later does not have that.
fn kind(rows: &[Dated], row: &Dated, lang: Lang) -> &'static str {
    let first = rows.iter().find(|row| is_outturn(row)).is_some_and(|first| first.at == row.at);
    let next_year = row.at < f64::from(row.year) + 2.0;
    let released = first && next_year && is_outturn(row);
    if released { GDP_VINTAGES.of(lang).first_release } else { row.role.kind().map_or("", SHARED.of(lang).kind) }
}

fn is_outturn(row: &Dated) -> bool {
    row.role.kind() == Some(Kind::Outturn)
}

fn share(row: &Dated, lang: Lang) -> String {
    lang.percent(&printed(row.others[1], lang))
}

fn amount(row: &Dated, lang: Lang) -> String {
    printed(row.others[2], lang)
}

fn of_it(row: &Dated, lang: Lang) -> String {
    (GDP_VINTAGES.of(lang).share)(&share(row, lang), &amount(row, lang))
}

fn title(table: &Table, rows: &[Dated], lang: Lang) -> String {
    let (say, country) = (GDP_VINTAGES.of(lang), lang.country(table.context.country.as_ref()));
    let low = rows.iter().min_by(|one, other| one.value.total_cmp(&other.value));
    let high = rows.iter().max_by(|one, other| one.value.total_cmp(&other.value));
    let Some((low, high)) = low.zip(high) else { return country };
    let (share, currency) = (share(low, lang), currency(table));
    let range = [amount(low, lang), amount(high, lang)];
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
        Told::new((say.on)(&gdp, row.label.words(), kind(rows, row, lang), &lang.day(row.date)), row.value)
    };
    let told: Vec<Told> = rows.iter().map(told).collect();
    let head = (shared.in_millions)(&(say.gdp)(rows.first().map_or(0, |row| row.year)), currency(table));
    let figures = sentence(&head, &main_values(&told, Also::Both, lang));
    [Some(format!("{}.", title(table, rows, lang))), figures].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

//! What the pictures of scenarios share: a line for each, the range of a year, and the pledges below the years.

use std::collections::BTreeSet;

use crate::chart::figure::{Hue, Point, Role, Series, Shape, Words};
use crate::chart::words::{AMOUNTS, Lang, SHARED};
use crate::table::Cell;

use super::alt_text::Told;
use super::table_rows::{Row, printed};

/// The scenarios, each once, in the table's order.
pub(crate) fn names<'a>(scenarios: &[Row<'a>]) -> Vec<&'a Cell> {
    let mut seen = BTreeSet::new();
    let labels = scenarios.iter().map(|row| row.label);
    labels.filter(|label| seen.insert((label.basis(), label.words()))).collect()
}

/// One scenario: its title and figure at the end, and the figures of the first one all along.
pub(crate) fn line(scenarios: &[Row], (name, number): (&Cell, usize), last: i32, lang: Lang) -> Series {
    let mut rows: Vec<&Row> = scenarios.iter().filter(|row| row.label == name).collect();
    rows.sort_by_key(|row| row.year);
    let end = rows.last().map_or_else(String::new, |row| printed(row.figure, lang));
    let all = number == 0 && rows.len() <= 12;
    let mut before = None;
    let mut points: Vec<Point> = Vec::with_capacity(rows.len());
    for row in &rows {
        let joined = before == Some(row.year - 1) && !row.figure.after_break;
        let label = if all { printed(row.figure, lang) } else { String::new() };
        points.push(Point { joined, ..Point::new(row.year, row.value).labelled(label) });
        before = Some(row.year);
    }
    if let Some(point) = points.last_mut().filter(|point| point.at == f64::from(last) || rows.len() == 1) {
        point.label.clear();
    }
    let title = rows.first().map(|row| titled(row, lang)).unwrap_or_default();
    let label = format!("{title}: {end}");
    Series { role: Role::Scenario, shape: Shape::Line, hue: Hue::Number(number), label, points }
}

/// What a row's scenario is called: its title, or the words for a basis, which has none.
pub(crate) fn titled(row: &Row, lang: Lang) -> String {
    match row.label.basis() {
        Some(basis) => (AMOUNTS.of(lang).basis)(&basis),
        None => {
            [row.title, row.label.words()].into_iter().find(|words| !words.is_empty()).unwrap_or_default().to_owned()
        }
    }
}

/// The words of the pledge of each year.
pub(crate) fn words(scenarios: &[Row], lang: Lang) -> Option<Words> {
    let mut words: Vec<(i32, String)> = Vec::new();
    for row in scenarios.iter().filter(|row| row.pledge.is_some()) {
        if !words.iter().any(|(year, _)| *year == row.year) {
            words.push((row.year, row.short_pledge(lang)));
        }
    }
    words.sort();
    let words: Vec<(f64, String)> = words.into_iter().map(|(year, text)| (f64::from(year), text)).collect();
    let of_gdp = scenarios.iter().all(|row| row.pledge.is_none_or(|pledge| pledge.share_of_gdp().is_some()));
    let name = if of_gdp { AMOUNTS.of(lang).of_gdp } else { SHARED.of(lang).pledged };
    (!words.is_empty()).then(|| Words { name: name.to_owned(), words, shared: true })
}

/// What a year's pledge comes to: one amount, or from the lowest to the highest.
pub(crate) fn range(scenarios: &[Row], year: i32, lang: Lang) -> Option<String> {
    let of_year = || scenarios.iter().filter(move |row| row.year == year);
    let low = of_year().min_by(|one, other| one.value.total_cmp(&other.value))?;
    let high = of_year().max_by(|one, other| one.value.total_cmp(&other.value))?;
    let (low, high) = (printed(low.figure, lang), printed(high.figure, lang));
    Some(if low == high { low } else { (AMOUNTS.of(lang).range)(&low, &high) })
}

/// The range of each year in words, as high as its highest amount.
pub(crate) fn by_year(scenarios: &[Row], lang: Lang, words: impl Fn(&str, i32) -> String) -> Vec<Told> {
    let mut years: Vec<i32> = scenarios.iter().map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    let highest = |year: i32| scenarios.iter().filter(|row| row.year == year).map(|row| row.value).fold(0.0, f64::max);
    let told = |year: i32| Some(Told::new(words(&range(scenarios, year, lang)?, year), highest(year)));
    years.into_iter().filter_map(told).collect()
}

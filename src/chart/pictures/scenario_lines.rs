//! What the pictures of pledges in money share: a line for each scenario, the range of a year, the level of a pledge, and the
//! pledges below the years.

use std::collections::BTreeSet;

use crate::chart::figure::{Hue, Point, Role, Series, Shape, Words};
use crate::chart::words::{AMOUNTS, Lang, SCENARIOS, SHARED};
use crate::table::{Cell, Pledge};

use super::alt_text::Told;
use super::table_rows::{REACH, Row, printed};

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
        let joined = before.is_some_and(|before: &Row| before.year == row.year - 1) && !row.figure.after_break;
        // the last figure stands in the name of the line
        let at_end = rows.last().is_some_and(|end| end.year == row.year) && (row.year == last || rows.len() == 1);
        let figure = if all && !at_end { printed(row.figure, lang) } else { String::new() };
        let label = match after_break(row, before, lang) {
            why if figure.is_empty() || why.is_empty() => figure + &why,
            why => (SCENARIOS.of(lang).broken)(&figure, &why),
        };
        points.push(Point { joined, ..Point::new(row.year, row.value).labelled(label) });
        before = Some(*row);
    }
    let title = rows.first().map(|row| titled(row, lang)).unwrap_or_default();
    let label = format!("{title}: {end}");
    Series { role: Role::Scenario, shape: Shape::Line, hue: Hue::Number(number), label, points }
}

/// Why a line begins anew at a row: GDP is another publisher's, or of another day; empty where it goes on.
fn after_break(row: &Row, before: Option<&Row>, lang: Lang) -> String {
    let say = SCENARIOS.of(lang);
    match before.filter(|_| row.figure.after_break && !row.publisher.is_empty()) {
        None => String::new(),
        Some(before) if before.publisher == row.publisher => (say.other_day)(row.publisher),
        Some(_) => (say.other_publisher)(row.publisher),
    }
}

/// The level of the pledge of a year.
pub(crate) fn level(year: i32, value: f64, label: &str) -> Series {
    let ends = [f64::from(year) - REACH, f64::from(year) + REACH];
    let points = ends.map(|at| Point::new(at, value)).to_vec();
    Series { role: Role::Pledge, shape: Shape::Line, hue: Hue::Number(1), label: label.to_owned(), points }
}

/// What the words of these pledges below the years are.
pub(crate) fn of_gdp(pledges: impl IntoIterator<Item = Option<Pledge>>, lang: Lang) -> &'static str {
    let shares = pledges.into_iter().flatten().all(|pledge| pledge.share_of_gdp().is_some());
    if shares { AMOUNTS.of(lang).of_gdp } else { SHARED.of(lang).pledged }
}

/// What a row's scenario is called: its title, or the words for a basis, which has none.
pub(crate) fn titled(row: &Row, lang: Lang) -> String {
    path_of_gdp(row.label, row.title, lang)
}

/// The same of a scenario's name and its title.
pub(crate) fn path_of_gdp(name: &Cell, title: &str, lang: Lang) -> String {
    match name.basis() {
        Some(basis) => (AMOUNTS.of(lang).basis)(&basis),
        None => [title, name.words()].into_iter().find(|words| !words.is_empty()).unwrap_or_default().to_owned(),
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
    let name = of_gdp(scenarios.iter().map(|row| row.pledge), lang);
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

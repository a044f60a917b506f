//! What the defence pledge comes to in money, under each path of GDP, before what is being spent.

use crate::error::{Error, Kind, Result};
use crate::table::Table;

use super::Chart;
use super::figure::{Across, Figure, Floor, Hue, Point, Role, Series, Shape, Words};
use super::reading::{Row, country, credits, definition, listed, possessive, printed, rows, short, this_year, topical};

/// Reads rows of `role` (`scenario`, or the kind of spending: `outturn`, `estimate`, `plan`, `forecast`), `label` (the scenario's
/// name), `year`, `amount_million` and `pledge`. A scenario's figure marked as after a break starts a new line.
pub(super) const ENTRY: Chart = Chart {
    name: "amounts",
    question: "standing",
    about: "what the defence pledge comes to under each GDP, before spending",
    build,
};

fn build(table: &Table) -> Result<Figure> {
    let rows = rows(table, "amount_million");
    let (scenarios, spending): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == "scenario");
    let years = rows.iter().map(|row| row.year);
    let (Some(first), Some(last), false) = (years.clone().min(), years.max(), scenarios.is_empty()) else {
        let reason = "no commitment under `direct-defence` has an amount".to_owned();
        let help = "add such a commitment, or GDP of its years";
        return Err(Error::new(Kind::NothingToDraw { chart: ENTRY.name.to_owned(), reason }).help(help));
    };
    let names = names(&scenarios);
    let lines = names.iter().enumerate().map(|(number, name)| line(&scenarios, name, number, last));
    let mut series: Vec<Series> = lines.collect();
    series.extend(bars(&spending));
    Ok(Figure {
        title: title(table, &scenarios),
        subtitle: subtitle(table, &spending, names.len()),
        source: credits(table),
        alt: alt(table, &scenarios, &spending),
        across: Across::Years(first, last),
        floor: Floor::Zero,
        unit: String::new(),
        ground: None,
        bands: Vec::new(),
        series,
        words: words(&scenarios),
    })
}

/// The scenarios, each once, in the table's order.
pub(super) fn names<'a>(scenarios: &[Row<'a>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for row in scenarios {
        if !names.contains(&row.label) {
            names.push(row.label);
        }
    }
    names
}

/// One scenario: its name and figure at the end, and the figures of the first one all along.
pub(super) fn line(scenarios: &[Row], name: &str, number: usize, last: i32) -> Series {
    let mut rows: Vec<&Row> = scenarios.iter().filter(|row| row.label == name).collect();
    rows.sort_by_key(|row| row.year);
    let end = rows.last().map_or_else(String::new, |row| printed(row.figure));
    let all = number == 0 && rows.len() <= 12;
    let mut before = None;
    let mut points: Vec<Point> = Vec::with_capacity(rows.len());
    for row in &rows {
        let joined = before == Some(row.year - 1) && !row.figure.after_break;
        let label = if all { printed(row.figure) } else { String::new() };
        points.push(Point { joined, ..Point::new(row.year, row.value).labelled(label) });
        before = Some(row.year);
    }
    if let Some(point) = points.last_mut().filter(|point| point.at == f64::from(last) || rows.len() == 1) {
        point.label.clear();
    }
    let label = format!("{name}: {end}");
    Series { role: Role::Scenario, shape: Shape::Line, hue: Hue::Number(number), label, points }
}

/// What is spent or planned, one series for each kind.
fn bars(spending: &[Row]) -> Vec<Series> {
    let kinds =
        [("outturn", Role::Outturn), ("estimate", Role::Estimate), ("plan", Role::Plan), ("forecast", Role::Forecast)];
    let bar = |row: &Row| Point::new(row.year, row.value).labelled(printed(row.figure));
    let series = kinds.into_iter().map(|(kind, role)| Series {
        role,
        shape: Shape::Bars,
        hue: Hue::Neutral,
        label: kind.to_owned(),
        points: spending.iter().filter(|row| row.role == kind).map(bar).collect(),
    });
    series.filter(|series| !series.points.is_empty()).collect()
}

/// The words of the pledge of each year.
pub(super) fn words(scenarios: &[Row]) -> Option<Words> {
    let mut words: Vec<(i32, String)> = Vec::new();
    for row in scenarios.iter().filter(|row| !row.pledge.is_empty()) {
        if !words.iter().any(|(year, _)| *year == row.year) {
            words.push((row.year, short(row.pledge).to_owned()));
        }
    }
    words.sort();
    (!words.is_empty()).then(|| Words { name: "of GDP pledged".to_owned(), words })
}

/// The lowest and the highest of what a year's pledge comes to.
pub(super) fn range(scenarios: &[Row], year: i32) -> Option<(String, String)> {
    let of_year = || scenarios.iter().filter(move |row| row.year == year);
    let low = of_year().min_by(|one, other| one.value.total_cmp(&other.value))?;
    let high = of_year().max_by(|one, other| one.value.total_cmp(&other.value))?;
    Some((printed(low.figure), printed(high.figure)))
}

pub(super) fn currency(table: &Table) -> &str {
    table.context.currency.map_or("", |currency| currency.code())
}

fn title(table: &Table, scenarios: &[Row]) -> String {
    let whose = possessive(&country(table));
    let topic = topical(scenarios, this_year(table));
    let Some((row, (low, high))) = topic.and_then(|row| Some((row, range(scenarios, row.year)?))) else {
        return format!("{whose} defence pledge");
    };
    let pledge = if row.pledge.is_empty() { "defence pledge".to_owned() } else { format!("pledge of {}", row.pledge) };
    let amount = if low == high { low } else { format!("{low} to {high}") };
    format!("{whose} {pledge} comes to {}\u{a0}{amount}\u{a0}million in {}", currency(table), row.year)
}

fn subtitle(table: &Table, spending: &[Row], scenarios: usize) -> String {
    let paths = if scenarios == 1 { "one path" } else { "each path" };
    let bars = match definition(spending) {
        Some(spent) => format!("; bars: {spent}"),
        None if spending.is_empty() => String::new(),
        None => "; bars: what is spent or budgeted".to_owned(),
    };
    format!("{} million, pledged share × nominal GDP on {paths}{bars}", currency(table))
}

/// The main figures in words.
fn alt(table: &Table, scenarios: &[Row], spending: &[Row]) -> String {
    let mut years: Vec<i32> = scenarios.iter().map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    let amount = |year: &i32| {
        let (low, high) = range(scenarios, *year)?;
        Some(if low == high { format!("{low} in {year}") } else { format!("{low} to {high} in {year}") })
    };
    let amounts: Vec<String> = years.iter().filter_map(amount).collect();
    let spent: Vec<String> =
        spending.iter().map(|row| format!("{} in {} ({})", printed(row.figure), row.year, row.role)).collect();
    let paths: Vec<String> = names(scenarios).into_iter().map(str::to_owned).collect();
    let spent = if spent.is_empty() { String::new() } else { format!(" Spending: {}.", listed(&spent)) };
    let (title, currency) = (title(table, scenarios), currency(table));
    format!("{title}. {currency} million under {}: {}.{spent}", listed(&paths), listed(&amounts))
}

//! What one pledge comes to under every path of GDP, and how far these are apart.

use crate::error::{Error, Kind, Result};
use crate::table::Table;

use super::Chart;
use super::amounts::{currency, line, names, range, words};
use super::figure::{Across, Band, Edge, Figure, Floor, Hue, Series};
use super::reading::{Row, country, credits, definition, listed, possessive, printed, rows};

/// Reads rows of `role` (`scenario`, or `spread` for how far a year's are apart), `label` (the scenario's name), `year`,
/// `amount_million` and `pledge`. A figure marked as after a break starts a new line.
pub(super) const ENTRY: Chart = Chart {
    name: "scenarios",
    question: "spread",
    about: "what one pledge comes to under every path of GDP, the range shaded",
    build,
};

fn build(table: &Table) -> Result<Figure> {
    let rows = rows(table, "amount_million");
    let (spreads, scenarios): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == "spread");
    let years = scenarios.iter().map(|row| row.year);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
        let reason = "no commitment has an amount in a single year".to_owned();
        let help = "add a commitment under `direct-defence`, or GDP of its years";
        return Err(Error::new(Kind::NothingToDraw { chart: ENTRY.name.to_owned(), reason }).help(help));
    };
    let names = names(&scenarios);
    let lines = names.iter().enumerate().map(|(number, name)| line(&scenarios, name, number, last));
    let series: Vec<Series> = lines.collect();
    Ok(Figure {
        title: title(table, &scenarios, &spreads),
        subtitle: subtitle(table, &scenarios, names.len()),
        source: credits(table),
        alt: alt(table, &scenarios, &spreads),
        across: Across::Years(first, last),
        floor: Floor::Lowest,
        unit: String::new(),
        ground: None,
        bands: vec![band(table, &scenarios, &spreads)],
        series,
        words: words(&scenarios),
    })
}

/// The range of the scenarios, year by year.
fn band(table: &Table, scenarios: &[Row], spreads: &[Row]) -> Band {
    let edge = |spread: &Row| {
        let values = || scenarios.iter().filter(|row| row.year == spread.year).map(|row| row.value);
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        Edge { at: f64::from(spread.year), low, high }
    };
    let spread =
        |row: &Row| format!("spread {}: {}\u{a0}{}\u{a0}million", row.year, currency(table), printed(row.figure));
    let label = horizon(spreads).map(spread).unwrap_or_default();
    Band { hue: Hue::Neutral, label, edges: spreads.iter().map(edge).collect() }
}

/// The last year in which scenarios can be compared.
fn horizon<'a, 'b>(spreads: &'b [Row<'a>]) -> Option<&'b Row<'a>> {
    spreads.iter().max_by_key(|row| row.year)
}

fn title(table: &Table, scenarios: &[Row], spreads: &[Row]) -> String {
    let (whose, currency) = (possessive(&country(table)), currency(table));
    let pledge = |row: &Row| {
        if row.pledge.is_empty() { "pledge".to_owned() } else { format!("pledge of {}", row.pledge) }
    };
    match (horizon(spreads), scenarios.iter().max_by_key(|row| row.year)) {
        (Some(spread), _) if spread.value > 0.0 => format!(
            "GDP decides over {currency}\u{a0}{}\u{a0}million of {whose} {} for {}",
            printed(spread.figure),
            pledge(spread),
            spread.year
        ),
        (Some(same), _) => format!("{whose} {} for {} is the same under every GDP", pledge(same), same.year),
        (None, Some(row)) => format!(
            "{whose} {} comes to {currency}\u{a0}{}\u{a0}million in {}",
            pledge(row),
            printed(row.figure),
            row.year
        ),
        (None, None) => format!("{whose} pledge"),
    }
}

fn subtitle(table: &Table, scenarios: &[Row], paths: usize) -> String {
    let what = definition(scenarios).map(|definition| format!("; pledged: {definition}")).unwrap_or_default();
    let paths = if paths == 1 { "one path".to_owned() } else { format!("{paths} paths, their range shaded") };
    format!("{} million, pledge × nominal GDP on {paths}{what}", currency(table))
}

/// The range of each year in words.
fn alt(table: &Table, scenarios: &[Row], spreads: &[Row]) -> String {
    let year = |spread: &Row| {
        let (low, high) = range(scenarios, spread.year)?;
        Some(format!("{low} to {high} in {}, {} apart", spread.year, printed(spread.figure)))
    };
    let years: Vec<String> = spreads.iter().filter_map(year).collect();
    let paths: Vec<String> = names(scenarios).into_iter().map(str::to_owned).collect();
    let range = if years.is_empty() { String::new() } else { format!(": {}", listed(&years)) };
    format!("{}. {} million under {}{range}.", title(table, scenarios, spreads), currency(table), listed(&paths))
}

//! What the defence pledge comes to in money, under each path of GDP, before what is being spent.

use crate::error::{Error, Kind, Result};
use crate::table::Table;

use super::Chart;
use super::figure::{Across, Figure, Floor, Hue, Point, Role, Series, Shape};
use super::paths::{line, names, range, words};
use super::reading::{Row, credits, currency, definition, printed, rows, this_year, topical};
use super::words::{AMOUNTS, Lang, SHARED, listed};

/// Reads rows of `role` (`scenario`, or the kind of spending: `outturn`, `estimate`, `plan`, `forecast`), `label` (the scenario's
/// name), `title` (its title, if it has one), `year`, `amount_million` and `pledge`. A scenario's figure marked as after a break starts a new line.
pub(super) const ENTRY: Chart = Chart {
    name: "amounts",
    question: "standing",
    about: "what the defence pledge comes to under each GDP, before spending",
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = rows(table, "amount_million");
    let (scenarios, spending): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == "scenario");
    let years = rows.iter().map(|row| row.year);
    let (Some(first), Some(last), false) = (years.clone().min(), years.max(), scenarios.is_empty()) else {
        let reason = "no commitment under `direct-defence` has an amount".to_owned();
        let help = "add such a commitment, or GDP of its years";
        return Err(Error::new(Kind::NothingToDraw { chart: ENTRY.name.to_owned(), reason }).help(help));
    };
    let names = names(&scenarios);
    let lines = names.iter().enumerate().map(|(number, name)| line(&scenarios, (name, number), last, lang));
    let mut series: Vec<Series> = lines.collect();
    series.extend(bars(&spending, lang));
    Ok(Figure {
        lang,
        title: title(table, &scenarios, lang),
        subtitle: subtitle(table, &spending, names.len(), lang),
        source: credits(table, lang),
        alt: alt(table, &scenarios, &spending, lang),
        across: Across::Years(first, last),
        floor: Floor::Zero,
        unit: String::new(),
        ground: None,
        bands: Vec::new(),
        series,
        bullets: Vec::new(),
        words: words(&scenarios, lang),
    })
}

/// What is spent or planned, one series for each kind.
fn bars(spending: &[Row], lang: Lang) -> Vec<Series> {
    let kinds =
        [("outturn", Role::Outturn), ("estimate", Role::Estimate), ("plan", Role::Plan), ("forecast", Role::Forecast)];
    let bar = |row: &Row| Point::new(row.year, row.value).labelled(printed(row.figure, lang));
    let series = kinds.into_iter().map(|(kind, role)| Series {
        role,
        shape: Shape::Bars,
        hue: Hue::Neutral,
        label: (SHARED.of(lang).kind)(kind).to_owned(),
        points: spending.iter().filter(|row| row.role == kind).map(bar).collect(),
    });
    series.filter(|series| !series.points.is_empty()).collect()
}

fn title(table: &Table, scenarios: &[Row], lang: Lang) -> String {
    let (say, country) = (AMOUNTS.of(lang), lang.country(table.context.country.as_ref()));
    let topic = topical(scenarios, this_year(table));
    let Some((row, amount)) = topic.and_then(|row| Some((row, range(scenarios, row.year, lang)?))) else {
        return (say.pledge_of)(&country);
    };
    (say.comes_to)(&country, &lang.pledge(row.pledge), &(say.millions)(currency(table), &amount), row.year)
}

fn subtitle(table: &Table, spending: &[Row], scenarios: usize, lang: Lang) -> String {
    let say = AMOUNTS.of(lang);
    let bars = match definition(spending) {
        Some(spent) => (say.bars)(&spent),
        None if spending.is_empty() => String::new(),
        None => say.bars_alone.to_owned(),
    };
    (say.subtitle)(currency(table), scenarios == 1) + &bars
}

/// The main figures in words.
fn alt(table: &Table, scenarios: &[Row], spending: &[Row], lang: Lang) -> String {
    let (say, shared) = (AMOUNTS.of(lang), SHARED.of(lang));
    let mut years: Vec<i32> = scenarios.iter().map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    let amount = |year: &i32| Some((say.in_year)(&range(scenarios, *year, lang)?, *year));
    let amounts: Vec<String> = years.iter().filter_map(amount).collect();
    let kind = |row: &Row| (say.of_kind)(&printed(row.figure, lang), row.year, (shared.kind)(row.role));
    let spent: Vec<String> = spending.iter().map(kind).collect();
    let paths: Vec<String> = names(scenarios).into_iter().map(str::to_owned).collect();
    let list = |items: &[String]| listed(items, shared.and);
    let mut sentences = vec![format!("{}.", title(table, scenarios, lang))];
    sentences.push((say.under)(currency(table), &list(&paths), &list(&amounts)));
    sentences.extend((!spent.is_empty()).then(|| (say.spending)(&list(&spent))));
    sentences.join(" ")
}

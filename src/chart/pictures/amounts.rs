//! What the standing pledge comes to in money, under each path of GDP, before what is being spent.

use crate::chart::figure::{Across, Figure, Hue, Point, Series, Shape};
use crate::chart::words::{AMOUNTS, Lang, SHARED};
use crate::error::Result;
use crate::table::{self, Kind, Table};

use super::Chart;
use super::alt_text::{Also, Told, main_values, sentence};
use super::scenario_lines::{by_year, line, names, range, words};
use super::table_rows::{Row, credits, currency, definition, drawn_as, printed, scenario_rows, this_year, topical};
use super::unknown_years::{unknown, years_between, years_sentence};

/// Reads rows of `role` (`scenario`, or the kind of spending: `outturn`, `estimate`, `plan`, `forecast`), `label` (the scenario's
/// name), `title` (its title, if it has one), `year`, `amount_million`, `pledge` and `definition`. A scenario's figure marked as
/// after a break starts a new line.
pub(crate) const ENTRY: Chart =
    Chart { name: "amounts", about: "what the standing pledge comes to under each GDP, before spending", build };

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = scenario_rows(table)?;
    let (scenarios, spending): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == table::Role::Scenario);
    let years = rows.iter().map(|row| row.year);
    let (Some(first), Some(last), false) = (years.clone().min(), years.max(), scenarios.is_empty()) else {
        let reason = "no pledge has an amount";
        let help = "ask for another family with `--family` or other years with `--years`, draw another commitment with \
                    `chart scenarios --commitment ID`, or add what is missing: a commitment under that definition, or GDP of its years";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let names = names(&scenarios);
    ENTRY.check_lines(names.len())?;
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
        series,
        unknown: unknown(&years_between(spending.iter().map(|row| row.year)), lang),
        words: words(&scenarios, lang),
        ..Figure::default()
    })
}

/// What is spent or planned, one series for each kind.
fn bars(spending: &[Row], lang: Lang) -> Vec<Series> {
    let bar = |row: &Row| Point::new(row.year, row.value).labelled(printed(row.figure, lang));
    let series = Kind::ALL.iter().map(|kind| Series {
        role: drawn_as(*kind),
        shape: Shape::Bars,
        hue: Hue::Neutral,
        label: (SHARED.of(lang).kind)(*kind).to_owned(),
        points: spending.iter().filter(|row| row.role.kind() == Some(*kind)).map(bar).collect(),
    });
    series.filter(|series| !series.points.is_empty()).collect()
}

fn title(table: &Table, scenarios: &[Row], lang: Lang) -> String {
    let (say, country) = (AMOUNTS.of(lang), lang.country(table.context.country.as_ref()));
    let topic = topical(scenarios, this_year(table));
    let Some((row, amount)) = topic.and_then(|row| Some((row, range(scenarios, row.year, lang)?))) else {
        return (say.pledge_of)(&country);
    };
    (say.comes_to)(&country, &row.pledge(lang), &(say.millions)(currency(table), &amount), row.year)
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

/// The finding, and the course of what is pledged and of what is spent.
fn alt(table: &Table, scenarios: &[Row], spending: &[Row], lang: Lang) -> String {
    let (say, shared) = (AMOUNTS.of(lang), SHARED.of(lang));
    let pledged = by_year(scenarios, lang, |range, year| (say.in_year)(range, year));
    let mut spending = spending.to_vec();
    spending.sort_by_key(|row| row.year);
    let spent = |row: &Row| {
        let kind = row.role.kind().map_or("", shared.kind);
        Told::new((say.of_kind)(&printed(row.figure, lang), row.year, kind), row.value)
    };
    let spent: Vec<Told> = spending.iter().map(spent).collect();
    let parts = [((say.on_paths)(names(scenarios).len()), pledged), (say.spending.to_owned(), spent)];
    let told = |(head, told): &(String, Vec<Told>)| {
        sentence(&(shared.in_millions)(head, currency(table)), &main_values(told, Also::Highest, lang))
    };
    let title = format!("{}.", title(table, scenarios, lang));
    let without = years_sentence(&years_between(spending.iter().map(|row| row.year)), lang);
    std::iter::once(title).chain(parts.iter().filter_map(told)).chain(without).collect::<Vec<_>>().join(" ")
}

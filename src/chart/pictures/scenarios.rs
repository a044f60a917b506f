//! What one pledge comes to under every path of GDP, and how far these are apart.

use crate::chart::figure::{Across, Band, Edge, Figure, Floor, Hue};
use crate::chart::words::{AMOUNTS, Lang, SCENARIOS, SHARED};
use crate::error::Result;
use crate::table::{Role, Table};

use super::alt_text::{Also, main_values, sentence};
use super::scenario_lines::{by_year, line, names, titled, words};
use super::table_rows::{Row, currency, definition, printed, scenario_rows, signed};
use super::{Chart, Countries};

/// Reads rows of `role` (`scenario`, or `spread` for how far a year's are apart), `label` (the scenario's name), `title` (its
/// title, if it has one), `year`, `amount_million`, `pledge`, `definition` and `publisher` (of GDP). A figure marked as after a break
/// starts a new line.
pub(crate) const ENTRY: Chart = Chart {
    name: "scenarios",
    about: "what one pledge comes to under every path of GDP, the range shaded",
    countries: Countries::One,
    needs: None,
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = scenario_rows(table)?;
    let (spreads, scenarios): (Vec<Row>, Vec<Row>) = rows.iter().partition(|row| row.role == Role::Spread);
    let years = scenarios.iter().map(|row| row.year);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
        let reason = "no pledge has an amount in a single year";
        let help = "name another commitment with `--commitment ID`, another family with `--family`, other years with `--years`, or add \
                    what is missing: a commitment under that definition, or GDP of its years";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let names = names(&scenarios);
    ENTRY.check_lines(names.len())?;
    let lines = names.iter().enumerate().map(|(number, name)| line(&scenarios, (name, number), last, lang));
    Ok(Figure {
        title: title(table, &scenarios, &spreads, lang),
        subtitle: subtitle(table, &scenarios, names.len(), lang),
        alt: alt(table, &scenarios, &spreads, lang),
        across: Across::Years(first, last),
        floor: Floor::Lowest,
        bands: vec![band(table, &scenarios, &spreads, lang)],
        series: lines.collect(),
        words: words(&scenarios, lang),
        ..signed(table, lang)
    })
}

/// The range of the scenarios, year by year.
fn band(table: &Table, scenarios: &[Row], spreads: &[Row], lang: Lang) -> Band {
    let edge = |spread: &Row| {
        let values = || scenarios.iter().filter(|row| row.year == spread.year).map(|row| row.value);
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        Edge { at: f64::from(spread.year), low, high }
    };
    let label = |row: &Row| (SCENARIOS.of(lang).spread)(&millions(table, row, lang), row.year);
    let label = horizon(spreads).filter(|spread| spread.value > 0.0).map(label).unwrap_or_default();
    Band { hue: Hue::Neutral, label, edges: spreads.iter().map(edge).collect(), edged: false }
}

/// The last year in which scenarios can be compared.
fn horizon<'a, 'b>(spreads: &'b [Row<'a>]) -> Option<&'b Row<'a>> {
    spreads.iter().max_by_key(|row| row.year)
}

fn millions(table: &Table, row: &Row, lang: Lang) -> String {
    (AMOUNTS.of(lang).millions)(currency(table), &printed(row.figure, lang))
}

fn title(table: &Table, scenarios: &[Row], spreads: &[Row], lang: Lang) -> String {
    let (say, country) = (SCENARIOS.of(lang), lang.country(table.context.country.as_ref()));
    match (horizon(spreads), scenarios.iter().max_by_key(|row| row.year)) {
        (Some(spread), _) if spread.value > 0.0 => {
            (say.decides)(&country, &spread.pledge(lang), &millions(table, spread, lang), spread.year)
        }
        (Some(same), _) => (say.is_the_same)(&country, &same.pledge(lang), same.year),
        (None, Some(row)) => {
            (AMOUNTS.of(lang).comes_to)(&country, &row.pledge(lang), &millions(table, row, lang), row.year)
        }
        (None, None) => (AMOUNTS.of(lang).pledge_of)(&country),
    }
}

fn subtitle(table: &Table, scenarios: &[Row], paths: usize, lang: Lang) -> String {
    let say = SCENARIOS.of(lang);
    let what = definition(scenarios).map(|definition| (say.pledged)(&definition)).unwrap_or_default();
    let gaps = if scenarios.iter().any(|row| row.figure.after_break) { say.gaps } else { "" };
    (say.subtitle)(currency(table), paths) + &what + gaps
}

/// The finding, the course of the range, and which paths bound it at the end.
fn alt(table: &Table, scenarios: &[Row], spreads: &[Row], lang: Lang) -> String {
    let (amounts, say) = (AMOUNTS.of(lang), SCENARIOS.of(lang));
    let told = by_year(scenarios, lang, |range, year| match spreads.iter().find(|spread| spread.year == year) {
        Some(spread) if spread.value > 0.0 => (say.apart)(range, &printed(spread.figure, lang), year),
        _ => (amounts.in_year)(range, year),
    });
    let head = (SHARED.of(lang).in_millions)(&(amounts.on_paths)(names(scenarios).len()), currency(table));
    let mut sentences = vec![format!("{}.", title(table, scenarios, spreads, lang))];
    sentences.extend(sentence(&head, &main_values(&told, Also::Highest, lang)));
    sentences.extend(ends(scenarios, spreads, lang));
    sentences.join(" ")
}

/// Which paths are the lowest and the highest in the last year in which they differ.
fn ends(scenarios: &[Row], spreads: &[Row], lang: Lang) -> Option<String> {
    let spread = horizon(spreads).filter(|spread| spread.value > 0.0)?;
    let of_year = || scenarios.iter().filter(|row| row.year == spread.year);
    let low = of_year().min_by(|one, other| one.value.total_cmp(&other.value))?;
    let high = of_year().max_by(|one, other| one.value.total_cmp(&other.value))?;
    Some((SCENARIOS.of(lang).ends)(&titled(low, lang), &titled(high, lang), spread.year))
}

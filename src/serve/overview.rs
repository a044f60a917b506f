//! `/`: what was pledged, and whether it was kept.

use askama::Template;

use crate::chart::Lang;
use crate::quantity::Country;
use crate::quantity::text::push_xml;
use crate::render::html;
use crate::report::html::from_markdown;
use crate::report::{Told, sentences};
use crate::session::Answer;
use crate::table::{Column, Table, Value, Verdict, columns};

use super::Page;
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;

pub(super) const PAGE: Page = Page {
    path: "/",
    name: "Overview",
    title: |visit| Ok(format!("{}: what was pledged, and was it kept?", visit.country()?.name())),
    about: |_| "Each pledge with what is published of it, and the verdict.",
    of_country: true,
    commands: &[&["check"]],
    fields: |_| Ok(Vec::new()),
    build,
};

fn build(visit: &Visit<'_>) -> Result<Vec<Piece>, Refusal> {
    Ok(vec![
        visit.picture("scoreboard", &[])?,
        Piece::heading("Pledge by pledge"),
        sentences_of(visit)?,
        Piece::heading("Every country of the book"),
        Piece::part("countries", &standings(visit)?),
    ])
}

/// One sentence for each pledge, which leads to the page of it.
fn sentences_of(visit: &Visit<'_>) -> Result<Piece, Refusal> {
    let told = visit.found(sentences(&visit.query()?, Lang::En))?;
    if told.is_empty() {
        return Ok(Piece::Words("No pledge with a figure stands.".to_owned()));
    }
    let country = visit.country()?;
    let list = |told: &[&Told]| {
        let address = |told: &&Told| {
            let said = [("commitment", told.commitment.as_str()), ("country", country.code())];
            visit.leading_to("/commitment", &said)
        };
        let items: Vec<&str> = told.iter().map(|told| told.sentence.as_str()).collect();
        led(&from_markdown(&items.join("\n")), told.iter().map(address))
    };
    let (opening, others): (Vec<&Told>, Vec<&Told>) = told.iter().partition(|told| told.opens);
    let mut html = list(&opening);
    if !others.is_empty() {
        html.push_str(&format!("<details><summary>{} more</summary>\n{}</details>\n", others.len(), list(&others)));
    }
    Ok(Piece::part("sentences", &html))
}

/// The same list, whose titles lead to these addresses: each item has one, and nothing else is as strong.
fn led(html: &str, mut addresses: impl Iterator<Item = String>) -> String {
    let mut parts = html.split("<strong>");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("<strong><a href=\"");
        push_xml(&mut out, &addresses.next().unwrap_or_default());
        out.push_str("\">");
        out.push_str(&part.replacen("</strong>", "</a></strong>", 1));
    }
    out
}

/// How many verdicts of each word every country has.
#[derive(Template)]
#[template(path = "standings.html", config = "src/askama.toml")]
struct Standings {
    verdicts: &'static [Verdict],
    /// The countries: name, address, and how many there are of each verdict.
    rows: Vec<(String, String, Vec<usize>)>,
    command: String,
}

impl Standings {
    fn said(&self, verdict: &Verdict) -> &'static str {
        html::said(*verdict)
    }
}

fn standings(visit: &Visit<'_>) -> Result<Standings, Refusal> {
    let asked = visit.asked(&["verdicts"], &[("country", "all")]);
    let answered = visit.answer(&asked)?;
    let judged: Vec<(Country, Verdict)> = answered.answers.iter().filter_map(Answer::rows).flat_map(leading).collect();
    let row = |country: Country| {
        let count = |verdict: &Verdict| judged.iter().filter(|own| **own == (country, *verdict)).count();
        let address = visit.leading_to("/", &[("country", country.code())]);
        (country.name().to_owned(), address, Verdict::ALL.iter().map(count).collect())
    };
    let mut rows: Vec<_> = visit.book()?.every_country().map(row).collect();
    rows.sort_by(|one: &(String, _, _), other| one.0.cmp(&other.0));
    Ok(Standings { verdicts: Verdict::ALL, rows, command: answered.command })
}

/// The first verdict on each commitment and year of each country.
fn leading(table: &Table) -> Vec<(Country, Verdict)> {
    let cell = |row: &[crate::table::Cell], column: &Column| Some(row.get(table.column(column).ok()?)?.value.clone());
    let mut last = None;
    let mut found = Vec::new();
    for row in &table.rows {
        let about = [&columns::COUNTRY, &columns::COMMITMENT, &columns::YEAR].map(|column| cell(row, column));
        if last.as_ref() == Some(&about) {
            continue;
        }
        if let (Some(Value::Country(country)), Some(Value::Verdict(verdict))) =
            (&about[0], cell(row, &columns::VERDICT))
        {
            found.push((*country, verdict));
        }
        last = Some(about);
    }
    found
}

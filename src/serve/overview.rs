//! `/`: what was pledged, and whether it was kept.

use askama::Template;

use crate::chart::Lang;
use crate::quantity::Country;
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
    about: "Each pledge with what is published of it, and the verdict.",
    of_country: true,
    commands: &[&["chart", "scoreboard"], &["verdicts"]],
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
    let item = |told: &Told| {
        let said = [("commitment", told.commitment.as_str()), ("country", country.code())];
        let link = format!("<strong><a href=\"{}\">", visit.leading_to("/commitment", &said).replace('&', "&amp;"));
        // the title stands first in each sentence
        from_markdown(&told.sentence).replacen("<strong>", &link, 1).replacen("</strong>", "</a></strong>", 1)
    };
    let (opening, others): (Vec<_>, Vec<_>) = told.iter().partition(|told| told.opens);
    let mut html: String = opening.iter().map(|told| item(told)).collect();
    if !others.is_empty() {
        html.push_str(&format!("<details><summary>{} more</summary>\n", others.len()));
        html.extend(others.iter().map(|told| item(told)));
        html.push_str("</details>\n");
    }
    Ok(Piece::part("sentences", &html))
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

//! A whole page: what stands on it, and what stands around it on every page.

use std::collections::BTreeSet;

use askama::Template;

use crate::report::PROGRAM;

use super::address::{pairs, written};
use super::controls::{Choices, Controls, Field};
use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::what_if::MADE;
use super::{PAGES, Page, choices};

/// Fields that stay when another page is opened that has them.
const KEPT: [&str; 5] = ["country", "as-of", "growth", "gdp-level", "scenario"];

/// A whole page.
#[derive(Template)]
#[template(path = "frame.html", config = "src/askama.toml")]
struct Frame<'f> {
    title: String,
    about: &'f str,
    book: &'f str,
    /// Where the page is, if it is asked for a country: that may be another one.
    path: Option<&'static str>,
    /// Whether it is about every country until one is chosen.
    is_of_all: bool,
    country: String,
    countries: Choices,
    /// The day that the address says, and the one whose knowledge is shown.
    said: Option<&'f str>,
    as_of: String,
    /// The other pages: address, name, and whether it is this one.
    pages: Vec<(String, &'static str, bool)>,
    edition: u64,
    /// What is wrong with the files that are there now.
    wrong: &'f str,
    pieces: Vec<Piece>,
    fingerprint: String,
    warnings: usize,
    check: String,
}

impl Frame<'_> {
    fn program(&self) -> &'static str {
        PROGRAM
    }
}

/// A page as HTML.
pub(super) fn page(page: &Page, visit: &Visit<'_>) -> Result<String, Refusal> {
    check_fields(page, visit)?;
    let pieces = (page.build)(visit)?;
    let title = (page.title)(visit)?;
    written_out(visit, (title, (page.about)(visit)), pieces)
}

/// A page that says why there is none, as the command line says it.
pub(super) fn refused(visit: &Visit<'_>, title: &str, message: &str) -> String {
    let mut pieces = vec![Piece::Message(message.to_owned())];
    let mut title = title;
    if let Some(page) = PAGES.iter().find(|page| page.path == visit.path) {
        title = "That cannot be answered";
        let known: Vec<&str> = names(page, visit);
        let said = visit.fields.iter().filter(|(name, _)| known.contains(&name.as_str())).cloned();
        let visit = &Visit { fields: said.collect(), ..*visit };
        let fields = (page.fields)(visit).unwrap_or_default();
        if fields.is_empty() {
            let words = if page.name.is_empty() { "The same page without this" } else { page.name };
            let address = written(page.path, visit.field("country").map(|code| ("country", code)));
            pieces.push(Piece::Link { address, words: format!("Start again: {words}") });
        } else {
            pieces.push(Piece::Controls(Controls::of(visit, fields)));
        }
    } else if let Some(near) = PAGES.iter().find(|page| message.contains(&format!("`{}`", page.path))) {
        pieces.push(Piece::Link {
            address: near.path.to_owned(),
            words: format!("Go to {}", if near.name.is_empty() { near.path } else { near.name }),
        });
    }
    written_out(visit, (title.to_owned(), ""), pieces).unwrap_or_else(|refusal| refusal.message)
}

fn written_out(visit: &Visit<'_>, (title, about): (String, &str), pieces: Vec<Piece>) -> Result<String, Refusal> {
    let book = visit.book()?;
    let this = PAGES.iter().find(|page| page.path == visit.path);
    let fingerprint = book.fingerprint.to_string();
    let named = PAGES.iter().filter(|page| !page.name.is_empty());
    let has_country = |page: &&Page| page.of_country || offered(page, visit).contains(&"country");
    let asked = this.filter(|page| !page.name.is_empty()).filter(has_country);
    let is_of_all = asked.is_some_and(|page| !page.of_country) && visit.values("country").count() != 1;
    let frame = Frame {
        title,
        about,
        book: &book.title,
        path: asked.map(|page| page.path),
        is_of_all,
        country: if is_of_all { String::new() } else { visit.country()?.to_string() },
        countries: choices::countries(book),
        said: visit.field("as-of"),
        as_of: visit.as_of()?.to_string(),
        pages: named.map(|page| (leading_to(visit, page), page.name, page.path == visit.path)).collect(),
        edition: visit.held.edition,
        wrong: &visit.held.wrong,
        pieces,
        fingerprint: fingerprint.get(..16).unwrap_or(&fingerprint).to_owned(),
        warnings: visit.held.warnings(),
        check: visit.leading_to("/check", &[("country", "")]),
    };
    // memory takes whatever is written to it
    Ok(frame.render().unwrap_or_default())
}

/// The address of another page, with what this one says of the fields that it has.
fn leading_to(visit: &Visit<'_>, page: &Page) -> String {
    let mut kept: Vec<(String, String)> =
        KEPT.iter().filter_map(|name| Some(((*name).to_owned(), visit.field(name)?.to_owned()))).collect();
    if !kept.is_empty() {
        let offered = offered(page, visit);
        let has = |name: &str| offered.contains(&name);
        kept.retain(|(name, _)| match name.as_str() {
            "country" => page.of_country,
            "scenario" => has(MADE[0]) && has(MADE[1]) && has(name),
            // where only one of them is an option it means something else
            own if MADE.contains(&own) => has(MADE[0]) && has(MADE[1]),
            own => has(own),
        });
    }
    written(page.path, pairs(&kept))
}

/// The fields that a page has: the options of the commands that it asks.
fn offered<'v>(page: &Page, visit: &Visit<'v>) -> Vec<&'v str> {
    page.commands.iter().flat_map(|words| visit.desk.offers(words)).collect()
}

/// The fields of its form, or where it has none those that it takes.
fn names<'v>(page: &Page, visit: &Visit<'v>) -> Vec<&'v str> {
    let mut names: Vec<&str> = (page.fields)(visit).unwrap_or_default().iter().map(Field::name).collect();
    if names.is_empty() {
        names = offered(page, visit).into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    } else if page.of_country {
        names.push("country");
    }
    names
}

/// That each field of the address is an option of a command that the page asks; else what that command says of it.
fn check_fields(page: &Page, visit: &Visit<'_>) -> Result<(), Refusal> {
    let offered = offered(page, visit);
    let has = |name: &String| offered.contains(&name.as_str()) || (page.of_country && name == "country");
    let Some(field) = visit.fields.iter().find(|(name, _)| !has(name)) else { return Ok(()) };
    let Some(words) = page.commands.first() else { return Ok(()) };
    let asked = super::Asked { fields: vec![field.clone()], ..visit.asked(words, &[]) };
    let Err(refusal) = visit.answer(&asked) else { return Ok(()) };
    // a page has its fields, where a command has its usage
    let said = refusal.message.lines().next().unwrap_or_default();
    Err(Refusal { message: format!("{said}\nthis page has: {}", names(page, visit).join(", ")), ..refusal })
}

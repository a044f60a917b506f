//! A whole page: what stands on it, and what stands around it on every page.

use askama::Template;

use super::desk::Refusal;
use super::piece::Piece;
use super::visit::Visit;
use super::{PAGES, Page};

/// A whole page.
#[derive(Template)]
#[template(path = "frame.html", config = "src/askama.toml")]
struct Frame<'f> {
    title: &'f str,
    about: &'f str,
    book: &'f str,
    /// The other pages: address, name, and whether it is this one.
    pages: Vec<(String, &'static str, bool)>,
    edition: u64,
    /// What is wrong with the files that are there now.
    wrong: &'f str,
    pieces: Vec<Piece>,
}

/// A page as HTML.
pub(super) fn page(page: &Page, visit: &Visit<'_>) -> Result<String, Refusal> {
    check_fields(page, visit)?;
    let pieces = (page.build)(visit)?;
    written(visit, (page.name, page.about), pieces)
}

/// A page that says why there is none, as the command line says it.
pub(super) fn refused(visit: &Visit<'_>, title: &str, message: &str) -> String {
    written(visit, (title, ""), vec![Piece::Message(message.to_owned())]).unwrap_or_else(|refusal| refusal.message)
}

fn written(visit: &Visit<'_>, (title, about): (&str, &str), pieces: Vec<Piece>) -> Result<String, Refusal> {
    let named = PAGES.iter().filter(|page| !page.name.is_empty());
    let frame = Frame {
        title,
        about,
        book: &visit.book()?.title,
        pages: named.map(|page| (visit.leading_to(page.path, &[]), page.name, page.path == visit.path)).collect(),
        edition: visit.held.edition,
        wrong: &visit.held.wrong,
        pieces,
    };
    // memory takes whatever is written to it
    Ok(frame.render().unwrap_or_default())
}

/// That each field of the address is an option of a command that the page asks; else what that command says of it.
fn check_fields(page: &Page, visit: &Visit<'_>) -> Result<(), Refusal> {
    let offered: Vec<String> = page.commands.iter().flat_map(|words| visit.desk.offers(words)).collect();
    let Some(field) = visit.fields.iter().find(|(name, _)| !offered.contains(name)) else { return Ok(()) };
    let Some(words) = page.commands.first() else { return Ok(()) };
    let asked = super::Asked { fields: vec![field.clone()], ..visit.asked(words, &[]) };
    visit.answer(&asked).map(|_| ())
}

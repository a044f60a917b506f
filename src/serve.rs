//! (18) The explorer: a book in a browser, on this machine alone. Requests in, pages out; the only HTTP.
//!
//! An address says all of a page: its path is the page, its fields are options of the command line. A page asks commands through a
//! [`Desk`], shows what they answer, and names each command below its answer.

mod desk; // what pages ask of whoever answers command lines
mod address; // fields of an address, read and written
mod shelf; // the last sound book
mod sent; // what is sent, and what browsers are told of it
mod kept; // what was sent before
mod visit; // one request for a page, and what it asks
mod controls; // forms whose fields are options
mod choices; // what there is to choose from
mod what_if; // fields of another GDP, another day, other years
mod linked; // where the figures of a table lead
mod picture; // a picture with the command that draws it
mod tree; // a derivation
mod facts; // what is known of one thing
mod piece; // what stands on a page
mod shown; // what a page shows of answers
mod overview; // the pages
mod country;
mod commitment;
mod gdp;
mod compare;
mod path;
mod why;
mod sensitivity;
mod check;
mod data;
mod explain;
mod frame; // a whole page
mod download; // what a command writes
mod assets; // how pages look and move
mod http; // requests and answers

use std::net::{SocketAddr, TcpListener};

pub use desk::{Answered, Asked, Desk, Refusal};

use crate::error::{Error, Errors};
use controls::Field;
use piece::Piece;
use visit::Visit;

/// A page: where it is, what it is called, and what stands on it.
struct Page {
    /// Its path, as `/gdp`.
    path: &'static str,
    /// What it is called in the list of pages; empty where it is reached from others alone.
    name: &'static str,
    /// What it shows, for whom the address asks.
    title: fn(&Visit<'_>) -> Result<String, Refusal>,
    /// What it answers, for whom the address asks.
    about: fn(&Visit<'_>) -> &'static str,
    /// Whether it is about one country.
    of_country: bool,
    /// The commands whose options are its fields, each by its words.
    commands: &'static [&'static [&'static str]],
    /// What its form asks for.
    fields: fn(&Visit<'_>) -> Result<Vec<Field>, Refusal>,
    build: fn(&Visit<'_>) -> Result<Vec<Piece>, Refusal>,
}

/// Every page, in the order of the list on each of them.
const PAGES: &[Page] = &[
    overview::PAGE,
    country::PAGE,
    commitment::PAGE,
    gdp::PAGE,
    compare::PAGE,
    path::PAGE,
    why::PAGE,
    sensitivity::PAGE,
    check::PAGE,
    data::PAGE,
    explain::PAGE,
    explain::PATH,
    explain::WHY,
    explain::SENSITIVITY,
    explain::CLAIM,
    explain::TIMELINE,
    explain::GDP,
    explain::LEAGUE,
];

/// A port of this machine, which no other machine reaches; 0 is any that is free.
///
/// # Errors
/// It cannot be had.
pub fn listen(port: u16) -> Result<TcpListener, Error> {
    http::listen(port)
}

/// Serves the book of a desk on a port until somebody interrupts it. Says the address once it answers there.
///
/// # Errors
/// The book is not sound, or the port is lost.
pub fn serve(desk: impl Desk, listener: TcpListener, ready: impl FnOnce(SocketAddr)) -> Result<(), Errors> {
    http::serve(desk, listener, ready)
}

/// The addresses of all pages, without a field.
#[cfg(test)]
pub(crate) fn addresses() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|page| page.path)
}

/// Status and text of what is sent for an address.
#[cfg(any(test, fuzzing))]
pub(crate) fn page(desk: &dyn Desk, reading: &crate::book::Reading, address: &str) -> Option<(u16, String)> {
    http::made(desk, reading.clone(), address).map(|sent| sent.read())
}

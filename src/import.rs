//! (15) Official files to rows of a book: one file per format, each from the bytes that a publisher ships to typed rows.
//!
//! A side door: what is read here is written as plain text, which a person reads as a difference and keeps; no evaluation ever
//! meets an official file. Publisher, vintage, kind and precision are what the file says. What it does not say is asked for, never
//! guessed, and what is no row of a book is left out and counted.

mod countries;
mod currencies;
mod decoded;
mod eurostat;
mod gathered;
mod grid;
mod imf_weo;
mod json;
mod number;
#[cfg(test)]
mod trials;
mod vintage;
mod worldbank;

use crate::book::{Observation, Source};
use crate::error::Errors;
use crate::quantity::{Country, Currency, Date, YearRange};

/// Every format that can be read, in the order in which a file is tried.
pub const FORMATS: &[Format] = &[imf_weo::FORMAT, eurostat::FORMAT, worldbank::FORMAT];

/// A format of official files: its name, what it is, how a file of it is known, and how it is read.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name, as `nato`.
    pub name: &'static str,
    /// What it is and who publishes it, in a line.
    pub about: &'static str,
    /// Whether a file looks like one of this format; cheap, and never an error.
    pub recognises: fn(&Official<'_>) -> bool,
    /// The rows of a file.
    pub read: fn(&Official<'_>, &Wanted) -> Result<Edition, Errors>,
}

/// An official file: the name that messages show, and its bytes as they were shipped.
#[derive(Debug, Clone, Copy)]
pub struct Official<'f> {
    /// The name, usually the path.
    pub name: &'f str,
    /// The bytes.
    pub bytes: &'f [u8],
}

/// What is wanted of a file, and what it does not say itself.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The countries; nothing is all that the file has.
    pub countries: Option<Vec<Country>>,
    /// The years; nothing is all that the file has.
    pub years: Option<YearRange>,
    /// The currency of each country as the book has it, for figures in a national currency that the file does not name.
    pub currencies: Vec<(Country, Currency)>,
    /// The day of publication, for a file that does not say it; another one than the file says is an error.
    pub vintage: Option<Date>,
    /// The id of the document, where the usual one of the format is not wanted.
    pub source: Option<String>,
    /// What a column or a code of a table without a format of its own stands for, as `year=TIME_PERIOD`.
    pub map: Vec<(String, String)>,
}

/// What was read in a file: one edition of a publisher's figures.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The figures, country by country, then by measure, definition and year; each names `document` as its source.
    pub rows: Vec<Observation>,
    /// The document that they were read in.
    pub document: Source,
    /// What was left out, in the order in which it was met.
    pub left_out: Vec<LeftOut>,
}

/// Rows or cells that are no figures of a book, or were not wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What they are, in the plural, as `aggregates`.
    pub what: String,
    /// How many.
    pub count: usize,
}

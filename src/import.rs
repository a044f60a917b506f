//! (15) Official files to rows of a book: one file per format, each from the bytes that a publisher ships to typed rows.
//!
//! A side door: what is read here is written as plain text, which a person reads as a difference and keeps; no evaluation ever
//! meets an official file. Publisher, vintage, kind and precision are what the file says. What it does not say is asked for, never
//! guessed, and what is no row of a book is left out and counted.

mod allies; // what their money is called, and when their years begin
mod carried; // what goes into a book
mod countries; // by the names and codes that publishers use
mod csv; // any table
mod currencies; // by the names that publishers use
mod decoded; // bytes as characters
mod ecb_fx; // euro reference rates
mod eurostat; // GDP and government expenditure
mod gathered; // an edition, figure by figure
mod grid; // texts of rows and cells
mod imf_weo; // the World Economic Outlook
mod json; // JSON, whose numbers are digits
mod kiel; // aid to Ukraine
#[cfg(test)]
mod laws; // what holds of every format
mod mapped; // tables that say nothing of their columns
mod nato; // defence expenditure of the allies
mod note; // what is said of a figure
mod number; // numbers as publishers write them
mod sdmx_csv; // any SDMX-CSV message
mod sipri; // military expenditure
mod sound; // that rows are figures of a book, each once
#[cfg(test)]
mod trials; // what the tests of formats share
mod vintage; // when a file was published
mod workbook; // spreadsheets, through limits
mod worldbank; // development indicators
pub mod written; // rows and documents as the plain text of a book

pub use crate::book::Triple;
pub use mapped::Name;

use crate::book::{self, Observation, Source};
use crate::error::{Error, Errors, Kind, Noun, Result, unknown_name};
use crate::quantity::{Country, Currency, Date, Year, YearRange};

/// Every format that can be read, in the order in which a file is tried.
pub const FORMATS: &[Format] = &[
    nato::ENTRY,
    sipri::ENTRY,
    imf_weo::ENTRY,
    eurostat::ENTRY,
    worldbank::ENTRY,
    ecb_fx::ENTRY,
    kiel::ENTRY,
    sdmx_csv::ENTRY,
    csv::ENTRY,
];

/// So many sorts of what is left out are told apart.
const SORTS: usize = 64;

/// A format of official files: its name, what it is, how a file of it is known, and how it is read.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name, as `nato`.
    pub name: &'static str,
    /// What it is and who publishes it, in a line.
    pub about: &'static str,
    /// What `--map` may say of a file; nothing where it says what the columns are, each of which it may then name.
    pub map: Option<&'static [&'static str]>,
    /// Whether a file looks like one of this format; cheap, and never an error.
    pub recognises: fn(&Official<'_>) -> bool,
    /// The rows of a file, which name no document yet.
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
    /// What the columns and codes of a table without a format of its own are, in two parts: a [`Name`] and the column that it is,
    /// or a text with `=` before it that it is in every row; a column and a code of it with `:` between them, and what the code
    /// stands for, or nothing: of such a column the rows with other codes are left out.
    pub map: Vec<(String, String)>,
}

/// What was read in a file: one edition of a publisher's figures.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The figures, country by country, then by measure, definition, unit and year; each names `document` as its source.
    pub rows: Vec<Observation>,
    /// The document that they were read in.
    pub document: Source,
    /// What the file divides itself, which `verify` holds against the shares that it states; empty where it divides nothing.
    pub triples: Vec<Triple>,
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

/// Their number and what they are, of one in the singular: `1 figure per capita`.
/// What is wanted of an official file, as rows of a book: sorted, each figure once, the others counted, and what hides in a text shown.
///
/// The format is that of the name, else the one that recognises the file.
///
/// # Errors
/// A name that no format has, a file that none or several recognise, what its format refuses, a figure that no book takes or that
/// comes twice.
pub fn read(format: Option<&str>, official: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let format = format.map_or_else(|| Format::of(official), Format::named)?;
    format.check_map(wanted)?;
    let mut edition = (format.read)(official, wanted)?;
    edition.narrow(wanted);
    carried::carry(&mut edition, wanted.source.as_deref());
    edition.rows.sort_by_cached_key(sound::key);
    let errors = sound::faults(&edition.rows);
    if errors.is_empty() { Ok(edition) } else { Err(errors) }
}

impl Format {
    /// The format of this name, in any case.
    ///
    /// # Errors
    /// There is none.
    pub fn named(name: &str) -> Result<&'static Self> {
        FORMATS.iter().find(|format| format.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
            unknown_name(Noun::Format, name, FORMATS.iter().map(|format| format.name), "`import list` names them")
        })
    }

    /// A document of this format: its id is the usual one, and nothing more is known of it.
    fn document(&self, published: Date, publisher: &str, title: String) -> Source {
        Source {
            id: format!("{}-{published}", self.name),
            title,
            publisher: publisher.to_owned(),
            published,
            url: None,
            licence: None,
            shares_to: None,
            secondary: false,
            note: None,
        }
    }

    /// That no more is said of a file than the format does not know itself.
    fn check_map(&self, wanted: &Wanted) -> Result<()> {
        let mut said = wanted.map.iter().map(|(name, _)| name.as_str());
        let needless = self.map.and_then(|known| said.find(|name| !known.contains(name)));
        needless.map_or(Ok(()), |name| {
            let reason = format!("`{}` knows its columns by itself", self.name);
            let kind = Kind::NeedlessOption { option: format!("--map {name}=…"), reason };
            Err(Error::new(kind).help("leave it out, or read the file as `csv`"))
        })
    }

    /// The one format that recognises a file.
    ///
    /// # Errors
    /// None does, or several; a file that is empty, or a workbook that cannot be opened.
    pub fn of(official: &Official<'_>) -> Result<&'static Self> {
        let known: Vec<&Self> = FORMATS.iter().filter(|format| (format.recognises)(official)).collect();
        if known.is_empty() {
            workbook::check_if_one(official)?;
        }
        let names =
            |formats: &[&Self]| formats.iter().map(|own| format!("`{}`", own.name)).collect::<Vec<_>>().join(", ");
        let (reason, choice) = match known[..] {
            [only] => return Ok(only),
            [] => ("no format knows it".to_owned(), names(&FORMATS.iter().collect::<Vec<_>>())),
            _ => ("several know it".to_owned(), names(&known)),
        };
        let kind = Kind::UnclearFormat { file: official.name.to_owned(), reason };
        Err(Error::new(kind)
            .help(format!("name it, as `import FORMAT FILE` or `verify FILE --as FORMAT`: one of {choice}")))
    }
}

impl Wanted {
    /// What a figure of this country and year is if it is not wanted, in the plural.
    fn unwanted(&self, country: Country, year: Year) -> Option<&'static str> {
        if self.countries.as_ref().is_some_and(|own| !own.contains(&country)) {
            return Some("figures of other countries");
        }
        self.years.is_some_and(|own| !own.contains(year)).then_some("figures of other years")
    }

    /// The kind of a figure that is made of the parts of a year: an estimate of one that is not over, if it is asked for.
    fn made_of_parts(&self, year: Year, is_over: bool) -> Option<book::Kind> {
        let is_asked = self.years.is_some_and(|own| own.contains(year));
        match is_over {
            true => Some(book::Kind::Outturn),
            false => is_asked.then_some(book::Kind::Estimate),
        }
    }
}

impl Edition {
    /// An edition of this document, without a figure yet.
    pub(crate) fn of(document: Source) -> Self {
        Self { rows: Vec::new(), document, triples: Vec::new(), left_out: Vec::new() }
    }

    /// Counts what is no figure of a book or not wanted, in words in the plural; beyond so many sorts the others are one.
    pub(crate) fn leave_out(&mut self, what: &str, count: usize) {
        let is_told = self.left_out.len() < SORTS || self.left_out.iter().any(|own| own.what == what);
        let what = if is_told { what } else { "rows of other sorts" };
        match self.left_out.iter_mut().find(|own| own.what == what) {
            Some(own) => own.count += count,
            None if count > 0 => self.left_out.push(LeftOut { what: what.to_owned(), count }),
            None => {}
        }
    }

    /// Leaves out what is not wanted, and counts it.
    fn narrow(&mut self, wanted: &Wanted) {
        for row in std::mem::take(&mut self.rows) {
            match wanted.unwanted(row.country, row.year) {
                Some(what) => self.leave_out(what, 1),
                None => self.rows.push(row),
            }
        }
    }
}

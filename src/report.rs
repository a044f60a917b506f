//! (14) A briefing: the tables and pictures of one country or of several, and the pages that lead to them.
//!
//! Nothing is written to a disk here: a report is names and bytes.
//!
//! ```
//! use pledgebook::Session;
//! use pledgebook::chart::Lang;
//!
//! let report = Session::embedded()?.report(Lang::En)?;
//! let names: Vec<&str> = report.files.iter().map(|(name, _)| name.as_str()).collect();
//! assert_eq!(names[0], "README.md");
//! assert!(names.contains(&"verdicts.csv") && names.contains(&"charts/share.svg"));
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod recorded; // what files say of where they come from
mod finding; // what a verdict finds, as a kind of sentence
mod words; // what pages say, in each language
mod wording; // a book in the words of a language
mod figures; // figures in the words of a language
mod sentence; // a pledge in one sentence
#[cfg(feature = "serve")]
mod sentences; // every pledge of a country in one
pub(crate) mod html; // our Markdown as HTML
pub(crate) mod words_in_html; // words in templates
mod grid; // a table that fits a page
mod standing; // every pledge in five columns
mod unknown; // what is not known
mod reasons; // why each verdict is what it is
mod scenarios; // what pledges come to on each path of GDP
mod sources; // the documents
mod bytes; // tables as bytes
mod page; // the page of one country
mod annex; // what it rests on
mod contents; // the page above several countries
mod index; // a page as one file
mod data_package; // what is in its tables, for programs
mod pictures; // those that a book has figures for
mod drawing; // pictures on every processor
#[cfg(test)]
mod laws; // what holds of the page of every book

pub use drawing::{Drawn, drawn, missing_glyphs};
pub use pictures::{LeftOut, Planned, all, planned};
#[cfg(feature = "cli")]
pub(crate) use recorded::PROGRAM;
pub use recorded::{Command, record, speaks};
#[cfg(feature = "serve")]
pub(crate) use sentences::{Told, sentences};

use std::collections::BTreeMap;

use crate::chart::{A4_COLUMN, Figure, Font, Lang, Options};
use crate::error::{Errors, Result};
use crate::quantity::Country;
use crate::question::{Query, ask, doubts_behind};
use crate::table::Table;

use bytes::{has_workbook, is_limit, unwritten, written};
use page::Page;
use wording::Wording;

/// The tables of a report, each a file; the page says what is in them, in this order.
const TABLES: [&str; 5] = ["amounts", "verdicts", "gdp", "commitments", "sources"];

/// The workbook of all of them, and what is in the files of each.
const WORKBOOK: &str = "report.xlsx";
const DATA_PACKAGE: &str = "datapackage.json";

/// The files of a report, and what a person should know about them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Name and bytes of each file, the page to start with first.
    pub files: Vec<(String, Vec<u8>)>,
    /// The pictures that the book has no figures for, and a workbook that cannot hold its tables.
    pub left_out: Vec<LeftOut>,
    /// Pictures with the letters that their typeface lacks.
    pub missing_glyphs: Vec<(String, Vec<char>)>,
    /// Warnings about GDP that its tables rest on.
    pub doubts: Errors,
}

/// The report on what a query asks about: of one country its files, of several a folder for each with the report on it alone,
/// and a page above them. Pages and pictures speak the language; tables for programs are the same in each.
///
/// # Errors
/// Of the questions that it answers, or a picture cannot be made.
pub fn report(query: &Query<'_>, lang: Lang, command: &Command<'_>) -> Result<Report, Errors> {
    let parts = match query.countries()[..] {
        [_] | [] => vec![Part::new(query, lang, String::new(), None)],
        ref several => several.iter().map(|country| Part::of(query, lang, *country)).collect(),
    };
    let jobs: Vec<_> = parts.iter().flat_map(|part| part.jobs(command)).collect();
    let mut report = Report::default();
    let (texts, drawn) = drawing::drawn_while(&jobs, || report.add_texts((query, lang), &parts, command));
    texts?;
    let inside = report.add_pictures(&parts, drawn?);
    report.add_indexes(lang, &inside);
    let left_out = parts.iter().flat_map(|part| part.left_out.iter().map(|one| one.inside(&part.folder)));
    report.left_out.extend(left_out);
    Ok(report)
}

impl Report {
    /// Adds the files of all parts that are text, the page to start with first.
    fn add_texts(
        &mut self,
        (query, lang): (&Query<'_>, Lang),
        parts: &[Part<'_>],
        command: &Command<'_>,
    ) -> Result<(), Errors> {
        if parts.len() != 1 {
            self.files.push(("README.md".to_owned(), contents::write(query, lang, parts, command)?.into_bytes()));
        }
        parts.iter().try_for_each(|part| part.add_texts(self, command))
    }

    /// Adds the pictures of all parts in both formats, and returns those for pages, by their files.
    fn add_pictures(&mut self, parts: &[Part<'_>], drawn: Vec<Drawn>) -> BTreeMap<String, String> {
        let mut inside = BTreeMap::new();
        let pictures =
            parts.iter().flat_map(|part| part.pictures.iter().map(move |picture| (part, picture.chart.name)));
        for ((part, name), drawn) in pictures.zip(drawn) {
            let file = format!("{}charts/{name}.svg", part.folder);
            self.files.push((file.clone(), drawn.svg.into_bytes()));
            inside.insert(file, drawn.inside);
            self.files.push((format!("{}charts/{name}.png", part.folder), drawn.png));
            self.missing_glyphs.push((format!("{}{name}", part.folder), drawn.missing_glyphs));
        }
        inside
    }

    /// Adds each page as one file too, with the pictures that it shows.
    fn add_indexes(&mut self, lang: Lang, inside: &BTreeMap<String, String>) {
        let pages = self.files.iter().filter_map(|(name, page)| {
            let folder = name.strip_suffix("README.md")?;
            let picture = |name: &str| inside.get(&format!("{folder}charts/{name}.svg")).map(String::as_str);
            let annex = self.text(&format!("{folder}{}", page::ANNEX));
            let index = index::write(str::from_utf8(page).ok()?, annex, lang, picture);
            Some((format!("{folder}index.html"), index.into_bytes()))
        });
        let pages: Vec<_> = pages.collect();
        self.files.extend(pages);
    }

    /// The text of a file.
    fn text(&self, name: &str) -> Option<&str> {
        let (_, bytes) = self.files.iter().find(|(own, _)| own == name)?;
        str::from_utf8(bytes).ok()
    }
}

/// The report on one country.
struct Part<'b> {
    query: Query<'b>,
    lang: Lang,
    /// Where its files are, with `/` at its end; empty where there is one part only.
    folder: String,
    /// The country that its commands are told.
    country: Option<Country>,
    pictures: Vec<Planned>,
    left_out: Vec<LeftOut>,
}

impl<'b> Part<'b> {
    fn of(query: &Query<'b>, lang: Lang, country: Country) -> Self {
        let query = Query { countries: Some(vec![country]), ..query.clone() };
        Self::new(&query, lang, format!("{country}/"), Some(country))
    }

    fn new(query: &Query<'b>, lang: Lang, folder: String, country: Option<Country>) -> Self {
        let (pictures, left_out) = all(query, lang);
        Self { query: query.clone(), lang, folder, country, pictures, left_out }
    }

    fn wording(&self) -> Wording<'b> {
        Wording { book: self.query.book, lang: self.lang }
    }

    /// Its pictures, each as wide as a column of a document, with letters that every program draws and a record of the command for it
    /// alone.
    fn jobs(&self, command: &Command<'_>) -> impl Iterator<Item = (&Figure, Options)> {
        let font = Font::Outline;
        self.pictures.iter().map(move |picture| {
            let words = ["chart", picture.chart.name, "--preset", A4_COLUMN.name, "--font", font.name()];
            let record = Some(record(&self.query, command(&words, self.country)));
            (&picture.figure, Options { font, record, ..A4_COLUMN.into() })
        })
    }

    /// Adds its files that are text, the page first.
    fn add_texts(&self, report: &mut Report, command: &Command<'_>) -> Result<(), Errors> {
        let page = Page::new(self)?;
        let tables = TABLES.iter().map(|name| ask(name, &self.query)).collect::<Result<Vec<Table>, Errors>>()?;
        let own_command = command(&["report"], self.country);
        let workbook = self.workbook(&tables, &own_command, &mut report.left_out)?;
        let mut add = |name: &str, bytes| report.files.push((format!("{}{name}", self.folder), bytes));
        add("README.md", page.write(command, workbook.is_some())?.into_bytes());
        add(page::ANNEX, page.annex()?.into_bytes());
        let own = tables.iter().map(|table| (format!("{}.csv", table.name), table));
        let of_pictures = self.pictures.iter().map(|own| (format!("charts/{}.csv", own.chart.name), &own.table));
        let files: Vec<(String, &Table)> = own.chain(of_pictures).collect();
        for (name, table) in &files {
            add(name, written("csv", std::slice::from_ref(*table), "")?);
        }
        add(DATA_PACKAGE, data_package::write(&self.query, &own_command, &files).map_err(unwritten)?.into_bytes());
        workbook.into_iter().for_each(|workbook| add(WORKBOOK, workbook));
        for table in &tables {
            report.doubts.extend_with_new(doubts_behind(&self.query, table));
        }
        Ok(())
    }

    /// The workbook of its tables, if workbooks can be written and it has room for them: where it has none, that is said, and the rest of
    /// the report stands.
    fn workbook(&self, tables: &[Table], command: &str, left_out: &mut Vec<LeftOut>) -> Result<Option<Vec<u8>>> {
        if !has_workbook() {
            return Ok(None);
        }
        match written("xlsx", tables, command) {
            Err(error) if is_limit(&error) => {
                let left = LeftOut { name: WORKBOOK.to_owned(), reason: error.kind().to_string() };
                left_out.push(left.inside(&self.folder));
                Ok(None)
            }
            written => written.map(Some),
        }
    }
}

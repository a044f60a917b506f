//! A file of `series/` and the book around it, to which rows and a document are added.

use std::fs;
use std::path::{Path, PathBuf};

use crate::book::{Book, Files, Reading};
use crate::error::{Error, Errors, Kind, Result};
use crate::import::written::{HEADER, line, record};

use super::super::super::Failure;
use super::super::super::given::Given;
use super::super::super::options::BOOK;
use super::super::super::output::{turn, write_together};
use super::addition::{Addition, figures};

/// The folder of a book that figures are in.
const SERIES: &str = "series";
/// The documents of a book.
const SOURCES: &str = "sources.toml";

/// A file of `series/` in a book.
pub(super) struct Shelf {
    /// The folder of the book.
    folder: PathBuf,
    files: Files,
    /// The file, by its name in the book.
    name: String,
    /// Nobody else adds to the book as long as it is open.
    _turn: Option<fs::File>,
}

impl Shelf {
    /// The book that a file is in or would be in; none if there is none, or another one was asked for.
    ///
    /// # Errors
    /// A file of the book cannot be read.
    pub(super) fn around(path: &Path, given: Given<'_>) -> Result<Option<Self>, Errors> {
        let real = |path: &Path| fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path }).ok();
        let Some((series, file)) = path.parent().and_then(real).zip(path.file_name()) else { return Ok(None) };
        let folder = match given.folder(BOOK) {
            Some(folder) => folder.to_owned(),
            None => match path.parent().and_then(Path::parent) {
                Some(above) if above.as_os_str().is_empty() => PathBuf::from("."),
                above => above.unwrap_or(Path::new("..")).to_owned(),
            },
        };
        if real(&folder.join(SERIES)) != Some(series) || !folder.join("book.toml").exists() {
            return Ok(None);
        }
        let (name, turn) = (format!("{SERIES}/{}", file.to_string_lossy()), turn(&folder));
        Ok(Some(Self { files: Files::read(&folder)?, folder, name, _turn: turn }))
    }

    /// The book as it is.
    ///
    /// # Errors
    /// Everything that is wrong with its files.
    pub(super) fn book(&self) -> Result<Book, Errors> {
        Reading::new(&self.files).into_book()
    }

    /// Adds what is new, unless the book would not be sound with it, and says what it did.
    ///
    /// # Errors
    /// What is wrong with the book that would be, at its places there; a file that cannot be written.
    pub(super) fn take(&self, addition: &Addition<'_>) -> Result<String, Failure> {
        if addition.rows().is_empty() {
            return Ok(addition.nothing());
        }
        let rows: String = addition.rows().iter().map(line).collect();
        let document = addition.lacks_document.then(|| format!("\n{}", record(&addition.document)));
        // a document that no figure names yet is no fault, a figure without its document is
        let sources = document.map(|document| (SOURCES, self.with(SOURCES, "", &document)));
        let series = (self.name.as_str(), self.with(&self.name, HEADER, &rows));
        check_columns(&series.1, &self.files.shown(series.0))?;
        let changed: Vec<(&str, Vec<u8>)> = sources.into_iter().chain([series]).collect();
        let all = self.files.iter().map(|(name, bytes)| (name, bytes.to_vec())).chain(changed.iter().cloned());
        Reading::new(&Files::from_memory(&self.files.shown(""), all)?).into_book()?;
        let changed = changed.into_iter().map(|(name, bytes)| (self.folder.join(name), bytes));
        write_together(&changed.collect::<Vec<_>>())?;
        let (added, shown) = (figures(addition.rows().len()), self.files.shown(&self.name));
        let document = if addition.lacks_document { ", and their document to `sources.toml`" } else { "" };
        let known = match addition.known {
            0 => String::new(),
            known => format!("; the book had {} already", figures(known)),
        };
        Ok(format!("added {added} to `{shown}`{document}{known}"))
    }

    /// A file as it is, or one that begins with `head`, and behind that what is added.
    fn with(&self, name: &str, head: &str, added: &str) -> Vec<u8> {
        let own = self.files.iter().find(|(own, _)| *own == name).map(|(_, bytes)| bytes);
        let mut bytes = own.unwrap_or(head.as_bytes()).to_vec();
        if !bytes.is_empty() && !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        let end = if memchr::memmem::find(&bytes, b"\r\n").is_some() { "\r\n" } else { "\n" };
        bytes.extend(added.replace('\n', end).bytes());
        bytes
    }
}

/// The error of a file in no book, or in another one than was asked for.
pub(super) fn outside(path: &Path) -> Error {
    let reason = "it is not in the `series/` of a book".to_owned();
    let kind = Kind::CannotWrite { path: path.display().to_string(), reason };
    Error::new(kind).help("name a file in `series/` of a book, whose `sources.toml` takes the document above")
}

/// That a file has its columns in the order in which rows are written.
fn check_columns(bytes: &[u8], shown: &str) -> Result<()> {
    let text = String::from_utf8_lossy(bytes);
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if first.trim_end() == HEADER.trim_end() {
        return Ok(());
    }
    let kind = Kind::CannotWrite { path: shown.to_owned(), reason: "its columns are in another order".to_owned() };
    Err(Error::new(kind).help(format!("name another file, or order them: `{}`", HEADER.trim_end())))
}

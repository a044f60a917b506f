//! The files of a book: those compiled in, those of a folder, or those that somebody has in memory.

mod place; // where a file of a book may be

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::{fs, io};

use crate::error::{Error, Errors, Kind, Noun, Result, SourceText};

#[cfg(feature = "cli")]
pub(crate) use place::open_file;
use place::{absent, check_inside, check_place, misplaced, read_file, stands, unreadable};

/// Every file under `data/` at the time of compiling: name and bytes, in order of name.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
/// The single files that every book has, the one that makes a folder a book first.
const SINGLE: [&str; 4] = ["book.toml", "definitions.toml", "sources.toml", "scenarios.toml"];
/// The single file that a book may have.
pub(super) const GROUPS: &str = "groups.toml";
/// The folders that every book has, with the ending of the files that count there.
const FOLDERS: [(&str, &str); 2] = [("commitments", ".toml"), ("series", ".csv")];
/// The folder that a book may have, likewise.
const OPTIONAL: (&str, &str) = ("translations", ".csv");

/// The page beside them, for people alone.
pub(super) const PAGE: &str = "README.md";

/// Names and bytes of the files of a book, in order of name.
#[derive(Debug, Clone)]
pub struct Files {
    root: String,
    files: Vec<(Cow<'static, str>, Cow<'static, [u8]>)>,
}

impl Files {
    /// The files of the compiled-in book; messages name them below `data/`.
    #[must_use]
    pub fn embedded() -> Self {
        let files = Self::shipped().filter(|(name, _)| belongs(name));
        Self { root: "data/".to_owned(), files: files.map(|(name, bytes)| (name.into(), bytes.into())).collect() }
    }

    /// Everything that is compiled in, with the page that explains it.
    pub fn shipped() -> impl Iterator<Item = (&'static str, &'static [u8])> {
        EMBEDDED.iter().copied()
    }

    /// The files of a book in a folder.
    ///
    /// # Errors
    /// The folder is no book, lacks a file or has one that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Errors> {
        let root = format!("{}/", folder.display().to_string().trim_end_matches('/'));
        if !stands(&folder.join(SINGLE[0])) {
            let kind = Kind::NotABook { path: folder.display().to_string() };
            let why = match (folder.is_dir(), folder.exists()) {
                (true, _) => "a book has a file `book.toml`",
                (false, true) => "it is a file, not a folder",
                (false, false) => "there is no such folder",
            };
            return Err(Error::new(kind)
                .help(format!("{why}; `pledgebook new DIR` writes a book to start from"))
                .into());
        }
        let mut errors = Errors::default();
        let mut files = Vec::new();
        for name in names(folder, &root, &mut errors) {
            if let Some(bytes) = errors.keep(read_file(folder, &name, &format!("{root}{name}"))) {
                files.push((name.into(), bytes.into()));
            }
        }
        if stands(&folder.join(PAGE)) {
            errors.keep(check_place(folder, PAGE, &format!("{root}{PAGE}")));
        }
        if errors.is_empty() { Ok(Self { root, files }) } else { Err(errors) }
    }

    /// The files of a book from memory, by the names that they have below its folder; messages name them below `root`. Its page
    /// may be among them, as [`starter`](super::starter) writes it, and is for people alone.
    ///
    /// Of two files of one name the later counts, as if they had been written in turn:
    /// ```
    /// use pledgebook::book::{Book, Files, Reading};
    ///
    /// let (shipped, mine) = (Files::embedded(), "title = \"Mine\"\ncountry = \"LVA\"\npublishers = []\n");
    /// let files = shipped.iter().chain([("book.toml", mine.as_bytes())]);
    /// let book = Reading::new(&Files::from_memory("mine/", files)?).into_book()?;
    /// assert_eq!(book.title, "Mine");
    ///
    /// let errors = Files::from_memory("mine/", [("book.toml", mine), ("series/gdp.txt", "")]).unwrap_err();
    /// let messages: Vec<String> = errors.iter().map(|error| error.kind().to_string()).collect();
    /// assert_eq!(messages[0], "unknown file of a book `mine/series/gdp.txt`");
    /// assert_eq!(messages[1], "there is no file `mine/definitions.toml`");
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// A file that every book has is missing, or a name is none of a book's.
    pub fn from_memory<N, B>(root: &str, files: impl IntoIterator<Item = (N, B)>) -> Result<Self, Errors>
    where
        N: Into<String>,
        B: Into<Vec<u8>>,
    {
        let files: BTreeMap<String, Vec<u8>> = files
            .into_iter()
            .map(|(name, bytes)| (name.into(), bytes.into()))
            .filter(|(name, _)| name != PAGE)
            .collect();
        let stray = files.keys().filter(|name| !belongs(name)).map(|name| stray(&format!("{root}{name}")));
        let absent =
            SINGLE.iter().filter(|name| !files.contains_key(**name)).map(|name| absent(&format!("{root}{name}")));
        let mut errors = Errors::default();
        stray.chain(absent).for_each(|error| errors.push(error));
        if errors.is_empty() {
            let files = files.into_iter().map(|(name, bytes)| (name.into(), bytes.into()));
            Ok(Self { root: root.to_owned(), files: files.collect() })
        } else {
            Err(errors)
        }
    }

    /// The name of a file as messages show it.
    #[must_use]
    pub fn shown(&self, name: &str) -> String {
        format!("{}{name}", self.root)
    }

    /// Name and bytes of each file, in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_ref(), bytes.as_ref()))
    }
}

/// Whether a file of this name is part of a book, as its page is not.
fn belongs(name: &str) -> bool {
    SINGLE.contains(&name)
        || name == GROUPS
        || FOLDERS.iter().chain([&OPTIONAL]).any(|(folder, ending)| {
            let rest = name.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            rest.is_some_and(|file| {
                let hidden = file.starts_with(['.', '~']);
                !file.contains('/') && !hidden && file.ends_with(ending)
            })
        })
}

/// Whether a place, whether something stands there or not, is of the book in a folder: one of its files, a folder of them, its page.
#[cfg(feature = "cli")]
pub(crate) fn is_of_book(folder: &Path, place: &Path) -> bool {
    let is_book = stands(&folder.join(SINGLE[0]));
    let name = place.strip_prefix(folder).ok().and_then(Path::to_str);
    let is_named = |name: &str| {
        belongs(name) || name == PAGE || FOLDERS.iter().chain([&OPTIONAL]).any(|(folder, _)| *folder == name)
    };
    let is_led_to = || {
        let names = names(folder, "", &mut Errors::default());
        names.iter().any(|name| fs::canonicalize(folder.join(name)).is_ok_and(|led| led == place))
    };
    is_book && (name.is_some_and(is_named) || name.is_some() && is_led_to())
}

/// The names of the files of the book in a folder, in order.
pub(super) fn names(folder: &Path, root: &str, errors: &mut Errors) -> Vec<String> {
    let groups = stands(&folder.join(GROUPS)).then_some(&GROUPS);
    let mut names: Vec<String> = SINGLE.iter().chain(groups).map(|name| (*name).to_owned()).collect();
    for (inner, _) in FOLDERS.into_iter().chain([OPTIONAL]) {
        let path = folder.join(inner);
        if inner == OPTIONAL.0 && !stands(&path) {
            continue;
        }
        if !path.is_dir() {
            let kind = Kind::AbsentFolder { path: format!("{root}{inner}") };
            errors.push(Error::new(kind).help("make the folder; it may be empty"));
            continue;
        }
        if errors.keep(check_inside(folder, inner, &format!("{root}{inner}"))).is_none() {
            continue;
        }
        let entries = fs::read_dir(&path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = entries.map_err(|error| unreadable(&format!("{root}{inner}"), &error));
        let Some(entries) = errors.keep(entries) else { continue };
        let parts = entries.iter().map(|entry| part(&format!("{inner}/"), &entry.file_name(), root));
        names.extend(parts.filter_map(|part| errors.keep(part).flatten()));
    }
    names.sort();
    names
}

/// The name of a file in a folder of the book, if it is part of it.
fn part(inner: &str, file: &OsStr, root: &str) -> Result<Option<String>> {
    let (name, is_utf8) = (format!("{inner}{}", file.to_string_lossy()), file.to_str().is_some());
    match belongs(&name) {
        true if is_utf8 => Ok(Some(name)),
        true => Err(misplaced(&format!("{root}{name}"), "its name is not UTF-8", "give it another name")),
        // to leave it out in silence would lose what it says
        false if belongs(&name.to_lowercase()) => {
            let help = "write the ending of its name in small letters";
            Err(misplaced(&format!("{root}{name}"), "its ending has capital letters", help))
        }
        false => Ok(None),
    }
}

/// The page of the book in a folder, if it has one.
#[cfg(feature = "serve")]
pub(crate) fn page_of(folder: &Path) -> Option<Vec<u8>> {
    read_file(folder, PAGE, PAGE).ok()
}

fn stray(shown: &str) -> Error {
    let kind = Kind::UnknownName { what: Noun::File, name: shown.to_owned() };
    Error::new(kind)
        .help("a book has TOML files of records, `commitments/*.toml`, `series/*.csv` and `translations/*.csv`")
}

/// The text of a file; a byte order mark is taken off.
pub(crate) fn decode(shown: &str, bytes: Vec<u8>) -> Result<SourceText> {
    let bad = |content: &[u8], at: usize, kind: Kind, help: &str| {
        let before = String::from_utf8_lossy(&content[..at]).into_owned();
        let span = before.len()..before.len() + 1;
        Error::new(kind)
            .help(help)
            .at(SourceText::new(shown, before + &String::from_utf8_lossy(&content[at..])).place(span))
    };
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        bad(error.as_bytes(), at, Kind::InvalidUtf8 {}, "save the file as UTF-8")
    })?;
    if let Some(at) = text.find('\0') {
        return Err(bad(text.as_bytes(), at, Kind::NulByte {}, "save the file as plain text in UTF-8"));
    }
    let bare = text.strip_prefix('\u{feff}').map(str::to_owned);
    Ok(SourceText::new(shown, bare.unwrap_or(text)))
}

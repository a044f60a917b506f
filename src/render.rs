//! (11) Tables as text: one file per format, and the list of them.
//!
//! Only here is layout decided. A format takes a [`Table`], a [`Layout`] and a writer, and knows nothing of terminals or files.

mod csv;
#[cfg(feature = "cli")]
mod grid;
#[cfg(feature = "serve")]
pub(crate) mod html;
mod json;
mod jsonl;
mod md;
#[cfg(feature = "cli")]
mod record;
mod rows;
#[cfg(feature = "cli")]
mod sheet;
mod shown;
#[cfg(feature = "cli")]
mod table;
mod tree;
#[cfg(feature = "cli")]
mod widths;

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use crate::error::{self, Error, Noun};
use crate::table::Table;

pub use rows::RowFormat;
#[cfg(feature = "cli")]
pub(crate) use table::{MOST_ROWS, too_many_rows};
pub use tree::{TREES, TreeFormat};

/// Every format, the default first.
///
/// The columns of a terminal come with the feature `cli`.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "cli")]
    table::ENTRY,
    csv::ENTRY,
    json::ENTRY,
    jsonl::ENTRY,
    md::ENTRY,
];

/// A way to write a table.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name on the command line, as `csv`.
    pub name: &'static str,
    /// What it is, for help texts.
    pub about: &'static str,
    /// The endings of file names that mean it, without the point.
    pub endings: &'static [&'static str],
    /// How tables are written.
    way: Way,
}

/// How a format writes tables.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// Row by row.
    Rows(RowFormat),
    /// Once all of it is known.
    #[cfg(feature = "cli")]
    Whole(fn(&Table, &Layout, &mut dyn Write) -> Result<(), RenderError>),
}

impl Format {
    /// Writes a table in this format.
    ///
    /// # Errors
    /// A value cannot be printed, or the writer fails.
    pub fn render(&self, table: &Table, layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
        match &self.way {
            Way::Rows(rows) => rows.render(table, layout.decimals, out),
            #[cfg(feature = "cli")]
            Way::Whole(render) => render(table, layout, out),
        }
    }

    /// Writes several tables: one below the other, a blank line between them; in JSON as one list.
    ///
    /// # Errors
    /// As [`Format::render`].
    pub fn render_all(&self, tables: &[Table], layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
        match self.rows().filter(|rows| rows.is_one_list) {
            Some(rows) => rows.render_as_one(tables, layout.decimals, out),
            None => tables.iter().enumerate().try_for_each(|(at, table)| {
                out.write_all(if at == 0 { b"" } else { b"\n" })?;
                self.render(table, layout, out)
            }),
        }
    }

    /// How it writes rows one after the other, if it does.
    #[must_use]
    pub fn rows(&self) -> Option<RowFormat> {
        match self.way {
            Way::Rows(rows) => Some(rows),
            #[cfg(feature = "cli")]
            Way::Whole(_) => None,
        }
    }

    /// The format of this name.
    ///
    /// ```
    /// use pledgebook::render::Format;
    /// assert_eq!(Format::named("csv")?.name, "csv");
    /// assert_eq!(Format::named("cvs").unwrap_err().way_out(), Some("did you mean `csv`?"));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named(name: &str) -> error::Result<&'static Self> {
        FORMATS.iter().find(|format| format.name == name).ok_or_else(|| {
            let names = FORMATS.iter().map(|format| format.name);
            error::unknown_name(Noun::Format, name, names, "`--help` lists them")
        })
    }

    /// The format that the ending of a file name means, in any case.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<&'static Self> {
        let ending = path.extension().and_then(OsStr::to_str)?;
        FORMATS.iter().find(|format| format.endings.iter().any(|known| known.eq_ignore_ascii_case(ending)))
    }
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Digits after the point of an amount.
    pub decimals: u32,
    /// The columns of the terminal; as wide as needed where there is none.
    pub width: Option<usize>,
    /// Whether the terminal may be sent colours.
    pub color: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self { decimals: 2, width: None, color: false }
    }
}

/// Why a table was not written.
#[derive(Debug)]
pub enum RenderError {
    /// A value cannot be printed.
    Value(Error),
    /// The writer failed; of a closed pipe the kind is [`io::ErrorKind::BrokenPipe`].
    Write(io::Error),
}

impl From<Error> for RenderError {
    fn from(error: Error) -> Self {
        Self::Value(error)
    }
}

impl From<io::Error> for RenderError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RenderError {}

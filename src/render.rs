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
mod locale;
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
#[cfg(feature = "xlsx")]
mod xlsx;

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use crate::error::{self, Error, Noun};
use crate::table::Table;

pub use locale::{LOCALES, Locale};
pub use rows::RowFormat;
pub(crate) use shown::Marks;
pub use tree::{TREES, TreeFormat};

/// Every format, the default first.
///
/// The columns of a terminal come with the feature `cli`, workbooks with `xlsx`.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "cli")]
    table::ENTRY,
    csv::ENTRY,
    json::ENTRY,
    jsonl::ENTRY,
    md::ENTRY,
    #[cfg(feature = "xlsx")]
    xlsx::ENTRY,
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
    Whole(fn(&Table, &Layout<'_>, &mut dyn Write) -> Result<(), RenderError>),
    /// Several at once, as bytes that are no text.
    #[cfg(feature = "xlsx")]
    Together(fn(&[Table], &Layout<'_>, &mut dyn Write) -> Result<(), RenderError>),
}

impl Format {
    /// Writes a table in this format.
    ///
    /// # Errors
    /// A value cannot be printed, or the writer fails.
    pub fn render(&self, table: &Table, layout: &Layout<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
        match &self.way {
            Way::Rows(rows) => rows.render(table, layout.decimals, out),
            #[cfg(feature = "cli")]
            Way::Whole(render) => render(table, layout, out),
            #[cfg(feature = "xlsx")]
            Way::Together(render) => render(std::slice::from_ref(table), layout, out),
        }
    }

    /// Writes several tables: one below the other, a blank line between them; in JSON as one list, in a workbook each as a sheet.
    ///
    /// # Errors
    /// As [`Format::render`].
    pub fn render_all(&self, tables: &[Table], layout: &Layout<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
        match &self.way {
            Way::Rows(rows) if rows.is_one_list => return rows.render_as_one(tables, layout.decimals, out),
            #[cfg(feature = "xlsx")]
            Way::Together(render) => return render(tables, layout, out),
            Way::Rows(_) => {}
            #[cfg(feature = "cli")]
            Way::Whole(_) => {}
        }
        let Some((first, others)) = tables.split_first() else { return Ok(()) };
        self.render(first, layout, out)?;
        let below = self.rows().map_or(*self, |rows| Self { way: Way::Rows(rows.below()), ..*self });
        others.iter().try_for_each(|table| {
            out.write_all(b"\n")?;
            below.render(table, layout, out)
        })
    }

    /// CSV that a spreadsheet of a language reads by a double click: with its separator, its decimal sign, and a byte order mark.
    ///
    /// ```
    /// use pledgebook::render::{Format, LOCALES};
    /// let german = LOCALES.iter().find(|locale| locale.code == "de").unwrap();
    /// assert_eq!((german.separator, german.decimal), (';', ','));
    /// assert_eq!(Format::csv_for(german).name, "csv");
    /// ```
    #[must_use]
    pub fn csv_for(locale: &Locale) -> Self {
        csv::written_with(locale.into())
    }

    /// Whether what it writes is no text, and nothing for a terminal.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        match self.way {
            Way::Rows(_) => false,
            #[cfg(feature = "cli")]
            Way::Whole(_) => false,
            #[cfg(feature = "xlsx")]
            Way::Together(_) => true,
        }
    }

    /// How many rows it takes where it does not write them one after the other, and the error of a table with more.
    #[cfg(feature = "cli")]
    pub(crate) fn limit(&self) -> (usize, Error) {
        match self.way {
            Way::Rows(_) | Way::Whole(_) => (table::MOST_ROWS, table::too_many_rows()),
            Way::Together(_) => (xlsx::MOST_ROWS, xlsx::too_many_rows()),
        }
    }

    /// How it writes rows one after the other, if it does.
    #[must_use]
    pub fn rows(&self) -> Option<RowFormat> {
        match self.way {
            Way::Rows(rows) => Some(rows),
            #[cfg(feature = "cli")]
            Way::Whole(_) => None,
            #[cfg(feature = "xlsx")]
            Way::Together(_) => None,
        }
    }

    /// The format of this name, in any case.
    ///
    /// ```
    /// use pledgebook::render::Format;
    /// assert_eq!(Format::named("CSV")?.name, "csv");
    /// assert_eq!(Format::named("cvs").unwrap_err().way_out(), Some("did you mean `csv`?"));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named(name: &str) -> error::Result<&'static Self> {
        FORMATS.iter().find(|format| format.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
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
pub struct Layout<'c> {
    /// Digits after the point of an amount.
    pub decimals: u32,
    /// The columns of the terminal; as wide as needed where there is none.
    pub width: Option<usize>,
    /// Whether the terminal may be sent colours.
    pub color: bool,
    /// The command that answers the same, where a format has a place for it; empty where none is known.
    pub command: &'c str,
}

impl Default for Layout<'_> {
    fn default() -> Self {
        Self { decimals: 2, width: None, color: false, command: "" }
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

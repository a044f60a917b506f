//! A workbook: a sheet for each table, whose cells are numbers, dates or text, so that they read the same in every locale.

mod cell; // what a cell is in a sheet
mod sheet; // a table
mod about; // where the tables come from

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};
use std::thread;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::error::{Error, Kind};
use crate::quantity::Date;
use crate::quantity::text::in_one_line;
use crate::table::Table;

use super::{Format, Layout, RenderError, Way};
use cell::Looks;

pub(super) const ENTRY: Format = Format {
    name: "xlsx",
    about: "a workbook for spreadsheets of every language",
    endings: &["xlsx"],
    way: Way::Together(render),
};

/// How many rows a sheet has below the headings.
pub(super) const MOST_ROWS: usize = (1 << 20) - 1;

/// The error of a table that has more.
pub(super) fn too_many_rows() -> Error {
    let what = "a sheet of a workbook".to_owned();
    let help = "write them with `--format csv`, or ask for less, as with `--years` or `--commitment`";
    Error::new(Kind::TooManyRows { limit: MOST_ROWS, what }).help(help)
}

/// The last sheet says where the others come from.
fn render(tables: &[Table], layout: &Layout<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    if tables.iter().any(|table| table.rows.len() > MOST_ROWS) {
        return Err(too_many_rows().into());
    }
    let (mut workbook, looks) = (Workbook::new(), Looks::default());
    for (at, table) in tables.iter().enumerate() {
        let sheet = workbook.add_worksheet().set_name(name(tables, at))?;
        sheet::write(sheet, &looks, table, layout.decimals)?;
    }
    if let Some(first) = tables.first() {
        about::write(workbook.add_worksheet().set_name("About")?, &looks, tables, layout.command)?;
        let mut properties = DocProperties::new().set_title(in_one_line(&first.context.book));
        // one that does not say when it was made gets the time of the clock
        for day in [Date::FIRST, first.context.as_of].into_iter().filter_map(|date| cell::day(date.to_day())) {
            properties = properties.set_creation_datetime(&day);
        }
        workbook.set_properties(&properties);
    }
    has_threads(tables.len() + 1).map_err(|_| {
        let help = "let other programs end first, or raise their limit (`ulimit -u`); CSV needs none";
        failed("the system gives no thread for each of its sheets").help(help)
    })?;
    Ok(out.write_all(&workbook.save_to_buffer()?)?)
}

/// That the system gives a thread for each sheet, all at once: a workbook is put together on them, and breaks down without.
fn has_threads(sheets: usize) -> io::Result<()> {
    let gate = Mutex::new(());
    thread::scope(|scope| {
        let _closed = gate.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = || drop(gate.lock());
        (0..sheets).try_for_each(|_| thread::Builder::new().spawn_scoped(scope, wait).map(drop))
    })
}

/// What the sheet of a table is called: two tables may answer one question.
fn name(tables: &[Table], at: usize) -> String {
    let name = tables[at].name;
    match tables[..at].iter().filter(|other| other.name == name).count() {
        0 => name.to_owned(),
        others => format!("{name} {}", others + 1),
    }
}

impl From<XlsxError> for RenderError {
    fn from(error: XlsxError) -> Self {
        failed(&error.to_string()).help("write the table with `--format csv`").into()
    }
}

/// The error of a workbook that was not made.
fn failed(reason: &str) -> Error {
    Error::new(Kind::WorkbookFailed { reason: reason.to_owned() })
}

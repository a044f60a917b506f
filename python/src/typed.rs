//! The cells of a column as one type: the narrowest that holds each of them exactly as it is printed.

use std::borrow::Cow;

use pledgebook::error::Error;
use pledgebook::quantity::{Date, Decimal, Digits};
use pledgebook::table::{Cell, Column, Content, Table, Unit, Value};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;

use crate::made;

/// How many digits the decimals of a column have room for: so few that two columns can be added, multiplied and divided within the 38 that
/// Arrow has, and all of these where so few do not do.
const ROOMS: [u8; 2] = [15, 38];
/// The most digits that a figure is printed with.
const PRINTED: Digits = Digits { before: 29, after: 28 };

/// The cells of a column; nothing is what is unknown.
pub(crate) enum Typed {
    /// Counts, ranks and whole years.
    Whole(Vec<Option<i32>>),
    /// Days.
    Days(Vec<Option<Date>>),
    /// Money, shares and points, each with the digits that are printed.
    Figures {
        cells: Vec<Option<Decimal>>,
        /// How many digits each has room for, and how many of them stand after the point: as many as of any.
        room: (u8, i8),
        /// Each in so many parts of one.
        units: Vec<Option<i128>>,
    },
    /// All else, also years of which some are runs, and dates of which some are months.
    Words(Vec<Option<String>>),
}

/// The columns of a table, amounts with so many decimals.
pub(crate) fn typed(table: &Table, decimals: u32) -> Result<Vec<Typed>, Error> {
    let cells = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
    table.columns.iter().enumerate().map(|(at, column)| Typed::of(column, cells(at), decimals)).collect()
}

impl Typed {
    fn of<'t>(column: &Column, cells: impl Iterator<Item = &'t Cell> + Clone, decimals: u32) -> Result<Self, Error> {
        let texts: Vec<_> = cells.clone().map(|cell| cell.printed(decimals)).collect::<Result<_, _>>()?;
        let known: Vec<&Cell> = cells.filter(|cell| cell.value != Value::Unknown).collect();
        let all = |is: fn(&Cell) -> bool| !known.is_empty() && known.iter().all(|cell| is(cell));
        let narrow = match (column.content, column.unit) {
            (Content::Figure, Unit::Count) => whole(&texts),
            (Content::Figure, _) => figures(&texts),
            _ if all(|cell| cell.years().is_some()) => whole(&texts),
            _ if all(|cell| cell.date().is_some_and(|date| date.day().is_some())) => days(&texts),
            _ => None,
        };
        Ok(narrow.unwrap_or_else(|| Self::Words(texts.into_iter().map(|text| text.map(Cow::into_owned)).collect())))
    }

    /// The cell of a row as Python has it.
    pub(crate) fn cell<'py>(&self, py: Python<'py>, row: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        match self {
            Self::Whole(cells) => known(cells, row).map(|number| number.into_bound_py_any(py)).transpose(),
            Self::Days(cells) => known(cells, row).map(|day| made::date(py, day)).transpose(),
            Self::Figures { cells, .. } => known(cells, row).map(|figure| made::decimal(py, figure)).transpose(),
            Self::Words(cells) => known(cells, row).map(|words| words.into_bound_py_any(py)).transpose(),
        }
    }
}

fn known<T>(cells: &[Option<T>], row: usize) -> Option<&T> {
    cells.get(row)?.as_ref()
}

type Texts<'t> = [Option<Cow<'t, str>>];

/// What each text is read as, if all can be.
fn each<T>(texts: &Texts<'_>, read: impl Fn(&str) -> Option<T>) -> Option<Vec<Option<T>>> {
    texts.iter().map(|text| text.as_deref().map_or(Some(None), |text| read(text).map(Some))).collect()
}

fn whole(texts: &Texts<'_>) -> Option<Typed> {
    each(texts, |text| text.parse().ok()).map(Typed::Whole)
}

fn days(texts: &Texts<'_>) -> Option<Typed> {
    each(texts, |text| text.parse().ok()).map(Typed::Days)
}

fn figures(texts: &Texts<'_>) -> Option<Typed> {
    let cells = each(texts, |text| PRINTED.parse_signed(text).ok())?;
    let scale = cells.iter().flatten().map(Decimal::scale).max().unwrap_or_default();
    let units = cells.iter().map(|cell| cell.map_or(Some(None), |figure| at_scale(figure, scale).map(Some)));
    let units: Vec<Option<i128>> = units.collect::<Option<_>>()?;
    let largest = units.iter().flatten().map(|units| units.unsigned_abs()).max().unwrap_or_default();
    let has_room = |digits: &u8| largest < 10u128.pow((*digits).into()) && scale <= (*digits).into();
    let digits = ROOMS.into_iter().find(has_room)?;
    Some(Typed::Figures { cells, room: (digits, scale.try_into().ok()?), units })
}

/// A figure in so many parts of one.
fn at_scale(figure: Decimal, scale: u32) -> Option<i128> {
    10i128.checked_pow(scale - figure.scale())?.checked_mul(figure.mantissa())
}

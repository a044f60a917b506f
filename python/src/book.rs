//! A book: where it is read from, and what narrows what it is asked about.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pledgebook::Session;
use pledgebook::gdp::WhatIf;
use pyo3::prelude::*;

use crate::given::{Day, Exact, Years};
use crate::made;
use crate::raised::Answer;
use crate::told::EVERY;

/// A book of commitments that answers: about its own country as of the latest date in it, unless it is narrowed.
///
/// Whatever narrows it gives a new book, which shares what was read.
///
/// >>> import pledgebook as pb
/// >>> book = pb.open()
/// >>> book.amount("lva-defence-2026").under("budget-2026").in_year(2026).amount_million
/// Decimal('2197.65')
/// >>> [row["verdict"] for row in book.at("2025-11-30").verdicts("lva-defence-2025")]
/// ['missed']
#[pyclass(frozen, module = "pledgebook")]
pub(crate) struct Book {
    pub(crate) session: Session,
}

impl From<Session> for Book {
    fn from(session: Session) -> Self {
        Self { session }
    }
}

/// What a file holds.
#[derive(FromPyObject)]
pub(crate) enum Contents {
    Text(String),
    Bytes(Vec<u8>),
}

/// A book as of a day about a country, where these are said.
fn about(session: Session, as_of: Option<Day>, country: Option<&str>) -> Answer<Book> {
    let session = as_of.map_or(session.clone(), |day| session.at(day.0));
    Ok(Book::from(match country {
        None => session,
        Some(EVERY) => session.of_every_country(),
        Some(country) => session.of(country)?,
    }))
}

/// The book in a folder, or the compiled-in one; as of a day, and about a country by its code, or `all`.
///
/// >>> import pledgebook as pb
/// >>> pb.open(as_of="2025-11-30", country="EST").countries
/// ['EST']
#[pyfunction]
#[pyo3(signature = (path=None, *, as_of=None, country=None))]
pub(crate) fn open(py: Python<'_>, path: Option<PathBuf>, as_of: Option<Day>, country: Option<&str>) -> Answer<Book> {
    py.detach(|| about(path.map_or_else(Session::embedded, Session::read)?, as_of, country))
}

/// The book whose files are given: the names that they have below its folder, and their contents.
#[pyfunction]
#[pyo3(signature = (files, *, as_of=None, country=None))]
pub(crate) fn from_files(
    py: Python<'_>,
    files: BTreeMap<String, Contents>,
    as_of: Option<Day>,
    country: Option<&str>,
) -> Answer<Book> {
    let bytes = |contents| match contents {
        Contents::Text(text) => text.into_bytes(),
        Contents::Bytes(bytes) => bytes,
    };
    py.detach(|| {
        let files = files.into_iter().map(|(name, contents)| (name, bytes(contents)));
        about(Session::from_memory(files)?, as_of, country)
    })
}

#[pymethods]
impl Book {
    /// The title of the book.
    #[getter]
    fn title(&self) -> &str {
        &self.session.book().title
    }

    /// The day whose knowledge is shown.
    #[getter]
    fn as_of<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        made::date(py, &self.session.query().as_of.to_day())
    }

    /// A digest of all files of the book, the same as long as no byte changes.
    #[getter]
    fn fingerprint(&self) -> String {
        self.session.book().fingerprint.to_string()
    }

    /// The countries that are asked about, by their codes.
    #[getter]
    fn countries(&self) -> Vec<String> {
        self.session.query().countries().iter().map(ToString::to_string).collect()
    }

    /// The same, as it was known on a day: a `datetime.date`, or text.
    fn at(&self, day: Day) -> Self {
        self.session.at(day.0).into()
    }

    /// The same about one country, by its code.
    fn of(&self, country: &str) -> Answer<Self> {
        Ok(self.session.of(country)?.into())
    }

    /// The same about every country that has commitments in the book.
    fn of_every_country(&self) -> Self {
        self.session.of_every_country().into()
    }

    /// The same about some years alone: `2026`, or `"2026-2030"`.
    fn over(&self, years: Years) -> Answer<Self> {
        Ok(self.session.over(years.0)?.into())
    }

    /// The same under one scenario or basis alone.
    fn under(&self, scenario: &str) -> Answer<Self> {
        Ok(self.session.under(scenario)?.into())
    }

    /// The same with all money of its tables in one currency, by its code: at the rate of each year that the book has, else unknown.
    fn in_currency(&self, currency: &str) -> Answer<Self> {
        Ok(self.session.in_currency(currency)?.into())
    }

    /// The same with one more scenario, `id`, for the one country that is asked about: on top of `latest` another nominal growth of years,
    /// in per cent, or another GDP, in millions of the country's currency. A GDP ten times off what is known is refused, unless
    /// `any_scale` is said.
    ///
    /// >>> from decimal import Decimal
    /// >>> import pledgebook as pb
    /// >>> book = pb.open().what_if(growth={2026: Decimal("-2")})
    /// >>> book.under("what-if").amount("lva-ukraine-2026").in_year(2026).amount_million
    /// Decimal('105.35')
    #[pyo3(signature = (*, growth=None, gdp=None, id="what-if", any_scale=false))]
    fn what_if(
        &self,
        py: Python<'_>,
        growth: Option<BTreeMap<u16, Exact>>,
        gdp: Option<BTreeMap<u16, Exact>>,
        id: &str,
        any_scale: bool,
    ) -> Answer<Self> {
        let listed = |years: BTreeMap<u16, Exact>, unit: &str| {
            let one = |(year, Exact(text)): (u16, Exact)| {
                let bare = text.trim_end_matches(unit);
                format!("{year}={bare}{unit}")
            };
            years.into_iter().map(one).collect::<Vec<_>>().join(",")
        };
        let mut what_if = WhatIf { any_scale, ..WhatIf::named(id) };
        if let Some(growth) = growth {
            what_if = what_if.growth(&listed(growth, "%"));
        }
        if let Some(gdp) = gdp {
            what_if = what_if.levels(&listed(gdp, ""));
        }
        py.detach(|| Ok(self.session.what_if(what_if)?.into()))
    }

    fn __repr__(&self) -> String {
        let (query, book) = (self.session.query(), self.session.book());
        let countries = match &query.countries()[..] {
            [one] => one.code().to_owned(),
            several => format!("{} countries", several.len()),
        };
        format!("<pledgebook.Book `{}`: {countries}, as of {}>", book.title, query.as_of)
    }
}

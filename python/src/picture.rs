//! A picture, as SVG and as PNG, and the report with all of them.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use pledgebook::chart::{self, Chart, Figure, Font, Lang, Options, PRESETS, Theme};
use pledgebook::error::{Error, Errors, Kind, Noun};
use pledgebook::question::Query;
use pledgebook::report;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::book::Book;
use crate::raised::{Answer, Raised};
use crate::table::ending;
use crate::told;

/// A picture, which a notebook shows by itself.
///
/// >>> import pledgebook as pb
/// >>> picture = pb.open().chart("share")
/// >>> picture.svg[:4], picture.png[1:4]
/// ('<svg', b'PNG')
#[pyclass(frozen, module = "pledgebook")]
pub(crate) struct Picture {
    name: &'static str,
    figure: Figure,
    options: Options,
}

/// The size of a picture: width and height in pixels, or the name of one with a purpose.
#[derive(FromPyObject)]
enum Size {
    /// Width and height.
    Sides(u32, u32),
    /// `slide`, `social` or `a4-column`.
    Named(String),
}

/// How a picture is wanted.
struct Look<'a> {
    lang: &'a str,
    theme: &'a str,
    font: &'a str,
    size: Option<Size>,
    scale: u8,
}

impl Picture {
    /// The picture of this name of what a query asks about.
    fn of(name: &str, query: &Query<'_>, look: &Look<'_>) -> Result<Self, Errors> {
        // no command draws it again: a book may have been made in memory
        let record = report::record(query, String::new());
        let options = Options { record: Some(record), ..look.options()? };
        let planned = report::planned(Chart::named(name)?, query, language(look.lang)?)?;
        Ok(Self { name: planned.chart.name, figure: planned.figure, options })
    }
}

impl Look<'_> {
    fn options(&self) -> Result<Options, Error> {
        let theme = chosen("theme", self.theme, &Theme::ALL, Theme::name)?;
        let font = chosen("font", self.font, &Font::ALL, Font::name)?;
        Options { scale: self.scale, theme, font, ..self.sized()? }.checked()
    }

    fn sized(&self) -> Result<Options, Error> {
        match &self.size {
            None => Ok(Options::default()),
            Some(Size::Sides(width, height)) => Ok(Options { width: *width, height: *height, ..Options::default() }),
            Some(Size::Named(name)) => {
                let preset = PRESETS.iter().find(|preset| preset.name.eq_ignore_ascii_case(name));
                preset.map(|preset| Options::from(*preset)).ok_or_else(|| {
                    let names: Vec<_> = PRESETS.iter().map(|preset| format!("`{}`", preset.name)).collect();
                    let help = format!("write width and height, or {}", names.join(", "));
                    Error::new(Kind::NotASize { text: name.clone() }).help(help)
                })
            }
        }
    }
}

/// The language of this code.
fn language(code: &str) -> Result<Lang, Error> {
    chosen("lang", code, &Lang::ALL, Lang::code)
}

/// The one of these that has the name that an argument gives, in any case.
fn chosen<T: Copy>(argument: &str, given: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, Error> {
    all.iter().copied().find(|one| name(*one).eq_ignore_ascii_case(given)).ok_or_else(|| {
        let names: Vec<String> = all.iter().map(|one| format!("`{}`", name(*one))).collect();
        let (key, found, expected) = (argument.to_owned(), format!("`{given}`"), names.join(" or "));
        Error::new(Kind::WrongType { key, found, expected })
    })
}

#[pymethods]
impl Picture {
    /// The name of the picture, as `share`.
    #[getter]
    fn name(&self) -> &str {
        self.name
    }

    /// What is to be seen, in words, for those who do not see it.
    #[getter]
    fn alt(&self) -> &str {
        &self.figure.alt
    }

    /// The picture as SVG.
    #[getter]
    fn svg(&self, py: Python<'_>) -> String {
        py.detach(|| chart::svg(&self.figure, &self.options))
    }

    /// The picture as PNG.
    #[getter]
    fn png<'py>(&self, py: Python<'py>) -> Answer<Bound<'py, PyBytes>> {
        let png = py.detach(|| chart::png(&self.figure, &self.options))?;
        Ok(PyBytes::new(py, &png))
    }

    /// Writes the picture into a file, by its ending as SVG or PNG.
    fn save(&self, py: Python<'_>, path: PathBuf) -> Answer<()> {
        let written = py.detach(|| -> Answer<_> {
            let bytes = match ending(&path).as_str() {
                "svg" => chart::svg(&self.figure, &self.options).into_bytes(),
                "png" => chart::png(&self.figure, &self.options)?,
                other => {
                    let kind = Kind::UnknownName { what: Noun::PictureFormat, name: other.to_owned() };
                    return Err(Error::new(kind).help("let the name of the file end with `.svg` or `.png`").into());
                }
            };
            Ok(std::fs::write(&path, bytes))
        })?;
        written.map_err(|error| Raised::Python(error.into()))
    }

    /// The picture as SVG for a page that other pictures are on, each with ids of its own.
    fn _repr_svg_(&self, py: Python<'_>) -> String {
        let svg = self.svg(py);
        let mut digest = DefaultHasher::new();
        svg.hash(&mut digest);
        chart::inside_page(&svg, &format!("{}-{:016x}", self.name, digest.finish()))
    }

    fn __repr__(&self) -> String {
        format!("<pledgebook.Picture `{}`: {}x{}>", self.name, self.options.width, self.options.height)
    }
}

#[pymethods]
impl Book {
    /// The picture of this name: in a language, `light` or `dark`, of a size in pixels or with the name of one, a PNG of so many pixels for
    /// each of these. `font` says how an SVG carries its typeface.
    #[pyo3(signature = (name, *commitments, lang="en", theme="light", size=None, scale=1, font="embed", family=None))]
    #[allow(clippy::too_many_arguments, reason = "each is an option of the command")]
    fn chart(
        &self,
        py: Python<'_>,
        name: &str,
        commitments: Vec<String>,
        lang: &str,
        theme: &str,
        size: Option<Size>,
        scale: u8,
        font: &str,
        family: Option<&str>,
    ) -> Answer<Picture> {
        py.detach(|| {
            let mut query = self.session.query();
            query.commitments = told::commitments(query.book, &commitments)?;
            query.family = family.map(|name| query.book.named_family(name).map(str::to_owned)).transpose()?;
            Ok(Picture::of(name, &query, &Look { lang, theme, font, size, scale })?)
        })
    }

    /// The report on the countries that are asked about, over all years and scenarios: the names of its files, and their bytes.
    #[pyo3(signature = (*, lang="en"))]
    fn report<'py>(&self, py: Python<'py>, lang: &str) -> Answer<BTreeMap<String, Bound<'py, PyBytes>>> {
        let report = py.detach(|| self.session.report(language(lang)?))?;
        Ok(report.files.into_iter().map(|(name, bytes)| (name, PyBytes::new(py, &bytes))).collect())
    }
}

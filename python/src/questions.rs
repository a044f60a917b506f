//! What a book answers with tables and pictures: the questions of the program, under their names.

use std::collections::BTreeMap;

use pledgebook::analysis::Steps;
use pledgebook::book::Commitment;
use pledgebook::error::{Error, Errors, Kind};
use pledgebook::quantity::Year;
use pledgebook::question::{Grid, Planning, Query, Verifying, Versus, ask, verify};
use pledgebook::render::{Layout, TreeFormat};
use pledgebook::table;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::book::Book;
use crate::given::{Day, Texts, Years};
use crate::picture::{Look, Picture, Size};
use crate::raised::Answer;
use crate::table::Table;
use crate::told;

impl Book {
    /// The answer to a question that is told something.
    fn ask(
        &self,
        py: Python<'_>,
        name: &str,
        tell: impl FnOnce(&mut Query<'_>) -> Result<(), Errors> + Send,
    ) -> Answer<Table> {
        self.ask_of(py, name, |_| Ok(Vec::new()), tell)
    }

    /// The same, pledges in words in the place of the book's commitments.
    fn ask_of(
        &self,
        py: Python<'_>,
        name: &str,
        said: impl FnOnce(&Query<'_>) -> Result<Vec<Commitment>, Errors> + Send,
        tell: impl FnOnce(&mut Query<'_>) -> Result<(), Errors> + Send,
    ) -> Answer<Table> {
        py.detach(|| {
            let said = said(&self.session.query())?;
            let mut query = Query { said: &said, ..self.session.query() };
            tell(&mut query)?;
            Ok(Table::new(ask(name, &query)?, &self.session, &query))
        })
    }

    fn table(&self, table: table::Table) -> Table {
        Table::new(table, &self.session, &self.session.query())
    }

    fn made(&self, py: Python<'_>, make: impl FnOnce() -> Result<table::Table, Errors> + Send) -> Answer<Table> {
        py.detach(|| Ok(self.table(make()?)))
    }
}

/// A derivation as text.
pub(crate) fn derived(step: table::Step, format: &str) -> Answer<String> {
    let mut out = Vec::new();
    (TreeFormat::named(format)?.render)(&[step], &Layout::default(), &mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// One year, where several would not do.
pub(crate) fn one_year(years: Years) -> Result<Year, Error> {
    let (first, last) = (years.0.first(), years.0.last());
    let kind = || Kind::NotAYear { text: years.0.to_string() };
    if first == last { Ok(first) } else { Err(Error::new(kind()).help("name one year")) }
}

#[pymethods]
impl Book {
    /// What each standing pledge comes to, per year and scenario: those of these ids, else all; superseded ones too with `all`. `pledge`
    /// asks about words in their place, which may need the `definition` by which spending counts; `compare` sets another scenario or basis
    /// beside each amount, `total` adds the commitments of a year up.
    ///
    /// >>> import pledgebook as pb
    /// >>> book = pb.open().over(2026).under("budget-2026")
    /// >>> book.amounts(pledge="about 5% of GDP").rows()[0]["amount_million"]
    /// Decimal('2197.65')
    #[pyo3(signature = (*commitments, pledge=None, definition=None, compare=None, total=false, all=false))]
    #[allow(clippy::too_many_arguments, reason = "each is an option of the command")]
    fn amounts(
        &self,
        py: Python<'_>,
        commitments: Vec<String>,
        pledge: Option<Texts>,
        definition: Option<&str>,
        compare: Option<&str>,
        total: bool,
        all: bool,
    ) -> Answer<Table> {
        let pledges = pledge.as_ref().map_or_else(Vec::new, Texts::all);
        let tell = |query: &mut Query<'_>| {
            query.commitments = told::commitments(query.book, &commitments)?;
            (query.total, query.all) = (total, all);
            query.compare = compare.map(|base| told::scenario(query, base)).transpose()?;
            Ok(())
        };
        self.ask_of(py, "amounts", |query| told::said(query, &pledges, definition), tell)
    }

    /// Whether each standing pledge was kept, by how much, and on which figures: those of these ids, else all; superseded ones too with
    /// `all`. `pledge` asks about words in their place, judged by a `definition`. `definition` judges by another one of the family, or
    /// by each with `"all"`; `basis` on another GDP, `all_bases` on each. `strict` counts outturns and estimates of years that are over alone,
    /// `as_written` sets words against words, `total` adds the commitments of a year up.
    ///
    /// >>> import pledgebook as pb
    /// >>> table = pb.open().verdicts("lva-defence-2025", definition="all")
    /// >>> [(row["definition"], row["spent_pct"], row["verdict"]) for row in table][:2]
    /// [('direct-defence', Decimal('3.63'), 'missed'), ('nato', Decimal('3.67'), 'missed')]
    #[pyo3(signature = (*commitments, pledge=None, definition=None, basis=None, all_bases=false, strict=false, as_written=false,
                        total=false, all=false))]
    #[allow(clippy::too_many_arguments, clippy::fn_params_excessive_bools, reason = "each is an option of the command")]
    fn verdicts(
        &self,
        py: Python<'_>,
        commitments: Vec<String>,
        pledge: Option<Texts>,
        definition: Option<&str>,
        basis: Option<&str>,
        all_bases: bool,
        strict: bool,
        as_written: bool,
        total: bool,
        all: bool,
    ) -> Answer<Table> {
        let pledges = pledge.as_ref().map_or_else(Vec::new, Texts::all);
        let tell = |query: &mut Query<'_>| {
            query.commitments = told::commitments(query.book, &commitments)?;
            (query.total, query.all) = (total, all);
            query.judging.on = told::grounds(query, basis, all_bases)?;
            query.judging.by = told::definitions(query.book, definition)?;
            (query.judging.strict, query.judging.as_written) = (strict, as_written);
            Ok(())
        };
        self.ask_of(py, "verdicts", |query| told::judged(query, &pledges, definition), tell)
    }

    /// The verdicts of an earlier day beside those of now, and what moved them.
    #[pyo3(signature = (then, *commitments))]
    fn since(&self, py: Python<'_>, then: Day, commitments: Vec<String>) -> Answer<Table> {
        self.ask(py, "then-and-now", |query| {
            query.commitments = told::commitments(query.book, &commitments)?;
            query.judging.then = Some(then.0);
            Ok(())
        })
    }

    /// Which GDP is used for each year, and who published it when.
    fn gdp(&self, py: Python<'_>) -> Answer<Table> {
        self.made(py, || self.session.gdp())
    }

    /// Which paths of GDP there are to choose from.
    fn scenarios(&self, py: Python<'_>) -> Answer<Table> {
        self.made(py, || self.session.scenarios())
    }

    /// What has been committed to, superseded commitments included.
    fn commitments(&self, py: Python<'_>) -> Answer<Table> {
        self.made(py, || self.session.commitments())
    }

    /// Every document, with its address and terms.
    fn sources(&self, py: Python<'_>) -> Answer<Table> {
        self.made(py, || self.session.sources())
    }

    /// Whether each pledge for a later year is on course, behind or ahead of its path.
    fn progress(&self, py: Python<'_>) -> Answer<Table> {
        self.made(py, || self.session.progress())
    }

    /// Where each country stands by its share of GDP in a `year`, how far it moved `since` another, and whether that keeps what it pledged.
    #[pyo3(signature = (*, year=None, since=None, definition=None))]
    fn league(
        &self,
        py: Python<'_>,
        year: Option<Years>,
        since: Option<Years>,
        definition: Option<&str>,
    ) -> Answer<Table> {
        self.ask(py, "league", |query| {
            query.years = year.map(one_year).transpose()?.map(Into::into).or(query.years);
            query.since = since.map(one_year).transpose()?;
            query.judging.by = told::definitions(query.book, definition)?;
            Ok(())
        })
    }

    /// Whether published figures follow from those that they are made of, compared at so many `digits` after the point, else at those that
    /// the publisher prints.
    #[pyo3(signature = (*, digits=None))]
    fn verify(&self, py: Python<'_>, digits: Option<u32>) -> Answer<Table> {
        self.made(py, || Ok(verify(&self.session.query(), &Verifying { digits, divided: None })?))
    }

    /// What was said when, what replaced it, and what it came to then and comes to now; of a `family` of definitions.
    #[pyo3(signature = (*commitments, family=None))]
    fn timeline(&self, py: Python<'_>, commitments: Vec<String>, family: Option<&str>) -> Answer<Table> {
        self.ask(py, "timeline", |query| {
            query.commitments = told::commitments(query.book, &commitments)?;
            query.family = family.map(|name| query.book.named_family(name).map(str::to_owned)).transpose()?;
            Ok(())
        })
    }

    /// What a commitment asks for in each year on its way, by one or several shapes: `linear`, `growth`, `flat`, `even`,
    /// `waypoints:2026=2.2%,2030=3%`. `from_year` starts in another year than that of the last outturn; `versus` tells what is beyond
    /// `flat-cash`, `constant-share`, `constant-real` or another commitment, and `total` what that comes to; `real` tells all money in prices
    /// of a year.
    #[pyo3(signature = (id, *, shape=None, from_year=None, versus=None, real=None, total=false))]
    #[allow(clippy::too_many_arguments, reason = "each is an option of the command")]
    fn path(
        &self,
        py: Python<'_>,
        id: &str,
        shape: Option<Texts>,
        from_year: Option<Years>,
        versus: Option<&str>,
        real: Option<Years>,
        total: bool,
    ) -> Answer<Table> {
        let shapes = shape.as_ref().map_or_else(Vec::new, Texts::all);
        self.ask(py, "path", |query| {
            query.countries = Some(vec![query.book.named_commitment(id, query.countries.as_deref())?.country]);
            query.commitments = vec![id.to_owned()];
            query.total = total;
            query.planning = Planning {
                from: from_year.map(one_year).transpose()?,
                versus: versus.map(|name| Versus::named(query.book, name)).transpose()?,
                prices: real.map(one_year).transpose()?,
                ..shapes.iter().try_fold(Planning::default(), |planning, shape| planning.shape(shape))?
            };
            Ok(())
        })
    }

    /// What a commitment comes to where GDP grows otherwise and another share is pledged: `growth` in points a year on top of that of the
    /// path and `share` in per cent, each as `"-2..2:0.5"`.
    #[pyo3(signature = (id, *, growth=None, share=None))]
    fn sensitivity(&self, py: Python<'_>, id: &str, growth: Option<&str>, share: Option<&str>) -> Answer<Table> {
        self.made(py, || {
            let growth = growth.map(str::parse::<Steps>).transpose()?;
            let share = share.map(|text| text.parse::<Steps>()?.above_zero()).transpose()?;
            self.session.sensitivity(id, Grid { growth, share })
        })
    }

    /// What moved the share of GDP of the year that is asked about: spending, GDP or the definition. Each end is a year, a day, a publisher
    /// or a definition, or several of these; what is not said of one is what is asked about.
    ///
    /// >>> import pledgebook as pb
    /// >>> table = pb.open(as_of="2026-08-04").over(2026).why("2025")
    /// >>> [(row["part"], row["effect_pp"]) for row in table][:2]
    /// [('spending', Decimal('1.49')), ('gdp', Decimal('-0.23'))]
    #[pyo3(signature = (from_point, to_point=None))]
    fn why(&self, py: Python<'_>, from_point: Texts, to_point: Option<Texts>) -> Answer<Table> {
        let to_points = to_point.as_ref().map_or_else(Vec::new, Texts::all);
        self.made(py, || self.session.why(&from_point.all(), &to_points))
    }

    /// Whether it is true that so much money is such a share of GDP in the years that are asked about.
    ///
    /// >>> import pledgebook as pb
    /// >>> pb.open(country="GBR").over(2027).claim("13.4 billion GBP = 0.2% of GDP").rows()[0]["result"]
    /// 'false'
    fn claim(&self, py: Python<'_>, words: &str) -> Answer<Table> {
        self.made(py, || self.session.claim(words))
    }

    /// What this book says otherwise than an earlier one, or than the same on another day: the figures that differ, and the verdicts
    /// that flip.
    fn differences(&self, py: Python<'_>, earlier: &Self) -> Answer<(Table, Table)> {
        let [figures, verdicts] = py.detach(|| self.session.differences(&earlier.session))?;
        Ok((self.table(figures), self.table(verdicts)))
    }

    /// Where the verdicts on a commitment come from, step by step, down to the lines of files: as `md` or `json`.
    #[pyo3(signature = (id, *, format="md"))]
    fn explain(&self, py: Python<'_>, id: &str, format: &str) -> Answer<String> {
        py.detach(|| derived(self.session.explain(id)?, format))
    }

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
        let report = py.detach(|| self.session.report(crate::picture::language(lang)?))?;
        Ok(report.files.into_iter().map(|(name, bytes)| (name, PyBytes::new(py, &bytes))).collect())
    }
}

//! What follows from figures and pledges taken together, as tables and derivations.

use pledgebook::analysis::Steps;
use pledgebook::question::{Grid, Planning, Versus};
use pledgebook::render::{Layout, TreeFormat};
use pledgebook::table;
use pyo3::prelude::*;

use crate::book::Book;
use crate::given::{Texts, Years};
use crate::raised::Answer;
use crate::table::Table;
use crate::told::one_year;

/// A derivation as text.
pub(crate) fn derived(step: table::Step, format: &str) -> Answer<String> {
    let mut out = Vec::new();
    (TreeFormat::named(format)?.render)(&[step], &Layout::default(), &mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

#[pymethods]
impl Book {
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
}

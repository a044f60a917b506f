//! What a book answers with a table: the questions of the program, under their names.

use pledgebook::book::Commitment;
use pledgebook::error::Errors;
use pledgebook::question::{Query, Verifying, ask, verify};
use pledgebook::table;
use pyo3::prelude::*;

use crate::book::Book;
use crate::given::{Day, Texts, Years};
use crate::raised::Answer;
use crate::table::Table;
use crate::told::{self, Words, one_year};

impl Book {
    /// The answer to a question that is told something.
    pub(crate) fn ask(
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

    pub(crate) fn table(&self, table: table::Table) -> Table {
        Table::new(table, &self.session, &self.session.query())
    }

    pub(crate) fn made(
        &self,
        py: Python<'_>,
        make: impl FnOnce() -> Result<table::Table, Errors> + Send,
    ) -> Answer<Table> {
        py.detach(|| Ok(self.table(make()?)))
    }
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
        let words = Words { pledges: &pledges, definition };
        self.ask_of(py, "amounts", |query| words.stated(query, &commitments), tell)
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
            told::judge_on(query, basis, all_bases)?;
            query.judging.by = told::definitions(query.book, definition)?;
            (query.judging.strict, query.judging.as_written) = (strict, as_written);
            Ok(())
        };
        let words = Words { pledges: &pledges, definition };
        self.ask_of(py, "verdicts", |query| words.judged(query, &commitments), tell)
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
}

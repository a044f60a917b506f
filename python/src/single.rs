//! What a book answers with one figure or one verdict: exact decimals, no table.

use pledgebook::evaluate;
use pledgebook::quantity::{Date, Money, Ratio};
use pledgebook::session;
use pledgebook::verdict;
use pyo3::prelude::*;

use crate::analyses::derived;
use crate::book::Book;
use crate::given::Years;
use crate::made;
use crate::raised::Answer;
use crate::told::one_year;

/// The digits after the point of what has to be divided; all else is exact.
const PLACES: u32 = 6;

type Decimal = Option<Py<PyAny>>;

fn decimal(py: Python<'_>, ratio: Option<Ratio>) -> Answer<Decimal> {
    let Some(ratio) = ratio else { return Ok(None) };
    Ok(Some(made::decimal(py, &ratio.exact_or(PLACES)?.normalize())?.unbind()))
}

fn money(py: Python<'_>, money: Option<Money>) -> Answer<Decimal> {
    decimal(py, money.map(|money| money.millions().into()))
}

#[pymethods]
impl Book {
    /// What a commitment comes to, whichever country it is of where none was asked about.
    fn amount(&self, id: &str) -> Answer<AmountOf> {
        Ok(AmountOf(self.session.amount(id)?))
    }

    /// Whether a commitment was kept, whichever country it is of where none was asked about.
    ///
    /// >>> import pledgebook as pb
    /// >>> judged = pb.open(as_of="2025-11-30").judge("lva-defence-2025")
    /// >>> [(ruling.verdict, ruling.spent_million) for ruling in judged.in_year(2025)]
    /// [('missed', Decimal('1559'))]
    fn judge(&self, id: &str) -> Answer<VerdictOn> {
        Ok(VerdictOn(self.session.judge(id)?))
    }

    /// Whether words, as `at least 3.5% of GDP`, were kept by the one country that is asked about: judged by a definition, in the years that
    /// they name, else in any.
    fn judge_words(&self, words: &str, definition: &str) -> Answer<VerdictOn> {
        Ok(VerdictOn(self.session.judge_words(words, definition)?))
    }
}

/// One commitment, to be asked what it comes to: under `latest`, unless a scenario is named.
#[pyclass(frozen, module = "pledgebook")]
pub(crate) struct AmountOf(session::AmountOf);

#[pymethods]
impl AmountOf {
    /// The same under another scenario or basis.
    fn under(&self, scenario: &str) -> Answer<Self> {
        Ok(Self(self.0.under(scenario)?))
    }

    /// What it comes to in a year; of a pledge over years together, over all of them.
    fn in_year(&self, py: Python<'_>, year: Years) -> Answer<Outcome> {
        let year = one_year(year)?;
        Outcome::of(py, &py.detach(|| self.0.in_year(year))?)
    }

    /// Where that comes from, step by step, down to the lines of files: as `md` or `json`.
    #[pyo3(signature = (*, format="md"))]
    fn explain(&self, py: Python<'_>, format: &str) -> Answer<String> {
        py.detach(|| derived(self.0.explain()?, format))
    }
}

/// What a commitment comes to in a year, or in several together: exact, with six decimals where it takes a division.
#[pyclass(frozen, get_all, module = "pledgebook")]
pub(crate) struct Outcome {
    /// The year, or the years together, as text.
    years: String,
    /// The currency of the amounts.
    currency: &'static str,
    /// Nominal GDP, in millions; `None` where it is not known.
    gdp_million: Decimal,
    /// The least that the words allow, in millions.
    low_million: Decimal,
    /// The stated figure, in millions; `None` where it is not known.
    amount_million: Decimal,
    /// The most that the words allow, in millions.
    high_million: Decimal,
    /// Why something is unknown, or what it rests on.
    reason: Option<String>,
}

impl Outcome {
    fn of(py: Python<'_>, outcome: &evaluate::Outcome) -> Answer<Self> {
        let remarks = outcome.remarks();
        Ok(Self {
            years: outcome.years.to_string(),
            currency: outcome.currency.code(),
            gdp_million: money(py, outcome.gdp.as_ref().map(|gdp| gdp.money))?,
            low_million: decimal(py, outcome.bounds.low)?,
            amount_million: decimal(py, outcome.amount)?,
            high_million: decimal(py, outcome.bounds.high)?,
            reason: Some(remarks.join("; ")).filter(|reason| !reason.is_empty()),
        })
    }
}

#[pymethods]
impl Outcome {
    fn __repr__(&self) -> String {
        let amount = self.amount_million.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        format!("<pledgebook.Outcome {}: {amount} million {}>", self.years, self.currency)
    }
}

/// One commitment, to be judged: on the GDP and under the definition that it names itself, unless others are.
#[pyclass(frozen, module = "pledgebook")]
pub(crate) struct VerdictOn(session::VerdictOn);

#[pymethods]
impl VerdictOn {
    /// The same on another GDP: `latest`, `budgeted`, or `publisher:` and a name.
    fn on(&self, basis: &str) -> Answer<Self> {
        Ok(Self(self.0.on(basis)?))
    }

    /// The same under a scenario, in the place of a basis.
    fn under(&self, scenario: &str) -> Answer<Self> {
        Ok(Self(self.0.under(scenario)?))
    }

    /// The same by another definition of its own definition's family.
    fn by(&self, definition: &str) -> Answer<Self> {
        Ok(Self(self.0.by(definition)?))
    }

    /// The same with nothing counted but outturns and estimates of years that are over.
    fn strictly(&self) -> Self {
        Self(self.0.strictly())
    }

    /// The same with words set against words: no slack but that of `about`, and no precision of figures.
    fn as_written(&self) -> Self {
        Self(self.0.as_written())
    }

    /// The verdicts in a year: one on each publisher's figure, the firmest first, and one alone where there is none.
    fn in_year(&self, py: Python<'_>, year: Years) -> Answer<Vec<Ruling>> {
        let year = one_year(year)?;
        rulings(py, &py.detach(|| self.0.in_year(year))?)
    }

    /// The verdicts in each of its years that the book is asked about.
    fn in_each_year(&self, py: Python<'_>) -> Answer<Vec<Ruling>> {
        rulings(py, &py.detach(|| self.0.in_each_year())?)
    }

    /// Where the verdicts come from, step by step, down to the lines of files: as `md` or `json`.
    #[pyo3(signature = (*, format="md"))]
    fn explain(&self, py: Python<'_>, format: &str) -> Answer<String> {
        py.detach(|| derived(self.0.explain()?, format))
    }
}

fn rulings(py: Python<'_>, rulings: &[verdict::Ruling]) -> Answer<Vec<Ruling>> {
    rulings.iter().map(|ruling| Ruling::of(py, ruling)).collect()
}

/// What a figure says about a commitment in a year, or in several together.
#[pyclass(frozen, get_all, module = "pledgebook")]
pub(crate) struct Ruling {
    /// The year, or the years together, as text; `None` where no figure was stated.
    years: Option<String>,
    /// `money` or `published`; `None` where there is no figure.
    measure: Option<&'static str>,
    /// The verdict, as `met`.
    verdict: &'static str,
    /// What was pledged, in millions.
    pledged_million: Decimal,
    /// What was spent, in millions, where an amount is known.
    spent_million: Decimal,
    /// The same in per cent.
    spent_pct: Decimal,
    /// Pledged less spent: positive is still missing, negative is headroom.
    gap_million: Decimal,
    /// Of what kind the figure of spending is, as `outturn`.
    spent_kind: Option<&'static str>,
    /// Whose figure it is.
    spent_publisher: Option<String>,
    /// When it was published, as text.
    spent_vintage: Option<String>,
    /// Why, in a sentence.
    reason: String,
}

impl Ruling {
    fn of(py: Python<'_>, ruling: &verdict::Ruling) -> Answer<Self> {
        Ok(Self {
            years: ruling.years.map(|years| years.to_string()),
            measure: ruling.measure.map(verdict::Measure::word),
            verdict: ruling.verdict.word(),
            pledged_million: money(py, ruling.pledged)?,
            spent_million: money(py, ruling.spent)?,
            spent_pct: decimal(py, ruling.share)?,
            gap_million: money(py, ruling.gap)?,
            spent_kind: ruling.kind.map(|kind| kind.word()),
            spent_publisher: ruling.publisher.clone(),
            spent_vintage: ruling.vintage.as_ref().map(Date::to_string),
            reason: ruling.reason.clone(),
        })
    }
}

#[pymethods]
impl Ruling {
    fn __repr__(&self) -> String {
        format!("<pledgebook.Ruling {}: {}>", self.years.as_deref().unwrap_or("without a figure"), self.verdict)
    }
}

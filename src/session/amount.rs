//! What one commitment comes to.

use crate::book::{Basis, Commitment};
use crate::error::Errors;
use crate::evaluate::{self, Outcome, Pledged};
use crate::gdp::{self, Ground};
use crate::quantity::{Year, YearRange};
use crate::question::{Judging, Query, explain};
use crate::table::Step;

use super::Session;

/// One commitment, to be asked what it comes to: under `latest`, unless a scenario is named.
#[derive(Debug, Clone)]
pub struct AmountOf {
    session: Session,
    commitment: Commitment,
    pledged: Pledged,
}

impl Session {
    /// What a commitment comes to, whichever country it is of where none was asked about.
    ///
    /// ```
    /// use pledgebook::evaluate::Unknown;
    ///
    /// let book = pledgebook::Session::embedded()?.at("2026-07-08".parse()?);
    /// let defence = book.amount("lva-defence-2026")?;
    /// let outcome = defence.under("budget-2026")?.in_year(2026)?;
    /// assert_eq!(outcome.money(), Some("2197.65 million EUR".parse()?));
    ///
    /// // what is not known says why
    /// let outcome = defence.under("publisher:CSB")?.in_year(2026)?;
    /// assert!(outcome.amount.is_none() && matches!(outcome.reason, Some(Unknown::NoGdp { .. })));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// There is no such commitment, it is of another country than those asked about, it had not been announced by then, or it
    /// states no figure.
    pub fn amount(&self, id: &str) -> Result<AmountOf, Errors> {
        let (session, commitment) = self.commitment(id)?;
        let pledged = session.query().stated(&commitment)?;
        Ok(AmountOf { session, commitment, pledged })
    }
}

impl AmountOf {
    /// The same under another scenario or basis.
    ///
    /// # Errors
    /// The country has no such scenario; the way out names those that it has.
    pub fn under(&self, scenario: &str) -> Result<Self, Errors> {
        Ok(Self { session: self.session.under(scenario)?, ..self.clone() })
    }

    /// What it comes to in a year; of a pledge over years together, over all of them.
    ///
    /// # Errors
    /// It does not speak of that year, or the amount cannot be kept exactly.
    pub fn in_year(&self, year: impl TryInto<Year, Error: Into<Errors>>) -> Result<Outcome, Errors> {
        let years = self.commitment.counted_with(year.try_into().map_err(Into::into)?)?;
        Ok(evaluate::over(&self.pledged, &self.path(years)?, years)?)
    }

    /// Where that comes from, step by step, down to the lines of files, and what was spent beside it: in each of its years that the
    /// session is about.
    ///
    /// # Errors
    /// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
    pub fn explain(&self) -> Result<Step, Errors> {
        let judging = Judging { on: vec![Ground::named(&self.scenario())], ..Judging::default() };
        explain(&Query { judging, ..self.session.query() }, &self.commitment)
    }

    fn path(&self, years: YearRange) -> Result<gdp::Path, Errors> {
        let query = Query { years: Some(years), ..self.session.query() };
        Ok(query.resolver().path(&self.scenario(), self.commitment.country)?)
    }

    fn scenario(&self) -> String {
        self.session.scenarios.first().cloned().unwrap_or_else(|| Basis::Latest.to_string())
    }
}

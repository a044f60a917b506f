//! The verdicts on one commitment.

use std::sync::Arc;

use crate::book::Commitment;
use crate::error::{Errors, SourceText};
use crate::gdp::{Ground, named_basis, one_country};
use crate::quantity::{Year, YearRange};
use crate::question::{Definitions, Judging, Query, explain, judgements};
use crate::table::Step;
use crate::verdict::Ruling;

use super::Session;

/// One commitment, to be judged: on the GDP and under the definition that it names itself, unless others are.
#[derive(Debug, Clone)]
pub struct VerdictOn {
    session: Session,
    commitment: Commitment,
    judging: Judging,
}

impl Session {
    /// Whether a commitment was kept, whichever country it is of where none was asked about.
    ///
    /// ```
    /// use pledgebook::verdict::Verdict;
    ///
    /// let book = pledgebook::Session::embedded()?;
    /// let day = "2026-07-08".parse()?;
    /// for ruling in book.at(day).judge("lva-defence-2026")?.in_year(2026)? {
    ///     println!("{} on the figures of {:?}: {}", ruling.verdict, ruling.publisher, ruling.reason);
    /// }
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// There is no such commitment, it is of another country than those asked about, or it had not been announced by then.
    pub fn judge(&self, id: &str) -> Result<VerdictOn, Errors> {
        let (session, commitment) = self.commitment(id)?;
        Ok(VerdictOn { judging: session.judging(), session, commitment })
    }
}

impl Session {
    /// Whether words that somebody says, as `at least 3.5% of GDP`, were kept by the one country that is asked about: judged by a
    /// definition, in the years that they name, else in any.
    ///
    /// # Errors
    /// The words are no pledge, the book has no such definition, or several countries are asked about.
    pub fn judge_words(&self, words: &str, definition: &str) -> Result<VerdictOn, Errors> {
        let country = one_country(&self.query().countries(), "judge_words", |one| format!("`of(\"{one}\")`"))?;
        let words = Arc::new(SourceText::new("words", words));
        let commitment = self.book.said("words".to_owned(), country, &words, Some(definition))?;
        Ok(VerdictOn { judging: self.judging(), session: self.clone(), commitment })
    }
}

impl VerdictOn {
    /// The same on another GDP: `latest`, `budgeted`, or `publisher:` and a name.
    ///
    /// # Errors
    /// The book has no such basis; the way out names the nearest.
    pub fn on(&self, basis: &str) -> Result<Self, Errors> {
        Ok(self.on_ground(named_basis(self.session.book(), basis)?.into()))
    }

    /// The same under a scenario, in the place of a basis.
    ///
    /// # Errors
    /// The country has no such scenario; the way out names those that it has.
    pub fn under(&self, scenario: &str) -> Result<Self, Errors> {
        let session = self.session.under(scenario)?;
        Ok(Self { session, ..self.on_ground(Ground::named(scenario)) })
    }

    fn on_ground(&self, ground: Ground) -> Self {
        self.judged(Judging { on: vec![ground], ..self.judging.clone() })
    }

    /// The same by another definition of its own definition's family.
    ///
    /// # Errors
    /// The family has no such definition; the way out names those that it has.
    pub fn by(&self, definition: &str) -> Result<Self, Errors> {
        let definition = self.session.book().of_its_family(&self.commitment, definition)?;
        let by = Definitions::One(definition.id.clone());
        Ok(self.judged(Judging { by, ..self.judging.clone() }))
    }

    /// The same with nothing counted but outturns and estimates of years that are over.
    #[must_use]
    pub fn strictly(&self) -> Self {
        self.judged(Judging { strict: true, ..self.judging.clone() })
    }

    /// The same with words set against words: no slack but that of `about`, and no precision of figures.
    #[must_use]
    pub fn as_written(&self) -> Self {
        self.judged(Judging { as_written: true, ..self.judging.clone() })
    }

    /// The verdicts in a year, of a pledge over years together over all of them: one on each publisher's figure, the firmest
    /// first, and one alone where there is none.
    ///
    /// # Errors
    /// It does not speak of that year, two figures between which the rule cannot choose, or arithmetic that needs more than 28
    /// digits.
    pub fn in_year(&self, year: impl TryInto<Year, Error: Into<Errors>>) -> Result<Vec<Ruling>, Errors> {
        let years = self.commitment.counted_with(year.try_into().map_err(Into::into)?)?;
        // Without a figure there is one verdict for all years.
        self.rulings(self.commitment.pledge.map(|_| years))
    }

    /// The verdicts in each of its years that the session is about.
    ///
    /// # Errors
    /// As [`VerdictOn::in_year`].
    pub fn in_each_year(&self) -> Result<Vec<Ruling>, Errors> {
        self.rulings(self.session.years)
    }

    /// Where the verdicts in each of its years that the session is about come from, step by step, down to the lines of files.
    ///
    /// # Errors
    /// As [`VerdictOn::in_year`].
    pub fn explain(&self) -> Result<Step, Errors> {
        explain(&self.query(self.session.years), &self.commitment)
    }

    fn judged(&self, judging: Judging) -> Self {
        Self { judging, ..self.clone() }
    }

    fn rulings(&self, years: Option<YearRange>) -> Result<Vec<Ruling>, Errors> {
        judgements(&self.query(years))?.iter().map(|judgement| Ok(judgement.ruling()?)).collect()
    }

    fn query(&self, years: Option<YearRange>) -> Query<'_> {
        let said = std::slice::from_ref(&self.commitment);
        Query { said, years, judging: self.judging.clone(), ..self.session.query() }
    }
}

//! The verdicts on one commitment.

use crate::book::Commitment;
use crate::error::{self, Errors, Noun};
use crate::gdp::named_basis;
use crate::quantity::{Year, YearRange};
use crate::question::{Judging, Query, judgements};
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
        Ok(VerdictOn { session, commitment, judging: Judging::default() })
    }
}

impl VerdictOn {
    /// The same on another GDP: `latest`, `budgeted`, or `publisher:` and a name.
    ///
    /// # Errors
    /// The book has no such basis; the way out names the nearest.
    pub fn on(&self, basis: &str) -> Result<Self, Errors> {
        let bases = vec![named_basis(self.session.book(), basis)?];
        Ok(Self { judging: Judging { bases, ..self.judging.clone() }, ..self.clone() })
    }

    /// The same under another definition of its own definition's family.
    ///
    /// # Errors
    /// The family has no such definition; the way out names those that it has.
    pub fn under(&self, definition: &str) -> Result<Self, Errors> {
        let book = self.session.book();
        let family = book.definition_of(&self.commitment).into_iter().flat_map(|own| book.family(&own.family));
        let family: Vec<&str> = family.map(|known| known.id.as_str()).collect();
        if !family.contains(&definition) {
            let listed = "`definitions.toml` says of which family each definition is";
            return Err(error::unknown_name(Noun::Definition, definition, family, listed).into());
        }
        let judging = Judging { definition: Some(definition.to_owned()), ..self.judging.clone() };
        Ok(Self { judging, ..self.clone() })
    }

    /// The same with nothing counted but outturns and estimates of years that are over.
    #[must_use]
    pub fn strictly(&self) -> Self {
        Self { judging: Judging { strict: true, ..self.judging.clone() }, ..self.clone() }
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

    fn rulings(&self, years: Option<YearRange>) -> Result<Vec<Ruling>, Errors> {
        let (commitments, judging) = (vec![self.commitment.id.clone()], self.judging.clone());
        let query = Query { commitments, years, judging, all: true, ..self.session.query() };
        judgements(&query)?.iter().map(|judgement| Ok(judgement.ruling()?)).collect()
    }
}

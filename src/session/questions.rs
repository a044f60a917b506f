//! The questions as methods, each answered with a table.

use crate::error::Errors;
use crate::quantity::Date;
use crate::question::{Claim, Grid, Judging, Planning, Point, Query, ask, differences, explain};
use crate::table::{Step, Table};

use super::Session;

/// Declares the questions once: the method, and the name by which the question is asked.
macro_rules! questions {
    ($($(#[$doc:meta])* $method:ident $name:literal;)*) => {
        impl Session {
            $($(#[$doc])*
            ///
            /// # Errors
            /// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
            pub fn $method(&self) -> Result<Table, Errors> {
                ask($name, &self.query())
            })*
        }

        /// The questions that have a method.
        #[cfg(test)]
        const ASKED: &[&str] = &[$($name),*];
    };
}

questions! {
    /// What each standing pledge comes to, per year and scenario.
    amounts "amounts";
    /// Whether each standing pledge was kept, by how much, and on which figures.
    verdicts "verdicts";
    /// Which GDP is used for each year, and who published it when.
    gdp "gdp";
    /// What has been committed to, superseded commitments included.
    commitments "commitments";
    /// Where each country stands by its share of GDP, how far it moved, and whether that keeps what it pledged.
    league "league";
    /// Which paths of GDP there are to choose from.
    scenarios "scenarios";
    /// Whether each pledge for a later year is on course, behind or ahead of its path.
    progress "progress";
    /// What was said when, what replaced it, and what it came to then and comes to now.
    timeline "timeline";
    /// Whether published figures follow from those that they are made of.
    verify "verify";
    /// Every document, with its address and terms.
    sources "sources";
}

impl Session {
    /// The verdicts of an earlier day beside those of now, and what moved them.
    ///
    /// # Errors
    /// As [`Session::verdicts`].
    pub fn since(&self, then: Date) -> Result<Table, Errors> {
        let query = self.query();
        ask("then-and-now", &Query { judging: Judging { then: Some(then), ..query.judging.clone() }, ..query })
    }

    /// What this book says otherwise than another one, or than the same on another day: the figures that differ, and the verdicts
    /// that flip, about the countries and years that are asked about here.
    ///
    /// # Errors
    /// As [`Session::verdicts`].
    pub fn differences(&self, earlier: &Self) -> Result<[Table; 2], Errors> {
        Ok(differences(&earlier.query(), &self.query())?)
    }

    /// What a commitment asks for in each year on its way, from the last outturn on unless another start is planned, on the scenario that
    /// is asked about, else on the latest GDP.
    ///
    /// From 2.00% of GDP in 2024 to 3.5% in 2029 Germany's money grows by 15.27% a year:
    /// ```
    /// use pledgebook::question::Planning;
    /// use pledgebook::table::columns::GROWTH_PCT;
    ///
    /// let book = pledgebook::Session::embedded()?.at("2026-07-31".parse()?);
    /// let table = book.path("deu-defence-2029", Planning::default().shape("growth")?)?;
    /// assert_eq!(table.select([&GROWTH_PCT])?[1][0].printed(2)?.as_deref(), Some("15.27"));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// No path leads there, which says why, a shape needs what is not known, or as [`Session::judge`].
    pub fn path(&self, id: &str, planning: Planning) -> Result<Table, Errors> {
        let (session, _) = self.commitment(id)?;
        ask("path", &Query { commitments: vec![id.to_owned()], planning, ..session.query() })
    }

    /// What a commitment comes to where GDP grows otherwise and another share is pledged, and how the money of its year stands to that:
    /// on the scenario that is asked about, else on its own basis; of several years one has to be asked about.
    ///
    /// Half a point more of growth in 2026 asks for EUR 10.75 million more:
    /// ```
    /// use pledgebook::question::Grid;
    /// use pledgebook::table::columns::AMOUNT_MILLION;
    ///
    /// let book = pledgebook::Session::embedded()?;
    /// let grid = Grid { growth: Some("0..0.5:0.5".parse()?), share: None };
    /// let table = book.at("2026-07-31".parse()?).sensitivity("lva-defence-2026", grid)?;
    /// let amounts: Vec<_> = table.select([&AMOUNT_MILLION])?.into_iter().filter_map(|[amount]| amount.number()).collect();
    /// assert_eq!((amounts[1] - amounts[0]).to_string(), "10.75");
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// It pledges no share of GDP, what is asked for moves nothing, or as [`Session::judge`].
    pub fn sensitivity(&self, id: &str, grid: Grid) -> Result<Table, Errors> {
        let (session, _) = self.commitment(id)?;
        ask("sensitivity", &Query { commitments: vec![id.to_owned()], grid, ..session.query() })
    }

    /// What moved the share of GDP of the year that is asked about: spending, GDP or the definition. Each end is said in words, a year, a
    /// day, a publisher or a definition, or several of these; what is not said of one is what is asked about.
    ///
    /// ```
    /// use pledgebook::table::columns::{EFFECT_PP, PART};
    ///
    /// let book = pledgebook::Session::embedded()?.at("2026-08-04".parse()?);
    /// let table = book.over(2026)?.why(&["2025"], &[])?;
    /// let parts: Vec<_> = table.select([&PART, &EFFECT_PP])?.into_iter().map(|[part, points]| (part.words(), points.number())).collect();
    /// assert_eq!(parts[0], ("spending", "1.49".parse().ok()));
    /// assert_eq!(parts[1], ("gdp", "-0.23".parse().ok()));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// No year is asked about, the ends are no two that differ, or nothing is published at one of them.
    pub fn why(&self, from: &[&str], to: &[&str]) -> Result<Table, Errors> {
        let query = self.query();
        let points = |words: &[&str]| -> Result<Vec<Point>, Errors> {
            Ok(words.iter().map(|word| Point::named(&self.book, &query.countries(), word)).collect::<Result<_, _>>()?)
        };
        ask("why", &Query { between: [points(from)?, points(to)?], ..query.clone() })
    }

    /// Whether it is true that so much money is such a share of GDP in the years that are asked about, on whose GDP and against what.
    ///
    /// ```
    /// use pledgebook::table::columns::RESULT;
    ///
    /// let book = pledgebook::Session::embedded()?.of("GBR")?.over(2027)?;
    /// let table = book.claim("13.4 billion GBP = 0.2% of GDP")?;
    /// assert_eq!(table.select([&RESULT])?[0][0].words(), "false");
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// The words are no claim, or of another money than the country's; no year is asked about.
    pub fn claim(&self, words: &str) -> Result<Table, Errors> {
        let query = self.query();
        let claim = Claim::read(words, self.book.speaker(query.country()))?;
        ask("claim", &Query { claim: Some(claim), ..query })
    }

    /// Where the verdicts on a commitment come from, step by step, down to the lines of files.
    ///
    /// # Errors
    /// As [`Session::judge`] and [`Session::verdicts`].
    pub fn explain(&self, id: &str) -> Result<Step, Errors> {
        let (session, commitment) = self.commitment(id)?;
        explain(&session.query(), &commitment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::QUESTIONS;

    #[test]
    fn every_question_has_a_method() {
        let without = QUESTIONS.iter().map(|question| question.name).filter(|name| !ASKED.contains(name));
        assert_eq!(
            without.collect::<Vec<_>>(),
            ["then-and-now", "path", "why", "sensitivity", "claim"],
            "besides those that are told more"
        );
    }
}

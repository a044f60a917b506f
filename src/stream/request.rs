//! What is asked of a scenario file.

use crate::gdp::feed;
use crate::quantity::YearRange;
use crate::question::Asked;

/// What the rows of a scenario file tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// What each pledge comes to.
    Amounts,
    /// Whether each commitment was kept.
    Verdicts,
}

/// What is asked of a scenario file.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// What its rows tell.
    pub told: Told,
    /// The pledges, in the order of their rows.
    pub asked: &'a [Asked],
    /// The countries that the file may be about.
    pub countries: feed::Countries<'a>,
    /// The scenarios whose rows stand above those of the file, which may have none of these names.
    pub taken: &'a [String],
    /// The years that were asked for.
    pub years: Option<YearRange>,
    /// Digits after the point of an amount.
    pub decimals: u32,
    /// Whether lines that are wrong are left out and counted; without it the first one ends the work.
    pub skip_bad: bool,
    /// How many bytes are read at a time.
    pub block: usize,
    /// How many threads work.
    pub workers: usize,
}

impl<'a> Request<'a> {
    /// Amounts, everything, with two decimals, by two workers; the more pledges a line may be about, the less is read at a time, since the rows of
    /// a block are in memory together.
    #[must_use]
    pub fn new(asked: &'a [Asked], countries: feed::Countries<'a>) -> Self {
        let block = (1 << 20) / asked.len().max(32);
        let (told, decimals, workers) = (Told::Amounts, 2, 2);
        Self { told, asked, countries, taken: &[], years: None, decimals, skip_bad: false, block, workers }
    }

    /// The verdicts on the commitments of a query, with two decimals.
    #[must_use]
    pub fn verdicts(countries: feed::Countries<'a>) -> Self {
        Self { told: Told::Verdicts, ..Self::new(&[], countries) }
    }
}

//! What is asked of a scenario file.

use crate::gdp::feed;
use crate::quantity::YearRange;
use crate::question::Asked;

/// What is asked of a scenario file.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The pledges, in the order of their rows.
    pub asked: &'a [Asked],
    /// The countries that the file may be about.
    pub countries: feed::Countries<'a>,
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
    /// Everything, with two decimals, by two workers; the more pledges a line may be about, the less is read at a time, since the rows of
    /// a block are in memory together.
    #[must_use]
    pub fn new(asked: &'a [Asked], countries: feed::Countries<'a>) -> Self {
        let block = (1 << 20) / asked.len().max(32);
        Self { asked, countries, years: None, decimals: 2, skip_bad: false, block, workers: 2 }
    }
}

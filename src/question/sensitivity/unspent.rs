//! How a pledge stands where no money of its year is published: on a share that somebody states, else as its verdict says.

use crate::analysis::Estimate;
use crate::book::{Commitment, Kind};
use crate::error::Result;
use crate::gdp::{Ground, Path};
use crate::quantity::YearRange;
use crate::quantity::text::plain;
use crate::verdict::{Extent, Judge, Judgement, Measure, Scale, Spent, Verdict};

use super::super::Query;

/// What there is in the place of money.
pub(super) struct Unspent {
    stands: Stands,
    /// The kind of the share.
    pub(super) kind: Option<Kind>,
    /// What it is, and whence the verdict.
    pub(super) words: String,
}

enum Stands {
    /// By a share of GDP, the same on every GDP.
    By(Box<Estimate>),
    /// The same on every GDP and at every share.
    Always(Verdict),
    /// Nothing can be said that holds of every case.
    Nowhere,
}

impl Unspent {
    /// What the judge finds of a commitment that names a definition, or does not.
    pub(super) fn of(
        query: &Query<'_>,
        commitment: &Commitment,
        on: (&Ground, &Path),
        years: YearRange,
    ) -> Result<Self> {
        let Some(definition) = query.book.definition_of(commitment) else {
            return Ok(Self::nowhere(
                "the commitment names no definition of spending: no gap and no verdict".to_owned(),
            ));
        };
        let found = Judge::new(query.book, query.as_of, false).judge(commitment, definition, on, years)?;
        let no_money = format!("no money of {years} is published under `{}`: no gap", definition.id);
        let has_share = |one: &&Judgement| one.spent.as_ref().is_some_and(|spent| spent.measure == Measure::Published);
        Ok(match (found.iter().find(has_share), found.first()) {
            (Some(by), _) => Self::by(by, &no_money)?,
            (None, Some(first)) => Self::without_share(first, &no_money),
            (None, None) => Self::nowhere(no_money + ", and no verdict"),
        })
    }

    fn nowhere(words: String) -> Self {
        Self { stands: Stands::Nowhere, kind: None, words }
    }

    /// The share that a publisher states.
    fn by(judged: &Judgement<'_>, no_money: &str) -> Result<Self> {
        let row = judged.spent.as_ref().and_then(Spent::share);
        let Some((row, figure)) = row.zip(judged.measured.figure) else {
            return Ok(Self::without_share(judged, no_money));
        };
        let ends = row.precision.map(|_| row.between()?.ends()).transpose()?;
        let between =
            ends.map_or_else(String::new, |[low, high]| format!(", between {} and {}", plain(low), plain(high)));
        let share = format!("{}%{between} ({}, {})", plain(row.value), row.kind, row.vintage);
        let words = format!("{no_money}; judged by the share that {} publishes, {share}", row.publisher);
        Ok(Self { stands: Stands::By(Box::new(figure)), kind: Some(row.kind), words })
    }

    /// A verdict without a figure is one of every case; parts of the money stand otherwise on every GDP.
    fn without_share(judged: &Judgement<'_>, no_money: &str) -> Self {
        let is_bound = judged.spent.as_ref().is_some_and(|spent| spent.extent == Extent::Bound);
        if judged.verdict == Verdict::Open && !is_bound {
            let words = format!("{no_money}, and no verdict yet");
            return Self { stands: Stands::Always(Verdict::Open), kind: None, words };
        }
        let words = format!("{no_money}; {}", judged.reason);
        if is_bound {
            return Self::nowhere(words);
        }
        Self { stands: Stands::Always(judged.verdict), kind: None, words }
    }

    /// The verdict at a share, where there is one.
    pub(super) fn verdict(&self, scale: &Scale) -> Result<Option<Verdict>> {
        match &self.stands {
            Stands::By(estimate) => scale.judge(&estimate.0, &estimate.1, &[*scale, *scale]).map(Some),
            Stands::Always(verdict) => Ok(Some(*verdict)),
            Stands::Nowhere => Ok(None),
        }
    }
}

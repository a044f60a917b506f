//! What a pledge comes to, and the GDP that this rests on.

use crate::book::Kind;
use crate::error::Result;
use crate::gdp::{Path, Value};
use crate::quantity::{Date, Decimal, Interval, Money, Ratio, Share, YearRange, add};

use super::Unknown;

/// What a pledge comes to in one year, or over several together.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The year, or the years together.
    pub years: YearRange,
    /// Nominal GDP of the year, or its sum over the years, if every one is known.
    pub gdp: Option<Gdp>,
    /// The pledge as a share of that GDP, where it is known.
    pub share: Option<ShareOfGdp>,
    /// The stated figure in money.
    pub amount: Option<Money>,
    /// The least and the most that the pledge allows, in money.
    pub bounds: Interval<Money>,
    /// Why something is unknown.
    pub reason: Option<Unknown>,
}

/// A pledge as a share of GDP.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShareOfGdp {
    /// As the pledge states it.
    Stated(Share),
    /// Amount ÷ GDP, in per cent.
    Quotient(Ratio),
}

/// The GDP that an outcome rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Gdp {
    /// The amount.
    pub money: Money,
    /// The digits that a scenario file gave.
    pub stated: Option<String>,
    /// Whether it, or one of its years, was chained from the year before, so that nobody stated it.
    pub chained: bool,
    /// The unit to which it was published; of a sum the sum of those of its years, as far as they have one.
    pub precision: Option<Decimal>,
    /// The weakest kind among its years.
    pub kind: Kind,
    /// Who published it, each once, in order of years.
    pub publishers: Vec<String>,
    /// The latest vintage among its years.
    pub vintage: Option<Date>,
    /// The ids of the documents, in order of years.
    pub sources: Vec<String>,
}

/// GDP by assumption, which nobody published.
impl From<Money> for Gdp {
    fn from(money: Money) -> Self {
        let (publishers, sources) = (Vec::new(), Vec::new());
        Self {
            money,
            stated: None,
            chained: false,
            precision: None,
            kind: Kind::Assumption,
            publishers,
            vintage: None,
            sources,
        }
    }
}

impl Gdp {
    /// The sum of GDP over the years, if every one is known.
    pub(super) fn over(path: &Path, years: YearRange) -> Result<Option<Self>> {
        let values = years.years().map(|year| path.value(year).map(Self::of)).collect::<Option<Vec<Self>>>();
        let mut values = values.into_iter().flatten();
        let Some(first) = values.next() else { return Ok(None) };
        values.try_fold(first, Self::plus).map(Some)
    }

    /// GDP of one year.
    fn of(value: &Value) -> Self {
        Self {
            money: value.gdp,
            stated: value.stated.clone(),
            chained: value.chained,
            precision: value.precision,
            kind: value.kind,
            publishers: vec![value.publisher.clone()],
            vintage: value.vintage,
            sources: value.source.clone().into_iter().collect(),
        }
    }

    /// GDP of the years before and of one more.
    fn plus(mut self, next: Self) -> Result<Self> {
        let new: Vec<String> = next.publishers.into_iter().filter(|name| !self.publishers.contains(name)).collect();
        self.publishers.extend(new);
        self.sources.extend(next.sources);
        let precision = match (self.precision, next.precision) {
            (Some(one), Some(other)) => Some(add(one, other)?),
            (one, other) => one.or(other),
        };
        Ok(Self {
            money: self.money.plus(next.money)?,
            stated: None,
            chained: self.chained || next.chained,
            precision,
            kind: self.kind.max(next.kind),
            vintage: self.vintage.max(next.vintage),
            ..self
        })
    }
}

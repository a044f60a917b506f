//! What a pledge comes to, and the GDP that this rests on.

use std::collections::BTreeMap;

use crate::book::Kind;
use crate::error::Result;
use crate::gdp::Value;
use crate::quantity::{Currency, Date, Decimal, Interval, Money, Ratio, Share, Year, YearRange, add, multiply};

use super::{Premise, Unknown};

/// What a pledge comes to in one year, or over several together.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The year, or the years together.
    pub years: YearRange,
    /// In what the amount and its bounds are.
    pub currency: Currency,
    /// What the pledge is a share of: nominal GDP of the year, or its sum over the years, if every one is known; of a pledge with a
    /// base of its own that base.
    pub gdp: Option<Gdp>,
    /// The pledge as a share of that GDP, where it is known.
    pub share: Option<ShareOfGdp>,
    /// The stated figure in millions; what is in points of GDP is a quotient, which is rounded once, when it is printed.
    pub amount: Option<Ratio>,
    /// The least and the most that the pledge allows, in millions.
    pub bounds: Interval<Ratio>,
    /// What else it rests on that a reader has to know: a reference year, the even path, a rate.
    pub premises: Vec<Premise>,
    /// Why something is unknown.
    pub reason: Option<Unknown>,
}

impl Outcome {
    /// Nothing yet about some years on such a GDP.
    pub(super) fn unknown(years: YearRange, currency: Currency, gdp: Option<Gdp>) -> Self {
        let bounds = Interval { low: None, high: None };
        Self { years, currency, gdp, share: None, amount: None, bounds, premises: Vec::new(), reason: None }
    }

    /// The stated figure as money; nothing if it is not known, or a quotient.
    #[must_use]
    pub fn money(&self) -> Option<Money> {
        let exact = self.amount.and_then(|millions| millions.exact());
        exact.map(|millions| Money::from_millions(millions, self.currency))
    }

    /// The ids of the documents that it rests on, besides that of the pledge.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let gdp = self.gdp.iter().flat_map(|gdp| &gdp.sources).map(String::as_str);
        gdp.chain(self.premises.iter().filter_map(Premise::source))
    }

    /// What is known or unknown about it that a reader has to know: what it rests on, then why something is unknown.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        self.premises.iter().map(ToString::to_string).chain(self.reason.iter().map(ToString::to_string)).collect()
    }
}

/// A pledge as a share of GDP.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShareOfGdp {
    /// As the pledge states it.
    Stated(Share),
    /// Amount ÷ GDP, in per cent.
    Quotient(Ratio),
}

impl ShareOfGdp {
    /// In per cent.
    pub(super) fn percent(self) -> Ratio {
        match self {
            Self::Stated(share) => share.percent().into(),
            Self::Quotient(percent) => percent,
        }
    }
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
    pub(super) fn over(values: &BTreeMap<Year, Value>, years: YearRange) -> Result<Option<Self>> {
        let values = years.years().map(|year| values.get(&year).map(Self::of)).collect::<Option<Vec<Self>>>();
        let mut values = values.into_iter().flatten();
        let Some(first) = values.next() else { return Ok(None) };
        values.try_fold(first, Self::plus).map(Some)
    }

    /// GDP of one year.
    pub(super) fn of(value: &Value) -> Self {
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

    /// The same in each of some years, summed over them.
    pub(super) fn in_each_of(self, years: YearRange) -> Result<Self> {
        let count = Decimal::from(years.years().count());
        let times = |value: Decimal| multiply(value, count);
        let money = Money::from_millions(times(self.money.millions())?, self.money.currency());
        Ok(Self { money, precision: self.precision.map(times).transpose()?, stated: None, ..self })
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

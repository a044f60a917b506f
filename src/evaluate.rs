//! What a pledge comes to: commitments × a path of GDP, exactly.
//!
//! For a share, in one year, under one scenario: amount = share × nominal GDP of that year. Missing is not zero: an amount
//! that cannot be known is absent and its [`Outcome`] says why.

mod total;

pub use total::{addends, total};

use crate::book::{Commitment, Kind};
use crate::error::{Error, Kind as ErrorKind, Origin, Result};
use crate::gdp::{Path, Value};
use crate::pledge::{Base, Pledge, Quantity, When};
use crate::quantity::{Country, Currency, Date, Decimal, Interval, Money, Ratio, Share, Year, YearRange, add};

/// A pledge with everything that its evaluation needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Pledged {
    /// The id of the commitment, or `pledge-1` for words that are in no book.
    pub id: String,
    /// Whose pledge it is.
    pub country: Country,
    /// The currency of an amount, or of the GDP that a share is of.
    pub currency: Currency,
    /// The quantity.
    pub pledge: Pledge,
    /// What it allows, in per cent or millions.
    pub bounds: Interval<Decimal>,
    /// The id of the document, if there is one.
    pub source: Option<String>,
    /// Where the pledge was read.
    pub origin: Origin,
}

impl Pledged {
    /// The pledge of a commitment, if it states a figure.
    ///
    /// # Errors
    /// A bound cannot be kept exactly.
    pub fn of(commitment: &Commitment) -> Result<Option<Self>> {
        let Some((pledge, slack)) = commitment.pledge.zip(commitment.slack()?) else {
            return Ok(None);
        };

        let whose = (commitment.country, commitment.currency);
        let pledged = Self::new(commitment.id.clone(), whose, pledge, slack, commitment.origin.clone())?;
        Ok(Some(Self { source: Some(commitment.source.id.clone()), ..pledged }))
    }

    /// A pledge with its slack, of a country whose GDP is in a currency.
    ///
    /// # Errors
    /// A bound cannot be kept exactly.
    pub fn new(
        id: String,
        (country, gdp_currency): (Country, Currency),
        pledge: Pledge,
        slack: Decimal,
        origin: Origin,
    ) -> Result<Self> {
        let currency = match pledge.quantity {
            Quantity::Amount { currency, .. } => currency,
            Quantity::Share { .. } => gdp_currency,
        };
        let bounds = pledge.bounds(slack).map_err(|error| error.at(origin.place()))?;
        Ok(Self { id, country, currency, pledge, bounds, source: None, origin })
    }
}

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
    pub reason: Option<String>,
}

/// The GDP that an outcome rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Gdp {
    /// The amount.
    pub money: Money,
    /// The digits that a scenario file gave.
    pub stated: Option<String>,
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

/// A pledge as a share of GDP.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShareOfGdp {
    /// As the pledge states it.
    Stated(Share),
    /// Amount ÷ GDP, in per cent.
    Quotient(Ratio),
}

/// The years in which a pledge has an outcome of its own: those it names, within `window` if there is one.
///
/// An open-ended pledge runs to the end of the window, without one to the last year of the path.
#[must_use]
pub fn years(when: When, path: &Path, window: Option<YearRange>) -> Vec<Year> {
    let named = match when {
        When::Each(range) => Some(range),
        When::By(year) => Some(year.into()),
        When::From(first) => {
            let last = window.map(YearRange::last).or(path.ends().map(|(_, last)| last));
            last.and_then(|last| YearRange::new(first, last).ok())
        }
        When::Sum(_) => None,
    };
    let within = |year: &Year| window.is_none_or(|window| window.contains(*year));
    named.into_iter().flat_map(YearRange::years).filter(within).collect()
}

/// What a pledge comes to in one year.
///
/// # Errors
/// An amount cannot be kept exactly.
pub fn in_year(pledged: &Pledged, path: &Path, year: Year) -> Result<Outcome> {
    over(pledged, path, year.into())
}

/// What a pledge comes to over years together: a cumulative one over its own, another one in its one year.
///
/// # Errors
/// An amount cannot be kept exactly.
pub fn over(pledged: &Pledged, path: &Path, years: YearRange) -> Result<Outcome> {
    unchecked(pledged, path, years).map_err(|_| {
        let what = format!("`{}` in {years} under `{}`", pledged.pledge, path.scenario);
        let help = "28 digits can be kept: write fewer in the pledge or in GDP";
        Error::new(ErrorKind::TooLarge { what }).help(help).at(pledged.origin.place())
    })
}

/// The outcome; its only error is a result with too many digits.
fn unchecked(pledged: &Pledged, path: &Path, years: YearRange) -> Result<Outcome> {
    let gdp = sum(path, years)?;
    let missing = years.years().find(|year| path.value(*year).is_none());
    let reason = missing.map(|year| no_gdp(year, &path.scenario));
    let unknown = Outcome { years, gdp, share: None, amount: None, bounds: Interval { low: None, high: None }, reason };
    match pledged.pledge.quantity {
        Quantity::Share { share, base: Base::Gdp } => of_gdp(pledged, share, unknown),
        Quantity::Share { share, base: Base::DefenceSpending } => {
            let reason = Some("a share of defence spending, not of GDP".to_owned());
            Ok(Outcome { share: Some(ShareOfGdp::Stated(share)), reason, ..unknown })
        }
        Quantity::Amount { currency, .. } => {
            in_money(pledged, |millions| Money::from_millions(millions, currency), unknown)
        }
    }
}

/// Why nothing is known of a share of GDP in a year.
pub(crate) fn no_gdp(year: Year, scenario: &str) -> String {
    format!("no GDP for {year} in scenario {scenario}")
}

/// A share: both ends and the figure itself are shares of GDP.
fn of_gdp(pledged: &Pledged, share: Share, unknown: Outcome) -> Result<Outcome> {
    let share_of_gdp = Some(ShareOfGdp::Stated(share));
    let Some(gdp) = unknown.gdp.as_ref().map(|gdp| gdp.money) else {
        return Ok(Outcome { share: share_of_gdp, ..unknown });
    };
    let bounds = pledged.bounds.try_map(|percent| Share::from_percent(percent).of(gdp))?;
    Ok(Outcome { share: share_of_gdp, amount: Some(share.of(gdp)?), bounds, ..unknown })
}

/// An amount: the same under every GDP, and a share of it where both are in one currency.
fn in_money(pledged: &Pledged, money: impl Fn(Decimal) -> Money, unknown: Outcome) -> Result<Outcome> {
    let amount = money(pledged.pledge.stated()?);
    let bounds = pledged.bounds.try_map(|millions| Ok::<_, crate::Error>(money(millions)))?;
    let known = Outcome { amount: Some(amount), bounds, ..unknown };
    match known.gdp.as_ref().map(|gdp| gdp.money) {
        Some(gdp) if gdp.currency() == amount.currency() => {
            Ok(Outcome { share: Some(ShareOfGdp::Quotient(amount.percent_of(gdp)?)), ..known })
        }
        Some(gdp) => {
            let reason = format!("pledged in {}, GDP in {}: not converted", amount.currency(), gdp.currency());
            Ok(Outcome { reason: Some(reason), ..known })
        }
        None => Ok(known),
    }
}

/// The sum of GDP over the years, if every one is known.
fn sum(path: &Path, years: YearRange) -> Result<Option<Gdp>> {
    let values = years.years().map(|year| path.value(year).map(Gdp::of)).collect::<Option<Vec<Gdp>>>();
    let mut values = values.into_iter().flatten();
    let Some(first) = values.next() else { return Ok(None) };
    values.try_fold(first, Gdp::plus).map(Some)
}

impl Gdp {
    /// GDP of one year.
    fn of(value: &Value) -> Self {
        Self {
            money: value.gdp,
            stated: value.stated.clone(),
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
            precision,
            kind: self.kind.max(next.kind),
            vintage: self.vintage.max(next.vintage),
            ..self
        })
    }
}

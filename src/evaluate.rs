//! (6) What a pledge comes to: commitments × a path of GDP, exactly.
//!
//! For a share, in one year, under one scenario: amount = share × nominal GDP of that year. Missing is not zero: an amount
//! that cannot be known is absent and its [`Outcome`] says why.

mod outcome;
mod total;
mod unknown;

pub use outcome::{Gdp, Outcome, ShareOfGdp};
pub use total::{addends, total};
pub use unknown::Unknown;

use crate::book::Commitment;
use crate::error::{Error, Kind, Origin, Result};
use crate::gdp::Path;
use crate::pledge::{Base, Pledge, Quantity, When};
use crate::quantity::{Country, Currency, Decimal, Interval, Money, Share, Year, YearRange};

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
        commitment.pledge.map(|_| Self::stated(commitment)).transpose()
    }

    /// The pledge of a commitment that has to state a figure.
    ///
    /// # Errors
    /// It states none, or a bound cannot be kept exactly.
    pub fn stated(commitment: &Commitment) -> Result<Self> {
        let pledge = commitment.stated()?;
        let slack = pledge.slack_or(commitment.tolerance)?.value;
        let whose = (commitment.country, commitment.currency);
        let pledged = Self::new(commitment.id.clone(), whose, pledge, slack, commitment.origin.clone())?;
        Ok(Self { source: Some(commitment.source.id.clone()), ..pledged })
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
        let currency = pledge.currency().unwrap_or(gdp_currency);
        let bounds = pledge.bounds(slack).map_err(|error| error.at(origin.place()))?;
        Ok(Self { id, country, currency, pledge, bounds, source: None, origin })
    }
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
        When::Sum(_) | When::Mean(_) => None,
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
    let outcome = Gdp::over(path, years).and_then(|gdp| on_gdp(pledged, years, gdp));
    let outcome = outcome.map_err(|_| too_large(pledged, years, &path.scenario).at(pledged.origin.place()))?;
    let missing = years.years().find(|year| path.value(*year).is_none());
    let no_gdp = missing.map(|year| Unknown::NoGdp { year, scenario: path.scenario.clone() });
    Ok(Outcome { reason: outcome.reason.or(no_gdp), ..outcome })
}

/// What a pledge comes to where GDP of the years, of several their sum, is this; without GDP all that needs it is unknown.
///
/// 0.25% of 43 953 million is 109.8825 million:
/// ```
/// use pledgebook::book::Book;
/// use pledgebook::evaluate::{Gdp, Pledged, on_gdp};
/// use pledgebook::quantity::{Money, Year};
///
/// let book = Book::embedded()?;
/// let pledged = Pledged::of(book.commitment("lva-ukraine-2026").unwrap())?.unwrap();
/// let gdp: Money = "43953 million EUR".parse()?;
/// let outcome = on_gdp(&pledged, "2026".parse::<Year>()?.into(), Some(gdp.into()))?;
/// assert_eq!(outcome.amount, Some("109.8825 million EUR".parse()?));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
/// # Errors
/// An amount cannot be kept exactly.
pub fn on_gdp(pledged: &Pledged, years: YearRange, gdp: Option<Gdp>) -> Result<Outcome> {
    let bounds = Interval { low: None, high: None };
    let unknown = Outcome { years, gdp, share: None, amount: None, bounds, reason: None };
    match pledged.pledge.quantity {
        Quantity::Share { share, base: Base::Gdp } | Quantity::Shares { low: share, base: Base::Gdp, .. } => {
            of_gdp(pledged, share, unknown)
        }
        Quantity::Share { share, base } | Quantity::Shares { low: share, base, .. } => {
            let reason = Some(Unknown::NotOfGdp { base });
            Ok(Outcome { share: Some(ShareOfGdp::Stated(share)), reason, ..unknown })
        }
        Quantity::Amount(amount) | Quantity::Amounts { low: amount, .. } => {
            in_money(pledged, |millions| Money::from_millions(millions, amount.currency), unknown)
        }
        Quantity::Relative { year, .. } => Ok(Outcome { reason: Some(Unknown::NoReference { year }), ..unknown }),
    }
}

/// The error of an amount that needs too many digits, wherever GDP was read.
pub(crate) fn too_large(pledged: &Pledged, years: YearRange, scenario: &str) -> Error {
    let what = format!("`{}` in {years} under `{scenario}`", pledged.pledge);
    let help = "28 digits can be kept: write fewer in the pledge or in GDP";
    Error::new(Kind::TooLarge { what }).help(help)
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
    let bounds = pledged.bounds.try_map(|millions| Ok::<_, Error>(money(millions)))?;
    let known = Outcome { amount: Some(amount), bounds, ..unknown };
    match known.gdp.as_ref().map(|gdp| gdp.money) {
        Some(gdp) if gdp.currency() == amount.currency() => {
            Ok(Outcome { share: Some(ShareOfGdp::Quotient(amount.percent_of(gdp)?)), ..known })
        }
        Some(gdp) => {
            let reason = Some(Unknown::NotConverted { pledged: amount.currency(), gdp: gdp.currency() });
            Ok(Outcome { reason, ..known })
        }
        None => Ok(known),
    }
}

//! (6) What a pledge comes to: commitments × a path of GDP, exactly.
//!
//! For a share, in one year, under one scenario: amount = share × nominal GDP of that year. Missing is not zero: an amount
//! that cannot be known is absent and its [`Outcome`] says why.

mod exchange;
mod footing;
mod outcome;
mod pledged;
mod premise;
mod relative;
mod total;
mod unknown;

pub use footing::{named_year, rests_on_gdp_alone};
pub use outcome::{Gdp, Outcome, ShareOfGdp};
pub use pledged::{NamedGdp, Pledged};
pub use premise::{Premise, Reference};
pub use total::{addends, total};
pub use unknown::Unknown;

use crate::error::{Error, Kind, Result};
use crate::gdp::Path;
use crate::pledge::{Base, Quantity, When};
use crate::quantity::{Interval, Ratio, Year, YearRange};

use footing::Footing;
use relative::relative;

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
    let outcome = Footing::on_path(pledged, path, years).and_then(|footing| on(pledged, years, footing));
    outcome.map_err(|_| too_large(pledged, years, &path.scenario).at(pledged.origin.place()))
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
/// let pledged = Pledged::of(book.commitment("lva-ukraine-2026", book.country).unwrap())?.unwrap();
/// let gdp: Money = "43953 million EUR".parse()?;
/// let outcome = on_gdp(&pledged, "2026".parse::<Year>()?.into(), Some(gdp.into()))?;
/// assert_eq!(outcome.money(), Some("109.8825 million EUR".parse()?));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
/// # Errors
/// An amount cannot be kept exactly.
pub fn on_gdp(pledged: &Pledged, years: YearRange, gdp: Option<Gdp>) -> Result<Outcome> {
    on(pledged, years, Footing::given(pledged, years, gdp)?)
}

/// What a pledge comes to on its footing.
fn on(pledged: &Pledged, years: YearRange, footing: Footing) -> Result<Outcome> {
    let Footing { gdp, earlier, premise, missing } = footing;
    let unknown = Outcome::unknown(years, pledged.currency, gdp);
    let bounds = pledged.bounds.map(Ratio::from);
    let outcome = match pledged.pledge.quantity {
        Quantity::Share { share, base } | Quantity::Shares { low: share, base, .. } => match base {
            Base::Gdp | Base::Gni | Base::GdpOf(_) => of_base(ShareOfGdp::Stated(share), bounds, unknown)?,
            Base::DefenceSpending => {
                let reason = Some(Unknown::NotOfGdp { base });
                Outcome { share: Some(ShareOfGdp::Stated(share)), reason, ..unknown }
            }
        },
        Quantity::Amount(_) | Quantity::Amounts { .. } => in_money(pledged.pledge.stated()?.into(), bounds, unknown)?,
        Quantity::Relative { to, year } => match &pledged.reference {
            Some(reference) => relative(pledged, to, reference, earlier, unknown)?,
            None => Outcome { reason: Some(Unknown::NoReference { year, currency: pledged.currency }), ..unknown },
        },
    };
    let outcome = outcome.at_rates(pledged.rates_in(years))?;
    let premises = premises(pledged, &outcome, premise);
    Ok(Outcome { premises: [premises, outcome.premises].concat(), reason: outcome.reason.or(missing), ..outcome })
}

/// What an outcome that is known rests on besides GDP of its own years.
fn premises(pledged: &Pledged, outcome: &Outcome, named: Option<Premise>) -> Vec<Premise> {
    let reference = pledged.reference.clone().map(Premise::Reference);
    let even = pledged.is_mean.then_some(Premise::EvenPath);
    [reference, named, even].into_iter().flatten().filter(|_| outcome.amount.is_some()).collect()
}

/// The error of an amount that needs too many digits, wherever GDP was read.
pub(crate) fn too_large(pledged: &Pledged, years: YearRange, scenario: &str) -> Error {
    let what = format!("`{}` in {years} under `{scenario}`", pledged.pledge);
    let help = "28 digits can be kept: write fewer in the pledge or in GDP";
    Error::new(Kind::TooLarge { what }).help(help)
}

/// A share: both ends and the figure itself are shares of its base.
fn of_base(share: ShareOfGdp, bounds: Interval<Ratio>, unknown: Outcome) -> Result<Outcome> {
    let known = Outcome { share: Some(share), ..unknown };
    let Some(base) = known.gdp.as_ref().map(|gdp| gdp.money.millions()) else { return Ok(known) };
    let of_base = |percent: Ratio| {
        let amount = percent.per_cent(base)?;
        match share {
            ShareOfGdp::Stated(_) => amount.in_decimals(),
            // it is rounded when it is printed, with six decimals at most
            ShareOfGdp::Quotient(_) => amount.round(6).map(|_| amount),
        }
    };
    Ok(Outcome { amount: Some(of_base(share.percent())?), bounds: bounds.try_map(of_base)?, ..known })
}

/// Millions: the same under every GDP, and a share of it where both are in one currency.
fn in_money(amount: Ratio, bounds: Interval<Ratio>, unknown: Outcome) -> Result<Outcome> {
    let known = Outcome { amount: Some(amount), bounds, ..unknown };
    let Some(gdp) = known.gdp.as_ref().map(|gdp| gdp.money) else { return Ok(known) };
    if gdp.currency() != known.currency {
        let reason = Some(Unknown::NotConverted { pledged: known.currency, gdp: gdp.currency() });
        return Ok(Outcome { reason, ..known });
    }
    Ok(Outcome { share: Some(ShareOfGdp::Quotient(amount.percent_of(gdp.millions())?)), ..known })
}

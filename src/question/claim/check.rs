//! That a claim can be held against anything.

use crate::error::{Error, Kind, Result};
use crate::quantity::Currency;
use crate::question::Query;
use crate::question::family::of_gdp;
use crate::question::refusals::{missing, needless};

use super::read::Claim;

/// That a claim is about money of the country that is asked about, in years, and goes on from a year before them.
///
/// # Errors
/// It is of another currency, the way out names a country of the book that has it; nothing is claimed, or of no year; or it goes on
/// from no year before, or from shares that are not of GDP.
pub fn check_claim(query: &Query<'_>) -> Result<Claim> {
    let claim = query.claim.ok_or_else(|| missing("claim", "CLAIM", "say how much money is which share of GDP"))?;
    let years = query.years.ok_or_else(|| missing("claim", "--years", "say of which year: each has another GDP"))?;
    if let Some(since) = query.since.filter(|since| *since >= years.first()) {
        let reason = format!("a rise by {} goes on from a year before, not from {since}", years.first());
        return Err(needless("--from", reason, "name an earlier year"));
    }
    query.told_by().map_or(Ok(()), of_gdp)?;
    check_currency(query, claim.money.currency).map(|()| claim)
}

fn check_currency(query: &Query<'_>, found: Currency) -> Result<()> {
    let own = query.book.known_currency(query.country())?;
    if own == found {
        return Ok(());
    }
    let having = query.book.countries.iter().find(|(_, currency)| *currency == found);
    let help = match having {
        Some((country, _)) => format!("ask about a country whose money that is, as `--country {country}`"),
        None => "no country of the book has that money".to_owned(),
    };
    Err(Error::new(Kind::CurrencyMismatch { found: found.to_string(), expected: own.to_string() }).help(help))
}

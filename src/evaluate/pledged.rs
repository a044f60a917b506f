//! Pledges that are ready to be evaluated.

use std::collections::BTreeMap;

use crate::book::Commitment;
use crate::error::{Origin, Result};
use crate::gdp::{Rate, Rates};
use crate::pledge::{Pledge, Tolerance, When};
use crate::quantity::{Country, Currency, Decimal, Interval, Year, YearRange};

use super::{Gdp, Reference};

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
    /// What it allows, in per cent or millions; neither end of one that is set against a year, of which that is known only then.
    pub bounds: Interval<Decimal>,
    /// What takes the place of its slack.
    pub tolerance: Option<Tolerance>,
    /// What was spent in the year that it is set against.
    pub reference: Option<Reference>,
    /// Who says GDP of the year that it names.
    pub named_gdp: NamedGdp,
    /// The rates that lead from its currency to that of GDP, by year; none where that is the same.
    pub rates: BTreeMap<Year, Vec<Rate>>,
    /// Whether it is the mean of the shares of its years.
    pub is_mean: bool,
    /// The id of the document, if there is one.
    pub source: Option<String>,
    /// Where the pledge was read.
    pub origin: Origin,
}

/// Who says GDP of a year that a pledge names.
#[derive(Debug, Clone, PartialEq)]
pub enum NamedGdp {
    /// The path on which it is evaluated.
    OnPath,
    /// `latest`, since a scenario file says GDP of the years of its lines alone; if it has any.
    Latest(Option<Gdp>),
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
        let whose = (commitment.country, commitment.currency);
        let pledged = Self::new(commitment.id.clone(), whose, pledge, commitment.tolerance, commitment.origin.clone())?;
        Ok(Self { source: Some(commitment.source.id.clone()), ..pledged.for_years(commitment.when) })
    }

    /// A pledge with what takes the place of its slack, of a country whose GDP is in a currency.
    ///
    /// # Errors
    /// A bound cannot be kept exactly.
    pub fn new(
        id: String,
        (country, gdp_currency): (Country, Currency),
        pledge: Pledge,
        tolerance: Option<Tolerance>,
        origin: Origin,
    ) -> Result<Self> {
        let currency = pledge.currency().unwrap_or(gdp_currency);
        let bounds = match pledge.relative_to() {
            Some(_) => Interval { low: None, high: None },
            None => pledge.bounds(pledge.slack_or(tolerance)?.value).map_err(|error| error.at(origin.place()))?,
        };
        let (reference, named_gdp, rates, source) = (None, NamedGdp::OnPath, BTreeMap::new(), None);
        Ok(Self {
            id,
            country,
            currency,
            pledge,
            bounds,
            tolerance,
            reference,
            named_gdp,
            rates,
            is_mean: false,
            source,
            origin,
        })
    }

    /// The ids of the documents that it rests on, on whatever GDP.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let own = self.source.as_deref().filter(|id| !id.is_empty());
        own.into_iter().chain(self.reference.as_ref().map(|reference| reference.source.as_str()))
    }

    /// The ids of the documents that it may rest on besides where a scenario file says GDP: of rates, and of GDP of the year that it
    /// names.
    pub fn sources_beside_feed(&self) -> impl Iterator<Item = &str> {
        let rates = self.rates.values().flatten().map(|rate| &rate.source);
        let named = match &self.named_gdp {
            NamedGdp::Latest(Some(gdp)) => &gdp.sources[..],
            NamedGdp::Latest(None) | NamedGdp::OnPath => &[],
        };
        rates.chain(named).map(String::as_str)
    }

    /// The same with the rates that lead from its currency to that of GDP.
    ///
    /// # Errors
    /// Two rates between which nothing chooses.
    pub fn at_rates(self, known: &Rates<'_>, of_gdp: Currency) -> Result<Self> {
        Ok(Self { rates: known.in_each_year(self.currency, of_gdp)?, ..self })
    }

    /// The rates of its one year; several years together have no one rate.
    pub(super) fn rates_in(&self, years: YearRange) -> Option<&[Rate]> {
        self.rates.get(&years.first()).filter(|_| years.first() == years.last()).map(Vec::as_slice)
    }

    /// The same, made for some years.
    #[must_use]
    pub fn for_years(self, when: Option<When>) -> Self {
        Self { is_mean: matches!(when, Some(When::Mean(_))), ..self }
    }
}

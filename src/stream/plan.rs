//! What each line of a scenario file is asked: which pledges name its year.

use crate::error::Result;
use crate::pledge::When;
use crate::quantity::{Country, Currency, Digits, Money, Year, YearRange};
use crate::question::Asked;

use super::request::Request;

/// Pledges by country and year.
pub(super) struct Plan<'a> {
    pub(super) asked: &'a [Asked],
    /// The names that no scenario of the file may have.
    pub(super) taken: &'a [String],
    /// The countries that have pledges, in order of their codes.
    pub(super) countries: Vec<Whose>,
}

/// The pledges of a country, each by its place among those that are asked about.
pub(super) struct Whose {
    pub(super) country: Country,
    /// The currency of its GDP.
    pub(super) currency: Currency,
    /// For each year from [`Year::FIRST`] the pledges that name it.
    pub(super) yearly: Vec<Vec<usize>>,
    /// The pledges that are sums over years.
    pub(super) sums: Vec<(usize, YearRange)>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(request: &Request<'a>) -> Self {
        let mut plan = Self { asked: request.asked, taken: request.taken, countries: Vec::new() };
        for (index, (pledged, when)) in request.asked.iter().enumerate() {
            // no line is about a country that the file may not be about
            let Some(currency) = request.countries.currency(pledged.country.code().as_bytes()) else { continue };
            let at = plan.place(pledged.country, currency);
            plan.countries[at].add(index, *when, request.years);
        }
        plan
    }

    /// The same without pledges: lines about these countries are taken as they are.
    pub(super) fn about(request: &Request<'a>, countries: impl IntoIterator<Item = Country>) -> Self {
        let mut plan = Self { asked: &[], taken: request.taken, countries: Vec::new() };
        for country in countries {
            if let Some(currency) = request.countries.currency(country.code().as_bytes()) {
                plan.place(country, currency);
            }
        }
        plan
    }

    /// Whether no scenario of the file may have this name.
    pub(super) fn is_taken(&self, scenario: &str) -> bool {
        self.taken.iter().any(|taken| taken == scenario)
    }

    /// Where a country with pledges stands.
    pub(super) fn find(&self, code: [u8; 3]) -> Option<usize> {
        self.countries.binary_search_by(|whose| whose.country.code().as_bytes().cmp(&code[..])).ok()
    }

    /// Where a country stands, new or not.
    fn place(&mut self, country: Country, currency: Currency) -> usize {
        self.countries.binary_search_by_key(&country, |whose| whose.country).unwrap_or_else(|at| {
            let yearly = Year::FIRST.to(Year::LAST).map(|_| Vec::new()).collect();
            self.countries.insert(at, Whose { country, currency, yearly, sums: Vec::new() });
            at
        })
    }
}

impl Whose {
    /// GDP that a line states, and its digits.
    ///
    /// # Errors
    /// They are none of a decimal.
    pub(super) fn gdp(&self, stated: &[u8]) -> Result<(Money, String)> {
        let stated = String::from_utf8_lossy(stated).into_owned();
        Ok((Money::from_millions(Digits::FEED.parse(&stated)?, self.currency), stated))
    }

    fn add(&mut self, index: usize, when: Option<When>, asked: Option<YearRange>) {
        let asks_about = |years: YearRange| asked.is_none_or(|asked| asked.overlaps(years));
        if let Some(years) = when.and_then(When::together) {
            self.sums.extend(asks_about(years).then_some((index, years)));
        }
        for (year, pledges) in Year::FIRST.to(Year::LAST).zip(&mut self.yearly) {
            pledges.extend((asks_about(year.into()) && when.is_none_or(|when| when.names(year))).then_some(index));
        }
    }
}

//! What each line of a scenario file comes to, worked out once: which pledges name its year, and the parts of their rows that never change.

use crate::error::Result;
use crate::evaluate::{self, Pledged, ShareOfGdp};
use crate::pledge::{Base, Quantity, When};
use crate::quantity::{Country, Currency, Decimal, Digits, Money, Year, YearRange};

use super::exact;
use super::output_buffer::{OutputBuffer, Piece};
use super::request::Request;
use super::scaled::{Dividend, Factor};

/// Pledges by country and year, ready to be written.
pub(super) struct Plan<'a> {
    pub(super) decimals: u32,
    pub(super) entries: Vec<Entry<'a>>,
    /// The countries that have pledges, in order of their codes.
    pub(super) countries: Vec<Whose>,
}

/// The pledges of a country.
pub(super) struct Whose {
    pub(super) country: Country,
    /// The currency of its GDP.
    pub(super) currency: Currency,
    /// For each year from [`Year::FIRST`] the entries that name it.
    pub(super) yearly: Vec<Vec<usize>>,
    /// The entries that are sums over years.
    pub(super) sums: Vec<(usize, YearRange)>,
}

/// A pledge and its row.
pub(super) struct Entry<'a> {
    pub(super) pledged: &'a Pledged,
    /// The cells between scenario and GDP, of a pledge by the year with four digits to write over.
    pub(super) front: Piece,
    /// Where these digits stand.
    pub(super) year_at: usize,
    /// What stands behind GDP.
    pub(super) form: Form,
    /// Of a sum: what stands before and behind GDP where a year is missing, up to the reason.
    pub(super) absent: Option<[Vec<u8>; 2]>,
}

/// How the rest of a row comes about.
pub(super) enum Form {
    /// A share of GDP: its cell, and the three amounts.
    Share { share: Piece, amount: Factor, low: End, high: End },
    /// An amount, divided by GDP: what stands behind the share.
    Quotient { dividend: Dividend, amounts: Vec<u8> },
    /// The same under every GDP.
    Constant(Vec<u8>),
    /// Left to exact decimals.
    Exact,
}

/// An end of what a pledge allows.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// None.
    Open,
    /// The stated figure itself.
    Stated,
    /// Another share of GDP.
    At(Factor),
}

impl<'a> Plan<'a> {
    pub(super) fn new(request: &Request<'a>) -> Self {
        let mut plan = Self { decimals: request.decimals, entries: Vec::new(), countries: Vec::new() };
        for (pledged, when) in request.asked {
            // no line is about a country that the file may not be about
            let Some(currency) = request.countries.currency(pledged.country.code().as_bytes()) else { continue };
            let at = plan.place(pledged.country, currency);
            plan.countries[at].add(plan.entries.len(), *when, request.years);
            plan.entries.push(Entry::new((pledged, *when), currency, request.decimals));
        }
        plan
    }

    /// Where a country with pledges stands.
    pub(super) fn find(&self, code: [u8; 3]) -> Option<usize> {
        self.countries.iter().position(|whose| whose.country.code().as_bytes() == code)
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

    fn add(&mut self, entry: usize, when: Option<When>, asked: Option<YearRange>) {
        let asks_about = |years: YearRange| asked.is_none_or(|asked| asked.overlaps(years));
        if let Some(When::Sum(years)) = when {
            self.sums.extend(asks_about(years).then_some((entry, years)));
        }
        for (year, entries) in Year::FIRST.to(Year::LAST).zip(&mut self.yearly) {
            entries.extend((asks_about(year.into()) && when.is_none_or(|when| when.names(year))).then_some(entry));
        }
    }
}

impl<'a> Entry<'a> {
    /// How much room the row of the entry needs, besides its scenario and what never changes behind GDP.
    pub(super) fn room(&self) -> usize {
        let share = if let Form::Share { share, .. } = &self.form { share.room() } else { 0 };
        self.front.room() + share + 5 * OutputBuffer::NUMBER
    }

    fn new((pledged, when): (&'a Pledged, Option<When>), of_gdp: Currency, decimals: u32) -> Self {
        let sum = match when {
            Some(When::Sum(years)) => Some(years),
            Some(When::Each(_) | When::From(_) | When::By(_)) | None => None,
        };
        let whose = exact::whose(pledged);
        let years = sum.unwrap_or(Year::FIRST.into());
        let front = |currency: Currency| format!("{whose}{years}{}", exact::pledge(pledged, currency.code()));
        let currency = match pledged.pledge.quantity {
            Quantity::Share { .. } => of_gdp,
            Quantity::Amount { currency, .. } => currency,
        };
        let absent = sum.and_then(|years| absent(pledged, years, decimals).ok().flatten());
        Self {
            pledged,
            front: Piece::new(front(currency).as_bytes()),
            year_at: whose.len(),
            form: form(pledged, of_gdp, decimals).unwrap_or(Form::Exact),
            absent: absent.map(|behind| [front(pledged.currency).into_bytes(), behind.into_bytes()]),
        }
    }
}

/// How the rest of a row comes about where GDP is known.
///
/// # Errors
/// A constant cannot be printed: the exact way will say so.
fn form(pledged: &Pledged, of_gdp: Currency, decimals: u32) -> Result<Form> {
    if let Quantity::Share { share, base: Base::Gdp } = pledged.pledge.quantity {
        let end = |bound: Option<Decimal>| match bound {
            None => Some(End::Open),
            Some(percent) if percent == share.percent() => Some(End::Stated),
            Some(percent) => Factor::new(percent, decimals).map(End::At),
        };
        let ends = end(pledged.bounds.low).zip(end(pledged.bounds.high));
        let scaled = Factor::new(share.percent(), decimals).zip(ends);
        let share = Piece::new(format!(",{},", share.percent()).as_bytes());
        return Ok(scaled.map_or(Form::Exact, |(amount, (low, high))| Form::Share { share, amount, low, high }));
    }
    let one = Money::from_millions(Decimal::ONE, of_gdp);
    let outcome = evaluate::on_gdp(pledged, Year::FIRST.into(), Some(one.into()))?;
    let behind = format!("{}{}\n", exact::amounts(&outcome, decimals)?, exact::reason(&outcome));
    Ok(match (outcome.share, outcome.amount) {
        (Some(ShareOfGdp::Quotient(_)), Some(amount)) => Dividend::new(amount.millions())
            .map_or(Form::Exact, |dividend| Form::Quotient { dividend, amounts: behind.into_bytes() }),
        _ => Form::Constant((exact::share(&outcome)? + &behind).into_bytes()),
    })
}

/// What stands behind GDP, up to the reason, where a year of the sum is missing and that is the reason.
///
/// # Errors
/// A constant cannot be printed: the exact way will say so.
fn absent(pledged: &Pledged, years: YearRange, decimals: u32) -> Result<Option<String>> {
    let outcome = evaluate::on_gdp(pledged, years, None)?;
    let behind = exact::share(&outcome)? + &exact::amounts(&outcome, decimals)?;
    Ok(outcome.reason.is_none().then_some(behind))
}

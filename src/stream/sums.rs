//! What a scenario has given, kept until its last line for the pledges that are sums over years.

use crate::quantity::{Year, YearRange};

use super::plan::Whose;
use super::scenario_reader::Fed;
use super::units::index_of;

/// The longest GDP: 15 digits, a point, 6 digits.
const LONGEST: usize = 22;

/// The GDP of one country in the open scenario, in the years that are summed.
pub(super) struct GivenYears {
    /// The first year that is summed, counted from 1900.
    first: usize,
    years: Vec<Option<Stated>>,
    given: bool,
}

#[derive(Clone, Copy)]
struct Stated {
    text: [u8; LONGEST],
    length: usize,
    gdp: u128,
}

impl GivenYears {
    pub(super) fn new(whose: &Whose) -> Self {
        let ends = whose.sums.iter().map(|(_, years)| (index_of(years.first()), index_of(years.last())));
        let (first, end) =
            ends.fold((usize::MAX, 0), |(low, high), (first, last)| (low.min(first), high.max(last + 1)));
        Self { first, years: vec![None; end.saturating_sub(first)], given: false }
    }

    /// Another scenario begins.
    pub(super) fn clear(&mut self) {
        self.years.fill(None);
        self.given = false;
    }

    pub(super) fn keep(&mut self, fed: Fed<'_>) {
        self.given = true;
        let place = fed.year.checked_sub(self.first).and_then(|at| self.years.get_mut(at));
        if let Some((place, length)) = place.zip(Some(fed.stated.len()).filter(|length| *length <= LONGEST)) {
            let mut text = [0; LONGEST];
            text[..length].copy_from_slice(fed.stated);
            *place = Some(Stated { text, length, gdp: fed.gdp });
        }
    }

    /// Whether the scenario has a line about the country.
    pub(super) fn is_given(&self) -> bool {
        self.given
    }

    /// The first of these years that the scenario has not given.
    pub(super) fn missing(&self, years: YearRange) -> Option<Year> {
        years.years().find(|year| self.stated(*year).is_none())
    }

    /// GDP of several years together in millionths of a million, if all are given and it fits; of one year its own text counts.
    pub(super) fn sum(&self, years: YearRange) -> Option<u64> {
        let gdp = years.years().map(|year| self.stated(year).map(|stated| stated.gdp)).sum::<Option<u128>>();
        gdp.filter(|_| years.first() != years.last()).and_then(|gdp| u64::try_from(gdp).ok())
    }

    /// What the scenario has given of these years.
    pub(super) fn values(&self, years: YearRange) -> impl Iterator<Item = (Year, &[u8])> {
        years.years().filter_map(|year| self.stated(year).map(|stated| (year, &stated.text[..stated.length])))
    }

    fn stated(&self, year: Year) -> Option<&Stated> {
        index_of(year).checked_sub(self.first).and_then(|at| self.years.get(at)).and_then(Option::as_ref)
    }
}

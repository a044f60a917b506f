//! The currencies that ISO 4217 gives a country.

use iso_country::data;
use iso_currency::IntoEnumIterator;

use crate::quantity::{Country, Currency};

/// The currencies of a country, in order of their codes: none of one that ISO 3166-1 does not have, several where one follows the other.
pub(super) fn of(country: Country) -> Vec<Currency> {
    let Some(known) = data::all().into_iter().find(|known| known.alpha3 == country.code()) else { return Vec::new() };
    let used = |currency: &iso_currency::Currency| currency.used_by().iter().any(|by| by.to_string() == known.alpha2);
    let codes = iso_currency::Currency::iter().filter(used).map(|currency| currency.code().to_owned());
    codes.filter_map(|code| code.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_has_its_own_currency_and_one_in_change_has_both() {
        let codes = |country: &str| {
            of(country.parse().unwrap()).iter().map(|currency| currency.code()).collect::<Vec<_>>().join(" ")
        };
        let expected = [
            ("EST", "EUR"),
            ("NOR", "NOK"),
            ("POL", "PLN"),
            ("GBR", "GBP"),
            ("USA", "USD"),
            ("CHE", "CHF"),
            ("BGR", "BGN EUR"),
            ("XYZ", ""),
        ];
        assert_eq!(expected.map(|(country, _)| codes(country)), expected.map(|(_, codes)| codes.to_owned()));
    }
}

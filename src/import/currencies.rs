//! Currencies by the names that publishers use.

use crate::quantity::{Country, Currency, Date};

/// Names of currencies, in small letters and in the singular.
const NAMES: &[(&str, &str)] = &[
    ("albanian lek", "ALL"),
    ("australian dollar", "AUD"),
    ("british pound", "GBP"),
    ("british pound sterling", "GBP"),
    ("bulgarian lev", "BGN"),
    ("canadian dollar", "CAD"),
    ("czech koruna", "CZK"),
    ("danish krone", "DKK"),
    ("euro", "EUR"),
    ("hungarian forint", "HUF"),
    ("icelandic krona", "ISK"),
    ("icelandic króna", "ISK"),
    ("japanese yen", "JPY"),
    ("macedonian denar", "MKD"),
    ("norwegian krone", "NOK"),
    ("polish zloty", "PLN"),
    ("polish złoty", "PLN"),
    ("pound sterling", "GBP"),
    ("romanian leu", "RON"),
    ("swedish krona", "SEK"),
    ("swiss franc", "CHF"),
    ("turkish lira", "TRY"),
    ("u.s. dollar", "USD"),
    ("ukrainian hryvnia", "UAH"),
    ("us dollar", "USD"),
];

/// The first year in which a country that has changed to the euro paid in it.
const FIRST_EURO_YEARS: &[(&str, u16)] = &[
    ("BGR", 2026),
    ("CYP", 2008),
    ("EST", 2011),
    ("GRC", 2001),
    ("HRV", 2023),
    ("LTU", 2015),
    ("LVA", 2014),
    ("MLT", 2008),
    ("SVK", 2009),
    ("SVN", 2007),
];

/// Whether a country paid in this currency, which may be its later or its former one, on a day.
pub(super) fn is_of_its_day(currency: Currency, country: Country, day: Date) -> bool {
    let changed = FIRST_EURO_YEARS.iter().find(|(own, _)| *own == country.code());
    changed.is_none_or(|(_, first)| (currency.code() == "EUR") == (day.year().number() >= *first))
}

/// The currency of this name or code, whatever the case of its letters, alone or of several.
pub(super) fn by_name(name: &str) -> Option<Currency> {
    let name = name.trim().to_lowercase();
    let known = |name: &str| NAMES.iter().find(|(own, _)| *own == name).map(|(_, code)| *code);
    let code = known(&name).or_else(|| known(name.strip_suffix('s')?));
    code.map_or_else(|| name.to_uppercase().parse().ok(), |code| code.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_pays_in_the_money_of_the_day() {
        let is = |code: &str, country: &str, day: &str| {
            is_of_its_day(code.parse().unwrap(), country.parse().unwrap(), day.parse().unwrap())
        };
        assert!(is("EUR", "HRV", "2023-07-01") && !is("EUR", "HRV", "2019-07-01"));
        assert!(is("BGN", "BGR", "2025-12-31") && !is("BGN", "BGR", "2026-01-01"));
        assert!(is("EUR", "DEU", "2019-07") && is("NOK", "NOR", "2026-07"));
        assert!(FIRST_EURO_YEARS.is_sorted());
    }

    #[test]
    fn every_name_is_one_of_a_currency() {
        assert!(NAMES.iter().all(|(name, code)| by_name(name).is_some_and(|own| own.code() == *code)));
        assert!(NAMES.is_sorted());
        let named = |name| by_name(name).map(Currency::code);
        assert_eq!(
            ["Euros", "U.S. dollars", "NOK", "doubloon"].map(named),
            [Some("EUR"), Some("USD"), Some("NOK"), None]
        );
    }
}

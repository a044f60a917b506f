//! Currencies by the names that publishers use.

use crate::quantity::Currency;

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

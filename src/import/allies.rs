//! The allies as publishers label them: what their money is called, and when their fiscal year begins.

use crate::quantity::{Country, Currency, Year};

/// An ally, what the names of its money begin with, and the month in which a fiscal year begins that is not the calendar's.
struct Ally {
    code: &'static str,
    money: &'static [(&'static str, &'static str)],
    fiscal: Option<Fiscal>,
}

/// A fiscal year that is not the calendar's.
struct Fiscal {
    month: &'static str,
    /// How many years before the one that it is counted as it begins: that which holds most of its months.
    before: u16,
}

const EURO: &[(&str, &str)] = &[("euro", "EUR")];
const FROM_APRIL: Option<Fiscal> = Some(Fiscal { month: "April", before: 0 });
const FROM_OCTOBER: Option<Fiscal> = Some(Fiscal { month: "October", before: 1 });

const fn ally(code: &'static str, money: &'static [(&'static str, &'static str)]) -> Ally {
    Ally { code, money, fiscal: None }
}

/// Bulgaria, which took the euro in 2026, has the names of two.
const ALLIES: &[Ally] = &[
    ally("ALB", &[("lek", "ALL")]),
    ally("BEL", EURO),
    ally("BGR", &[("lev", "BGN"), ("euro", "EUR")]),
    Ally { fiscal: FROM_APRIL, ..ally("CAN", &[("dollar", "CAD")]) },
    ally("HRV", EURO),
    ally("CZE", &[("korun", "CZK")]),
    ally("DNK", &[("kron", "DKK")]),
    ally("EST", EURO),
    ally("FIN", EURO),
    ally("FRA", EURO),
    ally("DEU", EURO),
    ally("GRC", EURO),
    ally("HUN", &[("forint", "HUF")]),
    ally("ISL", &[("kron", "ISK"), ("krón", "ISK")]),
    ally("ITA", EURO),
    ally("LVA", EURO),
    ally("LTU", EURO),
    ally("LUX", EURO),
    ally("MNE", EURO),
    ally("NLD", EURO),
    ally("MKD", &[("denar", "MKD")]),
    ally("NOR", &[("kron", "NOK")]),
    ally("POL", &[("zlot", "PLN")]),
    ally("PRT", EURO),
    ally("ROU", &[("leu", "RON"), ("lei", "RON")]),
    ally("SVK", EURO),
    ally("SVN", EURO),
    ally("ESP", EURO),
    ally("SWE", &[("kron", "SEK")]),
    ally("TUR", &[("lira", "TRY")]),
    Ally { fiscal: FROM_APRIL, ..ally("GBR", &[("pound", "GBP")]) },
    Ally { fiscal: FROM_OCTOBER, ..ally("USA", &[("dollar", "USD")]) },
];

fn named(country: Country) -> Option<&'static Ally> {
    ALLIES.iter().find(|ally| ally.code == country.code())
}

/// Whether the country is an ally.
pub(super) fn is_ally(country: Country) -> bool {
    named(country).is_some()
}

/// The money of an ally that is called so, as `New Lei` or `US dollars`.
pub(super) fn money(country: Country, words: &str) -> Option<Currency> {
    let words = words.to_lowercase();
    let begins = |stem: &str| words.split_whitespace().any(|word| word.starts_with(stem));
    named(country)?.money.iter().find(|(stem, _)| begins(stem)).and_then(|(_, code)| code.parse().ok())
}

/// Whether the ally's own money is this.
pub(super) fn pays_in(country: Country, currency: Currency) -> bool {
    named(country).is_some_and(|ally| ally.money.iter().any(|(_, code)| *code == currency.code()))
}

/// Which fiscal year is counted as a year, where it is not the calendar's: `fiscal year 2025/26, from April`.
pub(super) fn fiscal_year(country: Country, year: Year) -> Option<String> {
    let Fiscal { month, before } = named(country)?.fiscal.as_ref()?;
    let first = year.number() - before;
    Some(format!("fiscal year {first}/{:02}, from {month}", (first + 1) % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Country {
        code.parse().unwrap()
    }

    #[test]
    fn the_name_of_money_is_that_of_its_country() {
        for (code, words, currency) in [
            ("ALB", "Leks", Some("ALL")),
            ("BGR", "Leva", Some("BGN")),
            ("BGR", "Euros", Some("EUR")),
            ("CAN", "Canadian dollars", Some("CAD")),
            ("ROU", "New Lei", Some("RON")),
            ("NOR", "Kroner", Some("NOK")),
            ("SWE", "Kronor", Some("SEK")),
            ("LVA", "Lats", None),
            ("UKR", "Euros", None),
        ] {
            assert_eq!(money(country(code), words).map(Currency::code), currency, "{code} {words}");
        }
    }

    #[test]
    fn a_fiscal_year_is_counted_as_that_which_holds_most_of_its_months() {
        let year = |code: &str| fiscal_year(country(code), "2025".parse().unwrap());
        assert_eq!(year("GBR").as_deref(), Some("fiscal year 2025/26, from April"));
        assert_eq!(year("USA").as_deref(), Some("fiscal year 2024/25, from October"));
        assert_eq!(year("LVA"), None);
    }

    #[test]
    fn every_code_is_known_once() {
        let codes: std::collections::BTreeSet<&str> = ALLIES.iter().map(|ally| ally.code).collect();
        assert_eq!((codes.len(), ALLIES.len()), (32, 32));
        for (_, code) in ALLIES.iter().flat_map(|ally| ally.money) {
            assert_eq!(code.parse::<Currency>().unwrap().code(), *code);
        }
    }
}

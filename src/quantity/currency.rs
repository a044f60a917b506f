//! Currencies by their ISO 4217 codes, and what people call them.

use std::fmt;
use std::str::FromStr;

use crate::error::{self, Error, Kind, Result};

/// The active codes of ISO 4217 in order, without funds, metals and test codes.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR \
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP \
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG \
    SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF \
    XCD XOF XPF YER ZAR ZMW ZWG";

/// How many letters there are from one code to the next.
const STRIDE: usize = 4;

/// Signs and words that the pledge language takes for a code.
const NAMES: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("zł", "PLN"),
    ("ZŁ", "PLN"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("koruna", "CZK"),
    ("forint", "HUF"),
    ("leu", "RON"),
    ("lei", "RON"),
    ("lev", "BGN"),
    ("leva", "BGN"),
    ("₺", "TRY"),
    ("lira", "TRY"),
    ("yen", "JPY"),
    ("US$", "USD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("NT$", "TWD"),
    ("HK$", "HKD"),
];

/// Words that say together whose money is meant.
const NAMES_OF_TWO: &[(&str, &[&str], &str)] = &[
    ("swiss", &["franc", "francs"], "CHF"),
    ("us", DOLLARS, "USD"),
    ("american", DOLLARS, "USD"),
    ("canadian", DOLLARS, "CAD"),
    ("australian", DOLLARS, "AUD"),
    ("norwegian", CROWNS, "NOK"),
    ("swedish", CROWNS, "SEK"),
    ("danish", CROWNS, "DKK"),
    ("icelandic", CROWNS, "ISK"),
    ("czech", CROWNS, "CZK"),
    ("british", &["pound", "pounds"], "GBP"),
    ("turkish", &["lira"], "TRY"),
];

/// What the money of several countries is called.
const DOLLARS: &[&str] = &["$", "dollar", "dollars"];
const CROWNS: &[&str] = &["crown", "crowns", "kr", "krona", "krone", "kroner", "kronor"];

/// The same with the money that each may mean.
const SHARED: &[(&[&str], &[&str])] =
    &[(DOLLARS, &["USD", "CAD", "AUD", "NZD"]), (CROWNS, &["NOK", "SEK", "DKK", "ISK"])];

/// A currency of the known list, by its three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(&'static str);

impl Currency {
    /// What messages show in examples.
    pub(crate) const EXAMPLE: Self = Self("EUR");

    /// The code, as `EUR`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Whether a character is a currency by itself, or ends one, as in `US$`.
    #[must_use]
    pub(crate) fn is_sign(character: char) -> bool {
        matches!(character, '€' | '£' | '₺' | '$')
    }

    /// The names that a misspelt one was most likely meant to be.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// The one that a word means wherever it is said: a code or a name in any case, or a sign.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let code = || {
            <[u8; 3]>::try_from(word.as_bytes())
                .ok()
                .and_then(|letters| by_code(letters.map(|b| b.to_ascii_uppercase())))
        };
        code().or_else(|| NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, code)| Self(code)))
    }

    /// What a word means with the next one, as `Swiss` with `francs`, if it means a currency with any.
    #[must_use]
    pub(crate) fn named_with(first: &str) -> Option<impl Fn(&str) -> Option<Self> + use<>> {
        let (_, seconds, code) = NAMES_OF_TWO.iter().find(|(name, ..)| name.eq_ignore_ascii_case(first))?;
        Some(|second: &str| is_one_of(second, seconds).then_some(Self(code)))
    }

    /// Those that a word may mean, where the money of several countries is called so.
    pub(crate) fn sharing(word: &str) -> Option<impl Iterator<Item = Self> + Clone + use<>> {
        let (_, codes) = SHARED.iter().find(|(words, _)| is_one_of(word, words))?;
        Some(codes.iter().map(|code| Self(code)))
    }
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The currency of a code, found by halves: a pledge is read more often than a list is looked through.
fn by_code(code: [u8; 3]) -> Option<Currency> {
    let at = |index: usize| &CODES[index * STRIDE..index * STRIDE + code.len()];
    let (mut from, mut to) = (0, CODES.len().div_ceil(STRIDE));
    while from < to {
        let middle = from.midpoint(to);
        match at(middle).as_bytes().cmp(&code) {
            std::cmp::Ordering::Less => from = middle + 1,
            std::cmp::Ordering::Equal => return Some(Currency(at(middle))),
            std::cmp::Ordering::Greater => to = middle,
        }
    }
    None
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let known = <[u8; 3]>::try_from(text.as_bytes()).ok().and_then(by_code);
        known.ok_or_else(|| {
            let near = Self::from_word(text).map(|currency| format!("write `{currency}`"));
            // three other letters are another currency, not a slip
            let near = near.or_else(|| {
                let code = error::nearest(text, CODES.split_whitespace()).filter(|_| text.chars().count() != 3)?;
                Some(format!("did you mean `{code}`?"))
            });
            Error::new(Kind::UnknownCurrency { text: text.to_owned() })
                .help("write an ISO 4217 code such as `EUR`")
                .maybe_help(near)
        })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_and_those_that_names_mean_are_among_them() {
        let codes: Vec<&str> = CODES.split_whitespace().collect();
        assert!(codes.is_sorted() && codes.join(" ") == CODES);
        let named = NAMES.iter().map(|(_, code)| *code).chain(NAMES_OF_TWO.iter().map(|(.., code)| *code));
        let shared = SHARED.iter().flat_map(|(_, codes)| codes.iter().copied());
        for code in codes.iter().copied().chain(named).chain(shared) {
            assert_eq!(code.parse::<Currency>().unwrap().code(), code);
            assert_eq!(Currency::from_word(&code.to_lowercase()).unwrap().code(), code);
        }
    }
}

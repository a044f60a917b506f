//! Currencies by their ISO 4217 codes.

use std::fmt;
use std::str::FromStr;

use crate::error::{self, Error, Kind, Result};

/// The active codes of ISO 4217, without funds, metals and test codes.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR \
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP \
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG \
    SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF \
    XCD XOF XPF YER ZAR ZMW ZWG";

/// Signs and words that the pledge language takes for a code.
const NAMES: &[(&str, &str)] = &[("€", "EUR"), ("euro", "EUR"), ("euros", "EUR")];

/// A currency of the known list, by its three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(&'static str);

impl Currency {
    /// What messages show in examples.
    pub(crate) const EXAMPLE: Self = Self("EUR");

    /// The words and codes that a misspelt one was most likely meant to be.
    pub(crate) const WORDS: &[&str] = &["euro", "euros", "EUR", "USD"];

    /// The code, as `EUR`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Whether a character is a currency by itself.
    #[must_use]
    pub(crate) fn is_sign(character: char) -> bool {
        NAMES.iter().any(|(name, _)| name.chars().eq([character]))
    }

    /// The words that the pledge language takes for a currency: a code, `euro` or `euros` in any case, or a sign.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let named = NAMES.iter().find(|(name, _)| *name == word.to_lowercase()).map(|(_, code)| *code);
        named.or_else(|| CODES.split_whitespace().find(|code| code.eq_ignore_ascii_case(word))).map(Self)
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        CODES.split_whitespace().find(|code| *code == text).map(Self).ok_or_else(|| {
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

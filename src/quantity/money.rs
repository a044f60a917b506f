//! Amounts of money.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

use super::decimal::{self, Digits};
use super::{Currency, Ratio};

/// The word between a number and its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// No word.
    One,
    /// `thousand`
    Thousand,
    /// `million`
    Million,
    /// `billion`
    Billion,
    /// `trillion`
    Trillion,
}

impl Scale {
    /// Every scale that has a word, with the words that are read for it; the first is canonical.
    pub(crate) const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Thousand, &["thousand", "k"]),
        (Self::Million, &["million", "m", "mn", "mln", "mio"]),
        (Self::Billion, &["billion", "bn", "bln", "mrd"]),
        (Self::Trillion, &["trillion", "tn"]),
    ];

    /// The scale that a word stands for, in any case.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|w| w.eq_ignore_ascii_case(word)))
            .map(|(scale, _)| *scale)
    }

    /// The canonical word with a blank after it, or nothing.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "thousand ",
            Self::Million => "million ",
            Self::Billion => "billion ",
            Self::Trillion => "trillion ",
        }
    }

    /// The power of ten from this scale to millions.
    pub(crate) fn power(self) -> i32 {
        match self {
            Self::One => -6,
            Self::Thousand => -3,
            Self::Million => 0,
            Self::Billion => 3,
            Self::Trillion => 6,
        }
    }
}

/// An exact amount of one currency, held in millions.
///
/// ```
/// # use pledgebook::quantity::Money;
/// let money: Money = "886466480 EUR".parse()?;
/// assert_eq!(money.millions().to_string(), "886.466480");
/// # Ok::<(), pledgebook::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    millions: Decimal,
    currency: Currency,
}

impl Money {
    /// So many millions of a currency.
    #[must_use]
    pub fn from_millions(millions: Decimal, currency: Currency) -> Self {
        Self { millions, currency }
    }

    /// `number` of a scale.
    ///
    /// # Errors
    /// The amount needs more than 28 digits.
    pub fn scaled(number: Decimal, scale: Scale, currency: Currency) -> Result<Self> {
        Ok(Self { millions: decimal::shift(number, scale.power())?, currency })
    }

    /// The amount in millions.
    #[must_use]
    pub fn millions(self) -> Decimal {
        self.millions
    }

    /// The currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The exact sum of two amounts.
    ///
    /// # Errors
    /// The currencies differ, or the sum needs more than 28 digits.
    pub fn plus(self, other: Self) -> Result<Self> {
        self.same_currency(other)?;
        Ok(Self { millions: decimal::add(self.millions, other.millions)?, ..self })
    }

    /// The exact difference of two amounts.
    ///
    /// # Errors
    /// The currencies differ, or the difference needs more than 28 digits.
    pub fn minus(self, other: Self) -> Result<Self> {
        self.plus(Self { millions: -other.millions, ..other })
    }

    /// This amount as a percentage of `whole`, not divided yet.
    ///
    /// EUR 7.2 million of EUR 43 000 million is 0.0167%:
    /// ```
    /// # use pledgebook::quantity::Money;
    /// let (purl, gdp): (Money, Money) = ("7.2 million EUR".parse()?, "43 billion EUR".parse()?);
    /// assert_eq!(purl.percent_of(gdp)?.round(4)?.to_string(), "0.0167");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The currencies differ, or `whole` is zero.
    pub fn percent_of(self, whole: Self) -> Result<Ratio> {
        self.same_currency(whole)?;
        Ratio::percent(self.millions, whole.millions)
    }

    fn same_currency(self, other: Self) -> Result<()> {
        if self.currency == other.currency {
            return Ok(());
        }
        let (found, expected) = (other.currency.to_string(), self.currency.to_string());
        Err(Error::new(Kind::CurrencyMismatch { found, expected }).help("amounts are not converted"))
    }
}

impl FromStr for Money {
    type Err = Error;

    /// Reads `45 billion EUR`: a number, at most one scale, a currency.
    fn from_str(text: &str) -> Result<Self> {
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default();
        let unit = text.trim().strip_prefix(first).unwrap_or_default();
        let number = Digits::SERIES.parse_before(first, unit).map_err(|error| run_together(first).unwrap_or(error))?;
        let rest: Vec<&str> = words.collect();
        let (scale, currency) = match rest[..] {
            [currency] => (Scale::One, currency),
            [scale, currency] => {
                let known = Scale::from_word(scale).ok_or_else(|| {
                    let words = Scale::WORDS.iter().flat_map(|(_, words)| words.iter().copied());
                    Error::new(Kind::UnknownWord { text: scale.to_owned() })
                        .maybe_help(crate::error::suggest(scale, words))
                })?;
                (known, currency)
            }
            _ => {
                let kind = Kind::MissingUnit { number: text.to_owned() };
                return Err(Error::new(kind)
                    .help(format!("write a number, a scale and a currency, as `45 billion {}`", Currency::EXAMPLE)));
            }
        };
        let money = Self::scaled(number, scale, Currency::from_word(currency).map_or_else(|| currency.parse(), Ok)?)?;
        // it is written in millions, and what is written is read again
        let is_written = Digits::SERIES.parse(&money.millions.normalize().to_string());
        is_written.map_err(|error| error.help("in millions it may have 15 digits before the point and 12 after it"))?;
        Ok(money)
    }
}

/// What is wrong with a number that runs into its unit, as `45%` or `45bn`.
fn run_together(text: &str) -> Option<Error> {
    let number = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit = text.strip_prefix(number).filter(|unit| !unit.is_empty())?;
    Digits::SERIES.parse(number).ok()?;
    Some(match unit {
        "%" => Error::new(Kind::UnknownCurrency { text: unit.to_owned() })
            .help(format!("write a number, a scale and a currency, as `45 billion {}`", Currency::EXAMPLE)),
        _ => Error::new(Kind::MissingBlank { text: text.to_owned() }).help(format!("write `{number} {unit}`")),
    })
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} million {}", self.millions.normalize(), self.currency)
    }
}

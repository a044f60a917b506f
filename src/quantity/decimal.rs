//! Plain decimals: read without a guess, combined without a lost digit.

use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

/// The largest mantissa a [`Decimal`] holds: 96 bits.
pub(super) const LARGEST: u128 = (1 << 96) - 1;
/// The most digits after the point that a [`Decimal`] holds.
const FINEST: u32 = 28;
/// A hyphen, as programs write a minus, and the sign itself.
const MINUS: [char; 2] = ['-', '\u{2212}'];

/// How many digits a number may have: the bound at the border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// At most so many before the point.
    pub before: usize,
    /// At most so many after it.
    pub after: usize,
}

impl Digits {
    /// Numbers in pledges: 12 before the point, 6 after it.
    pub const PLEDGE: Self = Self { before: 12, after: 6 };
    /// Values in series: 15 before the point, 12 after it, since official files have shares of nine decimals.
    pub const SERIES: Self = Self { before: 15, after: 12 };
    /// GDP in scenario files: 15 before the point, 6 after it.
    pub const FEED: Self = Self { before: 15, after: 6 };

    /// Reads a plain decimal: digits, and a point with digits after it; no sign, exponent or separator.
    ///
    /// Trailing zeros are kept, since they say how precise a figure is.
    /// ```
    /// # use pledgebook::quantity::Digits;
    /// assert_eq!(Digits::PLEDGE.parse("5.0")?.to_string(), "5.0");
    /// assert!(Digits::PLEDGE.parse("1e6").is_err());
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// Another text, or more digits than these.
    pub fn parse(self, text: &str) -> Result<Decimal> {
        self.parse_before(text, "")
    }

    /// As [`Digits::parse`]; messages show the number with the `unit` that stands right behind it.
    pub(super) fn parse_before(self, text: &str, unit: &str) -> Result<Decimal> {
        let Some((whole, fraction)) = parts(text) else {
            return Err(not_a_number(text, unit).maybe_help(way_out(text, unit)));
        };
        if whole.len() > self.before || fraction.len() > self.after {
            let Self { before, after } = self;
            let kind = Kind::TooManyDigits { text: format!("{text}{unit}"), before, after };
            let help = match fraction.len() > after {
                true => format!("write at most {after} digits after the point"),
                false => "write a larger unit".to_owned(),
            };
            return Err(Error::new(kind).help(help));
        }
        value(whole, fraction).ok_or_else(|| Error::new(Kind::TooLarge { what: format!("`{text}`") }))
    }

    /// The same without a word on what else might be meant.
    fn value(self, text: &str) -> Option<Decimal> {
        let (whole, fraction) = parts(text)?;
        let has_room = whole.len() <= self.before && fraction.len() <= self.after;
        value(whole, fraction).filter(|_| has_room)
    }

    /// Reads a plain decimal above zero; messages show it with the `unit` right behind it.
    ///
    /// # Errors
    /// As [`Digits::parse`], and zero.
    pub fn parse_positive(self, text: &str, unit: &str) -> Result<Decimal> {
        let bare = text.strip_prefix(MINUS).unwrap_or(text);
        let value = self
            .parse_before(bare, unit)
            .map_err(|error| if bare == text { error } else { not_a_number(text, unit) })?;
        if value.is_zero() || bare != text {
            return Err(
                Error::new(Kind::NotPositive { text: format!("{text}{unit}") }).help("write a value above zero")
            );
        }
        Ok(value)
    }

    /// Reads a plain decimal that may have a minus before it, or the sign of one that is printed for people.
    ///
    /// # Errors
    /// As [`Digits::parse`].
    pub fn parse_signed(self, text: &str) -> Result<Decimal> {
        self.parse_signed_before(text, "")
    }

    /// As [`Digits::parse_signed`]; messages show the number with the `unit` that stands right behind it.
    pub(crate) fn parse_signed_before(self, text: &str, unit: &str) -> Result<Decimal> {
        match text.strip_prefix(MINUS) {
            Some(bare) => self.parse_before(bare, unit).map(|value| -value),
            None => self.parse_before(text, unit),
        }
    }
}

/// The digits before the point of a plain number, and those after it.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (is_plain(whole) && fraction.is_none_or(is_plain)).then(|| (whole, fraction.unwrap_or_default()))
}

/// What the digits of a number say, if there is room for it.
fn value(whole: &str, fraction: &str) -> Option<Decimal> {
    let digits = |sum: i128, digit: u8| sum.checked_mul(10)?.checked_add(i128::from(digit - b'0'));
    let digits = whole.bytes().chain(fraction.bytes()).try_fold(0, digits)?;
    exact(digits, u32::try_from(fraction.len()).ok()?)
}

fn not_a_number(text: &str, unit: &str) -> Error {
    Error::new(Kind::NotANumber { text: format!("{text}{unit}") }).help("write digits and at most one decimal point")
}

/// What to write instead of a number that people write otherwise: the rule, and the number by it.
fn way_out(text: &str, unit: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let by = |rule: &str, number: &str| Some(format!("{rule}: `{number}{unit}`"));
    if text != text.trim() && Digits::SERIES.value(text.trim()).is_some() {
        return by("write no blanks around it", text.trim());
    }
    if let Some(fraction) = text.strip_prefix('.').filter(|rest| digits(rest)) {
        return by("write a zero before the point", &format!("0.{fraction}"));
    }
    if let Some(whole) = text.strip_suffix('.').filter(|rest| digits(rest)) {
        return by("write no point without digits after it", whole);
    }
    if let Some(bare) = text.strip_prefix('+').filter(|rest| Digits::SERIES.value(rest).is_some()) {
        return by("write no plus", bare);
    }
    if let Some(number) = without_exponent(text) {
        return by("write all digits, without an exponent", &number);
    }
    match without_separators(text)? {
        Separated::Grouped(number) => by("write no separators between digits", &number),
        Separated::Decimal(number) if text.contains('.') => by("write no separators between digits", &number),
        Separated::Decimal(number) => by("write a decimal point", &number),
        Separated::Either(grouped, decimal) => Some(format!(
            "write `{grouped}{unit}` or `{decimal}{unit}`: a comma may stand for thousands or for decimals"
        )),
    }
}

/// `1e6` as `1000000`.
fn without_exponent(text: &str) -> Option<String> {
    let (number, power) = text.split_once(['e', 'E'])?;
    let number = Digits::SERIES.value(number)?;
    shift(number, power.parse().ok()?).ok().map(|number| number.normalize().to_string())
}

/// What a number with separators may be meant as.
enum Separated {
    Grouped(String),
    Decimal(String),
    /// Nobody can tell `43,953` million from 43.953.
    Either(String, String),
}

/// `1 000` and `1,000,000` are grouped, `43.953,00` and `1,5` decimal, `43,953` either.
fn without_separators(text: &str) -> Option<Separated> {
    let separators = [' ', '\'', '_', '\u{a0}', '\u{202f}', ',', '.'];
    let digit = |c: char| c.is_ascii_digit();
    let numeric =
        text.starts_with(digit) && text.ends_with(digit) && text.chars().all(|c| digit(c) || separators.contains(&c));
    let bare = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let last = text.rfind([',', '.']).filter(|_| numeric);
    let is_grouped = |text: &str| {
        text.split(separators).enumerate().all(|(at, group)| match at {
            0 => !group.is_empty(),
            _ => group.len() == 3,
        })
    };
    let Some(at) = last.filter(|at| text.matches(&text[*at..=*at]).count() == 1) else {
        return (numeric && is_grouped(text)).then(|| Separated::Grouped(bare(text)));
    };
    let (whole, fraction) = (&text[..at], &text[at + 1..]);
    if !is_grouped(whole) {
        return None;
    }
    let decimal = format!("{}.{}", bare(whole), bare(fraction));
    let may_lead_a_group = whole.len() <= 3 && !whole.starts_with('0') && whole.chars().all(digit);
    let is_group = may_lead_a_group && fraction.len() == 3;
    Some(match is_group {
        true => Separated::Either(bare(text), decimal),
        false => Separated::Decimal(decimal),
    })
}

/// The decimal `mantissa` ÷ 10^`scale`, or nothing if it does not fit without losing a digit.
pub(crate) fn exact(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    while (mantissa.unsigned_abs() > LARGEST || scale > FINEST) && scale > 0 && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

pub(super) fn too_large(what: &str) -> Error {
    Error::new(Kind::TooLarge { what: what.to_owned() }).help("write fewer digits")
}

/// The exact product.
///
/// # Errors
/// It needs more than 28 digits.
pub fn multiply(a: Decimal, b: Decimal) -> Result<Decimal> {
    let product = |a: Decimal, b: Decimal| {
        a.mantissa().checked_mul(b.mantissa()).and_then(|mantissa| exact(mantissa, a.scale() + b.scale()))
    };
    // zeros behind the point are taken off only where there is no room for them, since that takes long
    product(a, b).or_else(|| product(a.normalize(), b.normalize())).ok_or_else(|| too_large("a product"))
}

/// The exact sum.
///
/// # Errors
/// It needs more than 28 digits.
pub fn add(a: Decimal, b: Decimal) -> Result<Decimal> {
    let scale = a.scale().max(b.scale());
    let aligned =
        |d: Decimal| 10i128.checked_pow(scale - d.scale()).and_then(|factor| d.mantissa().checked_mul(factor));
    let sum = aligned(a).zip(aligned(b)).and_then(|(a, b)| a.checked_add(b));
    sum.and_then(|sum| exact(sum, scale)).ok_or_else(|| too_large("a sum"))
}

/// The exact difference `a − b`.
///
/// # Errors
/// It needs more than 28 digits.
pub fn subtract(a: Decimal, b: Decimal) -> Result<Decimal> {
    add(a, -b)
}

/// `value` × 10^`power`, exactly.
pub(crate) fn shift(value: Decimal, power: i32) -> Result<Decimal> {
    let factor = 10i128.checked_pow(power.unsigned_abs()).ok_or_else(|| too_large("a number"))?;
    let shifted = if power < 0 {
        exact(value.mantissa(), value.scale() + power.unsigned_abs())
    } else {
        value.mantissa().checked_mul(factor).and_then(|m| exact(m, value.scale()))
    };
    shifted.ok_or_else(|| too_large("a number"))
}

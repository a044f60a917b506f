//! Digits of a scenario file as integers, eight at a time.

use crate::quantity::Year;

use super::separators::equal;
use super::units::{GDP_PLACES, index_of};

/// 1 to 10^6.
const POWERS: [u64; GDP_PLACES as usize + 1] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// GDP in millionths of a million, from the last `length` bytes of a text: digits, a point with digits behind it, above zero.
#[inline]
pub(super) fn parse_gdp(text: &[u8], length: usize) -> Option<u128> {
    match parse_common(text, length) {
        Some(gdp) => Some(gdp.into()),
        None => parse_any(text, length),
    }
}

/// GDP as most files state it: at most eight digits before the point, or no point at all.
#[inline]
fn parse_common(text: &[u8], length: usize) -> Option<u64> {
    let end = u64::from_le_bytes(*text.last_chunk()?);
    let places = (equal(end, b'.').leading_zeros() / 8) as usize;
    let gdp = if places < length.min(POWERS.len()) {
        let (before, whole) = (&text[..text.len() - places - 1], length - places - 1);
        let fraction = digits(end, places)? * POWERS.get(6 - places)?;
        digits(u64::from_le_bytes(*before.last_chunk()?), whole)? * POWERS[6] + fraction
    } else {
        digits(end, length)? * POWERS[6]
    };
    (gdp > 0).then_some(gdp)
}

/// GDP however it is stated.
#[cold]
fn parse_any(text: &[u8], length: usize) -> Option<u128> {
    let cell = text.get(text.len().checked_sub(length)?..)?;
    let point = cell.iter().position(|byte| *byte == b'.');
    let (whole, fraction) = point.map_or((cell, &b"0"[..]), |at| (&cell[..at], &cell[at + 1..]));
    if !(1..=15).contains(&whole.len()) || !(1..POWERS.len()).contains(&fraction.len()) {
        return None;
    }
    let scaled = number(fraction)? * u128::from(POWERS[6 - fraction.len()]);
    Some(number(whole)? * u128::from(POWERS[6]) + scaled).filter(|gdp| *gdp > 0)
}

fn number(digits: &[u8]) -> Option<u128> {
    digits.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u128::from(byte - b'0')))
}

/// The last `count` of eight bytes, at least one, as a number; nothing if one of them is no digit.
///
/// Neighbours are joined in lanes: digits to pairs, pairs to fours, fours to eight.
#[inline]
fn digits(eight: u64, count: usize) -> Option<u64> {
    let kept = u32::try_from(count).ok().and_then(|count| 64u32.checked_sub(8 * count)).filter(|shift| *shift < 64)?;
    let digits = (eight ^ 0x3030_3030_3030_3030) & (u64::MAX << kept);
    // a byte above 9 reaches 128 once 118 is added, or is there already
    if (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    let pairs = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    Some((fours * 10_000 + (fours >> 32)) & 0xFFFF_FFFF)
}

/// A year, counted from the first one.
#[inline]
pub(super) fn parse_year(text: &[u8]) -> Option<usize> {
    let digits = <[u8; 4]>::try_from(text).ok()?.map(|byte| byte.wrapping_sub(b'0'));
    let [thousands, hundreds, tens, units] = digits.map(usize::from);
    let year = thousands * 1000 + hundreds * 100 + tens * 10 + units;
    let index = year.checked_sub(usize::from(Year::FIRST.number()))?;
    (digits.iter().all(|digit| *digit < 10) && index <= index_of(Year::LAST)).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cell at the start of a text, and behind another one.
    fn parsed(cell: &str) -> Option<u128> {
        let behind = format!("s0000001,2026,{cell}");
        let parsed = parse_gdp(behind.as_bytes(), cell.len());
        assert_eq!(parsed, parse_gdp(cell.as_bytes(), cell.len()), "{cell}");
        parsed
    }

    #[test]
    fn gdp_is_read_to_its_last_digit_and_nothing_else_is() {
        for (text, gdp) in [("1", 1_000_000), ("0.000001", 1), ("43953.5", 43_953_500_000), ("007.10", 7_100_000)] {
            assert_eq!(parsed(text), Some(gdp), "{text}");
        }
        assert_eq!(parsed("999999999999999.999999"), Some(999_999_999_999_999_999_999));
        assert_eq!(parsed("123456789"), Some(123_456_789_000_000));
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "0",
            "0.000000",
            "-1",
            "1e6",
            "1_0",
            "1.0000000",
            "1234567890123456",
            "1.2.3",
            "1 ",
            "ā",
        ] {
            assert_eq!(parsed(text), None, "{text}");
        }
        for byte in (0..=255u8).filter(|byte| !byte.is_ascii_digit() && *byte != b'.') {
            assert_eq!(parse_gdp(&[b'1', b'2', b'3', b'4', byte, b'6', b'7', b'8'], 8), None, "{byte}");
        }
    }

    #[test]
    fn a_year_has_four_digits() {
        assert_eq!([parse_year(b"1900"), parse_year(b"2200")], [Some(0), Some(300)]);
        for text in ["1899", "2201", "202", "02026", "20a6", "2:26", "+202"] {
            assert_eq!(parse_year(text.as_bytes()), None, "{text}");
        }
    }
}

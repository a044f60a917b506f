//! Digits of a scenario file as integers, eight at a time.

use crate::quantity::Year;

use super::units::{GDP_PLACES, index_of};

/// 10^6.
const UNIT: u64 = 10u64.pow(GDP_PLACES);

/// GDP in millionths of a million at the start of a text as most files state it, and how many bytes state it: at most eight digits
/// before the point, or no point at all, and above zero. More digits may follow.
#[inline(always)]
pub(super) fn leading_gdp(text: &[u8]) -> Option<(u64, usize)> {
    let (whole, length) = leading_digits(text)?;
    let kept = 64u32.checked_sub(8 * length).filter(|shift| *shift < 64)?;
    let millions = number(whole << kept) * UNIT;
    if text.get(length as usize) != Some(&b'.') {
        return Some((millions, length as usize)).filter(|(gdp, _)| *gdp > 0);
    }
    let (fraction, places) = leading_digits(&text[length as usize + 1..])?;
    let kept = (1..=GDP_PLACES).contains(&places).then(|| u64::MAX >> (64 - 8 * places))?;
    // six digits, zeros in the places of those that are not stated
    let gdp = millions + number((fraction & kept) << 16);
    Some((gdp, (length + 1 + places) as usize)).filter(|(gdp, _)| *gdp > 0)
}

/// GDP in millionths of a million however a cell states it: digits, a point with digits behind it, above zero.
#[cold]
pub(super) fn parse_gdp(cell: &[u8]) -> Option<u128> {
    let point = cell.iter().position(|byte| *byte == b'.');
    let (whole, fraction) = point.map_or((cell, &b"0"[..]), |at| (&cell[..at], &cell[at + 1..]));
    if !(1..=15).contains(&whole.len()) || !(1..=GDP_PLACES as usize).contains(&fraction.len()) {
        return None;
    }
    let places = u32::try_from(fraction.len()).ok()?;
    let scaled = any_number(fraction)? * 10u128.pow(GDP_PLACES - places);
    Some(any_number(whole)? * u128::from(UNIT) + scaled).filter(|gdp| *gdp > 0)
}

fn any_number(digits: &[u8]) -> Option<u128> {
    digits.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u128::from(byte - b'0')))
}

/// The first eight bytes of a text, less `0` each, and how many of them are digits before another byte.
#[inline(always)]
fn leading_digits(text: &[u8]) -> Option<(u64, u32)> {
    let digits = u64::from_le_bytes(*text.first_chunk()?) ^ 0x3030_3030_3030_3030;
    // a byte above 9 reaches 128 once 118 is added, or is there already; what that carries over lies behind it
    let others = (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080;
    Some((digits, others.trailing_zeros() / 8))
}

/// Eight digits as a number.
///
/// Neighbours are joined in lanes: digits to pairs, pairs to fours, fours to eight.
#[inline(always)]
fn number(digits: u64) -> u64 {
    let pairs = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    (fours * 10_000 + (fours >> 32)) & 0xFFFF_FFFF
}

/// The year of four digits at the start of a text, counted from the first one.
#[inline(always)]
pub(super) fn leading_year(text: &[u8]) -> Option<usize> {
    let digits = u32::from_le_bytes(*text.first_chunk()?) ^ 0x3030_3030;
    if (digits.wrapping_add(0x7676_7676) | digits) & 0x8080_8080 != 0 {
        return None;
    }
    let pairs = (digits * 10 + (digits >> 8)) & 0x00FF_00FF;
    let year = (pairs & 0xFF) * 100 + (pairs >> 16);
    let index = (year as usize).checked_sub(usize::from(Year::FIRST.number()))?;
    (index <= index_of(Year::LAST)).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cell by itself, and in front of other text if it is one of many.
    fn parsed(cell: &str) -> Option<u128> {
        let parsed = parse_gdp(cell.as_bytes());
        for behind in ["\ns0000001,2026", ",LVA\ns0000001"] {
            if let Some((gdp, length)) = leading_gdp((cell.to_owned() + behind).as_bytes()) {
                let is_whole = length == cell.len();
                assert_eq!(Some(gdp.into()).filter(|_| is_whole), parsed.filter(|_| is_whole), "{cell}");
            }
        }
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
            let text = [b'1', b'2', b'3', b'4', byte, b'6', b'7', b'8'];
            assert_eq!(parse_gdp(&text), None, "{byte}");
            assert_eq!(leading_gdp(&text), Some((1_234_000_000, 4)), "{byte}");
        }
    }

    #[test]
    fn gdp_as_most_files_state_it_is_read_at_once() {
        for whole in (1..=8).map(|length| &"98700123"[..length]).chain(["0", "00", "00000000", "00000010"]) {
            for fraction in (0..=6).map(|length| &"500102"[..length]).chain(["000000", "000001"]) {
                let cell = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
                let expected = parse_gdp(cell.as_bytes()).map(|gdp| (u64::try_from(gdp).unwrap(), cell.len()));
                for behind in [",AAA,2026", "\nscenario", "\r\nscenario"] {
                    assert_eq!(leading_gdp((cell.clone() + behind).as_bytes()), expected, "{cell}");
                }
            }
        }
        for text in ["", "1", "1,2026", "1.5", ".5,scenario", "1.,scenario", "1.1234567,AAA", "a,2026,5", "-1,scenario"]
        {
            assert_eq!(leading_gdp(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn every_year_is_read() {
        for year in 1900..=2200usize {
            for behind in ["", ",5", "0"] {
                assert_eq!(leading_year(format!("{year}{behind}").as_bytes()), Some(year - 1900));
            }
        }
    }

    #[test]
    fn a_year_has_four_digits() {
        assert_eq!([leading_year(b"1900"), leading_year(b"2200,")], [Some(0), Some(300)]);
        for text in ["1899", "2201", "202", "02026", "20a6", "2:26", "+202"] {
            assert_eq!(leading_year(text.as_bytes()), None, "{text}");
        }
        for (at, byte) in (0..4).flat_map(|at| (0..=255u8).map(move |byte| (at, byte))) {
            let mut text = *b"2026";
            text[at] = byte;
            let expected = std::str::from_utf8(&text).ok().and_then(|text| text.parse::<usize>().ok());
            let expected = expected.filter(|year| byte.is_ascii_digit() && (1900..=2200).contains(year));
            assert_eq!(leading_year(&text), expected.map(|year| year - 1900), "{text:?}");
        }
    }
}

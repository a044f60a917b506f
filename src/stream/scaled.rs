//! Exact arithmetic on scaled integers: what fits is what exact decimals give, what does not fit is left to them.

use crate::quantity::Decimal;

use super::units::{GDP_PLACES, QUOTIENT_PLACES};

/// The largest mantissa of an exact decimal: 96 bits.
const LARGEST: u128 = (1 << 96) - 1;

/// A share by which GDP is multiplied: `mantissa` ÷ 10^`power` of its millionths is the amount in its last printed place.
///
/// 0.25% with two decimals is 25 ÷ 10^8: 43 953 000 000 millionths come to 10988 hundredths, rounded half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Factor {
    mantissa: u64,
    divisor: u64,
    reciprocal: Reciprocal,
    /// The largest GDP whose product the reciprocal divides.
    largest: u64,
}

impl Factor {
    /// The factor of a share in per cent, if it is not negative and fits.
    pub(super) fn new(percent: Decimal, decimals: u32) -> Option<Self> {
        let percent = percent.normalize();
        let power =
            (percent.scale() + 2 + GDP_PLACES).checked_sub(decimals).filter(|power| (1..=18).contains(power))?;
        let (divisor, mantissa) = (10u64.pow(power), u64::try_from(percent.mantissa()).ok()?);
        let largest = (Reciprocal::LARGEST - divisor / 2) / mantissa.max(1);
        Some(Self { mantissa, divisor, reciprocal: Reciprocal::of(divisor), largest })
    }

    /// The amount in its last printed place, rounded once, half up; nothing where it is left to exact decimals.
    #[inline(always)]
    pub(super) fn of(&self, gdp: u128) -> Option<u64> {
        match u64::try_from(gdp) {
            Ok(gdp) if gdp <= self.largest => Some(self.reciprocal.divide(self.mantissa * gdp + self.divisor / 2)),
            Ok(_) | Err(_) => self.of_large(gdp),
        }
    }

    #[cold]
    fn of_large(&self, gdp: u128) -> Option<u64> {
        let product = gdp.checked_mul(self.mantissa.into()).filter(|product| *product <= LARGEST)?;
        u64::try_from((product + u128::from(self.divisor / 2)) / u128::from(self.divisor)).ok()
    }
}

/// Division by a number known beforehand, as a multiplication: n × ⌈2^(64 + s) ÷ d⌉ ÷ 2^(64 + s), where 2^s < d < 2^(s + 1).
///
/// The factor is too large by less than 1, the product by less than n; below 2^63 that is less than 2^(64 + s) ÷ d, so the quotient
/// never reaches the next whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reciprocal {
    factor: u64,
    shift: u32,
}

impl Reciprocal {
    /// The largest number that may be divided.
    const LARGEST: u64 = (1 << 63) - 1;

    /// The reciprocal of a power of ten above one.
    fn of(divisor: u64) -> Self {
        let shift = divisor.ilog2();
        let factor = (1u128 << (64 + shift)).div_ceil(divisor.into());
        Self { factor: u64::try_from(factor).unwrap_or(u64::MAX), shift }
    }

    #[allow(clippy::cast_possible_truncation, reason = "the upper half of 128 bits has 64")]
    #[inline(always)]
    fn divide(self, number: u64) -> u64 {
        ((u128::from(number) * u128::from(self.factor)) >> 64) as u64 >> self.shift
    }
}

/// A fixed amount that is divided by GDP: in the unit that makes the quotient a percentage in its last printed place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dividend(u128);

impl Dividend {
    /// The dividend of an amount in millions, if it fits.
    pub(super) fn new(millions: Decimal) -> Option<Self> {
        let millions = millions.normalize();
        let power = (2 + GDP_PLACES + QUOTIENT_PLACES).checked_sub(millions.scale())?;
        u128::try_from(millions.mantissa()).ok()?.checked_mul(10u128.checked_pow(power)?).map(Self)
    }

    /// The percentage of GDP in its fourth place, rounded once, half up; nothing where it is left to exact decimals.
    pub(super) fn over(self, gdp: u128) -> Option<u64> {
        if let (Ok(above), Ok(below)) = (u64::try_from(self.0), u64::try_from(gdp)) {
            return Some(above / below + u64::from(above % below >= below.div_ceil(2)));
        }
        u64::try_from(self.0 / gdp + u128::from(self.0 % gdp >= gdp.div_ceil(2))).ok()
    }

    /// The places of the percentage.
    pub(super) const PLACES: usize = QUOTIENT_PLACES as usize;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reciprocal_divides() {
        for divisor in (1..=18).map(|power| 10u64.pow(power)) {
            let reciprocal = Reciprocal::of(divisor);
            let edges = [0, 1, Reciprocal::LARGEST / divisor, Reciprocal::LARGEST / divisor / 2 + 1];
            let near = edges.into_iter().flat_map(|times| [times * divisor, (times * divisor).saturating_sub(1)]);
            let spread = (0..1000).map(|step| Reciprocal::LARGEST - step * (Reciprocal::LARGEST / 1001));
            for number in near.chain(spread) {
                assert_eq!(reciprocal.divide(number), number / divisor, "{number} / {divisor}");
            }
        }
    }

    #[test]
    fn a_quarter_per_cent_of_gdp() {
        let factor = Factor::new("0.25".parse().unwrap(), 2).unwrap();
        assert_eq!(factor.of(43_953_000_000), Some(10_988));
        assert_eq!(factor.of(2_000_000), Some(1), "half a hundredth is rounded up");
        assert_eq!(Dividend::new("100".parse().unwrap()).unwrap().over(43_953_000_000), Some(2275));
    }

    /// GDP from the least to the largest that a line may state.
    const GDP: [u128; 9] = [
        1,
        2,
        3,
        1_999_999,
        2_000_000,
        43_953_000_000,
        10_000_000_000_000_000_007,
        100_000_000_000_002_000_000,
        999_999_999_999_999_999_999,
    ];

    #[test]
    fn a_share_is_rounded_half_up_whatever_the_gdp() {
        for (percent, mantissa) in [("0.25", 25), ("3.25", 325), ("12.75", 1275), ("99.99", 9999)] {
            let factor = Factor::new(percent.parse().unwrap(), 2).unwrap();
            for gdp in GDP {
                assert_eq!(
                    u128::from(factor.of(gdp).unwrap()),
                    (gdp * mantissa + 50_000_000) / 100_000_000,
                    "{percent} {gdp}"
                );
            }
        }
    }

    #[test]
    fn what_no_decimal_keeps_is_left_to_decimals() {
        assert_eq!(Factor::new("999999999.99".parse().unwrap(), 2).unwrap().of(GDP[8]), None);
    }

    #[test]
    fn a_quotient_is_rounded_half_up_whatever_the_gdp() {
        for millions in [1u64, 3, 100, 1_000_001, 100_000_007, 1_000_000_000_000] {
            let dividend = Dividend::new(Decimal::from(millions)).unwrap();
            for gdp in GDP {
                let expected = (2 * u128::from(millions) * 10u128.pow(12) + gdp) / (2 * gdp);
                assert_eq!(dividend.over(gdp), u64::try_from(expected).ok(), "{millions} over {gdp}");
            }
        }
    }
}

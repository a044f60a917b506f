//! Quotients of whole numbers of any length: what takes the place of decimals where those have too few digits.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use rust_decimal::Decimal;

use super::decimal::exact;

/// How many digits after the point are kept of what is too long.
const CUT: u32 = 14;

/// A quotient in lowest terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fraction {
    above: BigInt,
    /// Above zero.
    below: BigUint,
}

/// A whole number of at most 256 bits, the lowest digits first.
pub(super) type Digits = [u64; 4];

impl Fraction {
    /// A quotient, whose lower part is not zero.
    pub(super) fn new(above: BigInt, below: &BigInt) -> Self {
        let above = if below.sign() == Sign::Minus { -above } else { above };
        let common = common_divisor(above.magnitude().clone(), below.magnitude().clone());
        Self { above: above / BigInt::from(common.clone()), below: below.magnitude() / common }
    }

    /// That of two decimals.
    pub(super) fn of(above: Decimal, below: Decimal) -> Self {
        Self::new(
            BigInt::from(above.mantissa()) * power_of_ten(below.scale()),
            &(BigInt::from(below.mantissa()) * power_of_ten(above.scale())),
        )
    }

    pub(super) fn from_digits(is_negative: bool, [above, below]: [Digits; 2]) -> Self {
        let whole = |digits: Digits| BigUint::from_bytes_le(&digits.map(u64::to_le_bytes).concat());
        let [above, below] = [above, below].map(whole);
        Self { above: BigInt::from_biguint(if is_negative { Sign::Minus } else { Sign::Plus }, above), below }
    }

    /// Both parts, where each has so few digits.
    pub(super) fn digits(&self) -> Option<[Digits; 2]> {
        Some([digits(self.above.magnitude())?, digits(&self.below)?])
    }

    /// Both parts as decimals, where these hold them.
    pub(super) fn decimals(&self) -> Option<[Decimal; 2]> {
        let decimal = |part: &BigInt| exact(i128::try_from(part).ok()?, 0);
        Some([decimal(&self.above)?, decimal(&self.below())?])
    }

    /// Both parts.
    pub(super) fn whole_numbers(&self) -> [BigInt; 2] {
        [self.above.clone(), self.below()]
    }

    pub(super) fn is_negative(&self) -> bool {
        self.above.sign() == Sign::Minus
    }

    fn below(&self) -> BigInt {
        self.below.clone().into()
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        Self::new(&self.above * other.below() + &other.above * self.below(), &(self.below() * other.below()))
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        Self::new(&self.above * &other.above, &(self.below() * other.below()))
    }

    pub(super) fn compare(&self, other: &Self) -> Ordering {
        (&self.above * other.below()).cmp(&(&other.above * self.below()))
    }

    /// The quotient with `places` digits after the point, rounded half away from zero; nothing where no decimal holds it.
    pub(super) fn round(&self, places: u32) -> Option<Decimal> {
        let twice = 2u8 * self.above.magnitude() * power_of_ten(places).magnitude() + &self.below;
        let rounded = i128::try_from(twice / (2u8 * &self.below)).ok()?;
        Decimal::try_from_i128_with_scale(if self.is_negative() { -rounded } else { rounded }, places).ok()
    }

    /// How many digits after the point it has; nothing where they have no end, which they have if twos and fives alone divide it.
    pub(super) fn places(&self) -> Option<u32> {
        let mut rest = self.below.clone();
        let mut times = |prime: u8| {
            let mut times = 0;
            while (&rest % prime) == BigUint::ZERO {
                rest /= prime;
                times += 1;
            }
            times
        };
        let places = times(2).max(times(5));
        (rest == BigUint::from(1u8)).then_some(places)
    }

    /// The quotient cut behind fourteen digits after the point, with a 1 behind them for what was cut: rounded to fewer it is as the
    /// whole of it.
    pub(super) fn cut(&self) -> Option<Decimal> {
        let scaled = self.above.magnitude() * power_of_ten(CUT).magnitude();
        let rest = u8::from(&scaled % &self.below != BigUint::ZERO);
        let digits = i128::try_from(scaled / &self.below * 10u8 + rest).ok()?;
        Decimal::try_from_i128_with_scale(if self.is_negative() { -digits } else { digits }, CUT + 1).ok()
    }

    /// The degree-th root of first^(degree − step) × last^step, with `places` digits after the point, rounded half away from zero, for
    /// two quotients that are not below zero: the largest s with (2s − 1)^degree × q ≤ p × (2 × 10^places)^degree, p ÷ q being what
    /// the root is of.
    pub(super) fn geometric(first: &Self, last: &Self, (step, degree): (u32, u32), places: u32) -> Option<Decimal> {
        let rest = degree.checked_sub(step).filter(|_| degree > 0 && !first.is_negative() && !last.is_negative())?;
        let of = |one: &BigUint, other: &BigUint| one.pow(rest) * other.pow(step);
        let unit = power_of_ten(places).magnitude() * 2u8;
        let most = of(first.above.magnitude(), last.above.magnitude()) * unit.pow(degree);
        let below = of(&first.below, &last.below);
        let one = BigUint::from(1u8);
        let reaches = |s: &BigUint| (s * 2u8 - &one).pow(degree) * &below <= most;
        let (mut low, mut high) = (BigUint::ZERO, one.clone());
        while reaches(&high) {
            (low, high) = (high.clone(), high * 2u8);
        }
        while &low + &one < high {
            let middle: BigUint = (&low + &high) >> 1;
            if reaches(&middle) { low = middle } else { high = middle }
        }
        Decimal::try_from_i128_with_scale(i128::try_from(low).ok()?, places).ok()
    }
}

fn power_of_ten(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

fn common_divisor(mut one: BigUint, mut other: BigUint) -> BigUint {
    while other != BigUint::ZERO {
        (one, other) = (other.clone(), one % other);
    }
    one
}

fn digits(part: &BigUint) -> Option<Digits> {
    let found = part.to_u64_digits();
    let mut digits = Digits::default();
    digits.get_mut(..found.len())?.copy_from_slice(&found);
    Some(digits)
}

//! Whether so much money is such a share of GDP, or a rise of one such a rise of the other.

use crate::error::{self, Result};
use crate::quantity::{Between, Decimal, Interval, Ratio};

use super::{Counterfactual, Spent};

error::words! {
    /// What becomes of a claim.
    Truth:
    /// What both sides may be the rounding of meets.
    True = "true",
    /// It does not.
    False = "false",
    /// One of the sides is not known.
    Undecided = "undecided",
}

/// Money that is said to be a share of GDP, in millions and in per cent, each with all that it may be the rounding of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed {
    /// The money.
    pub money: Between,
    /// The share.
    pub share: Between,
}

impl Claimed {
    /// What the share comes to, in millions: with a share q ± r and GDP g ± h between (q − r) × (g − h) and (q + r) × (g + h).
    ///
    /// 0.2% of 3 213 013 is between 4 820 and 8 033, so that 13.4 billion are not:
    /// ```
    /// use pledgebook::analysis::{Claimed, Truth};
    /// use pledgebook::quantity::{Between, Decimal, Share};
    /// let share: Share = "0.2%".parse()?;
    /// let money = Between { value: Decimal::from(13_400), half: Decimal::from(50) };
    /// let claimed = Claimed { money, share: share.between() };
    /// let computed = claimed.of(&Between::new(Decimal::from(3_213_013), None)?)?;
    /// let ends = [computed.low, computed.high].map(|end| end.unwrap().round(0).unwrap().to_string());
    /// assert_eq!(ends, ["4820", "8033"]);
    /// assert_eq!(claimed.truth(Some(&computed))?, Truth::False);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A part of it needs more than 77 digits.
    pub fn of(&self, gdp: &Between) -> Result<Interval<Ratio>> {
        let ([least, most], [small, large]) = (self.share.ends()?, gdp.ends()?);
        let of = |share, gdp| Ratio::from(share).per_cent(gdp);
        Ok(Interval { low: Some(of(least, small)?), high: Some(of(most, large)?) })
    }

    /// What a rise by the share asks for beyond what would be spent otherwise: the least and the most of [`rise`] with all that the
    /// share, GDP and what was spent before may be; nothing where what the counterfactual needs is not known.
    ///
    /// What was spent before is told by each of its extremes: of a share and money that are published apart each end of the one with each
    /// of the other.
    ///
    /// # Errors
    /// A part of it needs more than 77 digits.
    pub fn beyond(
        &self,
        counterfactual: Counterfactual,
        before: &[Spent],
        gdp: &Between,
        prices: Option<Ratio>,
    ) -> Result<Option<Interval<Ratio>>> {
        let ([least, most], [small, large]) = (self.share.ends()?, gdp.ends()?);
        let (mut low, mut high) = (None, None);
        for before in before {
            let Some(lower) = rise(least, counterfactual, *before, small, prices)? else { return Ok(None) };
            let Some(upper) = rise(most, counterfactual, *before, large, prices)? else { return Ok(None) };
            low = Some(low.map_or(Ok(lower), |low: Ratio| low.min(lower))?);
            high = Some(high.map_or(Ok(upper), |high: Ratio| high.max(upper))?);
        }
        Ok(low.is_some().then_some(Interval { low, high }))
    }

    /// Whether the money is what the share comes to, as far as the digits of both tell; nobody knows where that is not known.
    ///
    /// # Errors
    /// A comparison needs more than 77 digits.
    pub fn truth(&self, computed: Option<&Interval<Ratio>>) -> Result<Truth> {
        let Some(computed) = computed else { return Ok(Truth::Undecided) };
        Ok(if self.money.interval()?.meets(computed)? { Truth::True } else { Truth::False })
    }
}

/// What a rise by a share q of GDP g asks for beyond what would be spent otherwise, in millions: with a share a before it, (a + q) × g
/// less that; nothing where what the counterfactual needs is not known.
///
/// # Errors
/// A part of it needs more than 77 digits.
pub fn rise(
    share: Decimal,
    counterfactual: Counterfactual,
    before: Spent,
    gdp: Decimal,
    prices: Option<Ratio>,
) -> Result<Option<Ratio>> {
    let otherwise = counterfactual.millions(before, Some(gdp), prices)?;
    let known = otherwise.zip(before.share);
    known.map(|(money, reached)| money.gap_to(reached.plus(share)?.per_cent(gdp)?)).transpose()
}

//! What moved a share of GDP between two points: spending, GDP or the definition.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, add, subtract};

/// What was spent at one of two points, and the GDP that it is a share of, both in millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// The money.
    pub money: Decimal,
    /// GDP, which may be what money and a share imply.
    pub gdp: Ratio,
}

/// Two points between which a share of GDP moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The first point.
    pub from: At,
    /// The second.
    pub to: At,
    /// The money of the second point under the definition of the first: what it is where both are under one.
    pub alike: Decimal,
}

/// What a part of a change comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// In millions.
    pub million: Ratio,
    /// In points of GDP.
    pub points: Ratio,
}

/// The parts of a change, and the whole, which is their sum without a remainder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// What other spending moves, as the mean of its effects at both GDPs.
    pub spending: Effect,
    /// What another GDP moves, as the mean of its effects at both amounts.
    pub gdp: Effect,
    /// What another definition moves, at the second point.
    pub definition: Effect,
    /// All of them together.
    pub total: Effect,
}

/// What is pledged in each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// So many per cent of its GDP.
    Share(Decimal),
    /// So many millions.
    Amount(Decimal),
}

impl At {
    /// The share of GDP, in per cent.
    ///
    /// # Errors
    /// GDP is zero, or a part of the quotient needs more than 28 digits.
    pub fn share(&self) -> Result<Ratio> {
        Ratio::from(self.money).percent_of(self.gdp)
    }

    /// What is missing to a pledge: millions, and points of GDP.
    ///
    /// # Errors
    /// As [`At::share`].
    pub fn gap_to(&self, target: Target) -> Result<Effect> {
        let (million, percent) = match target {
            Target::Share(share) => (self.gdp.per_cent(share)?, share.into()),
            Target::Amount(amount) => (amount.into(), Ratio::from(amount).percent_of(self.gdp)?),
        };
        let million = Ratio::from(self.money).gap_to(million)?;
        Ok(Effect { million, points: self.share()?.gap_to(percent)? })
    }
}

impl Change {
    /// The parts of a change of the share: with money s and GDP g, spending moves it by (s₁ − s₀) × (1 ÷ g₀ + 1 ÷ g₁) ÷ 2 and GDP by
    /// (s₀ + s₁) ÷ 2 × (1 ÷ g₁ − 1 ÷ g₀), where s₁ is under the definition of the first point; from there to the money under its own
    /// one the definition moves it by the difference ÷ g₁. In per cent, and money in millions, which GDP does not move.
    ///
    /// 100 of 5 000 are 2%, 150 of 6 000 are 2.5%: spending alone would have moved it by 0.92 points, GDP alone by −0.42:
    /// ```
    /// use pledgebook::analysis::{At, Change};
    /// use pledgebook::quantity::Decimal;
    /// let at = |money: i64, gdp: i64| At { money: money.into(), gdp: Decimal::from(gdp).into() };
    /// let parts = Change::new(at(100, 5_000), at(150, 6_000)).of_share()?;
    /// let printed = |points: pledgebook::quantity::Ratio| points.round(2).map(|points| points.to_string());
    /// assert_eq!(printed(parts.spending.points)?, "0.92");
    /// assert_eq!(printed(parts.gdp.points)?, "-0.42");
    /// assert_eq!(printed(parts.total.points)?, "0.50");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// GDP is zero, or a part of a quotient needs more than 28 digits.
    pub fn of_share(&self) -> Result<Parts> {
        let Self { from, to, alike } = self;
        let [before, after] = [from, to].map(|at| Ratio::from(Decimal::ONE).percent_of(at.gdp));
        let (before, after) = (before?, after?);
        let (more, other) = (subtract(*alike, from.money)?, subtract(to.money, *alike)?);
        Ok(Parts {
            spending: Effect { million: more.into(), points: before.plus(after)?.times(more)?.over(Decimal::TWO)? },
            gdp: Effect {
                million: Decimal::ZERO.into(),
                points: before.gap_to(after)?.times(add(from.money, *alike)?)?.over(Decimal::TWO)?,
            },
            definition: Effect { million: other.into(), points: after.times(other)? },
            total: Effect { million: add(more, other)?.into(), points: from.share()?.gap_to(to.share()?)? },
        })
    }

    /// The same of what is missing to a pledge, of a ceiling what is left below it: more spending takes from it as much as it raises the
    /// share, and more GDP adds to that of a share, in money by the share of what it grew by.
    ///
    /// # Errors
    /// As [`Change::of_share`].
    pub fn of_gap(&self, target: Target) -> Result<Parts> {
        let owed = |money| match target {
            Target::Share(_) => Ok(money),
            Target::Amount(amount) => subtract(money, amount),
        };
        let beyond = |at: At| Ok::<_, crate::Error>(At { money: owed(at.money)?, ..at });
        let beyond = Self { from: beyond(self.from)?, to: beyond(self.to)?, alike: owed(self.alike)? };
        let Parts { spending, gdp, definition, total } = beyond.of_share()?;
        let asked = match target {
            Target::Share(share) => self.from.gdp.gap_to(self.to.gdp)?.per_cent(share)?,
            Target::Amount(_) => Decimal::ZERO.into(),
        };
        let more = |effect: Effect| Ok::<_, crate::Error>(Effect { million: effect.million.plus(asked)?, ..effect });
        Ok(Parts {
            spending: spending.reversed()?,
            gdp: more(gdp.reversed()?)?,
            definition: definition.reversed()?,
            total: more(total.reversed()?)?,
        })
    }

    /// Two points under one definition.
    #[must_use]
    pub fn new(from: At, to: At) -> Self {
        Self { from, to, alike: to.money }
    }
}

impl Effect {
    /// The same the other way round.
    fn reversed(&self) -> Result<Self> {
        let zero = Decimal::ZERO;
        Ok(Self { million: self.million.gap_to(zero)?, points: self.points.gap_to(zero)? })
    }
}

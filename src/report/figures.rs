//! Figures in the words of a language: grouped, whole on their line, with the digits that tell them apart.

use crate::book::Observation;
use crate::chart::words::{AMOUNTS, GAP};
use crate::error::Result;
use crate::pledge::Base;
use crate::quantity::text::plain;
use crate::quantity::{Currency, Decimal, Money, Ratio, round};
use crate::verdict::{Case, Judgement, Measure, Spent, beside};

use super::wording::Wording;
use super::words::FINDING;

/// How many words there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// In a sentence.
    Full,
    /// In a table, whose amounts are in this currency where they name none.
    Short(Option<Currency>),
}

impl Wording<'_> {
    /// An amount in millions, with the three digits that people read, or as many more as tell it from others.
    pub(super) fn millions(self, millions: Decimal, others: &[Ratio]) -> Result<String> {
        let limits = [1, 10, 100].map(Decimal::from);
        let places = limits.iter().map(|limit| u32::from(millions.abs() < *limit)).sum();
        Ok(self.lang.number(&plain(beside(&millions.into(), &[&[Decimal::ZERO.into()], others].concat(), places)?)))
    }

    fn rounded(self, number: Decimal, places: u32) -> Result<String> {
        Ok(self.lang.number(&plain(round(number, places)?)))
    }

    /// The same with its currency: `EUR 161 million`.
    pub(super) fn money(self, currency: Currency, millions: Decimal) -> Result<String> {
        self.amount(Money::from_millions(millions, currency), Length::Full)
    }

    /// An amount in millions, in as many words as there is room for.
    fn amount(self, money: Money, length: Length) -> Result<String> {
        let (code, millions) = (money.currency().code(), self.millions(money.millions(), &[])?);
        Ok(match length {
            Length::Full => (self.say(&AMOUNTS).millions)(code, &millions),
            Length::Short(own) if own == Some(money.currency()) => millions,
            Length::Short(_) => (self.say(&GAP).millions)(code, &millions),
        })
    }

    /// Percentage points, of which there are some.
    pub(super) fn points(self, points: &Ratio, length: Length) -> Result<String> {
        let size = self.lang.number(&beside(points, &[Decimal::ZERO], 2)?.abs().to_string());
        Ok(match length {
            Length::Full => (self.say(&FINDING).points)(&size),
            Length::Short(_) => (self.say(&GAP).points)(&size),
        })
    }

    /// The figure that is to be reached: as it was stated, or what it came to where it was set against a year.
    pub(super) fn pledged(self, case: &Case<'_>) -> Result<String> {
        match case.reference {
            Some(_) => self.exactly(case, &case.scale.value),
            None => Ok(self.stated(case.pledged.pledge)),
        }
    }

    /// A figure in the unit of a pledge, with the digits that tell it from what it is measured by.
    pub(super) fn in_unit(self, case: &Case<'_>, value: &Ratio) -> Result<String> {
        let measures = [case.scale.value, case.scale.limit()?];
        match base(case) {
            Some(base) => Ok(self.share(beside(value, &measures, 2)?, base)),
            None => {
                let millions = self.millions(value.round(6)?, &measures)?;
                Ok((self.say(&AMOUNTS).millions)(case.pledged.currency.code(), &millions))
            }
        }
    }

    /// The same as finely as its ends are printed.
    pub(super) fn finely(self, case: &Case<'_>, value: &Ratio) -> Result<String> {
        let fine = |base| Ok(self.share(beside(value, &[case.scale.value, case.scale.limit()?], 3)?.normalize(), base));
        base(case).map_or_else(|| self.in_unit(case, value), fine)
    }

    /// A value in the unit of a pledge with all of its digits where these have an end.
    pub(super) fn exactly(self, case: &Case<'_>, value: &Ratio) -> Result<String> {
        let value = value.ended_or(4)?;
        Ok(match base(case) {
            Some(base) => self.share(value.normalize(), base),
            None => (self.say(&AMOUNTS).millions)(case.pledged.currency.code(), &self.lang.number(&plain(value))),
        })
    }

    /// An end of what a figure may be, with the digits that tell it from the last that is not missed.
    pub(super) fn end(self, case: &Case<'_>, end: &Ratio) -> Result<String> {
        let places = if case.is_share() { 3 } else { 2 };
        let end = beside(end, &[case.scale.limit()?], places)?;
        Ok(match base(case) {
            Some(_) => self.lang.percent(&self.lang.number(&plain(end))),
            None => self.exactly(case, &end.into())?,
        })
    }

    /// What was spent, as an amount, as a share, or as both.
    pub(super) fn figure(self, judgement: &Judgement<'_>, length: Length) -> Result<String> {
        let Some((case, spent)) = judgement.case.as_ref().zip(judgement.spent.as_ref()) else {
            return Ok(String::new());
        };
        let amount = spent.amount.map(|money| self.amount(money, length)).transpose()?;
        let share = judgement.measured.percent.as_ref().zip(base(case));
        let share = share.map(|(percent, base)| self.percent(case, spent, percent, (base, length))).transpose()?;
        let is_to_list = amount.is_none() && share.is_none() && (length == Length::Full || spent.rows.len() == 1);
        let published = is_to_list.then(|| self.rows(spent, length)).transpose()?;
        Ok(match (amount, share, length) {
            (Some(amount), Some(share), Length::Full) => format!("{amount}, {share}"),
            (Some(amount), Some(share), Length::Short(_)) => format!("{amount} ({share})"),
            (amount, share, _) => amount.or(share).or(published).unwrap_or_default(),
        })
    }

    /// What was spent as a share: with the digits of its publisher, where these are few.
    fn percent(
        self,
        case: &Case<'_>,
        spent: &Spent<'_>,
        percent: &Ratio,
        (base, length): (Base, Length),
    ) -> Result<String> {
        let published =
            spent.share().filter(|row| spent.amount.is_none() && row.value.scale() <= 2).map(|row| row.value);
        let known = beside(percent, &[case.scale.value, case.scale.limit()?], 2);
        let value = published.map_or(known, Ok)?;
        Ok(match (length, spent.measure) {
            (Length::Full, Measure::Published) => (self.say(&FINDING).as_published)(&self.share(value, base)),
            (Length::Full, Measure::Money) => self.share(value, base),
            (Length::Short(_), _) => self.lang.percent(&self.lang.number(&value.to_string())),
        })
    }

    /// The rows of spending that come to nothing in the unit of the pledge, as they were published.
    fn rows(self, spent: &Spent<'_>, length: Length) -> Result<String> {
        let of = |row: &&Observation| match row.money() {
            Some(money) => self.amount(money, length),
            None => Ok(self.lang.percent(&self.rounded(row.value, 2)?)),
        };
        Ok(self.listed(&spent.rows.iter().map(of).collect::<Result<Vec<_>>>()?))
    }

    /// How far a figure is from the pledge: in money where either is money, else in points.
    pub(super) fn gap(self, judgement: &Judgement<'_>, length: Length) -> Result<String> {
        let measured = &judgement.measured;
        let money = judgement.case.as_ref().zip(measured.gap);
        let money = money
            .map(|(case, gap)| self.amount(Money::from_millions(gap.round(6)?.abs(), case.pledged.currency), length));
        let points = measured.gap_points.as_ref().filter(|_| !in_money(judgement));
        let points = points.map(|points| self.points(points, length));
        points.or(money).transpose().map(Option::unwrap_or_default)
    }
}

/// Whether a figure or the pledge that it is held against is money.
pub(super) fn in_money(judgement: &Judgement<'_>) -> bool {
    let spent = judgement.spent.as_ref().is_some_and(|spent| spent.amount.is_some());
    spent || !is_share(judgement)
}

/// Whether the pledge is a share.
pub(super) fn is_share(judgement: &Judgement<'_>) -> bool {
    judgement.case.as_ref().is_some_and(Case::is_share)
}

/// What figures are held against a pledge as shares of; nothing of an amount.
pub(super) fn base(case: &Case<'_>) -> Option<Base> {
    case.is_share().then(|| case.pledged.pledge.base().unwrap_or(Base::Gdp))
}

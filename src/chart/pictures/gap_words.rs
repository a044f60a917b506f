//! How far a figure is from a pledge, as a verdict has it, in words; and the form of the verdict.

use crate::chart::figure::Standing;
use crate::chart::words::{GAP, Lang, Side};
use crate::quantity::Decimal;
use crate::table::{Cell, Pledge, Verdict};

use super::table_rows::{fine, printed};

/// The gap of one verdict.
pub(crate) struct Gap<'a> {
    lang: Lang,
    pub(crate) currency: &'a str,
    pub(crate) money: &'a Cell,
    points: &'a Cell,
    ceiling: bool,
}

impl<'a> Gap<'a> {
    /// That from a pledge, in money and in points, if it is known in either.
    pub(crate) fn of(pledge: Pledge, money: &'a Cell, points: &'a Cell, in_words: (&'a str, Lang)) -> Option<Self> {
        let (currency, lang) = in_words;
        money.number().or(points.number())?;
        Some(Self { lang, currency, money, points, ceiling: pledge.is_ceiling() })
    }

    /// On which side of the pledge the figure is.
    pub(crate) fn side(&self) -> Side {
        let gap = self.money.number().or(self.points.number()).unwrap_or_default();
        match (self.ceiling, gap > Decimal::ZERO, gap < Decimal::ZERO) {
            (false, true, _) => Side::Short,
            (false, _, true) => Side::Beyond,
            (true, true, _) => Side::Below,
            (true, _, true) => Side::Over,
            (_, false, false) => Side::Even,
        }
    }

    /// The gap without its sign, in money and in points of GDP; one too small for its digits is less than the last of them.
    pub(crate) fn sizes(&self) -> [String; 2] {
        let size = |text: String| {
            let size = text.trim_start_matches('\u{2212}');
            let gone = self.side() != Side::Even && !size.contains(|letter| matches!(letter, '1'..='9'));
            match size.strip_suffix('0').filter(|_| gone) {
                Some(digits) => format!("<{digits}1"),
                None => size.to_owned(),
            }
        };
        let known = |cell: &Cell, text: fn(&Cell, Lang) -> String| cell.number().map(|_| size(text(cell, self.lang)));
        [known(self.money, fine).unwrap_or_default(), known(self.points, printed).unwrap_or_default()]
    }

    /// `short by EUR 161 m` and `0.37 pp`; the latter empty where there is no gap, where it is unknown, or where it stands alone.
    pub(crate) fn words(&self) -> [String; 2] {
        let (say, [money, points]) = (GAP.of(self.lang), self.sizes());
        let points = if points.is_empty() { points } else { (say.points)(&points) };
        if money.is_empty() {
            return [(say.gap)(self.side(), &points), String::new()];
        }
        let gap = (say.gap)(self.side(), &(say.millions)(self.currency, &money));
        [gap, if self.side() == Side::Even { String::new() } else { points }]
    }
}

/// What a verdict is drawn as.
pub(crate) fn standing(verdict: Verdict) -> Standing {
    match verdict {
        Verdict::Met => Standing::Met,
        Verdict::MetRounded => Standing::MetRounded,
        Verdict::Missed => Standing::Missed,
        Verdict::Undecided => Standing::Undecided,
        Verdict::Incomparable | Verdict::Open => Standing::Unjudged,
    }
}

//! What a row of the scoreboard shows of a verdict: its signs and its words.

use crate::chart::figure::{Bullet, Role, Sign, Standing};
use crate::chart::words::{AMOUNTS, SCOREBOARD, SHARED, Side};
use crate::table::{Base, Cell, Measure, Quantity, Verdict};

use super::super::gap_words::{Gap, standing};
use super::super::table_rows::{bracketed, drawn_as, fine, inside, place, printed};
use super::judged::Judged;

/// Those of the parts that say something.
pub(super) fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Judged<'_> {
    /// An amount with its currency; empty where it is unknown.
    fn money(&self, cell: &Cell) -> String {
        let amount = |_| (AMOUNTS.of(self.lang).millions)(self.currency, &fine(cell, self.lang));
        cell.number().map(amount).unwrap_or_default()
    }

    /// The figure as it is measured: a share with its money, or money alone.
    fn figure(&self) -> String {
        let (say, lang, base) = (SCOREBOARD.of(self.lang), self.lang, self.pledge.base());
        let is_share = base.is_some() || self.measure == Some(Measure::Published);
        let share = self.share.number().filter(|_| is_share).map(|_| lang.percent(&printed(self.share, lang)));
        let share =
            share.map(|share| if base.is_none_or(|base| base == Base::Gdp) { (say.of_gdp)(&share) } else { share });
        joined([&share.unwrap_or_default(), &self.money(self.spent), self.publisher])
    }

    /// What the figure is drawn as.
    pub(super) fn sign(&self) -> Sign {
        let role = self.kind.map_or(Role::Outturn, drawn_as);
        if self.measure == Some(Measure::Published) { Sign::Share(role) } else { Sign::Money(role) }
    }

    /// Whether its slack decides: the figure lies within it.
    fn is_tolerated(&self) -> bool {
        let (reached, (low, high)) = (ratio(self.of_pledge), self.allowed());
        self.verdict == Verdict::MetRounded
            || reached.is_some_and(|reached| reached != 1.0 && (low..=high).contains(&reached))
    }

    /// From where to where it passes, of the pledge.
    fn allowed(&self) -> (f64, f64) {
        let slack = ratio(self.slack).unwrap_or_default();
        if self.pledge.is_ceiling() { (1.0, 1.0 + slack) } else { (1.0 - slack, 1.0) }
    }

    /// Between what the figure lies, of the pledge, where that leaves the verdict open.
    pub(super) fn between(&self) -> Option<(f64, f64)> {
        let undecided = self.verdict == Verdict::Undecided;
        let reached = ratio(self.of_pledge).zip(self.share.number()).filter(|_| undecided);
        let [low, high] = self.ends.map(|end| end.number().map(place));
        let ((reached, share), (low, high)) = reached.zip(low.zip(high))?;
        Some((reached * low / place(share), reached * high / place(share)))
    }

    /// The upper end of a range, of its lower one.
    fn until(&self) -> Option<f64> {
        match self.pledge.quantity {
            Quantity::Shares { low, high, .. } => Some(place(high.percent()) / place(low.percent())),
            Quantity::Amounts { low, high } => {
                let [low, high] = [low, high].map(|end| end.money().ok().map(|money| place(money.millions())));
                Some(high? / low?)
            }
            Quantity::Share { .. } | Quantity::Amount(_) | Quantity::Relative { .. } => None,
        }
    }

    /// The row; of a pledge that the row above has as well without the words of that.
    pub(super) fn bullet(&self, goes_on: bool) -> Bullet {
        let (say, lang) = (SCOREBOARD.of(self.lang), self.lang);
        let years = self.printed_years();
        let (figure, named) = (self.figure(), (say.verdict)(self.verdict));
        let named = self.kind.map_or(named.to_owned(), |kind| format!("{named} ({})", (SHARED.of(lang).kind)(kind)));
        let own = match self.pledge.quantity {
            Quantity::Amount(_) | Quantity::Amounts { .. } => String::new(),
            Quantity::Share { .. } | Quantity::Shares { .. } | Quantity::Relative { .. } => self.money(self.pledged),
        };
        let tolerated = self.tolerated.pledge().filter(|_| self.is_tolerated());
        Bullet {
            title: if goes_on { String::new() } else { self.title.to_owned() },
            pledge: (say.pledge)(&lang.pledge(self.pledge), &years, &own),
            mark: lang.short_pledge(self.pledge),
            until: self.until(),
            reached: ratio(self.of_pledge),
            between: self.between(),
            allowed: self.allowed(),
            tolerance: tolerated.map(|pledge| (say.tolerated)(&lang.short_pledge(pledge))).unwrap_or_default(),
            sign: self.sign(),
            standing: if self.superseded { Standing::Unjudged } else { standing(self.verdict) },
            verdict: if self.superseded { (say.superseded)(&named) } else { named },
            reason: self.reason(),
            figure: match (self.measure, self.under) {
                (Some(_), _) => figure,
                (None, "") => say.nothing.to_owned(),
                (None, title) => (say.under)(&inside(bracketed(title))),
            },
        }
    }

    /// What nobody accounts for; else between what the figure lies, where that leaves the verdict open; else how far it is
    /// from the pledge.
    fn reason(&self) -> String {
        let say = SCOREBOARD.of(self.lang);
        let undecided = self.verdict == Verdict::Undecided;
        if undecided && self.unaccounted.number().is_some() {
            return (say.unaccounted)(&self.money(self.unaccounted));
        }
        if undecided && self.ends.iter().all(|end| end.number().is_some()) {
            let [low, high] = self.ends.map(|end| printed(end, self.lang));
            return (say.between)(&low, &self.lang.percent(&high));
        }
        let [money, points] = self.gap.as_ref().map(Gap::words).unwrap_or_default();
        let gap = joined([&money, &points]);
        match (self.verdict, self.gap.as_ref().map(Gap::side)) {
            (Verdict::MetRounded, Some(Side::Even)) => say.itself.to_owned(),
            (Verdict::MetRounded, _) => (say.as_written)(&gap),
            (Verdict::Met | Verdict::Missed | Verdict::Undecided | Verdict::Incomparable | Verdict::Open, _) => gap,
        }
    }
}

/// A part of the pledge.
fn ratio(cell: &Cell) -> Option<f64> {
    cell.number().map(|percent| place(percent) / 100.0)
}

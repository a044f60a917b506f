//! One pledge with its verdict: its words and its bar.

use crate::chart::figure::{Bullet, Role, Sign, Standing};
use crate::chart::words::{AMOUNTS, Lang, SCOREBOARD, SHARED};
use crate::error::Result;
use crate::quantity::{Date, YearRange};
use crate::table::{Cell, Kind, Measure, Pledge, Quantity, Table, Verdict, columns};

use super::super::gap_words::Gap;
use super::super::table_rows::{bracketed, currency, drawn_as, fine, inside, place, printed};

/// One pledge with its verdict.
pub(super) struct Judged<'a> {
    lang: Lang,
    currency: &'a str,
    pub(super) title: &'a str,
    pledge: Pledge,
    years: &'a Cell,
    pledged: &'a Cell,
    /// What still passes.
    tolerated: &'a Cell,
    /// By what it is measured, if there is a figure.
    pub(super) measure: Option<Measure>,
    spent: &'a Cell,
    share: &'a Cell,
    /// What kind of figure it is held against, if there is one.
    pub(super) kind: Option<Kind>,
    pub(super) publisher: &'a str,
    pub(super) of_pledge: &'a Cell,
    slack: &'a Cell,
    gap: Option<Gap<'a>>,
    /// Between what a share lies.
    ends: [&'a Cell; 2],
    unaccounted: &'a Cell,
    pub(super) verdict: Verdict,
    pub(super) announced: &'a Cell,
    definition: &'a str,
    /// The definition under which alone something is published.
    under: &'a str,
    pub(super) superseded: bool,
}

/// Those of the parts that say something.
pub(super) fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl<'a> Judged<'a> {
    /// The rows that state a pledge and bear a verdict.
    pub(super) fn all(table: &'a Table, lang: Lang) -> Result<Vec<Self>> {
        let of = [
            &columns::COMMITMENT,
            &columns::PLEDGE,
            &columns::YEAR,
            &columns::PLEDGED_MILLION,
            &columns::TOLERATED,
            &columns::MEASURE,
            &columns::SPENT_MILLION,
            &columns::SPENT_PCT,
            &columns::SPENT_KIND,
            &columns::SPENT_PUBLISHER,
            &columns::OF_PLEDGE_PCT,
            &columns::SLACK_PCT,
            &columns::GAP_MILLION,
            &columns::GAP_PP,
            &columns::SPENT_PCT_LOW,
            &columns::SPENT_PCT_HIGH,
            &columns::UNACCOUNTED_MILLION,
            &columns::VERDICT,
            &columns::ANNOUNCED,
            &columns::DEFINITION,
            &columns::PUBLISHED_UNDER,
            &columns::SUPERSEDED_BY,
        ];
        let currency = currency(table);
        Ok(table.select(of)?.into_iter().filter_map(|cells| Self::of(cells, (currency, lang))).collect())
    }

    fn of(cells: [&'a Cell; 22], in_words: (&'a str, Lang)) -> Option<Self> {
        let [title, pledge, years, pledged, tolerated, measure, spent, share, rest @ ..] = cells;
        let [
            kind,
            publisher,
            of_pledge,
            slack,
            gap,
            points,
            low,
            high,
            unaccounted,
            verdict,
            announced,
            definition,
            under,
            superseded_by,
        ] = rest;
        let pledge = pledge.pledge()?;
        Some(Self {
            lang: in_words.1,
            currency: in_words.0,
            title: title.words(),
            pledge,
            years,
            pledged,
            tolerated,
            measure: measure.measure(),
            spent,
            share,
            kind: kind.of_figure(),
            publisher: publisher.words(),
            of_pledge,
            slack,
            gap: Gap::of(pledge, gap, points, in_words),
            ends: [low, high],
            unaccounted,
            verdict: verdict.verdict()?,
            announced,
            definition: definition.words(),
            under: under.words(),
            superseded: !superseded_by.words().is_empty(),
        })
    }

    /// Whose figure it is held against, of which definition and years, and by what it is measured: a publisher gives one of each.
    pub(super) fn spending(&self) -> (&str, Option<YearRange>, &str, Option<Measure>) {
        (self.definition, self.years.years(), self.publisher, self.measure)
    }

    /// Whether another row is about the same pledge.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let what = |row: &Self| (row.title, row.pledge, row.years.years());
        what(self) == what(other)
    }

    /// When it was announced, and how far it is from being kept.
    pub(super) fn rank(&self) -> (Option<Date>, u8) {
        let from_kept = match self.verdict {
            Verdict::Met => 0,
            Verdict::MetRounded => 1,
            Verdict::Open => 2,
            Verdict::Incomparable => 3,
            Verdict::Undecided => 4,
            Verdict::Missed => 5,
        };
        (self.announced.date(), from_kept)
    }

    /// An amount with its currency; empty where it is unknown.
    fn money(&self, cell: &Cell) -> String {
        let amount = |_| (AMOUNTS.of(self.lang).millions)(self.currency, &fine(cell, self.lang));
        cell.number().map(amount).unwrap_or_default()
    }

    /// The figure as it is measured: a share of GDP with its money, or money alone.
    fn figure(&self) -> String {
        let (say, lang) = (SCOREBOARD.of(self.lang), self.lang);
        let share = || (say.of_gdp)(&lang.percent(&printed(self.share, lang)));
        let is_share = self.pledge.share_of_gdp().is_some() && self.share.number().is_some();
        let share = if is_share { share() } else { String::new() };
        joined([&share, &self.money(self.spent), self.publisher])
    }

    /// What the figure is drawn as.
    pub(super) fn sign(&self) -> Sign {
        let role = self.kind.map_or(Role::Outturn, drawn_as);
        if self.measure == Some(Measure::Published) { Sign::Share(role) } else { Sign::Money(role) }
    }

    /// Whether its slack decides: the figure lies within it.
    fn is_tolerated(&self) -> bool {
        let (reached, (low, high)) = (ratio(self.of_pledge), self.allowed());
        reached.is_some_and(|reached| reached != 1.0 && (low..=high).contains(&reached))
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
        let years = self.years.printed(0).ok().flatten().unwrap_or_default().replace('-', "–");
        let (figure, named) = (self.figure(), (say.verdict)(self.verdict));
        let named = self.kind.map_or(named.to_owned(), |kind| format!("{named} ({})", (SHARED.of(lang).kind)(kind)));
        let own = if self.pledge.share_of_gdp().is_some() { self.money(self.pledged) } else { String::new() };
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
        if self.verdict == Verdict::MetRounded { (say.as_written)(&gap) } else { gap }
    }
}

/// A part of the pledge.
fn ratio(cell: &Cell) -> Option<f64> {
    cell.number().map(|percent| place(percent) / 100.0)
}

fn standing(verdict: Verdict) -> Standing {
    match verdict {
        Verdict::Met => Standing::Met,
        Verdict::MetRounded => Standing::MetRounded,
        Verdict::Missed => Standing::Missed,
        Verdict::Undecided => Standing::Undecided,
        Verdict::Incomparable | Verdict::Open => Standing::Unjudged,
    }
}

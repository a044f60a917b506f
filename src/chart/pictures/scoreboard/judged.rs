//! One pledge with its verdict: its words and its bar.

use crate::chart::figure::{Bullet, Role, Standing};
use crate::chart::words::{AMOUNTS, Lang, SCOREBOARD, SHARED};
use crate::error::Result;
use crate::quantity::{Date, YearRange};
use crate::table::{Cell, Kind, Pledge, Table, Verdict, columns};

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
    spent: &'a Cell,
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
            &columns::SPENT_MILLION,
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

    fn of(cells: [&'a Cell; 19], in_words: (&'a str, Lang)) -> Option<Self> {
        let [title, pledge, years, pledged, spent, kind, publisher, of_pledge, slack, rest @ ..] = cells;
        let [gap, points, low, high, unaccounted, verdict, announced, definition, under, superseded_by] = rest;
        let pledge = pledge.pledge()?;
        Some(Self {
            lang: in_words.1,
            currency: in_words.0,
            title: title.words(),
            pledge,
            years,
            pledged,
            spent,
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

    /// Whose figure it is held against, of which definition and years: a publisher gives one of each.
    pub(super) fn spending(&self) -> (&str, Option<YearRange>, &str) {
        (self.definition, self.years.years(), self.publisher)
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

    pub(super) fn bullet(&self) -> Bullet {
        let (say, lang) = (SCOREBOARD.of(self.lang), self.lang);
        let ratio = |cell: &Cell| cell.number().map(|percent| place(percent) / 100.0);
        let share = self.of_pledge.number().map(|_| lang.percent(&printed(self.of_pledge, lang))).unwrap_or_default();
        let years = self.years.printed(0).ok().flatten().unwrap_or_default().replace('-', "–");
        let spent = (say.spent)(&self.money(self.spent), &share, self.publisher);
        let named = (say.verdict)(self.verdict);
        let named = self.kind.map_or(named.to_owned(), |kind| format!("{named} ({})", (SHARED.of(lang).kind)(kind)));
        let is_share = self.pledge.share_of_gdp().is_some();
        let own = if is_share { self.money(self.pledged) } else { String::new() };
        let slack = ratio(self.slack).unwrap_or_default();
        Bullet {
            title: self.title.to_owned(),
            pledge: (say.pledge)(&lang.pledge(self.pledge), &years, &own),
            reached: ratio(self.of_pledge),
            allowed: if self.pledge.is_ceiling() { (1.0, 1.0 + slack) } else { (1.0 - slack, 1.0) },
            role: self.kind.map_or(Role::Outturn, drawn_as),
            standing: if self.superseded { Standing::Unjudged } else { standing(self.verdict) },
            verdict: if self.superseded { (say.superseded)(&named) } else { named },
            reason: self.reason(),
            figure: match (spent.is_empty(), self.under) {
                (false, _) => spent,
                (true, "") => say.nothing.to_owned(),
                (true, title) => (say.under)(&inside(bracketed(title))),
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
        joined([&money, &points])
    }
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

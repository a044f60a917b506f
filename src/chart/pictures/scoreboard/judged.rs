//! One pledge with its verdict, as a row of the table has it.

use crate::chart::words::Lang;
use crate::error::Result;
use crate::quantity::{Date, YearRange};
use crate::table::{Cell, Kind, Measure, Pledge, Table, Verdict, columns};

use super::super::gap_words::Gap;
use super::super::table_rows::currency;

/// One pledge with its verdict.
pub(super) struct Judged<'a> {
    pub(super) lang: Lang,
    pub(super) currency: &'a str,
    pub(super) title: &'a str,
    pub(super) pledge: Pledge,
    pub(super) years: &'a Cell,
    pub(super) pledged: &'a Cell,
    /// What still passes.
    pub(super) tolerated: &'a Cell,
    /// By what it is measured, if there is a figure.
    pub(super) measure: Option<Measure>,
    pub(super) spent: &'a Cell,
    pub(super) share: &'a Cell,
    /// What kind of figure it is held against, if there is one.
    pub(super) kind: Option<Kind>,
    pub(super) publisher: &'a str,
    pub(super) of_pledge: &'a Cell,
    pub(super) slack: &'a Cell,
    pub(super) gap: Option<Gap<'a>>,
    /// Between what a share lies.
    pub(super) ends: [&'a Cell; 2],
    pub(super) unaccounted: &'a Cell,
    pub(super) verdict: Verdict,
    pub(super) announced: &'a Cell,
    pub(super) definition: &'a str,
    /// The definition under which alone something is published.
    pub(super) under: &'a str,
    pub(super) superseded: bool,
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

    /// Its years, as `2022–2025`.
    pub(super) fn printed_years(&self) -> String {
        self.years.printed(0).ok().flatten().unwrap_or_default().replace('-', "–")
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
}

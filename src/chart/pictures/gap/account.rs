//! One verdict with a gap: its words and its bars.

use crate::chart::figure::{Hue, Point, Role, Series, Shape};
use crate::chart::words::{GAP, Lang, SCOREBOARD, SHARED, Side};
use crate::error::Result;
use crate::table::{Cell, Kind, Measure, Pledge, Quantity, Table, Verdict, columns};

use super::super::alt_text::Told;
use super::super::gap_words::Gap;
use super::super::scenario_lines::level;
use super::super::table_rows::{currency, drawn_as, fine, place, printed, year};

/// One verdict with a gap.
pub(super) struct Account<'a> {
    lang: Lang,
    pub(super) year: i32,
    pub(super) pledge: Pledge,
    pub(super) pledged: &'a Cell,
    /// In money, unknown where a share alone is published.
    spent: &'a Cell,
    share: &'a Cell,
    pub(super) kind: Kind,
    pub(super) publisher: &'a str,
    pub(super) gap: Gap<'a>,
    pub(super) verdict: Verdict,
    measure: Option<Measure>,
    slack: &'a Cell,
}

impl<'a> Account<'a> {
    /// The rows that have a year, a pledge in money and a gap.
    pub(super) fn all(table: &'a Table, lang: Lang) -> Result<Vec<Self>> {
        let of = [
            &columns::YEAR,
            &columns::PLEDGE,
            &columns::PLEDGED_MILLION,
            &columns::SPENT_MILLION,
            &columns::SPENT_PCT,
            &columns::SPENT_KIND,
            &columns::SPENT_PUBLISHER,
            &columns::GAP_MILLION,
            &columns::GAP_PP,
            &columns::VERDICT,
            &columns::MEASURE,
            &columns::SLACK_PCT,
        ];
        let in_words = (currency(table), lang);
        Ok(table.select(of)?.into_iter().filter_map(|cells| Self::of(cells, in_words)).collect())
    }

    fn of(cells: [&'a Cell; 12], in_words: (&'a str, Lang)) -> Option<Self> {
        let [at, pledge, pledged, spent, share, kind, publisher, gap, points, verdict, measure, slack] = cells;
        let pledge = pledge.pledge()?;
        pledged.number().and(gap.number())?;
        // what is set against a share of another year has no level in money
        let relative = matches!(pledge.quantity, Quantity::Relative { .. });
        measure.measure().filter(|measure| !relative || *measure == Measure::Money)?;
        Some(Self {
            lang: in_words.1,
            year: year(at)?,
            pledge,
            pledged,
            spent,
            share,
            kind: kind.of_figure()?,
            publisher: publisher.words(),
            gap: Gap::of(pledge, gap, points, in_words)?,
            verdict: verdict.verdict()?,
            measure: measure.measure(),
            slack,
        })
    }

    /// Where the pledge and the figure stand; that of a share alone as far from the pledge as the verdict has it.
    fn places(&self) -> [f64; 2] {
        let of = |cell: &Cell| cell.number().map(place);
        let (pledged, gap) = (of(self.pledged).unwrap_or_default(), of(self.gap.money).unwrap_or_default());
        [pledged, of(self.spent).filter(|_| self.has_money()).unwrap_or(pledged - gap)]
    }

    /// From where to where the slack of the pledge reaches, where the figure lies in it so that it decides.
    pub(super) fn tolerance(&self) -> Option<(f64, f64)> {
        let ([pledged, spent], slack) = (self.places(), place(self.slack.number()?) / 100.0);
        let end = if self.pledge.is_ceiling() { pledged * (1.0 + slack) } else { pledged * (1.0 - slack) };
        let (low, high) = (end.min(pledged), end.max(pledged));
        (spent != pledged && (low..=high).contains(&spent)).then_some((low, high))
    }

    /// The figure as it is published: in money, else as a share.
    fn figure(&self) -> String {
        if self.has_money() {
            return fine(self.spent, self.lang);
        }
        self.lang.percent(&printed(self.share, self.lang))
    }

    /// Whether it is the money that is judged and not a published share.
    pub(super) fn has_money(&self) -> bool {
        self.measure != Some(Measure::Published)
    }

    /// What stands below its figure: the kind, and whose it is where others have one of that year.
    pub(super) fn whose(&self, alone: bool) -> String {
        let kind = (SHARED.of(self.lang).kind)(self.kind);
        let kind = if self.has_money() { kind.to_owned() } else { (GAP.of(self.lang).share)(kind) };
        if alone { kind } else { format!("{kind}, {}", self.publisher) }
    }

    /// Its year with the kind of its figure: a plan is no outturn.
    pub(super) fn named(&self) -> String {
        format!("{} ({})", self.year, (SHARED.of(self.lang).kind)(self.kind))
    }

    /// What is pledged, in words with its year.
    pub(super) fn pledged(&self) -> Told {
        let (amount, pledge) = (fine(self.pledged, self.lang), self.lang.pledge(self.pledge));
        Told::new((GAP.of(self.lang).pledged_in)(&amount, &pledge, self.year), self.places()[0])
    }

    /// What is published of it, with whose figure it is and how far it is from the pledge.
    pub(super) fn published(&self) -> Told {
        let [gap, _] = self.gap.words();
        let kind = (SHARED.of(self.lang).kind)(self.kind);
        let kind = if self.has_money() { kind.to_owned() } else { (SCOREBOARD.of(self.lang).by_share)(kind) };
        let whose = [self.publisher, &kind, &gap].join(", ");
        Told::new((GAP.of(self.lang).published_in)(&self.figure(), self.year, &whose), self.places()[1])
    }

    fn verdict(&self) -> &'static str {
        (SCOREBOARD.of(self.lang).verdict)(self.verdict)
    }

    /// `short by EUR 161 m`, and below it `0.37 pp, undecided`.
    fn words(&self) -> [String; 2] {
        let [gap, points] = self.gap.words();
        let known = [points.as_str(), self.verdict()];
        [gap, known.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")]
    }

    /// The bar of the figure up to the pledge, and the gap upon it.
    pub(super) fn bars(&self, at: f64, kind: String) -> [Series; 2] {
        let bar = |role, label, point| {
            let points = vec![point];
            Series { role, shape: Shape::Bars, hue: Hue::Neutral, label, points }
        };
        let ([pledged, spent], [gap, known]) = (self.places(), self.words());
        let published = Point::new(at, spent.min(pledged)).labelled(self.figure());
        let between = Point::new(at, spent.max(pledged)).upon(spent.min(pledged)).labelled(gap);
        let role_of_gap = match self.gap.side() {
            Side::Short | Side::Over => Role::Shortfall,
            Side::Beyond | Side::Below | Side::Even => Role::Headroom,
        };
        [bar(drawn_as(self.kind), kind, published), bar(role_of_gap, known, between)]
    }

    pub(super) fn level(&self, last: i32) -> Series {
        let label = if self.year == last { SHARED.of(self.lang).pledged } else { "" };
        level(self.year, self.places()[0], label)
    }
}

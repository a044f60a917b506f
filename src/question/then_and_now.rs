//! What was known on an earlier day beside what is known now: which verdicts moved, and because of what.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Commitment, Kind};
use crate::error::{Errors, Result};
use crate::evaluate::Gdp;
use crate::gdp::Ground;
use crate::quantity::{Date, Decimal, YearRange};
use crate::table::{Cell, Column, Table, columns};
use crate::verdict::{Extent, Judgement, Measure, Spent, millions as printed_millions};

use super::cells::{gdp_cell, gdp_of, named, quotient, spent_money};
use super::differences::Cause;
use super::judgements::{by_commitment, cited};
use super::once::Once;
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "then-and-now",
    about: "verdicts on an earlier day beside those of now, and what moved between",
    build,
};

const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::MEASURE,
    columns::BASIS,
    columns::SPENT_PUBLISHER,
    columns::THEN_GDP_MILLION,
    columns::GDP_MILLION,
    columns::THEN_SPENT_MILLION,
    columns::SPENT_MILLION,
    columns::THEN_SPENT_PCT,
    columns::SPENT_PCT.headed("now, %"),
    columns::THEN_VERDICT,
    columns::VERDICT,
    columns::MOVED,
    columns::REASON,
];

/// A verdict then and now; one is absent where the commitment did not stand yet, or stands no more.
struct Pair<'j, 'b> {
    then: Option<&'j Judgement<'b>>,
    now: Option<&'j Judgement<'b>>,
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let earlier = query.judging.then.unwrap_or(query.as_of);
    let before = Query { as_of: earlier, ..query.clone() };
    let mut days = [by_commitment(&before).peekable(), by_commitment(query).peekable()];
    let (mut rows, mut sources) = (Vec::new(), Once::default());
    for commitment in query.listed() {
        let [then, now] = days.each_mut().map(|day| day.next_if(|(own, _)| std::ptr::eq(*own, commitment)));
        let [then, now] = [then, now].map(|judged| judged.map_or_else(|| Ok(Vec::new()), |(_, judged)| judged));
        let (then, now) = (then?, now?);
        for pair in pairs(&then, &now) {
            sources.extend([pair.then, pair.now].into_iter().flatten().flat_map(cited));
            rows.push(pair.row(query)?);
        }
    }
    let mut table = query.table(QUESTION.name, COLUMNS, rows, sources.names());
    table.notes = vec![format!("as known on {earlier}, and on {}", query.as_of)];
    Ok(table)
}

/// The verdicts on a commitment that belong together, by year: those of one year, basis, measure and publisher. Where there was
/// one figure by a measure on each of the two days they are a pair whoever published them; where there was none on one, each of
/// the other is set beside that.
fn pairs<'j, 'b>(then: &'j [Judgement<'b>], now: &'j [Judgement<'b>]) -> Vec<Pair<'j, 'b>> {
    let mut alike: BTreeMap<_, [Vec<&'j Judgement<'b>>; 2]> = BTreeMap::new();
    for (day, judged) in [then, now].into_iter().enumerate() {
        judged.iter().for_each(|one| alike.entry(key(one)).or_default()[day].push(one));
    }
    let partner = |of: &Judgement<'_>, day: usize| {
        let days = alike.get(&key(of))?;
        let same = |day: usize| days[day].iter().copied().filter(|other| other.measure() == of.measure());
        let alone = same(0).count() == 1 && same(1).count() == 1;
        let own = same(day).find(|other| alone || publisher(other) == publisher(of));
        own.or_else(|| days[day].iter().copied().find(|other| other.spent.is_none()))
    };
    let mut pairs: Vec<_> = now.iter().map(|now| Pair { then: partner(now, 0), now: Some(now) }).collect();
    let paired: BTreeSet<*const Judgement<'_>> =
        pairs.iter().filter_map(|pair| pair.then).map(std::ptr::from_ref).collect();
    let alone = then.iter().filter(|then| !paired.contains(&std::ptr::from_ref(*then)));
    pairs.extend(alone.map(|then| Pair { then: Some(then), now: partner(then, 1) }));
    pairs.sort_by_key(Pair::years);
    pairs
}

/// What verdicts on one commitment have in common if they belong together: year, definition and GDP.
fn key<'j>(judgement: &'j Judgement<'_>) -> Option<(YearRange, &'j str, &'j Ground)> {
    judgement.case.as_ref().map(|case| (case.outcome.years, case.definition.id.as_str(), &case.ground))
}

fn publisher(judgement: &Judgement<'_>) -> Option<String> {
    judgement.spent.as_ref().map(Spent::publisher)
}

impl<'b> Pair<'_, 'b> {
    /// Either of the two.
    fn any(&self) -> Option<&Judgement<'b>> {
        self.now.or(self.then)
    }

    fn measure(&self) -> Option<Measure> {
        [self.now, self.then].into_iter().flatten().find_map(Judgement::measure)
    }

    fn years(&self) -> Option<YearRange> {
        self.any().and_then(|any| any.case.as_ref()).map(|case| case.outcome.years)
    }

    fn row(&self, query: &Query<'_>) -> Result<Vec<Cell>> {
        let Some(any) = self.any() else { return Ok(Vec::new()) };
        let (case, both) = (any.case.as_ref(), [self.then, self.now]);
        let publisher = self.now.and_then(publisher).or(self.then.and_then(publisher)).unwrap_or_default();
        let (moved, reason) = self.moved(query)?;
        let mut cells = Vec::with_capacity(COLUMNS.len());
        cells.extend(named(any.commitment, case, self.measure()));
        cells.push(Cell::text(publisher));
        cells.extend(both.map(|one| gdp_cell(one.and_then(gdp_of))));
        cells.extend(both.map(|one| spent_money(one.and_then(|one| one.spent.as_ref()))));
        cells.extend(both.map(|one| quotient(one.and_then(|one| one.measured.percent), 2)));
        cells.extend(both.map(|one| {
            let kind = one.and_then(|one| one.spent.as_ref()).map(Spent::kind);
            Cell::maybe(one.map(|one| one.verdict)).of_kind(kind)
        }));
        cells.extend([Cell::name(moved.join(", ")), Cell::text(reason)]);
        Ok(cells)
    }

    /// What moved, and from what to what.
    fn moved(&self, query: &Query<'_>) -> Result<(Vec<&'static str>, String)> {
        let (Some(then), Some(now)) = (self.then, self.now) else { return Ok(self.came_or_went(query)) };
        let whole = [whole(then)?, whole(now)?];
        let changes = [
            (Cause::Spending.word(), spent_change([then.spent.as_ref(), now.spent.as_ref()])?),
            (Cause::Gdp.word(), gdp_change([gdp_of(then), gdp_of(now)])?),
            ("defence spending", spent_change(whole.each_ref().map(Option::as_ref))?),
        ];
        let changes = changes.into_iter().filter_map(|(what, change)| Some((what, format!("{what}: {}", change?))));
        let (moved, reasons): (Vec<_>, Vec<_>) = changes.unzip();
        Ok((moved, if reasons.is_empty() { "nothing moved".to_owned() } else { reasons.join("; ") }))
    }

    /// Why there is a verdict on one of the two days alone.
    fn came_or_went(&self, query: &Query<'_>) -> (Vec<&'static str>, String) {
        let earlier = query.judging.then.unwrap_or(query.as_of);
        let by = |cause: Cause, how: &str| (vec![cause.word()], format!("{cause}: {how}"));
        match (self.then, self.now) {
            (None, Some(now)) if !now.commitment.is_known_on(earlier) => {
                by(Cause::Pledge, &came(now.commitment, earlier))
            }
            (Some(then), None) => match query.book.superseded_by(then.commitment, query.as_of) {
                Some(other) => by(Cause::Pledge, &format!("superseded by `{}` on {}", other.id, other.announced)),
                None if then.spent.is_some() => by(Cause::Spending, "no such figure now"),
                None => by(Cause::Gdp, "no longer known"),
            },
            (None, Some(now)) if now.spent.is_some() => by(Cause::Spending, "no such figure then"),
            (None, _) => by(Cause::Gdp, "not known then"),
            (Some(_), Some(_)) => (Vec::new(), String::new()),
        }
    }
}

/// Why a commitment was not known on an earlier day.
fn came(commitment: &Commitment, earlier: Date) -> String {
    match commitment.group.as_ref().filter(|_| commitment.announced.is_known_on(earlier)) {
        Some(member) => format!("a member of {} since {}", member.group, member.since),
        None => format!("announced on {}", commitment.announced),
    }
}

/// The defence spending that a pledge is a share of; nothing of any other pledge.
fn whole<'b>(judgement: &Judgement<'b>) -> Result<Option<Spent<'b>>> {
    let rows = judgement.case.iter().flat_map(|case| &case.whole).flat_map(|whole| whole.rows.clone()).collect();
    Spent::together(rows, judgement.commitment.currency, Extent::Whole)
}

/// A figure with the unit to which it was published and its kind, without a word on where it comes from: the same one in a
/// later edition has not moved.
type Figure = (Decimal, Option<Decimal>, Kind);

fn spent_figure(spent: &Spent<'_>) -> Option<Figure> {
    let figure = match spent.measure {
        Measure::Published => spent.share().map(|row| (row.value, row.precision)),
        Measure::Money => spent.amount.map(|amount| (amount.millions(), spent.precision)),
    };
    figure.map(|(value, precision)| (value, precision, spent.kind()))
}

fn gdp_figure(gdp: &Gdp) -> Figure {
    (gdp.money.millions(), gdp.precision, gdp.kind)
}

/// From what to what spending moved, if it did.
fn spent_change(days: [Option<&Spent<'_>>; 2]) -> Result<Option<String>> {
    let [before, after] = days.map(|spent| spent.and_then(spent_figure));
    if before == after { Ok(None) } else { change(days.map(|spent| spent.map(spent_words))).map(Some) }
}

/// From what to what GDP moved, if it did.
fn gdp_change(days: [Option<&Gdp>; 2]) -> Result<Option<String>> {
    let [before, after] = days.map(|gdp| gdp.map(gdp_figure));
    if before == after { Ok(None) } else { change(days.map(|gdp| gdp.map(gdp_words))).map(Some) }
}

fn change(days: [Option<Result<String>>; 2]) -> Result<String> {
    let [was, is] = days.map(|words| words.unwrap_or_else(|| Ok("nothing".to_owned())));
    Ok(format!("{} → {}", was?, is?))
}

/// The figure, its kind, publisher and vintage.
fn spent_words(spent: &Spent<'_>) -> Result<String> {
    let figure = match (spent.measure, spent.amount, spent.share()) {
        (Measure::Money, Some(amount), _) => format!("{} m", printed_millions(amount.millions())?),
        (Measure::Published, _, Some(share)) => format!("{}%", share.value),
        (Measure::Money, None, _) | (Measure::Published, _, None) => String::new(),
    };
    Ok(format!("{figure} ({})", origin(&[spent.publisher()], spent.kind().word(), spent.vintage())))
}

fn gdp_words(gdp: &Gdp) -> Result<String> {
    let origin = origin(&gdp.publishers, gdp.kind.word(), gdp.vintage);
    Ok(format!("{} m ({origin})", printed_millions(gdp.money.millions())?))
}

fn origin(publishers: &[String], kind: &str, vintage: Option<Date>) -> String {
    let vintage = vintage.map(|vintage| format!(", {vintage}")).unwrap_or_default();
    format!("{}, {kind}{vintage}", publishers.join("+"))
}

//! Every pledge in a row: what was pledged, how much of it is published as spent, and the verdict.

mod judged; // one verdict
mod bullet; // what is shown of it

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::chart::figure::{Bullet, Entry, Figure, Sign};
use crate::chart::words::{Lang, SCOREBOARD, SHARED, listed};
use crate::error::Result;
use crate::table::{Kind, Measure, Table, Verdict};

use super::alt_text::{Told, few, range, sentence};
use super::table_rows::{drawn_as, place, printed, signed};
use super::{Chart, Countries};
use bullet::joined;
use judged::Judged;

pub(crate) const ENTRY: Chart = Chart {
    name: "scoreboard",
    about: "each pledge with what is published of it, and the verdict",
    countries: Countries::One,
    needs: None,
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let rows = Judged::all(table, lang)?;
    if rows.is_empty() {
        let reason = "no commitment states a figure";
        let help = "add a commitment, or name one with `--commitment`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    }
    let counted = counted(&rows);
    let (title, subtitle) = (title(table, &counted, lang), subtitle(&rows, counted.len(), lang));
    Ok(Figure {
        alt: alt(&rows, &counted, &title, lang),
        title,
        subtitle,
        unit: SCOREBOARD.of(lang).mark.to_owned(),
        key: key(&rows, lang),
        bullets: bullets(&rows),
        ..signed(table, lang)
    })
}

/// The rows, those of one pledge below each other.
fn bullets(rows: &[Judged]) -> Vec<Bullet> {
    let above = std::iter::once(None).chain(rows.iter().map(Some));
    rows.iter().zip(above).map(|(row, above)| row.bullet(above.is_some_and(|above| row.is_beside(above)))).collect()
}

/// What the signs of these rows are.
fn key(rows: &[Judged], lang: Lang) -> Vec<Entry> {
    let say = SCOREBOARD.of(lang);
    let mut figures: Vec<(Reverse<Measure>, Kind)> =
        rows.iter().filter_map(|row| Some((Reverse(row.measure?), row.kind?))).collect();
    figures.sort_unstable();
    figures.dedup();
    let mixed = figures.iter().any(|(Reverse(measure), _)| *measure == Measure::Published);
    let of_figure = |(Reverse(measure), kind): &(Reverse<Measure>, Kind)| {
        let (role, word) = (drawn_as(*kind), (SHARED.of(lang).kind)(*kind));
        match measure {
            Measure::Money if !mixed => Entry { sign: Sign::Money(role), words: word.to_owned() },
            Measure::Money => Entry { sign: Sign::Money(role), words: (say.by_money)(word) },
            Measure::Published => Entry { sign: Sign::Share(role), words: (say.by_share)(word) },
        }
    };
    let between = rows.iter().any(|row| row.between().is_some());
    let between = between.then(|| Entry { sign: Sign::Between, words: say.precision.to_owned() });
    let tolerance = Entry { sign: Sign::Tolerance, words: say.tolerance.to_owned() };
    figures.iter().map(of_figure).chain([tolerance]).chain(between).collect()
}

/// The day of which all pledges are; empty where they are of several.
fn announced(rows: &[Judged], lang: Lang) -> String {
    let days = || rows.iter().filter_map(|row| row.announced.date());
    days().next().filter(|first| days().all(|day| day == *first)).map(|day| lang.on_day(day)).unwrap_or_default()
}

/// What the rows show, and whether all of them are counted.
fn subtitle(rows: &[Judged], counted: usize, lang: Lang) -> String {
    let say = SCOREBOARD.of(lang);
    (say.subtitle)(&announced(rows, lang)) + if counted < rows.len() { say.counted_once } else { "" }
}

/// How many verdicts of each sort there are, by the kind of figure that they rest on: a plan is no outturn.
fn title(table: &Table, rows: &[&Judged], lang: Lang) -> String {
    let (say, and) = (SCOREBOARD.of(lang), SHARED.of(lang).and);
    let on = |kind: Option<Kind>| {
        let count = |verdict: &Verdict| {
            let of_it = rows.iter().filter(|row| row.kind == kind && row.verdict == *verdict).count();
            (of_it > 0).then(|| (say.count)((say.verdict)(*verdict), of_it))
        };
        let counts: Vec<String> = Verdict::ALL.iter().filter_map(count).collect();
        (!counts.is_empty()).then(|| (say.resting)(kind, &listed(&counts, and)))
    };
    let kinds = Kind::ALL.iter().copied().map(Some).chain([None]);
    let country = lang.country(table.context.country.as_ref());
    (say.verdicts)(&country, &kinds.filter_map(on).collect::<Vec<_>>().join("; "))
}

/// One row for each spending: of the pledges that stand and are held against one figure that which was announced last, and of
/// several of one day that which is kept least. Where none stands, every row.
fn counted<'r, 'a>(rows: &'r [Judged<'a>]) -> Vec<&'r Judged<'a>> {
    let (mut counted, mut places): (Vec<&Judged>, _) = (Vec::new(), BTreeMap::new());
    for row in rows.iter().filter(|row| !row.superseded) {
        let place = *places.entry(row.spending()).or_insert(counted.len());
        match counted.get_mut(place) {
            Some(other) if other.rank() < row.rank() => *other = row,
            Some(_) => {}
            None => counted.push(row),
        }
    }
    if counted.is_empty() { rows.iter().collect() } else { counted }
}

/// The finding, which pledges are met and missed, and from where to where they are reached.
fn alt(rows: &[Judged], counted: &[&Judged], title: &str, lang: Lang) -> String {
    let (say, shared) = (SCOREBOARD.of(lang), SHARED.of(lang));
    // a plan is no outturn, so that whoever hears "met" hears on which of them it rests
    let named = |row: &Judged| {
        let is_of_years = rows.iter().any(|other| other.title == row.title && !other.is_beside(row));
        let years = if is_of_years { row.printed_years() } else { String::new() };
        let kind = row.kind.map_or("", shared.kind);
        let published = row.measure == Some(Measure::Published);
        let kind = if published { (say.by_share)(kind) } else { kind.to_owned() };
        (say.by)(row.title, &joined([&years, row.publisher, &kind]))
    };
    let with = |verdict: Verdict| -> Vec<String> {
        counted.iter().filter(|row| row.verdict == verdict).map(|row| named(row)).collect()
    };
    let [met, rounded, missed] = [Verdict::Met, Verdict::MetRounded, Verdict::Missed].map(with);
    let reached = |row: &Judged| {
        let share = lang.percent(&printed(row.of_pledge, lang));
        Some(Told::new(format!("{share} ({}, {})", row.title, row.publisher), place(row.of_pledge.number()?)))
    };
    let reached: Vec<Told> = rows.iter().filter_map(reached).collect();
    let of = counted.len();
    let sentences = [
        Some(format!("{title}.")),
        Some((shared.met)(met.len(), of, &few(&met, lang))),
        (!rounded.is_empty()).then(|| (shared.met_rounded)(rounded.len(), of, &few(&rounded, lang))),
        (!missed.is_empty()).then(|| (shared.missed)(missed.len(), of, &few(&missed, lang))),
        sentence(say.reached, &range(&reached, lang)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::rows::invented_scoreboard;
    use crate::table::{Cell, columns};

    /// The title of the same pledge so many times, each with a verdict, the day on which it was announced, and what replaced it.
    fn said(pledges: &[(Verdict, &str, &str)], kind: Kind) -> String {
        let mut table = invented_scoreboard(1).unwrap();
        let row = table.rows.remove(0);
        for (verdict, announced, superseded_by) in pledges {
            let mut row = row.clone();
            let mut set = |column, cell: Cell| row[table.column(column).unwrap()] = cell;
            set(&columns::VERDICT, (*verdict).into());
            set(&columns::ANNOUNCED, announced.parse::<crate::quantity::Date>().unwrap().into());
            set(&columns::SUPERSEDED_BY, Cell::name(*superseded_by));
            set(&columns::SPENT_KIND, kind.into());
            table.rows.push(row);
        }
        build(&table, Lang::En).unwrap().title
    }

    #[test]
    fn one_spending_is_counted_once_by_the_pledge_announced_last() {
        let twice = [(Verdict::Met, "2024-05-01", ""), (Verdict::Missed, "2025-05-01", "")];
        assert!(said(&twice, Kind::Outturn).ends_with(": on outturns 1\u{a0}missed"));
        let of_one_day = [(Verdict::Missed, "2024-05-01", ""), (Verdict::Met, "2024-05-01", "")];
        assert!(said(&of_one_day, Kind::Outturn).ends_with(": on outturns 1\u{a0}missed"));
    }

    #[test]
    fn a_pledge_that_another_one_replaced_is_not_counted() {
        let replaced = [(Verdict::Met, "2024-05-01", ""), (Verdict::Missed, "2025-05-01", "other")];
        assert!(said(&replaced, Kind::Outturn).ends_with(": on outturns 1\u{a0}met"));
        assert!(said(&replaced[1..], Kind::Outturn).ends_with(": on outturns 1\u{a0}missed"));
    }

    #[test]
    fn a_title_says_on_what_its_verdicts_rest() {
        let met = [(Verdict::Met, "2024-05-01", "")];
        let ends = [
            (Kind::Outturn, "on outturns 1\u{a0}met"),
            (Kind::Estimate, "on estimates 1\u{a0}met"),
            (Kind::Plan, "on plans 1\u{a0}met"),
            (Kind::Forecast, "on forecasts 1\u{a0}met"),
        ];
        for (kind, end) in ends {
            assert!(said(&met, kind).ends_with(end), "{kind:?}");
        }
    }
}

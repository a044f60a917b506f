//! Every pledge in a row: what was pledged, how much of it is published as spent, and the verdict.

mod judged; // one verdict

use std::collections::BTreeMap;

use crate::chart::figure::Figure;
use crate::chart::words::{Lang, NotFinal, SCOREBOARD, SHARED, listed};
use crate::error::Result;
use crate::table::{Kind, Table, Verdict};

use super::Chart;
use super::alt_text::{Told, few, range, sentence};
use super::table_rows::{place, printed, signed};
use judged::{Judged, joined};

pub(crate) const ENTRY: Chart =
    Chart { name: "scoreboard", about: "each pledge with what is published of it, and the verdict", build };

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
        bullets: rows.iter().map(Judged::bullet).collect(),
        ..signed(table, lang)
    })
}

/// The day of which all pledges are; empty where they are of several.
fn announced(rows: &[Judged]) -> String {
    let days = || rows.iter().filter_map(|row| row.announced.date());
    days().next().filter(|first| days().all(|day| day == *first)).map(|day| day.to_string()).unwrap_or_default()
}

/// What the rows show, and whether all of them are counted.
fn subtitle(rows: &[Judged], counted: usize, lang: Lang) -> String {
    let say = SCOREBOARD.of(lang);
    (say.subtitle)(&announced(rows)) + if counted < rows.len() { say.counted_once } else { "" }
}

fn title(table: &Table, rows: &[&Judged], lang: Lang) -> String {
    let say = SCOREBOARD.of(lang);
    let count = |verdict: &Verdict| {
        let of_it = rows.iter().filter(|row| row.verdict == *verdict).count();
        (of_it > 0).then(|| (say.count)((say.verdict)(*verdict), of_it))
    };
    let counts: Vec<String> = Verdict::ALL.iter().filter_map(count).collect();
    let country = lang.country(table.context.country.as_ref());
    (say.counted)(&country, rows.len(), &listed(&counts, SHARED.of(lang).and)) + &resting(rows, lang)
}

/// How many of these verdicts rest on what is not spent yet, in words; empty where none does.
fn resting(rows: &[&Judged], lang: Lang) -> String {
    let of = |kinds: &[Kind]| rows.iter().filter(|row| row.kind.is_some_and(|kind| kinds.contains(&kind))).count();
    let (plans, forecasts) = (of(&[Kind::Plan]), of(&[Kind::Forecast, Kind::Assumption]));
    let on = match (plans, forecasts) {
        (_, 0) => NotFinal::Plans,
        (0, _) => NotFinal::Forecasts,
        (_, _) => NotFinal::Both,
    };
    (SCOREBOARD.of(lang).resting)(plans + forecasts, rows.len(), on)
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
        let whose = [row.publisher, row.kind.map_or("", shared.kind)];
        (say.by)(row.title, &joined(whose))
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
        assert!(said(&twice, Kind::Outturn).ends_with("1 verdict: 1 missed"));
        let of_one_day = [(Verdict::Missed, "2024-05-01", ""), (Verdict::Met, "2024-05-01", "")];
        assert!(said(&of_one_day, Kind::Outturn).ends_with("1 verdict: 1 missed"));
    }

    #[test]
    fn a_pledge_that_another_one_replaced_is_not_counted() {
        let replaced = [(Verdict::Met, "2024-05-01", ""), (Verdict::Missed, "2025-05-01", "other")];
        assert!(said(&replaced, Kind::Outturn).ends_with("1 verdict: 1 met"));
        assert!(said(&replaced[1..], Kind::Outturn).ends_with("1 verdict: 1 missed"));
    }

    #[test]
    fn a_title_says_how_many_verdicts_rest_on_what_is_not_spent_yet() {
        let met = [(Verdict::Met, "2024-05-01", "")];
        let ends = [
            (Kind::Outturn, "1 met"),
            (Kind::Estimate, "1 met"),
            (Kind::Plan, "1 met; it rests on a plan"),
            (Kind::Forecast, "1 met; it rests on a forecast"),
        ];
        for (kind, end) in ends {
            assert!(said(&met, kind).ends_with(end), "{kind:?}");
        }
    }
}

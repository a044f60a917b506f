//! Laws of the words for those who do not see a picture, over the sample tables and those of the shipped book.

use crate::chart::size_laws::{all_tables, built};
use crate::chart::words::{Lang, SHARED};
use crate::table::{Cell, Column, Role, Table, Verdict, columns};

use super::dated_rows::dated;
use super::table_rows::{fine, printed, year};

/// The columns of which a picture draws the figures, and whether they stand in order of time.
const DRAWN: &[(&str, Column, bool)] = &[
    ("share", columns::SHARE_PCT, true),
    ("amounts", columns::AMOUNT_MILLION, true),
    ("scenarios", columns::AMOUNT_MILLION, true),
    ("revisions", columns::SHARE_PCT, true),
    ("gdp-vintages", columns::GDP_MILLION, true),
    ("progress", columns::AMOUNT_MILLION, true),
    ("accounts", columns::SHARE_PCT, true),
    ("scoreboard", columns::OF_PLEDGE_PCT, false),
    ("gap", columns::PLEDGED_MILLION, true),
    ("league", columns::SHARE_PCT, false),
    ("grid", columns::SHARE_PCT, true),
    ("path", columns::SHARE_PCT, true),
    ("why", columns::SHARE_PCT, false),
    ("timeline", columns::AMOUNT_NOW_MILLION, false),
    ("sensitivity", columns::AMOUNT_MILLION, false),
    ("fan", columns::MEDIAN_MILLION, true),
];

/// The cells of a column; unknown ones where a table has no such column.
fn cells<'a>(table: &'a Table, column: &Column) -> Vec<&'a Cell> {
    let cells = table.select([column]).map(|cells| cells.into_iter().map(|[cell]| cell).collect());
    cells.unwrap_or_else(|_| vec![&Cell::UNKNOWN; table.rows.len()])
}

/// The figures that a picture of the table draws, each with its day or year; how far others are apart is none.
fn drawn(table: &Table) -> Vec<(f64, &Cell)> {
    let (_, column, in_order) = DRAWN.iter().find(|(name, ..)| *name == table.name).unwrap();
    let days: Vec<(f64, &Cell)> =
        dated(table, column, []).map(|rows| rows.iter().map(|row| (row.at, row.figure)).collect()).unwrap_or_default();
    let rows = cells(table, &columns::ROLE).into_iter().zip(cells(table, &columns::GAP_MILLION));
    let rows = rows.zip(cells(table, column)).zip(cells(table, &columns::YEAR));
    let place = |(((role, gap), figure), at): (((&Cell, &Cell), &'_ Cell), &Cell)| {
        let is_drawn = role.role() != Some(Role::Spread) && figure.number().is_some();
        let is_drawn = is_drawn && (table.name != "gap" || gap.number().is_some());
        let day = days.iter().find(|(_, other)| std::ptr::eq(*other, figure)).map(|(at, _)| *at);
        is_drawn.then(|| if *in_order { day.or_else(|| year(at).map(f64::from)).unwrap() } else { 0.0 })
    };
    rows.filter_map(|row| Some((place(row)?, row.0.1))).collect()
}

/// The numbers in a text; a point, a comma or a no-break space between digits belongs to them.
fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let belongs = |at: usize| {
        digit(at) || (matches!(letters[at], '.' | ',' | '\u{a0}') && at > 0 && digit(at - 1) && digit(at + 1))
    };
    let marked = (0..letters.len()).map(|at| if belongs(at) { letters[at] } else { '\n' });
    marked.collect::<String>().split('\n').filter(|number| !number.is_empty()).map(str::to_owned).collect()
}

#[test]
fn an_alt_text_names_the_first_the_last_and_the_highest_figure() {
    for (table, lang) in all_tables().iter().flat_map(|table| Lang::ALL.map(|lang| (table, lang))) {
        let (drawn, alt) = (drawn(table), built(table, lang).alt);
        let said = numbers(&alt);
        let named = |cell: &Cell| [printed(cell, lang), fine(cell, lang)].iter().any(|n| said.contains(n));
        let ends = [f64::min, f64::max].map(|end| drawn.iter().map(|(at, _)| *at).reduce(end).unwrap());
        for end in ends.iter().filter(|_| table.name != "scoreboard") {
            let there = drawn.iter().filter(|(at, _)| at == end);
            assert!(there.clone().any(|(_, cell)| named(cell)), "{} at {end}: {alt}", table.name);
        }
        let (_, highest) = drawn.iter().max_by_key(|(_, cell)| cell.number()).unwrap();
        assert!(named(highest), "{}, {highest:?}: {alt}", table.name);
    }
}

#[test]
fn an_alt_text_says_how_many_pledges_are_met() {
    for (table, lang) in all_tables().iter().flat_map(|table| Lang::ALL.map(|lang| (table, lang))) {
        let judged = cells(table, &columns::VERDICT).into_iter().zip(cells(table, &columns::GAP_MILLION));
        let counts = |gap: &Cell| ["scoreboard", "league"].contains(&table.name) || gap.number().is_some();
        let verdicts: Vec<_> = judged
            .filter(|(cell, gap)| counts(gap) && cell.verdict().is_some())
            .map(|(cell, _)| cell.verdict())
            .collect();
        let count = |verdict| verdicts.iter().filter(|other| **other == Some(verdict)).count();
        let (say, alt) = (SHARED.of(lang), built(table, lang).alt);
        let sentence = (say.met)(count(Verdict::Met), verdicts.len(), "");
        let rounded = (say.met_rounded)(count(Verdict::MetRounded), verdicts.len(), "");
        assert_eq!(alt.contains(rounded.trim_end_matches('.')), count(Verdict::MetRounded) > 0, "{rounded} {alt}");
        assert_eq!(
            alt.contains(sentence.trim_end_matches('.')),
            table.column(&columns::VERDICT).is_ok() && !verdicts.is_empty(),
            "{sentence} {alt}"
        );
    }
}

#[test]
fn an_article_is_large_at_the_beginning_of_a_sentence_alone() {
    let mut small = 0;
    for mut table in all_tables() {
        table.context.country = "NLD".parse().ok();
        let alt = built(&table, Lang::En).alt;
        small += alt.matches("the Netherlands").count();
        for (at, name) in alt.match_indices("he Netherlands") {
            let begins = at == 1 || alt[..at - 1].ends_with(". ");
            assert_eq!(alt[..at].ends_with('T'), begins, "{name} in {alt}");
        }
    }
    assert!(small > 0);
}

#[test]
fn an_alt_text_is_short_however_long_the_table_is() {
    for (table, lang) in all_tables().iter().flat_map(|table| Lang::ALL.map(|lang| (table, lang))) {
        let figure = built(table, lang);
        assert!(figure.alt.starts_with(&figure.title), "{}", figure.alt);
        let rest = &figure.alt[figure.title.len()..];
        assert!(rest.chars().count() <= 1_700, "{}", figure.alt);
    }
}

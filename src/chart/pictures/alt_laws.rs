//! Laws of the words for those who do not see a picture, over the sample tables and those of the shipped book.

use super::dated_rows::dated;
use super::table_rows::{fine, printed, words, year};
use crate::chart::tests::{all_tables, built};
use crate::chart::words::{Lang, SHARED};
use crate::table::{Cell, Table};

/// The columns of which a picture draws the figures, and whether they stand in order of time.
const DRAWN: [(&str, &str, bool); 9] = [
    ("share", "share_pct", true),
    ("amounts", "amount_million", true),
    ("scenarios", "amount_million", true),
    ("revisions", "share_pct", true),
    ("gdp-vintages", "gdp_million", true),
    ("progress", "amount_million", true),
    ("ukraine", "share_pct", true),
    ("scoreboard", "of_pledge_pct", false),
    ("gap", "pledged_million", true),
];

/// The figures that a picture of the table draws, each with its day or year; how far others are apart is none.
fn drawn(table: &Table) -> Vec<(f64, &Cell)> {
    let (_, column, in_order) = DRAWN.into_iter().find(|(name, ..)| *name == table.name).unwrap();
    let is_drawn = |row: &&Vec<Cell>| {
        let (role, figure) = (words(table.cell(row, "role")), table.cell(row, column).number());
        role != "spread"
            && figure.is_some()
            && (table.name != "gap" || table.cell(row, "gap_million").number().is_some())
    };
    let days: Vec<_> = dated(table, column).iter().map(|row| (row.figure, row.at)).collect();
    let at = |row: &[Cell]| {
        let figure = table.cell(row, column);
        let day = days.iter().find(|(other, _)| std::ptr::eq(*other, figure)).map(|(_, at)| *at);
        let in_year = || year(table.cell(row, "year")).map(f64::from);
        if in_order { day.or_else(in_year).unwrap() } else { 0.0 }
    };
    table.rows.iter().filter(is_drawn).map(|row| (at(row), table.cell(row, column))).collect()
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
        let verdicts = table
            .rows
            .iter()
            .filter(|row| table.name == "scoreboard" || table.cell(row, "gap_million").number().is_some());
        let verdicts: Vec<&str> = verdicts.map(|row| words(table.cell(row, "verdict"))).collect();
        let count = |verdict: &str| verdicts.iter().filter(|other| **other == verdict).count();
        let (say, alt) = (SHARED.of(lang), built(table, lang).alt);
        let sentence = (say.met)(count("met"), verdicts.len(), "");
        let rounded = (say.met_rounded)(count("met-rounded"), verdicts.len(), "");
        assert_eq!(alt.contains(rounded.trim_end_matches('.')), count("met-rounded") > 0, "{rounded} {alt}");
        assert_eq!(alt.contains(sentence.trim_end_matches('.')), table.column("verdict").is_some(), "{sentence} {alt}");
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
        assert!(rest.chars().count() <= 1_600, "{}", figure.alt);
    }
}

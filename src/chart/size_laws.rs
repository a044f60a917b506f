//! What holds of every picture at every size.

use super::*;
use crate::book::Book;
use crate::question::{Query, picture};
use crate::table::Table;

const SIZES: [(u32, u32); 5] = [(1600, 900), (1080, 1080), (800, 450), (400, 300), (8000, 4500)];

pub(super) fn tables() -> Vec<Table> {
    let tables = [
        sample::latvia_share(),
        sample::latvia_amounts(),
        sample::invented_share(1),
        sample::invented_share(3),
        sample::invented_share(40),
        sample::invented_amounts(1),
        sample::invented_amounts(3),
        sample::invented_amounts(40),
        sample::invented_scenarios(),
        sample::invented_range(2),
        sample::invented_range(7),
        sample::invented_progress(2),
        sample::invented_progress(12),
        sample::invented_support(1, 1),
        sample::invented_support(5, 3),
        sample::invented_support(20, 4),
        sample::invented_accounts(),
        sample::rows::invented_scoreboard(1),
        sample::rows::invented_scoreboard(8),
        sample::rows::invented_scoreboard(60),
        sample::rows::invented_gap(1, 1),
        sample::rows::invented_gap(4, 1),
        sample::rows::invented_gap(12, 1),
        sample::rows::invented_gap(5, 2),
        sample::rows::invented_gap(40, 1),
        sample::dated::invented_revisions(1),
        sample::dated::invented_revisions(5),
        sample::dated::invented_revisions(30),
        sample::dated::invented_vintages(1),
        sample::dated::invented_vintages(20),
        sample::several::invented_league(3, 1),
        sample::several::invented_league(32, 2),
        sample::several::invented_league(60, 3),
        sample::several::invented_grid(3, 13),
        sample::several::invented_grid(36, 13),
        sample::several::invented_grid(9, 1),
        sample::ways::invented_change(450, -60, None),
        sample::ways::invented_change(-20, 90, Some(-300)),
        sample::ways::invented_change(0, -50, None),
        sample::cases::invented_cases(5, 5, true),
        sample::cases::invented_cases(9, 7, true),
        sample::cases::invented_cases(5, 1, false),
        sample::cases::invented_cases(100, 100, true),
        sample::dated::invented_statements(1),
        sample::dated::invented_statements(12),
        sample::dated::invented_statements(60),
        sample::ways::invented_path(10, true),
        sample::ways::invented_path(10, false),
        sample::ways::invented_path(7, true),
        sample::fan::invented_fan(&[2026, 2027, 2028, 2029, 2030], 40),
        sample::fan::invented_fan(&[2026], 40),
        sample::fan::invented_fan(&[2024, 2026, 2027, 2030], 0),
        sample::fan::invented_fan(&[2026, 2200], 9_000),
    ];
    tables.into_iter().map(Result::unwrap).collect()
}

/// The tables of the shipped book, of pictures for which that is enough.
pub(super) fn shipped() -> Vec<Table> {
    let book = Book::embedded().unwrap();
    let query = Query::new(&book, book.latest_date().unwrap());
    let enough = CHARTS.iter().filter(|chart| chart.needs.is_none());
    enough.map(|chart| (picture(chart.name).unwrap().build)(&query).unwrap()).filter(|t| !t.rows.is_empty()).collect()
}

/// The scoreboard of all its commitments, also of those that were superseded.
pub(super) fn every_pledge() -> Table {
    let book = Book::embedded().unwrap();
    let commitments = book.commitments.iter().map(|commitment| commitment.id.clone()).collect();
    let query = Query { commitments, all: true, ..Query::new(&book, book.latest_date().unwrap()) };
    (picture("scoreboard").unwrap().build)(&query).unwrap()
}

/// Its ids that are no words of its titles.
pub(super) fn ids() -> Vec<String> {
    let book = Book::embedded().unwrap();
    let commitments = book.commitments.into_iter().map(|commitment| (commitment.id, commitment.title));
    let definitions = book.definitions.into_iter().map(|definition| (definition.id, definition.title));
    let scenarios = book.scenarios.into_iter().map(|scenario| (scenario.id, scenario.title));
    let named: Vec<_> = commitments.chain(definitions).chain(scenarios).collect();
    let is_word = |id: &str| !id.contains(['-', '/']) || named.iter().any(|(_, title)| title.contains(id));
    named.iter().map(|(id, _)| id.clone()).filter(|id| !is_word(id)).collect()
}

/// The tables of the shipped book, and those of the samples.
pub(super) fn all_tables() -> Vec<Table> {
    shipped().into_iter().chain(tables()).collect()
}

pub(super) fn built(table: &Table, lang: Lang) -> Figure {
    let chart = CHARTS.iter().find(|chart| chart.name == table.name).unwrap();
    (chart.build)(table, lang).unwrap()
}

pub(super) fn figures() -> Vec<Figure> {
    let mut figures: Vec<Figure> = tables().iter().map(|table| built(table, Lang::En)).collect();
    let long = |figure: &Figure, title: &str| Figure { title: title.to_owned(), ..figure.clone() };
    figures.push(long(&figures[0], "Sixty letters are what a headline of a newspaper often needs"));
    figures.push(long(&figures[1], &"A headline that never comes to its end ".repeat(12)));
    figures
}

fn drawings() -> impl Iterator<Item = (u32, u32, Drawing)> {
    figures().into_iter().flat_map(|figure| {
        SIZES.map(|(width, height)| (width, height, draw(&figure, &Options { width, height, ..Options::default() })))
    })
}

#[test]
fn no_text_leaves_the_picture() {
    for (width, height, drawing) in drawings() {
        let picture = Area { left: 0.0, top: 0.0, right: f64::from(width), bottom: f64::from(height) };
        for text in &drawing.texts {
            assert!(text.area.within(&picture), "{width}x{height}: {text:?}");
        }
    }
}

#[test]
fn no_two_texts_meet() {
    for (width, height, drawing) in drawings() {
        for (number, text) in drawing.texts.iter().enumerate() {
            for other in &drawing.texts[..number] {
                assert!(!text.area.meets(&other.area), "{width}x{height}: {text:?} meets {other:?}");
            }
        }
    }
}

#[test]
fn every_letter_has_a_glyph() {
    for (_, _, drawing) in drawings() {
        assert!(drawing.texts.iter().all(|text| lacking(&text.text).is_empty()));
    }
}

#[test]
fn a_picture_of_ordinary_size_leaves_nothing_out() {
    for figure in &figures()[..2] {
        assert!(draw(figure, &Options::default()).left_out.is_empty());
    }
}

#[test]
fn the_same_figure_has_the_same_bytes() {
    for figure in figures() {
        assert_eq!(svg(&figure, &Options::default()), svg(&figure, &Options::default()));
    }
}

#[test]
fn an_empty_table_has_nothing_to_draw() {
    for chart in CHARTS {
        let table = tables().into_iter().find(|table| table.name == chart.name).unwrap();
        let table = Table { rows: Vec::new(), ..table };
        let error = (chart.build)(&table, Lang::En).unwrap_err();
        assert_eq!(error.kind().name(), "nothing-to-draw");
    }
}

//! Pictures: a table becomes a [`Figure`], and one canvas draws any figure as SVG, and that as PNG.
//!
//! The only place with floats: here they are places on paper, never amounts. Every figure that is printed was rounded and
//! written out before it came here. Text is measured and drawn with the embedded typeface, so that a picture has the same
//! bytes on every machine.

#![allow(clippy::float_arithmetic, reason = "points on paper are no amounts")]
#![allow(clippy::float_cmp, reason = "equal places are equal bits")]

mod look; // how a picture is wanted
mod words; // what pictures say, in each language
pub mod figure; // a picture as typed data
mod font; // the embedded typeface: widths, letters it lacks
mod palette; // the colours of each theme
mod style; // sizes and distances
mod area; // the room that things take
mod label; // where texts go without meeting
mod leader; // where they go that found no room beside their mark
mod stack; // labels in a column
mod measured; // how wide a text and its words are
mod paragraph; // text in lines
mod markup; // pieces of SVG
mod svg; // the sheet that is drawn on
mod document; // the sheet, written as SVG
mod pen; // plotters' backend over the sheet
mod axis; // round ticks
mod below; // the words below the years
mod layout; // where the parts stand
mod canvas; // any figure onto a sheet
mod grid; // its thin lines, which make way for texts
mod bands; // its shaded ranges
mod bars; // its bars
mod inscribed; // the words of its bars
mod lines; // its lines
mod bullets; // its rows
mod stairs; // its stairs
mod marks; // its marks
mod fitting; // in which order its labels are set
mod obstacles; // what its labels keep clear of
mod annotate; // its labels
mod png; // the sheet, painted as PNG
mod reading; // what the charts read from a table
mod dated; // the same, of rows with a day
mod paths; // what the pictures of scenarios share
mod course; // many values in a few words
mod apart; // how far a figure is from a pledge
mod share; // the charts, one file each
mod amounts;
mod scenarios;
mod revisions;
mod gdp_vintages;
mod progress;
mod ukraine;
mod scoreboard;
mod gap;
#[cfg(test)]
mod sample; // tables to try them on
#[cfg(test)]
mod laws; // what holds of lines, bars and grounds

use std::cell::RefCell;

pub use area::Area;
pub use figure::Figure;
pub use font::lacking;
pub use look::{Font, Look, PRESETS, Preset, Record, Theme};
pub use png::{Painting, painting, png};
pub use svg::TextBox;
pub use words::Lang;

use crate::error::{Error, Kind, Result};
use crate::table::Table;

/// A kind of picture.
#[derive(Debug, Clone, Copy)]
pub struct Chart {
    /// Its name on the command line and in file names.
    pub name: &'static str,
    /// The question whose table it reads.
    pub question: &'static str,
    /// What it shows.
    pub about: &'static str,
    /// Describes the picture of a table, in a language.
    pub build: fn(&Table, Lang) -> Result<Figure>,
}

impl Chart {
    /// Why a table has nothing that this picture could draw, and what to add to the book.
    fn nothing_to_draw(&self, reason: &str, help: &str) -> Error {
        Error::new(Kind::NothingToDraw { chart: self.name.to_owned(), reason: reason.to_owned() }).help(help)
    }
}

/// Every picture there is.
pub const CHARTS: &[Chart] = &[
    share::ENTRY,
    amounts::ENTRY,
    scenarios::ENTRY,
    revisions::ENTRY,
    gdp_vintages::ENTRY,
    progress::ENTRY,
    ukraine::ENTRY,
    scoreboard::ENTRY,
    gap::ENTRY,
];

/// A picture with what was written on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// Every text in it, and the room it takes.
    pub texts: Vec<TextBox>,
    /// The labels that found no room.
    pub left_out: Vec<String>,
}

/// Draws a figure.
#[must_use]
pub fn draw(figure: &Figure, look: &Look) -> Drawing {
    let (sheet, left_out) = sheet(figure, look);
    Drawing { svg: document::write(&sheet, figure, look), texts: sheet.texts, left_out }
}

/// A figure on a sheet, and the labels that found no room.
fn sheet(figure: &Figure, look: &Look) -> (svg::Sheet, Vec<String>) {
    let style = style::Style::new(look);
    let layout = layout::Layout::new(figure, &style);
    let sheet = RefCell::new(svg::Sheet::new(look.width, look.height));
    let left_out = canvas::Canvas::new(figure, &style, &layout, &sheet).draw();
    (sheet.into_inner(), left_out)
}

/// Draws a figure as SVG.
#[must_use]
pub fn svg(figure: &Figure, look: &Look) -> String {
    draw(figure, look).svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::question::{Query, question};
    use crate::table::Cell;

    const SIZES: [(u32, u32); 5] = [(1600, 900), (1080, 1080), (800, 450), (400, 300), (8000, 4500)];

    fn tables() -> Vec<Table> {
        let tables = [
            sample::latvia_share(),
            sample::latvia_amounts(),
            sample::invented_share(1),
            sample::invented_share(3),
            sample::invented_share(40),
            sample::invented_amounts(1, 1),
            sample::invented_amounts(3, 1),
            sample::invented_amounts(40, 2),
            sample::invented_amounts(6, 8),
            sample::invented_scenarios(),
            sample::invented_range(2),
            sample::invented_range(7),
            sample::invented_progress(2),
            sample::invented_progress(12),
            sample::invented_support(1, 1),
            sample::invented_support(5, 3),
            sample::invented_support(20, 4),
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
        ];
        tables.into_iter().map(Result::unwrap).collect()
    }

    /// The tables of the shipped book, and those of the samples.
    fn all_tables() -> Vec<Table> {
        let book = Book::embedded().unwrap();
        let query = Query::new(&book, book.latest_date().unwrap());
        let shipped = |chart: &Chart| {
            let table = (question(chart.question).unwrap().build)(&query).unwrap();
            Table { name: chart.name, ..table }
        };
        CHARTS.iter().map(shipped).chain(tables()).collect()
    }

    fn built(table: &Table, lang: Lang) -> Figure {
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
            SIZES.map(|(width, height)| (width, height, draw(&figure, &Look { width, height, ..Look::default() })))
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
            assert!(draw(figure, &Look::default()).left_out.is_empty());
        }
    }

    #[test]
    fn the_same_figure_has_the_same_bytes() {
        for figure in figures() {
            assert_eq!(svg(&figure, &Look::default()), svg(&figure, &Look::default()));
        }
    }

    #[test]
    fn an_empty_table_has_nothing_to_draw() {
        for chart in CHARTS {
            let table = sample::table(chart.name, "UTO", &[]).unwrap();
            let error = (chart.build)(&table, Lang::En).unwrap_err();
            assert_eq!(error.kind().name(), "nothing-to-draw");
        }
    }

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
            let (role, figure) = (reading::words(table.cell(row, "role")), table.cell(row, column).number());
            role != "spread"
                && figure.is_some()
                && (table.name != "gap" || table.cell(row, "gap_million").number().is_some())
        };
        let days: Vec<_> = dated::dated(table, column).iter().map(|row| (row.figure, row.at)).collect();
        let at = |row: &[Cell]| {
            let figure = table.cell(row, column);
            let day = days.iter().find(|(other, _)| std::ptr::eq(*other, figure)).map(|(_, at)| *at);
            let year = || reading::year(table.cell(row, "year")).map(f64::from);
            if in_order { day.or_else(year).unwrap() } else { 0.0 }
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
            let named = |cell: &Cell| {
                [reading::printed(cell, lang), reading::fine(cell, lang)].iter().any(|n| said.contains(n))
            };
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
            let verdicts: Vec<&str> = verdicts.map(|row| reading::words(table.cell(row, "verdict"))).collect();
            let count = |verdict: &str| verdicts.iter().filter(|other| **other == verdict).count();
            let (say, alt) = (words::SHARED.of(lang), built(table, lang).alt);
            let sentence = (say.met)(count("met"), verdicts.len(), "");
            let rounded = (say.met_rounded)(count("met-rounded"), verdicts.len(), "");
            assert_eq!(alt.contains(rounded.trim_end_matches('.')), count("met-rounded") > 0, "{rounded} {alt}");
            assert_eq!(
                alt.contains(sentence.trim_end_matches('.')),
                table.column("verdict").is_some(),
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
            assert!(rest.chars().count() <= 1_600, "{}", figure.alt);
        }
    }
}

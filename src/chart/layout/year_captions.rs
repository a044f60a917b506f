//! The rows of words below the years, such as the pledge of each year.

use crate::chart::figure::Words;
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, DESCENT, width};

/// The words below the years, set in the room that a year has.
#[derive(Debug, Default)]
pub(crate) struct YearCaptions {
    pub(super) rows: Vec<Row>,
}

/// One row: what it is, and its words.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: Paragraph,
    pub(super) cells: Vec<Cell>,
}

/// What stands below one year, or below neighbours that share it.
#[derive(Debug)]
pub(super) struct Cell {
    /// The middle of its years, or of its bar.
    pub(super) at: f64,
    pub(super) text: Paragraph,
}

impl YearCaptions {
    /// Every word below its own year: in one line, else in two, else in smaller type. Where years are too narrow for all of
    /// that, equal neighbours share one, and what is wider than its years is left out; so is a row that is left without a word.
    pub(crate) fn new(words: &Words, style: &Style, year: f64) -> Self {
        let settings = [(style.tick, 1), (style.tick, 2), (style.small, 1), (style.small, 2)];
        let rows = || {
            let column =
                |row| column(words, row).map(move |(at, text)| (at, words.room(at) * year - style.space, text));
            words.name.lines().enumerate().map(move |(row, name)| (name, column(row)))
        };
        let own =
            |(kind, most): (Type, usize)| rows().map(|(name, column)| Row::own(name, column, kind, most)).collect();
        let some = || {
            let row = |(name, column)| {
                if words.shared { Row::shared(name, column, style, year) } else { Row::each(name, column, style) }
            };
            rows().map(row).collect()
        };
        let mut rows: Vec<Row> = settings.into_iter().find_map(own).unwrap_or_else(some);
        rows.retain(|row| !row.cells.is_empty());
        Self { rows }
    }

    /// How high its rows are together, each with the space above it.
    pub(crate) fn height(&self, style: &Style) -> f64 {
        self.rows.iter().map(|row| style.space + row.height()).sum()
    }
}

/// How high so many rows of one line are at least.
pub(crate) fn least(words: Option<&Words>, style: &Style) -> f64 {
    words.map_or(0.0, |words| words.name.lines().map(|_| style.space + (CAP + DESCENT) * style.tick.size).sum())
}

/// How far right of the plot's edge the names of the rows reach, where labels stand so far aside of it.
pub(crate) fn reach(words: &Words, style: &Style, aside: f64) -> f64 {
    let measure =
        |text: &str| text.lines().map(|line| width(line, style.tick.weight) * style.tick.size).fold(0.0, f64::max);
    if words.name.trim().is_empty() {
        return 0.0;
    }
    let last = words.words.last().map_or(0.0, |(_, text)| measure(text) / 2.0);
    aside.max(last + apart(style)) + measure(&words.name)
}

/// How far the name of a row stands from its last word, so that it is not read as a part of that.
pub(super) fn apart(style: &Style) -> f64 {
    style.space * 4.0
}

/// The words of one row with their years.
fn column(words: &Words, row: usize) -> impl Iterator<Item = (f64, &str)> {
    words.words.iter().filter_map(move |(at, text)| Some((*at, text.lines().nth(row)?)))
}

/// Where a word stands, how wide it may be, and the word.
type Word<'a> = (f64, f64, &'a str);

impl Cell {
    /// A word in so many lines at most, if it has room.
    fn of((at, room, text): Word, kind: Type, most: usize) -> Option<Self> {
        let text = Paragraph::unbroken(text, kind, if most > 1 { room } else { f64::INFINITY });
        (text.width() <= room && text.lines.len() <= most).then_some(Self { at, text })
    }
}

impl Row {
    /// The words each in its room, in so many lines at most, if all have it.
    fn own<'a>(name: &str, words: impl Iterator<Item = Word<'a>>, kind: Type, most: usize) -> Option<Self> {
        let cells = words.map(|word| Cell::of(word, kind, most)).collect::<Option<Vec<Cell>>>()?;
        Some(Self { name: Paragraph::new(name, kind, f64::INFINITY), cells })
    }

    /// The words in one line, each in its room, without those that have none.
    fn each<'a>(name: &str, words: impl Iterator<Item = Word<'a>>, style: &Style) -> Self {
        let cells = words.filter_map(|word| Cell::of(word, style.small, 1)).collect();
        Self { name: Paragraph::new(name, style.small, f64::INFINITY), cells }
    }

    /// The words in one line, equal neighbours once, without those that have no room.
    fn shared<'a>(name: &str, words: impl Iterator<Item = Word<'a>>, style: &Style, year: f64) -> Self {
        let words: Vec<Word> = words.collect();
        let runs = words.chunk_by(|(one, _, text), (next, _, other)| text == other && one + 1.0 == *next);
        let cell = |run: &[Word<'a>]| {
            let (&(first, room, text), (last, ..)) = (run.first()?, run.last()?);
            Cell::of(((first + last) / 2.0, (last - first) * year + room, text), style.tick, 1)
        };
        Self { name: Paragraph::new(name, style.tick, f64::INFINITY), cells: runs.filter_map(cell).collect() }
    }

    pub(super) fn height(&self) -> f64 {
        self.cells.iter().map(|cell| cell.text.height()).fold(self.name.height(), f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::paper::options::Options;

    #[test]
    fn a_row_without_room_for_a_word_has_no_name_either() {
        let words = (2015_u16..2027).map(|year| (f64::from(year), format!("{year} 000"))).collect();
        let words = Words { name: "NOK million".to_owned(), words, shared: true };
        let style = Style::new(&Options::default());
        assert_eq!(YearCaptions::new(&words, &style, 400.0).rows[0].cells.len(), 12);
        assert!(YearCaptions::new(&words, &style, 12.0).rows.is_empty());
    }

    #[test]
    fn a_word_of_a_bar_stands_below_that_bar_or_nowhere() {
        let words = [(2021.0, "40"), (2022.0, "40"), (2025.7, "51"), (2025.9, "48"), (2026.1, "48")];
        let words = words.map(|(at, text)| (at, text.to_owned())).to_vec();
        let words = Words { name: "EUR million".to_owned(), words, shared: false };
        for year in [400.0, 80.0, 40.0] {
            let below = YearCaptions::new(&words, &Style::new(&Options::default()), year);
            let cells = below.rows.iter().flat_map(|row| &row.cells);
            let stands = |cell: &Cell| words.words.contains(&(cell.at, cell.text.words()));
            assert!(cells.clone().count() > 1 && cells.into_iter().all(stands), "{below:?}");
        }
    }
}

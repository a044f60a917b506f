//! The rows of words below the years, such as the pledge of each year.

use crate::chart::figure::Words;
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, DESCENT, width};

/// The words below the years, set in the room that a year has.
#[derive(Debug, Default)]
pub(crate) struct Below {
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

impl Below {
    /// Every word below its own year: in one line, else in two, else in smaller type. Where years are too narrow for all of
    /// that, equal neighbours share one, and what is wider than its years is left out; so is a row that is left without a word.
    pub(crate) fn new(words: &Words, style: &Style, year: f64) -> Self {
        let (apart, room) = (words.apart(), words.apart() * year - style.space);
        let settings = [(style.tick, 1), (style.tick, 2), (style.small, 1), (style.small, 2)];
        let rows = || words.name.lines().enumerate();
        let own = |(kind, most): (Type, usize)| {
            rows().map(|(row, name)| Row::own(name, column(words, row), kind, room, most)).collect()
        };
        let shared = || rows().map(|(row, name)| Row::shared(name, column(words, row), style, (year, apart))).collect();
        let mut rows: Vec<Row> = settings.into_iter().find_map(own).unwrap_or_else(shared);
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

impl Row {
    /// The words each below its year, in so many lines at most, if all have room.
    fn own<'a>(
        name: &str,
        words: impl Iterator<Item = (f64, &'a str)>,
        kind: Type,
        room: f64,
        most: usize,
    ) -> Option<Self> {
        let cell = |(at, text): (f64, &str)| {
            let text = Paragraph::unbroken(text, kind, if most > 1 { room } else { f64::INFINITY });
            (text.width() <= room && text.lines.len() <= most).then_some(Cell { at, text })
        };
        let cells = words.map(cell).collect::<Option<Vec<Cell>>>()?;
        Some(Self { name: Paragraph::new(name, kind, f64::INFINITY), cells })
    }

    /// The words in one line, equal neighbours once, without those that have no room.
    fn shared<'a>(
        name: &str,
        words: impl Iterator<Item = (f64, &'a str)>,
        style: &Style,
        (year, apart): (f64, f64),
    ) -> Self {
        let words: Vec<(f64, &str)> = words.collect();
        let runs = words.chunk_by(|one, next| one.1 == next.1 && one.0 + 1.0 == next.0);
        let cell = |run: &[(f64, &str)]| {
            let ((first, text), (last, _)) = (run.first()?, run.last()?);
            let text = Paragraph::new(text, style.tick, f64::INFINITY);
            let fits = text.width() <= (last - first + apart) * year - style.space;
            fits.then(|| Cell { at: (first + last) / 2.0, text })
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
    use crate::chart::paper::options::Look;

    #[test]
    fn a_row_without_room_for_a_word_has_no_name_either() {
        let words = (2015_u16..2027).map(|year| (f64::from(year), format!("{year} 000"))).collect();
        let words = Words { name: "NOK million".to_owned(), words };
        let style = Style::new(&Look::default());
        assert_eq!(Below::new(&words, &style, 400.0).rows[0].cells.len(), 12);
        assert!(Below::new(&words, &style, 12.0).rows.is_empty());
    }
}

//! Text in lines: wrapped at blanks, even in length, shrunk before it takes too much room, and never lost in silence.

use super::line_breaking::{Line, Measured};
use super::type_style::{STEPS, Type};
use super::typeface::{CAP, DESCENT};

/// How much smaller a headline may be set so that it needs no second line.
const LITTLE: f64 = 0.84;

/// How wide narrower lines may be, of the usual ones.
const NARROW: f64 = 0.62;

/// Lines of text of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub(crate) lines: Vec<Line>,
    pub(crate) kind: Type,
}

impl Paragraph {
    /// The text in lines of at most `room` pixels.
    pub(crate) fn new(text: &str, kind: Type, room: f64) -> Self {
        Self::of(&Measured::new(text, kind.weight), kind, room)
    }

    fn of(text: &Measured, kind: Type, room: f64) -> Self {
        Self { lines: text.lines(room / kind.size), kind }
    }

    /// As [`Paragraph::new`], but wider rather than with a broken word.
    pub(crate) fn unbroken(text: &str, kind: Type, room: f64) -> Self {
        let text = Measured::new(text, kind.weight);
        Self::of(&text, kind, room.max(text.longest() * kind.size * 1.001))
    }

    /// As [`Paragraph::new`], with a line of its own for each line of the text.
    pub(crate) fn stacked(text: &str, kind: Type, room: f64) -> Self {
        Self { lines: text.split('\n').flat_map(|line| Self::new(line, kind, room).lines).collect(), kind }
    }

    /// The same with its long lines parted, where that makes one line more and breaks no word.
    pub(crate) fn narrower(&self) -> Option<Self> {
        let room = self.width() * NARROW;
        let unbroken = |line: &Line| Measured::new(&line.text, self.kind.weight).longest() * self.kind.size <= room;
        if !self.lines.iter().all(unbroken) {
            return None;
        }
        let lines = |line: &Line| Self::new(&line.text, self.kind, room).lines;
        let narrow = Self { lines: self.lines.iter().flat_map(lines).collect(), kind: self.kind };
        (narrow.lines.len() == self.lines.len() + 1).then_some(narrow)
    }

    /// As [`Paragraph::new`], in smaller type, down to `smallest`, as long as it is higher than `height`; what does not fit
    /// even then ends in an ellipsis.
    pub(crate) fn fitted(text: &str, kind: Type, smallest: f64, within: (f64, f64)) -> Self {
        Self::smaller(&Measured::new(text, kind.weight), kind, smallest, within)
    }

    fn smaller(text: &Measured, mut kind: Type, smallest: f64, (room, height): (f64, f64)) -> Self {
        loop {
            let mut fitted = Self::of(text, kind, room);
            if fitted.height() <= height || fitted.lines.len() < 2 {
                return fitted;
            }
            if kind.size <= smallest {
                fitted.end_within(height);
                return fitted;
            }
            kind.size = (kind.size * 0.94).max(smallest);
        }
    }

    /// As [`Paragraph::fitted`], in type so much smaller at most as saves a line: a headline uses the width it has.
    pub(crate) fn headline(text: &str, kind: Type, smallest: f64, within: (f64, f64)) -> Self {
        let text = Measured::new(text, kind.weight);
        // type comes in steps, and the next smaller one has room
        let size = (within.0 / text.whole() * STEPS).floor() / STEPS;
        let kind = if (kind.size * LITTLE..kind.size).contains(&size) { Type { size, ..kind } } else { kind };
        Self::smaller(&text, kind, smallest, within)
    }

    fn end_within(&mut self, height: f64) {
        while self.lines.len() > 1 && self.height() > height {
            self.lines.pop();
        }
        if let Some(last) = self.lines.last_mut() {
            *last = Line::new(format!("{}…", last.text), self.kind.weight);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// From the top of the first line's capitals to the bottom of the last line's letters.
    pub(crate) fn height(&self) -> f64 {
        let gaps = self.lines.iter().skip(1).map(|_| self.kind.leading()).sum::<f64>();
        if self.is_empty() { 0.0 } else { gaps + (CAP + DESCENT) * self.kind.size }
    }

    /// The width of the longest line.
    pub(crate) fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.width * self.kind.size).fold(0.0, f64::max)
    }

    /// All of its text.
    pub(crate) fn words(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The middle of the line that is nearest to a height, where the capitals of the first begin at `top`.
    pub(crate) fn middle_near(&self, top: f64, y: f64) -> f64 {
        let first = top + CAP * self.kind.size / 2.0;
        let last = first + (self.height() - (CAP + DESCENT) * self.kind.size).max(0.0);
        y.clamp(first, last)
    }

    /// The lines with the heights they stand on, where the capitals of the first begin at `top`.
    pub(crate) fn standing(&self, top: f64) -> impl Iterator<Item = (&Line, f64)> {
        let first = top + CAP * self.kind.size;
        let kind = self.kind;
        self.lines.iter().zip(0_u16..).map(move |(line, number)| (line, first + f64::from(number) * kind.leading()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::text::typeface::Weight;

    const TEXT: Type = Type { size: 20.0, weight: Weight::SemiBold };

    #[test]
    fn lines_are_even_and_fit() {
        let paragraph = Paragraph::new("Utopia spent two per cent of its domestic product on defence", TEXT, 400.0);
        let widths: Vec<f64> = paragraph.lines.iter().map(|line| line.width * TEXT.size).collect();
        assert_eq!(widths.len(), 2);
        assert!(widths.iter().all(|width| *width <= 400.0));
        assert!(widths[1] > widths[0] * 0.75, "{widths:?}");
    }

    #[test]
    fn a_word_without_a_blank_is_broken_before_it_leaves_the_room() {
        let paragraph = Paragraph::new(&"defence".repeat(20), TEXT, 200.0);
        assert!(paragraph.width() <= 200.0);
        assert_eq!(paragraph.words().replace(' ', ""), "defence".repeat(20));
    }

    #[test]
    fn a_text_too_long_for_any_type_says_that_it_goes_on() {
        let paragraph = Paragraph::fitted(&"word ".repeat(500), TEXT, 10.0, (300.0, 60.0));
        assert!(paragraph.height() <= 60.0);
        assert!(paragraph.lines.last().is_some_and(|line| line.text.ends_with('…')));
    }
}

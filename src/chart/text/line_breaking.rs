//! A text, measured once, and the lines it makes in any room. Widths are those at a font size of 1.

use std::cell::OnceCell;

use super::typeface::{Weight, width};

const NO_BREAK: char = '\u{a0}';

/// A line of text, measured once.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) width: f64,
}

impl Line {
    pub(crate) fn new(text: impl Into<String>, weight: Weight) -> Self {
        let text = text.into();
        Self { width: width(&text, weight), text }
    }
}

/// A text and how wide it and its words are.
pub(crate) struct Measured<'t> {
    text: &'t str,
    weight: Weight,
    whole: f64,
    /// Its words with their widths, measured when they are first asked for.
    words: OnceCell<Vec<(&'t str, f64)>>,
}

impl<'t> Measured<'t> {
    pub(crate) fn new(text: &'t str, weight: Weight) -> Self {
        Self { text, weight, whole: width(text, weight), words: OnceCell::new() }
    }

    /// The width of all of it.
    pub(crate) fn whole(&self) -> f64 {
        self.whole
    }

    /// The width of its longest word.
    pub(crate) fn longest(&self) -> f64 {
        // a text without a blank is a word
        if !self.text.contains(' ') {
            return self.whole;
        }
        self.words().iter().map(|(_, width)| *width).fold(0.0, f64::max)
    }

    /// It in as few lines as its words need, and these as even as they can be.
    pub(crate) fn lines(&self, room: f64) -> Vec<Line> {
        if self.whole <= room && !self.text.contains(char::is_control) {
            let line = || Line { text: self.text.to_owned(), width: self.whole };
            return if self.text.is_empty() { Vec::new() } else { vec![line()] };
        }
        let blank = width(" ", self.weight);
        let words: Vec<(&str, f64)> = self.words().iter().flat_map(|word| pieces(*word, self.weight, room)).collect();
        let fewest = lines_of(&words, blank, room);
        let (mut narrow, mut wide) = (0.0, room);
        for _ in 0..7 {
            let middle = (narrow + wide) / 2.0;
            let fits = words.iter().all(|(_, width)| *width <= middle) && lines_of(&words, blank, middle) <= fewest;
            if fits { wide = middle } else { narrow = middle }
        }
        filled(&words, blank, wide).into_iter().map(|line| Line::new(line, self.weight)).collect()
    }

    fn words(&self) -> &[(&'t str, f64)] {
        self.words.get_or_init(|| {
            let parts = self.text.split(|letter: char| letter == ' ' || letter.is_control());
            parts.filter(|word| !word.is_empty()).map(|word| (word, width(word, self.weight))).collect()
        })
    }
}

/// How many lines [`filled`] makes.
fn lines_of(words: &[(&str, f64)], blank: f64, room: f64) -> usize {
    let mut used = f64::INFINITY;
    let starts = words.iter().filter(|(_, width)| {
        let starts = used + blank + width > room;
        used = if starts { *width } else { used + blank + width };
        starts
    });
    starts.count()
}

/// Words set one after another, with a new line where the next has no room.
fn filled(words: &[(&str, f64)], blank: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0.0;
    for (word, width) in words {
        match lines.last_mut() {
            Some(line) if used + blank + width <= room => {
                line.push(' ');
                line.push_str(word);
                used += blank + width;
            }
            _ => {
                lines.push((*word).to_owned());
                used = *width;
            }
        }
    }
    lines
}

/// A word in pieces that each fit, where it is wider than the room: parted at its no-break spaces, else between letters.
fn pieces((word, whole): (&str, f64), weight: Weight, room: f64) -> Vec<(&str, f64)> {
    if whole <= room {
        return vec![(word, whole)];
    }
    let parts = word.split(NO_BREAK).map(|part| (part, width(part, weight)));
    parts.flat_map(|part| letters(part, weight, room)).collect()
}

/// A word in pieces that each fit, parted between letters.
fn letters((word, whole): (&str, f64), weight: Weight, room: f64) -> Vec<(&str, f64)> {
    if whole <= room {
        return vec![(word, whole)];
    }
    let (mut pieces, mut start, mut used) = (Vec::new(), 0, 0.0);
    for (at, letter) in word.char_indices() {
        let advance = width(letter.encode_utf8(&mut [0; 4]), weight);
        if at > start && used + advance > room {
            pieces.push(&word[start..at]);
            (start, used) = (at, 0.0);
        }
        used += advance;
    }
    pieces.push(&word[start..]);
    pieces.into_iter().map(|piece| (piece, width(piece, weight))).collect()
}

//! Where in a text something was found.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How much of a line an excerpt shows on either side of what it underlines, in bytes.
const WINDOW: usize = 400;

/// So many bytes are looked through for a column, however long the line is.
const BLOCK: usize = 4096;

/// A text with a name, to find places in.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceText {
    name: Arc<str>,
    content: String,
    /// Where the lines end, once somebody has asked for one.
    line_ends: OnceLock<Vec<usize>>,
    /// How many characters begin before each block of bytes, likewise.
    characters: OnceLock<Vec<usize>>,
}

/// Its name alone: each value of a book leads to the text of its whole file.
impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SourceText").field(&self.name).finish()
    }
}

impl SourceText {
    /// A text under the name that error messages show, usually the path of a file.
    #[must_use]
    pub fn new(name: &str, content: impl Into<String>) -> Self {
        Self { name: name.into(), content: content.into(), line_ends: OnceLock::new(), characters: OnceLock::new() }
    }

    /// The name that error messages show.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The text itself.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The line, counted from 1, on which this byte stands.
    #[must_use]
    pub fn line(&self, byte: usize) -> usize {
        1 + self.line_ends().partition_point(|end| *end < byte)
    }

    fn line_ends(&self) -> &[usize] {
        self.line_ends.get_or_init(|| self.content.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// How many characters begin before this byte.
    fn characters(&self, byte: usize) -> usize {
        let bytes = self.content.as_bytes();
        let begin = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let blocks = self.characters.get_or_init(|| {
            let counts = bytes.chunks(BLOCK).scan(0, |sum, block| {
                *sum += begin(block);
                Some(*sum)
            });
            std::iter::once(0).chain(counts).collect()
        });
        blocks[byte / BLOCK] + begin(&bytes[byte / BLOCK * BLOCK..byte])
    }

    /// The place of these bytes; of several lines the first.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Place {
        let start = self.boundary(span.start);
        let (ends, line) = (self.line_ends(), self.line(start));
        let from = line.checked_sub(2).map_or(0, |before| ends[before] + 1);
        let to = ends.get(line - 1).copied().unwrap_or(self.content.len());
        let to = if self.content[from..to].ends_with('\r') { to - 1 } else { to };
        let start = start.min(to);
        let end = self.boundary(span.end).clamp(start, to);
        let (left, right) =
            (self.boundary(start.saturating_sub(WINDOW)).max(from), self.boundary(end + WINDOW).min(to));
        Place {
            file: Arc::clone(&self.name),
            line,
            column: self.characters(start) - self.characters(from) + 1,
            excerpt: self.content[left..right.max(left)].to_owned(),
            span: start - left..end.min(right) - left,
        }
    }

    /// The nearest character boundary at or before this byte.
    fn boundary(&self, byte: usize) -> usize {
        let byte = byte.min(self.content.len());
        (0..=byte).rev().find(|at| self.content.is_char_boundary(*at)).unwrap_or(0)
    }
}

/// A place in a file or another text: line and column counted from 1, and the line itself for an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the text: a path, or an option of the command line.
    pub file: Arc<str>,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The column in characters, counted from 1; 0 where the whole file is meant.
    pub column: usize,
    /// The line, or the part of a very long one around the place.
    pub excerpt: String,
    /// The bytes of `excerpt` that are meant.
    pub span: Range<usize>,
}

impl Place {
    /// A file as a whole, where no line can be named.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self { file: name.into(), line: 0, column: 0, excerpt: String::new(), span: 0..0 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.file),
            line => write!(f, "{}:{line}:{}", self.file, self.column),
        }
    }
}

/// Where a value was read: a text, and its bytes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    text: Arc<SourceText>,
    span: Range<usize>,
}

impl Origin {
    /// These bytes of a text.
    #[must_use]
    pub fn new(text: &Arc<SourceText>, span: Range<usize>) -> Self {
        Self { text: Arc::clone(text), span }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &Arc<SourceText> {
        &self.text
    }

    /// The bytes in the text.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The place, with its line for an excerpt.
    #[must_use]
    pub fn place(&self) -> Place {
        self.text.place(self.span())
    }
}

impl fmt::Display for Origin {
    /// The file and the line, as `data/commitments/latvia.toml:12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.text.name(), self.text.line(self.span.start))
    }
}

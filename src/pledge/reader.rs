//! A pledge that is being read, word by word.

use std::ops::Range;

use super::Speaker;
use super::token::{Shape, Token};

/// The words of a pledge from one on; a copy looks ahead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) speaker: Speaker,
    next: Option<Token<'t>>,
    /// The byte behind what has been read.
    end: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, speaker: Speaker) -> Self {
        Self { text, speaker, next: Token::read(text, 0), end: 0 }
    }

    pub(super) fn peek(&self) -> Option<Token<'t>> {
        self.next
    }

    pub(super) fn advance(&mut self) {
        if let Some(token) = self.next {
            self.end = token.end();
            self.next = Token::read(self.text, self.end);
        }
    }

    /// The next token if it has this shape.
    pub(super) fn take(&mut self, shape: Shape) -> Option<Token<'t>> {
        let token = self.next.filter(|token| token.shape == shape)?;
        self.advance();
        Some(token)
    }

    /// Whether the next word is this one.
    pub(super) fn is_next(&self, word: &str) -> bool {
        self.next.as_ref().is_some_and(|token| token.is(word))
    }

    /// Whether it is, and then it is read.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_next = self.is_next(word);
        if is_next {
            self.advance();
        }
        is_next
    }

    /// Whether these words come next, which are read then.
    pub(super) fn take_words(&mut self, words: &[&str]) -> bool {
        if !words.first().is_some_and(|first| self.is_next(first)) {
            return false;
        }
        let mut ahead = *self;
        let are_next = words.iter().all(|word| ahead.take_word(word));
        if are_next {
            *self = ahead;
        }
        are_next
    }

    /// Whether one of these phrases comes next, which is read then.
    pub(super) fn take_one_of(&mut self, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.take_words(words))
    }

    /// The byte at which the next token starts; at the end that behind the last one.
    pub(super) fn at(&self) -> usize {
        self.next.map_or(self.end, |token| token.start)
    }

    /// The bytes from this one on that have been read.
    pub(super) fn span(&self, from: usize) -> Range<usize> {
        from..self.end.max(from)
    }

    /// The same bytes as text.
    pub(super) fn said(&self, from: usize) -> &'t str {
        &self.text[self.span(from)]
    }

    /// The bytes that are still to be read.
    pub(super) fn rest(&self) -> Range<usize> {
        self.at()..self.text.trim_end().len().max(self.at())
    }
}

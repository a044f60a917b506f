//! A scenario file in blocks, each ending between two scenarios.

use std::io::{self, Read};

use crate::error::{Error, Kind, Place, Result, SourceText};
use crate::gdp::feed::Countries;

use super::block_split::{is_plain, last_split};
use super::header::{Header, records};

/// No sound scenario is longer: every year of every country that three letters can name.
const LONGEST: usize = 1 << 27;

/// No sound line is longer: where none ends for so long the file is of another kind, and is not read into memory.
const LONGEST_LINE: usize = 1 << 20;

/// What has not been read yet.
pub(super) struct Source<R> {
    reader: R,
    /// How many bytes a block has, unless a scenario is longer.
    size: usize,
    /// What was read behind the last block.
    rest: Vec<u8>,
    ended: bool,
    next: u64,
}

/// A part of the file.
#[derive(Default)]
pub(super) struct Block {
    /// How many came before.
    pub(super) number: u64,
    pub(super) text: Vec<u8>,
    /// Whether every LF, and nothing else, ends a line.
    pub(super) plain: bool,
}

impl<R: Read> Source<R> {
    /// Reads the header of a file that messages call `name`; the lines above the first block are counted too.
    ///
    /// # Errors
    /// The file cannot be read, or the header is not that of a scenario file.
    pub(super) fn open<'b>(
        name: &str,
        reader: R,
        countries: Countries<'b>,
        size: usize,
    ) -> Result<(Self, Header<'b>, usize)> {
        let mut source = Self { reader, size: size.max(1), rest: Vec::new(), ended: false, next: 0 };
        let mut text = Vec::new();
        let end = loop {
            let wanted = (text.len() * 2).max(source.size);
            source.fill(&mut text, wanted).map_err(|error| unreadable(name, &error))?;
            if let Some(end) = header_end(&text, source.ended || text.len() >= LONGEST) {
                break end;
            }
            check_length(name, &text)?;
        };
        source.rest = text.split_off(end);
        let header = Header::read(name, &text, countries)?;
        Ok((source, header, newlines(&text)))
    }

    /// The line that comes next, without its end, if it was read already.
    pub(super) fn first_line(&self) -> Option<&[u8]> {
        memchr::memchr(b'\n', &self.rest).map(|end| &self.rest[..end])
    }

    /// Reads the next block; false at the end.
    ///
    /// # Errors
    /// The file cannot be read, which is its end; the block has its number all the same.
    pub(super) fn next(&mut self, block: &mut Block, header: &Header<'_>) -> Result<bool> {
        block.number = self.next;
        self.next += 1;
        let read = self.read(block, header);
        self.ended |= read.is_err();
        read
    }

    fn read(&mut self, block: &mut Block, header: &Header<'_>) -> Result<bool> {
        block.text.clear();
        block.text.append(&mut self.rest);
        let mut wanted = self.size.max(block.text.len());
        loop {
            let cut = self.fill(&mut block.text, wanted).map(|()| self.cut(block, header));
            if let Some(end) = cut.map_err(|error| unreadable(&header.name, &error))? {
                self.rest.extend_from_slice(&block.text[end..]);
                block.text.truncate(end);
                return Ok(!block.text.is_empty());
            }
            check_length(&header.name, &block.text)?;
            wanted = block.text.len() * 2;
        }
    }

    fn cut(&self, block: &mut Block, header: &Header<'_>) -> Option<usize> {
        block.plain = is_plain(&block.text);
        if self.ended || block.text.len() >= LONGEST {
            return Some(block.text.len());
        }
        last_split(&block.text, header, block.plain)
    }

    /// Reads on until the text is so long, or the file over.
    fn fill(&mut self, text: &mut Vec<u8>, wanted: usize) -> io::Result<()> {
        let mut length = text.len();
        text.resize(wanted.max(length), 0);
        while length < text.len() && !self.ended {
            match self.reader.read(&mut text[length..]) {
                Ok(0) => self.ended = true,
                Ok(count) => length += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        text.truncate(length);
        Ok(())
    }
}

/// Where the header ends, if it is whole: the first record that is not blank.
fn header_end(text: &[u8], ended: bool) -> Option<usize> {
    let mut found = ended.then_some(text.len());
    records(text, |span, _| {
        let raw = String::from_utf8_lossy(&text[span.clone()]);
        let blank = raw.trim_start_matches('\u{feff}').trim().is_empty();
        if !blank && span.end < text.len() {
            found = Some(span.end);
        }
        blank
    });
    found
}

/// How many lines end in a text.
pub(super) fn newlines(text: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', text).count()
}

/// Where the last line of a text starts, or the lines that a quoted cell holds together.
fn last_start(text: &[u8]) -> usize {
    if memchr::memchr(b'"', text).is_none() {
        return memchr::memrchr(b'\n', text).map_or(0, |end| end + 1);
    }
    let mut start = 0;
    records(text, |span, _| {
        let blank = text[span.clone()].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        start = span.start + blank;
        true
    });
    start
}

/// Checks that the last line of a text, which goes on, is not too long.
fn check_length(name: &str, text: &[u8]) -> Result<()> {
    let start = last_start(text);
    if text.len() - start <= LONGEST_LINE {
        return Ok(());
    }
    let reason = format!("a line of it is longer than {LONGEST_LINE} bytes");
    let place = SourceText::new(name, String::from_utf8_lossy(&text[start..start + 80])).place(0..0);
    let error = Error::new(Kind::UnreadableFile { path: name.to_owned(), reason }).at(place);
    let lines = isize::try_from(newlines(&text[..start])).unwrap_or(isize::MAX);
    Err(error.help("write each year of each scenario in a line of its own, and close every quote").moved(lines))
}

fn unreadable(name: &str, error: &io::Error) -> Error {
    let kind = Kind::UnreadableFile { path: name.to_owned(), reason: error.kind().to_string() };
    Error::new(kind).help("see that the file is there and that you may read it").at(Place::file(name))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte at a time, is interrupted before each, and fails at the end if it is to.
    struct Slow<'t> {
        rest: &'t [u8],
        interrupted: bool,
        fails: bool,
    }

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.interrupted = !self.interrupted;
            match self.rest {
                _ if self.interrupted => Err(io::ErrorKind::Interrupted.into()),
                [] if self.fails => Err(io::ErrorKind::ConnectionReset.into()),
                _ => self.rest.read(&mut into[..1]),
            }
        }
    }

    /// The lines above the first block of that many bytes, and the blocks, with how the file ends.
    fn blocks(text: &str, size: usize, fails: bool) -> (usize, Vec<String>, Result<bool>) {
        let reader = Slow { rest: text.as_bytes(), interrupted: false, fails };
        let countries = Countries { default: Some("AAA".parse().unwrap()), known: &[], guards: &[] };
        let (mut source, header, lines) = Source::open("f.csv", reader, countries, size).unwrap();
        let (mut blocks, mut block) = (Vec::new(), Block::default());
        let end = loop {
            let next = source.next(&mut block, &header);
            assert_eq!(block.number, blocks.len() as u64);
            if next != Ok(true) {
                break next;
            }
            blocks.push(String::from_utf8(block.text.clone()).unwrap());
        };
        assert_eq!(source.next(&mut block, &header), Ok(false), "the end is the end");
        (lines, blocks, end)
    }

    const HEADER: &str = "\u{feff}\nscenario,year,gdp_million\n";

    /// Scenarios in the order of their names, of one line or two, with blank lines between them.
    fn lines() -> String {
        let many = ('e'..='z').map(|name| format!("{name},2026,5\n"));
        "a,2026,5\na,2027,5\nbc,2026,12345.5\r\n\nd,2026,5\nd,2027,5\n".to_owned()
            + &many.collect::<String>()
            + "~,2026,5"
    }

    #[test]
    fn blocks_of_any_size_are_the_file_and_part_no_scenario() {
        let quoted = lines().replace("a,2026", "\"a\",\"2026\"");
        for below in [lines(), quoted] {
            for size in 1..below.len() + HEADER.len() + 2 {
                let (lines, blocks, end) = blocks(&(HEADER.to_owned() + &below), size, false);
                assert_eq!((lines, blocks.concat(), end), (2, below.clone(), Ok(false)), "{size}");
                assert!(size > 60 || blocks.len() > 2, "{size}: {blocks:?}");
                assert!(size <= below.len() || blocks.len() == 1, "{size}: {blocks:?}");
                let named = |block: &String| block.trim_start().trim_start_matches('"').chars().next();
                let names: Vec<char> = blocks.iter().filter_map(named).collect();
                assert!(names.is_sorted_by(|a, b| a < b), "{size}: {blocks:?}");
            }
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_to_its_end_says_so_once() {
        let (_, blocks, end) = blocks(&(HEADER.to_owned() + &lines()), 1, true);
        assert!(lines().starts_with(&blocks.concat()) && blocks.len() > 1, "{blocks:?}");
        assert!(matches!(end.unwrap_err().kind(), Kind::UnreadableFile { .. }));
    }

    #[test]
    fn a_header_is_the_first_line_that_is_not_blank() {
        for (text, end) in [
            ("", None),
            ("\n", None),
            ("a", None),
            ("a\n", None),
            ("a\nb", Some(2)),
            ("\n \n\u{feff}\na,b\nc", Some(11)),
            ("\"a\nb\"\nc\nd", Some(6)),
        ] {
            assert_eq!(header_end(text.as_bytes(), false), end, "{text:?}");
            assert_eq!(header_end(text.as_bytes(), true), end.or(Some(text.len())), "{text:?}");
        }
    }

    #[test]
    fn the_last_line_starts_behind_the_last_line_end_that_no_quote_holds() {
        for (text, start) in [
            ("", 0),
            ("a", 0),
            ("a\n", 2),
            ("a\nbc\nd", 5),
            ("\"a\nb", 0),
            ("x\n\"a\nb", 2),
            ("x\n\"a\nb\"\nc", 8),
            ("x\n\"a\"\n\n\nc", 8),
        ] {
            assert_eq!(last_start(text.as_bytes()), start, "{text:?}");
        }
        assert_eq!(["", "a", "a\n", "a\n\nb"].map(|text| newlines(text.as_bytes())), [0, 0, 1, 2]);
    }

    #[test]
    fn a_line_may_be_as_long_as_the_limit_says() {
        for above in ["", "a,2026,5\n", "\"a\",2026,5\n\n"] {
            let text = |length: usize| (above.to_owned() + &"x".repeat(length)).into_bytes();
            assert_eq!(check_length("f.csv", &text(LONGEST_LINE)), Ok(()));
            let error = check_length("f.csv", &text(LONGEST_LINE + 1)).unwrap_err();
            let place = error.place().unwrap();
            assert_eq!(place.line, 1 + newlines(above.as_bytes()), "{error}");
            assert!(place.excerpt.starts_with("xxx"), "{error}");
        }
    }
}

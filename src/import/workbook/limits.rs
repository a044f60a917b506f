//! What is counted before a workbook is opened: what a few bytes may ask for is not what a publisher ships.
//!
//! Sizes that a file declares are not believed: every part is expanded and counted, and of the parts that are kept as a whole
//! once a workbook is open every element, since what is said once there may be copied many times.

use std::io::{self, Cursor, Read};

use memchr::memmem;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Error, Kind, Place, Result};
use crate::import::Official;

/// So many cells are read of a workbook; the largest of a publisher has a fifth of it.
pub(super) const CELLS: usize = 300_000;
/// So many bytes of text the cells may hold; a text that many share is said once in the file, and kept in each.
pub(super) const LETTERS: usize = 16 << 20;
/// So many sheets it may have; one part may be said to be many of them, and is read for each.
pub(super) const SHEETS: usize = 250;
/// So many rows a sheet may have.
pub(super) const ROWS: u32 = 100_000;
/// So many columns a sheet may have.
pub(super) const COLUMNS: u32 = 1_000;
/// So many bytes the file may have.
const BYTES: usize = 16 << 20;
/// So many parts the file may have.
const PARTS: usize = 1_000;
/// So many bytes the parts may have when expanded.
const EXPANDED: usize = 32 << 20;
/// So many bytes one tag or one text of a part that is kept may have.
const LONGEST: u64 = 128 << 10;

/// What to do about a file that holds too much.
pub(super) const SMALLER: &str = "save the sheets that matter as a workbook of their own";
const AGAIN: &str = "take the file again from its publisher";
const SAVE: &str = "open it in a spreadsheet program and save it as .xlsx";

/// How a zip archive begins, how each entry of its table of contents, and how a file of the older kind.
const ZIP: &[u8] = b"PK\x03\x04";
const ENTRY: &[u8] = b"PK\x01\x02";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
/// The name that a locked workbook has in a file of the older kind.
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

/// The part that says what the file is.
const ROOT: &str = "_rels/.rels";
/// What it says of a workbook.
const WORKBOOK: &str = "xl/workbook.xml";
/// The texts that cells share.
const STRINGS: &str = "xl/sharedstrings.xml";

/// A part that is kept as a whole, how many elements it may have, and how many bytes one of its tags.
struct Kept {
    name: &'static str,
    elements: usize,
    tag: u64,
}

const KEPT: &[Kept] = &[
    Kept { name: ROOT, elements: 1_000, tag: 2 << 10 },
    Kept { name: WORKBOOK, elements: 20_000, tag: 2 << 10 },
    Kept { name: "xl/_rels/workbook.xml.rels", elements: 5_000, tag: 2 << 10 },
    Kept { name: "xl/styles.xml", elements: 30_000, tag: 2 << 10 },
    Kept { name: "xl/theme/theme1.xml", elements: 20_000, tag: 2 << 10 },
    Kept { name: STRINGS, elements: 300_000, tag: 2 << 10 },
];

/// An error of a workbook or of a place in it.
pub(in crate::import) fn unreadable(place: &str, reason: &str, help: &str) -> Error {
    Error::new(Kind::UnreadableWorkbook { reason: reason.to_owned() }).help(help).at(Place::file(place))
}

/// Whether the file may be a workbook at all.
pub(in crate::import) fn is_workbook(official: &Official<'_>) -> bool {
    official.bytes.starts_with(ZIP)
}

/// Holds a file against the limits if it is a workbook by its first bytes; an empty one may be anything.
///
/// # Errors
/// As [`check`].
pub(in crate::import) fn check_if_one(official: &Official<'_>) -> Result<()> {
    let may_be = official.bytes.is_empty() || [ZIP, COMPOUND].iter().any(|mark| official.bytes.starts_with(mark));
    if may_be { check(official) } else { Ok(()) }
}

/// Holds a file against the limits.
///
/// # Errors
/// It is no workbook of this kind, is locked or damaged, or holds more than a publisher's workbook does.
pub(super) fn check(official: &Official<'_>) -> Result<()> {
    if official.bytes.is_empty() {
        return Err(Error::new(Kind::EmptyFile {}).help(AGAIN).at(Place::file(official.name)));
    }
    parts(official.bytes).map_err(|Refused { reason, help }| unreadable(official.name, &reason, help))
}

/// Why a file is not opened, and what to do.
struct Refused {
    reason: String,
    help: &'static str,
}

fn refused(reason: &str, help: &'static str) -> Refused {
    Refused { reason: reason.to_owned(), help }
}

fn damaged() -> Refused {
    refused("it is damaged or cut off", AGAIN)
}

fn parts(bytes: &[u8]) -> Result<(), Refused> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    match () {
        () if begins(COMPOUND) && memmem::find(bytes, LOCKED).is_some() => return Err(locked()),
        () if begins(COMPOUND) => return Err(refused("it is an .xls file of the old kind", SAVE)),
        () if !begins(ZIP) => return Err(refused("it is text or a page, whatever its name says", SAVE)),
        () if bytes.len() > BYTES => return Err(too_much("bytes", BYTES)),
        () if memmem::find_iter(bytes, ENTRY).nth(PARTS).is_some() => return Err(too_much("parts", PARTS)),
        () => {}
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.index_for_name(ROOT).is_none() {
        let is_open_document = archive.index_for_name("mimetype").is_some();
        let reason = if is_open_document { "it is an OpenDocument file" } else { "it is an archive of other files" };
        return Err(refused(reason, SAVE));
    }
    let mut left = EXPANDED;
    (0..archive.len()).try_for_each(|index| part(&mut archive, index, &mut left))
}

fn too_much(what: &str, most: usize) -> Refused {
    refused(&format!("it has more than {most} {what}"), SMALLER)
}

fn locked() -> Refused {
    refused("it is locked with a password", "save it without one")
}

/// Expands a part within what is left, and looks through it if it is kept.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, left: &mut usize) -> Result<(), Refused> {
    let file = archive.by_index(index).map_err(|error| {
        let is_locked = matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
        if is_locked { locked() } else { damaged() }
    })?;
    let name = file.name().map_err(|_| damaged())?.replace('\\', "/").to_ascii_lowercase();
    let kept = KEPT.iter().find(|kept| kept.name == name);
    let mut bytes = Vec::new();
    let mut expanded = file.take(*left as u64 + 1);
    let size = match kept {
        Some(_) => expanded.read_to_end(&mut bytes),
        None => io::copy(&mut expanded, &mut io::sink()).map(|size| usize::try_from(size).unwrap_or(usize::MAX)),
    };
    let size = size.map_err(|_| damaged())?;
    *left = left.checked_sub(size).ok_or_else(|| too_much("bytes when expanded", EXPANDED))?;
    kept.map_or(Ok(()), |kept| kept.look_through(&bytes))
}

impl Kept {
    fn look_through(&self, bytes: &[u8]) -> Result<(), Refused> {
        let mut xml = quick_xml::Reader::from_str(std::str::from_utf8(bytes).map_err(|_| damaged())?);
        let (mut elements, mut at) = (0, 0);
        loop {
            let event = xml.read_event().map_err(|_| damaged())?;
            let length = xml.buffer_position() - at;
            at += length;
            if let Event::Start(tag) | Event::Empty(tag) = &event {
                elements += 1;
                if elements > self.elements || length > self.tag {
                    let reason = format!("it has more in `{}` than a workbook needs", self.name);
                    return Err(refused(&reason, SMALLER));
                }
                self.check(tag)?;
            } else if length > LONGEST {
                return Err(refused(&format!("it has a text of {length} bytes"), SMALLER));
            } else if matches!(event, Event::Eof) {
                return Ok(());
            }
        }
    }

    /// What a tag declares of the whole file.
    fn check(&self, tag: &BytesStart<'_>) -> Result<(), Refused> {
        let attribute =
            |name| tag.try_get_attribute(name).map(|found| found.map(|own| own.value)).map_err(|_| damaged());
        match (self.name, tag.local_name().as_ref()) {
            (STRINGS, "sst") => match attribute("uniqueCount")?.map(|count| count.parse::<usize>()) {
                None => Ok(()),
                Some(Ok(count)) if count <= self.elements => Ok(()),
                Some(_) => Err(too_much("texts", self.elements)),
            },
            (ROOT, "Relationship") if attribute("Type")?.is_some_and(|own| own.ends_with("/officeDocument")) => {
                let target = attribute("Target")?.unwrap_or_default();
                match target.strip_prefix('/').unwrap_or(&target) {
                    WORKBOOK => Ok(()),
                    binary if binary.ends_with(".bin") => Err(refused("it is a binary workbook (.xlsb)", SAVE)),
                    _ => Err(refused("it is no spreadsheet", SAVE)),
                }
            }
            _ => Ok(()),
        }
    }
}

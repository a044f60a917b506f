//! The parts of a workbook, each below a line `--- NAME`, put into an archive and read as each of the formats of workbooks.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use pledgebook::import::{Official, Wanted, read};
use pledgebook_fuzz::{files, within_limits};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|text: &str| {
    let Some(bytes) = archive(text) else { return };
    let wanted = Wanted { vintage: "2026-07-10".parse().ok(), ..Wanted::default() };
    within_limits(&bytes, || {
        for format in [None, Some("nato"), Some("sipri")] {
            drop(read(format, &Official { name: "book.xlsx", bytes: &bytes }, &wanted));
        }
    });
});

fn archive(text: &str) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in files(text) {
        archive.start_file(name, stored).ok()?;
        archive.write_all(part.as_bytes()).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

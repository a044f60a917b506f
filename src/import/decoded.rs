//! The bytes of a publisher's text as characters.

use std::sync::Arc;

use crate::error::{Error, Kind, Result, SourceText};

use super::Official;

/// A file as text: by its byte order mark, else UTF-16 where every other byte is zero, else UTF-8, else Latin-1, which any bytes are.
pub(super) fn decoded(file: &Official<'_>) -> Arc<SourceText> {
    Arc::new(SourceText::new(file.name, characters(file.bytes)))
}

/// A file as text that is no markup.
///
/// # Errors
/// It is SDMX-ML; the help says what to ask for in its place.
pub(super) fn unmarked_up(file: &Official<'_>, instead: &str) -> Result<Arc<SourceText>> {
    let text = decoded(file);
    if !text.content().trim_start().starts_with('<') {
        return Ok(text);
    }
    let kind = Kind::UnreadableFile { path: file.name.to_owned(), reason: "it is SDMX-ML".to_owned() };
    Err(Error::new(kind).help(format!("ask the service for {instead}")))
}

/// Whether the text of a file begins with what a test of its first characters says; cheap, however long the file is.
pub(super) fn begins(file: &Official<'_>, is_begun: impl Fn(&str) -> bool) -> bool {
    const HEAD: usize = 4096;
    let head = &file.bytes[..file.bytes.len().min(HEAD)];
    is_begun(&characters(head))
}

fn characters(bytes: &[u8]) -> String {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => unmarked(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        [0, first, ..] if *first != 0 => utf16(bytes, u16::from_be_bytes),
        _ => unmarked(bytes),
    }
}

/// UTF-8, but for a character that the end cuts in two, or Latin-1.
fn unmarked(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_in_every_encoding() {
        let text = "ISO\tTürkiye\r\n";
        let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xEF\xBB\xBF", text.as_bytes().to_vec()),
            utf16(u16::to_le_bytes),
            marked(b"\xFF\xFE", utf16(u16::to_le_bytes)),
            utf16(u16::to_be_bytes),
            marked(b"\xFE\xFF", utf16(u16::to_be_bytes)),
            latin,
        ] {
            let file = Official { name: "weo.xls", bytes: &bytes };
            assert_eq!(decoded(&file).content(), text, "{bytes:?}");
            assert!(begins(&file, |head| head.starts_with("ISO\t")));
        }
        let odd = Official { name: "weo.xls", bytes: b"\xFF\xFEI" };
        assert_eq!(decoded(&odd).content(), "");
    }
}

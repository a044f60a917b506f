//! Where the cells of a row stand.

use std::ops::Range;

use crate::error::Kind;

/// What is wrong with a quote, and at which bytes of the row.
pub(super) type Fault = (Range<usize>, Kind);

/// The bytes of each field of a raw row, without quotes.
pub(super) fn fields(raw: &str) -> Result<Vec<Range<usize>>, Fault> {
    let bytes = raw.as_bytes();
    let mut fields = Vec::new();
    let mut at = 0;
    loop {
        let quoted = bytes.get(at) == Some(&b'"');
        let end = if quoted { closing_quote(bytes, at) } else { at };
        if end >= bytes.len() && quoted {
            return Err((at..at + 1, Kind::UnterminatedQuote {}));
        }
        let stop = bytes[end..].iter().position(|byte| *byte == b',').map_or(bytes.len(), |comma| end + comma);
        if quoted && stop > end + 1 {
            return Err((end + 1..stop, Kind::TextAfterQuote { text: raw[end + 1..stop].to_owned() }));
        }
        fields.push(if quoted { at + 1..end } else { at..stop });
        if stop == bytes.len() {
            return Ok(fields);
        }
        at = stop + 1;
    }
}

/// Where the quote that opens here is closed, or the end of the row; a quote written twice is a letter.
fn closing_quote(bytes: &[u8], open: usize) -> usize {
    let mut end = open + 1;
    while let Some(byte) = bytes.get(end) {
        match (byte, bytes.get(end + 1)) {
            (b'"', Some(b'"')) => end += 2,
            (b'"', _) => break,
            _ => end += 1,
        }
    }
    end.min(bytes.len())
}

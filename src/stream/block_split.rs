//! Where a block may end: before a line whose scenario differs from the one before, so that blocks do not depend on each other.

use memchr::{memchr, memchr_iter, memrchr};

use super::header::{Header, records};

/// Whether every LF, and nothing else, ends a line: no quotes, and no CR by itself.
pub(super) fn is_plain(text: &[u8]) -> bool {
    let lone = |at: usize| !matches!(text.get(at + 1), Some(b'\n') | None);
    memchr(b'"', text).is_none() && !memchr_iter(b'\r', text).any(lone)
}

/// The last place in the text where a block may end, if there is one; what stands behind the last line end may go on.
pub(super) fn last_split(text: &[u8], header: &Header<'_>, plain: bool) -> Option<usize> {
    if plain { split_of_lines(text, header) } else { split_of_records(text, header) }
}

/// Line by line from the end.
fn split_of_lines(text: &[u8], header: &Header<'_>) -> Option<usize> {
    let mut later: Option<(&str, usize)> = None;
    let mut end = memrchr(b'\n', text)?;
    loop {
        let start = memrchr(b'\n', &text[..end]).map_or(0, |before| before + 1);
        let line = &text[start..end];
        if let Some(found) = header.scenario_of_line(line.strip_suffix(b"\r").unwrap_or(line)) {
            if let Some((_, at)) = later.filter(|(later, _)| *later != found) {
                return Some(at);
            }
            later = Some((found, start));
        }
        end = start.checked_sub(1)?;
    }
}

/// Record by record from the start, since only there is it known whether a quote opens or closes.
fn split_of_records(text: &[u8], header: &Header<'_>) -> Option<usize> {
    let (mut before, mut cut) = (String::new(), None);
    records(text, |span, record| {
        if let Some(found) = header.scenario(record).filter(|found| span.end < text.len() && *found != before) {
            if !before.is_empty() {
                cut = Some(span.start);
            }
            before = found.to_owned();
        }
        true
    });
    cut
}

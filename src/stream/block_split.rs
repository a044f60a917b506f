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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gdp::feed::Countries;

    fn header(columns: &str) -> Header<'static> {
        let countries = Countries { default: Some("AAA".parse().unwrap()), known: &[], guards: &[] };
        Header::read("f.csv", columns.as_bytes(), countries).unwrap()
    }

    #[test]
    fn a_text_is_plain_if_each_line_feed_ends_a_line_and_nothing_else_does() {
        for (text, plain) in [
            ("", true),
            ("a\nb", true),
            ("a\r\nb\r\n", true),
            ("a\n\r\n", true),
            ("a\r", true),
            ("a\rb", false),
            ("a\r\r\n", false),
            ("\"", false),
            ("a\nb\"\n", false),
        ] {
            assert_eq!(is_plain(text.as_bytes()), plain, "{text:?}");
        }
    }

    /// The first line of each scenario ends a block as soon as it is known whole; with quotes only once more stands below it.
    #[test]
    fn a_block_ends_before_the_last_scenario_that_is_seen_to_begin() {
        for (columns, lines) in [
            ("scenario,year,gdp_million", ["a,2026,5", "a,2027,5", "b,2026,5", "b,2027,5", "c,2026,5", "c,2027,5"]),
            ("year,gdp_million,scenario", ["2026,5,a", "2027,5,a", "2026,5,b", "2027,5,b", "2026,5,c", "2027,5,c"]),
            (
                "scenario,year,gdp_million",
                ["'=,2026,5", "'=,2027,5", "a b,2026,5", "a b,2027,5", "ā,2026,5", "ā,2027,5"],
            ),
        ] {
            let header = header(columns);
            for (end, quoted, from) in [("\n", false, 0), ("\r\n", false, 0), ("\n", true, 1)] {
                let mut lines = lines.map(str::to_owned);
                if quoted {
                    lines[0] = lines[0].split(',').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
                }
                let text: String = lines.iter().map(|line| line.clone() + end).collect();
                let starts = [2, 4].map(|at| lines[..at].iter().map(|line| line.len() + end.len()).sum::<usize>());
                let known = [2, 4].map(|at| starts[at / 2 - 1] + lines[at].len() + end.len() + from);
                for length in 0..=text.len() {
                    let expected = (0..2).rev().find(|at| known[*at] <= length).map(|at| starts[at]);
                    let text = &text.as_bytes()[..length];
                    assert_eq!(last_split(text, &header, !quoted), expected, "{:?}", String::from_utf8_lossy(text));
                }
            }
        }
    }

    /// What has no scenario belongs to the one before.
    #[test]
    fn no_block_ends_at_a_line_that_names_no_scenario() {
        let header = header("scenario,year,gdp_million");
        for line in ["", "b", "b,2026", "b,2026,5,6", ",2026,5", " ,2026,5", "b\0,2026,5"] {
            let text = format!("a,2026,5\n{line}\na,2027,5\n{line}\n");
            for plain in [true, false] {
                assert_eq!(last_split(format!("{text}{line}\n").as_bytes(), &header, plain), None, "{line:?}");
                let below = format!("{text}c,2026,5\n{line}\n{line}\n");
                let cut = last_split(below.as_bytes(), &header, plain).unwrap();
                assert!(
                    below[cut..].trim_start().starts_with("c,") && cut >= text.trim_end().len(),
                    "{below:?} at {cut}"
                );
            }
        }
        assert_eq!(last_split(b"a,2026,5\n\xff,2026,5\na,2027,5\n", &header, true), None);
        assert_eq!(last_split(b"a,2026,5\n\xff,2026,5\na,2027,5\n", &header, false), None);
    }
}

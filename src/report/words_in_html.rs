//! Words in the templates of pages: markup is letters, and hidden letters are shown.

use std::fmt::{self, Write};

use askama::filters::Escaper;

use crate::quantity::text::visible;

/// How templates write words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words;

impl Escaper for Words {
    fn write_escaped_str<W: Write>(&self, mut out: W, words: &str) -> fmt::Result {
        for line in words.split_inclusive(BLANKS) {
            let end = line.len() - usize::from(line.ends_with(BLANKS));
            write_letters(&mut out, &visible(&line[..end]))?;
            out.write_str(&line[end..])?;
        }
        Ok(())
    }
}

/// What sets words apart, and is seen as that.
const BLANKS: [char; 2] = ['\n', '\t'];

fn write_letters<W: Write>(out: &mut W, words: &str) -> fmt::Result {
    let mut rest = words;
    while let Some((at, letter)) = rest.match_indices(['&', '<', '>', '"', '\'']).next() {
        out.write_str(&rest[..at])?;
        out.write_str(match letter {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + letter.len()..];
    }
    out.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_letters_and_hidden_letters_are_shown() {
        let mut out = String::new();
        Words.write_escaped_str(&mut out, "<a href='x'>\"&\"</a>\u{202e}\u{1b}\n\tā").unwrap();
        assert_eq!(out, "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\\u{202e}\\u{1b}\n\tā");
    }
}

//! Words, code and links in Markdown, as GitHub reads it.

use std::borrow::Cow;

use super::visible::{is_hidden, visible};

/// What an address may hold as it is; letters and digits of any language beside. Neither quotes nor brackets, and no `;`, without
/// which no `&` begins an entity.
const OF_ADDRESSES: &str = "-._~:/?#@!$&*+,=%";

/// The text so that Markdown shows it as it stands; a new line becomes `<br>`.
///
/// ```
/// # use pledgebook::quantity::text::markdown;
/// assert_eq!(markdown("a|b\n*c* <i> d_e"), r"a\|b<br>\*c\* \<i\> d_e");
/// ```
#[must_use]
pub fn markdown(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| may_have_meaning(c) || is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| escaped(&visible(line.strip_suffix('\r').unwrap_or(line))));
    Cow::Owned(lines.collect::<Vec<_>>().join("<br>"))
}

/// The text as a paragraph: not a heading, nor an item of a list.
///
/// ```
/// # use pledgebook::quantity::text::markdown_paragraph;
/// assert_eq!(markdown_paragraph("1. May"), r"1\. May");
/// ```
#[must_use]
pub fn markdown_paragraph(text: &str) -> String {
    let mut out = markdown(text.trim_start()).into_owned();
    let behind_digits = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let starts_block: &[char] = if behind_digits == 0 { &['+', '-', '='] } else { &['.', ')'] };
    if out[behind_digits..].starts_with(starts_block) {
        out.insert(behind_digits, '\\');
    }
    out
}

/// The text as code, with as many backticks around it as it needs; not for the cell of a table, which a `|` would end.
///
/// ```
/// # use pledgebook::quantity::text::markdown_code;
/// assert_eq!(markdown_code("a `b`"), "`` a `b` ``");
/// ```
#[must_use]
pub fn markdown_code(text: &str) -> String {
    let text = visible(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let needs_blanks = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let blank = if needs_blanks { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// A message, whose names in backticks are code.
///
/// ```
/// # use pledgebook::quantity::text::markdown_message;
/// assert_eq!(markdown_message("`a*b` is no *word*"), r"`a*b` is no \*word\*");
/// ```
#[must_use]
pub fn markdown_message(message: &str) -> String {
    let parts: Vec<&str> = message.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return markdown(message).into_owned();
    }
    let part = |(at, text): (usize, &&str)| match at % 2 {
        1 if !text.is_empty() => markdown_code(text),
        _ => markdown(text).into_owned(),
    };
    parts.iter().enumerate().map(part).collect()
}

/// A title that leads to its address; one that is not of the web stands behind it as text, since nobody should follow it.
///
/// ```
/// # use pledgebook::quantity::text::markdown_link;
/// assert_eq!(markdown_link("Budget", "https://example.org/a?b=1"), "[Budget](<https://example.org/a?b=1>)");
/// assert_eq!(markdown_link("Budget", "https://a.org/\"><img>"), "[Budget](<https://a.org/%22%3E%3Cimg%3E>)");
/// assert_eq!(markdown_link("Budget", "javascript:alert(1)"), "Budget (`javascript:alert(1)`)");
/// ```
#[must_use]
pub fn markdown_link(title: &str, address: &str) -> String {
    let title = markdown(title);
    if is_of_web(address) {
        format!("[{title}](<{}>)", encoded(address))
    } else {
        format!("{title} ({})", markdown_code(address))
    }
}

fn is_of_web(address: &str) -> bool {
    let begins = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

/// The address with every letter in percent that could end it or hide in it.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_alphanumeric() && !is_hidden(c) || OF_ADDRESSES.contains(c) {
            out.push(c);
        } else {
            out.extend(c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    out
}

fn escaped(line: &str) -> String {
    line.char_indices().fold(String::with_capacity(line.len() + 8), |mut out, (at, c)| {
        if has_meaning(&line[..at], c, &line[at + c.len_utf8()..]) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

/// Whether there are places where Markdown takes this character for more than itself.
fn may_have_meaning(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$' | '_' | '&' | '#')
}

/// Whether Markdown would take this character for more than itself here. An underscore inside a word and an `&` that begins no
/// entity are left alone, so that addresses stay whole; a `#` counts at both ends of a heading.
fn has_meaning(before: &str, c: char, behind: &str) -> bool {
    let inside_word = || before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
    match c {
        '_' => !inside_word(),
        '&' => behind.contains(';'),
        '#' => before.trim().is_empty() || behind.trim_end_matches('#').trim().is_empty(),
        _ => may_have_meaning(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_its_meaning() {
        assert_eq!(
            markdown("a|b `c` *d* _e_ f_g <i> &lt; [x](y) ~z~ $1$"),
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ f_g \\<i\\> \\&lt; \\[x\\](y) \\~z\\~ \\$1\\$"
        );
        assert_eq!(markdown("one\r\ntwo\n\u{7}"), "one<br>two<br>\\\\u{7}");
        assert_eq!(markdown("https://example.org/a_b?c=1&d=2"), "https://example.org/a_b?c=1&d=2");
        assert_eq!(markdown("# No. #1, in C#"), "\\# No. #1, in C\\#");
        assert_eq!(markdown_paragraph("1. x"), "1\\. x");
        assert_eq!(markdown_paragraph("# x"), "\\# x");
    }

    #[test]
    fn an_address_stays_in_its_link() {
        let link = |address| markdown_link("a", address);
        assert_eq!(link("HTTPS://a.org/ā(1)?b&lt;"), "[a](<HTTPS://a.org/ā%281%29?b&lt%3B>)");
        assert_eq!(link("http://a.org/\n\u{202e}\\"), "[a](<http://a.org/%0A%E2%80%AE%5C>)");
        assert_eq!(link(" http://a.org"), "a (`  http://a.org `)");
    }
}

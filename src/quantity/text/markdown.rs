//! Words, code and links in Markdown, as GitHub and pandoc read it.

use std::borrow::Cow;

use super::visible::{is_hidden, visible};

/// What an address may hold as it is; letters and digits of any language beside. Neither quotes nor brackets, and no `;`, without
/// which no `&` begins an entity.
const OF_ADDRESSES: &str = "-._~:/?#@!$&*+,=%";

/// The text so that Markdown shows it as it stands; a new line becomes `<br>`. Addresses of the web stay whole, which may be followed;
/// those of other sorts are no links, but for one of mail at GitHub, which finds it in any text.
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

/// The text as a paragraph: not a heading, nor an item of a list, nor the words below a table.
///
/// ```
/// # use pledgebook::quantity::text::markdown_paragraph;
/// assert_eq!(markdown_paragraph("1. May"), r"1\. May");
/// ```
#[must_use]
pub fn markdown_paragraph(text: &str) -> String {
    let mut out = markdown(text.trim_start()).into_owned();
    if let Some(at) = block_mark(&out) {
        out.insert(at, '\\');
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

/// Where the mark stands by which this would begin another block than a paragraph, as in `1. x`, `(c) x`, `iv) x` and `Table: x`.
fn block_mark(text: &str) -> Option<usize> {
    if text.starts_with(['+', '-', '=', ':']) {
        return Some(0);
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let (word, behind) =
        inner.split_at(inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(inner.len()));
    if inner.len() < text.len() {
        return (is_number(word) && behind.starts_with(')')).then_some(0);
    }
    let is_apart = || behind.chars().nth(1).is_none_or(char::is_whitespace);
    let is_item = is_number(word)
        && behind.starts_with(['.', ')'])
        && (word.starts_with(|c: char| c.is_ascii_digit()) || is_apart());
    let is_caption = word.eq_ignore_ascii_case("table") && behind.starts_with(':');
    (is_item || is_caption).then_some(word.len())
}

/// Whether items of a list may be counted like that: in digits, by a letter or in Roman letters.
fn is_number(word: &str) -> bool {
    let is_all = |of: fn(char) -> bool| !word.is_empty() && word.chars().all(of);
    word.len() == 1 || is_all(|c| c.is_ascii_digit()) || is_all(|c| "ivxlcdmIVXLCDM".contains(c))
}

/// The line with a backslash before each letter of which Markdown would make something.
fn escaped(line: &str) -> String {
    let of_line = Line::of(line);
    let (mut out, mut start) = (String::with_capacity(line.len() + 8), 0);
    for word in line.split_inclusive(char::is_whitespace) {
        let web = start + address(word).unwrap_or(word.len());
        for (at, c) in word.char_indices().map(|(at, c)| (start + at, c)) {
            if of_line.has_meaning(at, c, at >= web) {
                out.push('\\');
            }
            out.push(c);
        }
        start += word.len();
    }
    out
}

/// Where in a word an address of the web begins, which goes on to its end; one with a password is none, since nobody should follow it.
fn address(word: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    let places = ["https://", "http://"].map(|scheme| word.find(scheme).map(|at| (at, at + scheme.len())));
    let (at, behind) = places.into_iter().flatten().min()?;
    let host = word[behind..].split(['/', '?', '#']).next().unwrap_or_default();
    (!host.contains('@')).then_some(at)
}

/// Whether there are places where Markdown takes this character for more than itself.
fn may_have_meaning(c: char) -> bool {
    is_mark(c) || matches!(c, '_' | '&' | '#' | '@' | ':' | '.' | '{')
}

/// Whether Markdown takes it for more than itself anywhere.
fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$')
}

/// A line, and what of it each of its characters would look for.
struct Line<'l> {
    text: &'l str,
    /// Where the first word begins, the last one ends before signs of a heading, and the last `;` stands.
    first: usize,
    last: usize,
    semicolon: usize,
}

impl<'l> Line<'l> {
    fn of(text: &'l str) -> Self {
        let first = text.len() - text.trim_start().len();
        let last = text.trim_end_matches('#').trim_end().len();
        Self { text, first, last, semicolon: text.rfind(';').unwrap_or_default() }
    }

    /// Whether Markdown would take the character here for more than itself. An underscore inside a word and an `&` that begins no
    /// entity are left alone, and what has no meaning in an address; a `#` counts at both ends of a heading.
    fn has_meaning(&self, at: usize, c: char, in_address: bool) -> bool {
        let (before, behind) = (&self.text[..at], &self.text[at + c.len_utf8()..]);
        let inside_word = || before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
        let is_www = || before.get(before.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"));
        match c {
            '_' => !inside_word(),
            '&' => self.semicolon > at,
            '#' => at == self.first || at + 1 >= self.last,
            '@' => !in_address && behind.starts_with(|c: char| !c.is_whitespace()),
            ':' => !in_address && (behind.starts_with("//") || names_a_picture(behind)),
            '.' => !in_address && is_www(),
            // behind `\u` it is a letter that was shown, else what says how something looks
            '{' => !before.ends_with("\\u"),
            _ => is_mark(c),
        }
    }
}

/// Whether a colon before this would be that of a small picture, as in `:smile:`.
fn names_a_picture(behind: &str) -> bool {
    let is_of_names = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c);
    let name = behind.split(|c| !is_of_names(c)).next().unwrap_or_default();
    !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit()) && behind[name.len()..].starts_with(':')
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
    fn only_the_web_is_led_to() {
        assert_eq!(markdown("ftp://a.org www.a.org WWW.A.org"), "ftp\\://a.org www\\.a.org WWW\\.A.org");
        assert_eq!(markdown("mailto:a@b.org, @miller, 1 @ 2"), "mailto:a\\@b.org, \\@miller, 1 @ 2");
        assert_eq!(markdown("https://a:b@c.org http://www.a.org/@b"), "https\\://a:b\\@c.org http://www.a.org/@b");
        assert_eq!(markdown(":smile: 12:30:45 {#id}"), "\\:smile: 12:30:45 \\{#id}");
    }

    #[test]
    fn a_paragraph_is_no_list_in_any_way_of_counting() {
        let written = |text| markdown_paragraph(text);
        for (text, expected) in [
            ("(c) x", "\\(c) x"),
            ("(12) x", "\\(12) x"),
            ("(#) x", "\\(#) x"),
            ("(@a) x", "(\\@a) x"),
            ("iv. x", "iv\\. x"),
            ("A.  x", "A\\.  x"),
            ("a)", "a\\)"),
            ("#. x", "\\#. x"),
            (": x", "\\: x"),
            ("Table: x", "Table\\: x"),
            ("(in millions) x", "(in millions) x"),
            ("e.g. x", "e.g. x"),
            ("Mr. x", "Mr. x"),
            ("CSB, x", "CSB, x"),
        ] {
            assert_eq!(written(text), expected);
        }
    }

    #[test]
    fn an_address_stays_in_its_link() {
        let link = |address| markdown_link("a", address);
        assert_eq!(link("HTTPS://a.org/ā(1)?b&lt;"), "[a](<HTTPS://a.org/ā%281%29?b&lt%3B>)");
        assert_eq!(link("http://a.org/\n\u{202e}\\"), "[a](<http://a.org/%0A%E2%80%AE%5C>)");
        assert_eq!(link(" http://a.org"), "a (`  http://a.org `)");
    }
}

//! Text with its hidden letters shown.

use std::borrow::Cow;

/// The text with every letter as an escape that is not seen itself, but changes what is seen.
///
/// ```
/// # use pledgebook::quantity::text::visible;
/// assert_eq!(visible("a\u{1b}[31m\tb\u{202e}ā漢"), r"a\u{1b}[31m\tb\u{202e}ā漢");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_hidden)
}

/// The text with these letters as escapes.
pub(crate) fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_escaped(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// Whether a letter is obeyed or left out where it should be shown: control characters, those that end lines or turn the direction
/// of writing, those without width. The sixteen selectors by which emoji and signs are coloured or not are none of them; the others are,
/// since one could write anything in them unseen.
///
/// ```
/// # use pledgebook::quantity::text::is_hidden;
/// assert!(['\u{7}', '\u{9b}', '\u{200b}', '\u{202e}', '\u{e0041}'].into_iter().all(is_hidden));
/// assert!(!"ģimene, عائلة, 家族 ❤\u{fe0f}".contains(is_hidden));
/// ```
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}')
}

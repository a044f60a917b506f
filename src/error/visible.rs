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
/// of writing, those without width. They are what Unicode calls controls, default ignorable code points and format characters, but the
/// sixteen selectors by which emoji and signs are coloured or not, and the signs of Arabic, Syriac and Kaithi that stand around numbers
/// and are seen. The other selectors are hidden, since one could write anything in them unseen.
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
            | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use std::ops::RangeInclusive;

    use super::*;

    /// `Default_Ignorable_Code_Point` of Unicode 16.
    const IGNORABLE: [RangeInclusive<char>; 17] = [
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{115f}'..='\u{1160}',
        '\u{17b4}'..='\u{17b5}',
        '\u{180b}'..='\u{180f}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{3164}'..='\u{3164}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{feff}'..='\u{feff}',
        '\u{ffa0}'..='\u{ffa0}',
        '\u{fff0}'..='\u{fff8}',
        '\u{1bca0}'..='\u{1bca3}',
        '\u{1d173}'..='\u{1d17a}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    /// General category `Cf` of Unicode 16, as far as it is not among them.
    const FORMAT: [RangeInclusive<char>; 9] = [
        '\u{600}'..='\u{605}',
        '\u{6dd}'..='\u{6dd}',
        '\u{70f}'..='\u{70f}',
        '\u{890}'..='\u{891}',
        '\u{8e2}'..='\u{8e2}',
        '\u{fff9}'..='\u{fffb}',
        '\u{110bd}'..='\u{110bd}',
        '\u{110cd}'..='\u{110cd}',
        '\u{13430}'..='\u{1343f}',
    ];
    /// Those of them that are left as they are.
    const SEEN: [RangeInclusive<char>; 8] = [
        '\u{fe00}'..='\u{fe0f}',
        '\u{600}'..='\u{605}',
        '\u{6dd}'..='\u{6dd}',
        '\u{70f}'..='\u{70f}',
        '\u{890}'..='\u{891}',
        '\u{8e2}'..='\u{8e2}',
        '\u{110bd}'..='\u{110bd}',
        '\u{110cd}'..='\u{110cd}',
    ];

    #[test]
    fn what_unicode_leaves_out_of_sight_is_shown_but_for_what_is_named_here() {
        let is_in = |ranges: &[RangeInclusive<char>], c| ranges.iter().any(|range| range.contains(&c));
        for c in '\0'..=char::MAX {
            let is_out_of_sight = c.is_control() || is_in(&IGNORABLE, c) || is_in(&FORMAT, c);
            let ends_a_line = ['\u{2028}', '\u{2029}'].contains(&c);
            let is_no_letter = ['\u{fffe}', '\u{ffff}'].contains(&c);
            let expected = (is_out_of_sight && !is_in(&SEEN, c)) || ends_a_line || is_no_letter;
            assert_eq!(is_hidden(c), expected, "{}", c.escape_unicode());
        }
    }
}

//! Words in XML, and so in SVG.

use super::visible::in_one_line;

/// Appends words as XML has them between tags and between double quotes, in one line and with hidden letters as escapes: some of
/// them XML forbids.
///
/// ```
/// # use pledgebook::quantity::text::push_xml;
/// let mut out = String::new();
/// push_xml(&mut out, "a<b &\n\"c\"\u{1b}\u{202e}");
/// assert_eq!(out, r"a&lt;b &amp; &quot;c&quot;\u{1b}\u{202e}");
/// ```
pub fn push_xml(out: &mut String, text: &str) {
    let text = in_one_line(text);
    let mut rest = &*text;
    while let Some((at, letter)) = rest.match_indices(['&', '<', '>', '"']).next() {
        out.push_str(&rest[..at]);
        out.push_str(match letter {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + letter.len()..];
    }
    out.push_str(rest);
}

/// The words that [`push_xml`] appended; hidden letters stay the escapes that they became.
///
/// ```
/// # use pledgebook::quantity::text::from_xml;
/// assert_eq!(from_xml("a&lt;b &amp;amp; &quot;c&quot;"), "a<b &amp; \"c\"");
/// ```
#[must_use]
pub fn from_xml(text: &str) -> String {
    // the ampersand last, so that what stood behind one is not taken for a letter
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

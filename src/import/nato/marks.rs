//! Marks of footnotes, and what stands in the place of a figure.

/// What stands where there is no figure: not available, nil.
const MISSING: &[&str] = &["..", "...", "-", "–", "—", "n/a"];
/// Signs of footnotes.
const SIGNS: &[char] = &['*', '†', '‡', '§', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', 'ᵃ', 'ᵇ', 'ᶜ', 'ᵈ', 'ᵉ'];

/// The text without the marks of footnotes behind it, as `*`, `¹` or `(1)`.
pub(super) fn bare(text: &str) -> &str {
    let text = text.trim();
    let shorter = footnote(text).unwrap_or(text).trim_end_matches(SIGNS).trim_end();
    if shorter.len() == text.len() { text } else { bare(shorter) }
}

/// What stands before `(1)` or `(a)` at the end.
fn footnote(text: &str) -> Option<&str> {
    let (before, mark) = text.strip_suffix(')')?.rsplit_once('(')?;
    let is_mark = (1..=2).contains(&mark.len()) && mark.chars().all(|c| c.is_ascii_alphanumeric());
    (is_mark && !before.trim().is_empty()).then_some(before)
}

/// Whether a text says that there is no figure; a broken link leaves one that begins with `#`.
pub(super) fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.starts_with('#') || MISSING.iter().any(|mark| mark.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_whatever_their_form() {
        for text in ["Latvia*", "Latvia (1)", "Latvia¹", "Latvia* (a) ", "\u{a0}Latvia†²"] {
            assert_eq!(bare(text), "Latvia", "{text}");
        }
        assert_eq!(["Latvia (Euros)", "(1)", "1.5*"].map(bare), ["Latvia (Euros)", "(1)", "1.5"]);
        assert!(["#REF!", "..", " - "].iter().all(|text| is_missing(text)) && !is_missing("0"));
    }
}

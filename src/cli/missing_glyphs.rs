//! Letters that the typeface of pictures lacks: a PNG cannot show them, and says nothing of it by itself.

use crate::quantity::text::visible;

use super::console::Console;

/// More letters than these are counted, not shown.
const MOST: usize = 8;

/// Tells a person which pictures have such letters, and which; nothing where none has.
pub(super) fn tell(pictures: &[(String, Vec<char>)], console: &mut Console<'_>) {
    let missing = pictures.iter().filter(|(_, letters)| !letters.is_empty());
    let pictures: Vec<String> = missing.map(|(name, letters)| format!("`{name}` ({})", listed(letters))).collect();
    if !pictures.is_empty() {
        console.note(&format!(
            "the typeface lacks letters of {}: a PNG shows boxes, a browser takes another font",
            pictures.join(", ")
        ));
    }
}

/// Letters as a person reads them: `中`, `א` and 3 more.
fn listed(letters: &[char]) -> String {
    let shown = letters.iter().take(MOST).map(|letter| format!("`{}`", visible(&letter.to_string())));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match letters.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_letters_the_first_are_shown() {
        assert_eq!(listed(&['中', '\u{202e}']), "`中`, `\\u{202e}`");
        let many: Vec<char> = ('一'..).take(MOST + 3).collect();
        assert!(listed(&many).ends_with("` and 3 more") && listed(&many).matches('`').count() == 2 * MOST);
    }
}

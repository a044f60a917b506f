//! Letters that the typeface of pictures lacks: a PNG cannot show them, and says nothing of it by itself.

use crate::chart::{self, TextBox};
use crate::render::visible;

use super::session::Session;

/// More letters than these are counted, not shown.
const MOST: usize = 8;

/// The letters in these texts that a PNG shows as boxes, each once.
pub(super) fn lacking(texts: &[TextBox]) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in texts.iter().flat_map(|text| chart::lacking(&text.text)).filter(|letter| !letter.is_control()) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

/// Tells a person which pictures have such letters, and which; nothing where none has.
pub(super) fn tell(pictures: &[(&str, Vec<char>)], session: &mut Session<'_>) {
    let lacking = pictures.iter().filter(|(_, letters)| !letters.is_empty());
    let pictures: Vec<String> = lacking.map(|(name, letters)| format!("`{name}` ({})", listed(letters))).collect();
    if !pictures.is_empty() {
        session.note(&format!(
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
    use crate::chart::Area;

    fn text(text: &str) -> TextBox {
        TextBox { text: text.to_owned(), area: Area { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 } }
    }

    #[test]
    fn each_letter_is_named_once_in_order() {
        let texts = [text("GDP 中א中"), text("Līdz 5 % no IKP"), text("א\t字")];
        assert_eq!(lacking(&texts), ['中', 'א', '字']);
    }

    #[test]
    fn of_many_letters_the_first_are_shown() {
        assert_eq!(listed(&['中', '\u{202e}']), "`中`, `\\u{202e}`");
        let many: Vec<char> = ('一'..).take(MOST + 3).collect();
        assert!(listed(&many).ends_with("` and 3 more") && listed(&many).matches('`').count() == 2 * MOST);
    }
}

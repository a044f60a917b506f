//! What is said of a figure, as one text.

use std::borrow::Borrow;

/// The parts of a note as one, or nothing where there is none.
pub(super) fn note<S: Borrow<str>>(parts: impl IntoIterator<Item = S>) -> Option<String> {
    let parts: Vec<S> = parts.into_iter().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_one_text_and_nothing_is_no_note() {
        assert_eq!(note(["revised", "provisional"]).as_deref(), Some("revised; provisional"));
        assert_eq!(note(["revised".to_owned()]).as_deref(), Some("revised"));
        assert_eq!(note([""; 0]), None);
    }
}

//! What the texts of the book are called in other languages.
//!
//! A translation lives in the book, a row of `translations/<language>.csv` for each title or publisher. It flows one way: a
//! table says its texts in the language of a picture before a chart sees it, so that no chart knows of translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::{Error, Kind, Origin, Result};

/// The translated texts of the book, by language.
#[derive(Debug, Clone, Default)]
pub struct Translations(Arc<BTreeMap<String, BTreeMap<String, Translation>>>);

/// A text in another language, and where its row names the text.
#[derive(Debug, Clone)]
struct Translation {
    words: String,
    origin: Origin,
}

impl Translations {
    /// What a text of the book is called in a language, named by its code; several publishers may be joined by `+`.
    ///
    /// ```
    /// let book = pledgebook::book::Book::embedded()?;
    /// let said = |text| book.translations.of("lv", text);
    /// assert_eq!(said("Strengthening of the border").as_deref(), Some("Robežas stiprināšana"));
    /// assert_eq!(said("MoD+MoF").as_deref(), Some("AM+FM"));
    /// assert_eq!(said("NATO"), None);
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    #[must_use]
    pub fn of(&self, language: &str, text: &str) -> Option<String> {
        let texts = self.0.get(language)?;
        let words = |text: &str| texts.get(text).map(|translation| translation.words.clone());
        let parts = || text.split('+').map(|part| words(part).unwrap_or_else(|| part.to_owned()));
        words(text).or_else(|| Some(parts().collect::<Vec<_>>().join("+")).filter(|joined| joined != text))
    }

    /// Takes a row.
    ///
    /// # Errors
    /// The language has the text already.
    pub(super) fn add(&mut self, language: &str, text: &str, words: &str, origin: Origin) -> Result<()> {
        let texts = Arc::make_mut(&mut self.0).entry(language.to_owned()).or_default();
        if let Some(first) = texts.get(text) {
            let kind = Kind::TranslatedTwice { text: text.to_owned(), first: first.origin.to_string() };
            return Err(Error::new(kind).help("keep one of the two rows"));
        }
        texts.insert(text.to_owned(), Translation { words: words.to_owned(), origin });
        Ok(())
    }

    /// Every text that is translated, and where.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &Origin)> {
        self.0.values().flatten().map(|(text, translation)| (text.as_str(), &translation.origin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "chart")]
    fn the_shipped_book_has_every_title_in_latvian_with_letters_that_can_be_drawn() {
        use crate::chart::{Lang, lacking};
        let book = crate::book::Book::embedded().unwrap();
        let definitions = book.definitions.iter().map(|definition| &definition.title);
        let groups = book.groups.iter().map(|group| &group.title);
        let commitments = book.commitments.iter().map(|commitment| &commitment.title);
        let scenarios = book.scenarios.iter().map(|scenario| &scenario.title);
        for title in definitions.chain(groups).chain(commitments).chain(scenarios) {
            assert!(book.translations.of(Lang::Lv.code(), title).is_some(), "{title} is not said in Latvian");
        }
        for (text, _) in book.translations.texts() {
            let words = book.translations.of(Lang::Lv.code(), text).unwrap();
            assert!(lacking(&words).is_empty() && words != text && words.trim() == words, "{text}: {words}");
        }
    }

    #[test]
    fn only_what_is_translated_is_said_otherwise() {
        let mut translations = Translations::default();
        let origin = || Origin::new(&std::sync::Arc::new(crate::error::SourceText::new("lv.csv", String::new())), 0..0);
        translations.add("lv", "MoD", "AM", origin()).unwrap();
        assert_eq!(translations.add("lv", "MoD", "AiM", origin()).unwrap_err().kind().name(), "translated-twice");
        let said = |language, text| translations.of(language, text);
        assert_eq!([said("lv", "MoD"), said("lv", "NATO+MoD")], ["AM", "NATO+AM"].map(|words| Some(words.to_owned())));
        assert_eq!([said("lv", "NATO+IMF"), said("lv", "MoD "), said("et", "MoD")], [None, None, None]);
    }
}

//! The sorts of things that messages speak of by name.

use std::fmt;

/// Declares the enum once: variant and word stand together.
macro_rules! nouns {
    ($($variant:ident $word:literal),* $(,)?) => {
        /// A sort of thing that has names: what a message says is unknown, or not in the book.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the word says what each is")]
        pub enum Noun { $($variant),* }

        impl Noun {
            /// The word.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
    };
}

nouns! {
    Basis "basis",
    Book "book",
    Chart "chart",
    Commitment "commitment",
    Country "country",
    Definition "definition",
    Family "family",
    File "file of a book",
    Format "format",
    Kind "kind",
    Measure "measure",
    PictureFormat "picture format",
    Question "question",
    Role "role",
    Scenario "scenario",
    Source "source",
    Strength "strength",
    Unit "unit",
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

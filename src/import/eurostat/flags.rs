//! The marks of a figure, in letters, and what they mean.

use crate::book::Kind;

/// What each letter says of a figure.
const WORDS: &[(char, &str)] = &[
    ('b', "break in series"),
    ('c', "confidential"),
    ('d', "definition differs"),
    ('e', "estimated"),
    ('f', "forecast"),
    ('i', "imputed"),
    ('n', "not significant"),
    ('p', "provisional"),
    ('r', "revised"),
    ('s', "estimated by the publisher"),
    ('u', "low reliability"),
];

/// Letters that say that there is nothing to say: a normal figure, free of secrets.
const NOTHING: &[char] = &['a', ' ', ',', ';'];

/// The letters of a figure, and whether it is marked confidential beside them.
#[derive(Debug, Clone, Default)]
pub(super) struct Flags {
    letters: String,
    confidential: bool,
}

impl Flags {
    /// From the letters, and from the status of confidentiality.
    pub(super) fn new(letters: &str, confidentiality: &str) -> Self {
        let confidential = confidentiality.eq_ignore_ascii_case("c");
        Self { letters: letters.to_lowercase(), confidential }
    }

    /// The kind of figure that they make it.
    pub(super) fn kind(&self) -> Kind {
        if self.letters.contains('f') {
            return Kind::Forecast;
        }
        if self.letters.contains(['p', 'e', 's', 'i']) { Kind::Estimate } else { Kind::Outturn }
    }

    /// What they say, in words; a letter without a meaning is shown.
    pub(super) fn words(&self) -> Vec<String> {
        let word = |letter: char| {
            let known = WORDS.iter().find(|(own, _)| *own == letter);
            known.map_or_else(|| format!("flag `{letter}`"), |(_, word)| (*word).to_owned())
        };
        let said = self.letters.chars().filter(|letter| !NOTHING.contains(letter)).map(word);
        said.chain(self.confidential.then(|| word('c'))).collect()
    }
}

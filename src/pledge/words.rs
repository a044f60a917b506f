//! The words of the pledge language, and what to say about others.

use crate::error::{self, Error, Kind};
use crate::quantity::{Currency, Scale};

use super::Qualifier;
use super::token::Token;

/// Every way of saying each qualifier; the first is canonical.
pub(super) const QUALIFIERS: &[(Qualifier, &[&str])] = &[
    (Qualifier::Exactly, &["exactly"]),
    (Qualifier::AtLeast, &["at least", "no less than", "not less than", "a minimum of", "minimum"]),
    (Qualifier::AtMost, &["at most", "up to", "no more than", "not more than", "a maximum of"]),
    (Qualifier::About, &["about", "approximately", "around", "roughly", "some", "nearly", "almost"]),
];

/// Signs and words from outside the language, and what to write for them.
const FOREIGN: &[(&str, &str)] = &[
    ("≥", "write `at least`"),
    (">=", "write `at least`"),
    (">", "write `at least`"),
    ("≤", "write `at most`"),
    ("<=", "write `at most`"),
    ("<", "write `at most`"),
    ("~", "write `about`"),
    ("≈", "write `about`"),
    ("circa", "write `about`"),
    ("ca", "write `about`"),
    ("maximum", "write `at most`"),
    ("=", "write the figure alone, without a sign"),
    ("$", "write the code of the currency, as `USD`"),
    ("£", "write the code of the currency, as `GBP`"),
    ("trillion", "write it in billions"),
    ("tn", "write it in billions"),
    ("k", "write `thousand`"),
    ("b", "write `billion`"),
    ("bln", "write `billion`"),
    ("mrd", "write `billion`"),
    ("min", "write `at least`"),
    ("max", "write `at most`"),
    ("atleast", "write `at least`"),
    ("atmost", "write `at most`"),
    ("upto", "write `up to`"),
    ("defense", "write `defence spending`"),
    ("in", "say when beside the pledge, as `in = 2026`"),
    ("by", "say when beside the pledge, as `by = 2035`"),
    ("since", "say when beside the pledge, as `since = 2022` with `until = 2025`"),
    (".", "end without a full stop"),
    ("–", "a pledge has one figure, as `at least 3%` or `about 3%`"),
    ("to", "a pledge has one figure, as `at least 3%` or `about 3%`"),
];

/// Every word of the language but the codes of most currencies.
fn words() -> impl Iterator<Item = &'static str> {
    let qualifiers = QUALIFIERS.iter().flat_map(|(_, phrases)| phrases.iter().flat_map(|phrase| phrase.split(' ')));
    let scales = Scale::WORDS.iter().flat_map(|(_, words)| words.iter().copied());
    qualifiers.chain(scales).chain(["of", "GDP", "defence", "spending"]).chain(Currency::WORDS.iter().copied())
}

/// Whether the language has the word.
pub(super) fn is_known(token: &Token<'_>) -> bool {
    words().any(|word| token.is(&word.to_lowercase())) || Currency::from_word(token.text).is_some()
}

/// The error of a word that the language does not have, with the nearest one.
pub(super) fn unknown(token: &Token<'_>) -> Error {
    let foreign =
        FOREIGN.iter().find(|(word, _)| *word == token.text.to_lowercase()).map(|(_, way_out)| (*way_out).to_owned());
    let near =
        error::nearest(token.text, words().filter(|word| word.len() > 2)).map(|word| format!("did you mean `{word}`?"));
    Error::new(Kind::UnknownWord { text: token.text.to_owned() })
        .help(format!("write a pledge such as `at least 4% of GDP` or `about 1 billion {}`", Currency::EXAMPLE))
        .maybe_help(foreign.or(near))
        .on(token.span.clone())
}

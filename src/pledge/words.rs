//! The words of the pledge language, and what to say about others.

use crate::error;
use crate::quantity::{Currency, Scale};

use super::Qualifier;

/// Several words that mean something together.
type Phrase = &'static [&'static str];

/// Every way of saying each qualifier; the first is canonical.
pub(super) const QUALIFIERS: &[(Qualifier, &[Phrase])] = &[
    (
        Qualifier::About,
        &[&["about"], &["approximately"], &["around"], &["roughly"], &["some"], &["nearly"], &["almost"], &["circa"]],
    ),
    (
        Qualifier::AtLeast,
        &[
            &["at", "least"],
            &["no", "less", "than"],
            &["not", "less", "than"],
            &["a", "minimum", "of"],
            &["minimum"],
            &["at", "minimum"],
            &["at", "a", "minimum"],
            &["a", "floor", "of"],
            &["no", "fewer", "than"],
            &["no", "lower", "than"],
            &["not", "lower", "than"],
            &["not", "below"],
        ],
    ),
    (
        Qualifier::MoreThan,
        &[
            &["more", "than"],
            &["over"],
            &["above"],
            &["in", "excess", "of"],
            &["exceeding"],
            &["higher", "than"],
            &["greater", "than"],
        ],
    ),
    (
        Qualifier::AtMost,
        &[
            &["at", "most"],
            &["up", "to"],
            &["no", "more", "than"],
            &["not", "more", "than"],
            &["a", "maximum", "of"],
            &["maximum"],
            &["at", "maximum"],
            &["a", "ceiling", "of"],
            &["no", "higher", "than"],
            &["not", "exceeding"],
            &["not", "above"],
        ],
    ),
    (Qualifier::LessThan, &[&["less", "than"], &["under"], &["below"], &["lower", "than"], &["fewer", "than"]]),
    (Qualifier::Exactly, &[&["exactly"]]),
];

/// Ways of saying that a figure is for each year by itself.
pub(super) const YEARLY: &[Phrase] = &[
    &["a", "year"],
    &["per", "year"],
    &["per", "annum"],
    &["annually"],
    &["yearly"],
    &["each", "year"],
    &["every", "year"],
];

/// Ways of saying before a figure that it is a mean.
pub(super) const AVERAGE: &[Phrase] = &[&["on", "average"], &["an", "average", "of"]];

/// Ways of saying `by`.
pub(super) const BY: &[Phrase] = &[
    &["by"],
    &["no", "later", "than"],
    &["not", "later", "than"],
    &["by", "no", "later", "than"],
    &["by", "the", "end", "of"],
];

/// Ways of saying `%`.
pub(super) const PER_CENT: &[Phrase] = &[&["percent"], &["per", "cent"], &["pct"]];

/// Ways of saying `pp`.
pub(super) const POINTS: &[Phrase] = &[&["pp"], &["percentage", "points"], &["percentage", "point"]];

/// Words for a multiple.
pub(super) const MULTIPLES: &[(&str, i64)] = &[("twice", 2), ("double", 2), ("triple", 3), ("quadruple", 4)];

/// The other words of the language that a misspelt one may have been meant to be.
const OTHERS: &[&str] = &[
    "defence", "spending", "gross", "domestic", "national", "product", "income", "times", "between", "average", "that",
];

/// Signs and words from outside the language, and what to write for them.
const FOREIGN: &[(&[&str], &str)] = &[
    (&["≥", ">=", "min", "atleast"], "write `at least`"),
    (&["≤", "<=", "max", "atmost"], "write `at most`"),
    (&[">", "greater", "larger", "upwards", "well"], "write `more than`"),
    (&["<"], "write `less than`"),
    (&["~", "≈", "ca", "c", "approx", "just", "close", "slightly", "±"], "write `about`"),
    (&["½", "¼", "¾", "⅓", "⅔"], "write the fraction in decimals, as `2.5`"),
    (&["—"], "write a hyphen between two figures"),
    (&["x", "×"], "write `times`"),
    (&["ppt", "ppts", "points", "percentage-points"], "write percentage points as `pp`"),
    (&["upto"], "write `up to`"),
    (&["="], "write the figure alone, without a sign"),
    (
        &["$", "¥", "₴", "₽", "¢", "₤", "kč", "franc", "francs", "peso", "pesos"],
        "write the code of the currency, its three letters",
    ),
    (&["sterling"], "write `pounds` or the code of the currency"),
    (&["b", "milliard", "milliards", "milliarden", "miljard", "mld", "mlrd", "mia", "md", "mdr"], "write `billion`"),
    (&["mill"], "write `million`"),
    (&["tr", "trn"], "write `trillion`"),
    (&["lakh", "lac"], "write it in thousands: one lakh is 100 thousand"),
    (&["crore", "crores"], "write it in millions: one crore is 10 million"),
    (&["procent", "prozent", "‰", "permille", "promille", "fifth", "tenth"], "write the share in `%`"),
    (&["bp", "bps", "basis"], "write percentage points: one is 100 basis points"),
    (&["defense"], "write `defence spending`"),
    (
        &["since"],
        "write `from 2022` for each year from then on, `over 2022-2025` for all together, in a book `since` and `until`",
    ),
    (
        &["until", "till", "during", "through", "throughout", "across", "within"],
        "name both years: `in 2024-2026` for each of these years, `over 2024-2026` for all together",
    ),
    (&["before"], "write `by` and the last year in which it is to be reached"),
    (&["per", "every", "annual", "annum"], "write `a year`"),
    (&["starting", "beginning", "after"], "write `from` and the first year, as `from 2027`"),
    (&["onwards", "onward", "on"], "end with the year: `from 2027` is each year from then on"),
    (
        &["increase", "increased", "rise", "raise", "grow", "growth"],
        "a change names its year, as `20% more than in 2024`; what is to be reached stands alone, as `3% of GDP`",
    ),
    (
        &["extra", "additional", "further", "another", "higher", "up", "plus", "+", "doubling", "doubled"],
        "a change names its year: how much, in `%`, `pp` or money, and then `more than in 2024`",
    ),
    (
        &["decrease", "cut", "cuts", "fall", "lower", "fewer", "down", "reduction", "reduced", "minus"],
        "a change names its year, as `20% less than in 2024`",
    ),
    (&["fy", "fiscal", "financial"], "write a fiscal year as `2027/28`"),
    (&["half"], "write the number in digits, as `0.5%`, and half of what was spent as `50% that of 2021`"),
    (
        &["quarter", "third", "one", "two", "three", "four", "five", "ten", "fifty", "hundred", "dozen"],
        "write the number in digits",
    ),
    (&["."], "write no full stop, neither at the end nor behind an abbreviation"),
];

/// Words that lead from one part to the next.
const BETWEEN_PARTS: &[&str] =
    &["of", "in", "by", "from", "over", "on", "to", "and", "for", "its", "GDP", "GNI", "GNP"];

/// Whether the language has the word somewhere.
pub(super) fn is_known(word: &str) -> bool {
    let known = words().chain(BETWEEN_PARTS.iter().copied()).any(|known| known.eq_ignore_ascii_case(word));
    known || Scale::from_word(word).is_some() || Currency::from_word(word).is_some()
}

/// The words of its phrases, currencies and scales aside.
fn words() -> impl Iterator<Item = &'static str> {
    let qualifiers = QUALIFIERS.iter().flat_map(|(_, phrases)| phrases.iter());
    let phrases = qualifiers.chain(YEARLY).chain(PER_CENT).chain(POINTS);
    let multiples = MULTIPLES.iter().map(|(word, _)| *word);
    phrases.flat_map(|words| words.iter().copied()).chain(multiples).chain(OTHERS.iter().copied())
}

/// What to write for a word or sign from outside the language.
pub(super) fn foreign(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    FOREIGN.iter().find(|(words, _)| words.contains(&lower.as_str())).map(|(_, way_out)| *way_out)
}

/// What to write for a word that the language does not have: the nearest one that cannot mean another amount.
pub(super) fn way_out(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    foreign(word).map(str::to_owned).or_else(|| {
        let scales = Scale::WORDS.iter().flat_map(|(_, words)| words.iter().copied());
        // short words are too near to each other, and so are those of scales but for their first letter
        let scales = scales.filter(|scale| scale.chars().next() == lower.chars().next());
        let known = words().chain(scales).chain(Currency::names()).filter(|known| known.chars().count() > 4);
        error::nearest(word, known).map(|word| format!("did you mean `{word}`?"))
    })
}

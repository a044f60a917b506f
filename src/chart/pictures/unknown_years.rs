//! Years of which no figure is known: what is said of them in a picture and in words.

use std::ops::RangeInclusive;

use crate::chart::figure::Unknown;
use crate::chart::words::{Lang, SHARED, listed};

use super::alt_text::sentence;

/// Those of the years that have no figure.
pub(crate) fn years_without(years: RangeInclusive<i32>, has_figure: impl Fn(i32) -> bool) -> Vec<i32> {
    years.filter(|year| !has_figure(*year)).collect()
}

/// The years between the first and the last of these that are not among them.
pub(crate) fn years_between(known: impl Iterator<Item = i32>) -> Vec<i32> {
    let known: Vec<i32> = known.collect();
    let ends = known.iter().min().zip(known.iter().max());
    ends.map(|(first, last)| years_without(*first..=*last, |year| known.contains(&year))).unwrap_or_default()
}

/// What is said at these years.
pub(crate) fn unknown(years: &[i32], lang: Lang) -> Vec<Unknown> {
    let words = SHARED.of(lang).no_figure;
    years.iter().map(|year| Unknown { at: f64::from(*year), words: words.to_owned() }).collect()
}

/// `2022, 2024 and 2025`; empty where there are none.
pub(crate) fn years_in_words(years: &[i32], lang: Lang) -> String {
    listed(&years.iter().map(i32::to_string).collect::<Vec<_>>(), SHARED.of(lang).and)
}

/// The sentence about these years.
pub(crate) fn years_sentence(years: &[i32], lang: Lang) -> Option<String> {
    sentence(SHARED.of(lang).without, &years_in_words(years, lang))
}

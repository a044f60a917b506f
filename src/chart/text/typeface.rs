//! The embedded typeface: what is drawn is measured with the same glyphs, and no font of the machine is ever asked.

mod metrics; // advances and kerning of one font file
mod outline; // the outline of one letter

use std::sync::LazyLock;

use metrics::Metrics;
pub(crate) use outline::{Outline, Piece, Spot};

/// The family's name, as the font files and the SVG have it.
pub(crate) const FAMILY: &str = "Inter";
/// Height of a capital or a digit, in ems.
pub(crate) const CAP: f64 = 0.727;
/// How far letters reach below the line they stand on, in ems.
pub(crate) const DESCENT: f64 = 0.21;

/// What a PNG shows for a letter that the font lacks.
const BOX: char = '□';

pub(crate) static REGULAR: &[u8] = include_bytes!("fonts/Inter-Regular-subset.otf");
pub(crate) static SEMI_BOLD: &[u8] = include_bytes!("fonts/Inter-SemiBold-subset.otf");

/// What SVG carries of the two weights: the letters of Europe, as WOFF2 in Base64.
pub(crate) static WEB: [(&str, &str); 2] = [
    ("400", include_str!("fonts/Inter-Regular-web.woff2.base64")),
    ("600", include_str!("fonts/Inter-SemiBold-web.woff2.base64")),
];

/// The two weights in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

fn metrics(weight: Weight) -> Option<&'static Metrics> {
    static REGULAR_METRICS: LazyLock<Option<Metrics>> = LazyLock::new(|| Metrics::parse(REGULAR));
    static SEMI_BOLD_METRICS: LazyLock<Option<Metrics>> = LazyLock::new(|| Metrics::parse(SEMI_BOLD));
    match weight {
        Weight::Regular => REGULAR_METRICS.as_ref(),
        Weight::SemiBold => SEMI_BOLD_METRICS.as_ref(),
    }
}

/// The width of `text` at a font size of 1, kerned as browsers draw it.
///
/// A letter that the font lacks counts as a full em: a browser takes it from another font, a PNG shows an empty box.
pub(crate) fn width(text: &str, weight: Weight) -> f64 {
    metrics(weight).map_or_else(|| text.chars().map(|_| 1.0).sum(), |metrics| metrics.width(text))
}

/// Hands over each letter of `text` with its outline and the place it begins at, all at a font size of 1; a box for each letter
/// that the font lacks.
pub(crate) fn outlines(text: &str, weight: Weight, mut each: impl FnMut(char, &Outline, f64)) {
    let Some(metrics) = metrics(weight) else { return };
    metrics.set(text, |letter, at| {
        let boxed = metrics.lacks(letter) && !letter.is_control();
        let letter = if boxed { BOX } else { letter };
        each(letter, metrics.outline(letter), at);
    });
}

/// The letters of `text` that the embedded font lacks: a browser takes them from another font, a PNG shows a box for each.
///
/// ```
/// assert!(pledgebook::chart::lacking("Līdz 5 % no IKP – €2 mljrd.").is_empty());
/// assert_eq!(pledgebook::chart::lacking("GDP 中"), ['中']);
/// ```
#[must_use]
pub fn lacking(text: &str) -> Vec<char> {
    let lacks = |letter: &char| metrics(Weight::Regular).is_none_or(|metrics| metrics.lacks(*letter));
    text.chars().filter(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_are_there_and_differ() {
        assert!(metrics(Weight::Regular).is_some());
        assert!(width("defence", Weight::SemiBold) > width("defence", Weight::Regular));
    }

    #[test]
    fn what_svg_carries_is_small() {
        assert!(WEB.iter().map(|(_, base64)| base64.len()).sum::<usize>() <= 40_000);
        // a file of WOFF2 begins with `wOF2`
        assert!(WEB.iter().all(|(_, base64)| base64.starts_with("d09GMk") && !base64.contains(char::is_whitespace)));
    }

    #[test]
    fn kerning_counts() {
        let apart = width("T", Weight::Regular) + width("o", Weight::Regular);
        assert!(width("To", Weight::Regular) < apart);
    }

    #[test]
    fn figures_of_one_form_are_of_one_width() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            for form in ["0", "00", "0.00%", "−0,00 %", "+0 000", "0–0", "000. gada", "(0)", "T0y", "\u{201e}0\u{201c}"]
            {
                let widths = ('0'..='9').map(|digit| width(&form.replace('0', &digit.to_string()), weight));
                assert!(widths.into_iter().all(|own| own == width(form, weight)), "{form}");
            }
        }
    }

    #[test]
    fn the_letters_of_the_baltic_languages_are_there() {
        assert!(lacking("āčēģīķļņšūž ąęėįšųūž õäöüšž łżźćńśó €–—…’“”„\u{a0}\u{202f}").is_empty());
    }
}

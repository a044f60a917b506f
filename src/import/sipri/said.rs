//! What is said of a figure by the colour of its letters and by the signs of its country's notes.

use crate::book::Kind;
use crate::import::workbook::Colour;

/// By how much a colour is more blue, or more red, than it is anything else.
const DISTINCT: u8 = 64;

/// The signs that every sheet explains in its footnotes.
const SIGNS: &[(char, &str)] = &[
    ('†', "without military pensions"),
    ('‡', "current spending only"),
    ('§', "adopted budget, not actual spending"),
    ('¶', "without paramilitary forces"),
];

/// The kind of a figure, and what is to be noted.
pub(super) fn of(colour: Option<Colour>, notes: Option<&str>) -> (Kind, Option<String>) {
    let (kind, said) = match colour {
        Some(colour) if is_blue(colour) => (Kind::Estimate, Some("SIPRI estimate")),
        Some(colour) if is_red(colour) => (Kind::Estimate, Some("highly uncertain")),
        Some(_) | None => (Kind::Outturn, None),
    };
    let signs = SIGNS.iter().filter(|(sign, _)| notes.is_some_and(|notes| notes.contains(*sign)));
    let parts: Vec<&str> = said.into_iter().chain(signs.map(|(_, words)| *words)).collect();
    (kind, (!parts.is_empty()).then(|| parts.join("; ")))
}

fn is_blue(Colour { red, green, blue }: Colour) -> bool {
    blue.saturating_sub(red.max(green)) >= DISTINCT
}

fn is_red(Colour { red, green, blue }: Colour) -> bool {
    red.saturating_sub(blue.max(green)) >= DISTINCT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blue_is_an_estimate_red_is_uncertain_and_other_colours_say_nothing() {
        let kind = |red, green, blue| of(Some(Colour { red, green, blue }), None);
        for blue in [(0, 0, 255), (0, 112, 192), (0, 32, 96)] {
            assert_eq!(kind(blue.0, blue.1, blue.2), (Kind::Estimate, Some("SIPRI estimate".to_owned())));
        }
        for red in [(255, 0, 0), (192, 0, 0)] {
            assert_eq!(kind(red.0, red.1, red.2), (Kind::Estimate, Some("highly uncertain".to_owned())));
        }
        for plain in [(0, 0, 0), (255, 255, 255), (89, 89, 89)] {
            assert_eq!(kind(plain.0, plain.1, plain.2), (Kind::Outturn, None));
        }
        assert_eq!(of(None, Some("§12")).1.as_deref(), Some("adopted budget, not actual spending"));
    }
}

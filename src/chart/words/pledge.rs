//! The canonical words of a pledge in other languages.

/// The parts of a canonical pledge that are words.
const LATVIAN: &[(&str, &str)] = &[
    ("at least ", "vismaz "),
    ("at most ", "ne vairāk kā "),
    ("about ", "aptuveni "),
    (" of GDP", " no IKP"),
    (" of defence spending", " no aizsardzības izdevumiem"),
];

/// The words between an amount and its currency, in English and in Latvian.
const POWERS: &[(&str, &str)] = &[("thousand", "tūkst."), ("million", "milj."), ("billion", "mljrd.")];

/// The same words, an amount not parted at the end of a line.
pub(super) fn english(canonical: &str) -> String {
    let joined = |text: String, (power, _): &(&str, &str)| together(&text, power, power);
    POWERS.iter().fold(canonical.to_owned(), joined)
}

/// `aptuveni 5 % no IKP` for `about 5% of GDP`.
pub(super) fn latvian(canonical: &str) -> String {
    let numbers = canonical.replace('.', ",").replace('%', "\u{a0}%");
    let words = LATVIAN.iter().fold(numbers, |text, (english, latvian)| text.replace(english, latvian));
    POWERS.iter().fold(words, |text, (english, latvian)| together(&text, english, latvian))
}

/// A text with one word for another, not parted from its neighbours.
fn together(text: &str, word: &str, other: &str) -> String {
    text.replace(&format!(" {word} "), &format!("\u{a0}{other}\u{a0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_said_in_latvian() {
        assert_eq!(latvian("about 5% of GDP"), "aptuveni 5\u{a0}% no IKP");
        assert_eq!(latvian("at least 0.25%"), "vismaz 0,25\u{a0}%");
        assert_eq!(latvian("about 2.5 billion EUR"), "aptuveni 2,5\u{a0}mljrd.\u{a0}EUR");
        assert_eq!(latvian("at most 20% of defence spending"), "ne vairāk kā 20\u{a0}% no aizsardzības izdevumiem");
    }
}

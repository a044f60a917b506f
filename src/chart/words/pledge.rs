//! The canonical words of a pledge in other languages.

/// The parts of a canonical pledge that are words.
const LATVIAN: &[(&str, &str)] = &[
    ("at least ", "vismaz "),
    ("at most ", "ne vairāk kā "),
    ("about ", "aptuveni "),
    (" of GDP", " no IKP"),
    (" of defence spending", " no aizsardzības tēriņiem"),
    (" thousand ", " tūkst. "),
    (" million ", " milj. "),
    (" billion ", " mljrd. "),
];

/// `aptuveni 5 % no IKP` for `about 5% of GDP`.
pub(super) fn latvian(canonical: &str) -> String {
    let numbers = canonical.replace('.', ",").replace('%', "\u{a0}%");
    LATVIAN.iter().fold(numbers, |text, (english, latvian)| text.replace(english, latvian))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_said_in_latvian() {
        assert_eq!(latvian("about 5% of GDP"), "aptuveni 5\u{a0}% no IKP");
        assert_eq!(latvian("at least 0.25%"), "vismaz 0,25\u{a0}%");
        assert_eq!(latvian("about 2.5 billion EUR"), "aptuveni 2,5 mljrd. EUR");
        assert_eq!(latvian("at most 20% of defence spending"), "ne vairāk kā 20\u{a0}% no aizsardzības tēriņiem");
    }
}

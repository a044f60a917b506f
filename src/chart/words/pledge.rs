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
    unparted(canonical, |power, _| power)
}

/// `aptuveni 5 % no IKP` for `about 5% of GDP`.
pub(super) fn latvian(canonical: &str) -> String {
    let numbers = canonical.replace('.', ",").replace('%', "\u{a0}%");
    let words = LATVIAN.iter().fold(numbers, |text, (english, latvian)| text.replace(english, latvian));
    unparted(&words, |_, latvian| latvian)
}

/// The words, with one said for each power that is not parted from its neighbours.
fn unparted(text: &str, say: impl Fn(&'static str, &'static str) -> &'static str) -> String {
    let mut said = String::with_capacity(text.len() + 8);
    let mut power_before = false;
    for word in text.split(' ') {
        let power = POWERS.iter().find(|(english, _)| *english == word);
        if !said.is_empty() {
            said.push(if power_before || power.is_some() { '\u{a0}' } else { ' ' });
        }
        said.push_str(power.map_or(word, |(english, latvian)| say(english, latvian)));
        power_before = power.is_some();
    }
    said
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

//! Countries at the beginning of a sentence.

use crate::quantity::Country;

const LATVIAN: &[(&str, &str)] = &[
    ("ALB", "Albānija"),
    ("AUT", "Austrija"),
    ("BEL", "Beļģija"),
    ("BGR", "Bulgārija"),
    ("CAN", "Kanāda"),
    ("CHE", "Šveice"),
    ("CYP", "Kipra"),
    ("CZE", "Čehija"),
    ("DEU", "Vācija"),
    ("DNK", "Dānija"),
    ("ESP", "Spānija"),
    ("EST", "Igaunija"),
    ("FIN", "Somija"),
    ("FRA", "Francija"),
    ("GBR", "Apvienotā Karaliste"),
    ("GRC", "Grieķija"),
    ("HRV", "Horvātija"),
    ("HUN", "Ungārija"),
    ("IRL", "Īrija"),
    ("ISL", "Islande"),
    ("ITA", "Itālija"),
    ("LTU", "Lietuva"),
    ("LUX", "Luksemburga"),
    ("LVA", "Latvija"),
    ("MDA", "Moldova"),
    ("MKD", "Ziemeļmaķedonija"),
    ("MLT", "Malta"),
    ("MNE", "Melnkalne"),
    ("NLD", "Nīderlande"),
    ("NOR", "Norvēģija"),
    ("POL", "Polija"),
    ("PRT", "Portugāle"),
    ("ROU", "Rumānija"),
    ("SVK", "Slovākija"),
    ("SVN", "Slovēnija"),
    ("SWE", "Zviedrija"),
    ("TUR", "Turcija"),
    ("UKR", "Ukraina"),
    ("USA", "ASV"),
];

/// The names that are declined in their first word too: nominative, genitive, locative.
const DECLINED: &[[&str; 3]] = &[["Apvienotā Karaliste", "Apvienotās Karalistes", "Apvienotajā Karalistē"]];

/// With an article where it has one: `The Netherlands`.
pub(super) fn english(country: Option<&Country>) -> String {
    let name = english_inside(country);
    name.strip_prefix("the ").map_or(name.clone(), |rest| format!("The {rest}"))
}

/// The same after other words: `the Netherlands`.
pub(super) fn english_inside(country: Option<&Country>) -> String {
    country.map_or("the country".to_owned(), Country::named)
}

/// A name from [`english`] after other words: `the Netherlands`.
pub(super) fn after_words(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

/// In the nominative; by its English name or code where no Latvian one is known.
pub(super) fn latvian(country: Option<&Country>) -> &str {
    let Some(country) = country else { return "Valsts" };
    LATVIAN.iter().find(|(code, _)| *code == country.code()).map_or_else(|| country.name(), |(_, name)| name)
}

/// Whose something is: `Latvijas`, of a name from [`latvian`].
pub(super) fn genitive(name: &str) -> String {
    declined(name, 1, ["as", "es"])
}

/// Where something is: `Latvijā`.
pub(super) fn locative(name: &str) -> String {
    declined(name, 2, ["ā", "ē"])
}

/// Names end in `a` or `e`; abbreviations and codes stay as they are.
fn declined(name: &str, case: usize, [of_a, of_e]: [&str; 2]) -> String {
    if let Some(forms) = DECLINED.iter().find(|forms| forms[0] == name) {
        return forms[case].to_owned();
    }
    match (name.strip_suffix('a'), name.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}{of_a}"),
        (None, Some(stem)) => format!("{stem}{of_e}"),
        (None, None) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_named_as_a_sentence_has_it() {
        let named = |code: &str| {
            let country: Country = code.parse().unwrap();
            (english(Some(&country)), latvian(Some(&country)).to_owned())
        };
        assert_eq!(named("NLD"), ("The Netherlands".to_owned(), "Nīderlande".to_owned()));
        assert_eq!(
            (after_words("The Netherlands"), after_words("Latvia")),
            ("the Netherlands".to_owned(), "Latvia".to_owned())
        );
        assert_eq!(named("UTO"), ("UTO".to_owned(), "UTO".to_owned()));
    }
}

//! What countries are called in sentences.

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
    let name = country.map_or("the country".to_owned(), Country::named);
    name.strip_prefix("the ").map_or(name.clone(), |rest| format!("The {rest}"))
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
    use super::super::amounts::{possessive, possessive_inside};
    use super::*;

    fn country(code: &str) -> Country {
        code.parse().unwrap()
    }

    #[test]
    fn every_country_with_an_english_name_has_a_latvian_one_that_is_declined() {
        let known: Vec<&str> = Country::NAMED.iter().map(|(code, _)| *code).collect();
        assert_eq!(LATVIAN.iter().map(|(code, _)| *code).collect::<Vec<_>>(), known);
        for (code, name) in LATVIAN {
            let forms = [genitive(name), locative(name)];
            let is_abbreviated = name.chars().all(char::is_uppercase);
            assert!(is_abbreviated || forms.iter().all(|form| form != name), "{code}: {forms:?}");
        }
    }

    #[test]
    fn a_country_is_named_as_an_english_sentence_has_it() {
        for (code, first, whose) in [
            ("NLD", "The Netherlands", "the Netherlands’"),
            ("GBR", "The United Kingdom", "the United Kingdom’s"),
            ("USA", "The United States", "the United States’"),
            ("CYP", "Cyprus", "Cyprus’"),
            ("LVA", "Latvia", "Latvia’s"),
            ("UTO", "UTO", "UTO’s"),
        ] {
            let name = english(Some(&country(code)));
            assert_eq!((&*name, &*possessive_inside(&name)), (first, whose));
            assert_eq!(possessive(&name).to_lowercase(), whose.to_lowercase());
            assert_eq!(after_words(&name), country(code).named());
        }
        assert_eq!(english(None), "The country");
    }

    #[test]
    fn a_country_is_named_as_a_latvian_sentence_has_it() {
        for (code, forms) in [
            ("LVA", ["Latvija", "Latvijas", "Latvijā"]),
            ("NLD", ["Nīderlande", "Nīderlandes", "Nīderlandē"]),
            ("GBR", ["Apvienotā Karaliste", "Apvienotās Karalistes", "Apvienotajā Karalistē"]),
            ("MNE", ["Melnkalne", "Melnkalnes", "Melnkalnē"]),
            ("USA", ["ASV", "ASV", "ASV"]),
            ("UTO", ["UTO", "UTO", "UTO"]),
        ] {
            let name = latvian(Some(&country(code))).to_owned();
            let [of, at] = [genitive(&name), locative(&name)];
            assert_eq!([name, of, at], forms);
        }
        assert_eq!(genitive(latvian(None)), "Valsts");
    }
}

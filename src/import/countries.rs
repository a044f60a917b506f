//! Countries by the names and codes that publishers use.

use crate::quantity::Country;

/// Names that publishers use beside the short English one.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("Bolivia", "BOL"),
    ("Brunei", "BRN"),
    ("Cape Verde", "CPV"),
    ("Central African Rep.", "CAF"),
    ("Congo, DR", "COD"),
    ("Congo, Republic", "COG"),
    ("Cote d'Ivoire", "CIV"),
    ("Czech Republic", "CZE"),
    ("eSwatini", "SWZ"),
    ("Gambia, The", "GMB"),
    ("Iran", "IRN"),
    ("Korea, North", "PRK"),
    ("Korea, South", "KOR"),
    ("Kosovo", "XKX"),
    ("Kyrgyz Republic", "KGZ"),
    ("Laos", "LAO"),
    ("Republic of North Macedonia", "MKD"),
    ("Russia", "RUS"),
    ("Slovak Republic", "SVK"),
    ("Syria", "SYR"),
    ("Taiwan", "TWN"),
    ("Tanzania", "TZA"),
    ("The Netherlands", "NLD"),
    ("The United Kingdom", "GBR"),
    ("The United States", "USA"),
    ("Timor Leste", "TLS"),
    ("Trinidad & Tobago", "TTO"),
    ("Turkey", "TUR"),
    ("Türkiye, Republic of", "TUR"),
    ("UK", "GBR"),
    ("United States of America", "USA"),
    ("USA", "USA"),
    ("Venezuela", "VEN"),
    ("Viet Nam", "VNM"),
];

/// Codes of two letters that publishers use in the place of those of ISO 3166-1.
const OTHER_CODES: &[(&str, &str)] = &[("EL", "GRC"), ("UK", "GBR")];

/// The country of this English name, whatever the case of its letters.
pub(super) fn by_name(name: &str) -> Option<Country> {
    let others = OTHER_NAMES.iter().find(|(other, _)| other.eq_ignore_ascii_case(name.trim()));
    let code = others.map(|(_, code)| *code).or_else(|| Country::code_of(name.trim()));
    let iso = || iso_country::data::all().into_iter().find(|own| own.name.eq_ignore_ascii_case(name.trim()));
    code.or_else(|| iso().map(|own| own.alpha3))?.parse().ok()
}

/// The country of this code, of two letters or of three.
pub(super) fn by_code(code: &str) -> Option<Country> {
    let iso = || iso_country::data::all().into_iter().find(|own| own.alpha2 == code || own.alpha3 == code);
    let other = OTHER_CODES.iter().find(|(other, _)| *other == code).map(|(_, code)| *code);
    other.or_else(|| iso().map(|own| own.alpha3))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_country_is_one() {
        for (names, code) in [
            (["Türkiye", "Turkey", "türkiye, republic of"], "TUR"),
            (["Slovakia", "Slovak Republic", "SLOVAKIA "], "SVK"),
            (["Netherlands", "the Netherlands", "NETHERLANDS"], "NLD"),
        ] {
            assert!(names.iter().all(|name| by_name(name).is_some_and(|own| own.code() == code)), "{names:?}");
        }
        assert_eq!(
            ["EL", "GR", "GRC", "UK"].map(|code| by_code(code).unwrap().to_string()),
            ["GRC", "GRC", "GRC", "GBR"]
        );
        assert_eq!([by_name("NATO Europe and Canada"), by_code("EA20")], [None, None]);
    }
}

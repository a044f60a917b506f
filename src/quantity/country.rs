//! Countries by their ISO 3166-1 alpha-3 codes.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};

/// Short English names for titles: the allies, and those whom pledges are made to or compared with.
const NAMES: &[(&str, &str)] = &[
    ("ALB", "Albania"),
    ("AUT", "Austria"),
    ("BEL", "Belgium"),
    ("BGR", "Bulgaria"),
    ("CAN", "Canada"),
    ("CHE", "Switzerland"),
    ("CYP", "Cyprus"),
    ("CZE", "Czechia"),
    ("DEU", "Germany"),
    ("DNK", "Denmark"),
    ("ESP", "Spain"),
    ("EST", "Estonia"),
    ("FIN", "Finland"),
    ("FRA", "France"),
    ("GBR", "United Kingdom"),
    ("GRC", "Greece"),
    ("HRV", "Croatia"),
    ("HUN", "Hungary"),
    ("IRL", "Ireland"),
    ("ISL", "Iceland"),
    ("ITA", "Italy"),
    ("LTU", "Lithuania"),
    ("LUX", "Luxembourg"),
    ("LVA", "Latvia"),
    ("MDA", "Moldova"),
    ("MKD", "North Macedonia"),
    ("MLT", "Malta"),
    ("MNE", "Montenegro"),
    ("NLD", "Netherlands"),
    ("NOR", "Norway"),
    ("POL", "Poland"),
    ("PRT", "Portugal"),
    ("ROU", "Romania"),
    ("SVK", "Slovakia"),
    ("SVN", "Slovenia"),
    ("SWE", "Sweden"),
    ("TUR", "Türkiye"),
    ("UKR", "Ukraine"),
    ("USA", "United States"),
];

/// A country by its three capital letters; any such code is taken, so that a book may invent one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 3]);

impl Country {
    /// Every country with a name, and that name.
    #[cfg(all(test, feature = "chart"))]
    pub(crate) const NAMED: &'static [(&'static str, &'static str)] = NAMES;

    /// The code, as `LVA`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// The short English name, or the code where none is known.
    #[must_use]
    pub fn name(&self) -> &str {
        NAMES.iter().find(|(code, _)| *code == self.code()).map_or_else(|| self.code(), |(_, name)| name)
    }

    /// The code of the country of this short English name, whatever the case of its letters.
    #[cfg(feature = "import")]
    pub(crate) fn code_of(name: &str) -> Option<&'static str> {
        NAMES.iter().find(|(_, known)| known.to_lowercase() == name.to_lowercase()).map(|(code, _)| *code)
    }

    /// The name inside a sentence, with its article where it has one.
    ///
    /// ```
    /// use pledgebook::quantity::Country;
    /// let named = |code: &str| code.parse::<Country>().map(|country| country.named());
    /// assert_eq!([named("NLD")?, named("EST")?, named("UTO")?], ["the Netherlands", "Estonia", "UTO"]);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    #[must_use]
    pub fn named(&self) -> String {
        let plural = ["Netherlands", "United Kingdom", "United States"].contains(&self.name());
        format!("{}{}", if plural { "the " } else { "" }, self.name())
    }
}

impl FromStr for Country {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let code: Option<[u8; 3]> = text.as_bytes().try_into().ok();
        code.filter(|code| code.iter().all(u8::is_ascii_uppercase)).map(Self).ok_or_else(|| {
            let named =
                NAMES.iter().find(|(code, name)| code.eq_ignore_ascii_case(text) || name.eq_ignore_ascii_case(text));
            Error::new(Kind::NotACountry { text: text.to_owned() })
                .help("write the three capital letters of ISO 3166-1, as `LVA`")
                .maybe_help(named.map(|(code, _)| format!("write `{code}`")))
        })
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

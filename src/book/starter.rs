//! A book to start from, of any country: its files, without a commitment or a figure yet.

use crate::quantity::{Country, Currency};

/// The files by their names; what stands in braces is filled in.
const TEMPLATES: [(&str, &str); 8] = [
    ("README.md", include_str!("starter/README.md")),
    ("book.toml", include_str!("starter/book.toml")),
    ("commitments/{file}.toml", include_str!("starter/commitments.toml")),
    ("definitions.toml", include_str!("starter/definitions.toml")),
    ("scenarios.toml", include_str!("starter/scenarios.toml")),
    ("series/{file}-gdp.csv", HEADINGS),
    ("series/{file}-spending.csv", HEADINGS),
    ("sources.toml", include_str!("starter/sources.toml")),
];

/// The first line of every series.
const HEADINGS: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";

/// Name and text of each file of a book to start from, with the page that explains it.
///
/// ```
/// let files = pledgebook::book::starter("EST".parse()?, "EUR".parse()?);
/// let session = pledgebook::Session::from_memory(files)?;
/// assert_eq!(session.book().title, "Commitments of Estonia");
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[must_use]
pub fn starter(country: Country, currency: Currency) -> Vec<(String, String)> {
    let (code, name) = (country.code(), country.name());
    let file: String =
        name.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let words = [
        ("{COUNTRY}", code),
        ("{country}", &code.to_lowercase()),
        ("{name}", &country.named()),
        ("{file}", &file),
        ("{currency}", currency.code()),
    ];
    let filled = |text: &str| words.iter().fold(text.to_owned(), |text, (word, value)| text.replace(word, value));
    TEMPLATES.iter().map(|(name, text)| (filled(name), filled(text))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Book, Files, Reading};
    use super::*;

    /// The starter of a country, with its examples where asked for.
    fn book(country: &str, currency: &str, examples: bool) -> Book {
        let mut files = starter(country.parse().unwrap(), currency.parse().unwrap());
        for (_, text) in files.iter_mut().filter(|_| examples) {
            if let Some((start, example)) = text.split_once("\n#\n") {
                let lines = example.lines().map(|line| line.strip_prefix("# ").unwrap());
                *text = format!("{start}\n{}\n", lines.collect::<Vec<_>>().join("\n"));
            }
        }
        let reading = Reading::new(&Files::from_memory("new/", files).unwrap());
        assert!(reading.findings().is_empty(), "{}", reading.findings());
        reading.into_book().unwrap()
    }

    #[test]
    fn a_starter_is_sound_with_and_without_its_examples() {
        for (country, currency) in [("EST", "EUR"), ("GBR", "GBP"), ("TUR", "TRY"), ("XYZ", "USD")] {
            let empty = book(country, currency, false);
            assert_eq!((empty.country.code(), empty.commitments.len(), empty.scenarios.len()), (country, 0, 0));
            let filled = book(country, currency, true);
            assert_eq!((filled.commitments.len(), filled.scenarios.len()), (2, 1), "{country}");
        }
    }
}

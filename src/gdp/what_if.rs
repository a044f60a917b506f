//! What if GDP were otherwise: a scenario that somebody writes in a line.

use std::sync::Arc;

use crate::book::{Basis, Book, Change, Changed, Reference, Scenario, changed_years};
use crate::error::{Error, Kind, Noun, Origin, Result, SourceText};
use crate::quantity::{Country, Currency, Digits, Money, Year};

/// Changes of one country's GDP on top of `latest`, as somebody writes them: years with their values, commas between them.
///
/// GDP of 2026 at EUR 45 000 million, and 2.5% more a year later:
/// ```
/// use pledgebook::book::Book;
/// use pledgebook::gdp::{Resolver, WhatIf};
///
/// let mut book = Book::embedded()?;
/// let country = book.country;
/// WhatIf::named("mine").levels("2026=45000").growth("2027=2.5%").add_to(&mut book, country)?;
///
/// let path = Resolver::new(&book, "2026-01-31".parse()?).path("mine", country)?;
/// assert_eq!(path.value("2027".parse()?).unwrap().gdp, "46125 million EUR".parse()?);
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[derive(Debug, Clone)]
pub struct WhatIf<'n> {
    /// The id of the scenario.
    pub id: &'n str,
    /// Its title.
    pub title: &'n str,
    /// Nominal growth on the year before, as `2027=2.5%,2028=2%`.
    pub growth: Option<SourceText>,
    /// GDP of a year, in millions of the country's currency, as `2026=45000`.
    pub levels: Option<SourceText>,
}

impl<'n> WhatIf<'n> {
    /// A scenario of that id that changes nothing yet.
    #[must_use]
    pub fn named(id: &'n str) -> Self {
        Self { id, title: id, growth: None, levels: None }
    }

    /// The same with nominal growth on the year before, as `2027=2.5%,2028=2%`.
    #[must_use]
    pub fn growth(self, text: &str) -> Self {
        Self { growth: Some(SourceText::new("growth", text)), ..self }
    }

    /// The same with GDP of years, in millions of the country's currency, as `2026=45000`.
    #[must_use]
    pub fn levels(self, text: &str) -> Self {
        Self { levels: Some(SourceText::new("levels", text)), ..self }
    }

    /// Adds the scenario to a book, for one of its countries, in the place of an earlier one of that id; without a change it
    /// adds none.
    ///
    /// # Errors
    /// The country is not in the book, a text is no list of years with their values, or the years make no path.
    pub fn add_to(self, book: &mut Book, country: Country) -> Result<()> {
        let currency = book.currency(country).ok_or_else(|| unknown(country))?;
        let rates = changes(self.growth, GROWTH, |text| text.parse().map(Change::Nominal))?;
        let help = format!("write each year with its GDP in millions of {currency}, as `2026=45000`");
        let levels = changes(self.levels, &help, |text| level(text, currency))?;
        let changes = changed_years(self.id, rates.into_iter().chain(levels).collect(), false)?;
        let Some(origin) = changes.values().next().map(|changed| changed.origin.clone()) else { return Ok(()) };
        book.scenarios.retain(|scenario| scenario.id != self.id);
        book.scenarios.push(Scenario {
            id: self.id.to_owned(),
            title: self.title.to_owned(),
            base: Reference { id: Basis::Latest.to_string(), origin: origin.clone() },
            country: Some(country),
            cap: None,
            publishers: None,
            changes,
            then: None,
            note: None,
            origin,
        });
        Ok(())
    }
}

/// What growth looks like.
const GROWTH: &str = "write each year with its value, as `2027=2.5%,2028=2%`";

fn level(text: &str, currency: Currency) -> Result<Change> {
    Ok(Change::Level(Money::from_millions(Digits::SERIES.parse_positive(text, "")?, currency)))
}

fn unknown(country: Country) -> Error {
    let kind = Kind::UnknownReference { what: Noun::Country, id: country.to_string() };
    Error::new(kind).help("name a country that the book has a file of commitments of")
}

/// The changed years of a text: `YEAR=VALUE`, with commas between them.
fn changes(
    text: Option<SourceText>,
    help: &str,
    parse: impl Fn(&str) -> Result<Change>,
) -> Result<Vec<(Year, Changed)>> {
    let Some(source) = text.map(Arc::new) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    let mut start = 0;
    for part in source.content().split(',') {
        let span = start..start + part.len();
        start = span.end + 1;
        let place = || source.place(span.clone());
        let (year, how) = change(part, &parse).map_err(|error| error.help(help).at(place()))?;
        found.push((year, Changed { how, origin: Origin::new(&source, span) }));
    }
    Ok(found)
}

/// `YEAR=VALUE`
fn change(text: &str, parse: impl Fn(&str) -> Result<Change>) -> Result<(Year, Change)> {
    let (year, value) = text.split_once('=').ok_or_else(|| Error::new(Kind::NotAYear { text: text.to_owned() }))?;
    Ok((year.trim().parse()?, parse(value.trim())?))
}

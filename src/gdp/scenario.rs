//! Scenarios and bases by name: which there are, and which of them a country has.

use std::collections::BTreeSet;

use crate::book::{Basis, Book, Scenario};
use crate::error::{self, Error, Kind, Noun, Result};
use crate::quantity::Country;

/// The names of the bases: `latest`, `budgeted`, then `publisher:NAME` in the book's order, those it does not list last.
#[must_use]
pub fn basis_names(book: &Book) -> Vec<String> {
    let mut names = vec![Basis::Latest.to_string(), Basis::Budgeted.to_string()];
    let named = book.publishers.iter().map(String::as_str).chain(book.publishers_of_gdp());
    let mut seen = BTreeSet::new();
    let publishers = named.filter(|name| seen.insert(*name)).map(|name| Basis::Publisher(name.to_owned()).to_string());
    names.extend(publishers);
    names
}

/// The basis that somebody names: one that the book has figures for.
///
/// ```
/// # use pledgebook::{book::Book, gdp::named_basis};
/// let error = named_basis(&Book::embedded()?, "publisher:NTO").unwrap_err();
/// assert_eq!(error.way_out(), Some("did you mean `publisher:NATO`?"));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
/// # Errors
/// There is none; the way out names the nearest, or all.
pub fn named_basis(book: &Book, name: &str) -> Result<Basis> {
    let known = basis_names(book);
    if known.iter().any(|basis| basis == name) {
        return name.parse();
    }
    let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let known = known.iter().map(String::as_str);
    Err(error::unknown_name(Noun::Basis, name, known, &format!("the book has {list}")))
}

/// The scenarios of some countries that are shown where none is asked for: `latest`, then those of the book in order that at least
/// one of them has.
#[must_use]
pub fn scenario_names(book: &Book, countries: &[Country]) -> Vec<String> {
    let had = |scenario: &&Scenario| countries.iter().any(|country| has_scenario(book, &scenario.id, *country));
    let own = book.scenarios.iter().filter(had).map(|scenario| scenario.id.clone());
    std::iter::once(Basis::Latest.to_string()).chain(own).collect()
}

/// Whether a country has a scenario or basis: a scenario of another country, or one that starts from such a one, is not there for it.
///
/// ```
/// # use pledgebook::{book::Book, gdp::has_scenario};
/// let book = Book::embedded()?;
/// assert!(has_scenario(&book, "recession", "LVA".parse()?));
/// assert!(!has_scenario(&book, "recession", "EST".parse()?));
/// assert!(has_scenario(&book, "latest", "EST".parse()?));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[must_use]
pub fn has_scenario(book: &Book, name: &str, country: Country) -> bool {
    Lineage::of(book, name, country).is_ok()
}

/// That at least one of some countries has a scenario or basis.
///
/// # Errors
/// None of them does: the message names the country whose scenario it is, and the scenarios that there are.
pub fn check_scenario(book: &Book, name: &str, countries: &[Country]) -> Result<()> {
    let mut first = None;
    for country in countries {
        match Lineage::of(book, name, *country) {
            Ok(_) => return Ok(()),
            Err(absent) => first = first.or(Some(absent.error(book, name, *country))),
        }
    }
    first.map_or(Ok(()), Err)
}

/// A scenario and those that it starts from, down to the basis at their end.
#[derive(Debug, Clone)]
pub(super) struct Lineage<'b> {
    /// From the one that was asked for on, those of them that matter; none where a basis was asked for.
    pub(super) scenarios: Vec<&'b Scenario>,
    pub(super) basis: Basis,
}

/// Why a country has no scenario of a name.
pub(super) enum Absent {
    /// It is no name of a scenario or basis.
    Unknown,
    /// It leads to a scenario of this other country.
    Of(Country),
}

impl<'b> Lineage<'b> {
    /// Follows a name down to its basis.
    pub(super) fn of(book: &'b Book, name: &str, country: Country) -> Result<Self, Absent> {
        let (scenarios, basis) = book.lineage(name).unwrap_or((Vec::new(), name));
        match scenarios.iter().filter_map(|scenario| scenario.country).find(|own| *own != country) {
            Some(other) => Err(Absent::Of(other)),
            None => basis.parse().map(|basis| Self { scenarios, basis }).map_err(|_| Absent::Unknown),
        }
    }
}

impl Absent {
    /// The error, with the scenarios that the country has.
    pub(super) fn error(&self, book: &Book, name: &str, country: Country) -> Error {
        let had = [scenario_names(book, &[country]), basis_names(book).split_off(1)].concat();
        match self {
            Self::Of(other) => {
                let kind = Kind::OtherCountry { name: name.to_owned(), country: other.named() };
                Error::new(kind).help(format!("{country} has `{}`", had.join("`, `")))
            }
            Self::Unknown => {
                let (known, listed) =
                    (had.iter().map(String::as_str), "`pledgebook scenarios` lists those of the book");
                error::unknown_name(Noun::Scenario, name, known, listed)
            }
        }
    }
}

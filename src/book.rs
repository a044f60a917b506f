//! (4) The book: commitments, observations and where they come from, read from plain text.
//!
//! Records that people write and argue about are TOML, numbers are CSV. Reading keeps the place of every value, checks the
//! references between files and reports all findings at once.
//!
//! ```
//! let book = pledgebook::book::Book::embedded()?;
//! assert_eq!(book.commitment("lva-defence-2026", book.country).unwrap().pledge.unwrap().to_string(), "about 5% of GDP");
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod editions;
mod families;
mod files;
mod fingerprint;
mod lineage;
mod named;
mod read;
mod record;
mod records;
mod reserved;
mod said;
mod scenario;
mod sheet;
#[cfg(feature = "serve")]
mod stamp;
mod starter;
mod term;
mod translation;
mod whole;

use std::collections::BTreeMap;
use std::iter;
use std::path::Path;

pub use editions::Editions;
pub use files::Files;
pub(crate) use files::decode;
#[cfg(feature = "serve")]
pub(crate) use files::page_of;
#[cfg(feature = "cli")]
pub(crate) use files::{is_of_book, open_file};
pub use fingerprint::Fingerprint;
#[cfg(feature = "serve")]
pub(crate) use fingerprint::digest;
#[cfg(feature = "cli")]
pub(crate) use fingerprint::digest_of;
pub use read::Reading;
pub use record::{Commitment, Definition, Group, Membership, Observation, Reference, Source, Triple};
pub use records::Records;
pub(crate) use reserved::check_free;
pub(crate) use scenario::changed_years;
pub use scenario::{Cap, Change, Changed, Scenario};
pub(crate) use sheet::{Column, Row, Sheet, filled};
#[cfg(feature = "serve")]
pub use stamp::Stamp;
pub use starter::starter;
pub use term::{Basis, Kind, Measure, Role, Strength, Unit};
pub use translation::Translations;

use crate::error::Errors;
use crate::pledge::Speaker;
use crate::quantity::{Country, Currency, Date, FiscalYear, Year};

/// Everything that is known: one folder of plain text, typed and cross-checked.
#[derive(Debug, Clone)]
pub struct Book {
    /// The title of the book.
    pub title: String,
    /// The country that commands speak of unless they are told another.
    pub country: Country,
    /// Publishers in the order in which they are preferred.
    pub publishers: Vec<String>,
    /// What counts as spending, in the book's order.
    pub definitions: Records<Definition>,
    /// The documents, in the book's order.
    pub sources: Records<Source>,
    /// The countries with a file of commitments, and the currency of their GDP.
    pub countries: Vec<(Country, Currency)>,
    /// The first day of the fiscal year of those where it is not the calendar year.
    pub fiscal_years: BTreeMap<Country, FiscalYear>,
    /// The groups of countries that commit themselves together, in the book's order.
    pub groups: Vec<Group>,
    /// The commitments, in the book's order; one of a group is there for each member that is among the countries, in its order.
    pub commitments: Records<Commitment>,
    /// The published figures, in the book's order.
    pub observations: Records<Observation>,
    /// The paths of GDP besides those of the bases, in the book's order.
    pub scenarios: Records<Scenario>,
    /// What its texts are called in other languages.
    pub translations: Translations,
    /// What it knows of figures that were not read.
    pub elsewhere: Editions,
    /// A digest of all files of the book, the same as long as no byte changes.
    pub fingerprint: Fingerprint,
}

impl Book {
    /// The book that is compiled in.
    ///
    /// # Errors
    /// None, unless the program was built from an unsound book.
    pub fn embedded() -> Result<Self, Errors> {
        Reading::embedded(None).into_book()
    }

    /// The compiled-in book for answers about some countries alone, of none its own country: it has no figures of the others, and
    /// is read in a fraction of the time.
    ///
    /// # Errors
    /// As [`Book::embedded`].
    pub fn embedded_about(countries: &[Country]) -> Result<Self, Errors> {
        Reading::embedded(Some(countries)).into_book()
    }

    /// The book in a folder.
    ///
    /// # Errors
    /// Everything that is wrong with its files, all at once.
    pub fn read(folder: &Path) -> Result<Self, Errors> {
        Reading::new(&Files::read(folder)?).into_book()
    }

    /// The commitment of a country with this id.
    #[must_use]
    pub fn commitment(&self, id: &str, country: Country) -> Option<&Commitment> {
        self.commitments_named(id).find(|own| own.country == country)
    }

    /// The commitments with this id: of one of a group that of each member, in the book's order.
    pub fn commitments_named(&self, id: &str) -> impl Iterator<Item = &Commitment> {
        self.commitments.all_named(id)
    }

    /// The definition with this id.
    #[must_use]
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        self.definitions.named(id)
    }

    /// The definitions that are parts of this one; a part may have parts in turn.
    pub fn parts(&self, definition: &str) -> impl Iterator<Item = &Definition> {
        self.definitions.parts(definition)
    }

    /// The parts of a definition, the parts of these, and so on.
    pub fn all_parts(&self, definition: &str) -> impl Iterator<Item = &Definition> {
        // A checked book has no circle, so this ends.
        let mut open: Vec<&Definition> = self.parts(definition).collect();
        iter::from_fn(move || {
            let part = open.pop()?;
            open.extend(self.parts(&part.id));
            Some(part)
        })
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.named(id)
    }

    /// The scenario with this id.
    #[must_use]
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.named(id)
    }

    /// The scenario with this id and those that it starts from, as far as they matter to it, and the basis at their end.
    pub(crate) fn lineage(&self, id: &str) -> Option<(Vec<&Scenario>, &str)> {
        self.scenarios.lineage(id)
    }

    /// The commitments of a country that name a definition, in the book's order.
    pub fn commitments_under(&self, country: Country, definition: &str) -> impl Iterator<Item = &Commitment> {
        self.commitments.under(country, definition)
    }

    /// The published figures of a series, year by year, those of a year in the book's order; spending has a definition.
    pub fn figures(
        &self,
        country: Country,
        measure: Measure,
        definition: Option<&str>,
    ) -> impl Iterator<Item = &Observation> {
        self.observations.of((country, measure, definition))
    }

    /// The published figures of a series that are of one publisher, likewise.
    pub fn figures_by(
        &self,
        publisher: &str,
        country: Country,
        measure: Measure,
        definition: Option<&str>,
    ) -> impl Iterator<Item = &Observation> {
        self.observations.by((country, measure, definition), publisher)
    }

    /// The published figures of a series in a year, in the book's order.
    pub fn figures_in(
        &self,
        country: Country,
        measure: Measure,
        definition: Option<&str>,
        year: Year,
    ) -> impl Iterator<Item = &Observation> {
        self.observations.in_year((country, measure, definition), year)
    }

    /// The exchange rates of the book, whichever country they stand under, in its order.
    pub fn rates(&self) -> impl Iterator<Item = &Observation> {
        self.observations.rates()
    }

    /// The definition that a commitment names, if it names one.
    #[must_use]
    pub fn definition_of(&self, commitment: &Commitment) -> Option<&Definition> {
        commitment.definition.as_ref().and_then(|own| self.definition(&own.id))
    }

    /// The countries with a file of commitments, in the book's order.
    pub fn every_country(&self) -> impl Iterator<Item = Country> + Clone + '_ {
        self.countries.iter().map(|(country, _)| *country)
    }

    /// The currency of a country's GDP, where the book has commitments of that country.
    #[must_use]
    pub fn currency(&self, country: Country) -> Option<Currency> {
        self.countries.iter().find(|(known, _)| *known == country).map(|(_, currency)| *currency)
    }

    /// What the words of a country mean.
    #[must_use]
    pub fn speaker(&self, country: Country) -> Speaker {
        Speaker { currency: self.currency(country), fiscal_year: self.fiscal_years.get(&country).copied() }
    }

    /// The commitment of the same country that supersedes this one, as known on a day.
    #[must_use]
    pub fn superseded_by(&self, commitment: &Commitment, as_of: Date) -> Option<&Commitment> {
        let mut later = self.commitments.replacing(&commitment.id);
        later.find(|later| later.country == commitment.country && later.is_known_on(as_of))
    }
}

//! A book that is being read: the records so far, what they name, and what was found wrong.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::book::editions::Editions;
use crate::book::fingerprint::Fingerprint;
use crate::book::{
    Basis, Book, Commitment, Definition, Group, Observation, Records, Reference, Scenario, Source, Translations,
    check_free,
};
use crate::error::{self, Error, Errors, Kind, Noun, Origin, SUGGESTED, SourceText};
use crate::quantity::{Country, Currency, FiscalYear};

/// Ids of each sort of record, and where they are named; also of records that could not be read in full.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: BTreeMap<Noun, BTreeMap<String, Reference>>,
    /// What has to be there, and the id of the record that names it.
    pub(super) expected: Vec<(Noun, Reference, Option<String>)>,
    /// The sorts of records of which a file could not be read, so that nobody can say what is missing.
    pub(super) unread: Vec<Noun>,
    /// How many names were not found.
    unknown: Cell<usize>,
}

impl Names {
    /// Takes an id, or reports that it is taken, or the name of something else.
    pub(super) fn add(&mut self, what: Noun, id: &Reference, errors: &mut Errors) {
        errors.keep(check_free(what, &id.id).map_err(|error| error.at(id.origin.place())));
        let known = self.known.entry(what).or_default();
        if let Some(first) = known.get(&id.id) {
            let kind = Kind::DuplicateId { id: id.id.clone(), first: first.origin.to_string() };
            errors.push(Error::new(kind).help("give one of the two another id").at(id.origin.place()));
            return;
        }
        known.insert(id.id.clone(), id.clone());
    }

    /// Notes that there has to be such a record, which the one of an id names.
    pub(super) fn require<'r>(
        &mut self,
        what: Noun,
        references: impl IntoIterator<Item = &'r Reference>,
        by: Option<&Reference>,
    ) {
        let by = by.map(|by| by.id.clone());
        self.expected.extend(references.into_iter().map(|reference| (what, reference.clone(), by.clone())));
    }

    /// What is looked for among names, for the first ones that are not known.
    pub(super) fn suggested<T>(&self, look: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.unknown.replace(self.unknown.get() + 1) < SUGGESTED { look() } else { None }
    }

    /// The id, if there is such a record.
    pub(super) fn find<'r>(&self, what: Noun, id: &'r str) -> error::Result<&'r str> {
        self.find_for(what, id, None)
    }

    /// The id, if there is such a record; that which names it is none that could be meant.
    pub(super) fn find_for<'r>(&self, what: Noun, id: &'r str, by: Option<&str>) -> error::Result<&'r str> {
        let known = self.known.get(&what);
        if known.is_some_and(|known| known.contains_key(id)) || self.unread.contains(&what) {
            return Ok(id);
        }
        let bases = Basis::WORDS.into_iter().filter(|word| what == Noun::Scenario && !word.ends_with(':'));
        let ids = known.into_iter().flat_map(|known| known.keys().map(String::as_str));
        let near = self.suggested(|| error::suggest(id, bases.chain(ids.filter(|id| Some(*id) != by))));
        let kind = Kind::UnknownReference { what, id: id.to_owned() };
        Err(Error::new(kind).help(format!("look for a slip, or add the {what}")).maybe_help(near))
    }
}

/// A book that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<String>,
    pub(super) country: Option<(Country, Origin)>,
    pub(super) publishers: Option<Vec<String>>,
    pub(super) definitions: Records<Definition>,
    pub(super) sources: Records<Source>,
    pub(super) countries: Vec<(Country, Currency)>,
    pub(super) fiscal_years: BTreeMap<Country, FiscalYear>,
    pub(super) groups: Vec<Group>,
    pub(super) commitments: Records<Commitment>,
    /// The files of the commitments of groups, which wait until the currency of every member is known.
    pub(super) of_groups: Vec<Arc<SourceText>>,
    /// How many bytes of text these have, each as often as its group has members.
    pub(super) of_members: usize,
    /// The countries whose figures are read alone.
    pub(super) about: Option<Vec<Country>>,
    pub(super) observations: Records<Observation>,
    pub(super) elsewhere: Editions,
    pub(super) scenarios: Records<Scenario>,
    pub(super) translations: Translations,
    pub(super) names: Names,
    pub(super) errors: Errors,
}

impl Draft {
    /// The book, if nothing that it needs is missing.
    pub(super) fn into_book(self, fingerprint: Fingerprint) -> Option<Book> {
        Some(Book {
            title: self.title?,
            country: self.country?.0,
            publishers: self.publishers?,
            definitions: self.definitions,
            sources: self.sources,
            countries: self.countries,
            fiscal_years: self.fiscal_years,
            groups: self.groups,
            commitments: self.commitments,
            observations: self.observations,
            scenarios: self.scenarios,
            translations: self.translations,
            elsewhere: self.elsewhere,
            fingerprint,
        })
    }
}

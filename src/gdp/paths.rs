//! Paths of GDP that are asked for again and again.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::error::Result;
use crate::quantity::Country;

use super::{Path, Resolver};

/// Paths of GDP as known on one day, each resolved once.
#[derive(Debug)]
pub(crate) struct Paths<'b> {
    resolver: Resolver<'b>,
    known: BTreeMap<Country, BTreeMap<String, Rc<Path>>>,
}

impl<'b> Paths<'b> {
    pub(crate) fn new(resolver: Resolver<'b>) -> Self {
        Self { resolver, known: BTreeMap::new() }
    }

    /// The path of a country's GDP under a scenario or basis.
    ///
    /// # Errors
    /// As [`Resolver::path`].
    pub(crate) fn of(&mut self, scenario: &str, country: Country) -> Result<Rc<Path>> {
        let known = self.known.entry(country).or_default();
        if let Some(path) = known.get(scenario) {
            return Ok(Rc::clone(path));
        }
        let path = Rc::new(self.resolver.path(scenario, country)?);
        known.insert(scenario.to_owned(), Rc::clone(&path));
        Ok(path)
    }
}

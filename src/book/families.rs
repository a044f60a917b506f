//! Families of definitions: what is set side by side, and which one of them stands for what.

use std::collections::BTreeSet;

use crate::quantity::{Country, Date, YearRange};

use super::{Book, Commitment, Definition, Records, Role};

impl Definition {
    /// The id of the definition of whose spending its shares are; nothing where they are of GDP.
    #[must_use]
    pub fn whose_spending(&self) -> Option<&str> {
        self.of.as_ref().map(|of| of.id.as_str())
    }
}

impl Book {
    /// The families of its definitions, in the book's order.
    #[must_use]
    pub fn families(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        self.definitions.iter().map(|own| own.family.as_str()).filter(|family| seen.insert(*family)).collect()
    }

    /// The definitions of a family, in the book's order.
    pub fn family(&self, family: &str) -> impl Iterator<Item = &Definition> {
        self.definitions.of(family)
    }

    /// The definitions of a family under which, or under a part of which, a country has figures for one of these years, in the book's
    /// order.
    ///
    /// ```
    /// # use pledgebook::book::Book;
    /// # use pledgebook::quantity::Year;
    /// let (book, year): (_, Year) = (Book::embedded()?, "2025".parse()?);
    /// let found = book.family_with_figures("defence", "LVA".parse()?, year.into());
    /// assert!(found.len() > 1 && found.iter().all(|own| own.family == "defence"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn family_with_figures(&self, family: &str, country: Country, years: YearRange) -> Vec<&Definition> {
        let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
        for id in years.years().flat_map(|year| self.observations.defined(country, year)) {
            let mut next = self.definition(id).filter(|own| own.family == family);
            while let Some(own) = next.filter(|own| seen.insert(own.id.as_str())) {
                found.push(own);
                next = own.whole.as_ref().and_then(|whole| self.definition(&whole.id));
            }
        }
        Records::in_order(found.into_iter())
    }

    /// The definition of a family that has a role.
    #[must_use]
    pub fn with_role(&self, family: &str, role: Role) -> Option<&Definition> {
        self.family(family).find(|definition| definition.role == Some(role))
    }

    /// The definition of a family under which a country pledges, as known on a day: the one for budgets, else the one by
    /// which countries are compared, else the first other one, that a standing commitment with a figure names.
    ///
    /// ```
    /// # use pledgebook::book::Book;
    /// let book = Book::embedded()?;
    /// let (latvia, day) = ("LVA".parse()?, "2026-06-30".parse()?);
    /// assert_eq!(book.pledged_under("defence", latvia, day).map(|own| own.id.as_str()), Some("direct-defence"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn pledged_under(&self, family: &str, country: Country, as_of: Date) -> Option<&Definition> {
        self.by_role(family).find(|definition| self.is_pledged(definition, country, as_of))
    }

    /// The definitions of a family in the order in which they stand for it: that for budgets, that by which countries are
    /// compared, then the others, a whole before a part, by id.
    pub fn by_role(&self, family: &str) -> impl Iterator<Item = &Definition> {
        let roles = [Role::Budget, Role::Compared].into_iter().filter_map(move |role| self.with_role(family, role));
        let mut others: Vec<_> = self.family(family).filter(|definition| definition.role.is_none()).collect();
        others.sort_by_key(|definition| (definition.whole.is_some(), &definition.id));
        roles.chain(others)
    }

    /// Whether a country has a commitment with a figure under a definition that nothing had superseded by a day.
    fn is_pledged(&self, definition: &Definition, country: Country, as_of: Date) -> bool {
        self.commitments_under(country, &definition.id).any(|commitment| {
            commitment.pledge.is_some()
                && commitment.is_known_on(as_of)
                && self.superseded_by(commitment, as_of).is_none()
        })
    }

    /// The family of the definition that a commitment names.
    #[must_use]
    pub fn family_of(&self, commitment: &Commitment) -> Option<&str> {
        self.definition_of(commitment).map(|definition| definition.family.as_str())
    }

    /// The definition of whose spending a definition's shares are; nothing where they are of GDP.
    #[must_use]
    pub fn share_base(&self, definition: &Definition) -> Option<&Definition> {
        definition.of.as_ref().and_then(|of| self.definition(&of.id))
    }
}

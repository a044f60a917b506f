//! Which family of definitions a picture is about, and which of them stands for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Definition, Measure, Observation, Role};
use crate::error::{Error, Kind, Result};
use crate::quantity::Year;
use crate::verdict::Spending;

use super::{Definitions, Query};

/// That shares under a definition are of GDP.
///
/// # Errors
/// They are of spending under another one.
pub(super) fn of_gdp(definition: &Definition) -> Result<()> {
    let Some(of) = &definition.of else { return Ok(()) };
    let reason = format!("its shares are of spending under `{}`, not of GDP", of.id);
    let kind = Kind::NeedlessOption { option: definition.id.clone(), reason };
    Err(Error::new(kind).help("name a definition whose shares are of GDP"))
}

impl<'b> Query<'b> {
    /// The family that a picture of one is about: that asked for, else the first in which the country stands pledged, else the first of
    /// the book; one by which countries are compared comes first, then the order is that of names, whatever the book's is.
    ///
    /// ```
    /// # use pledgebook::book::Book;
    /// # use pledgebook::question::Query;
    /// let book = Book::embedded()?;
    /// let query = Query::new(&book, "2026-06-30".parse()?);
    /// assert_eq!(query.family(), Some("defence"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn family(&self) -> Option<&'b str> {
        match &self.family {
            Some(asked) => self.book.families().into_iter().find(|family| family == asked),
            None => self.pledged_families().first().or(self.families().first()).copied(),
        }
    }

    /// The same about the family of which accounts are worth setting side by side: that asked for, else the first in which the
    /// country stands pledged of which more than one publisher has an account of one year that is over, else [`Query::family`].
    pub(super) fn of_accounts(&self) -> Self {
        let of = |family: &str| Query { family: Some(family.to_owned()), ..self.clone() };
        if self.family.is_some() {
            return self.clone();
        }
        let several = |family: &&str| {
            let of_it = of(family);
            let mut first: BTreeMap<Year, &str> = BTreeMap::new();
            let mut over = of_it.published_under(of_it.own_definition()).filter(|row| self.as_of.closes(row.year));
            over.any(|row| *first.entry(row.year).or_insert(&row.publisher) != row.publisher)
        };
        self.pledged_families().into_iter().find(several).map_or_else(|| self.clone(), of)
    }

    /// The definition that stands for the family: the one that the country pledges under, else the first in the order of roles.
    pub(super) fn own_definition(&self) -> Option<&'b Definition> {
        let family = self.family()?;
        let pledged = self.book.pledged_under(family, self.country(), self.as_of);
        pledged.or_else(|| self.book.by_role(family).next())
    }

    /// The definition whose published shares are shown: that by which countries are compared, else the one that stands for the
    /// family; the first of them under which shares of GDP are published.
    pub(super) fn compared_definition(&self) -> Option<&'b Definition> {
        let compared = self.book.with_role(self.family()?, Role::Compared);
        let both =
            || [compared, self.own_definition()].into_iter().flatten().filter(|definition| definition.of.is_none());
        let is_share = |row: &Observation| row.measure == Measure::SpendingShare;
        both().find(|one| self.published_under(Some(one)).any(is_share)).or_else(|| both().next())
    }

    /// The definition that is asked for, else that by which the book compares countries: of the family asked about, else of the first
    /// that has one; where none has, the one that stands for the family.
    pub(super) fn told_by(&self) -> Option<&'b Definition> {
        if let Definitions::One(id) = &self.judging.by {
            return self.book.definition(id);
        }
        let compared = |family: &str| self.book.with_role(family, Role::Compared);
        let of_another = || self.families().into_iter().find_map(compared).filter(|_| self.family.is_none());
        self.family().and_then(compared).or_else(of_another).or_else(|| self.own_definition())
    }

    /// What was published of the country under a definition by then.
    pub(super) fn published_under(&self, definition: Option<&Definition>) -> impl Iterator<Item = &'b Observation> {
        let known = Spending::known(self.book, self.as_of);
        definition.into_iter().flat_map(move |definition| known.under(self.country(), &definition.id))
    }

    /// The families in which the country stands pledged, in the order of [`Query::family`].
    fn pledged_families(&self) -> Vec<&'b str> {
        let one = Query { countries: Some(vec![self.country()]), ..Query::new(self.book, self.as_of) };
        let stated = one.standing().filter(|commitment| commitment.pledge.is_some());
        let pledged: BTreeSet<&str> = stated.filter_map(|commitment| self.book.family_of(commitment)).collect();
        self.families().into_iter().filter(|family| pledged.contains(family)).collect()
    }

    /// The families of the book in the order of [`Query::family`].
    fn families(&self) -> Vec<&'b str> {
        let mut families = self.book.families();
        families.sort_by_key(|family| (self.book.with_role(family, Role::Compared).is_none(), *family));
        families
    }
}

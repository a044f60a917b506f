//! The records of a book, typed.

use std::collections::BTreeMap;

use crate::error::{Origin, Result};
use crate::pledge::{Pledge, Slack, Tolerance, When};
use crate::quantity::{Between, Country, Currency, Date, Decimal, Money, Share, Year};

use super::term::{Basis, Kind, Measure, Role, Strength, Unit};

/// The id of another record, and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id.
    pub id: String,
    /// Where it is named.
    pub origin: Origin,
}

/// Countries that commit themselves together.
#[derive(Debug, Clone)]
pub struct Group {
    /// Unique in the book; capital letters and digits, and no code of a country.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its members, in the book's order.
    pub members: Vec<Membership>,
}

/// A country in a group.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The id of the group.
    pub group: String,
    /// The member.
    pub country: Country,
    /// The day from which the commitments of the group hold for it.
    pub since: Date,
    /// Where that stands.
    pub origin: Origin,
}

/// What an actor said it will spend, or has spent, in a dated public statement.
///
/// One of a group is there once for each of its members.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Unique in the book; one of a group has it in common with those of the other members.
    pub id: String,
    /// Whose commitment it is.
    pub country: Country,
    /// The currency of that country's GDP.
    pub currency: Currency,
    /// The membership through which it is that country's, if it is one of a group.
    pub group: Option<Membership>,
    /// What it is about, in a few words.
    pub title: String,
    /// The quantity, if the statement gave one.
    pub pledge: Option<Pledge>,
    /// The years it was made for; every pledge of a book has them, and words without them are asked about every year with GDP.
    pub when: Option<When>,
    /// The shares by which it is to be reached, of a pledge `by` a year, as far as the statement says.
    pub path: BTreeMap<Year, Share>,
    /// What spending counts towards it.
    pub definition: Option<Reference>,
    /// When it was made.
    pub announced: Date,
    /// How strongly it binds.
    pub strength: Strength,
    /// The document that holds it.
    pub source: Reference,
    /// Which GDP it was made of, where the statement says so.
    pub basis: Option<Basis>,
    /// What replaces the slack.
    pub tolerance: Option<Tolerance>,
    /// Why it does.
    pub tolerance_reason: Option<String>,
    /// The commitment that it replaces from its announcement on.
    pub supersedes: Option<Reference>,
    /// The commitment inside which its money counts.
    pub part_of: Option<Reference>,
    /// Commitments that it cannot be summed with.
    pub overlaps: Vec<Reference>,
    /// A remark.
    pub note: Option<String>,
    /// Where the record stands.
    pub origin: Origin,
}

impl Commitment {
    /// What tells it from every other one of the book.
    #[must_use]
    pub fn key(&self) -> (&str, Country) {
        (&self.id, self.country)
    }

    /// Whether it had been made by a day: announced, and one of a group by a member.
    #[must_use]
    pub fn is_known_on(&self, day: Date) -> bool {
        self.announced.is_known_on(day) && self.group.as_ref().is_none_or(|own| own.since.is_known_on(day))
    }

    /// The same of a member of its group, for the years that had not ended when that joined; nothing where all had.
    pub(super) fn of_member(&self, member: &Membership, currency: Currency) -> Option<Self> {
        let joined = member.since.year();
        let when = self.when.map_or(Some(None), |when| when.from_year(joined).map(Some))?;
        let group = Some(member.clone());
        Some(Self { country: member.country, currency, group, when, ..self.clone() })
    }

    /// The slack of the pledge or the tolerance in its place; nothing without a pledge.
    ///
    /// # Errors
    /// As [`Pledge::slack_or`].
    pub fn slack(&self) -> Result<Option<Slack>> {
        self.pledge.map(|pledge| pledge.slack_or(self.tolerance)).transpose()
    }
}

/// What spending counts.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Unique in the book; a part is written below its whole, as `border/border-strip`.
    pub id: String,
    /// Only definitions of one family are ever set side by side.
    pub family: String,
    /// A short title.
    pub title: String,
    /// What it is to its family; no other one of the family is the same.
    pub role: Option<Role>,
    /// The definition that this one is a part of.
    pub whole: Option<Reference>,
    /// The definition of whose spending its shares are; without it they are of GDP.
    pub of: Option<Reference>,
    /// Other parts of its whole that may count the same money, so that it cannot be summed with them.
    pub overlaps: Vec<Reference>,
}

/// A document.
#[derive(Debug, Clone)]
pub struct Source {
    /// Unique in the book.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: Date,
    /// Its address.
    pub url: Option<String>,
    /// The terms of its reuse.
    pub licence: Option<String>,
    /// The unit to which it prints shares, where its figures have more digits than that.
    pub shares_to: Option<Share>,
    /// Whether it is somebody else's account of what was said or published.
    pub secondary: bool,
    /// A remark.
    pub note: Option<String>,
}

/// One published figure of one series for one year.
#[derive(Debug, Clone)]
pub struct Observation {
    /// Whose figure it is.
    pub country: Country,
    /// What it measures.
    pub measure: Measure,
    /// Under which definition, for spending.
    pub definition: Option<String>,
    /// The year it is about.
    pub year: Year,
    /// The figure, with the digits that were published.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// The unit to which it was published: its true value lies within half of it on either side.
    pub precision: Option<Decimal>,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub vintage: Date,
    /// The id of the document.
    pub source: String,
    /// A remark.
    pub note: Option<String>,
    /// The row.
    pub origin: Origin,
}

impl Observation {
    /// The currency of the figure, if it is money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self.unit {
            Unit::Million(currency) => Some(currency),
            Unit::Percent | Unit::Index | Unit::Rate { .. } => None,
        }
    }

    /// The figure as money, if it is that.
    #[must_use]
    pub fn money(&self) -> Option<Money> {
        self.currency().map(|currency| Money::from_millions(self.value, currency))
    }

    /// Which figure it is, in words: `LVA spending (nato) 2025`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let definition = self.definition.as_ref().map(|own| format!(" ({own})")).unwrap_or_default();
        format!("{} {}{definition} {}", self.country, self.measure, self.year)
    }

    /// The figure and all that it may be the rounding of.
    ///
    /// # Errors
    /// Half of its precision needs more than 28 digits.
    pub fn between(&self) -> Result<Between> {
        Between::new(self.value, self.precision)
    }
}

/// Money, the whole that its publisher divides it by, and the share that it states, of a country or an aggregate in a year.
///
/// Its money need not be among the figures of a book: a share of GDP at constant prices follows from money at constant prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Triple {
    /// The country by its code, or the aggregate by its name in the file.
    pub name: String,
    /// Those whose money an aggregate adds up, by their names here; none of a country, and where the file does not say.
    pub members: Vec<String>,
    /// The year.
    pub year: Year,
    /// The definition by which the money counts.
    pub definition: String,
    /// The money, in millions.
    pub money: Between,
    /// The whole in millions of the same money.
    pub whole: Between,
    /// The share that is stated, in per cent.
    pub share: Between,
}

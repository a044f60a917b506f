//! Of whom the commitments of a file are.

use crate::book::Group;
use crate::error::{self, Noun, Origin, Result};
use crate::quantity::Country;

use super::draft::Draft;
use super::field::Field;

/// Whose they are.
pub(super) enum Whose {
    /// A country's, and where its code stands.
    Country(Country, Origin),
    /// Those of every member of a group.
    Group(Group),
    /// Nobody can say, since the groups could not be read.
    Unread,
}

impl Draft {
    /// A country by its code, or a group by its id.
    pub(super) fn whose(&self, field: &Field<'_>) -> Result<Whose> {
        let text = field.text()?;
        if let Some(group) = self.groups.iter().find(|group| group.id == text) {
            return Ok(Whose::Group(group.clone()));
        }
        match field.parse() {
            Ok(country) => Ok(Whose::Country(country, field.origin())),
            Err(_) if self.names.unread.contains(&Noun::Group) => Ok(Whose::Unread),
            Err(error) => {
                let groups = self.groups.iter().map(|group| group.id.as_str());
                let near = self.names.suggested(|| error::nearest(&text, groups));
                Err(error.maybe_help(near.map(|group| format!("did you mean `{group}`?"))))
            }
        }
    }
}

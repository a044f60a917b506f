//! `book.toml`, `definitions.toml` and `sources.toml`.

use std::collections::BTreeMap;

use crate::book::{Definition, Role, Source};
use crate::error::{Error, Kind, Noun, Result};

use super::document::Apart;
use super::draft::Draft;
use super::field::Field;
use super::record::Record;

impl Draft {
    /// Title, default country and publishers.
    pub(super) fn read_head(&mut self, mut record: Record<'_>, _: Vec<Apart<'_>>) {
        self.title = record.required("title", Field::text);
        let country = record.required("country", |field| Ok((field.parse()?, field.origin())));
        self.country = country;
        self.publishers = record.required("publishers", Field::texts);
        record.finish(&mut self.errors);
    }

    pub(super) fn read_definitions(&mut self, root: Record<'_>, apart: Vec<Apart<'_>>) {
        let Self { definitions, names, errors, .. } = self;
        let mut taken = BTreeMap::new();
        root.each("definition", apart, errors, |mut record, errors| {
            let id = record.id();
            let family = record.required("family", Field::text);
            let title = record.required("title", Field::text);
            let role = record.optional("role", |field| untaken(field, family.as_deref(), &taken));
            let whole = record.optional("whole", Field::reference);
            let of = record.optional("of", Field::reference);
            let overlaps = record.optional("overlaps", Field::references).unwrap_or_default();
            names.require(Noun::Definition, whole.iter().chain(&of).chain(&overlaps), id.as_ref());
            record.finish(errors);
            let id = id.inspect(|id| names.add(Noun::Definition, id, errors))?;
            let (family, title) = (family?, title?);
            taken.extend(role.map(|role| ((family.clone(), role), id.id.clone())));
            definitions.push(Definition { id: id.id, family, title, role, whole, of, overlaps });
            Some(())
        });
    }

    pub(super) fn read_sources(&mut self, root: Record<'_>, apart: Vec<Apart<'_>>) {
        let Self { sources, names, errors, .. } = self;
        root.each("source", apart, errors, |mut record, errors| {
            let id = record.id();
            let title = record.required("title", Field::text);
            let publisher = record.required("publisher", Field::text);
            let published = record.required("published", Field::date);
            let url = record.optional("url", Field::text);
            let licence = record.optional("licence", Field::text);
            let shares_to = record.optional("shares_to", Field::parse);
            let secondary = record.optional("secondary", Field::flag).unwrap_or_default();
            let note = record.optional("note", Field::text);
            record.finish(errors);
            let id = id.inspect(|id| names.add(Noun::Source, id, errors))?;
            let (title, publisher, published) = (title?, publisher?, published?);
            sources.push(Source { id: id.id, title, publisher, published, url, licence, shares_to, secondary, note });
            Some(())
        });
    }
}

/// The ids of the definitions that have a role, by family and role.
type Taken = BTreeMap<(String, Role), String>;

/// The role of a definition, which no other one of its family has.
fn untaken(field: &Field<'_>, family: Option<&str>, taken: &Taken) -> Result<Role> {
    let role = field.parse()?;
    let family = family.unwrap_or_default().to_owned();
    let key = (family, role);
    let Some(by) = taken.get(&key) else { return Ok(role) };
    let kind = Kind::RoleTaken { role: role.to_string(), family: key.0, by: by.clone() };
    Err(Error::new(kind).help("leave the key `role` out of one of the two").at(field.origin().place()))
}

//! `groups.toml`: countries that commit themselves together, and since when each belongs to them.

use crate::book::{Group, Membership, Reference};
use crate::error::{Error, Errors, Kind, Noun, Result};
use crate::quantity::Country;

use super::document::Apart;
use super::draft::Draft;
use super::field::Field;
use super::record::Record;

impl Draft {
    pub(super) fn read_groups(&mut self, root: Record<'_>, apart: Vec<Apart<'_>>) {
        let Self { groups, names, errors, .. } = self;
        root.each("group", apart, errors, |mut record, errors| {
            let id = record.id_by(group_id);
            let title = record.required("title", Field::text);
            let members = members(&mut record, id.as_ref(), errors);
            record.finish(errors);
            id.iter().for_each(|id| names.add(Noun::Group, id, errors));
            match (id, title, members) {
                (Some(id), Some(title), Some(members)) => groups.push(Group { id: id.id, title, members }),
                _ => names.unread.push(Noun::Group),
            }
            Some(())
        });
    }
}

/// An id that no country has for its code.
fn group_id(field: &Field<'_>) -> Result<Reference> {
    let id = field.text()?;
    let is_of_its_letters = id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if is_of_its_letters && (2..=12).contains(&id.len()) && id.parse::<Country>().is_err() {
        return Ok(Reference { id, origin: field.origin() });
    }
    let help =
        "the id of a group has 2 to 12 capital letters and digits, and is not three letters like a country's code";
    Err(Error::new(Kind::NotAnId { text: id }).help(help).at(field.origin().place()))
}

/// The members, each once and at least one.
fn members(record: &mut Record<'_>, group: Option<&Reference>, errors: &mut Errors) -> Option<Vec<Membership>> {
    let group = group.map(|group| group.id.clone()).unwrap_or_default();
    let list = record.list("members", "the member")?;
    if list.is_empty() {
        let kind = Kind::EmptyText { key: "members".to_owned() };
        record.error(Error::new(kind).help("name at least one member").at(record.key_origin("members").place()));
    }
    let mut members: Vec<Membership> = Vec::new();
    for mut each in list {
        let country = each.required("country", |field| Ok((field.parse::<Country>()?, field.origin())));
        let since = each.required("since", Field::exact_date);
        each.finish(errors);
        let Some(((country, origin), since)) = country.zip(since) else { continue };
        if let Some(first) = members.iter().find(|known| known.country == country) {
            let kind = Kind::DuplicateId { id: country.to_string(), first: first.origin.to_string() };
            errors.push(Error::new(kind).help("name each member once").at(origin.place()));
        }
        members.push(Membership { group: group.clone(), country, since, origin });
    }
    Some(members)
}

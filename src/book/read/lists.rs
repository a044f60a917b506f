//! `book.toml`, `definitions.toml`, `sources.toml` and `scenarios.toml`.

use toml::de::{DeTable, DeValue};

use crate::book::{Basis, Cap, Definition, Scenario, Source};
use crate::error::{Error, Kind};

use super::field::{Field, Record};
use super::{Draft, Names};

impl Draft {
    /// Title, default country and publishers.
    pub(super) fn read_head(&mut self, mut record: Record<'_>) {
        self.title = record.required("title", Field::text);
        let country = record.required("country", |field| Ok((field.parse()?, field.origin())));
        self.country = country;
        self.publishers = record.required("publishers", Field::texts);
        record.finish(&mut self.errors);
    }

    pub(super) fn read_definitions(&mut self, root: Record<'_>) {
        let Self { definitions, names, errors, .. } = self;
        root.each("definition", errors, |mut record, errors| {
            let id = record.id();
            let family = record.required("family", Field::text);
            let title = record.required("title", Field::text);
            let whole = record.optional("whole", Field::reference);
            record.finish(errors);
            let id = id.inspect(|id| names.add("definition", id, errors))?;
            definitions.push(Definition { id: id.id, family: family?, title: title?, whole });
            Some(())
        });
    }

    pub(super) fn read_sources(&mut self, root: Record<'_>) {
        let Self { sources, names, errors, .. } = self;
        root.each("source", errors, |mut record, errors| {
            let id = record.id();
            let title = record.required("title", Field::text);
            let publisher = record.required("publisher", Field::text);
            let published = record.required("published", Field::date);
            let url = record.optional("url", Field::text);
            let licence = record.optional("licence", Field::text);
            let note = record.optional("note", Field::text);
            record.finish(errors);
            let id = id.inspect(|id| names.add("source", id, errors))?;
            let (title, publisher, published) = (title?, publisher?, published?);
            sources.push(Source { id: id.id, title, publisher, published, url, licence, note });
            Some(())
        });
    }

    pub(super) fn read_scenarios(&mut self, root: Record<'_>) {
        let Self { scenarios, names, errors, .. } = self;
        root.each("scenario", errors, |record, errors| {
            scenarios.push(scenario(record, names, errors)?);
            Some(())
        });
    }
}

fn scenario(mut record: Record<'_>, names: &mut Names, errors: &mut crate::Errors) -> Option<Scenario> {
    let id = record.id();
    let title = record.required("title", Field::text);
    let base = record.required("base", Field::base);
    let country = record.optional("country", Field::parse);
    let vintage = record.optional("vintage", Field::exact_date).map(Cap::Vintage);
    let as_of = record.optional("as_of", Field::exact_date).map(Cap::AsOf);
    let publishers = record.optional("publishers", Field::texts);
    let note = record.optional("note", Field::text);
    if vintage.is_some() && as_of.is_some() {
        let kind = Kind::NeedlessKey { key: "as_of".to_owned(), reason: "`vintage` names the only one".to_owned() };
        record.error(Error::new(kind).help("keep one of the two").at(record.key_origin("as_of").place()));
    }
    record.finish(errors);
    let id = id.inspect(|id| names.add("scenario", id, errors))?;
    if id.id.parse::<Basis>().is_ok() {
        let kind = Kind::ReservedName { id: id.id.clone() };
        errors.push(Error::new(kind).help("give the scenario another id").at(id.origin.place()));
    }
    let cap = vintage.or(as_of);
    Some(Scenario { id: id.id, title: title?, base: base?, country, cap, publishers, note, origin: id.origin })
}

impl<'d> Record<'d> {
    /// Reads each `[[name]]` of a file that holds nothing else.
    pub(super) fn each(
        mut self,
        name: &'static str,
        errors: &mut crate::Errors,
        mut read: impl FnMut(Record<'d>, &mut crate::Errors) -> Option<()>,
    ) {
        let text = self.source();
        let tables = self.optional(name, |field| field.tables()).unwrap_or_default();
        self.finish(errors);
        for (table, span) in tables {
            let _ = read(Record::new(text, table, span, &format!("the {name}")), errors);
        }
    }
}

impl<'d> Field<'d> {
    /// The tables of a list of records.
    pub(super) fn tables(&self) -> crate::error::Result<Vec<(&'d DeTable<'d>, std::ops::Range<usize>)>> {
        let expected = format!("a list of records: write `[[{}]]` above each", self.key());
        let items = match self.value() {
            DeValue::Array(items) => items,
            _ => return Err(self.wrong(&expected)),
        };
        let table = |item: &'d toml::Spanned<DeValue<'d>>| item.get_ref().as_table().map(|table| (table, item.span()));
        items.iter().map(|item| table(item).ok_or_else(|| self.wrong(&expected))).collect()
    }
}

//! `book.toml`, `definitions.toml` and `sources.toml`.

use toml::de::{DeTable, DeValue};

use crate::book::{Definition, Source};

use super::Draft;
use super::field::{Field, Record};

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
        let tables = self.optional(name, Field::tables).unwrap_or_default();
        self.finish(errors);
        for (table, span) in tables {
            let _ = read(Record::new(text, table, span, &format!("the {name}")), errors);
        }
    }
}

impl<'d> Field<'d> {
    /// The tables of a list of records.
    pub(super) fn tables(&self) -> crate::error::Result<Vec<(&'d DeTable<'d>, std::ops::Range<usize>)>> {
        let help = format!("write `[[{}]]` above each record", self.key());
        let items = self.value().as_array().ok_or_else(|| self.wrong("a list of records").help(&*help))?;
        let table = |item: &'d toml::Spanned<DeValue<'d>>| item.get_ref().as_table().map(|table| (table, item.span()));
        items.iter().map(|item| table(item).ok_or_else(|| self.wrong("a list of records").help(&*help))).collect()
    }
}

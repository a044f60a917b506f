//! `book.toml`, `definitions.toml` and `sources.toml`.

use crate::book::{Definition, Source};

use super::Draft;
use super::field::Field;
use super::record::Record;

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
            names.require("definition", &whole);
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

//! Pictures of a book: those that it has figures for, and why the others are left out.

use std::collections::BTreeMap;

use crate::chart::{CHARTS, Chart, Countries, Figure, Lang};
use crate::error::{Error, Errors, Kind, Result};
use crate::quantity::text::{in_one_line, is_hidden};
use crate::question::{Query, ask_picture, picture, taken};
use crate::table::Table;

/// A picture that can be drawn, with its data.
#[derive(Debug, Clone)]
pub struct Planned {
    /// What kind of picture it is.
    pub chart: &'static Chart,
    /// Its data.
    pub table: Table,
    /// What is drawn.
    pub figure: Figure,
}

/// Why a picture, or another file, is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The picture, or the name of the file, behind the folder of its country where there are several.
    pub name: String,
    /// The reason, to be read behind "since".
    pub reason: String,
}

impl LeftOut {
    /// The same, by its name from outside of the folder.
    pub(super) fn inside(&self, folder: &str) -> Self {
        Self { name: format!("{folder}{}", self.name), reason: self.reason.clone() }
    }
}

/// A picture about the one country of a query, or about several beside each other.
///
/// # Errors
/// The book has no figures for it, or what stands in the way of the answer behind it.
pub fn planned(chart: &'static Chart, query: &Query<'_>, lang: Lang) -> Result<Planned, Errors> {
    let query = match chart.countries {
        Countries::One => Query { countries: Some(vec![query.country()]), ..query.clone() },
        Countries::Several => query.clone(),
    };
    let table = ask_picture(chart.name, &query)?;
    let said = table.clone().in_words(|text| query.book.translations.of(lang.code(), text));
    let said = said.in_words(|text| text.contains(is_hidden).then(|| in_one_line(text).into_owned()));
    let figure = (chart.build)(&said, lang).map_err(|error| narrowed(error, chart, &query))?;
    let alt = (chart.build)(&spelled_out(said), lang)?.alt;
    Ok(Planned { chart, table, figure: Figure { alt, ..figure } })
}

/// The table with the names of publishers in full: whoever hears a picture does not see its sources, which explain short names.
fn spelled_out(table: Table) -> Table {
    let short = table.sources.iter().filter_map(|source| Some((source.short.clone()?, source.publisher.clone())));
    let full: BTreeMap<String, String> = short.collect();
    table.in_words(|text| full.get(text).cloned())
}

/// The error of a picture without data; it speaks of the part of the book that the picture takes, and of that which was asked for.
fn narrowed(error: Error, chart: &Chart, query: &Query<'_>) -> Error {
    let Kind::NothingToDraw { chart: name, reason } = error.kind() else { return error };
    let taken = picture(chart.name).and_then(|question| taken(question, query));
    let own = error.way_out().unwrap_or_default();
    let others = "leave `--commitment`, `--family` and `--years` out, or ask for others";
    let (part, help) = match (taken, query.commitments.is_empty()) {
        (None, true) if query.years.is_none() && query.family.is_none() => return error,
        (None, _) => ("of what was asked for,".to_owned(), others),
        (Some(taken), true) => (format!("by itself it takes {taken}, where"), own),
        (Some(taken), false) => (format!("of what was asked for it takes {taken}, where"), own),
    };
    Error::new(Kind::NothingToDraw { chart: name.clone(), reason: format!("{part} {reason}") }).help(help)
}

/// Every picture that the book has figures for, about the one country of a query, and why the others are left out; those that have to
/// be told something are for whoever asks for them.
#[must_use]
pub fn all(query: &Query<'_>, lang: Lang) -> (Vec<Planned>, Vec<LeftOut>) {
    let (mut there, mut left_out) = (Vec::new(), Vec::new());
    for chart in CHARTS.iter().filter(|chart| chart.needs.is_none()) {
        match planned(chart, query, lang) {
            Ok(picture) => there.push(picture),
            Err(errors) => {
                let left = |error| LeftOut { name: chart.name.to_owned(), reason: why(error) };
                left_out.extend(errors.iter().map(left));
            }
        }
    }
    (there, left_out)
}

/// What is said of an error beside the name of the picture.
fn why(error: &Error) -> String {
    if let Kind::NothingToDraw { reason, .. } | Kind::TooMuchToDraw { reason, .. } = error.kind() {
        return reason.clone();
    }
    error.kind().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;

    #[test]
    fn a_picture_in_latvian_leaves_no_text_that_is_translated() {
        let book = Book::embedded().unwrap();
        let query = Query::new(&book, book.latest_date().unwrap());
        let titles = book.definitions.iter().map(|definition| &definition.title);
        let titles = titles.chain(book.commitments.iter().map(|commitment| &commitment.title));
        let publishers = book.sources.iter().map(|source| &source.publisher);
        let publishers = publishers.chain(book.observations.iter().map(|observation| &observation.publisher));
        let translated = |text: &&String| book.translations.of(Lang::Lv.code(), text).is_some();
        let texts: Vec<&String> = titles.chain(publishers).filter(translated).collect();
        for Planned { chart, figure, .. } in all(&query, Lang::Lv).0 {
            let said = format!("{figure:?}");
            let left: Vec<_> = texts.iter().filter(|text| said.contains(text.as_str())).collect();
            assert!(said.contains("Latvija") && left.is_empty(), "{} says {left:?}", chart.name);
        }
    }
}

//! Pictures of a book: those that it has figures for, drawn on every processor.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::chart::{self, CHARTS, Chart, Drawing, Figure, Lang, Look, Record};
use crate::error::{Error, Kind, Result};
use crate::question::{self, Query, picture};
use crate::table::Table;

use super::session::Session;
use super::{Failure, letters, rows};

/// A picture that can be drawn, with its data.
pub(super) struct Planned {
    pub(super) chart: &'static Chart,
    pub(super) table: Table,
    pub(super) figure: Figure,
}

/// A picture in both formats.
#[derive(Debug, PartialEq)]
pub(super) struct Drawn {
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
    /// The letters that the PNG shows as boxes.
    pub(super) lacking: Vec<char>,
}

/// Why a picture is left out.
pub(super) struct LeftOut {
    pub(super) name: &'static str,
    pub(super) reason: String,
}

/// The picture about one country.
pub(super) fn planned(chart: &'static Chart, query: &Query<'_>, lang: Lang) -> Result<Planned, Failure> {
    if query.countries().len() != 1 {
        let kind =
            Kind::NeedlessOption { option: "--country".to_owned(), reason: "a picture shows one country".to_owned() };
        return Err(Failure::usage(Error::new(kind).help("name one country")));
    }
    let table = rows::ask_picture(chart.name, query)?;
    let said = table.clone().in_words(|text| query.book.translations.of(lang.code(), text));
    let figure = (chart.build)(&said, lang).map_err(|error| narrowed(error, chart, query))?;
    Ok(Planned { chart, table, figure })
}

/// The error of a picture without data; it speaks of the part of the book that the picture takes, and of that which was asked for.
fn narrowed(error: Error, chart: &Chart, query: &Query<'_>) -> Error {
    let Kind::NothingToDraw { chart: name, reason } = error.kind() else { return error };
    let taken = picture(chart.name).and_then(|question| question::taken(question, query));
    let own = error.way_out().unwrap_or_default();
    let others = "leave `--commitment` and `--years` out, or ask for others";
    let (part, help) = match (taken, query.commitments.is_empty()) {
        (None, true) if query.years.is_none() => return error,
        (None, _) => ("of what was asked for".to_owned(), others),
        (Some(taken), true) => (format!("of what it takes by itself, {taken}"), own),
        (Some(taken), false) => (format!("of what was asked for, of which it takes {taken}"), own),
    };
    Error::new(Kind::NothingToDraw { chart: name.clone(), reason: format!("{part}, {reason}") }).help(help)
}

/// Every picture that the book has figures for, about one country, and why the others are left out.
pub(super) fn all(query: &Query<'_>, lang: Lang) -> Result<(Vec<Planned>, Vec<LeftOut>), Failure> {
    let one = Query { countries: Some(vec![query.country()]), ..query.clone() };
    let (mut there, mut left_out) = (Vec::new(), Vec::new());
    for chart in CHARTS {
        match planned(chart, &one, lang) {
            Ok(picture) => there.push(picture),
            Err(Failure::Work(errors)) => {
                left_out.extend(errors.iter().map(|error| LeftOut { name: chart.name, reason: why(error) }));
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok((there, left_out))
}

/// What is said of an error beside the name of the picture.
fn why(error: &Error) -> String {
    if let Kind::NothingToDraw { reason, .. } = error.kind() { reason.clone() } else { error.kind().to_string() }
}

/// Tells a person what is left out.
pub(super) fn tell(left_out: &[LeftOut], session: &mut Session<'_>) {
    for LeftOut { name, reason } in left_out {
        session.note(&format!("left out `{name}`: {reason}"));
    }
}

/// What a file of this picture says about where it comes from.
pub(super) fn record(query: &Query<'_>, command: String) -> Record {
    Record {
        program: concat!("pledgebook ", env!("CARGO_PKG_VERSION")).to_owned(),
        command,
        as_of: query.as_of.to_string(),
        book: query.book.fingerprint.clone(),
    }
}

/// The pictures in their order, whichever processor was done first; each with a look of its own.
pub(super) fn drawn(pictures: &[Planned], look: impl Fn(&Chart) -> Look + Sync) -> Result<Vec<Drawn>> {
    drawn_while(pictures, look, || ()).1
}

/// As [`drawn`], while this processor does something else before it draws with the others.
pub(super) fn drawn_while<T>(
    pictures: &[Planned],
    look: impl Fn(&Chart) -> Look + Sync,
    other: impl FnOnce() -> T,
) -> (T, Result<Vec<Drawn>>) {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((number, picture)) = take(&next, pictures) {
            done.push((number, draw(&picture.figure, &look(picture.chart))));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(pictures.len()).saturating_sub(1);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let (other, mut done) = (other(), work());
        let mut stopped = false;
        for thread in threads {
            thread.join().map_or_else(|_| stopped = true, |more| done.extend(more));
        }
        done.sort_by_key(|(number, _)| *number);
        let pictures = done.into_iter().map(|(_, picture)| picture);
        (other, if stopped { Err(thread_stopped()) } else { pictures.collect() })
    })
}

fn take<'p>(next: &AtomicUsize, pictures: &'p [Planned]) -> Option<(usize, &'p Planned)> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    pictures.get(number).map(|picture| (number, picture))
}

fn draw(figure: &Figure, look: &Look) -> Result<Drawn> {
    let (Drawing { svg, texts, .. }, png) = chart::both(figure, look)?;
    Ok(Drawn { svg, png, lacking: letters::lacking(&texts) })
}

fn thread_stopped() -> Error {
    Error::new(Kind::PictureFailed { reason: "its thread stopped".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;

    #[test]
    fn pictures_come_in_their_order_with_the_same_bytes() {
        let book = Book::embedded().unwrap();
        let query = Query::new(&book, book.latest_date().unwrap());
        let (pictures, left_out) = all(&query, Lang::En).ok().unwrap();
        assert_eq!((pictures.len(), left_out.len()), (CHARTS.len(), 0));
        let look = |_: &Chart| Look { width: 400, height: 300, ..Look::default() };
        let first = drawn(&pictures, look).unwrap();
        for (picture, drawn) in pictures.iter().zip(&first) {
            assert_eq!(drawn.svg, chart::svg(&picture.figure, &look(picture.chart)));
        }
        assert_eq!(first, drawn(&pictures, look).unwrap());
    }

    #[test]
    fn a_picture_in_latvian_leaves_no_text_that_is_translated() {
        let book = Book::embedded().unwrap();
        let query = Query::new(&book, book.latest_date().unwrap());
        let (pictures, _) = all(&query, Lang::Lv).ok().unwrap();
        let titles = book.definitions.iter().map(|definition| &definition.title);
        let titles = titles.chain(book.commitments.iter().map(|commitment| &commitment.title));
        let publishers = book.sources.iter().map(|source| &source.publisher);
        let publishers = publishers.chain(book.observations.iter().map(|observation| &observation.publisher));
        let translated = |text: &&String| book.translations.of(Lang::Lv.code(), text).is_some();
        let texts: Vec<&String> = titles.chain(publishers).filter(translated).collect();
        for Planned { chart, figure, .. } in &pictures {
            let said = format!("{figure:?}");
            let left: Vec<_> = texts.iter().filter(|text| said.contains(text.as_str())).collect();
            assert!(said.contains("Latvija") && left.is_empty(), "{} says {left:?}", chart.name);
        }
    }
}

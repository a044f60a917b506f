//! Pictures in both formats, drawn on every processor.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::chart::{self, Figure, Forms, Options, TextBox};
use crate::error::{Error, Kind, Result};

/// A picture in both formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// As SVG.
    pub svg: String,
    /// The same for a page that has the typeface and says where it comes from.
    pub inside: String,
    /// As PNG.
    pub png: Vec<u8>,
    /// The letters that the PNG shows as boxes, each once.
    pub missing_glyphs: Vec<char>,
}

/// The pictures in their order, whichever processor was done first.
///
/// # Errors
/// A picture cannot be made.
pub fn drawn(jobs: &[(&Figure, Options)]) -> Result<Vec<Drawn>> {
    drawn_while(jobs, || ()).1
}

/// As [`drawn`], while this processor does something else before it draws with the others.
pub(super) fn drawn_while<T>(jobs: &[(&Figure, Options)], other: impl FnOnce() -> T) -> (T, Result<Vec<Drawn>>) {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((number, (figure, options))) = take(&next, jobs) {
            done.push((number, draw(figure, options)));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(jobs.len()).saturating_sub(1);
    thread::scope(|scope| {
        // where the system has no thread, those that there are draw all
        let threads = (0..threads).map_while(|_| thread::Builder::new().spawn_scoped(scope, work).ok());
        let threads: Vec<_> = threads.collect();
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

fn take<'j, T>(next: &AtomicUsize, jobs: &'j [T]) -> Option<(usize, &'j T)> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(number).map(|job| (number, job))
}

fn draw(figure: &Figure, options: &Options) -> Result<Drawn> {
    let Forms { svg, inside, png, texts } = chart::forms(figure, options)?;
    Ok(Drawn { svg, inside, png, missing_glyphs: missing_glyphs(&texts) })
}

/// The letters in these texts that a PNG shows as boxes, each once.
#[must_use]
pub fn missing_glyphs(texts: &[TextBox]) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in texts.iter().flat_map(|text| chart::lacking(&text.text)).filter(|letter| !letter.is_control()) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

fn thread_stopped() -> Error {
    Error::new(Kind::PictureFailed { reason: "its thread stopped".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::super::all;
    use super::*;
    use crate::book::Book;
    use crate::chart::{Area, CHARTS, Lang};
    use crate::question::Query;

    #[test]
    fn pictures_come_in_their_order_with_the_same_bytes() {
        let book = Book::embedded().unwrap();
        let (pictures, left_out) = all(&Query::new(&book, book.latest_date().unwrap()), Lang::En);
        let alone = CHARTS.iter().filter(|chart| chart.needs.is_none()).count();
        assert_eq!((pictures.len(), left_out.len()), (alone, 0));
        let options = || Options { width: 400, height: 300, ..Options::default() };
        let jobs: Vec<_> = pictures.iter().map(|picture| (&picture.figure, options())).collect();
        let first = drawn(&jobs).unwrap();
        for (picture, drawn) in pictures.iter().zip(&first) {
            assert_eq!(drawn.svg, chart::svg(&picture.figure, &options()));
        }
        assert_eq!(first, drawn(&jobs).unwrap());
    }

    #[test]
    fn each_letter_is_named_once_in_order() {
        let area = Area { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
        let texts = ["GDP 中א中", "Līdz 5 % no IKP", "א\t字"].map(|text| TextBox { text: text.to_owned(), area });
        assert_eq!(missing_glyphs(&texts), ['中', 'א', '字']);
    }
}

//! A scenario file, read in blocks of as many bytes as the first byte says: the rows and the fault of the same file read whole.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use pledgebook::book::Book;
use pledgebook::error::{Error, Errors};
use pledgebook::gdp::feed::{Countries, Feed as Whole};
use pledgebook::question::{Query, ask, asked};
use pledgebook::render::{Format, Layout, RenderError};
use pledgebook::stream::{Feed, Request, Stop, Stream, summarize};
use pledgebook_fuzz::{small, within_limits};

static BOOK: LazyLock<Book> = LazyLock::new(|| small::reading([]).and_then(|own| own.book().cloned()).expect("a book"));

fuzz_target!(|input: &[u8]| {
    let Some((block, file)) = input.split_first() else { return };
    let book = &*BOOK;
    within_limits(input, || {
        let query = Query { feed: Some(Whole::elsewhere()), ..Query::new(book, book.today()) };
        let whole = whole(&query, file);
        let block = usize::from(*block) + 1;
        match (streamed(&query, file, block, false), whole) {
            (Ok(rows), Ok(whole)) => assert!(rows == whole, "other rows"),
            // a file that is read whole is refused for what is no text anywhere in it
            (Err(_), Err(_)) if !is_text(file) => {}
            (Err(one), Err(all)) => {
                assert!(all.iter().count() > 1 || all.to_string() == one.to_string(), "{one}; {all}")
            }
            (rows, whole) => panic!("{:?}; {:?}", rows.err(), whole.err()),
        }
        let _ = streamed(&query, file, block, true);
        sum(&query, file, block);
    });
});

fn is_text(file: &[u8]) -> bool {
    str::from_utf8(file).is_ok() && !file.contains(&0)
}

/// The rows of a file that is read whole.
fn whole(query: &Query<'_>, file: &[u8]) -> Result<Vec<u8>, Errors> {
    let feed = Whole::read("feed", file.to_vec(), Countries::of(query.book, &[]))?;
    let table = ask("amounts", &Query { feed: Some(feed), ..query.clone() })?;
    let mut out = Vec::new();
    match Format::named("csv")?.render(&table, &Layout::default(), &mut out) {
        Err(RenderError::Value(error)) => Err(error.into()),
        Err(RenderError::Write(error)) => panic!("{error}"),
        Ok(()) => Ok(out),
    }
}

/// The rows of a file that is read block by block.
fn streamed(query: &Query<'_>, file: &[u8], block: usize, skip_bad: bool) -> Result<Vec<u8>, Error> {
    let (above, pledges) = (ask("amounts", query), asked(query));
    let (Ok(above), Ok(pledges)) = (above, pledges) else { panic!("a book that answers nothing") };
    let countries = Countries::of(query.book, &[]);
    let request = Request { block, skip_bad, workers: 1, ..Request::new(&pledges, countries) };
    let stream = Stream::open(Feed { name: "feed", reader: file }, &request)?;
    let (csv, mut out) = (Format::named("csv")?.rows().expect("rows"), Vec::new());
    stream.write_rows((query, &above), csv, &mut out, &mut |_| {}).map_err(fault)?;
    Ok(out)
}

/// Takes the spread of a file's GDP, a value or two noted in each pass.
fn sum(query: &Query<'_>, file: &[u8], block: usize) {
    let Ok(pledges) = asked(query) else { panic!("a book that answers nothing") };
    let request = Request { block, workers: 1, ..Request::new(&pledges, Countries::of(query.book, &[])) };
    let _ = summarize("feed", || Ok(file), &request, 2, &mut |_| {});
}

/// What is wrong with a file: memory takes whatever is written to it.
fn fault(stop: Stop) -> Error {
    match stop {
        Stop::Error(error) => error,
        Stop::Write(error) => panic!("{error}"),
    }
}

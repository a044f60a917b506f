//! The scale guard: what it refuses, by whole numbers, and that whoever reads a scenario file refuses the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pledgebook::book::{Book, Files, Reading};
use pledgebook::error::Kind;
use pledgebook::gdp::feed::{Countries, Feed};
use pledgebook::gdp::{ScaleGuard, scale_doubts};
use pledgebook::question::{Query, ask, asked};
use pledgebook::render::Format;
use pledgebook::stream::{self, Request, Stop, Stream, summarize};
use pledgebook::{Error, Errors};
use proptest::collection::btree_map;
use proptest::prelude::*;

use super::inputs;

/// The books of `tests/books`.
const BOOKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/books");
/// Twelve digits after the point make a figure a whole number.
const ONE: u128 = 1_000_000_000_000;

/// A figure in millionths of a millionth of a million, as text of a million.
fn text(figure: u128, places: usize) -> String {
    let whole = format!("{}.{:012}", figure / ONE, figure % ONE);
    whole[..whole.len() - (12 - places)].trim_end_matches('.').to_owned()
}

/// A book with this GDP, by whoever published it.
fn book(known: &BTreeMap<u16, u128>) -> Book {
    published(known.iter().map(|(year, figure)| (*year, *figure, "Statistics")))
}

fn published(figures: impl Iterator<Item = (u16, u128, &'static str)>) -> Book {
    let small = Path::new(BOOKS).join("small");
    let read = |name: &str| (name.to_owned(), fs::read_to_string(small.join(name)).unwrap());
    let names = ["book.toml", "definitions.toml", "sources.toml", "scenarios.toml", "commitments/aaa.toml"];
    let mut series =
        "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n".to_owned();
    for (year, figure, publisher) in figures {
        let value = text(figure, 6);
        series += &format!("AAA,gdp,,{year},{value},EUR million,1,forecast,{publisher},2025-06-30,yearbook,\n");
    }
    let files = names.map(read).into_iter().chain([("series/gdp.csv".to_owned(), series)]);
    Reading::new(&Files::from_memory("", files).unwrap()).into_book().unwrap()
}

/// Whether GDP is out of scale with the nearest figure, of two equally near the earlier.
fn is_refused(known: &BTreeMap<u16, u128>, year: u16, gdp: u128) -> bool {
    let nearest = known.iter().min_by_key(|(other, _)| (other.abs_diff(year), **other));
    nearest.is_some_and(|(_, figure)| 10 * gdp <= *figure || gdp >= 10 * *figure)
}

/// The first finding alone, which is where a stream stops.
fn first(errors: &Errors) -> Error {
    errors.iter().next().unwrap().clone()
}

fn stopped<T>(done: Result<T, Stop>) -> Option<Error> {
    match done {
        Ok(_) => None,
        Err(Stop::Error(error)) => Some(error),
        Err(Stop::Write(error)) => panic!("{error}"),
    }
}

/// GDP beside a figure: at a bound, a hair off it, or anywhere.
fn beside(figure: u128, pick: u8, anywhere: u128) -> u128 {
    let hair = ONE / 1_000_000;
    let gdp = match pick {
        0 => figure * 10,
        1 => figure * 10 - hair,
        2 => figure / 10,
        3 => figure / 10 + hair,
        4 => figure * 1000,
        5 => figure / 1000,
        _ => anywhere,
    };
    (gdp / hair).max(1) * hair
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn a_line_is_refused_just_if_it_is_ten_times_off(
        known in btree_map(2018..2032u16, (1..1_000_000_000u128).prop_map(|whole| whole * 1_234_567_000_000), 0..5),
        year in 2015..2036u16, pick in 0..9u8, anywhere in 1..1_000_000_000_000_000_000_000u128, quoted: bool, decoy: bool,
    ) {
        let book = book(&known);
        let near = known.iter().min_by_key(|(other, _)| (other.abs_diff(year), **other));
        let gdp = beside(near.map_or(ONE, |(_, figure)| *figure), pick, anywhere);
        let expected = is_refused(&known, year, gdp);
        let quote = if quoted { "\"" } else { "" };
        let above = if decoy { "a,2100,5,LVA\n" } else { "" };
        let file = format!("scenario,year,gdp_million,country\n{above}x,{quote}{year}{quote},{},AAA\n", text(gdp, 6));
        let guards = ScaleGuard::of_every_country(&book, book.today()).unwrap();
        let known = [(book.country, book.currency(book.country).unwrap()), ("LVA".parse().unwrap(), "EUR".parse().unwrap())];
        let countries = Countries { known: &known, ..Countries::of(&book, &guards) };

        let in_memory = Feed::read("f.csv", file.clone().into_bytes(), countries).err().map(|errors| first(&errors));
        let is_scale = in_memory.as_ref().map(|error| matches!(error.kind(), Kind::OutOfScale { .. }));
        prop_assert_eq!(is_scale, expected.then_some(true), "{}", file);

        let query = Query { feed: Some(Feed::elsewhere()), ..Query::new(&book, book.today()) };
        let (above, pledges) = (ask("amounts", &query).unwrap(), asked(&query).unwrap());
        let request = Request::new(&pledges, countries);
        let csv = Format::named("csv").unwrap().rows().unwrap();
        let too_many = Error::new(Kind::TooManyRows { limit: 9, what: String::new() });
        let feed = || stream::Feed { name: "f.csv", reader: file.as_bytes() };
        let stream = || Stream::open(feed(), &request).unwrap();
        let rows = stream().write_rows((&query, &above), csv, &mut Vec::new(), &mut |_| ());
        prop_assert_eq!(stopped(rows), in_memory.clone());
        let kept = stream().read_rows(&query, &mut above.clone(), (9, too_many), &mut |_| ());
        prop_assert_eq!(stopped(kept), in_memory.clone());
        let summary = summarize("f.csv", || Ok(file.as_bytes()), &request, 16, &mut |_| ());
        prop_assert_eq!(stopped(summary), in_memory);

        let any = Countries { guards: &[], ..countries };
        prop_assert!(Feed::read("f.csv", file.into_bytes(), any).is_ok());
    }

    #[test]
    fn a_figure_alone_that_is_a_thousand_times_off_is_the_one_in_doubt(
        growth in prop::collection::vec((80..130u128, prop::sample::select(vec!["Statistics", "Bank"])), 3..12),
        slip in any::<prop::sample::Index>(), up: bool,
    ) {
        let mut level = 40_000 * ONE;
        let figures: Vec<_> = (2018u16..).zip(&growth).map(|(year, (rate, publisher))| {
            level = level * rate / 100 / ONE * ONE;
            (year, level, *publisher)
        }).collect();
        let doubts = |figures: &[(u16, u128, &'static str)]| {
            let book = published(figures.iter().copied());
            scale_doubts(&book, book.country, book.today())
        };
        prop_assert_eq!(doubts(&figures), []);

        let slip = slip.index(figures.len());
        let mut slipped = figures.clone();
        slipped[slip].1 = if up { slipped[slip].1 * 1000 } else { slipped[slip].1 / 1000 };
        let years: Vec<Vec<u16>> = doubts(&slipped)
            .iter()
            .map(|doubt| doubt.figures.iter().map(|(year, _)| year.number()).collect())
            .collect();
        prop_assert_eq!(years, [[slipped[slip].0]]);
    }
}

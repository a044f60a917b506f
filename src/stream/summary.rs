//! How GDP is spread in a scenario file, country by country and year by year, exactly: rank by rank, in several passes.
//!
//! The rounded amount of a share rises with GDP, so the value at a rank serves every pledge of the year.

use std::io::{self, Read};

use crate::error::{Error, Kind, Place, Result};
use crate::quantity::{Country, Decimal, Year};

use super::figures::GDP_PLACES;
use super::hunt::{Found, Hunt};
use super::plan::Plan;
use super::tally::{Count, Noted, Tally};
use super::walk::{index_of, year_at};
use super::{Feed, Progress, Report, Request, Stop, Stream, run};

/// The quantiles that are wanted, in per cent.
const WANTED: [u64; 5] = [5, 25, 50, 75, 95];

/// GDP of one country in one year over all scenarios of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The country.
    pub country: Country,
    /// The year.
    pub year: Year,
    /// How many scenarios have it.
    pub count: u64,
    /// The sum in millions.
    pub sum: Decimal,
    /// In millions: the least, those at the ranks ⌈p/100 × n⌉ for 5, 25, 50, 75 and 95 per cent, the largest.
    pub values: [Decimal; 7],
}

/// How many blocks are read to guess where values lie.
const SAMPLE: u64 = 256;

/// A rank, and where the search for its value stands.
struct Search {
    /// The country and year, as [`Noted`] counts them.
    at: usize,
    rank: u64,
    found: Found,
}

/// The spread of GDP for every country and year that a pledge is asked about, in this order, and what is wrong with the file.
///
/// `open` opens the file once more for each pass; it notes at most so many values between two passes as `room` says.
///
/// # Errors
/// As for the rows; the file changes between two passes; a sum cannot be kept exactly.
pub fn summarize<R: Read + Send>(
    name: &str,
    mut open: impl FnMut() -> Result<R>,
    request: &Request<'_>,
    room: u64,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Vec<Spread>, Report), Stop> {
    let plan = Plan::new(request);
    let guesses = guesses(name, open()?, request, &plan, room);
    let (tallies, mut searches, report) = begin(name, open()?, request, &plan, guesses, progress)?;
    while searches.iter().any(|search| matches!(search.found, Found::In(_))) {
        let mut hunts = hunts(tallies.len(), &searches, room);
        let (workers, _) = pass(name, open()?, request, (&plan, request.skip_bad), &hunts, progress)?;
        for worker in workers {
            hunts.iter_mut().zip(worker).for_each(|(all, hunt)| all.merge(hunt));
        }
        for search in &mut searches {
            if let Found::In(span) = search.found {
                search.found = hunts[search.at].find(span, search.rank).ok_or_else(|| changed(name))?;
            }
        }
    }
    let given = tallies.iter().enumerate().filter(|(_, tally)| tally.count > 0);
    let spreads = given.zip(searches.chunks_exact(WANTED.len()));
    Ok((spreads.map(|((at, tally), found)| spread(&plan, at, tally, found)).collect::<Result<_>>()?, report))
}

/// The pass over the whole file that is always made: what it counts, and the searches that the guesses have not ended already.
fn begin<R: Read + Send>(
    name: &str,
    reader: R,
    request: &Request<'_>,
    plan: &Plan<'_>,
    mut guesses: Vec<Hunt>,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Vec<Tally>, Vec<Search>, Report), Stop> {
    let counts: Vec<(Tally, Hunt)> = guesses.iter().map(|hunt| (Tally::default(), hunt.clone())).collect();
    let (workers, report) = pass(name, reader, request, (plan, true), &counts, progress)?;
    let mut tallies = vec![Tally::default(); guesses.len()];
    for (at, (tally, hunt)) in workers.into_iter().flat_map(|worker| worker.into_iter().enumerate()) {
        tallies[at].merge(&tally);
        guesses[at].merge(hunt);
    }
    let mut searches: Vec<Search> = tallies.iter().enumerate().flat_map(|(at, tally)| begun(at, tally)).collect();
    for search in &mut searches {
        if let Found::In(span) = search.found {
            let found = guesses[search.at].find_guessed(&tallies[search.at], span, search.rank);
            search.found = found.map_or(search.found, Found::Value);
        }
    }
    Ok((tallies, searches, report))
}

/// What is to be noted in the next pass.
fn hunts(places: usize, searches: &[Search], mut room: u64) -> Vec<Hunt> {
    let mut hunts = vec![Hunt::default(); places];
    let mut is_first = true;
    for search in searches {
        if let Found::In(span) = search.found {
            hunts[search.at].add(span, &mut room, is_first);
            is_first = false;
        }
    }
    hunts
}

/// The spread of a country and year whose searches have ended.
fn spread(plan: &Plan<'_>, at: usize, tally: &Tally, searches: &[Search]) -> Result<Spread> {
    let (low, high) = tally.ends.unwrap_or_default();
    let mut values = [millions(low)?; WANTED.len() + 2];
    for (value, search) in values[1..].iter_mut().zip(searches) {
        if let Found::Value(found) = search.found {
            *value = millions(found)?;
        }
    }
    values[WANTED.len() + 1] = millions(high)?;
    let years = index_of(Year::LAST) + 1;
    let (country, year) = (plan.countries[at / years].country, year_at(at % years));
    Ok(Spread { country, year, count: tally.count, sum: millions(tally.sum)?, values })
}

/// Where the wanted values are likely to lie, by the start of the file; for each country and year, and seldom wrong.
///
/// What is wrong with the file is found when all of it is read.
fn guesses<R: Read + Send>(name: &str, reader: R, request: &Request<'_>, plan: &Plan<'_>, room: u64) -> Vec<Hunt> {
    let places = plan.countries.iter().map(|whose| whose.yearly.len()).sum();
    let (request, counts) = (Request { skip_bad: true, ..request.clone() }, vec![Tally::default(); places]);
    let start = reader.take(request.block as u64 * SAMPLE);
    let sample = pass(name, start, &request, (plan, false), &counts, &mut |_| ());
    let mut merged = counts;
    for worker in sample.map(|(workers, _)| workers).unwrap_or_default() {
        merged.iter_mut().zip(&worker).for_each(|(all, tally)| all.merge(tally));
    }
    let given = merged.iter().filter(|tally| tally.count > 0).count() * WANTED.len();
    let most = usize::try_from(room).unwrap_or(usize::MAX) / given.max(1);
    let hunt = |tally: &Tally| {
        let mut hunt = Hunt::default();
        WANTED.into_iter().filter_map(|percent| tally.guess(percent)).for_each(|span| hunt.guess(span, most));
        hunt
    };
    merged.iter().map(hunt).collect()
}

/// Reads the file once, and gives what each worker has counted.
fn pass<T: Count + Clone>(
    name: &str,
    reader: impl Read + Send,
    request: &Request<'_>,
    (plan, checks): (&Plan<'_>, bool),
    counts: &[T],
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Vec<Vec<T>>, Report), Stop> {
    let stream = Stream { checks, ..Stream::open(Feed { name, reader }, request)? };
    let works = (0..request.workers.max(1)).map(|_| Noted::new(plan, counts.to_vec())).collect();
    let (report, works) = run::run(stream, plan, works, &mut io::sink(), progress)?;
    Ok((works.into_iter().map(|work| work.counts).collect(), report))
}

/// The searches of one country and year.
fn begun(at: usize, tally: &Tally) -> impl Iterator<Item = Search> {
    WANTED.into_iter().filter_map(move |percent| {
        let rank = (u128::from(tally.count) * u128::from(percent)).div_ceil(100);
        let rank = u64::try_from(rank).ok()?;
        tally.find(rank.max(1)).map(|span| Search { at, rank, found: Found::within(span) })
    })
}

/// Millionths of a million as millions.
fn millions(gdp: u128) -> Result<Decimal> {
    let exact = i128::try_from(gdp).ok().and_then(|gdp| Decimal::try_from_i128_with_scale(gdp, GDP_PLACES).ok());
    exact.ok_or_else(|| Error::new(Kind::TooLarge { what: "the sum of GDP over all scenarios".to_owned() }))
}

fn changed(name: &str) -> Error {
    let kind = Kind::UnreadableFile { path: name.to_owned(), reason: "it changes while it is read".to_owned() };
    Error::new(kind).help("run again once it is whole").at(Place::file(name))
}

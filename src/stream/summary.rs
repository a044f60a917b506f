//! How GDP is spread in a scenario file, country by country and year by year, exactly.
//!
//! One pass is enough where the wanted values were guessed right and kept; the others are searched for rank by rank in more passes.
//! The rounded amount of a share rises with GDP, so the value at a rank serves every pledge of the year.

use std::io::Read;

use crate::error::{Error, Kind, Place, Result};
use crate::quantity::{Decimal, Year};
use crate::question::Spread;

use super::histogram::Histogram;
use super::input::{Feed, Stream};
use super::pending_counts::{Count, PendingCounts};
use super::plan::Plan;
use super::quantile_search::{Found, QuantileSearch};
use super::report::{Progress, Report, Stop};
use super::request::Request;
use super::units::{GDP_PLACES, index_of, year_at};
use super::workers;

/// The quantiles that are wanted, in per cent.
const WANTED: [u64; 5] = [5, 25, 50, 75, 95];

/// A rank, and where the search for its value stands.
struct Search {
    /// The country and year, as [`PendingCounts`] counts them.
    at: usize,
    rank: u64,
    found: Found,
}

/// How the file is read once.
#[derive(Clone, Copy)]
struct Pass<'p> {
    plan: &'p Plan<'p>,
    /// Whether a scenario that comes back is looked for.
    checks: bool,
    /// How many values are kept.
    room: u64,
}

/// The spread of GDP for every country and year that a pledge is asked about, in this order, and what is wrong with the file.
///
/// `open` opens the file once more for each pass; it notes about as many values in each pass as `room` says.
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
    let counts = vec![Histogram::new(&WANTED); plan.countries.iter().map(|whose| whose.yearly.len()).sum()];
    let (workers, report) = pass(name, open()?, request, Pass { plan: &plan, checks: true, room }, &counts, progress)?;
    let histograms = merged(workers, counts.len());
    let mut searches: Vec<Search> =
        histograms.iter().enumerate().flat_map(|(at, histogram)| begun(at, histogram)).collect();
    while searches.iter().any(|search| matches!(search.found, Found::In(_))) {
        let mut looked_at = next_pass(histograms.len(), &searches, room);
        let (workers, _) =
            pass(name, open()?, request, Pass { plan: &plan, checks: request.skip_bad, room }, &looked_at, progress)?;
        for worker in workers {
            looked_at.iter_mut().zip(worker).for_each(|(all, search)| all.merge(search));
        }
        for search in &mut searches {
            if let Found::In(span) = search.found {
                search.found = looked_at[search.at].find(span, search.rank).ok_or_else(|| changed(name))?;
            }
        }
    }
    let given = histograms.iter().enumerate().filter(|(_, histogram)| histogram.ends().is_some());
    let spreads = given.zip(searches.chunks_exact(WANTED.len()));
    Ok((spreads.map(|((at, histogram), found)| spread(&plan, at, histogram, found)).collect::<Result<_>>()?, report))
}

/// What the workers of the first pass have counted together.
fn merged(workers: Vec<Vec<Histogram>>, places: usize) -> Vec<Histogram> {
    let mut histograms = vec![Histogram::new(&WANTED); places];
    for worker in workers {
        histograms.iter_mut().zip(worker).for_each(|(all, histogram)| all.merge(&histogram));
    }
    histograms
}

/// What is to be kept in the next pass.
fn next_pass(places: usize, searches: &[Search], mut room: u64) -> Vec<QuantileSearch> {
    let mut looked_at = vec![QuantileSearch::default(); places];
    let mut is_first = true;
    for search in searches {
        if let Found::In(span) = search.found {
            looked_at[search.at].look_at(span, &mut room, is_first);
            is_first = false;
        }
    }
    looked_at
}

/// The spread of a country and year whose searches have ended.
fn spread(plan: &Plan<'_>, at: usize, histogram: &Histogram, searches: &[Search]) -> Result<Spread> {
    let (low, high) = histogram.ends().unwrap_or_default();
    let mut values = [millions(low)?; WANTED.len() + 2];
    for (value, search) in values[1..].iter_mut().zip(searches) {
        if let Found::Value(found) = search.found {
            *value = millions(found)?;
        }
    }
    values[WANTED.len() + 1] = millions(high)?;
    let years = index_of(Year::LAST) + 1;
    let (whose, year) = (&plan.countries[at / years], year_at(at % years));
    Ok(Spread {
        country: whose.country,
        currency: whose.currency,
        year,
        count: histogram.count(),
        sum: millions(histogram.sum)?,
        values,
    })
}

/// Reads the file once, and gives what each worker has counted.
fn pass<T: Count + Clone>(
    name: &str,
    reader: impl Read + Send,
    request: &Request<'_>,
    pass: Pass<'_>,
    counts: &[T],
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Vec<Vec<T>>, Report), Stop> {
    let stream = Stream { checks: pass.checks, ..Stream::open(Feed { name, reader }, request)? };
    let workers = request.workers.max(1);
    let room = usize::try_from(pass.room).unwrap_or(usize::MAX) / workers;
    let works = (0..workers).map(|_| PendingCounts::new(pass.plan, counts.to_vec(), room)).collect();
    let (report, works) = workers::run(stream, pass.plan, works, &mut |_| Ok(0), progress)?;
    Ok((works.into_iter().map(|work| work.counts).collect(), report))
}

/// The searches of one country and year.
fn begun(at: usize, histogram: &Histogram) -> impl Iterator<Item = Search> {
    let count = u128::from(histogram.count());
    WANTED.into_iter().filter_map(move |percent| {
        let rank = u64::try_from((count * u128::from(percent)).div_ceil(100)).ok()?.max(1);
        let span = histogram.find(rank)?;
        let found = histogram.find_kept(span, rank).map_or(Found::within(span), Found::Value);
        Some(Search { at, rank, found })
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

//! The amounts of a scenario file of any length, in bounded memory, line by line as [`evaluate`](crate::evaluate) gives them.
//!
//! The file is read in blocks that end between two scenarios, so that no block depends on another: workers compute them side by
//! side and hand them in one after the other. The laws, each with its property test:
//!
//! 1. The rows are the bytes that evaluating the whole file in memory would print, whatever the size of the blocks.
//! 2. Lines without quotes take a fast way, in scaled integers; what is unusual takes the careful way of the `csv` crate and exact
//!    decimals, block by block. What does not fit is never wrapped, cut off or rounded twice.
//! 3. Memory does not grow with the file, but for 16 bytes per scenario and room to grow, which tell one that comes back.

mod bucket;
mod careful;
mod cut;
mod desk;
mod digits;
mod exact;
mod figures;
mod header;
mod hunt;
mod noted;
mod page;
mod plain;
mod plan;
mod rows;
mod run;
mod scaled;
mod seen;
mod separators;
mod source;
mod summary;
mod sums;
mod tally;
mod walk;
mod whole;

use std::io::{self, Read, Write};

pub use summary::{Spread, summarize};

use crate::error::{Error, Errors, Result};
use crate::evaluate::Pledged;
use crate::gdp::feed;
use crate::pledge::When;
use crate::quantity::YearRange;

use header::Header;
use plan::Plan;
use rows::Rows;
use source::Source;
use whole::Whole;

/// A pledge, and the years it was made for; without them it is asked about every year with GDP.
pub type Asked = (Pledged, Option<When>);

/// A scenario file.
#[derive(Debug)]
pub struct Feed<'n, R> {
    /// What messages call it.
    pub name: &'n str,
    /// Its bytes.
    pub reader: R,
}

/// What is asked of a scenario file.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The pledges, in the order of their rows.
    pub asked: &'a [Asked],
    /// The countries that the file may be about.
    pub countries: feed::Countries<'a>,
    /// The years that were asked for.
    pub years: Option<YearRange>,
    /// Digits after the point of an amount.
    pub decimals: u32,
    /// Whether lines that are wrong are left out and counted; without it the first one ends the work.
    pub skip_bad: bool,
    /// How many bytes are read at a time.
    pub block: usize,
    /// How many threads work.
    pub workers: usize,
}

impl<'a> Request<'a> {
    /// Everything, with two decimals, by two workers.
    #[must_use]
    pub fn new(asked: &'a [Asked], countries: feed::Countries<'a>) -> Self {
        Self { asked, countries, years: None, decimals: 2, skip_bad: false, block: 1 << 16, workers: 2 }
    }
}

/// How far the work is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file, its header left off.
    pub bytes: u64,
    /// Lines that were good.
    pub lines: u64,
}

/// What has come of a scenario file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// How far the work went: to the end.
    pub progress: Progress,
    /// Bytes of rows.
    pub written: u64,
    /// How many lines were left out.
    pub bad: u64,
    /// What is wrong with the first of them.
    pub errors: Errors,
}

/// Why the work ended early.
#[derive(Debug)]
pub enum Stop {
    /// Something is wrong with the file, or a figure cannot be kept exactly.
    Error(Error),
    /// The writer failed; of a closed pipe the kind is [`io::ErrorKind::BrokenPipe`].
    Write(io::Error),
}

/// A scenario file whose header is sound.
pub struct Stream<'r, R> {
    source: Source<R>,
    header: Header<'r>,
    /// The lines of the header.
    lines: usize,
    /// Whether a scenario that comes back is looked for.
    checks: bool,
    request: &'r Request<'r>,
}

impl<'r, R: Read + Send> Stream<'r, R> {
    /// Reads the header of a scenario file.
    ///
    /// # Errors
    /// The file cannot be read, or the header is not that of a scenario file.
    pub fn open(feed: Feed<'_, R>, request: &'r Request<'r>) -> Result<Self> {
        let (source, header, lines) = Source::open(feed.name, feed.reader, request.countries, request.block)?;
        Ok(Self { source, header, lines, checks: true, request })
    }

    /// Writes the rows of the file as CSV, without a header, in the order of its lines.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, unless that is to be skipped; the writer fails.
    pub fn write_rows(
        self,
        out: &mut (dyn Write + Send),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Report, Stop> {
        let plan = Plan::new(self.request);
        let works = (0..self.request.workers.max(1)).map(|_| Rows::new(&plan)).collect();
        run::run(self, &plan, works, out, progress).map(|(report, _)| report)
    }

    /// Reads all good lines of the file that are about a country with pledges.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, unless that is to be skipped.
    pub fn read_whole(self, progress: &mut (dyn FnMut(Progress) + Send)) -> Result<(feed::Feed, Report), Stop> {
        let plan = Plan::new(self.request);
        let (report, works) = run::run(self, &plan, vec![Whole::new(&plan)], &mut io::sink(), progress)?;
        Ok((works.into_iter().map(|work| work.feed).next().unwrap_or_default(), report))
    }
}

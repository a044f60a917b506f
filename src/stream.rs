//! (8) The amounts of a scenario file of any length, in bounded memory, line by line as [`evaluate`](crate::evaluate) gives them.
//!
//! The file is read in blocks that end between two scenarios, so that no block depends on another: workers compute them side by
//! side and hand them in one after the other. The laws, each with its property test:
//!
//! 1. The rows are the bytes that evaluating the whole file in memory would print, whatever the size of the blocks.
//! 2. Lines without quotes take a fast path, in scaled integers; what is unusual takes the slow path of the `csv` crate and exact
//!    decimals, block by block. What does not fit is never wrapped, cut off or rounded twice.
//! 3. Memory does not grow with the file, but for what tells a scenario that comes back: a byte or two for each where their names
//!    ascend, else 16 and room to grow.
//!
//! ```
//! use pledgebook::book::Book;
//! use pledgebook::gdp::ScaleGuard;
//! use pledgebook::gdp::feed::Countries;
//! use pledgebook::question::{Query, asked};
//! use pledgebook::stream::{Feed, Request, Stream};
//!
//! let book = Book::embedded()?;
//! let pledges = asked(&Query::new(&book, book.today()))?;
//! let guards = ScaleGuard::of_every_country(&book, book.today())?;
//! let request = Request { decimals: 0, ..Request::new(&pledges, Countries::of(&book, &guards)) };
//! let file = "scenario,year,gdp_million\nmine,2028,50000\n";
//! let mut rows = Vec::new();
//! Stream::open(Feed { name: "mine.csv", reader: file.as_bytes() }, &request)?.write_rows(&mut rows, &mut |_| {})?;
//! assert!(String::from_utf8(rows)?.contains("lva-framework-2028,2028,4.87% of GDP,EUR,50000,4.87,2435,2435,2435,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod ascending_marks;
mod block_split;
mod bucket;
mod digits;
mod exact;
mod fast_path;
mod header;
mod histogram;
mod input;
mod number_parser;
mod ordered_output;
mod output_buffer;
mod pending_counts;
mod plan;
mod quantile_search;
mod report;
mod request;
mod rows;
mod scale_bounds;
mod scaled;
mod scenario_reader;
mod scenario_set;
mod slow_path;
mod source;
mod summary;
mod sums;
mod units;
mod whole;
mod workers;

use std::io::{self, Read, Write};

pub use input::{Feed, Stream};
pub use report::{Progress, Report, Stop};
pub use request::{Asked, Request};
pub use summary::{Spread, summarize};

use crate::gdp::feed;

use plan::Plan;
use rows::Rows;
use whole::Whole;

impl<R: Read + Send> Stream<'_, R> {
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
        workers::run(self, &plan, works, out, progress).map(|(report, _)| report)
    }

    /// Reads all good lines of the file that are about a country with pledges.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, unless that is to be skipped.
    pub fn read_whole(self, progress: &mut (dyn FnMut(Progress) + Send)) -> Result<(feed::Feed, Report), Stop> {
        let plan = Plan::new(self.request);
        let (report, works) = workers::run(self, &plan, vec![Whole::new(&plan)], &mut io::sink(), progress)?;
        Ok((works.into_iter().map(|work| work.feed).next().unwrap_or_default(), report))
    }
}

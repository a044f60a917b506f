//! (12) The amounts of a scenario file of any length, in bounded memory, line by line as [`evaluate`](crate::evaluate) gives them, and the
//! verdicts on its scenarios.
//!
//! The file is read in blocks that end between two scenarios, so that no block depends on another: workers compute them side by
//! side and hand them in one after the other. The laws, each with its property test:
//!
//! 1. The table is the bytes that evaluating the whole file in memory would print, in every format that takes rows, whatever the size
//!    of the blocks: what a row holds is known to [`question`](crate::question) alone, how it looks to [`render`](crate::render).
//! 2. Lines without quotes take a fast path, in scaled integers; what is unusual takes the slow path of the `csv` crate and exact
//!    decimals, block by block. What does not fit is never wrapped, cut off or rounded twice.
//! 3. Memory does not grow with the file, but for what tells a scenario that comes back: a byte or two for each where their names
//!    ascend, else 16 and room to grow.
//!
//! ```
//! use pledgebook::book::Book;
//! use pledgebook::gdp::ScaleGuard;
//! use pledgebook::gdp::feed::{self, Countries};
//! use pledgebook::question::{Query, ask, asked};
//! use pledgebook::render::Format;
//! use pledgebook::stream::{Feed, Request, Stream};
//!
//! let book = Book::embedded()?;
//! let query = Query { feed: Some(feed::Feed::elsewhere()), ..Query::new(&book, book.today()) };
//! let (above, pledges) = (ask("amounts", &query)?, asked(&query)?);
//! let guards = ScaleGuard::of_every_country(&book, book.today())?;
//! let request = Request { decimals: 0, ..Request::new(&pledges, Countries::of(&book, &guards)) };
//! let file = "scenario,year,gdp_million\nmine,2028,50000\n";
//!
//! let mut table = Vec::new();
//! let stream = Stream::open(Feed { name: "mine.csv", reader: file.as_bytes() }, &request)?;
//! let csv = Format::named("csv")?.rows().unwrap();
//! stream.write_rows((&query, &above), csv, &mut table, &mut |_| {})?;
//! assert!(String::from_utf8(table)?.contains("lva-framework-2028,2028,4.87% of GDP,EUR,50000,4.87,2435,2435,2435,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod ascending_marks;
mod below;
mod block_split;
mod bucket;
mod digits;
mod fast_path;
mod header;
mod heads;
mod held;
mod histogram;
mod input;
mod judged;
mod kept;
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
mod template;
mod units;
mod workers;

use std::io::{Read, Write};

pub use input::{Feed, Stream};
pub use report::{Progress, Report, Stop};
pub use request::{Request, Told};
pub use summary::summarize;

use crate::error::{Error, Place};
use crate::question::{AmountRows, FedVerdicts, Query};
use crate::render::RowFormat;
use crate::table::Table;

use below::{Below, Rowing};
use held::Held;
use judged::{Judged, Text};
use kept::Kept;
use plan::Plan;
use rows::{Page, Rows};
use template::Writing;

impl<R: Read + Send> Stream<'_, R> {
    /// Writes a table, and below its rows those of the file, in the order of its lines.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, unless that is to be skipped; of verdicts two figures between which the rule cannot
    /// choose; a figure cannot be kept; the writer fails.
    pub fn write_rows(
        self,
        (query, table): (&Query<'_>, &Table),
        format: RowFormat,
        out: &mut (dyn Write + Send),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Report, Stop> {
        let request = self.request;
        match request.told {
            Told::Amounts => {
                let (plan, made) = (Plan::new(request), AmountRows::of(query, request.asked)?);
                let page = Page::new(&plan, Writing::new(&made, format, request.decimals)?);
                let works = (0..request.workers.max(1)).map(|_| Rows::new(&page)).collect();
                self.write((&plan, works), (table, format), out, progress)
            }
            Told::Verdicts => {
                let plan = Plan::about(request, query.book.every_country());
                let text = Text::new(format, request.decimals);
                let work = Judged::new(&plan, FedVerdicts::below(query, table)?, text);
                self.write((&plan, vec![work]), (table, format), out, progress)
            }
        }
    }

    /// Adds the rows of the file to a table, in the order of its lines, if there are not more than so many.
    ///
    /// # Errors
    /// As [`Stream::write_rows`]; `too_many`.
    pub fn read_rows(
        self,
        query: &Query<'_>,
        table: &mut Table,
        (limit, too_many): (usize, Error),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Report, Stop> {
        let (request, too_many) = (self.request, too_many.at(Place::file(&self.header.name)));
        let held = Held::new(limit, too_many);
        match request.told {
            Told::Amounts => {
                let (plan, made) = (Plan::new(request), AmountRows::of(query, request.asked)?);
                self.read(&plan, Kept::new(&plan, &made, held), table, progress)
            }
            Told::Verdicts => {
                let plan = Plan::about(request, query.book.every_country());
                let work = Judged::new(&plan, FedVerdicts::below(query, table)?, held);
                self.read(&plan, work, table, progress)
            }
        }
    }

    /// Writes a table and the rows that workers make; of verdicts one judges alone, since a commitment without a figure is told once.
    fn write<W: Rowing>(
        self,
        (plan, works): (&Plan<'_>, Vec<W>),
        (table, format): (&Table, RowFormat),
        out: &mut (dyn Write + Send),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Report, Stop> {
        let (mut written, mut below) = (format.open(table, self.request.decimals, out)?, Below::of(table));
        let mut write = |rows: &[u8]| {
            let rows = format.parted(rows, &mut written.any);
            out.write_all(rows).map(|()| rows.len())
        };
        let (report, works) = workers::run(self, plan, works, &mut write, progress)?;
        works.into_iter().for_each(|work| work.end(&mut below));
        written.marks.add(below.marks);
        format.close(&written, &table.notes, out)?;
        Ok(Report { missed: below.missed, ..report })
    }

    /// Adds the rows that a worker makes to a table.
    fn read<W: Rowing>(
        self,
        plan: &Plan<'_>,
        work: W,
        table: &mut Table,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Report, Stop> {
        let mut below = Below::of(table);
        let (report, works) = workers::run(self, plan, vec![work], &mut |_| Ok(0), progress)?;
        works.into_iter().for_each(|work| work.end(&mut below));
        table.rows.extend(below.rows);
        table.sources = below.sources;
        Ok(Report { missed: below.missed, ..report })
    }
}

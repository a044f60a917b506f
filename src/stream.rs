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
mod block_split;
mod bucket;
mod digits;
mod fast_path;
mod header;
mod heads;
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

use std::io::{self, Read, Write};

pub use input::{Feed, Stream};
pub use judged::Verdicts;
pub use report::{Progress, Report, Stop};
pub use request::Request;
pub use summary::summarize;

use crate::book::Kind;
use crate::error::{Error, Place};
use crate::question::{AmountRows, FedVerdicts, Query};
use crate::render::RowFormat;
use crate::table::{Cell, Table};

use judged::{Held, Judged, Taking, Text};
use kept::Kept;
use plan::Plan;
use rows::{Page, Rows};
use template::Writing;

impl<R: Read + Send> Stream<'_, R> {
    /// Writes a table of amounts, and below its rows those of the file, in the order of its lines.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, unless that is to be skipped; a figure cannot be kept; the writer fails.
    pub fn write_rows(
        self,
        (query, table): (&Query<'_>, &Table),
        format: RowFormat,
        out: &mut (dyn Write + Send),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Report, Stop> {
        let (request, plan) = (self.request, Plan::new(self.request));
        let made = AmountRows::of(query, request.asked)?;
        let mut written = format.open(table, request.decimals, out)?;
        let page = Page::new(&plan, Writing::new(&made, format, request.decimals)?, written.any);
        let works = (0..request.workers.max(1)).map(|_| Rows::new(&page)).collect();
        let (report, works) = workers::run(self, &plan, works, out, progress)?;
        if works.iter().any(|work| work.stated_gdp) {
            written.marks.note_kind(Kind::Assumption);
        }
        written.any = page.has_rows();
        format.close(&written, &table.notes, out)?;
        Ok(report)
    }

    /// The rows of the file, in the order of its lines, if there are not more than so many.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, unless that is to be skipped; a figure cannot be kept; `too_many`.
    pub fn read_rows(
        self,
        query: &Query<'_>,
        (limit, too_many): (usize, Error),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(Vec<Vec<Cell>>, Report), Stop> {
        let plan = Plan::new(self.request);
        let made = AmountRows::of(query, self.request.asked)?;
        let work = Kept::new(&plan, &made, &self.header.name, (limit, too_many));
        let (report, works) = workers::run(self, &plan, vec![work], &mut io::sink(), progress)?;
        Ok((works.into_iter().flat_map(|work| work.rows).collect(), report))
    }

    /// Writes a table of verdicts, and below its rows those on the scenarios of the file, one after another; with the number of these
    /// that are missed.
    ///
    /// # Errors
    /// The first thing that is wrong with the file; two figures between which the rule cannot choose; a figure cannot be kept; the writer
    /// fails.
    pub fn write_verdicts(
        self,
        (query, table): (&Query<'_>, &Table),
        format: RowFormat,
        out: &mut (dyn Write + Send),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(usize, Report), Stop> {
        let decimals = self.request.decimals;
        let written = format.open(table, decimals, out)?;
        let text = Text { format, decimals, written, block: String::new() };
        let (report, verdicts) = self.judge((query, table), text, out, progress)?;
        verdicts.iter().try_for_each(|own| format.close(&own.rows.written, &table.notes, out))?;
        Ok((verdicts.iter().map(|own| own.missed).sum(), report))
    }

    /// The rows of verdicts on the scenarios of the file, if there are not more than so many.
    ///
    /// # Errors
    /// As [`Stream::write_verdicts`]; `too_many`.
    pub fn read_verdicts(
        self,
        (query, table): (&Query<'_>, &Table),
        (limit, too_many): (usize, Error),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Verdicts<Vec<Vec<Cell>>>, Stop> {
        let too_many = too_many.at(Place::file(&self.header.name));
        let held = Held { rows: Vec::new(), block: Vec::new(), limit, too_many };
        let (_, verdicts) = self.judge((query, table), held, &mut io::sink(), progress)?;
        let mut all = Verdicts { rows: Vec::new(), sources: table.sources.clone(), missed: 0 };
        for own in verdicts {
            all.rows.extend(own.rows.rows);
            all.sources = own.sources;
            all.missed += own.missed;
        }
        Ok(all)
    }

    /// One worker judges alone: a commitment without a figure is told once.
    fn judge<T: Taking>(
        self,
        (query, table): (&Query<'_>, &Table),
        rows: T,
        out: &mut (dyn Write + Send),
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(Report, Vec<Verdicts<T>>), Stop> {
        let plan = Plan::about(self.request, query.book.every_country());
        let work = Judged::new(&plan, FedVerdicts::below(query, table)?, rows);
        let (report, works) = workers::run(self, &plan, vec![work], out, progress)?;
        Ok((report, works.into_iter().map(Judged::into_verdicts).collect()))
    }
}

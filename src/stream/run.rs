//! Workers: each takes a block, works on it alone, and hands it in when its turn has come.

use std::io::{Read, Write};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::error::{Error, Result};

use super::careful::{Careful, Faults};
use super::desk::{Desk, State};
use super::header::Header;
use super::plan::Plan;
use super::source::{Block, Source, newlines};
use super::walk::{Walk, Work};
use super::{Progress, Report, Request, Stop, Stream, plain};

/// Reads a scenario file from start to end, and gives the works of its workers back.
///
/// # Errors
/// The first thing that is wrong with the file, or the writer fails.
pub(super) fn run<W: Work>(
    stream: Stream<'_, impl Read + Send>,
    plan: &Plan<'_>,
    works: Vec<W>,
    out: &mut (dyn Write + Send),
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Report, Vec<W>), Stop> {
    let checks = stream.checks;
    let (source, desk) = (Mutex::new(stream.source), Desk::new((stream.lines, stream.checks), out, progress));
    let office = Office { request: stream.request, header: &stream.header, source: &source, desk: &desk };
    let works = thread::scope(|scope| {
        let workers = works
            .into_iter()
            .map(|work| scope.spawn(move || office.work(Walk::new((plan, stream.header.columns), work, checks))));
        let workers: Vec<_> = workers.collect();
        workers.into_iter().map(thread::ScopedJoinHandle::join).collect::<Vec<_>>()
    });
    let report = desk.into_report()?;
    Ok((report, works.into_iter().flatten().collect()))
}

/// What all workers share.
struct Office<'a, 'o, R> {
    request: &'a Request<'a>,
    header: &'a Header<'a>,
    source: &'a Mutex<Source<R>>,
    desk: &'a Desk<'o>,
}

impl<R> Clone for Office<'_, '_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Office<'_, '_, R> {}

/// Ends the work of the others should a worker break down, who would wait for its turn for ever.
struct Closing<'a, 'o>(&'a Desk<'o>);

impl Drop for Closing<'_, '_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

impl<R: Read> Office<'_, '_, R> {
    /// Works on block after block until there is none.
    fn work<W: Work>(self, mut walk: Walk<'_, W>) -> W {
        let _closing = Closing(self.desk);
        let mut block = Block::default();
        loop {
            let next = self.source.lock().unwrap_or_else(PoisonError::into_inner).next(&mut block, self.header);
            let read = match &next {
                Ok(true) => self.read(&block, &mut walk),
                Ok(false) => break,
                Err(_) => Ok((Faults::default(), 0)),
            };
            let Some(mut state) = self.desk.wait(block.number) else { break };
            match next {
                Err(error) => state.fail(error),
                Ok(_) => self.hand_in(read, &block, &mut walk, &mut state),
            }
            self.desk.pass(state);
            walk.work.settle();
        }
        walk.work
    }

    /// Reads a block: by the fast way, and by the careful one as soon as something is unusual; with the number of its lines.
    fn read<W: Work>(&self, block: &Block, walk: &mut Walk<'_, W>) -> Result<(Faults, usize)> {
        walk.clear();
        if block.plain
            && let Some(lines) = plain::read(&block.text, self.header, walk)?
        {
            return Ok((Faults::default(), lines));
        }
        self.read_carefully(block, walk, &[])
    }

    fn read_carefully<W: Work>(
        &self,
        block: &Block,
        walk: &mut Walk<'_, W>,
        returned: &[usize],
    ) -> Result<(Faults, usize)> {
        walk.clear();
        let careful = Careful { header: self.header, skip_bad: self.request.skip_bad, returned };
        Ok((careful.read(&block.text, walk)?, newlines(&block.text)))
    }

    /// Hands in a block, unless a scenario in it has been before: then it is read again, without that.
    fn hand_in<W: Work>(
        &self,
        mut read: Result<(Faults, usize)>,
        block: &Block,
        walk: &mut Walk<'_, W>,
        state: &mut State<'_>,
    ) {
        let marks = walk.marks.iter().enumerate();
        let mut is_back = |mark: u128| state.seen.as_mut().is_some_and(|seen| !seen.insert(mark));
        let returned: Vec<usize> = marks.filter(|(_, mark)| is_back(**mark)).map(|(at, _)| at).collect();
        if !returned.is_empty() {
            read = self.read_carefully(block, walk, &returned);
        }
        let written = walk.work.deliver(state.out);
        state.note_written(written);
        match read {
            Ok((faults, lines)) => {
                state.blame(faults, self.request.skip_bad);
                state.count(block.text.len(), lines, walk.lines);
            }
            Err(error) => state.fail(error),
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

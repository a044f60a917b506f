//! Workers, of whom the caller is one: each takes a block, works on it alone, and hands it in when its turn has come.

use std::io::Read;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::error::Result;

use super::fast_path;
use super::header::Header;
use super::input::Stream;
use super::ordered_output::{OrderedOutput, State, Write};
use super::plan::Plan;
use super::report::{Progress, Report, Stop};
use super::request::Request;
use super::scenario_reader::{ScenarioReader, Work};
use super::slow_path::{Faults, SlowPath};
use super::source::{Block, Source, newlines};

/// Reads a scenario file from start to end, and gives the works of its workers back.
///
/// # Errors
/// The first thing that is wrong with the file, or the writer fails.
pub(super) fn run<W: Work>(
    stream: Stream<'_, impl Read + Send>,
    plan: &Plan<'_>,
    works: Vec<W>,
    write: &mut Write<'_>,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(Report, Vec<W>), Stop> {
    let marking = stream.checks.then_some(&stream.marking);
    let (source, output) =
        (Mutex::new(stream.source), OrderedOutput::new(stream.lines, stream.checks, write, progress));
    let shared = Shared { request: stream.request, header: &stream.header, source: &source, output: &output };
    let work = move |work| shared.work(ScenarioReader::new(plan, stream.header.columns, work, marking));
    let works = thread::scope(|scope| {
        let mut works = works.into_iter();
        let own = works.next();
        // where the system has no thread, those that there are do the work
        let others = works.map_while(|own| thread::Builder::new().spawn_scoped(scope, move || work(own)).ok());
        let others: Vec<_> = others.collect();
        let own = own.map(work);
        let others = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        own.into_iter().chain(others).collect()
    });
    Ok((output.into_report()?, works))
}

/// What all workers share.
struct Shared<'a, 'o, R> {
    request: &'a Request<'a>,
    header: &'a Header<'a>,
    source: &'a Mutex<Source<R>>,
    output: &'a OrderedOutput<'o>,
}

impl<R> Clone for Shared<'_, '_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Shared<'_, '_, R> {}

/// Ends the work of the others should a worker break down, who would wait for its turn for ever.
struct Closing<'a, 'o>(&'a OrderedOutput<'o>);

impl Drop for Closing<'_, '_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

impl<R: Read> Shared<'_, '_, R> {
    /// Works on block after block until there is none.
    fn work<W: Work>(self, mut reader: ScenarioReader<'_, W>) -> W {
        let _closing = Closing(self.output);
        let mut block = Block::default();
        loop {
            let next = self.source.lock().unwrap_or_else(PoisonError::into_inner).next(&mut block, self.header);
            let read = match &next {
                Ok(true) => self.read(&block, &mut reader),
                Ok(false) => break,
                Err(_) => Ok((Faults::default(), 0)),
            };
            let Some(mut state) = self.output.wait(block.number) else { break };
            match next {
                Err(error) => state.fail_in_block(error),
                Ok(_) => self.hand_in(read, &block, &mut reader, &mut state),
            }
            self.output.pass(state);
            reader.work.settle();
        }
        reader.work
    }

    /// Reads a block: on the fast path, and on the slow one as soon as something is unusual; with the number of its lines.
    fn read<W: Work>(&self, block: &Block, reader: &mut ScenarioReader<'_, W>) -> Result<(Faults, usize)> {
        reader.clear();
        // the slow path tells where something is wrong, an amount that cannot be kept too
        if block.plain
            && let Ok(Some(lines)) = fast_path::read(&block.text, self.header, reader)
        {
            return Ok((Faults::default(), lines));
        }
        self.read_slowly(block, reader, &[])
    }

    fn read_slowly<W: Work>(
        &self,
        block: &Block,
        reader: &mut ScenarioReader<'_, W>,
        returned: &[usize],
    ) -> Result<(Faults, usize)> {
        reader.clear();
        let slow_path = SlowPath { header: self.header, skip_bad: self.request.skip_bad, returned };
        Ok((slow_path.read(&block.text, reader)?, newlines(&block.text)))
    }

    /// Hands in a block, unless a scenario in it has been before: then it is read again, without that.
    fn hand_in<W: Work>(
        &self,
        mut read: Result<(Faults, usize)>,
        block: &Block,
        reader: &mut ScenarioReader<'_, W>,
        state: &mut State<'_>,
    ) {
        let marks = reader.marks.iter().enumerate();
        let mut is_back = |mark: u128| state.seen.as_mut().is_some_and(|seen| !seen.insert(mark));
        let returned: Vec<usize> = marks.filter(|(_, mark)| is_back(**mark)).map(|(at, _)| at).collect();
        if !returned.is_empty() {
            read = self.read_slowly(block, reader, &returned);
        }
        state.write(reader.work.text());
        match read {
            Ok((faults, lines)) => {
                state.note_faults(faults, self.request.skip_bad);
                state.count(block.text.len(), lines, reader.lines);
            }
            Err(error) => state.fail(error),
        }
    }
}

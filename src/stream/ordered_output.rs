//! Where workers hand in their blocks, each when its turn has come.

use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::Error;

use super::report::{Progress, Report, Stop};
use super::scenario_set::ScenarioSet;
use super::slow_path::{Faults, SHOWN};

/// Writes the rows of a block, which has some, and gives the number of bytes.
pub(super) type Write<'w> = dyn FnMut(&[u8]) -> io::Result<usize> + Send + 'w;

/// The one place where order counts: what is known of all blocks before this one.
pub(super) struct OrderedOutput<'o> {
    state: Mutex<State<'o>>,
    moved_on: Condvar,
}

/// What only one worker at a time may touch.
pub(super) struct State<'o> {
    /// The number of the block whose turn it is.
    turn: u64,
    /// The lines of the file above that block.
    lines: usize,
    /// The scenarios of the blocks before, if one that comes back is looked for.
    pub(super) seen: Option<ScenarioSet>,
    write: &'o mut Write<'o>,
    progress: &'o mut (dyn FnMut(Progress) + Send),
    report: Report,
    stop: Option<Stop>,
    done: bool,
}

impl<'o> OrderedOutput<'o> {
    /// The output of a file whose header takes so many lines; one that checks lets no scenario come back.
    pub(super) fn new(
        lines: usize,
        checks: bool,
        write: &'o mut Write<'o>,
        progress: &'o mut (dyn FnMut(Progress) + Send),
    ) -> Self {
        let (seen, report) = (checks.then(ScenarioSet::default), Report::default());
        let state = State { turn: 0, lines, seen, write, progress, report, stop: None, done: false };
        Self { state: Mutex::new(state), moved_on: Condvar::new() }
    }

    /// Waits for the turn of a block; nothing if the work is over.
    pub(super) fn wait(&self, number: u64) -> Option<MutexGuard<'_, State<'o>>> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = |state: &mut State<'_>| state.turn != number && !state.done;
        let state = self.moved_on.wait_while(state, waits).unwrap_or_else(PoisonError::into_inner);
        (!state.done).then_some(state)
    }

    /// Lets the next block have its turn.
    pub(super) fn pass(&self, mut state: MutexGuard<'_, State<'o>>) {
        state.turn += 1;
        drop(state);
        self.moved_on.notify_all();
    }

    /// Ends the work of everybody.
    pub(super) fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).done = true;
        self.moved_on.notify_all();
    }

    /// What has come of it all.
    pub(super) fn into_report(self) -> Result<Report, Stop> {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        state.stop.map_or(Ok(state.report), Err)
    }
}

impl State<'_> {
    /// Notes that a block of so many bytes, lines and good rows is done.
    pub(super) fn count(&mut self, bytes: usize, lines: usize, rows: u64) {
        self.lines += lines;
        self.report.progress.bytes += bytes as u64;
        self.report.progress.lines += rows;
        (self.progress)(self.report.progress);
    }

    /// Notes what is wrong with the block whose turn it is.
    pub(super) fn note_faults(&mut self, faults: Faults, skip_bad: bool) {
        let lines = isize::try_from(self.lines).unwrap_or(isize::MAX);
        let mut shown = faults.shown.into_iter().map(|error| error.moved(lines));
        if let Some(error) = faults.end {
            self.fail(error.moved(lines));
        }
        if !skip_bad {
            return shown.next().into_iter().for_each(|error| self.fail(error));
        }
        self.report.bad += faults.count;
        let room = SHOWN.saturating_sub(self.report.errors.iter().count());
        shown.take(room).for_each(|error| self.report.errors.push(error));
    }

    /// Ends the work because of an error.
    pub(super) fn fail(&mut self, error: Error) {
        self.end(Stop::Error(error));
    }

    /// Ends the work because of an error with its place in the block whose turn it is.
    pub(super) fn fail_in_block(&mut self, error: Error) {
        self.fail(error.moved(isize::try_from(self.lines).unwrap_or(isize::MAX)));
    }

    /// Writes the rows of the block whose turn it is; ends the work if the writer fails.
    pub(super) fn write(&mut self, rows: &[u8]) {
        if rows.is_empty() {
            return;
        }
        match (self.write)(rows) {
            Ok(bytes) => self.report.written += bytes as u64,
            Err(error) => self.end(Stop::Write(error)),
        }
    }

    fn end(&mut self, stop: Stop) {
        self.stop.get_or_insert(stop);
        self.done = true;
    }
}

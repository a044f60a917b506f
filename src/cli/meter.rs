//! How far long work is, for somebody who watches.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::quantity::text::grouped;
use crate::stream::Progress;

use super::output::{ERASE, draw_line};

/// Work that is shorter needs no line.
const LONG: Duration = Duration::from_secs(1);
/// How often the line changes.
const PAUSE: Duration = Duration::from_millis(200);

/// A line on a terminal that changes as the work goes on, and is erased at its end, or by a signal.
pub(super) struct Meter<'t> {
    terminal: Option<&'t mut (dyn Write + Send)>,
    /// The bytes of the whole file, if that is known.
    total: Option<u64>,
    start: Instant,
    next: Duration,
}

impl<'t> Meter<'t> {
    /// A line on this terminal, or nowhere.
    pub(super) fn new(terminal: Option<&'t mut (dyn Write + Send)>, total: Option<u64>) -> Self {
        Self { terminal, total, start: Instant::now(), next: LONG }
    }

    /// Shows how far the work is.
    pub(super) fn show(&mut self, progress: Progress) {
        let Some(terminal) = &mut self.terminal else { return };
        let elapsed = self.start.elapsed();
        if elapsed >= self.next {
            self.next = elapsed + PAUSE;
            let line = line(progress, self.total, elapsed);
            // a terminal that is gone is no reason to stop
            let _ = draw_line(true, || write!(terminal, "{ERASE}{line}").and_then(|()| terminal.flush()));
        }
    }

    /// Takes the line off.
    pub(super) fn erase(&mut self) {
        if let Some(terminal) = self.terminal.as_mut().filter(|_| self.next > LONG) {
            let _ = draw_line(false, || write!(terminal, "{ERASE}").and_then(|()| terminal.flush()));
        }
    }
}

/// `120 of 240 MB, 1 250 000 rows a second, 4 s left`
fn line(progress: Progress, total: Option<u64>, elapsed: Duration) -> String {
    let megabytes = |bytes: u64| grouped(&(bytes / 1_000_000).to_string(), ' ');
    let of = total.map(|total| format!(" of {}", megabytes(total))).unwrap_or_default();
    let millis = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX).max(1);
    let rows = grouped(&(progress.lines.saturating_mul(1000) / millis).to_string(), ' ');
    let left = total.filter(|_| progress.bytes > 0).map(|total| {
        let rest = u128::from(total.saturating_sub(progress.bytes));
        format!(", {} s left", (elapsed.as_millis() * rest / u128::from(progress.bytes)).div_ceil(1000))
    });
    format!("{}{of} MB, {rows} rows a second{}", megabytes(progress.bytes), left.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_how_fast_and_how_long() {
        let progress = Progress { bytes: 120_000_000, lines: 5_000_000 };
        let after = Duration::from_secs(4);
        assert_eq!(line(progress, Some(240_000_000), after), "120 of 240 MB, 1 250 000 rows a second, 4 s left");
        assert_eq!(line(progress, None, after), "120 MB, 1 250 000 rows a second");
    }

    #[test]
    fn short_work_and_work_that_nobody_watches_have_no_line() {
        let mut terminal = Vec::new();
        let mut meter = Meter::new(Some(&mut terminal), None);
        meter.show(Progress::default());
        meter.next = Duration::ZERO;
        meter.erase();
        assert!(terminal.is_empty());
        let mut meter = Meter::new(Some(&mut terminal), None);
        meter.next = Duration::ZERO;
        meter.show(Progress::default());
        meter.next = LONG + PAUSE;
        meter.erase();
        assert_eq!(String::from_utf8(terminal).unwrap(), format!("{ERASE}0 MB, 0 rows a second{ERASE}"));
    }
}

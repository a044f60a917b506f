//! What every target shares: limits on time and memory that grow with the input, and files out of one text.

mod memory;
pub mod small;

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Memory that any input may take, in bytes.
const BASE: usize = 64 << 20;
/// What each byte of an input may take beside it.
const TIMES: usize = 50;
/// So many bytes of an input may take a second.
const SECOND: usize = 100_000;

/// Does something with an input.
///
/// # Panics
/// It works longer than a second for each 100 kB that are begun, or takes more than 64 MiB and 50 times the input.
pub fn within_limits<T>(input: &[u8], work: impl FnOnce() -> T) -> T {
    let (before, held) = (worked(), memory::begin());
    let done = work();
    let (time, peak) = (worked().saturating_sub(before), memory::peak().saturating_sub(held));
    let seconds = u64::try_from(input.len() / SECOND + 1).unwrap_or(u64::MAX);
    assert!(time <= Duration::from_secs(seconds), "{} bytes took {time:?}", input.len());
    assert!(peak <= BASE + TIMES * input.len(), "{} bytes took {peak} bytes", input.len());
    done
}

/// How long the threads of this process have worked, however busy the machine is.
fn worked() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(now).unwrap_or_default()
}

/// The files in a text: each below a line `--- NAME`.
pub fn files(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let files = text.strip_prefix("--- ").into_iter().flat_map(|rest| rest.split("\n--- "));
    files.map(|file| file.split_once('\n').unwrap_or((file, "")))
}

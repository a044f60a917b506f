//! Signals that ask a run to end: it still ends by them, after what it leaves unfinished is gone.

#[cfg(unix)]
use std::sync::{Arc, Once, atomic::AtomicBool, mpsc};
#[cfg(unix)]
use std::{fs, thread};

#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
#[cfg(unix)]
use signal_hook::flag;
#[cfg(unix)]
use signal_hook::iterator::Signals;
#[cfg(unix)]
use signal_hook::low_level::emulate_default_handler;

/// Lets a signal do this first, from the first call on; what it gives is held until the run has ended.
#[cfg(unix)]
pub(super) fn watch<T: 'static>(take_away: fn() -> T) {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        let asked_for = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
        let (caught, watched) = mpsc::channel::<Signals>();
        let watcher = thread::Builder::new().spawn(move || {
            let Ok(mut signals) = watched.recv() else { return };
            for signal in signals.forever() {
                let _held = take_away();
                let _ = emulate_default_handler(signal);
            }
        });
        // where the system refuses, the next run takes away what is left; what nobody watches is not caught
        if watcher.is_ok() {
            let _ = Signals::new(asked_for).map(|signals| caught.send(signals));
        }
    });
}

/// Makes of a file that outgrows what the run may write an error like any other, as with a full disk, and not the end of the run.
#[cfg(unix)]
pub(crate) fn outgrown_is_an_error() {
    // where the system refuses, it stays the end
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Elsewhere there is no such signal.
#[cfg(not(unix))]
pub(crate) fn outgrown_is_an_error() {}

/// Elsewhere the next run takes away what is left.
#[cfg(not(unix))]
pub(super) fn watch<T: 'static>(_: fn() -> T) {}

/// Whether the run was started so that this signal does not end it, as `nohup` does; known where the system tells it in a file.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

//! A command as a picture records it, or a picture that records one: drawn again, if that is all that it does.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pledgebook::cli::fuzzed::{draw, redraw};
use pledgebook_fuzz::within_limits;

fuzz_target!(|input: &[u8]| {
    within_limits(input, || match str::from_utf8(input) {
        Ok(line) if line.starts_with("pledgebook ") => draw(line),
        Ok(_) | Err(_) => redraw(input),
    });
});

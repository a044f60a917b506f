//! Rows of figures, as bytes, beside those of a small book: read, checked and asked about.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pledgebook_fuzz::{small, within_limits};

fuzz_target!(|bytes: &[u8]| within_limits(bytes, || small::ask_everything([("series/more.csv", bytes)])));

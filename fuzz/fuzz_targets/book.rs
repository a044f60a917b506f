//! Files of a book, each below a line `--- NAME`, in the place of those of a small one: read, checked and asked about.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pledgebook_fuzz::{files, small, within_limits};

fuzz_target!(|text: &str| within_limits(text.as_bytes(), || {
    small::ask_everything(files(text).map(|(name, text)| (name, text.as_bytes())));
}));

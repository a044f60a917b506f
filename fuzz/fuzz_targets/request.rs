//! The path and the query of a request to the explorer, which is answered without a socket.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use pledgebook::book::{Files, Reading};
use pledgebook::cli::fuzzed::Explorer;
use pledgebook_fuzz::within_limits;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::of(Reading::new(&Files::embedded())));

fuzz_target!(|address: &str| {
    let explorer = &*EXPLORER;
    within_limits(address.as_bytes(), || drop(explorer.page(address)));
});

//! How long it takes to read a pledge, in the words that people use.

use divan::{AllocProfiler, Bencher, black_box};
use pledgebook::pledge::{Sentence, Speaker};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// One of each sort, from the shortest to one that uses most of the grammar.
const SENTENCES: [&str; 5] = [
    "4% of GDP",
    "at least 0.25% of its gross domestic product",
    "€7.2 million",
    "about 20 per cent more than in 2024 by 2028",
    "between 500 million and 1.2 billion Danish kroner over 2026 to 2029",
];

fn main() {
    divan::main();
}

#[divan::bench(args = SENTENCES)]
fn read(bencher: Bencher<'_, '_>, text: &str) {
    bencher.bench(|| Sentence::read(black_box(text), Speaker::default()));
}

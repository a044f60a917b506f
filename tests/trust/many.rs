//! How many cases a room tries: few in a run of all tests, as many as somebody asks for else.

/// `few`, or what `PLEDGEBOOK_CASES` says.
pub(crate) fn cases(few: usize) -> usize {
    std::env::var("PLEDGEBOOK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(few)
}

/// Every third of these, or all of them where somebody asks for more.
pub(crate) fn some<T>(all: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    all.step_by(if cases(0) > 0 { 1 } else { 3 })
}

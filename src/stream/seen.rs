//! Which scenarios have been: 16 bytes for each, and room for a quarter more.

use std::hash::{DefaultHasher, Hasher};

/// How many parts the table has, so that none is long and none has to grow far.
const PARTS: usize = 1 << 16;

/// The scenarios that have been.
pub(super) struct Seen {
    /// Marks, parted by their last bits; a part is short enough to look at every one of them.
    parts: Vec<Vec<u128>>,
}

impl Seen {
    /// None yet.
    pub(super) fn new() -> Self {
        Self { parts: vec![Vec::new(); PARTS] }
    }

    /// Adds a scenario by its [`mark`]; whether it is new.
    pub(super) fn insert(&mut self, mark: u128) -> bool {
        let part = &mut self.parts[(mark % PARTS as u128) as usize];
        if part.contains(&mark) {
            return false;
        }
        if part.len() == part.capacity() {
            part.reserve_exact(part.len() / 4 + 3);
        }
        part.push(mark);
        true
    }
}

/// 128 bits that stand for the name of a scenario: two keyed hashes, the same in every run.
///
/// Two names out of a milliard share them with a probability below 10^-20.
pub(super) fn mark(name: &str) -> u128 {
    let hash = |key: u8| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(key);
        hasher.write(name.as_bytes());
        u128::from(hasher.finish())
    };
    hash(1) << 64 | hash(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_new_once() {
        let mut seen = Seen::new();
        let names: Vec<String> = (0..200_000).map(|number| format!("s{number}")).collect();
        assert!(names.iter().all(|name| seen.insert(mark(name))));
        assert!(names.iter().rev().all(|name| !seen.insert(mark(name))));
        assert!(seen.insert(mark("")));
    }
}

//! Which scenarios have been: a few bytes for each of a file in order, else 16 bytes, and room to grow.

use std::hash::{DefaultHasher, Hasher};

use super::ascending_marks::AscendingMarks;

/// How many parts the table has, so that none is long and none has to grow far.
const PARTS: u64 = 1 << 16;

/// The longest end of a name that is its own mark, with a byte for its length.
const LONGEST: usize = 15;

/// The scenarios that have been.
#[derive(Default)]
pub(super) struct ScenarioSet {
    /// Marks above all that came before them, which a file in order has alone: they need no table.
    ascending: AscendingMarks,
    /// The others, parted by hash; a part is short enough to look at every one of them.
    parts: Vec<Vec<u128>>,
}

impl ScenarioSet {
    /// Adds a scenario by its [mark](Marking::mark); whether it is new.
    pub(super) fn insert(&mut self, mark: u128) -> bool {
        self.ascending.push(mark) || (!self.ascending.contains(mark) && self.insert_into_part(mark))
    }

    fn insert_into_part(&mut self, mark: u128) -> bool {
        if self.parts.is_empty() {
            self.parts = (0..PARTS).map(|_| Vec::new()).collect();
        }
        let part = &mut self.parts[(hash(0, &mark.to_le_bytes()) % PARTS) as usize];
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

/// How the scenarios of a file are marked: what their names begin with takes no room.
#[derive(Default)]
pub(super) struct Marking {
    prefix: String,
}

impl Marking {
    /// That of a file whose first scenario has this name: what stands before its number is likely to come again.
    pub(super) fn after(first: &str) -> Self {
        Self { prefix: first.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned() }
    }

    /// 128 bits that stand for the name of a scenario: the length and the bytes of what follows the prefix, so that longer names and
    /// later ones of equal length are greater; of a long name keyed hashes.
    ///
    /// Two long names out of a milliard share them with a probability below 10^-17.
    pub(super) fn mark(&self, name: &str) -> u128 {
        let (end, base) = name.strip_prefix(&self.prefix).map_or((name, LONGEST + 1), |end| (end, 0));
        let end = end.as_bytes();
        if end.len() <= LONGEST {
            let mut bytes = [0; LONGEST + 1];
            bytes[LONGEST + 1 - end.len()..].copy_from_slice(end);
            return ((base + end.len()) as u128) << 120 | u128::from_be_bytes(bytes);
        }
        let name = name.as_bytes();
        u128::MAX << 120 | u128::from(hash(1, name)) << 56 | u128::from(hash(2, name) >> 8)
    }
}

fn hash(key: u8, bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write_u8(key);
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_new_once() {
        let (short, long) = ((0..100_000).map(|number| format!("s{number}")), (0..100_000));
        let names: Vec<String> = short.chain(long.map(|number| format!("a long name of {number}"))).collect();
        for (step, first) in [(1, "s0"), (7, "a long name of 7"), (99_991, "another")] {
            let marking = Marking::after(first);
            let order = || (0..names.len()).map(|at| marking.mark(&names[at * step % names.len()]));
            let mut seen = ScenarioSet::default();
            assert!(order().all(|mark| seen.insert(mark)));
            assert!(order().all(|mark| !seen.insert(mark)));
            assert!(seen.insert(marking.mark("")));
        }
    }

    #[test]
    fn names_of_one_form_ascend_however_long_they_are() {
        let names = ["", "\0", "b", "s9", "\0s9", "s10", "\u{10ffff}", "abcdefghijklmno"];
        for form in ["", "path of a long name, number "] {
            let marking = Marking::after(&format!("{form}000"));
            assert!(names.map(|name| marking.mark(&format!("{form}{name}"))).is_sorted_by(|a, b| a < b));
            assert_eq!(marking.mark(&format!("{form}abcdefghijklmnop")) >> 120, 255);
        }
        let marking = Marking::after("s1");
        assert_ne!(marking.mark("s7"), marking.mark("7"));
    }
}

//! What was known on a day is all that counts as of that day: nothing that comes later moves a figure, a word or a note.

use pledgebook::table::{Step, Table};
use proptest::prelude::*;
use proptest::sample::select;

use super::answered::{Answer, answers, derivations};
use super::inputs;
use super::invented::invented;

/// What is answered, without the digest of files that differ.
fn said(answer: &Answer) -> Answer {
    answer.clone().map(|table| {
        let mut context = table.context.clone();
        context.fingerprint = None;
        Table { context, ..table }
    })
}

/// A derivation without the lines of files, which are others where rows are missing above them.
fn placeless(step: &Step) -> Step {
    Step { place: None, steps: step.steps.iter().map(placeless).collect(), ..step.clone() }
}

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn what_comes_later_changes_nothing_as_of_an_earlier_day(
        book in invented(), day in select(vec!["2024-06-30", "2024-10-14", "2025-07-20", "2025-12-31"]),
    ) {
        let day = day.parse().unwrap();
        let [whole, cut] = [book.book(), book.cut(day).book()];
        let all = answers(&whole, day);
        for (name, known) in answers(&cut, day) {
            prop_assert_eq!(said(&all[&name]), said(&known), "{}", name);
        }
        let all = derivations(&whole, day);
        for (name, known) in derivations(&cut, day) {
            prop_assert_eq!(all.get(&name).map(placeless), Some(placeless(&known)), "{}", name);
        }
    }
}

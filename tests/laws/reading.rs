//! Reading: a file of records says the same however it is taken apart, and whatever stands between its records.

use pledgebook::book::{Files, Reading};
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;

/// What may stand behind a record: sound, unsound, and what only looks like the head of the next one.
const BETWEEN: [&str; 14] = [
    "",
    "# a remark\n",
    "note = \"\"\"\n[[commitment]]\n\"\"\"\n",
    "note = '''\n[[commitment]]\nid = \"no\"\n'''\n",
    "overlaps = [\n[[commitment]]\n]\n",
    "note = \"a\"\nnote = \"b\"\n",
    "colour = 1\n",
    "announced = 2026-02-31\n",
    "[other]\nkey = 1\n",
    "[commitment.inner]\nkey = 1\n",
    "[[commitment.inner]]\nkey = 1\n",
    "[[other]]\n[[commitment]]\n",
    "[commitment]\n",
    "note = \"open\n",
];

/// What may stand above them.
const ABOVE: [&str; 4] = ["", "commitment = 1\n", "commitment = [{ id = \"x\" }]\n", "colour = 1\n[commitment]\n"];

fn text(above: &str, between: &[&str]) -> String {
    let record = |(at, behind): (usize, &&str)| {
        format!(
            "[[commitment]]\nid = \"c-{at}\"\ntitle = \"C\"\npledge = \"4% of GDP\"\nin = 2025\ndefinition = \"nato\"\n\
             announced = 2025-01-01\nstrength = \"statement\"\nsource = \"none-{at}\"\n{behind}"
        )
    };
    let records: String = between.iter().enumerate().map(record).collect();
    format!("country = \"LVA\"\ncurrency = \"EUR\"\n{above}{records}")
}

/// All findings of the shipped book with this file of commitments: what and on which line.
fn findings(text: &str) -> Vec<(String, Option<usize>)> {
    let shipped = Files::embedded();
    let own = ("commitments/latvia.toml", text.as_bytes());
    let files = Files::from_memory("", shipped.iter().chain([own])).unwrap();
    let found = Reading::new(&files).findings().clone();
    found.iter().map(|error| (error.kind().to_string(), error.place().map(|place| place.line))).collect()
}

proptest! {
    #![proptest_config(inputs(15))]

    /// Heads that are set in are none that a file is taken apart at.
    #[test]
    fn records_say_the_same_together_and_apart(
        above in select(&ABOVE[..]),
        between in prop::collection::vec(prop_oneof![3 => Just(""), 1 => select(&BETWEEN[..])], 0..5),
    ) {
        let apart = text(above, &between);
        let together = apart.replace("\n[[commitment]]", "\n [[commitment]]");
        prop_assert_eq!(findings(&apart), findings(&together));
    }
}

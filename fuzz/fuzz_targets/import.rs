//! An official file: the first line is its format, and what is said of it; below it are its bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pledgebook::import::{Official, Wanted, read, written};
use pledgebook_fuzz::{small, within_limits};

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    let Ok(line) = str::from_utf8(&input[..end]) else { return };
    let bytes = input.get(end + 1..).unwrap_or_default();
    let mut words = line.split('\t');
    let format = words.next().filter(|name| !name.is_empty());
    let map = words.map(|said| said.split_once('=').unwrap_or((said, "")));
    let wanted = Wanted {
        vintage: "2026-07-10".parse().ok(),
        currencies: ["LVA", "EST"]
            .map(|country| (country.parse().expect("a country"), "EUR".parse().expect("a currency")))
            .to_vec(),
        map: map.map(|(name, column)| (name.to_owned(), column.to_owned())).collect(),
        ..Wanted::default()
    };
    within_limits(input, || match read(format, &Official { name: "file", bytes }, &wanted) {
        Ok(edition) => {
            let (rows, record) = (written::series(&edition.rows), written::record(&edition.document));
            let files = [("series/more.csv", rows.as_bytes()), ("sources.toml", record.as_bytes())];
            drop(small::reading(files));
        }
        Err(errors) => drop(errors.to_string()),
    });
});

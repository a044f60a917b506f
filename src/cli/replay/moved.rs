//! What has moved between what a picture was drawn from and what there is now.

use std::collections::BTreeMap;

use crate::chart::Record;

/// Each input that has moved, in words.
pub(super) fn list(then: &Record, now: &Record) -> Vec<String> {
    let said = |what: &str, then: &str, now: &str| format!("moved: {what}: then {then}, now {now}");
    let mut moved = Vec::new();
    moved.extend((then.program != now.program).then(|| said("the program", &then.program, &now.program)));
    moved.extend((then.as_of != now.as_of).then(|| said("the day", &then.as_of, &now.as_of)));
    moved.extend((then.scenarios != now.scenarios).then(|| "moved: the scenario file".to_owned()));
    match then.files.is_empty() {
        true => moved.extend((then.book != now.book).then(|| "moved: the book".to_owned())),
        false => moved.extend(files(then, now)),
    }
    moved
}

/// Each file of the book that is changed, gone or new.
fn files(then: &Record, now: &Record) -> Vec<String> {
    let read = |record: &'_ Record| -> BTreeMap<String, String> {
        let files = record.files.split("; ").filter_map(|file| file.rsplit_once(' '));
        files.map(|(name, digest)| (name.to_owned(), digest.to_owned())).collect()
    };
    let (then, now) = (read(then), read(now));
    let mut names: Vec<&String> = then.keys().chain(now.keys()).collect();
    names.sort();
    names.dedup();
    let how = |name: &String| match (then.get(name), now.get(name)) {
        (Some(_), None) => Some("gone"),
        (None, Some(_)) => Some("new"),
        (then, now) => (then != now).then_some("changed"),
    };
    names.into_iter().filter_map(|name| Some(format!("moved: {name}: {}", how(name)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(files: &str) -> Record {
        let named = |text: &str| text.to_owned();
        Record {
            program: named("pledgebook 1"),
            as_of: named("2026-01-01"),
            book: named(files),
            files: named(files),
            ..Record::default()
        }
    }

    #[test]
    fn each_input_that_moved_has_a_line() {
        let then = record("a.toml 11; b c.csv 22; d.csv 33");
        let now = Record {
            program: "pledgebook 2".to_owned(),
            scenarios: "ab".to_owned(),
            ..record("a.toml 11; b c.csv 23; e.csv 44")
        };
        let lines = [
            "moved: the program: then pledgebook 1, now pledgebook 2",
            "moved: the scenario file",
            "moved: b c.csv: changed",
            "moved: d.csv: gone",
            "moved: e.csv: new",
        ];
        assert_eq!(list(&then, &now), lines);
        assert_eq!(
            list(&then, &Record { as_of: "2026-02-01".to_owned(), ..then.clone() }),
            ["moved: the day: then 2026-01-01, now 2026-02-01"]
        );
    }

    #[test]
    fn a_picture_that_does_not_say_its_files_says_its_book() {
        let unsaid = |book: &str| Record { book: book.to_owned(), ..record("") };
        assert_eq!(list(&unsaid("ab"), &unsaid("cd")), ["moved: the book"]);
    }

    #[test]
    fn what_stayed_has_no_line() {
        assert!(list(&record("a 1"), &record("a 1")).is_empty());
    }
}

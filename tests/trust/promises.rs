//! What is promised names what holds it: a test that there is, or a folder or script that somebody runs.

use std::fs;
use std::path::Path;

/// The pages that promise something.
const PAGES: [&str; 3] = ["SECURITY.md", "src/guarantees.rs", "tests/README.md"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What a row names as holding it: `tests/file.rs::name` or a path.
fn holders(row: &str) -> impl Iterator<Item = &str> {
    let is_ours = |named: &&str| {
        [".cargo/", ".ci/", "benches/", "fuzz/", "python/", "src/", "tests/"]
            .iter()
            .any(|place| named.starts_with(place))
    };
    row.split('`').skip(1).step_by(2).filter(is_ours)
}

/// The rows of the tables of promises: those whose head ends in `held by`, or names a `test`.
fn promises(page: &str) -> Vec<String> {
    let page = read(page).replace("//! ", "").replace("//!", "");
    let tables = page.split("\n\n").filter(|part| {
        let head = part.lines().next().unwrap_or_default();
        head.starts_with("| ") && (head.contains("held by") || head.contains("| test |"))
    });
    tables.flat_map(|table| table.lines().skip(2).map(str::to_owned)).collect()
}

#[test]
fn every_promise_names_what_holds_it_and_that_is_there() {
    for page in PAGES {
        let promises = promises(page);
        assert!(promises.len() > 5, "{page} promises little");
        for promise in promises {
            assert!(holders(&promise).next().is_some(), "{page}: nothing holds this: {promise}");
            for holder in holders(&promise) {
                let (path, test) = holder.split_once("::").map_or((holder, None), |(path, test)| (path, Some(test)));
                assert!(
                    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists(),
                    "{page}: there is no {path}: {promise}"
                );
                let there = test.is_none_or(|test| read(path).contains(&format!("fn {test}(")));
                assert!(there, "{page}: no test of that name: {holder}");
            }
        }
    }
}

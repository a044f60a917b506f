//! What writes files and folders: one line of each command that does, on a book that stands beside.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::program::{Tree, done, lay, tests, tree};

/// A run that writes.
pub(crate) struct Writing {
    pub(crate) line: &'static str,
    /// What it writes, each whole or not at all.
    pub(crate) made: &'static [&'static str],
    /// A run that has written something else into the same place before, and which this one may replace.
    pub(crate) before: Option<&'static str>,
}

/// How many scenarios the long feed has.
const SCENARIOS: usize = 4_000;

pub(crate) const WRITING: &[Writing] = &[
    Writing { line: "report -o made", made: &["made"], before: Some("report -o made --lang lv") },
    Writing { line: "chart all -o made", made: &["made"], before: Some("chart all -o made --theme dark") },
    Writing {
        line: "amounts --gdp feed.csv --any-scale --format csv -o made.csv",
        made: &["made.csv"],
        before: Some("gdp --format csv -o made.csv"),
    },
    Writing {
        line: "import kiel kiel.csv --vintage 2026-02-28 --book tracked --into tracked/series/made.csv",
        made: &["tracked/series/made.csv", "tracked/sources.toml"],
        before: None,
    },
    Writing {
        line: "export sql --dialect duckdb -o made.sql",
        made: &["made.sql"],
        before: Some("export sql --dialect postgres -o made.sql"),
    },
    Writing { line: "new made", made: &["made"], before: None },
    Writing {
        line: "chart share --format png -o made.png",
        made: &["made.png"],
        before: Some("chart share --format png -o made.png --theme dark"),
    },
    Writing {
        line: "verdicts --format xlsx -o made.xlsx",
        made: &["made.xlsx"],
        before: Some("gdp --format xlsx -o made.xlsx"),
    },
    Writing { line: "man -o made", made: &["made"], before: None },
];

/// Every writing, into a place that is free and over what may stand there, with the run that wrote that.
pub(crate) fn starts() -> impl Iterator<Item = (&'static Writing, Option<&'static str>)> {
    let over = WRITING.iter().filter(|writing| writing.before.is_some()).map(|writing| (writing, writing.before));
    WRITING.iter().map(|writing| (writing, None)).chain(over)
}

/// A folder with everything that the lines read.
pub(crate) fn laid_out() -> TempDir {
    let here = tempfile::tempdir().unwrap();
    lay(&tests("books/small"), &here.path().join("book"));
    lay(&tests("books/tracked"), &here.path().join("tracked"));
    fs::copy(tests("cases/import-into/files/data_explorer.csv"), here.path().join("kiel.csv")).unwrap();
    fs::write(here.path().join("feed.csv"), feed(SCENARIOS, 1_000)).unwrap();
    here
}

/// A scenario file with GDP of two years of about so many million.
pub(crate) fn feed(scenarios: usize, level: usize) -> String {
    let lines = (0..scenarios).map(|number| {
        let (first, next) = (level + number % 97, level + number % 89);
        format!("s{number},2026,{first}\ns{number},2027,{next}\n")
    });
    format!("scenario,year,gdp_million\n{}", lines.collect::<String>())
}

impl Writing {
    /// What stands in a folder once this has run there.
    pub(crate) fn after(&self, here: &Path) -> Tree {
        done(here, self.line);
        tree(here)
    }

    /// What belongs to one of the places that it writes.
    pub(crate) fn part(&self, place: &str, tree: &Tree) -> Tree {
        let is_in = |name: &str| name == place || name.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
        tree.iter().filter(|(name, _)| is_in(name)).map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
    }

    /// What belongs to none of them, and is nothing that a run left that was killed.
    pub(crate) fn rest(&self, tree: &Tree) -> Tree {
        let is_left = |name: &str| {
            let parts = name.split('/');
            parts.into_iter().any(|part| part.starts_with(".pledgebook-") || part == ".made.new" || part == ".made.old")
        };
        let mut rest = tree.clone();
        self.made.iter().for_each(|place| rest.retain(|name, _| !self.part(place, tree).contains_key(name)));
        rest.retain(|name, _| !is_left(name));
        rest
    }
}

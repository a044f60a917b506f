//! The house stands as it was drawn: a module uses only what stands above it, and what belongs to one layer stays there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod graph;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pledgebook::book::Book;

/// What each module may use besides itself, its parts and `error`: the table of the architecture.
const MAY_USE: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("quantity", &["error"]),
    ("pledge", &["error", "quantity"]),
    ("book", &["error", "quantity", "pledge"]),
    ("gdp", &["error", "quantity", "pledge", "book"]),
    ("evaluate", &["error", "quantity", "pledge", "book", "gdp"]),
    ("verdict", &["error", "quantity", "pledge", "book", "gdp", "evaluate"]),
    ("analysis", &["error", "quantity", "pledge", "book", "gdp", "evaluate", "verdict"]),
    ("table", &["error", "quantity", "pledge", "book", "gdp", "evaluate", "verdict", "analysis"]),
    ("question", &["error", "quantity", "pledge", "book", "gdp", "evaluate", "verdict", "analysis", "table"]),
    ("render", &["error", "quantity", "table"]),
    ("stream", &["error", "quantity", "pledge", "book", "gdp", "evaluate", "table", "question", "render"]),
    ("chart", &["error", "quantity", "table"]),
    ("report", &["error", "quantity", "pledge", "book", "gdp", "verdict", "table", "question", "render", "chart"]),
    ("import", &["error", "quantity", "pledge", "book"]),
    ("export", &["error", "quantity", "pledge", "book", "gdp", "evaluate", "table", "question"]),
    (
        "session",
        &[
            "error", "quantity", "pledge", "book", "gdp", "evaluate", "verdict", "analysis", "table", "question",
            "render", "stream", "chart", "report", "import",
        ],
    ),
    (
        "serve",
        &[
            "error", "quantity", "pledge", "book", "gdp", "evaluate", "verdict", "analysis", "table", "question",
            "render", "chart", "report", "session",
        ],
    ),
    (
        "cli",
        &[
            "error", "quantity", "pledge", "book", "gdp", "evaluate", "verdict", "analysis", "table", "question",
            "render", "stream", "chart", "report", "import", "export", "session", "serve",
        ],
    ),
    ("cookbook", &[]),
    ("guarantees", &[]),
];

/// What is a page to read, and no step of the data.
const PAGES: [&str; 2] = ["cookbook", "guarantees"];

/// What each room of `chart` may use besides itself; none stands above what it uses.
const ROOMS: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("figure", &["words"]),
    ("text", &[]),
    ("paper", &["figure", "text"]),
    ("layout", &["words", "figure", "text", "paper"]),
    ("label", &["figure", "text", "paper", "layout"]),
    ("draw", &["figure", "text", "paper", "layout", "label"]),
    ("svg", &["figure", "text", "paper"]),
    ("png", &["figure", "text", "paper"]),
    ("pictures", &["words", "figure"]),
];

/// The rooms of `chart` that know plotters: the others know no pixels, or no shapes.
const WITH_PLOTTERS: &[&str] = &["paper", "layout", "draw"];

/// Words of code that only some modules may hold, and why.
const KEPT_IN: &[(&[&str], &[&str], &str)] = &[
    (&["clap::", "clap_complete::", "stdout()", "stderr()", "stdin()"], &["cli"], "only `cli` speaks to people"),
    (&["env::", "terminal_size::"], &["cli", "main"], "only `cli` reads the environment, with the arguments of `main`"),
    (&["SystemTime", "Instant", "Utc::now", "Local::now"], &[], "nobody reads the clock"),
    (&["f32", "f64"], &["chart"], "no float touches a figure"),
    (&["plotters", "ab_glyph_rasterizer", "png::", "skrifa"], &["chart"], "only `chart` draws"),
    (&["calamine"], &["import"], "spreadsheets are opened at the side door"),
    (&["rust_xlsxwriter"], &["render"], "a workbook is one format of tables"),
    (&["std::fs", "fs::"], &["book", "cli"], "files are read by `book` and written by `cli`"),
    (&["thread::"], &["stream", "report"], "threads are for files of any length, and for pictures"),
    (&["axum", "hyper", "tokio"], &["serve"], "only `serve` speaks HTTP"),
    (&["rust_decimal"], &["quantity"], "decimals are combined where the checks are"),
];

/// What only looks like a breach, file and word, with its reason.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("book/build.rs", "env::", "the build script is told by cargo where to write"),
    ("cli/meter.rs", "Instant", "a person who watches is told how long it takes; no figure depends on it"),
    ("serve/http/answer.rs", "thread::", "as many pages are made at once as there are processors"),
    ("serve/http.rs", "thread::", "the runtime breaks down where the system gives no thread, which is tried before"),
    ("render/xlsx.rs", "thread::", "a workbook breaks down likewise"),
    ("cli/output/signals.rs", "thread::", "a signal comes while the others wait for input"),
    ("cli/output.rs", "env::temp_dir", "a copy of standard input has to lie somewhere"),
    (
        "render/xlsx/cell.rs",
        "f64",
        "a workbook has no other numbers; a decimal that one does not keep is written as text",
    ),
];

/// Words of one country, of its currency, or of the compiled-in book beside its own ids and publishers.
const OF_ONE_COUNTRY: &[&str] = &["LVA", "Latvia", "Latvija", "EUR", "Ukraine"];

/// The files and folders that name countries and currencies because that is what they are for.
const MAY_NAME: &[(&str, &str)] = &[
    ("chart/words/countries.rs", "what countries are called in each language"),
    ("import.rs", "the formats, each named after its publisher"),
    ("import/", "publishers, and what their figures are under"),
    ("quantity/country.rs", "what countries are called"),
    ("quantity/currency.rs", "the codes and signs of currencies"),
];

/// Files with more than 250 lines before their tests, in order of name, each with its reason.
const LONG: &[(&str, &str)] = &[("error/kind.rs", "a catalogue: two lines for each kind, to be read side by side")];

/// A source file: its path below `src`, its code up to its tests, without comments.
struct Source {
    path: String,
    code: String,
    lines: usize,
}

impl Source {
    /// The module of the first level that the file belongs to.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// How deep below the crate its module lies: 1 for `pledge.rs`, 2 for `pledge/when.rs`.
    fn depth(&self) -> usize {
        self.path.matches('/').count() + 1
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 20, "no sources in {}", root.display());
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let kept: Vec<&str> = before_tests(&text).lines().collect();
            let code =
                kept.iter().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
            let below = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            found.push(Source { path: below, code, lines: kept.len() });
        }
    }
}

/// A file up to its module of tests; one that lies in a file of its own may be named above the code.
fn before_tests(text: &str) -> &str {
    let mut marks = text.match_indices("#[cfg(test)]\n");
    let begins = |(at, mark): &(usize, &str)| {
        text[at + mark.len()..].lines().next().is_some_and(|line| line.ends_with("mod tests {"))
    };
    marks.find(begins).map_or(text, |(at, _)| &text[..at])
}

/// The modules of `lib.rs` in their order.
fn modules(sources: &[Source]) -> Vec<String> {
    let lib = sources.iter().find(|source| source.path == "lib.rs").unwrap();
    let names = lib.code.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The modules of the first level that a file names: behind `crate::`, and behind as many `super::` as lead out of its own.
fn used(source: &Source) -> BTreeSet<String> {
    let outward = "super::".repeat(source.depth());
    let mut used = BTreeSet::new();
    for start in ["crate::", outward.as_str()] {
        for (at, _) in source.code.match_indices(start) {
            let rest = &source.code[at + start.len()..];
            let list = rest.strip_prefix('{').and_then(|rest| rest.split_once("};")).map(|(list, _)| list);
            let names = list.map_or_else(|| vec![rest], first_level);
            used.extend(names.into_iter().map(|name| word(name).to_owned()));
        }
    }
    used
}

/// The beginnings of the entries of `a::b, c::{d, e}` at its outermost level.
fn first_level(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let split = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    };
    list.split(split).map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

fn word(text: &str) -> &str {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default()
}

#[test]
fn the_list_of_modules_is_that_of_the_layers() {
    let listed: Vec<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    assert_eq!(modules(&sources()), listed, "`lib.rs` and the layers differ");
}

#[test]
fn the_page_of_each_module_says_its_number() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (number, module) in (1..).zip(modules(&sources())).filter(|(_, module)| !PAGES.contains(&module.as_str())) {
        let text = fs::read_to_string(root.join(format!("{module}.rs"))).unwrap();
        assert!(text.starts_with(&format!("//! ({number}) ")), "`{module}` is number {number} in `lib.rs`");
    }
}

#[test]
fn no_arrow_points_up() {
    let sources = sources();
    let modules = modules(&sources);
    let graph = graph::graph(&sources);
    let in_use = |source: &&Source| graph.contains_key(&source.path_of_module());
    for source in sources.iter().filter(in_use).filter(|source| modules.iter().any(|module| module == source.module()))
    {
        let own = source.module();
        let (_, allowed) = MAY_USE.iter().find(|(module, _)| *module == own).unwrap();
        for other in used(source).iter().filter(|other| modules.contains(other) && *other != own) {
            assert!(allowed.contains(&other.as_str()), "{}: `{own}` may not use `{other}`", source.path);
            let place = |name: &str| modules.iter().position(|module| module == name);
            assert!(place(other) < place(own), "{}: `{other}` stands below `{own}` in `lib.rs`", source.path);
        }
    }
}

/// The room of `chart` that a file is in, of which files may be told by their modules' paths.
fn room(module: &str) -> Option<&str> {
    module.strip_prefix("chart::").map(word)
}

#[test]
fn the_rooms_of_the_chart_are_those_of_the_architecture() {
    let graph = graph::graph(&sources());
    let found: BTreeSet<&str> = graph.keys().filter_map(|file| room(file)).collect();
    assert_eq!(found, ROOMS.iter().map(|(room, _)| *room).collect());
}

#[test]
fn no_room_of_the_chart_uses_one_above_it() {
    for (number, (room, allowed)) in ROOMS.iter().enumerate() {
        let below = |other: &str| ROOMS[..number].iter().any(|(room, _)| *room == other);
        assert!(allowed.iter().all(|other| below(other)), "`{room}` stands below what it uses");
    }
    for (file, used) in &graph::graph(&sources()) {
        let Some(own) = room(file) else { continue };
        let allowed = ROOMS.iter().find(|(room, _)| *room == own).map_or(&[][..], |(_, allowed)| allowed);
        for other in used.iter().filter(|used| word(used) == "chart") {
            let inside = room(other).is_some_and(|room| room == own || allowed.contains(&room));
            assert!(inside, "`{file}` may not use `{other}`");
        }
    }
}

#[test]
fn only_rooms_that_draw_know_plotters() {
    let sources = sources();
    let graph = graph::graph(&sources);
    for source in sources.iter().filter(|source| source.code.contains("plotters")) {
        let module = source.path_of_module();
        let is_test = !graph.contains_key(&module);
        assert!(is_test || room(&module).is_some_and(|room| WITH_PLOTTERS.contains(&room)), "{}", source.path);
    }
}

#[test]
fn no_file_uses_one_that_uses_it() {
    let sources = sources();
    let graph = graph::graph(&sources);
    for module in modules(&sources) {
        let circle = graph::circle(&graph, &module);
        assert!(circle.is_none(), "files of `{module}` use each other in a circle: {circle:?}");
    }
}

#[test]
fn a_circle_is_found() {
    let source = |path: &str, code: &str| Source { path: path.to_owned(), code: code.to_owned(), lines: 1 };
    let mut sources = vec![
        source("inn.rs", "mod bar;\nmod kitchen;\nmod cellar;\n#[cfg(test)]\nmod guests;\nuse bar::Guest;"),
        source("inn/bar.rs", "mod stool;\nuse super::kitchen::{self, Meal};\npub struct Guest(stool::Seat);"),
        source("inn/bar/stool.rs", "use crate::{error::Error, inn::{cellar, kitchen::Meal}};"),
        source("inn/kitchen.rs", "fn wine() -> super::cellar::Wine {}"),
        source("inn/cellar.rs", "use crate::quantity::Litre;"),
        source("inn/guests.rs", "use super::bar::Guest;"),
    ];
    let graph = graph::graph(&sources);
    let used = |file: &str| graph[file].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(used("inn"), ["inn::bar"]);
    assert_eq!(used("inn::bar"), ["inn::bar::stool", "inn::kitchen"]);
    assert_eq!(used("inn::bar::stool"), ["inn::cellar", "inn::kitchen"]);
    assert!(!graph.contains_key("inn::guests"));
    assert_eq!(graph::circle(&graph, "inn"), None);
    sources[4].code = "use super::bar::stool;".to_owned();
    let circle = graph::circle(&graph::graph(&sources), "inn").unwrap();
    assert_eq!(circle, ["inn::bar::stool", "inn::cellar"]);
}

#[test]
fn what_belongs_to_one_layer_stays_there() {
    for source in sources() {
        for (words, modules, reason) in KEPT_IN.iter().filter(|(_, modules, _)| !modules.contains(&source.module())) {
            let breach = words.iter().find(|word| {
                let allowed =
                    ALLOWED.iter().any(|(path, allowed, _)| source.path == *path && word.starts_with(allowed));
                stands_in(word, &source.code) && !allowed
            });
            assert!(breach.is_none(), "{}: {breach:?} belongs to {modules:?}: {reason}", source.path);
        }
    }
}

#[test]
fn what_is_allowed_is_still_done() {
    let sources = sources();
    for (path, word, reason) in ALLOWED {
        let still = sources.iter().any(|source| source.path == *path && stands_in(word, &source.code));
        assert!(still, "{path} has no `{word}` any more ({reason}): take it off the list");
    }
}

#[test]
fn no_country_and_no_word_of_a_book_stands_in_the_code() {
    let sources = sources();
    let graph = graph::graph(&sources);
    let book = Book::embedded().unwrap();
    let ids = book.definitions.iter().map(|definition| definition.id.as_str());
    let publishers = book.observations.iter().map(|row| row.publisher.as_str());
    let words: BTreeSet<&str> = OF_ONE_COUNTRY.iter().copied().chain(ids).chain(publishers).collect();
    let tables = |source: &&Source| MAY_NAME.iter().all(|(path, _)| !source.path.starts_with(path));
    for source in sources.iter().filter(|source| graph.contains_key(&source.path_of_module())).filter(tables) {
        let code = without_examples(&source.code);
        let found = words.iter().find(|word| stands_in_text(word, &code));
        assert!(found.is_none(), "{}: {found:?} is a word of one book or one country", source.path);
    }
}

/// The code without the examples that commands show in their help: these are lines to copy, about the compiled-in book.
fn without_examples(code: &str) -> String {
    let mut parts = code.split("\nExamples:\n");
    let first = parts.next().unwrap_or_default().to_owned();
    let closed = |example: &str| {
        example.replace("\\\"", "").split_once('"').map_or(String::new(), |(_, after)| after.to_owned())
    };
    parts.fold(first, |kept, example| kept + &closed(example))
}

/// Whether the word stands in the text by itself: ids may hold a hyphen or a slash.
fn stands_in_text(word: &str, text: &str) -> bool {
    let joined = |c: char| c.is_alphanumeric() || "_-/".contains(c);
    text.match_indices(word)
        .any(|(at, _)| !text[at + word.len()..].starts_with(joined) && !text[..at].ends_with(joined))
}

/// Whether the word stands in the code by itself, not inside a longer one.
fn stands_in(word: &str, code: &str) -> bool {
    let joined = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let open = word.ends_with(|c: char| !joined(c)) || !code[at + word.len()..].starts_with(joined);
        open && !code[..at].ends_with(joined)
    })
}

#[test]
fn no_file_is_longer_than_it_should_be() {
    let sources = sources();
    let long: Vec<_> = sources.iter().filter(|source| source.lines > 250).map(|source| &*source.path).collect();
    let excused: Vec<_> = LONG.iter().map(|(path, _)| *path).collect();
    assert_eq!(long, excused, "files with more than 250 lines before their tests, and those that have a reason");
}

#[test]
fn the_reader_of_paths_reads_them() {
    let source = |path: &str, code: &str| Source { path: path.to_owned(), code: code.to_owned(), lines: 1 };
    let names = |path: &str, code: &str| used(&source(path, code)).into_iter().collect::<Vec<_>>();
    assert_eq!(names("pledge.rs", "use crate::{book::{Book, Files}, cli};\n"), ["book", "cli"]);
    assert_eq!(names("pledge/when.rs", "use super::super::render::csv;"), ["render"]);
    assert_eq!(names("pledge.rs", "fn f() -> crate::gdp::Path {}"), ["gdp"]);
    assert_eq!(
        before_tests("#[cfg(test)]\nmod laws;\nf();\n#[cfg(test)]\nmod tests {\n"),
        "#[cfg(test)]\nmod laws;\nf();\n"
    );
    assert_eq!(without_examples("a(\"\nExamples:\nb \\\"c\\\" d\", e)"), "a(\", e)");
    assert!(stands_in_text("nato", "(\"nato\")") && !stands_in_text("nato", "nato-equipment"));
    assert!(stands_in("f64", "x: f64,") && !stands_in("f64", "leaf64") && stands_in("fs::", "use std::fs::File"));
}

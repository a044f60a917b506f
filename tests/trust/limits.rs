//! Each limit that the manual lists holds what it says, and what is beyond is told with a way out.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::process::{Command, Output};

use pledgebook::book::Book;
use pledgebook::gdp::feed::{Countries, Feed as Whole};
use pledgebook::question::{Query, ask};
use pledgebook::render::{FORMATS, Layout};
use pledgebook::stream::{Feed, Request, Stream};

use super::many::cases;
use super::program::{PROGRAM, Tree, can, lay, program, say, tests, told, write};
use super::served::Served;

/// The section of the manual that lists the limits.
const MANUAL: &str = include_str!("../../README.md");

/// A row of the manual, tried at the limit and beyond it.
struct Limit {
    /// The first cell of the row.
    what: &'static str,
    at: Try,
    beyond: Try,
    /// What is said beyond, and what to do.
    told: [&'static str; 2],
}

/// A file that is laid beside a book, by its name and text, and a line.
struct Try(Vec<(&'static str, String)>, String);

fn line(line: impl Into<String>) -> Try {
    Try(Vec::new(), line.into())
}

/// A scenario file of these lines.
fn feed(lines: &str, options: &str) -> Try {
    let text = format!("scenario,year,gdp_million\n{lines}");
    Try(vec![("paths.csv", text)], format!("amounts --gdp paths.csv --any-scale --years 2026 {options}"))
}

/// A book with a file more, or with more in one.
fn in_book(name: &'static str, text: impl Into<String>, words: &str) -> Try {
    Try(vec![(name, text.into())], format!("{words} --book book"))
}

/// So many records, each with its number.
fn records(count: usize, record: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "\n{}", record(number));
        text
    })
}

fn code(number: usize) -> String {
    let letter = |at: usize| char::from(b'B' + u8::try_from(at % 20).unwrap());
    format!("{}{}{}", letter(number / 400), letter(number / 20), letter(number))
}

fn commitments(count: usize, words: &str) -> Try {
    let record = |number: usize| {
        format!(
            "[[commitment]]\nid = \"c{number}\"\ntitle = \"C {number}\"\npledge = \"2% of GDP\"\nin = 2026\ndefinition = \"defence\"\n\
             announced = 2025-09-{:02}\nstrength = \"statement\"\nsource = \"speech\"",
            number % 28 + 1
        )
    };
    let text = format!("country = \"AAA\"\ncurrency = \"EUR\"\n{}", records(count, record));
    in_book("book/commitments/more.toml", text, words)
}

/// So many countries with spending, beside the one of the book that has none of that year.
fn countries(count: usize, words: &str) -> Try {
    let mut files = Vec::new();
    let mut rows = fs::read_to_string(tests("books/small/series/gdp.csv")).unwrap();
    for number in 0..count {
        let (code, row) = (code(number), |measure: &str, year: u16, value: u32| {
            format!("{},{measure},{year},{value},EUR million,1,outturn,Statistics,2025-06-30,yearbook,\n", code(number))
        });
        for year in [2023, 2024] {
            rows += &row("gdp,", year, 1000);
            rows += &row("spending,defence", year, 20);
        }
        let name: &'static str = Box::leak(format!("book/commitments/{code}.toml").into_boxed_str());
        files.push((name, format!("country = \"{code}\"\ncurrency = \"EUR\"\n")));
    }
    files.push(("book/series/gdp.csv", rows));
    let all: String = (0..count).fold(String::new(), |all, number| all + " --country " + &code(number));
    Try(files, format!("{words} --book book{all}"))
}

fn scenarios(count: usize) -> Try {
    let record = |number: usize| format!("[[scenario]]\nid = \"s{number}\"\ntitle = \"S {number}\"\nbase = \"latest\"");
    in_book("book/scenarios.toml", records(count, record), "chart scenarios -o a.svg")
}

fn nested(depth: usize) -> Try {
    let book = fs::read_to_string(tests("books/small/book.toml")).unwrap();
    in_book("book/book.toml", format!("{book}x = {}{}\n", "[".repeat(depth), "]".repeat(depth)), "check")
}

fn row_of_series(value: &str) -> Try {
    let rows = fs::read_to_string(tests("books/small/series/spending.csv")).unwrap();
    let row = format!("AAA,spending,defence,1950,{value},EUR million,1,outturn,Statistics,2025-06-30,yearbook,\n");
    in_book("book/series/spending.csv", rows + &row, "check")
}

fn group(id: &str) -> Try {
    let text = format!(
        "[[group]]\nid = \"{id}\"\ntitle = \"A group\"\nmembers = [{{ country = \"AAA\", since = 2000-01-01 }}]\n"
    );
    in_book("book/groups.toml", text, "check")
}

/// A group of the country and 255 others, with a file of commitments of so many bytes.
fn of_members(bytes: usize) -> Try {
    let others: Vec<String> = (0..255).map(code).collect();
    let since = |code: &String| format!("{{ country = \"{code}\", since = 2000-01-01 }}");
    let members: Vec<String> = std::iter::once(&"AAA".to_owned()).chain(&others).map(since).collect();
    let group = format!("[[group]]\nid = \"EVERY\"\ntitle = \"All\"\nmembers = [{}]\n", members.join(", "));
    let text = "country = \"EVERY\"\n#".to_owned();
    let filled = format!("{text}{}\n", "x".repeat(bytes - text.len() - 1));
    Try(vec![("book/groups.toml", group), ("book/commitments/all.toml", filled)], "check --book book".to_owned())
}

/// A file of so many bytes that holds nothing else.
fn sized(bytes: u64, words: &str) -> Try {
    Try(vec![("large.bin", format!("#{bytes}"))], words.to_owned())
}

const GRID: &str = "sensitivity lva-defence-2026 --format csv";
const PLEDGE: &str = "--pledge 1%_of_GDP --format csv";

#[rustfmt::skip]
fn limits() -> Vec<Limit> {
    let limit = |what, at, beyond, told| Limit { what, at, beyond, told };
    let names = |letters| feed(&format!("{},2026,45000\n", "a".repeat(letters)), "--pledge 1%_of_GDP --format xlsx -o a.xlsx");
    let many = |count: usize| feed(&records(count, |number| format!("s{number},2026,45000")), "--pledge 1%_of_GDP --format table");
    let header = |count: usize| Try(vec![("paths.csv", records(1, |_| (0..count).map(|at| format!("c{at}")).collect::<Vec<_>>().join(",")).trim().to_owned())], "amounts --gdp paths.csv".to_owned());
    let bad = |count: usize| feed(&records(count, |number| format!("s{number},2026,x")), "--skip-bad");
    vec![
        limit("years", line("amounts --years 1900-2200"), line("amounts --years 1899-2200"), ["the year 1899 is not between 1900 and 2200", "years from 1900 to 2200"]),
        limit("a number of a pledge", line("amounts --pledge 999999999999.999999_EUR --years 2026"), line("amounts --pledge 0.1234567_EUR --years 2026"), ["more than 12 digits before the point or 6 after it", "at most 6 digits"]),
        limit("a value of a series", row_of_series("999999999999999.999999999999"), row_of_series("1000000000000000"), ["more than 15 digits before the point or 12 after it", "a larger unit"]),
        limit("GDP of a scenario file", feed("a,2026,999999999999999.999999\n", PLEDGE), feed("a,2026,45000.1234567\n", PLEDGE), ["more than 15 digits before the point or 6 after it", "at most 6 digits"]),
        limit("a result", feed("a,2026,999999999999999.999999\n", PLEDGE), feed("a,2026,999999999999999.999999\n", "--pledge 999999999999.999999%_of_GDP"), ["too large to be kept exactly", "28 digits"]),
        limit("`--decimals`", line("gdp --decimals 6"), line("gdp --decimals 7"), ["7 is not in 0..=6", "--help"]),
        limit("the id of a group", group("ABCDEFGHIJKL"), group("ABCDEFGHIJKLM"), ["is not an id", "2 to 12 capital letters"]),
        limit("files of groups' commitments, once for each member", of_members(8 << 12), of_members((8 << 12) + 1), ["written out for each member, have more than 8 MiB", "several books"]),
        limit("brackets inside brackets in TOML", nested(80), nested(81), ["max recursion depth met", "close a bracket"]),
        limit("a file of a book", line("check"), Try(vec![("book/series/large.csv", "#268435457".to_owned())], "check --book book".to_owned()), ["it is larger than 256 MiB", "several files"]),
        limit("columns of a CSV file", header(100), header(101), ["the header has 101 columns, more than 100", "the header is"]),
        limit("a line of a scenario file", feed(&format!("{},2026,45000\n", "a".repeat((1 << 20) - 20)), PLEDGE), feed(&format!("{},2026,45000\n", "a".repeat(3 << 20)), PLEDGE), ["a line of it is longer than 1048576 bytes", "a line of its own"]),
        limit("wrong lines that `--skip-bad` lists", bad(20), bad(21), ["the first 20 are below", "write digits"]),
        limit("errors that are shown", commitments_of_nobody(50), commitments_of_nobody(51), ["and 1 more", "the only one is"]),
        limit("rows of a table in a terminal", many(5_000), many(5_001), ["more than 5000 rows are too many for a table in a terminal", "--format csv"]),
        limit("letters in a cell of a workbook", names(32_767), names(32_768), ["more letters than the 32767", "--format csv"]),
        limit("values of `--growth` or `--share`", line(format!("{GRID} --growth 0..0.999:0.001")), line(format!("{GRID} --growth 0..1:0.001")), ["more than 1000 values", "a larger step"]),
        limit("cases of `sensitivity`", line(format!("{GRID} --share 1..4:0.1 --growth=-1..1:0.1")), line(format!("{GRID} --share 1..4:0.01 --growth=-5..5:0.02")), ["more than 100000 values", "a larger step"]),
        limit("lines of a picture", scenarios(23), scenarios(24), ["24 lines can be told apart, not 25", "keep fewer"]),
        limit("countries in `league`", countries(60, "chart league --definition defence -o a.svg"), countries(61, "chart league --definition defence -o a.svg"), ["60 countries have room, not 61", "--country"]),
        limit("panels of `grid`", countries(36, "chart grid -o a.svg"), countries(37, "chart grid -o a.svg"), ["36 panels have room, not 37", "--country"]),
        limit("statements in `timeline`", commitments(59, "chart timeline -o a.svg"), commitments(60, "chart timeline -o a.svg"), ["60 statements have room, not 61", "--commitment"]),
        limit("`--size` of a picture", line("chart share --size 8000x8000 -o a.svg"), line("chart share --size 8001x8000 -o a.svg"), ["is not a size", "from 400x300 to 8000x8000"]),
        limit("a side of a PNG", line("chart share --size 4000x300 --scale 4 -o a.png"), line("chart share --size 4001x300 --scale 4 -o a.png"), ["is not a size", "16000 pixels a side"]),
        limit("a picture for `replay`", sized(100 << 20, "replay large.bin"), sized((100 << 20) + 1, "replay large.bin"), ["it has more than 100 MiB", "name an SVG or PNG"]),
        limit("an official file", Try(vec![("large.bin", "PK\u{3}\u{4}#16777216".to_owned())], "import nato large.bin".to_owned()), sized((256 << 20) + 1, "import worldbank large.bin"), ["it is larger than 256 MiB", "one publication"]),
        limit("an official workbook", Try(vec![("large.bin", "PK\u{3}\u{4}#16777216".to_owned())], "import nato large.bin".to_owned()), Try(vec![("large.bin", "PK\u{3}\u{4}#16777217".to_owned())], "import nato large.bin".to_owned()), ["it has more than 16777216 bytes", "a workbook of their own"]),
    ]
}

/// Commitments under definitions that are not in the book.
fn commitments_of_nobody(count: usize) -> Try {
    let Try(files, line) = commitments(count, "check");
    let wrong = |(name, text): (&'static str, String)| (name, text.replace("\"defence\"", "\"nobody\""));
    Try(files.into_iter().map(wrong).collect(), line)
}

/// What a line says in a folder with a small book and these files; `#N` at the end of a text is a file of so many bytes.
fn run(Try(files, line): &Try) -> Output {
    let here = tempfile::tempdir().unwrap();
    lay(&tests("books/small"), &here.path().join("book"));
    for (name, text) in files {
        let size = text.rsplit_once('#').and_then(|(start, size)| Some((start, size.parse::<u64>().ok()?)));
        match size {
            Some((start, size)) => {
                let mut file = File::create(here.path().join(name)).unwrap();
                file.write_all(start.as_bytes()).unwrap();
                file.set_len(size).unwrap();
            }
            None => write(here.path(), &Tree::from([((*name).to_owned(), text.clone().into_bytes())])),
        }
    }
    program(here.path(), line).env_remove("PLEDGEBOOK_BOOK").output().unwrap()
}

/// Limits at which something else is wrong, since nothing sound comes so near to them.
const ELSE_WRONG: [&str; 8] = [
    "brackets inside brackets in TOML",
    "columns of a CSV file",
    "wrong lines that `--skip-bad` lists",
    "errors that are shown",
    "a picture for `replay`",
    "an official file",
    "an official workbook",
    "a file of a book",
];

#[test]
fn what_is_at_a_limit_works_and_what_is_beyond_is_told_with_a_way_out() {
    for Limit { what, at, beyond, told: [error, help] } in limits() {
        let (at, beyond) = (run(&at), run(&beyond));
        let (before, after) = (told(&at), told(&beyond));
        assert!(at.status.success() || ELSE_WRONG.contains(&what), "{what}: {before}");
        assert!(!before.contains(error), "{what}: {before}");
        assert!(matches!(beyond.status.code(), Some(1 | 2)), "{what}: {after}");
        assert!(after.contains(error) && after.contains(help), "{what}: {after}");
    }
}

#[test]
fn a_request_that_is_too_long_is_refused() {
    let here = tempfile::tempdir().unwrap();
    lay(&tests("books/small"), &here.path().join("book"));
    let served = Served::by(program(here.path(), "serve --port 0"));
    let [at, beyond] = [60_000, 70_000].map(|letters| served.ask(&format!("/?x={}", "a".repeat(letters))));
    assert!(!at.starts_with("HTTP/1.1 413"), "{at:.200}");
    assert!(beyond.starts_with("HTTP/1.1 413") && beyond.contains("longer than 64 KiB"), "{beyond:.200}");
}

/// The limits of `serve`: of a request above, of a crowd where the explorer is tested.
const OF_PAGES: [&str; 2] = ["a request to `serve`", "pages of `serve` that are waited for"];

/// The limits that are tried, as the manual has them.
#[test]
fn the_manual_lists_the_limits_that_are_tried() {
    let section = MANUAL.split("\n## Limits\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|row| row.strip_prefix("| ")).skip(2);
    let listed: Vec<&str> = rows.filter_map(|row| row.split(" | ").next()).collect();
    let tried = limits();
    let tried: Vec<&str> = tried.iter().map(|limit| limit.what).chain(OF_PAGES).collect();
    assert_eq!(listed, tried);
}

/// Room in kilobytes for the program alone, half as much again if verdicts on 7 000 scenarios were kept.
const ROOM: usize = 110_000;

#[test]
fn a_long_scenario_file_takes_no_more_address_space() {
    if !cfg!(target_os = "linux") || !can("sh -c true") {
        return say("skipped: a limit of the address space needs Linux and `sh`");
    }
    let here = tempfile::tempdir().unwrap();
    let mut text = String::from("scenario,year,gdp_million\n");
    for number in 0..7_000 * cases(1) {
        let _ = writeln!(text, "s{number:09},2026,{}.{}", 40_000 + number * 7919 % 9001, number % 10);
        let _ = writeln!(text, "s{number:09},2027,45000");
    }
    fs::write(here.path().join("long.csv"), text).unwrap();
    for line in
        ["amounts --gdp -", "amounts --summary --gdp long.csv", "amounts --compare latest --gdp -", "verdicts --gdp -"]
    {
        let line = format!("{line} --commitment lva-defence-2026 --format csv -o out.csv");
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {ROOM}; exec {PROGRAM} {line} < long.csv")]);
        let output = shell.env_remove("PLEDGEBOOK_BOOK").current_dir(here.path()).output().unwrap();
        assert!(output.status.success(), "{line}: {}", told(&output));
    }
}

/// Verdicts on a file that is read in blocks are those on the whole file in memory; a commitment without a figure stands once, where its
/// country first comes.
#[test]
fn verdicts_in_blocks_are_those_of_the_whole_file() {
    let book = Book::embedded().unwrap();
    let mut text = String::from("scenario,year,gdp_million,country\n");
    for number in 0..20 {
        let countries: &[&str] = if number < 7 { &["LVA"] } else { &["EST", "LVA", "BEL"] };
        for (country, year) in countries.iter().flat_map(|country| (2024..2027).map(move |year| (country, year))) {
            let _ = writeln!(text, "s{number},{year},{},{country}", 40_000 + number * 100);
        }
    }
    let (query, countries) = (Query::new(&book, book.today()), Countries::of(&book, &[]));
    let whole = Whole::read("f.csv", text.clone().into_bytes(), countries).unwrap();
    let expected = ask("verdicts", &Query { feed: Some(whole), ..query.clone() }).unwrap();
    let query = Query { feed: Some(Whole::elsewhere()), ..query };
    let above = ask("verdicts", &query).unwrap();
    for (format, rows) in FORMATS.iter().filter_map(|format| Some((format, format.rows()?))) {
        let mut all = Vec::new();
        format.render(&expected, &Layout::default(), &mut all).unwrap();
        for block in [1, 100, 1 << 15] {
            let request = Request { block, ..Request::verdicts(countries) };
            let stream = Stream::open(Feed { name: "f.csv", reader: text.as_bytes() }, &request).unwrap();
            let mut out = Vec::new();
            stream.write_rows((&query, &above), rows, &mut out, &mut |_| ()).unwrap();
            assert!(out == all, "{} in blocks of {block}", format.name);
        }
    }
}

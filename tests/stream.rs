//! The stream writes the bytes that the evaluator in memory gives, on any book, any file and blocks of any size.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use pledgebook::book::{Book, Commitment};
use pledgebook::error::Kind;
use pledgebook::gdp::feed::{Countries, Feed as Whole};
use pledgebook::pledge::{Pledge, When};
use pledgebook::quantity::{Decimal, Ratio, Year, add, round, subtract};
use pledgebook::question::{Query, ask, asked, summary};
use pledgebook::render::{FORMATS, Format, LOCALES, Layout, RenderError};
use pledgebook::stream::{Feed, Report, Request, Stop, Stream, summarize};
use pledgebook::table::Table;
use pledgebook::{Error, Errors};
use proptest::prelude::*;

/// A scenario file in parts: how it is written, and what it says.
#[derive(Debug, Clone)]
struct File {
    style: Style,
    scenarios: Vec<(String, Vec<Line>)>,
}

/// How a file is written.
#[derive(Debug, Clone)]
struct Style {
    columns: Vec<&'static str>,
    end: &'static str,
    mark: bool,
    last_end: bool,
}

/// A line: a country and a year, each at most once in a scenario, and how its cells are written.
#[derive(Debug, Clone)]
struct Line {
    country: &'static str,
    year: u16,
    gdp: String,
    quoted: [bool; 3],
    blanks: usize,
}

impl File {
    /// The same in the currency of each country, so that no line is wrong.
    fn sound(mut self) -> Self {
        let names = self.style.columns.iter_mut().filter(|name| name.starts_with("gdp"));
        names.for_each(|name| *name = "gdp_million");
        self
    }

    fn text(&self) -> String {
        let Style { columns, end, mark, last_end } = &self.style;
        let mut text = if *mark { "\u{feff}".to_owned() } else { String::new() } + &columns.join(",") + end;
        for (name, lines) in &self.scenarios {
            for line in lines {
                text += &end.repeat(line.blanks);
                let quote = |cell: &str, quoted: bool| {
                    let needs = cell.contains([',', '"', '\n', '\r']);
                    if quoted || needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
                };
                let cells = columns.iter().map(|column| match *column {
                    "scenario" => quote(name, line.quoted[0]),
                    "year" => quote(&line.year.to_string(), line.quoted[1]),
                    "country" => line.country.to_owned(),
                    _ => quote(&line.gdp, line.quoted[2]),
                });
                text += &cells.collect::<Vec<_>>().join(",");
                text += end;
            }
        }
        if !last_end {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        text
    }
}

fn styles() -> impl Strategy<Value = Style> {
    let gdp =
        prop::sample::select(vec!["gdp_million", "gdp_million", "gdp_million", "gdp_eur_million", "gdp_sek_million"]);
    let columns = gdp.prop_flat_map(|gdp| Just(vec!["scenario", "year", gdp, "country"]).prop_shuffle());
    (columns, prop::bool::ANY, prop::sample::select(vec!["\n", "\n", "\r\n"]), prop::bool::ANY, prop::bool::ANY)
        .prop_map(|(mut columns, countries, end, mark, last_end)| {
            columns.retain(|column| countries || *column != "country");
            Style { columns, end, mark, last_end }
        })
}

fn gdp() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[1-9][0-9]{3,4}\\.[0-9]{1,3}",
        2 => "[1-9][0-9]{0,14}(\\.[0-9]{1,6})?",
        1 => "0\\.0{0,4}[1-9]",
        1 => "0{1,3}[1-9][0-9]{0,5}\\.[0-9]0{0,5}",
        1 => "9{11,15}\\.9{6}",
    ]
}

fn names() -> impl Strategy<Value = String> {
    let tame = "[a-z]{1,3}[0-9]{0,3}";
    prop_oneof![8 => tame, 1 => "'?'?[=+@-][a-z ]{0,3}", 1 => "[a-c]{1,2}[,\" '\n][a-c]", 1 => "[āžß€]{1,3} ?"]
}

/// Files of which a part has nothing that a plain line does not have.
fn files() -> impl Strategy<Value = File> {
    let flags = prop_oneof![9 => Just([false; 3]), 1 => prop::array::uniform3(prop::bool::ANY)];
    let line = (gdp(), flags, prop_oneof![12 => Just(0usize), 1 => 1..3usize]);
    let years = prop::collection::btree_set((prop::sample::select(vec!["AAA", "BBB", "ZZZ"]), 2020..2036u16), 1..12);
    let scenario = (names(), years.prop_map(|years| years.into_iter().collect::<Vec<_>>()).prop_shuffle());
    let scenarios = prop::collection::vec((scenario, prop::collection::vec(line, 12)), 0..12);
    (styles(), scenarios).prop_map(|(style, scenarios)| {
        let countries = style.columns.contains(&"country");
        let mut known = std::collections::BTreeSet::new();
        let scenarios = scenarios.into_iter().filter_map(|((name, years), lines)| {
            // a guard reads back as what it guards
            let bare = name.strip_prefix('\'').unwrap_or(&name).trim_start_matches('\'').to_owned();
            if name.trim().is_empty() || !known.insert(bare) {
                return None;
            }
            let mut given = std::collections::BTreeSet::new();
            let lines = years.into_iter().zip(lines).filter(|((country, year), _)| {
                let country = if countries { *country } else { "AAA" };
                given.insert((country, *year))
            });
            let line = |((country, year), (gdp, quoted, blanks))| Line { country, year, gdp, quoted, blanks };
            Some((name, lines.map(line).collect()))
        });
        File { style, scenarios: scenarios.collect() }
    })
}

/// A pledge and its years, as a book has them.
fn commitments() -> impl Strategy<Value = Vec<(String, String)>> {
    let qualifier = prop::sample::select(vec!["", "at least ", "more than ", "at most ", "less than ", "about "]);
    let number =
        prop_oneof![4 => "[1-9](\\.[0-9]{1,2})?", 1 => "0\\.[0-9]{0,5}[1-9]", 1 => "[1-9][0-9]{0,11}(\\.[0-9]{6})?"];
    let unit = prop::sample::select(vec![
        "% of GDP",
        "% of GDP",
        "% of GDP",
        " million EUR",
        " EUR",
        " billion EUR",
        " million USD",
        "% of defence spending",
        "% of GNI",
        "% of GDP of 2024",
        "% of GDP of 2026",
        "% more than in 2024",
        "% less than in 2024",
        "% that of 2023",
        " times that of 2024",
        " pp more than in 2024",
        " pp less than in 2026",
        " million EUR more than in 2024",
    ]);
    let years = 2020..2036u16;
    let when = prop_oneof![
        4 => (years.clone(), 0..6u16).prop_map(|(first, more)| format!("in = \"{first}-{}\"", first + more)),
        2 => years.clone().prop_map(|year| format!("in = {year}")),
        2 => years.clone().prop_map(|year| format!("in = \"{year}-\"")),
        2 => (years.clone(), 0..4u16).prop_map(|(first, more)| format!("since = {first}\nuntil = {}", first + more)),
        1 => years.prop_map(|year| format!("by = {year}")),
    ];
    let pledge = (qualifier, number, unit).prop_map(|(qualifier, number, unit)| format!("{qualifier}{number}{unit}"));
    let own = (pledge, when).prop_filter("none is for the year that it is set against", |own| !is_against_itself(own));
    prop::collection::vec(own, 1..6)
}

fn is_against_itself((pledge, when): &(String, String)) -> bool {
    let Some(against) = pledge.parse::<Pledge>().unwrap().relative_to().map(Year::number) else { return false };
    let years: Vec<u16> = when.split(|c: char| !c.is_ascii_digit()).filter_map(|year| year.parse().ok()).collect();
    let last = if when.ends_with("-\"") { u16::MAX } else { years[years.len() - 1] };
    (years[0]..=last).contains(&against)
}

/// A book in a folder: AAA counts in euros, BBB in kronor, ZZZ has pledged nothing.
fn write_book(folder: &Path, pledges: &[(String, String)]) -> Book {
    let files = [
        ("book.toml", "title = \"T\"\ncountry = \"AAA\"\npublishers = [\"P\"]\n".to_owned()),
        ("definitions.toml", "[[definition]]\nid = \"d\"\nfamily = \"f\"\ntitle = \"D\"\n".to_owned()),
        (
            "sources.toml",
            "[[source]]\nid = \"s\"\ntitle = \"S\"\npublisher = \"P\"\npublished = 2019-01-01\n".to_owned(),
        ),
        ("scenarios.toml", String::new()),
        (
            "series/gdp.csv",
            "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n\
            AAA,gdp,,2024,1000,EUR million,1,outturn,P,2019-02-01,s,\n\
            AAA,gni,,2024,1100,EUR million,1,outturn,P,2019-02-01,s,\n\
            AAA,exchange-rate,,2024,1.08,USD per EUR,0.01,outturn,P,2019-02-01,s,\n\
            AAA,spending,d,2024,20.5,EUR million,0.1,outturn,P,2019-02-01,s,\n\
            AAA,spending,d,2026,30,EUR million,1,plan,P,2019-02-01,s,\n"
                .to_owned(),
        ),
        ("commitments/aaa.toml", records("AAA", "EUR", pledges)),
        ("commitments/bbb.toml", records("BBB", "SEK", &pledges[pledges.len() / 2..])),
        ("commitments/zzz.toml", records("ZZZ", "EUR", &[])),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    Book::read(folder).unwrap()
}

fn records(country: &str, currency: &str, pledges: &[(String, String)]) -> String {
    let mut text = format!("country = \"{country}\"\ncurrency = \"{currency}\"\n");
    for (index, (pledge, when)) in pledges.iter().enumerate() {
        let id = format!("{}-{index}", country.to_lowercase());
        let mean =
            if pledge.contains("% of G") && when.starts_with("since") && index % 2 == 0 { "mean = true\n" } else { "" };
        let tolerance = if pledge.starts_with("about") && pledge.ends_with("GDP") && index % 2 == 0 {
            "tolerance = \"7 pp\"\ntolerance_reason = \"a test\"\n"
        } else {
            ""
        };
        write!(
            text,
            "[[commitment]]\nid = \"{id}\"\ntitle = \"C\"\npledge = \"{pledge}\"\n{when}\ndefinition = \"d\"\n\
             announced = 2019-01-01\nstrength = \"law\"\nsource = \"s\"\n{mean}{tolerance}"
        )
        .unwrap();
    }
    text
}

/// The answer of the evaluator in memory.
fn in_memory(query: &Query<'_>, text: &[u8]) -> Result<Table, Errors> {
    let feed = Whole::read("f.csv", text.to_vec(), Countries::of(query.book, &[]))?;
    ask("amounts", &Query { feed: Some(feed), ..query.clone() })
}

/// What a format makes of an answer.
fn rendered(table: &Table, format: &Format, decimals: u32) -> Result<String, Errors> {
    let mut out = Vec::new();
    match format.render(table, &Layout { decimals, ..Layout::default() }, &mut out) {
        Ok(()) => Ok(String::from_utf8(out).unwrap()),
        Err(RenderError::Value(error)) => Err(error.into()),
        Err(RenderError::Write(error)) => panic!("{error}"),
    }
}

fn csv() -> &'static Format {
    Format::named("csv").unwrap()
}

/// How a stream is read: decimals, bytes of a block, workers, whether bad lines are skipped.
#[derive(Debug, Clone, Copy)]
struct Shape {
    decimals: u32,
    block: usize,
    workers: usize,
    skip_bad: bool,
}

/// Does something with the stream of a file, below the answer of the book's own scenarios.
fn with_stream<T>(
    query: &Query<'_>,
    text: &[u8],
    shape: Shape,
    work: impl FnOnce(Stream<'_, &[u8]>, &Query<'_>, Table) -> Result<T, Stop>,
) -> Result<T, Error> {
    let query = Query { feed: Some(Whole::elsewhere()), ..query.clone() };
    let (pledges, above) = (asked(&query).unwrap(), ask("amounts", &query).unwrap());
    let Shape { decimals, block, workers, skip_bad } = shape;
    let countries = Countries::of(query.book, &[]);
    let request =
        Request { years: query.years, decimals, skip_bad, block, workers, ..Request::new(&pledges, countries) };
    let stream = Stream::open(Feed { name: "f.csv", reader: text }, &request)?;
    work(stream, &query, above).map_err(|stop| match stop {
        Stop::Error(error) => error,
        Stop::Write(error) => panic!("{error}"),
    })
}

/// What the stream writes.
fn streamed(query: &Query<'_>, text: &[u8], format: &Format, shape: Shape) -> Result<(String, Report), Error> {
    with_stream(query, text, shape, |stream, query, above| {
        let mut out = Vec::new();
        let report = stream.write_rows((query, &above), format.rows().unwrap(), &mut out, &mut |_| ())?;
        Ok((String::from_utf8(out).unwrap(), report))
    })
}

/// The answer whose rows the stream reads, if there are not more than a limit.
fn read(query: &Query<'_>, text: &[u8], shape: Shape, limit: usize) -> Result<(Table, Report), Error> {
    with_stream(query, text, shape, |stream, query, mut above| {
        let room = limit.saturating_sub(above.rows.len());
        let report = stream.read_rows(query, &mut above, (room, too_many(limit)), &mut |_| ())?;
        Ok((above, report))
    })
}

fn too_many(limit: usize) -> Error {
    Error::new(Kind::TooManyRows { limit, what: String::new() })
}

fn shapes() -> impl Strategy<Value = Shape> {
    let block = prop_oneof![1..40usize, 40..400usize, Just(1usize << 16)];
    (0..=6u32, block, 1..4usize).prop_map(|(decimals, block, workers)| Shape {
        decimals,
        block,
        workers,
        skip_bad: false,
    })
}

/// The formats that take rows.
fn formats() -> impl Strategy<Value = Format> {
    let of_locales = LOCALES.iter().map(Format::csv_for);
    let plain = FORMATS.iter().copied().filter(|format| format.rows().is_some());
    prop::sample::select(plain.chain(of_locales.take(2)).collect::<Vec<_>>())
}

/// Which part of the book is asked about.
fn parts<'b>(book: &'b Book, part: u8) -> Query<'b> {
    let mut query = Query::new(book, book.latest_date().unwrap());
    let said = |(id, text): (&str, &str)| {
        let whose = (book.country, book.currency(book.country).unwrap());
        let words = (text.parse().unwrap(), None);
        Commitment::said(id.to_owned(), whose, None, words, &book.commitments[0].origin)
    };
    match part {
        0 => query.years = Some("2024-2029".parse().unwrap()),
        1 => query.countries = Some(vec!["BBB".parse().unwrap()]),
        2 => {
            query.said = [("p-1", "about 5% of GDP"), ("p-2", "7.2 million EUR"), ("p-3", "at most 20 USD")]
                .map(said)
                .to_vec()
                .leak();
        }
        3 => query.scenarios = vec!["latest".to_owned()],
        4 => query.commitments = vec![book.commitments[0].id.clone()],
        5 => query.compare = Some("latest".to_owned()),
        _ => {}
    }
    query
}

/// The first finding alone, which is where a stream stops.
fn first(errors: &Errors) -> Error {
    errors.iter().next().unwrap().clone()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(160) })]

    #[test]
    fn the_stream_equals_the_evaluator_in_every_format_that_takes_rows(
        pledges in commitments(), file in files(), format in formats(), shape in shapes(), part in 0..8u8,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let book = write_book(folder.path(), &pledges);
        let (query, text) = (parts(&book, part), file.text());
        let table = in_memory(&query, text.as_bytes());
        let expected = table.and_then(|table| rendered(&table, &format, shape.decimals)).map_err(|errors| first(&errors));
        let came = streamed(&query, text.as_bytes(), &format, shape).map(|(out, _)| out);
        prop_assert_eq!(came, expected, "{}", text);
    }

    #[test]
    fn rows_that_are_kept_are_those_of_the_evaluator_up_to_the_limit(
        pledges in commitments(), file in files(), shape in shapes(), part in 0..8u8, limit in 0..200usize,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let book = write_book(folder.path(), &pledges);
        let (query, text) = (parts(&book, part), file.text());
        let expected = in_memory(&query, text.as_bytes()).map_err(|errors| first(&errors));
        prop_assert_eq!(read(&query, text.as_bytes(), shape, usize::MAX).map(|(table, _)| table), expected.clone(), "{}", text);
        if let Ok(table) = expected {
            let above = ask("amounts", &Query { feed: Some(Whole::elsewhere()), ..query.clone() }).unwrap().rows.len();
            let came = read(&query, text.as_bytes(), shape, limit).map(|(table, _)| table.rows.len());
            match came {
                Ok(count) => prop_assert!(count == table.rows.len() && count <= limit.max(above)),
                Err(error) => prop_assert!(table.rows.len() > limit && error.kind() == too_many(limit).kind()),
            }
        }
    }

    #[test]
    fn a_fault_is_told_as_the_evaluator_tells_it(
        file in files(), at in any::<prop::sample::Index>(), fault in 0..10usize, shape in shapes(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let book = write_book(folder.path(), &[("2% of GDP".to_owned(), "in = \"2020-2035\"".to_owned())]);
        let query = parts(&book, 9);
        let text = file.sound().text();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let at = 1 + at.index(lines.len());
        let bad: &[u8] = [
            &b"x,2x26,1,AAA"[..], b"x,2026,1e5", b"x,2026", b"x,2026,5,AAA,more", b"\xff,2026,1", b"a\0b,2026,1", b"  ",
            b"\"x,2026,1", b",2026,1,AAA", b"x,2026,1,AAB",
        ][fault];
        let head = lines[..at.min(lines.len())].concat();
        let tail = lines.get(at..).map(<[&str]>::concat).unwrap_or_default();
        let broken = [head.as_bytes(), bad, b"\n", tail.as_bytes()].concat();
        let expected = in_memory(&query, &broken);
        let came = streamed(&query, &broken, csv(), shape);
        match (expected, came) {
            (Ok(table), Ok((came, _))) => prop_assert_eq!(came, rendered(&table, csv(), shape.decimals).unwrap()),
            (Err(expected), Err(came)) if expected.iter().count() == 1 => prop_assert_eq!(came, first(&expected)),
            (Err(_), Err(_)) => {}
            (expected, came) => prop_assert!(false, "{:?} {:?}", expected, came),
        }
    }

    #[test]
    fn what_is_skipped_does_not_depend_on_blocks(
        file in files(), faults in prop::collection::vec((any::<prop::sample::Index>(), 0..11usize), 1..6), shape in shapes(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let pledges = [("2% of GDP".to_owned(), "in = \"2020-2035\"".to_owned()), ("1% of GDP".to_owned(), "since = 2020\nuntil = 2021".to_owned())];
        let book = write_book(folder.path(), &pledges);
        let query = parts(&book, 9);
        let text = file.text();
        let mut lines: Vec<Vec<u8>> = text.split_inclusive('\n').map(|line| line.as_bytes().to_vec()).collect();
        for (at, fault) in faults {
            let at = 1 + at.index(lines.len());
            let again = lines.get(1).cloned().unwrap_or_default();
            let bad: [&[u8]; 11] = [
                b"x,2x26,1,AAA\n", b"x,2026,1e5\n", b"x,2026\n", b"x,2026,5,AAA,more\n", b"\xff,2026,1\n", b"a\0b,2026,1\n",
                b"2026,x,1,AAA\n", &again, b",2026,1,AAA\n", b"AAA,2026,1,x\n", b"x,2026,1,QQQ\n",
            ];
            lines.insert(at.min(lines.len()), bad[fault].to_vec());
        }
        let broken = lines.concat();
        let shape = Shape { decimals: 2, skip_bad: true, ..shape };
        let whole = streamed(&query, &broken, csv(), Shape { block: 1 << 20, workers: 1, ..shape });
        let parted = streamed(&query, &broken, csv(), shape);
        prop_assert_eq!(&parted, &whole);
        if let Ok((out, report)) = whole {
            let (table, again) = read(&query, &broken, shape, usize::MAX).unwrap();
            prop_assert_eq!((again.bad, &again.errors), (report.bad, &report.errors));
            prop_assert_eq!(rendered(&table, csv(), 2).unwrap(), out);
        }
    }

    #[test]
    fn a_summary_is_what_sorting_gives(
        pledges in commitments(), file in files(), shape in shapes(), part in prop::sample::select(vec![0u8, 1, 2, 4, 6]), room in 0..40u64,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let book = write_book(folder.path(), &pledges);
        let (query, text) = (parts(&book, part), file.text());
        let Shape { decimals, block, workers, .. } = shape;
        let Ok(rows) = in_memory(&query, text.as_bytes()) else { return Ok(()) };
        let rows = rendered(&rows, csv(), decimals).unwrap();
        let fed = Query { feed: Some(Whole::elsewhere()), ..query.clone() };
        let asked = asked(&fed).unwrap();
        let request = Request { years: query.years, decimals, block, workers, ..Request::new(&asked, Countries::of(&book, &[])) };
        let spreads = summarize("f.csv", || Ok(text.as_bytes()), &request, room, &mut |_| ()).unwrap().0;
        let Ok(table) = summary(&fed, &asked, &spreads, decimals) else { return Ok(()) };
        let came = rendered(&table, csv(), decimals).unwrap();
        prop_assert_eq!(came, sorted(rows.as_bytes(), &sums(&book), decimals), "{}", text);
    }
}

/// The commitments that are counted over years together.
fn sums(book: &Book) -> Vec<String> {
    let is_sum = |when: Option<When>| matches!(when, Some(When::Sum(_) | When::Mean(_)));
    book.commitments
        .iter()
        .filter(|commitment| is_sum(commitment.when))
        .map(|commitment| commitment.id.clone())
        .collect()
}

/// The summary of rows by putting all of them in order.
fn sorted(rows: &[u8], sums: &[String], decimals: u32) -> String {
    let mut groups: Vec<(Vec<String>, Vec<csv::StringRecord>)> = Vec::new();
    for row in
        csv::Reader::from_reader(rows).records().map(Result::unwrap).filter(|row| !sums.contains(&row[2].to_owned()))
    {
        let key: Vec<String> = [1, 2, 3, 4, 5].map(|at| row[at].to_owned()).into();
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((key, vec![row])),
        }
    }
    let order = |id: &str| (id[..1].to_owned(), id.rsplit_once('-').unwrap().1.parse::<u32>().unwrap());
    groups.sort_by_key(|(key, _)| (key[0].clone(), order(&key[1]), key[2].clone()));
    let mut out = "country,commitment,year,pledge,currency,count,min_million,p5_million,p25_million,median_million,\
                   p75_million,p95_million,max_million,mean_million\n"
        .to_owned();
    for (key, rows) in groups {
        let mut amounts: Vec<Decimal> = rows.iter().filter_map(|row| row[9].parse().ok()).collect();
        amounts.sort();
        let n = amounts.len();
        let at = |percent: usize| amounts.get((percent * n).div_ceil(100).max(1) - 1).map(ToString::to_string);
        let cells = [0, 5, 25, 50, 75, 95, 100].map(|percent| at(percent).unwrap_or_default());
        let mean = if n > 0 { mean(&rows, &amounts, decimals) } else { String::new() };
        writeln!(out, "{},{},{},{mean}", key.join(","), rows.len(), cells.join(",")).unwrap();
    }
    out
}

/// The mean of amounts that are shares of GDP; all others are the same.
fn mean(rows: &[csv::StringRecord], amounts: &[Decimal], decimals: u32) -> String {
    let is_in_points = rows[0][4].contains(" pp ");
    if !is_in_points && !rows[0][4].ends_with("% of GDP") {
        return round(amounts[0], decimals).unwrap().to_string();
    }
    let gdp = rows.iter().map(|row| row[6].parse::<Decimal>().unwrap());
    let sum = gdp.reduce(|a, b| add(a, b).unwrap()).unwrap();
    // points are on top of, or taken off, the 2.05% of 2024
    let share: Decimal = if is_in_points {
        let points = rows[0][4].split(" pp ").next().unwrap().rsplit(' ').next().unwrap().parse().unwrap();
        let of_2024 = Decimal::new(205, 2);
        if rows[0][4].contains(" more ") { add(of_2024, points).unwrap() } else { subtract(of_2024, points).unwrap() }
    } else {
        rows[0][7].parse().unwrap()
    };
    // a product of the sum may need more digits than a decimal has
    let mean = Ratio::from(sum).times(share).unwrap().over(Decimal::from(100 * rows.len())).unwrap();
    mean.round(decimals).unwrap().to_string()
}

#[test]
fn a_line_that_never_ends_is_refused_where_it_starts() {
    let book = Book::embedded().unwrap();
    let query = Query { feed: Some(Whole::elsewhere()), ..Query::new(&book, book.today()) };
    let (pledges, above) = (asked(&query).unwrap(), ask("amounts", &query).unwrap());
    let request = Request::new(&pledges, Countries::of(&book, &[]));
    let columns = "scenario,year,gdp_million\nmine,2026,40000\n";
    for (line, start, more) in [
        (1, "scenario,".to_owned(), b'a'),
        (2, "\n\"scenario\",".to_owned(), b'a'),
        (3, format!("{columns}s"), b'a'),
        (3, format!("{columns}\"s"), b'a'),
        (3, format!("{columns}\"s"), b'\n'),
    ] {
        let reader = start.as_bytes().chain(std::io::repeat(more));
        let stream = Stream::open(Feed { name: "long.csv", reader }, &request).map_err(Stop::Error);
        let write = |stream: Stream<'_, _>| {
            stream.write_rows((&query, &above), csv().rows().unwrap(), &mut Vec::new(), &mut |_| {})
        };
        let stop = stream.and_then(write).unwrap_err();
        let Stop::Error(error) = stop else { panic!("{stop}") };
        assert_eq!(error.place().map(|place| place.line), Some(line), "{error}");
        assert!(error.to_string().contains("longer than 1048576 bytes"), "{error}");
    }
}

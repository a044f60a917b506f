//! Scenario files that are streamed: the same answer whatever the blocks, and quantiles as sorting finds them.

use pledgebook::book::Book;
use pledgebook::error::{Error, Kind};
use pledgebook::gdp::feed::{Countries, Feed as Whole};
use pledgebook::quantity::Decimal;
use pledgebook::question::{Query, Spread, ask, asked};
use pledgebook::render::{FORMATS, Format, Layout};
use pledgebook::stream::{Feed, Report, Request, Stop, Stream, summarize};

use super::tables::ALLIES;

/// Sound files, small enough for a block border at every byte: columns in any order, quotes, blank lines, a byte order mark, names
/// that begin alike and years in disorder.
const FILES: [&str; 6] = [
    "scenario,year,gdp_million\na,2026,5000\na,2027,5100.5\nab,2027,123456789\nab,2026,0.000001\nb,2026,7\n",
    "\u{feff}scenario,year,gdp_million\r\na,2026,5000\r\n\r\nb,2027,5100.5\r\nb,2026,12345678.123456",
    "\n\ngdp_million,scenario,year\n\n5000,\"a, \"\"b\"\"\",2026\n5100,\"a, \"\"b\"\"\",2027\n7,c,2026\n\n8,\"d\ne\",2026\n9,f,2026",
    "year,country,scenario,gdp_million\n2026,BBB,a,5000\n2026,AAA,a,5000\n2027,BBB,a,6000\n2026,AAA,b,7000\n2026,BBB,c,1\n",
    "scenario,year,gdp_million\na long name of 17,2026,5\na long name of 17,2027,5\na long name of 17 and 2,2026,6\n'=s,2026,7\nā,2026,8\n",
    "scenario,year,gdp_million\n",
];

/// The same with a fault each: a scenario that comes back, a year twice, what is no number, no year, no text, too many cells.
const FAULTY: [&[u8]; 7] = [
    b"scenario,year,gdp_million\na,2026,5000\nb,2026,5\nc,2026,6\na,2027,7\nd,2026,8\n",
    b"scenario,year,gdp_million\na,2026,5000\nb,2026,5\nb,2027,6\nb,2026,7\nd,2026,8\n",
    b"scenario,year,gdp_million\na,2026,5000\n\nb,2026,5e3\nc,2026,6\n",
    b"scenario,year,gdp_million\r\na,2026,5000\r\nb,20a6,5\r\nc,2026,6\r\n",
    b"scenario,year,gdp_million\na,2026,5000\nb,2026,6\n\"c\",\xff,5\n\"d\",2026,6\n",
    b"scenario,year,gdp_million\na,2026,5000\n\"b\n\",2026,5,6\nc,2026,6\n",
    b"scenario,year,gdp_million\na,2026,5000\nb,2026,1234567890123456\nc,2026,6\n",
];

/// How a file is read: bytes of a block, workers, whether bad lines are skipped.
type Shape = (usize, usize, bool);

fn fed(book: &Book) -> Query<'_> {
    Query { feed: Some(Whole::default()), ..Query::new(book, book.latest_date().unwrap()) }
}

fn csv() -> &'static Format {
    Format::named("csv").unwrap()
}

fn streamed(text: &[u8], format: &Format, (block, workers, skip_bad): Shape) -> Result<(String, Report), Error> {
    let (query, mut out) = (fed(&ALLIES), Vec::new());
    let (pledges, above) = (asked(&query).unwrap(), ask("amounts", &query).unwrap());
    let request = Request { block, workers, skip_bad, ..Request::new(&pledges, Countries::of(&ALLIES, &[])) };
    let stream = Stream::open(Feed { name: "f.csv", reader: text }, &request)?;
    match stream.write_rows((&query, &above), format.rows().unwrap(), &mut out, &mut |_| ()) {
        Ok(report) => Ok((String::from_utf8(out).unwrap(), report)),
        Err(Stop::Write(error)) => panic!("{error}"),
        Err(Stop::Error(error)) => {
            assert_eq!(Stop::Error(error.clone()).to_string(), error.to_string());
            Err(error)
        }
    }
}

/// The answer of the whole file in memory, or the first thing that is wrong with it.
fn in_memory(text: &[u8], format: &Format) -> Result<String, Error> {
    let feed = Whole::read("f.csv", text.to_vec(), Countries::of(&ALLIES, &[]));
    let query = feed.map(|feed| Query { feed: Some(feed), ..fed(&ALLIES) });
    let table =
        query.and_then(|query| ask("amounts", &query)).map_err(|errors| errors.iter().next().unwrap().clone())?;
    let mut out = Vec::new();
    format.render(&table, &Layout::default(), &mut out).unwrap();
    Ok(String::from_utf8(out).unwrap())
}

#[test]
fn a_block_border_at_any_byte_changes_no_byte_and_no_count() {
    let above = in_memory(FILES[5].as_bytes(), csv()).unwrap().len();
    for text in FILES {
        let expected = in_memory(text.as_bytes(), csv()).unwrap();
        let body = text.len() - text.find("million").map_or(0, |at| at + text[at..].find('\n').unwrap() + 1);
        let lines = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes()).records().count();
        for block in 1..=text.len() + 1 {
            let (out, report) = streamed(text.as_bytes(), csv(), (block, 1 + block % 3, false)).unwrap();
            assert_eq!(out, expected, "{text} in blocks of {block}");
            assert_eq!(report.written, (out.len() - above) as u64);
            assert_eq!((report.progress.lines, report.bad), (lines as u64, 0));
            assert!(report.progress.bytes.abs_diff(body as u64) <= 32, "{} of {body}", report.progress.bytes);
        }
    }
}

#[test]
fn a_fault_is_the_same_in_blocks_of_any_size() {
    for text in FAULTY {
        let (expected, shown) = (in_memory(text, csv()).unwrap_err(), String::from_utf8_lossy(text));
        let (rows, left_out) = streamed(text, csv(), (text.len(), 1, true)).unwrap();
        assert_eq!((left_out.bad, left_out.errors.iter().next()), (1, Some(&expected)), "{shown}");
        for block in 1..=text.len() {
            assert_eq!(
                streamed(text, csv(), (block, 1 + block % 3, false)).unwrap_err(),
                expected,
                "{shown} in blocks of {block}"
            );
            let (out, report) = streamed(text, csv(), (block, 1 + block % 3, true)).unwrap();
            assert_eq!(
                (out, report.bad, &report.errors),
                (rows.clone(), 1, &left_out.errors),
                "{shown} in blocks of {block}"
            );
            assert_eq!(report.progress.lines, left_out.progress.lines);
        }
    }
}

#[test]
fn rows_are_read_as_they_are_in_memory_as_long_as_there_is_room() {
    let query = fed(&ALLIES);
    let (pledges, above) = (asked(&query).unwrap(), ask("amounts", &query).unwrap());
    for text in FILES {
        let feed = Whole::read("f.csv", text.as_bytes().to_vec(), Countries::of(&ALLIES, &[])).unwrap();
        let rows =
            ask("amounts", &Query { feed: Some(feed), ..query.clone() }).unwrap().rows.split_off(above.rows.len());
        for (block, limit) in
            [1, 30, 1000].into_iter().flat_map(|block| (0..=rows.len()).map(move |limit| (block, limit)))
        {
            let request = Request { block, ..Request::new(&pledges, Countries::of(&ALLIES, &[])) };
            let stream = Stream::open(Feed { name: "f.csv", reader: text.as_bytes() }, &request).unwrap();
            let too_many = Error::new(Kind::TooManyRows { limit, what: String::new() });
            let mut table = above.clone();
            let read = stream.read_rows(&query, &mut table, (limit, too_many), &mut |_| ());
            assert_eq!(
                read.ok().map(|_| table.rows.split_off(above.rows.len())),
                Some(rows.clone()).filter(|rows| rows.len() <= limit),
                "{text}: {limit} of {}",
                rows.len()
            );
        }
    }
}

#[test]
fn every_format_writes_the_rows_of_the_evaluator_however_long_a_name_is() {
    let short = FILES.map(str::to_owned).into_iter();
    let long = [1, 15, 16, 17, 31, 32, 33, 64].into_iter().chain((870..1000).step_by(5)).map(|length| {
        let name = "n".repeat(length);
        format!("scenario,year,gdp_million\n{name},2026,5000.5\n{name},2027,0.01\n{name},2028,1234567\n{name}m,2026,999.999\n")
    });
    for text in short.chain(long) {
        for format in FORMATS.iter().filter(|format| format.rows().is_some()) {
            let came = streamed(text.as_bytes(), format, (50, 2, false)).map(|(out, _)| out);
            assert_eq!(came, in_memory(text.as_bytes(), format), "{text}");
        }
    }
}

#[test]
fn lines_that_are_left_out_are_all_counted_and_the_first_of_them_told() {
    let faults: [&[u8]; 4] = [b"\xff,2026,5\n", b"\"x\0\",1,1\n", b"x,2026\n", b"x,20a6,5\n"];
    let sound = (0..30).map(|at| format!("s{at},2026,5\n").into_bytes());
    let lines = sound.zip(faults.iter().cycle()).flat_map(|(sound, fault)| [sound, fault.to_vec()]);
    let text = [b"scenario,year,gdp_million\n".to_vec()].into_iter().chain(lines).collect::<Vec<_>>().concat();
    for block in [1, 20, 64, 200, 10_000] {
        let (_, report) = streamed(&text, csv(), (block, 2, true)).unwrap();
        let told: Vec<usize> = report.errors.iter().map(|error| error.place().unwrap().line).collect();
        assert_eq!((report.bad, report.progress.lines), (30, 30), "blocks of {block}");
        assert_eq!(told, (0..20).map(|at| 3 + 2 * at).collect::<Vec<_>>(), "blocks of {block}");
    }
}

/// What is counted of GDP of one year under as many scenarios.
fn spread(values: &[u128], room: u64, workers: usize) -> Spread {
    let lines =
        values.iter().enumerate().map(|(at, gdp)| format!("s{at},2026,{}.{:06}\n", gdp / 1_000_000, gdp % 1_000_000));
    let text = "scenario,year,gdp_million\n".to_owned() + &lines.collect::<String>();
    let query = fed(&ALLIES);
    let pledges = asked(&query).unwrap();
    let request = Request { block: 64, workers, ..Request::new(&pledges, Countries::of(&ALLIES, &[])) };
    let (spreads, report) = summarize("f.csv", || Ok(text.as_bytes()), &request, room, &mut |_| ()).unwrap();
    assert_eq!(report.written, 0);
    spreads.into_iter().next().unwrap()
}

#[test]
fn quantiles_are_those_of_the_sorted_values_however_little_room_there_is() {
    for count in (1..=20u64).chain([100, 399]) {
        for (base, step) in
            [(1, 1), (500, 7), (2_000_000_000, 1_000_003), (12_345_678_000_000, 0), (u128::from(u64::MAX) - 500, 3)]
        {
            let places = (0..count).map(|at| u128::from(at * 7919 % count.next_power_of_two()));
            let values: Vec<u128> = places.map(|place| base + place * step).collect();
            let mut sorted = values.clone();
            sorted.sort_unstable();
            let millions = |value: u128| Decimal::from_i128_with_scale(i128::try_from(value).unwrap(), 6).normalize();
            let at = |percent: u64| millions(sorted[usize::try_from((count * percent).div_ceil(100)).unwrap() - 1]);
            let expected = [millions(sorted[0]), at(5), at(25), at(50), at(75), at(95), at(100)];
            for room in [0, count / 2, 2 * count] {
                let spread = spread(&values, room, 1 + usize::from(room % 2 == 1));
                let came = spread.values.map(|value| value.normalize());
                assert_eq!((spread.count, came), (count, expected), "{count} from {base} by {step} in {room}");
                assert_eq!(spread.sum.normalize(), millions(values.iter().sum()));
            }
        }
    }
}

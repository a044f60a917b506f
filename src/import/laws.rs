//! What holds of every format, and a file as `import` tells it, for tests.

use std::fmt::Write;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::book::{self, Book, Files, Measure, Reading, Unit};
use crate::error::{Origin, SourceText};
use crate::quantity::{Currency, Digits, Year};

/// What is wanted: options of the command line, a blank between each and its value, `~` for a blank inside of one.
pub(super) fn wanted(options: &str) -> Wanted {
    let euro = |country: &str| (country.parse().unwrap(), "EUR".parse().unwrap());
    let mut wanted = Wanted { currencies: ["LVA", "EST", "GRC"].map(euro).to_vec(), ..Wanted::default() };
    let words: Vec<String> = options.split_whitespace().map(|word| word.replace('~', " ")).collect();
    for pair in words.chunks_exact(2) {
        let value = &pair[1];
        match &*pair[0] {
            "--country" => wanted.countries.get_or_insert_default().push(value.parse().unwrap()),
            "--years" => wanted.years = Some(value.parse().unwrap()),
            "--vintage" => wanted.vintage = Some(value.parse().unwrap()),
            "--source" => wanted.source = Some(value.clone()),
            _ => {
                let (left, right) = value.split_once('=').unwrap_or((value, ""));
                wanted.map.push((left.to_owned(), right.to_owned()));
            }
        }
    }
    wanted
}

/// The rows of a file as lines of `series/`, and what is left out; or what is wrong.
pub(super) fn told(format: &str, file: &str, options: &str) -> String {
    match read(Some(format), &Official { name: "file", bytes: file.as_bytes() }, &wanted(options)) {
        Err(errors) => errors.to_string(),
        Ok(edition) => {
            let mut text = written::series(&edition.rows).replace(written::HEADER, "");
            for LeftOut { what, count } in &edition.left_out {
                writeln!(text, "left out: {count} {what}").unwrap();
            }
            text
        }
    }
}

/// A small file of each layout of each format, and what is wanted of it.
const FILES: &[(&str, &str, &str)] = &[
    ("imf-weo", imf_weo::tests::SITE, "--years 2022-2023"),
    ("imf-weo", imf_weo::tests::SERVICE, ""),
    ("eurostat", eurostat::tests::TSV, "--vintage 2026-04-27"),
    ("eurostat", eurostat::tests::SDMX, ""),
    ("eurostat", eurostat::tests::JSON, ""),
    ("worldbank", worldbank::tests::CSV, ""),
    ("worldbank", worldbank::tests::JSON, "--vintage 2026-07-01"),
    (
        "ecb-fx",
        "Date,USD,NOK,HRK,\n2026-01-05,1.17,11.7,N/A,\n2026-01-02,1.1721,11.6855,7.5,\n",
        "--years 2026 --country LVA --country NOR",
    ),
    (
        "kiel",
        "country,iso,year,month,total,military,pct_gdp\nLatvia,LVA,2024,12,0.04,0.032001,0.1\nLatvia,LVA,2025,1,0.01,0,0.1\nEU,EU,2025,1,1,0,\n",
        "--years 2024-2025 --vintage 2026-08-04",
    ),
    (
        "sdmx-csv",
        "STRUCTURE[|];STRUCTURE_ID;ACTION;GEO: Country;TIME_PERIOD;OBS_VALUE;UNIT_MULT;NOTE[]\nd;X:Y(1.0);I;LV: Latvia;2024;1,5;3;02|03\nd;X:Y(1.0);D;LV;2023;2,5;3;\n",
        "--vintage 2026-01 --map measure==gdp --map unit==EUR --map kind==outturn --map note=NOTE",
    ),
    (
        "csv",
        "country,year,value,what\nLVA,2024,\"1,234.5\",spent\nEST,2024,1,planned\n",
        "--vintage 2026-01 --map measure==spending --map definition==nato --map unit==EUR~thousand --map kind=what \
         --map what:spent=outturn --map what:planned=plan --map publisher==MoF",
    ),
];

/// A file, cut off somewhere or not, some of whose bytes are others.
fn edited(file: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let likely = select(b"\t,;.:\"\r\n 0-[]=eE\xFF\x00".to_vec());
    let edits = prop::collection::vec((any::<Index>(), prop_oneof![likely, any::<u8>()]), 0..5);
    (edits, any::<Index>(), any::<bool>()).prop_map(move |(edits, cut, whole)| {
        let mut bytes = file.as_bytes().to_vec();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(if whole { usize::MAX } else { cut.index(bytes.len()) });
        bytes
    })
}

/// A book with these rows and their document alone.
fn book_of(rows: &[Observation], document: &Source) -> Result<Book, Errors> {
    let definitions = Files::embedded().iter().find(|(name, _)| *name == "definitions.toml").unwrap().1.to_vec();
    let texts = [
        ("book.toml", "title = \"Mine\"\ncountry = \"LVA\"\npublishers = []\n".to_owned()),
        ("scenarios.toml", String::new()),
        ("sources.toml", written::record(document)),
        ("series/mine.csv", written::series(rows)),
    ];
    let files =
        texts.into_iter().map(|(name, text)| (name, text.into_bytes())).chain([("definitions.toml", definitions)]);
    Reading::new(&Files::from_memory("", files)?).into_book()
}

/// Everything that a row says, but for where it stood.
fn said(row: &Observation) -> impl PartialEq + std::fmt::Debug + use<> {
    let digits = (row.value.to_string(), row.precision.map(|precision| precision.to_string()));
    (sound::key(row), digits, row.source.clone(), row.note.clone())
}

fn words() -> impl Strategy<Value = String> {
    "[-'=+@a-zāЖ0-9 ,;\"\r\n\t]{0,6}[a-zā']"
}

fn row() -> impl Strategy<Value = Observation> {
    let units = |measure: Measure| match measure {
        Measure::Gdp | Measure::Gni | Measure::Spending => Unit::Million("NOK".parse().unwrap()),
        Measure::GdpDeflator => Unit::Index,
        Measure::RealGrowth | Measure::ConsumerInflation | Measure::SpendingShare => Unit::Percent,
        Measure::ExchangeRate => Unit::Rate { of: "NOK".parse().unwrap(), per: "USD".parse::<Currency>().unwrap() },
    };
    let number = |text: String| Digits::SERIES.parse(&text).unwrap();
    let terms = (select(Measure::ALL), select(book::Kind::ALL), select(vec!["2024-02", "2024-02-29"]), 2000..2030i32);
    let texts = (words(), prop::option::of(words()), select(vec!["LVA", "NOR"]));
    (terms, "[1-9][0-9]{0,14}(\\.[0-9]{1,12})?", prop::option::of("0\\.0{0,11}[1-9]"), texts).prop_map(
        move |((measure, kind, vintage, year), value, precision, (publisher, note, country))| Observation {
            country: country.parse().unwrap(),
            measure,
            definition: measure.has_definition().then(|| "nato".to_owned()),
            year: Year::try_from(year).unwrap(),
            value: number(value),
            unit: units(measure),
            precision: precision.map(number),
            kind,
            publisher,
            vintage: vintage.parse().unwrap(),
            source: "mine".to_owned(),
            note,
            origin: Origin::new(&Arc::new(SourceText::new("file", "")), 0..0),
        },
    )
}

fn document(title: String, note: Option<String>) -> Source {
    let published = "2024-02-29".parse().unwrap();
    Source {
        id: "mine".to_owned(),
        publisher: title.clone(),
        title,
        published,
        url: None,
        licence: None,
        shares_to: None,
        secondary: true,
        note,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(rows in prop::collection::vec(row(), 0..6), title in words(), note in prop::option::of(words())) {
        let document = document(title, note);
        let book = book_of(&rows, &document).map_err(|errors| TestCaseError::fail(errors.to_string()))?;
        let (mut before, mut after): (Vec<_>, Vec<_>) = (rows.iter().map(said).collect(), book.observations.iter().map(said).collect());
        before.sort_by_key(|row| format!("{row:?}"));
        after.sort_by_key(|row| format!("{row:?}"));
        prop_assert_eq!(before, after);
        let kept = book.source("mine").unwrap();
        prop_assert_eq!(
            (&kept.title, &kept.publisher, kept.published, kept.secondary, &kept.note),
            (&document.title, &document.publisher, document.published, true, &document.note)
        );
    }

    #[test]
    fn any_bytes_are_rows_of_a_book_or_an_error(
        (format, options, bytes) in select(FILES).prop_flat_map(|(format, file, options)| (Just(format), Just(options), edited(file))),
    ) {
        let file = Official { name: "file", bytes: &bytes };
        if let Ok(edition) = read(Some(format), &file, &wanted(options)) {
            let is_kept = edition.rows.is_empty() || book_of(&edition.rows, &edition.document).is_ok();
            prop_assert!(is_kept, "{}", written::series(&edition.rows));
        }
        drop(FORMATS.iter().map(|format| read(Some(format.name), &file, &Wanted::default())).collect::<Vec<_>>());
    }
}

#[test]
fn every_small_file_has_rows() {
    for (format, file, options) in FILES {
        let told = told(format, file, options);
        assert!(told.contains(" million,") || told.contains(" per EUR,"), "{format}: {told}");
    }
}

#[test]
fn what_is_not_wanted_is_counted_and_the_document_is_named_as_asked() {
    let &(format, file, options) = FILES.iter().find(|(format, ..)| *format == "csv").unwrap();
    let all = "EST,spending,nato,2024,0.001,EUR million,0.001,plan,MoF,2026-01,csv-2026-01,\n\
               LVA,spending,nato,2024,1.2345,EUR million,0.0001,outturn,MoF,2026-01,csv-2026-01,\n";
    assert_eq!(told(format, file, options), all);
    assert_eq!(
        told(format, file, &format!("{options} --country LVA --source mof-2026")),
        "LVA,spending,nato,2024,1.2345,EUR million,0.0001,outturn,MoF,2026-01,mof-2026,\nleft out: 1 figures of other countries\n"
    );
    assert_eq!(told(format, file, &format!("{options} --years 2025-2026")), "left out: 2 figures of other years\n");
}

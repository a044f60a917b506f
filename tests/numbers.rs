//! The worked numbers of the model, from the compiled-in book, by the program: written here by hand, so that nothing can bless them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The CSV rows that the program prints, without the header.
fn rows(args: &[&str]) -> Vec<Vec<String>> {
    table(args).1
}

/// The header that the program prints, and its rows.
fn table(args: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let output = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(args)
        .args(["--format", "csv"])
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let columns = cells(reader.headers().unwrap());
    (columns, reader.records().map(|row| cells(&row.unwrap())).collect())
}

/// What a pledge comes to.
struct Worked {
    commitment: &'static str,
    pledge: &'static str,
    year: &'static str,
    scenario: &'static str,
    gdp: &'static str,
    /// Low, amount and high.
    comes_to: [&'static str; 3],
}

const TABLE: &[Worked] = &[
    Worked {
        commitment: "lva-defence-2025",
        pledge: "4% of GDP",
        year: "2025",
        scenario: "latest",
        gdp: "43000",
        comes_to: ["1720.00", "1720.00", "1720.00"],
    },
    Worked {
        commitment: "lva-defence-2026",
        pledge: "about 5% of GDP",
        year: "2026",
        scenario: "budget-2026",
        gdp: "43953",
        comes_to: ["1977.89", "2197.65", "2417.42"],
    },
    Worked {
        commitment: "lva-defence-2026",
        pledge: "about 5% of GDP",
        year: "2026",
        scenario: "imf-2025-10",
        gdp: "44767",
        comes_to: ["2014.52", "2238.35", "2462.19"],
    },
    Worked {
        commitment: "lva-ukraine-2026",
        pledge: "at least 0.25% of GDP",
        year: "2026",
        scenario: "budget-2026",
        gdp: "43953",
        comes_to: ["109.88", "109.88", ""],
    },
];

#[test]
fn the_table_of_the_model_comes_out() {
    for worked in TABLE {
        let of = ["amounts", "--scenario", worked.scenario, "--commitment", worked.commitment, "--years", worked.year];
        let rows = rows(&of);
        let [row] = &rows[..] else { panic!("{of:?}: {} rows", rows.len()) };
        let [low, amount, high] = worked.comes_to;
        let share = worked.pledge.trim_end_matches("% of GDP").rsplit(' ').next().unwrap();
        let (id, gdp) = (worked.commitment, worked.gdp);
        let expected =
            [worked.scenario, "LVA", id, worked.year, worked.pledge, "EUR", gdp, share, low, amount, high, ""];
        assert_eq!(row, &expected);
    }
}

#[test]
fn fixed_amounts_are_the_same_under_every_gdp() {
    for (id, year, expected) in [
        ("lva-purl-2025", "2025", ["7.20", "7.20", "7.20"]),
        ("lva-border-2022", "2022-2025", ["900.00", "1000.00", "1100.00"]),
    ] {
        let rows = rows(&["amounts", "--commitment", id]);
        let scenarios: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(scenarios[..3], ["latest", "budget-2026", "imf-2025-10"]);
        for row in rows {
            assert_eq!(
                (row[3].as_str(), &row[8..11]),
                (year, &expected.map(str::to_owned)[..]),
                "{id} under {}",
                row[0]
            );
        }
    }
}

/// A small book with these figures besides its own.
fn small_book(figures: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/small");
    let files =
        ["book.toml", "definitions.toml", "scenarios.toml", "sources.toml", "commitments/aaa.toml", "series/gdp.csv"];
    for name in files {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::copy(small.join(name), folder.path().join(name)).unwrap();
    }
    let header = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note";
    fs::write(folder.path().join("series/more.csv"), [&[header], figures].concat().join("\n")).unwrap();
    folder
}

#[test]
fn a_pledge_that_is_set_against_a_year_takes_what_was_spent_in_it() {
    let book = small_book(&[
        "AAA,spending,defence,2021,100,EUR million,1,outturn,Statistics,2025-06-30,yearbook,",
        "AAA,spending,defence,2024,220,EUR million,1,outturn,Statistics,2025-06-30,yearbook,",
        "AAA,gdp,,2021,800,EUR million,1,outturn,Statistics,2025-06-30,yearbook,",
    ]);
    for (words, expected) in [
        ("twice that of 2021", ["200.00"; 3]),
        ("20% more than in 2021", ["120.00"; 3]),
        ("30 million EUR more than in 2021", ["130.00"; 3]),
        ("120% that of 2021", ["120.00"; 3]),
        // half a unit of the last digit is 0.5% of 100 million, half a million of two and a half times
        ("about 20% more than in 2021", ["119.50", "120.00", "120.50"]),
        ("about 2.5 times that of 2021", ["245.00", "250.00", "255.00"]),
        // half a billion would be more than a tenth of 1 100 million
        ("about 1 billion EUR more than in 2021", ["990.00", "1100.00", "1210.00"]),
        ("20% less than in 2021", ["", "80.00", "80.00"]),
        ("at most 20% less than in 2021", ["80.00", "80.00", ""]),
        // 100 of 800 million are 12.5%, and 12.7% of the 1 000 million of 2024 are 127
        ("0.2 pp more than in 2021", ["127.00"; 3]),
        ("at least 2.5 pp less than in 2021", ["", "100.00", "100.00"]),
    ] {
        let folder = book.path().to_str().unwrap();
        let of = ["amounts", "--book", folder, "--pledge", words, "--definition", "defence", "--years", "2024"];
        let rows = rows(&[&of[..], &["--scenario", "latest"]].concat());
        let [row] = &rows[..] else { panic!("{words}: {} rows", rows.len()) };
        assert_eq!(row[8..11], expected, "{words}");
        assert!(row[11].starts_with("set against 100 million EUR of 2021 (Statistics, outturn of "), "{}", row[11]);
    }
}

#[test]
fn other_bases_ranges_and_means_come_out() {
    let book = small_book(&[
        "AAA,gdp,,2021,800,EUR million,1,outturn,Statistics,2025-06-30,yearbook,",
        "AAA,gni,,2024,1010,EUR million,1,outturn,Statistics,2025-06-30,yearbook,",
    ]);
    for (words, gdp, expected) in [
        ("0.7% of GNI in 2024", "1010", ["7.07"; 3]),
        ("2% of GDP of 2021 in 2024", "800", ["16.00"; 3]),
        ("5% to 6% of GDP in 2024", "1000", ["50.00", "50.00", "60.00"]),
        ("10 to 12 million EUR in 2024", "1000", ["10.00", "10.00", "12.00"]),
        ("more than 3% in 2024", "1000", ["30.00", "30.00", ""]),
        ("less than 1.5% in 2024", "1000", ["", "15.00", "15.00"]),
        ("2% of GDP on average over 2024-2025", "2100", ["42.00"; 3]),
        ("75 million EUR over 2024-2025", "2100", ["75.00"; 3]),
    ] {
        let rows =
            rows(&["amounts", "--book", book.path().to_str().unwrap(), "--pledge", words, "--scenario", "latest"]);
        let [row] = &rows[..] else { panic!("{words}: {} rows", rows.len()) };
        assert_eq!((row[6].as_str(), &row[8..11]), (gdp, &expected.map(str::to_owned)[..]), "{words}");
    }
}

#[test]
fn latest_is_the_gdp_that_the_model_names() {
    let imf = |years: std::ops::RangeInclusive<u16>, kind| years.map(move |year| (year, kind, "IMF", "2025-10-14"));
    let expected: Vec<_> = imf(2014..=2024, "outturn")
        .chain([(2025, "outturn", "CSB", "2026-02-27"), (2026, "estimate", "NATO", "2026-07-10")])
        .chain(imf(2027..=2030, "forecast"))
        .collect();
    let rows = rows(&["gdp", "--scenario", "latest"]);
    let came: Vec<_> = rows.iter().map(|row| (row[2].parse().unwrap(), &*row[6], &*row[7], &*row[8])).collect();
    assert_eq!(came, expected);
    let gdp = |year: usize| (rows[year - 2014][3].as_str(), rows[year - 2014][5].as_str());
    assert_eq!([gdp(2024), gdp(2025), gdp(2026)], [("40208", "1"), ("43000", "1000"), ("45423", "38")]);
    assert_eq!([gdp(2027), gdp(2030)], [("47345", "1"), ("54888", "1")]);
}

#[test]
fn on_the_day_of_the_statement_2026_is_the_budgets() {
    for of in [["--scenario", "latest", "--as-of", "2025-11-20"], ["--scenario", "budgeted", "--years", "2026"]] {
        let rows = rows(&[&["gdp"], &of[..]].concat());
        let row = rows.iter().find(|row| row[2] == "2026").unwrap();
        assert_eq!((row[3].as_str(), row[7].as_str()), ("43953", "MoF"));
    }
}

#[test]
fn words_that_are_in_no_book_come_to_the_same() {
    let asked = rows(&["amounts", "--pledge", "about 5% of GDP", "--years", "2026"]);
    let booked = rows(&["amounts", "--commitment", "lva-defence-2026"]);
    let figures = |rows: &[Vec<String>]| rows.iter().map(|row| row[3..].to_vec()).collect::<Vec<_>>();
    assert_eq!(figures(&asked), figures(&booked));
    assert!(asked.iter().all(|row| row[2] == "pledge-1"));
}

/// Cells of the rows that `verdicts` prints, by their columns; one list for each row.
struct Judged {
    asked: &'static [&'static str],
    rows: &'static [&'static [(&'static str, &'static str)]],
}

const VERDICTS: &[Judged] = &[
    Judged {
        asked: &["--commitment", "lva-defence-2026", "--basis", "publisher:MoF"],
        rows: &[&[
            ("gdp_million", "43953"),
            ("spent_million", "2157.97"),
            ("spent_pct", "4.91"),
            ("verdict", "met"),
            ("spent_kind", "plan"),
            ("gap_million", "39.68"),
            ("gap_pp", "0.09"),
            ("breakeven_gdp_million", "43159.33"),
            ("breakeven_pct", "-1.81"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-defence-2026", "--decimals", "6"],
        rows: &[&[
            ("gdp_million", "45423"),
            ("spent_million", "2157.966637"),
            ("spent_pct", "4.75"),
            ("verdict", "met"),
            ("spent_kind", "plan"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-defence-2025"],
        rows: &[&[
            ("definition", "direct-defence"),
            ("gdp_million", "43000"),
            ("spent_million", "1559.00"),
            ("spent_pct", "3.63"),
            ("spent_pct_low", "3.583"),
            ("spent_pct_high", "3.669"),
            ("measure", "money"),
            ("verdict", "missed"),
            ("spent_kind", "plan"),
            (
                "reason",
                "1 559 m on 43 000 m (published to the billion) is 3.63%, between 3.583 and 3.669: below 3.8%, \
                 the least that 4% as stated allows",
            ),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-defence-2025", "--basis", "publisher:NATO"],
        rows: &[&[("gdp_million", "43025"), ("verdict", "missed")]],
    },
    Judged {
        asked: &["--commitment", "lva-defence-2025", "--definition", "nato"],
        rows: &[
            &[
                ("definition", "nato"),
                ("measure", "published"),
                ("spent_million", ""),
                ("spent_pct", "3.67"),
                ("spent_pct_low", "3.665"),
                ("spent_pct_high", "3.675"),
                ("published_pct", "3.67"),
                ("verdict", "missed"),
                ("spent_kind", "estimate"),
                ("gap_million_low", ""),
                ("gap_million_high", ""),
                ("gap_pp", "0.33"),
                ("breakeven_gdp_million", ""),
            ],
            &[
                ("definition", "nato"),
                ("measure", "money"),
                ("spent_million", "1577.00"),
                ("spent_pct", "3.67"),
                ("spent_pct_low", "3.624"),
                ("spent_pct_high", "3.712"),
                ("published_pct", "3.67"),
                ("verdict", "missed"),
                ("spent_kind", "estimate"),
                ("gap_million", "143.00"),
                ("gap_million_low", "122.50"),
                ("gap_million_high", "163.50"),
                ("gap_pp", "0.33"),
                (
                    "reason",
                    "1 577 m on 43 000 m (published to the billion) is 3.67%, between 3.624 and 3.712: below 3.8%, the least \
                     that 4% as stated allows",
                ),
            ],
        ],
    },
    Judged {
        asked: &["--commitment", "lva-ukraine-2026", "--all-bases"],
        rows: &[
            &[
                ("basis", "latest"),
                ("gdp_million", "45423"),
                ("spent_pct_low", "0.241"),
                ("spent_pct_high", "0.243"),
                ("verdict", "missed"),
                ("spent_kind", "plan"),
            ],
            &[
                ("basis", "budgeted"),
                ("gdp_million", "43953"),
                ("spent_pct_low", "0.249"),
                ("spent_pct_high", "0.251"),
                ("verdict", "met"),
                ("spent_kind", "plan"),
                ("reason", "110 m on 43 953 m is 0.2503%, between 0.249 and 0.251: above 0.25%"),
            ],
            &[("basis", "publisher:CSB"), ("gdp_million", ""), ("verdict", "undecided")],
            &[("basis", "publisher:MoF"), ("gdp_million", "43953"), ("verdict", "met")],
            &[("basis", "publisher:IMF"), ("gdp_million", "44767"), ("verdict", "undecided")],
            &[("basis", "publisher:NATO"), ("gdp_million", "45423"), ("verdict", "missed")],
        ],
    },
    Judged {
        asked: &["--commitment", "lva-ukraine-2024", "--years", "2025"],
        rows: &[
            &[
                ("spent_publisher", "Kiel"),
                ("measure", "money"),
                ("spent_million", "83.48"),
                ("spent_pct", "0.19"),
                ("published_pct", ""),
                ("gdp_million", "43000"),
                ("verdict", "missed"),
                ("spent_kind", "outturn"),
            ],
            &[
                ("spent_publisher", "MFA"),
                ("measure", "published"),
                ("spent_million", ""),
                ("published_pct", "0.30"),
                ("spent_pct_low", "0.250"),
                ("spent_pct_high", "0.350"),
                ("verdict", "met"),
                ("spent_kind", "estimate"),
            ],
        ],
    },
    Judged {
        asked: &["--commitment", "lva-law-2024", "--basis", "latest"],
        rows: &[&[("gdp_million", "40208"), ("spent_pct", "2.81"), ("verdict", "met"), ("spent_kind", "plan")]],
    },
    Judged {
        asked: &["--commitment", "lva-law-2024"],
        rows: &[&[
            ("basis", "budgeted"),
            ("gdp_million", ""),
            ("spent_million", "1128.38"),
            ("spent_pct", ""),
            ("gap_million", ""),
            ("verdict", "undecided"),
            ("spent_kind", "plan"),
            ("reason", "1 128.38 m cannot be set against GDP: no forecast of 2024 from before 2024 is in the book"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-law-2025"],
        rows: &[&[
            ("basis", "budgeted"),
            ("gdp_million", "44379"),
            ("spent_pct", "3.51"),
            ("verdict", "met"),
            ("spent_kind", "plan"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-law-2025", "--basis", "latest"],
        rows: &[&[("gdp_million", "43000"), ("spent_pct", "3.63"), ("verdict", "met"), ("spent_kind", "plan")]],
    },
    Judged {
        asked: &["--commitment", "lva-purl-2025"],
        rows: &[&[
            ("spent_million", "7.20"),
            ("gap_million", "0.00"),
            ("gap_million_low", "-0.05"),
            ("gap_million_high", "0.05"),
            ("breakeven_gdp_million", ""),
            ("verdict", "met"),
            ("spent_kind", "outturn"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-border-2022", "--decimals", "6"],
        rows: &[&[
            ("year", "2022-2025"),
            ("spent_million", "77.574494"),
            ("spent_kind", "plan"),
            ("gap_million", "922.425506"),
            ("gap_million_low", ""),
            ("gap_million_high", ""),
            ("unaccounted_million", "922.425506"),
            ("verdict", "undecided"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-border-2022", "--strict", "--decimals", "6"],
        rows: &[&[
            ("spent_million", "68.604069"),
            ("spent_kind", "outturn"),
            ("unaccounted_million", "931.395931"),
            ("verdict", "undecided"),
        ]],
    },
    Judged {
        asked: &["--commitment", "lva-defence-2025", "--strict"],
        rows: &[&[
            ("gdp_million", "43000"),
            ("spent_million", ""),
            ("spent_kind", ""),
            ("gap_million", ""),
            ("verdict", "open"),
            ("reason", "nothing that counts is published; left out: 1 559 m (MoD, plan)"),
        ]],
    },
];

#[test]
fn the_verdicts_of_the_model_come_out() {
    for judged in VERDICTS {
        let of = [&["verdicts"], judged.asked].concat();
        let (columns, rows) = table(&of);
        assert_eq!(rows.len(), judged.rows.len(), "{of:?}");
        for (row, expected) in rows.iter().zip(judged.rows) {
            for (column, value) in *expected {
                let at = columns.iter().position(|name| name == column).unwrap();
                assert_eq!(row[at], *value, "{column} of {of:?}");
            }
        }
    }
}

/// A pledge, what is published of it, and the verdicts: measure, verdict, and share or amount as printed.
struct Said {
    /// The keys of the pledge.
    pledge: &'static str,
    /// Series rows from the measure to the precision.
    rows: &'static [&'static str],
    as_written: bool,
    verdicts: &'static [(&'static str, &'static str, &'static str)],
}

const SAID: &[Said] = &[
    Said {
        pledge: "pledge = 'at least 2%'\nin = 2021",
        rows: &["spending-share,defence,2021,1.84,%,0.01"],
        as_written: false,
        verdicts: &[("published", "missed", "1.84")],
    },
    Said {
        pledge: "pledge = 'at least 2%'\nin = 2021",
        rows: &["spending-share,defence,2021,1.99,%,0.01"],
        as_written: false,
        verdicts: &[("published", "met-rounded", "1.99")],
    },
    Said {
        pledge: "pledge = 'at least 2%'\nin = 2021",
        rows: &["spending-share,defence,2021,1.99,%,0.01"],
        as_written: true,
        verdicts: &[("published", "missed", "1.99")],
    },
    Said {
        pledge: "pledge = 'more than 2%'\nin = 2021",
        rows: &["spending-share,defence,2021,2.00,%,0.01"],
        as_written: false,
        verdicts: &[("published", "met-rounded", "2.00")],
    },
    Said {
        pledge: "pledge = 'more than 2%'\nin = 2021",
        rows: &["spending-share,defence,2021,2.00,%,0.01"],
        as_written: true,
        verdicts: &[("published", "missed", "2.00")],
    },
    Said {
        pledge: "pledge = 'at least 2%'\nin = 2021",
        rows: &["spending-share,defence,2021,2.00,%,0.01"],
        as_written: true,
        verdicts: &[("published", "met", "2.00")],
    },
    Said {
        pledge: "pledge = '5% to 6% of GDP'\nin = 2021",
        rows: &["spending-share,defence,2021,5.33,%,0.01"],
        as_written: false,
        verdicts: &[("published", "met", "5.33")],
    },
    Said {
        pledge: "pledge = '5% to 6% of GDP'\nin = 2021",
        rows: &["spending-share,defence,2021,6.2,%,0.1"],
        as_written: false,
        verdicts: &[("published", "met", "6.20")],
    },
    Said {
        pledge: "pledge = '5.4% of GDP'\nsince = 2026\nuntil = 2029\nmean = true",
        rows: &[
            "spending-share,defence,2026,6.0,%,0.1",
            "spending-share,defence,2027,5.4,%,0.1",
            "spending-share,defence,2028,5.4,%,0.1",
            "spending-share,defence,2029,4.8,%,0.1",
        ],
        as_written: false,
        verdicts: &[("published", "met", "5.40")],
    },
    Said {
        pledge: "pledge = '5.4% of GDP'\nsince = 2026\nuntil = 2029\nmean = true",
        rows: &["spending-share,defence,2026,6.0,%,0.1", "spending-share,defence,2029,4.8,%,0.1"],
        as_written: false,
        verdicts: &[("published", "undecided", "")],
    },
    Said {
        pledge: "pledge = 'twice that of 2021'\nin = 2024",
        rows: &["spending,defence,2021,100,EUR million,1", "spending,defence,2024,220,EUR million,1"],
        as_written: false,
        verdicts: &[("money", "met", "220")],
    },
    Said {
        pledge: "pledge = '20% more than in 2021'\nin = 2024",
        rows: &["spending,defence,2021,100,EUR million,1", "spending,defence,2024,110,EUR million,1"],
        as_written: false,
        verdicts: &[("money", "missed", "110")],
    },
    Said {
        pledge: "pledge = '30 million EUR more than in 2021'\nin = 2024",
        rows: &["spending,defence,2021,100,EUR million,1", "spending,defence,2024,129,EUR million,1"],
        as_written: false,
        verdicts: &[("money", "undecided", "129")],
    },
    Said {
        pledge: "pledge = '0.2 pp more than in 2021'\nin = 2024",
        rows: &[
            "gdp,,2021,10000,EUR million,1",
            "gdp,,2024,12000,EUR million,1",
            "spending,defence,2021,100,EUR million,1",
            "spending,defence,2024,150,EUR million,1",
            "spending-share,defence,2021,1.0,%,0.1",
            "spending-share,defence,2024,1.2,%,0.1",
        ],
        as_written: false,
        verdicts: &[("published", "undecided", "1.20"), ("money", "met", "1.25")],
    },
    Said {
        pledge: "pledge = '20% more than in 2021'\nin = 2024",
        rows: &["spending,defence,2024,110,EUR million,1"],
        as_written: false,
        verdicts: &[("money", "undecided", "110")],
    },
    Said {
        pledge: "pledge = '20% less than in 2021'\nin = 2024",
        rows: &["spending,defence,2021,100,EUR million,1", "spending,defence,2024,90,EUR million,1"],
        as_written: false,
        verdicts: &[("money", "missed", "90")],
    },
    Said {
        pledge: "pledge = '2% of GDP of 2021'\nin = 2024",
        rows: &[
            "gdp,,2021,10000,EUR million,1",
            "gdp,,2024,12000,EUR million,1",
            "spending,defence,2024,210,EUR million,1",
        ],
        as_written: false,
        verdicts: &[("money", "met", "2.10")],
    },
    Said {
        pledge: "pledge = '0.7% of GNI'\nin = 2024",
        rows: &[
            "gdp,,2024,12000,EUR million,1",
            "gni,,2024,10000,EUR million,1",
            "spending,defence,2024,72,EUR million,1",
        ],
        as_written: false,
        verdicts: &[("money", "met", "0.72")],
    },
];

#[test]
fn what_is_said_of_a_small_book_comes_out() {
    for said in SAID {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("book.toml", "title = 'Said'\ncountry = 'LUX'\npublishers = ['A']");
        write("scenarios.toml", "");
        write("definitions.toml", "[[definition]]\nid = 'defence'\nfamily = 'defence'\ntitle = 'Defence'");
        let source = "[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'A'\npublished = 2030-01-01";
        write("sources.toml", source);
        let keys = "definition = 'defence'\nannounced = 2020-01-01\nstrength = 'statement'\nsource = 's'";
        let commitment = format!("id = 'one'\ntitle = 'One'\n{}\n{keys}", said.pledge);
        write("commitments/a.toml", &format!("country = 'LUX'\ncurrency = 'EUR'\n\n[[commitment]]\n{commitment}"));
        let rows: String = said.rows.iter().map(|row| format!("LUX,{row},outturn,A,2030-01-01,s,\n")).collect();
        let header = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note";
        write("series/a.csv", &format!("{header}\n{rows}"));
        let mut of = vec!["verdicts", "--book", folder.path().to_str().unwrap()];
        of.extend(said.as_written.then_some("--as-written"));
        let (columns, rows) = table(&of);
        let at = |name: &str| columns.iter().position(|column| column == name).unwrap();
        let [measure, verdict, money, share] = ["measure", "verdict", "spent_million", "spent_pct"].map(at);
        let came: Vec<_> = rows
            .iter()
            .map(|row| {
                let figure = if row[share].is_empty() { row[money].trim_end_matches(".00") } else { &row[share] };
                (row[measure].as_str(), row[verdict].as_str(), figure)
            })
            .collect();
        assert_eq!(came, said.verdicts, "{} {:?}: {:?}", said.pledge, said.rows, rows);
    }
}

#[test]
fn a_strict_miss_is_an_exit_code() {
    for (commitment, code) in [("lva-ukraine-2024", 1), ("lva-purl-2025", 0), ("lva-defence-2025", 0)] {
        let of = ["verdicts", "--strict", "--commitment", commitment];
        let output = Command::new(env!("CARGO_BIN_EXE_pledgebook")).args(of).env_clear().output().unwrap();
        let said = if code == 1 { "note: 1 row is `missed`\n" } else { "" };
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), stderr.as_str()), (Some(code), said), "{commitment}");
    }
}

#[test]
fn the_compiled_in_book_is_sound() {
    let output = Command::new(env!("CARGO_BIN_EXE_pledgebook")).arg("check").env_clear().output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains(": sound: "));
}

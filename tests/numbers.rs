//! The worked numbers of the model, from the compiled-in book, by the program: written here by hand, so that nothing can bless them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::process::Command;

/// The CSV rows that the program prints, without the header.
fn rows(args: &[&str]) -> Vec<Vec<String>> {
    let output = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(args)
        .args(["--format", "csv"])
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
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
        assert_eq!(scenarios, ["latest", "budget-2026", "imf-2025-10"]);
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

#[test]
fn the_compiled_in_book_is_sound() {
    let output = Command::new(env!("CARGO_BIN_EXE_pledgebook")).arg("check").env_clear().output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains(": sound: "));
}

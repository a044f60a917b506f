//! Tables of real and invented countries, for tests: what a chart has to bear.

pub(super) mod cases; // tables of cases
pub(super) mod dated; // tables with days
pub(super) mod fan; // tables of a scenario file
mod line; // a row in words
pub(super) mod rows; // tables of verdicts
pub(super) mod several; // tables of several countries
pub(super) mod ways; // tables of paths, changes, grids and statements

use crate::error::Result;
use crate::quantity::Date;
use crate::table::{Cell, Citation, Column, Context, Table, Value, columns};
use line::{Line, label, row};

const SHARE: &[Column] =
    &[columns::ROLE, columns::LABEL, columns::YEAR, columns::SHARE_PCT, columns::AMOUNT_MILLION, columns::DEFINITION];

const AMOUNTS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::AMOUNT_MILLION,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::TITLE,
    columns::PUBLISHER,
    columns::LOW_MILLION,
    columns::HIGH_MILLION,
];

/// A table of this name with these rows: shares if it is called `share`, else amounts.
///
/// # Errors
/// A code, a year or a figure that cannot be read.
pub(super) fn table(name: &'static str, country: &str, lines: &[Line]) -> Result<Table> {
    let share = name == "share";
    let rows = lines.iter().map(|line| row(line, share)).collect::<Result<Vec<_>>>()?;
    let source = |(publisher, short): (&str, &str), day: &str| -> Result<Citation> {
        let (id, title) = (publisher.to_lowercase(), "Sample".to_owned());
        let (publisher, short) = (publisher.to_owned(), Some(short.to_owned()).filter(|short| !short.is_empty()));
        Ok(Citation { id, publisher, short, title, published: day.parse()?, url: None, note: None })
    };
    let as_of: Date = "2026-07-08".parse()?;
    Ok(Table {
        name,
        columns: if share { SHARE } else { AMOUNTS },
        rows,
        context: Context {
            book: "A book of samples".to_owned(),
            fingerprint: None,
            country: Some(country.parse()?),
            currency: Some("EUR".parse()?),
            as_of,
        },
        notes: Vec::new(),
        sources: vec![
            source(("NATO", ""), "2026-07-01")?,
            source(("Central Statistical Bureau", "CSB"), "2026-06-30")?,
            source(("Ministry of Finance", "MoF"), "2025-10-14")?,
        ],
    })
}

/// Latvia's shares, pledges and goals.
///
/// # Errors
/// As [`table`].
pub(super) fn latvia_share() -> Result<Table> {
    let outturns = [
        ("2014", "0.97"),
        ("2015", "1.07"),
        ("2016", "1.49"),
        ("2017", "1.65"),
        ("2018", "2.13"),
        ("2019", "2.09"),
        ("2020", "2.23"),
        ("2021", "2.16"),
        ("2022", "2.25"),
        ("2023", "2.93"),
        ("2024", "3.28"),
    ];
    let mut lines: Vec<Line> =
        outturns.into_iter().map(|(year, share)| ("outturn", "NATO’s definition", year, share, "")).collect();
    lines.extend([
        ("estimate", "NATO’s definition", "2025", "3.67", ""),
        ("estimate", "NATO’s definition", "2026", "4.92", ""),
        ("pledge", "4% of GDP", "2025", "4", ""),
        ("pledge", "about 5% of GDP", "2026", "5", ""),
        ("pledge", "5% of GDP", "2027", "5", ""),
        ("pledge", "4.87% of GDP", "2028", "4.87", ""),
        ("goal", "NATO goal in all", "2035", "5", ""),
        ("goal", "of it core defence", "2035", "3.5", ""),
    ]);
    table("share", "LVA", &lines)
}

/// What Latvia's pledge comes to on the latest GDP.
///
/// # Errors
/// As [`table`].
pub(super) fn latvia_amounts() -> Result<Table> {
    let about = "about 5% of GDP";
    table(
        "amounts",
        "LVA",
        &[
            ("scenario", "latest", "2025", "1720", "4% of GDP"),
            ("scenario", "latest", "2026", "|2271.15", about),
            ("scenario", "latest", "2027", "|2367.25", "5% of GDP"),
            ("scenario", "latest", "2028", "2424.8704", "4.87% of GDP"),
            ("scenario", "latest", "2029", "2615.35", about),
            ("scenario", "latest", "2030", "2744.4", about),
            ("plan", "direct-defence", "2025", "1559", ""),
            ("plan", "direct-defence", "2026", "2157.966637", ""),
        ],
    )
}

/// What an invented country's pledge comes to on a path alone in its last years, and on another in the first.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_scenarios() -> Result<Table> {
    let about = "about 2% of GDP";
    table(
        "scenarios",
        "UTO",
        &[
            ("scenario", "latest", "2026", "900", about),
            ("scenario", "latest", "2027", "|930.5", about),
            ("scenario", "latest", "2028", "1000", "2.5% of GDP"),
            ("scenario", "slump", "2026", "900", about),
            ("scenario", "slump", "2027", "870.25", about),
            ("spread", "", "2026", "0", about),
            ("spread", "", "2027", "60.25", about),
        ],
    )
}

/// What an invented country's pledge comes to on so many paths that all reach the last year.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_range(paths: i32) -> Result<Table> {
    let about = "about 2% of GDP";
    let amounts = (0..paths).flat_map(|path| (0..4).map(move |year| (path, year)));
    let amounts = amounts.map(|(path, year)| (format!("path-{path}"), 2026 + year, 900 + year * (40 - 9 * path)));
    let rows: Vec<[String; 3]> =
        amounts.map(|(path, year, amount)| [path, year.to_string(), amount.to_string()]).collect();
    let mut lines: Vec<Line> = rows
        .iter()
        .map(|[path, year, amount]| ("scenario", path.as_str(), year.as_str(), amount.as_str(), about))
        .collect();
    let spread = (27 * (paths - 1)).to_string();
    lines.push(("spread", "", "2029", &spread, about));
    table("scenarios", "UTO", &lines)
}

/// A pledge of an invented country over so many years, of which two programmes account for some, for none in the first.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_progress(years: i32) -> Result<Table> {
    let texts: Vec<(String, String)> = (0..years).map(|n| ((2020 + n).to_string(), (n * 40).to_string())).collect();
    let last = (2019 + years).to_string();
    let about = "about 2 billion EUR";
    let mut lines: Vec<Line> = [("pledge", "2000"), ("low", "1900"), ("high", "2100"), ("unaccounted", "1440")]
        .into_iter()
        .map(|(role, amount)| (role, about, last.as_str(), amount, ""))
        .collect();
    lines.push(("sum", "", "2020", "?", ""));
    lines.extend(texts.iter().skip(1).map(|(year, sum)| ("sum", "", year.as_str(), sum.as_str(), "")));
    lines.extend(texts.iter().skip(1).map(|(year, _)| ("outturn", "", year.as_str(), "25", "")));
    lines.extend(texts.iter().skip(1).map(|(year, _)| ("plan", "", year.as_str(), "15", "")));
    table("progress", "UTO", &lines)
}

/// Spending of an invented country in so many years, each by as many accounts.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_support(years: i32, accounts: usize) -> Result<Table> {
    let kinds = ["outturn", "estimate", "plan", "forecast"];
    let names = ["Kiel", "Ministry of Finance", "MoD", "NATO"];
    let texts: Vec<(String, String)> =
        (0..years).map(|n| ((2022 + n).to_string(), format!("0.{}", 1 + n * 3 % 9))).collect();
    let mut lines: Vec<Line> = Vec::new();
    for (year, share) in &texts {
        let account = |number: usize| (kinds[number], names[number], year.as_str(), share.as_str(), "");
        lines.extend((0..accounts).map(account));
        lines.push(("pledge", "at least 0.25% of GDP", year, "0.25", ""));
    }
    Ok(Table { name: "accounts", ..table("share", "UTO", &lines)? })
}

/// Support by an invented country in every second of five years, in the third of them by two accounts, of which one gives an
/// amount as well, as do those of the other years.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_accounts() -> Result<Table> {
    let lines: &[Line] = &[
        ("outturn", "Kiel", "2022", "0.8", ""),
        ("outturn", "Kiel", "2024", "0.2", ""),
        ("estimate", "MFA", "2024", "0.3", ""),
        ("plan", "MoD", "2026", "0.24", ""),
        ("pledge", "at least 0.25% of GDP", "2025", "0.25", ""),
        ("pledge", "at least 0.25% of GDP", "2026", "0.25", ""),
    ];
    let mut table = Table { name: "accounts", ..table("share", "UTO", lines)? };
    let at = table.column(&columns::AMOUNT_MILLION)?;
    for (row, amount) in table.rows.iter_mut().zip([Some(1_297), Some(83), None, Some(110)]) {
        row[at] = Cell::maybe(amount.map(|millions: u32| Value::Money(millions.into())));
    }
    Ok(table)
}

/// An invented country's shares over this many years.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_share(years: i32) -> Result<Table> {
    let first = 2026 - years;
    let texts: Vec<(String, String)> =
        (0..years).map(|n| ((first + n).to_string(), format!("{}.{}", 1 + n / 12, n * 7 % 10))).collect();
    let mut lines: Vec<Line> = texts
        .iter()
        .map(|(year, share)| ("outturn", "national definition", year.as_str(), share.as_str(), ""))
        .collect();
    lines.push(("pledge", "at least 2.5% of GDP", "2027", "2.5", ""));
    table("share", "UTO", &lines)
}

/// An invented country's amounts over this many years.
///
/// # Errors
/// As [`table`].
pub(super) fn invented_amounts(years: i32) -> Result<Table> {
    let texts: Vec<[String; 2]> =
        (0..years).map(|year| [(2026 + year).to_string(), (900 + 40 * year).to_string()]).collect();
    let pledges = ["2% of GDP", "about 2% of GDP"].into_iter().cycle();
    let mut lines: Vec<Line> = texts
        .iter()
        .zip(pledges)
        .map(|([year, amount], pledge)| ("scenario", "latest", year.as_str(), amount.as_str(), pledge))
        .collect();
    lines.extend([("outturn", "", "2026", "820", ""), ("estimate", "", "2027", "880", "")]);
    table("amounts", "UTO", &lines)
}

//! Tables with days, of an invented country.

use crate::error::Result;
use crate::quantity::{Decimal, Digits};
use crate::table::{Cell, Column, Content, Table, Value};

const REVISIONS: &[Column] = &[
    Column { name: "role", heading: "role", content: Content::Name },
    Column { name: "label", heading: "label", content: Content::Text },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "date", heading: "date", content: Content::Name },
    Column { name: "strength", heading: "strength", content: Content::Name },
    Column { name: "share_pct", heading: "share, %", content: Content::Figure },
];

const VINTAGES: &[Column] = &[
    Column { name: "role", heading: "kind", content: Content::Name },
    Column { name: "label", heading: "publisher", content: Content::Name },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "date", heading: "vintage", content: Content::Name },
    Column { name: "gdp_million", heading: "GDP, m", content: Content::Figure },
    Column { name: "precision_million", heading: "precision, m", content: Content::Figure },
    Column { name: "share_pct", heading: "share, %", content: Content::Figure },
    Column { name: "amount_million", heading: "amount, m", content: Content::Figure },
];

/// What an invented country pledged for 2024, again and again, and what was published meanwhile.
///
/// # Errors
/// A date that cannot be read.
pub(in crate::chart) fn invented_revisions(years: usize) -> Result<Table> {
    let strengths = ["goal", "bill", "statement", "declaration", "decision", "budget", "law"];
    let mut rows = Vec::new();
    for (number, strength) in strengths.into_iter().cycle().take(years).enumerate() {
        let share = format!("{}.{}", 1 + number % 3, number % 10);
        let words = ["pledge", &format!("at least {share}% of GDP"), strength];
        rows.push(revision(words, &format!("{}-03-15", 2024 - number), &share)?);
    }
    rows.push(revision(["estimate", "NATO", ""], "2023-06", "2.04")?);
    rows.push(revision(["estimate", "NATO", ""], "2024-06", "2.04")?);
    rows.push(revision(["outturn", "Eurostat", ""], "2025-04-22", "1.7")?);
    Ok(Table { name: "revisions", columns: REVISIONS, rows, ..super::table("share", "UTO", &[])? })
}

fn revision([role, label, strength]: [&str; 3], date: &str, share: &str) -> Result<Vec<Cell>> {
    Ok(vec![
        Cell::text(role),
        Cell::text(label),
        Cell::text("2024"),
        Value::Date(date.parse()?).into(),
        Cell::text(strength),
        Value::Stated(share.to_owned()).into(),
    ])
}

/// GDP of an invented country's 2024 in so many vintages, a month between them.
///
/// # Errors
/// A date that cannot be read.
pub(in crate::chart) fn invented_vintages(months: usize) -> Result<Table> {
    let mut rows = Vec::new();
    for month in 0..months {
        let (kind, precision) = if month < 15 { ("forecast", "1") } else { ("outturn", "500") };
        let date = format!("{}-{:02}-20", 2023 + month / 12, 1 + month % 12);
        let gdp: Decimal = Digits::SERIES.parse(&(90_000 + month * 377 % 2_000).to_string())?;
        rows.push(vec![
            Cell::text(kind),
            Cell::text(["Bank", "Office"][month % 2]),
            Cell::text("2024"),
            Value::Date(date.parse()?).into(),
            Value::Plain(gdp).into(),
            Value::Plain(Digits::SERIES.parse(precision)?).into(),
            Value::Stated("2".to_owned()).into(),
            Value::Money(gdp).into(),
        ]);
    }
    Ok(Table { name: "gdp-vintages", columns: VINTAGES, rows, ..super::table("amounts", "UTO", &[])? })
}

//! Tables with days, of an invented country.

use crate::error::Result;
use crate::quantity::{Date, Decimal, Digits, Year};
use crate::table::{Cell, Column, Kind, Role, Strength, Table, Value, columns};

const REVISIONS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::DATE,
    columns::STRENGTH,
    columns::SHARE_PCT,
    columns::DEFINITION,
];

const VINTAGES: &[Column] = &[
    columns::ROLE.headed("kind"),
    columns::LABEL.headed("publisher").unwrapped(),
    columns::YEAR,
    columns::DATE.headed("vintage"),
    columns::GDP_MILLION,
    columns::PRECISION_MILLION,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
];

/// What an invented country pledged for 2024, again and again, and what was published meanwhile.
///
/// # Errors
/// A date that cannot be read.
pub(in crate::chart) fn invented_revisions(years: usize) -> Result<Table> {
    let strengths = [
        Strength::Goal,
        Strength::Bill,
        Strength::Statement,
        Strength::Declaration,
        Strength::Decision,
        Strength::Budget,
        Strength::Law,
    ];
    let mut rows = Vec::new();
    for (number, strength) in strengths.into_iter().cycle().take(years).enumerate() {
        let share = format!("{}.{}", 1 + number % 3, number % 10);
        let label = super::label(Role::Pledge, &format!("at least {share}% of GDP"))?;
        let words = [Role::Pledge.into(), label, strength.into()];
        rows.push(revision(words, &format!("{}-03-15", 2024 - number), &share)?);
    }
    let published = |kind, publisher: &str| [Role::Published(kind).into(), Cell::text(publisher), Cell::UNKNOWN];
    rows.push(revision(published(Kind::Estimate, "NATO"), "2023-06", "2.04")?);
    rows.push(revision(published(Kind::Estimate, "NATO"), "2024-06", "2.04")?);
    rows.push(revision(published(Kind::Outturn, "Eurostat"), "2025-04-22", "1.7")?);
    Ok(Table { name: "revisions", columns: REVISIONS, rows, ..super::table("share", "UTO", &[])? })
}

fn revision([role, label, strength]: [Cell; 3], date: &str, share: &str) -> Result<Vec<Cell>> {
    Ok(vec![
        role,
        label,
        "2024".parse::<Year>()?.into(),
        date.parse::<Date>()?.into(),
        strength,
        Value::Stated(share.to_owned()).into(),
        Cell::UNKNOWN,
    ])
}

/// GDP of an invented country's 2024 in so many vintages, a month between them.
///
/// # Errors
/// A date that cannot be read.
pub(in crate::chart) fn invented_vintages(months: usize) -> Result<Table> {
    let mut rows = Vec::new();
    for month in 0..months {
        let (kind, precision) = if month < 15 { (Kind::Forecast, "1") } else { (Kind::Outturn, "500") };
        let date = format!("{}-{:02}-20", 2023 + month / 12, 1 + month % 12);
        let gdp: Decimal = Digits::SERIES.parse(&(90_000 + month * 377 % 2_000).to_string())?;
        rows.push(vec![
            Role::Published(kind).into(),
            Cell::text(["Bank", "Office"][month % 2]),
            "2024".parse::<Year>()?.into(),
            date.parse::<Date>()?.into(),
            Value::Plain(gdp).into(),
            Value::Plain(Digits::SERIES.parse(precision)?).into(),
            Value::Stated("2".to_owned()).into(),
            Value::Money(gdp).into(),
        ]);
    }
    Ok(Table { name: "gdp-vintages", columns: VINTAGES, rows, ..super::table("amounts", "UTO", &[])? })
}

const TIMELINE: &[Column] = &[
    columns::ROLE,
    columns::COMMITMENT,
    columns::ANNOUNCED,
    columns::STRENGTH,
    columns::PLEDGE,
    columns::FIRST_YEAR,
    columns::LAST_YEAR,
    columns::SUPERSEDED_BY,
    columns::GROUP,
    columns::AMOUNT_THEN_MILLION,
    columns::AMOUNT_NOW_MILLION,
];

/// So many statements of an invented country, every fifth of them replaced by the one after the next.
///
/// # Errors
/// A date that cannot be read.
pub(in crate::chart) fn invented_statements(statements: usize) -> Result<Table> {
    let strengths = [Strength::Law, Strength::Statement, Strength::Goal, Strength::Budget, Strength::Declaration];
    let mut rows = Vec::new();
    for number in 0..statements {
        let (at, month) = (2014 + number * 12 / statements, 1 + number % 12);
        let pledges = ["at least 2% of GDP", "about 1 billion EUR", "at most 1.5% of GDP", "4.91% of GDP"];
        let year = |year: usize| -> Result<Cell> { Ok(year.to_string().parse::<Year>()?.into()) };
        let role = [Role::Pledge, Role::Sum, Role::Goal, Role::Pledge][number % 4];
        let last = if number % 4 == 3 { Cell::UNKNOWN } else { year(at + 3)? };
        let replaced = number % 5 == 1 && number + 2 < statements;
        let amount =
            |more: usize| Cell::from(Value::Money(u32::try_from(900 + number * 31 + more).unwrap_or(0).into()));
        rows.push(vec![
            role.into(),
            Cell::name(format!("said-{number}")),
            format!("{at}-{month:02}-20").parse::<Date>()?.into(),
            strengths[number % 5].into(),
            pledges[number % 4].parse::<crate::table::Pledge>()?.into(),
            year(at + 1)?,
            last,
            if replaced { Cell::name(format!("said-{}", number + 2)) } else { Cell::UNKNOWN },
            if number % 6 == 5 { Cell::name("pact") } else { Cell::UNKNOWN },
            if number % 7 == 2 { Cell::UNKNOWN } else { amount(0) },
            amount(number % 3 * 40),
        ]);
    }
    Ok(Table { name: "timeline", columns: TIMELINE, rows, ..super::table("share", "UTO", &[])? })
}

//! Tables of verdicts, of an invented country.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio};
use crate::table::{Cell, Column, Content, Table, Value};

const SCOREBOARD: &[Column] = &[
    Column { name: "commitment", heading: "commitment", content: Content::Text },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "pledged_million", heading: "pledged, m", content: Content::Figure },
    Column { name: "spent_million", heading: "spent, m", content: Content::Figure },
    Column { name: "spent_kind", heading: "kind", content: Content::Name },
    Column { name: "spent_publisher", heading: "figures of", content: Content::Text },
    Column { name: "of_pledge_pct", heading: "of the pledge, %", content: Content::Figure },
    Column { name: "slack_pct", heading: "slack, %", content: Content::Figure },
    Column { name: "gap_million", heading: "gap, m", content: Content::Figure },
    Column { name: "gap_pp", heading: "gap, pp", content: Content::Figure },
    Column { name: "unaccounted_million", heading: "unaccounted, m", content: Content::Figure },
    Column { name: "verdict", heading: "verdict", content: Content::Name },
];

const GAP: &[Column] = &[
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "definition", heading: "definition", content: Content::Text },
    Column { name: "basis", heading: "GDP basis", content: Content::Text },
    Column { name: "pledged_million", heading: "pledged, m", content: Content::Figure },
    Column { name: "spent_million", heading: "spent, m", content: Content::Figure },
    Column { name: "spent_pct", heading: "spent, %", content: Content::Figure },
    Column { name: "spent_kind", heading: "kind", content: Content::Name },
    Column { name: "spent_publisher", heading: "figures of", content: Content::Text },
    Column { name: "gap_million", heading: "gap, m", content: Content::Figure },
    Column { name: "gap_pp", heading: "gap, pp", content: Content::Figure },
    Column { name: "verdict", heading: "verdict", content: Content::Name },
];

/// Pledges of an invented country for so many years, each with as many accounts: short, beyond and as pledged, floors and
/// ceilings, in money and as a share alone; of the last year nothing is published.
///
/// # Errors
/// A year that cannot be read.
pub(in crate::chart) fn invented_gap(years: u32, accounts: u32) -> Result<Table> {
    let quotient =
        |part: i64| Ratio::new(part.into(), Decimal::ONE_HUNDRED).map(|ratio| Value::Quotient(ratio, 2).into());
    let row = |year: u32, account: u32| -> Result<Vec<Cell>> {
        let gap = [161, -450, 0, 1][(year + account) as usize % 4];
        let last = year + 1 == years && years > 1;
        let known = |cell: Cell| if last { Cell::UNKNOWN } else { cell };
        let money = (year + account) % 3 < 2;
        Ok(vec![
            Value::Years((2020 + year).to_string().parse()?).into(),
            Cell::text(["at least 2% of GDP", "at most 2.5% of GDP"][year as usize / 4 % 2]),
            Cell::text("Defence (national)"),
            Cell::text(["latest", "budgeted"][year as usize % 2]),
            Value::Money(2_000.into()).into(),
            known(if money { Value::Money((2_000 - gap).into()).into() } else { Cell::UNKNOWN }),
            known(quotient(200 - gap / 10)?),
            Cell::text(["outturn", "estimate", "plan", "forecast"][(year + account) as usize % 4]),
            Cell::text(["MoD", "Office"][account as usize % 2]),
            known(Value::Money(gap.into()).into()),
            known(quotient(gap / 10)?),
            Cell::text(["missed", "met", "met", "met-rounded"][(year + account) as usize % 4]),
        ])
    };
    let rows = (0..years).flat_map(|year| (0..accounts).map(move |account| row(year, account)));
    let rows = rows.collect::<Result<_>>()?;
    Ok(Table { name: "gap", columns: GAP, rows, ..super::table("share", "UTO", &[])? })
}

/// So many verdicts on pledges of an invented country, of every sort.
///
/// # Errors
/// A year that cannot be read.
pub(in crate::chart) fn invented_scoreboard(rows: u32) -> Result<Table> {
    let verdicts = ["met", "met-rounded", "missed", "undecided", "incomparable", "open"];
    let kinds = ["outturn", "estimate", "plan", "forecast"];
    let row = |number: u32| -> Result<Vec<Cell>> {
        let verdict = verdicts[number as usize % verdicts.len()];
        let known = number % 6 < 4;
        let quotient = |part: u32, places| Ok(Value::Quotient(Ratio::new(part.into(), Decimal::ONE)?, places).into());
        let spent = |cell: Cell| if known { cell } else { Cell::UNKNOWN };
        Ok(vec![
            Cell::text("A wall along the border with the sea, and what belongs to it".repeat(1 + number as usize % 2)),
            Cell::text(["at least 2% of GDP", "at most 2 billion EUR"][number as usize % 2]),
            Value::Years((2020 + number % 9).to_string().parse()?).into(),
            Value::Money(2_000.into()).into(),
            spent(Value::Money((number * 333).into()).into()),
            spent(Cell::text(kinds[number as usize % 4])),
            spent(Cell::text("Ministry of Finance+Office")),
            spent(quotient(number * 33, 0)?),
            quotient(10, 1)?,
            spent(Value::Money(Decimal::from(2_000 - i64::from(number) * 333)).into()),
            spent(quotient(number, 2)?),
            if number % 4 == 3 { Value::Money(922.into()).into() } else { Cell::UNKNOWN },
            Cell::text(verdict),
        ])
    };
    let rows = (0..rows).map(row).collect::<Result<_>>()?;
    Ok(Table { name: "scoreboard", columns: SCOREBOARD, rows, ..super::table("share", "UTO", &[])? })
}

//! Tables of verdicts, of an invented country.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, Year};
use crate::table::{Basis, Cell, Column, Kind, Measure, Pledge, Table, Value, Verdict, columns};

/// The kinds that the rows of a sample go through.
const KINDS: [Kind; 4] = [Kind::Outturn, Kind::Estimate, Kind::Plan, Kind::Forecast];

const SCOREBOARD: &[Column] = &[
    columns::COMMITMENT.wrapped(),
    columns::PLEDGE,
    columns::YEAR,
    columns::PLEDGED_MILLION,
    columns::TOLERATED,
    columns::MEASURE,
    columns::SPENT_MILLION,
    columns::SPENT_PCT,
    columns::SPENT_KIND,
    columns::SPENT_PUBLISHER,
    columns::OF_PLEDGE_PCT,
    columns::SLACK_PCT,
    columns::GAP_MILLION,
    columns::GAP_PP,
    columns::SPENT_PCT_LOW,
    columns::SPENT_PCT_HIGH,
    columns::UNACCOUNTED_MILLION,
    columns::VERDICT,
    columns::ANNOUNCED,
    columns::DEFINITION,
    columns::PUBLISHED_UNDER,
    columns::SUPERSEDED_BY,
];

const GAP: &[Column] = &[
    columns::YEAR,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::MEASURE,
    columns::BASIS,
    columns::PLEDGED_MILLION,
    columns::SPENT_MILLION,
    columns::SPENT_PCT,
    columns::SPENT_KIND,
    columns::SPENT_PUBLISHER,
    columns::GAP_MILLION,
    columns::GAP_PP,
    columns::VERDICT,
    columns::SLACK_PCT,
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
            (2020 + year).to_string().parse::<Year>()?.into(),
            ["at least 2% of GDP", "at most 2.5% of GDP"][year as usize / 4 % 2].parse::<Pledge>()?.into(),
            Cell::text("Defence (national)"),
            if money { Measure::Money } else { Measure::Published }.into(),
            [Basis::Latest, Basis::Budgeted][year as usize % 2].clone().into(),
            Value::Money(2_000.into()).into(),
            known(if money { Value::Money((2_000 - gap).into()).into() } else { Cell::UNKNOWN }),
            known(quotient(200 - gap / 10)?),
            KINDS[(year + account) as usize % 4].into(),
            Cell::text(["MoD", "Office"][account as usize % 2]),
            known(Value::Money(gap.into()).into()),
            known(quotient(gap / 10)?),
            [Verdict::Missed, Verdict::Met, Verdict::Met, Verdict::MetRounded][(year + account) as usize % 4].into(),
            quotient(500)?,
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
    let row = |number: u32| -> Result<Vec<Cell>> {
        let verdict = Verdict::ALL[number as usize % Verdict::ALL.len()];
        let known = number % 6 < 4;
        let quotient = |part: u32, places| Ok(Value::Quotient(Ratio::new(part.into(), Decimal::ONE)?, places).into());
        let spent = |cell: Cell| if known { cell } else { Cell::UNKNOWN };
        Ok(vec![
            Cell::text("A wall along the border with the sea, and what belongs to it".repeat(1 + number as usize % 2)),
            ["at least 2% of GDP", "at most 2 billion EUR"][number as usize % 2].parse::<Pledge>()?.into(),
            (2020 + number % 9).to_string().parse::<Year>()?.into(),
            Value::Money(2_000.into()).into(),
            ["at least 1.9% of GDP", "at most 2200 million EUR"][number as usize % 2].parse::<Pledge>()?.into(),
            spent(Measure::ALL[number as usize / 2 % 2].into()),
            spent(Value::Money((number * 333).into()).into()),
            spent(quotient(number * 33, 2)?),
            spent(KINDS[number as usize % 4].into()),
            spent(Cell::text("Ministry of Finance+Office")),
            spent(quotient(number * 33, 0)?),
            quotient(10, 1)?,
            spent(Value::Money(Decimal::from(2_000 - i64::from(number) * 333)).into()),
            spent(quotient(number, 2)?),
            spent(quotient(number * 30, 3)?),
            spent(quotient(number * 36, 3)?),
            if number % 4 == 3 { Value::Money(922.into()).into() } else { Cell::UNKNOWN },
            verdict.into(),
            Cell::UNKNOWN,
            Cell::text(format!("Wall number {}", number / 9)),
            if verdict == Verdict::Incomparable { Cell::text("Walls (as others count)") } else { Cell::UNKNOWN },
            Cell::UNKNOWN,
        ])
    };
    let rows = (0..rows).map(row).collect::<Result<_>>()?;
    Ok(Table { name: "scoreboard", columns: SCOREBOARD, rows, ..super::table("share", "UTO", &[])? })
}

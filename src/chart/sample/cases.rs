//! Tables of cases, of an invented country.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, Year};
use crate::table::{Basis, Cell, Column, Kind, Pledge, Table, Value, Verdict, columns};

const SENSITIVITY: &[Column] = &[
    columns::GROWTH_PP,
    columns::SHARE_PCT,
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::GAP_MILLION,
    columns::VERDICT,
    columns::PLEDGE,
    columns::YEAR,
    columns::DEFINITION,
    columns::BASIS,
    columns::TITLE,
    columns::SPENT_MILLION,
    columns::SPENT_KIND,
];

/// A pledge of 5% of GDP in so many cases of growth and of the share, with a figure to judge by or without one.
///
/// # Errors
/// A figure that cannot be read.
pub(in crate::chart) fn invented_cases(growths: i64, shares: i64, judged: bool) -> Result<Table> {
    let hundredths =
        |value: i64| -> Result<Cell> { Ok(Value::Quotient(Ratio::new(value.into(), Decimal::ONE_HUNDRED)?, 2).into()) };
    let (pledge, year): (Pledge, Year) = ("about 5% of GDP".parse()?, Year::try_from(2026)?);
    let mut rows = Vec::new();
    for growth in (0..growths).map(|number| (number - growths / 2) * 25) {
        for share in (0..shares).map(|number| 500 + (number - shares / 2) * 5) {
            let gdp = 43_953 + growth * 4;
            let amount = gdp * share / 10_000;
            let gap = amount - 2_158;
            let verdict = match gap {
                ..=0 => Verdict::Met,
                1..=30 => Verdict::MetRounded,
                31..=40 => Verdict::Undecided,
                _ => Verdict::Missed,
            };
            let known = |cell: Cell| if judged { cell } else { Cell::UNKNOWN };
            rows.push(vec![
                hundredths(growth)?,
                hundredths(share)?,
                Value::Plain(gdp.into()).into(),
                Value::Money(amount.into()).into(),
                known(Value::Money(gap.into()).into()),
                if judged { verdict } else { Verdict::Open }.into(),
                pledge.into(),
                year.into(),
                Cell::text("Defence spending (its definition)"),
                Basis::Latest.into(),
                Cell::UNKNOWN,
                known(Value::Money(2_158.into()).into()),
                known(Kind::Plan.into()),
            ]);
        }
    }
    Ok(Table { name: "sensitivity", columns: SENSITIVITY, rows, ..super::table("share", "UTO", &[])? })
}

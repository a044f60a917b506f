//! Tables of amounts over all scenarios of a file.

use crate::error::Result;
use crate::quantity::{Decimal, Year};
use crate::table::{Cell, Column, Pledge, Table, Value, columns};

const FAN: &[Column] = &[
    columns::YEAR,
    columns::PLEDGE,
    columns::COUNT,
    columns::MIN_MILLION,
    columns::P5_MILLION,
    columns::P25_MILLION,
    columns::MEDIAN_MILLION,
    columns::P75_MILLION,
    columns::P95_MILLION,
    columns::MAX_MILLION,
    columns::DEFINITION,
];

/// A fan of these years, which opens by so many millions a year.
///
/// # Errors
/// A year that cannot be read.
pub(in crate::chart) fn invented_fan(years: &[u16], opens: i64) -> Result<Table> {
    let pledge: Pledge = "about 5% of GDP".parse()?;
    let row = |(number, year): (i64, &u16)| {
        let amount = |ends: i64| Cell::from(Value::Money(Decimal::from(2_200 + 90 * number + ends * opens * number)));
        let mut row = vec![year.to_string().parse::<Year>()?.into(), pledge.into()];
        row.push(Value::Plain(Decimal::from(1_000 - number)).into());
        row.extend([-4, -3, -1, 0, 1, 4, 5].map(amount));
        row.push(Cell::text("Defence spending (national budget)"));
        Ok(row)
    };
    let rows = (0..).zip(years).map(row).collect::<Result<Vec<_>>>()?;
    Ok(Table { name: "fan", columns: FAN, rows, ..super::table("share", "LVA", &[])? })
}

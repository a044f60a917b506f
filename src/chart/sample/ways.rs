//! Tables of ways to a pledge, of an invented country.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, Year};
use crate::table::{Basis, Cell, Column, Kind, Pledge, Role, Shape, Table, Value, columns};

const PATH: &[Column] = &[
    columns::ROLE,
    columns::SHAPE,
    columns::LABEL,
    columns::YEAR,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::GROWTH_PCT,
    columns::CHANGE_PP,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::BASIS,
    columns::TITLE,
];

/// A figure in thousandths, to two places.
fn thousandths(value: i64) -> Result<Cell> {
    Ok(Value::Quotient(Ratio::new(value.into(), Decimal::ONE_THOUSAND)?, 2).into())
}

/// Paths of an invented country over so many years up to 2035, from 2.33% to 3.5% of GDP, whose money is known or not.
///
/// # Errors
/// A figure that cannot be read.
pub(in crate::chart) fn invented_path(years: i32, money: bool) -> Result<Table> {
    let start = 2035 - years;
    let known = |cell: Cell| if money { cell } else { Cell::UNKNOWN };
    let row = |role: Role, shape: Option<Shape>, at: i32, cells: [Cell; 4], pledge: Option<Pledge>| -> Result<_> {
        let [share, amount, growth, step] = cells;
        let title = Cell::text("Spending on an invented purpose (its definition)");
        let year: Cell = Year::try_from(at)?.into();
        let (role, shape) = (role.into(), Cell::maybe(shape));
        let gdp = [Cell::from(Basis::Latest), Cell::UNKNOWN];
        let label = if pledge.is_some() { Cell::text("Goal of all") } else { Cell::text("Office") };
        let [basis, scenario] = gdp;
        Ok(vec![role, shape, label, year, share, amount, growth, step, Cell::maybe(pledge), title, basis, scenario])
    };
    let unknown = || [Cell::UNKNOWN, Cell::UNKNOWN, Cell::UNKNOWN];
    let mut rows = Vec::new();
    for at in start - 9..=start + 1 {
        let kind = if at > start { Kind::Estimate } else { Kind::Outturn };
        let share =
            thousandths(2_330 + i64::from(at - start) * 110 + i64::from(at % 3) * 20 - i64::from(start % 3) * 20)?;
        let [amount, growth, step] = unknown();
        rows.push(row(Role::Published(kind), None, at, [share, amount, growth, step], None)?);
    }
    // the share and the growth of a year, in thousandths
    let curve = |shape: Shape, at: i32| {
        let (done, at_end) = (i64::from(at) * 1_170 / i64::from(years), at == years);
        if shape == Shape::Flat {
            return if at_end { (3_500, 52_400) } else { (2_330, 2_000) };
        }
        if shape == Shape::Growth {
            return (2_330 + done - i64::from(at * (years - at)) * 12, 6_110);
        }
        (2_330 + done, 7_040 - i64::from(at) * 160)
    };
    for shape in [Shape::Linear, Shape::Growth, Shape::Flat] {
        for at in 0..=years {
            let (share, growth) = curve(shape, at);
            let amount = known(Value::Money((share * 30 + i64::from(at) * 900).into()).into());
            let growth = if at == 0 { Cell::UNKNOWN } else { known(thousandths(growth)?) };
            let cells = [thousandths(share)?, amount, growth, Cell::UNKNOWN];
            rows.push(row(Role::Path, Some(shape), start + at, cells, None)?);
        }
    }
    let pledge: Pledge = "at least 3.5% of GDP".parse()?;
    let amount = known(Value::Money(159_000.into()).into());
    let cells = [thousandths(3_500)?, amount, known(thousandths(6_110)?), thousandths(1_170 / i64::from(years))?];
    rows.push(row(Role::Goal, None, 2035, cells, Some(pledge))?);
    Ok(Table { name: "path", columns: PATH, rows, ..super::table("share", "UTO", &[])? })
}

const WHY: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::DATE,
    columns::DEFINITION,
    columns::PLEDGE,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::EFFECT_MILLION,
    columns::EFFECT_PP,
    columns::FROM,
    columns::TO,
];

/// What moved a share of an invented country from 3.28%, in thousandths of a point, by another definition as well or not.
///
/// # Errors
/// A figure that cannot be read.
pub(in crate::chart) fn invented_change(spending: i64, gdp: i64, definition: Option<i64>) -> Result<Table> {
    let end = |kind: Kind, by: &str, at: i32, share: i64| -> Result<Vec<Cell>> {
        Ok(vec![
            Role::Published(kind).into(),
            Cell::text(by),
            Year::try_from(at)?.into(),
            "2026-07-08".parse::<crate::quantity::Date>()?.into(),
            Cell::text(if by == "Office" {
                "Defence spending (its definition)"
            } else {
                "Defence spending (another one)"
            }),
            Cell::UNKNOWN,
            thousandths(share)?,
            Value::Money((share * 2 / 5).into()).into(),
            Cell::UNKNOWN,
            Cell::UNKNOWN,
            Cell::UNKNOWN,
            Cell::UNKNOWN,
        ])
    };
    let effect = |role: Role, points: i64| -> Result<Vec<Cell>> {
        let mut row = vec![Cell::UNKNOWN; WHY.len()];
        row[0] = role.into();
        row[8] = Value::Money(if role == Role::ByGdp { 0 } else { points * 2 / 5 }.into()).into();
        row[9] = thousandths(points)?;
        let base = if role == Role::ByGdp { 40_000 } else { 1_312 };
        row[10] = Value::Money(base.into()).into();
        row[11] = Value::Money((base + points * 2 / 5).into()).into();
        Ok(row)
    };
    let by = if definition.is_some() { "Ministry" } else { "Office" };
    let last = 3_280 + spending + gdp + definition.unwrap_or_default();
    let mut rows = vec![end(Kind::Outturn, "Office", 2024, 3_280)?];
    rows.extend([effect(Role::BySpending, spending)?, effect(Role::ByGdp, gdp)?]);
    rows.extend(definition.map(|points| effect(Role::ByDefinition, points)).transpose()?);
    rows.push(end(Kind::Plan, by, if definition.is_some() { 2024 } else { 2025 }, last)?);
    Ok(Table { name: "why", columns: WHY, rows, ..super::table("share", "UTO", &[])? })
}

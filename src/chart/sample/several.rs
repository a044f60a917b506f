//! Tables of several countries beside each other.

use crate::error::Result;
use crate::quantity::{Country, Decimal, Ratio, Year};
use crate::table::{Cell, Column, Kind, Pledge, Role, Table, Value, Verdict, columns};

/// Countries with short and with long names, and one without a name.
const COUNTRIES: [&str; 8] = ["NLD", "GBR", "MKD", "UTO", "USA", "LVA", "EST", "ISL"];

const LEAGUE: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::RANK,
    columns::COUNTRY,
    columns::YEAR,
    columns::DEFINITION,
    columns::SHARE_OF,
    columns::SHARE_PCT,
    columns::CHANGE_PP,
    columns::SINCE,
    columns::PLEDGE,
    columns::PLEDGE_PCT,
    columns::VERDICT,
];

const GRID: &[Column] = &[columns::ROLE, columns::COUNTRY, columns::YEAR, columns::SHARE_PCT, columns::DEFINITION];

fn hundredths(value: i64) -> Result<Cell> {
    Ok(Value::Quotient(Ratio::new(value.into(), Decimal::ONE_HUNDRED)?, 2).into())
}

fn country(number: i64) -> Result<Country> {
    let invented = || format!("{}{}X", letter(number / 26), letter(number % 26));
    let known = usize::try_from(number).ok().and_then(|number| COUNTRIES.get(number));
    known.map_or_else(invented, |code| (*code).to_owned()).parse()
}

fn letter(number: i64) -> char {
    u8::try_from(number % 26).map_or('A', |number| char::from(b'A' + number))
}

fn table(name: &'static str, columns: &'static [Column], rows: Vec<Vec<Cell>>) -> Result<Table> {
    let sample = super::table("share", "LVA", &[])?;
    Ok(Table { name, columns, rows, ..sample })
}

/// A league of so many countries, of which the last has no figure, with so many levels that all are held against.
///
/// # Errors
/// A figure that cannot be read.
pub(in crate::chart) fn invented_league(countries: i64, levels: i64) -> Result<Table> {
    let (year, since) = (Year::try_from(2026)?, Year::try_from(2016)?);
    let mut rows = Vec::new();
    for number in 0..countries {
        let there = number + 1 < countries;
        let kind = if number % 3 == 0 { Kind::Outturn } else { Kind::Estimate };
        let figure = |value: i64| if there { hundredths(value) } else { Ok(Cell::UNKNOWN) };
        let own = there && number % 4 == 0;
        let pledge: Pledge = "about 3.5% of GDP".parse()?;
        rows.push(vec![
            Cell::maybe(there.then_some(Role::Published(kind))),
            Cell::UNKNOWN,
            Cell::maybe(there.then(|| Value::Plain(Decimal::from(number + 1)))),
            country(number)?.into(),
            year.into(),
            Cell::text("Spending on an invented purpose (its definition)"),
            Cell::UNKNOWN,
            figure(600 - number * 400 / countries)?,
            figure(number * 37 % 300 - 40)?,
            Cell::maybe(there.then_some(since)),
            Cell::maybe(own.then_some(pledge)),
            if own { hundredths(350)? } else { Cell::UNKNOWN },
            Cell::maybe(own.then_some(if number % 8 == 0 { Verdict::Met } else { Verdict::Missed })),
        ]);
    }
    for level in 0..levels {
        let pledge: Pledge = format!("at least {}% of GDP", level + 2).parse()?;
        let mut row = vec![Cell::UNKNOWN; LEAGUE.len()];
        let cells: [(usize, Cell); 5] = [
            (0, Role::Goal.into()),
            (1, Cell::name("GROUP")),
            (4, Year::try_from(2030)?.into()),
            (10, pledge.into()),
            (11, hundredths(200 + level * 100)?),
        ];
        cells.into_iter().for_each(|(at, cell)| row[at] = cell);
        rows.push(row);
    }
    table("league", LEAGUE, rows)
}

/// A grid of so many countries over so many years, of which the last has no figure.
///
/// # Errors
/// A figure that cannot be read.
pub(in crate::chart) fn invented_grid(countries: i64, years: i32) -> Result<Table> {
    let mut rows = Vec::new();
    let title = || Cell::text("Spending on an invented purpose (its definition)");
    for number in 0..countries {
        let own: Cell = country(number)?.into();
        if number + 1 == countries {
            rows.push(vec![Cell::UNKNOWN, own, Cell::UNKNOWN, Cell::UNKNOWN, title()]);
            continue;
        }
        for at in 0..years {
            let year: Cell = Year::try_from(2026 - years + at)?.into();
            let kind = if at + 2 < years { Kind::Outturn } else { Kind::Estimate };
            let share = hundredths(100 + (number * 53 + i64::from(at) * 31) % 400)?;
            if at != 3 {
                rows.push(vec![Role::Published(kind).into(), own.clone(), year.clone(), share, title()]);
            }
            if at % 3 == 0 {
                rows.push(vec![Role::Pledge.into(), own.clone(), year, hundredths(250)?, title()]);
            }
        }
    }
    table("grid", GRID, rows)
}

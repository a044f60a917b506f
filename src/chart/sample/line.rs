//! A row of a sample in words, and its cells.

use crate::error::Result;
use crate::quantity::{Decimal, Digits, Year};
use crate::table::{Basis, Cell, Pledge, Qualifier, Role, Value};

/// A row of a sample: role, label, year, figure, pledge; a figure that begins with `|` stands after a break, `?` is an
/// unknown one.
pub(super) type Line<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

/// Its cells: a share or an amount, what belongs to neither unknown.
///
/// # Errors
/// A word, a year or a figure that cannot be read.
pub(super) fn row((role, label, year, figure, pledge): &Line, share: bool) -> Result<Vec<Cell>> {
    let (role, year) = (self::role(role)?, year.parse::<Year>()?);
    let mut cells = vec![role.into(), self::label(role, label)?, year.into(), self::figure(figure, share)?];
    if share {
        cells.extend([Cell::UNKNOWN, Cell::UNKNOWN]);
        return Ok(cells);
    }
    let pledge = if pledge.is_empty() { None } else { Some(pledge.parse::<Pledge>()?) };
    let is_about = pledge.is_some_and(|pledge| pledge.qualifier == Qualifier::About);
    let millions = cells[3].number().filter(|_| is_about);
    let tenth = |tenths: u32| {
        Cell::maybe(millions.map(|millions| Value::Money(millions * Decimal::from(tenths) / Decimal::TEN)))
    };
    let allowed = [tenth(9), tenth(11)];
    let gdp_by =
        if role == Role::Scenario { Cell::text(format!("Office {}", year.number() % 2)) } else { Cell::UNKNOWN };
    cells.extend([Cell::maybe(pledge), Cell::UNKNOWN, Cell::UNKNOWN, gdp_by]);
    cells.extend(allowed);
    Ok(cells)
}

fn figure(figure: &str, share: bool) -> Result<Cell> {
    if figure == "?" {
        return Ok(Cell::UNKNOWN);
    }
    let digits = figure.trim_start_matches('|');
    let number: Decimal = Digits::SERIES.parse(digits)?;
    let value = if share { Value::Stated(digits.to_owned()) } else { Value::Money(number) };
    Ok(Cell::from(value).after_break(figure.starts_with('|')))
}

/// What is a row, by its word in tables.
fn role(word: &str) -> Result<Role> {
    let others =
        [Role::Pledge, Role::Goal, Role::Scenario, Role::Spread, Role::Low, Role::High, Role::Sum, Role::Unaccounted];
    let known = others.into_iter().find(|role| role.word() == word);
    known.map_or_else(|| word.parse().map(Role::Published), Ok)
}

/// What a row is called: the words of a pledge, the name of a path, or a text.
pub(super) fn label(role: Role, text: &str) -> Result<Cell> {
    Ok(match role {
        Role::Pledge | Role::Low | Role::High => text.parse::<Pledge>()?.into(),
        Role::Scenario => text.parse::<Basis>().map_or_else(|_| Cell::name(text), Cell::from),
        Role::Published(_) | Role::Goal | Role::Spread | Role::Sum | Role::Unaccounted => Cell::text(text),
        Role::Mean | Role::Path | Role::BySpending | Role::ByGdp | Role::ByDefinition => Cell::UNKNOWN,
    })
}

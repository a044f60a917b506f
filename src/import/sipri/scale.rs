//! In which unit amounts stand: by the words above a sheet, or by what the same money is in another one.

use crate::error::Result;
use crate::import::countries;
use crate::import::workbook::{Stated, unreadable};
use crate::quantity::{Country, multiply, subtract};

use super::table::{Line, Table};

/// The country whose own money is the dollar, so that its amounts stand in two sheets.
const IN_DOLLARS: &str = "USA";

/// The power of ten that turns a sheet's amounts into millions, by its words.
///
/// # Errors
/// It does not say in which unit they are.
pub(super) fn stated(table: &Table<'_>) -> Result<i32> {
    let has = |word: &str| table.preamble.iter().any(|text| text.to_lowercase().contains(word));
    match () {
        () if has("million") || has("$m") || has("$ m") => Ok(0),
        () if has("billion") || has("$b") || has("$ b") => Ok(3),
        () => {
            let reason = "it does not say in which unit its amounts are";
            Err(unreadable(&table.sheet.title(), reason, "take the workbook as SIPRI ships it"))
        }
    }
}

/// The same of amounts in local currency. Cells have been shipped in whole units and shown in millions, so that one amount of the
/// country that pays in dollars is compared with the one in the sheet of dollars; without such an amount the words count.
///
/// # Errors
/// As [`stated`].
pub(super) fn measured(local: &Table<'_>, dollars: &Table<'_>, in_dollars: i32) -> Result<i32> {
    let country: Country = IN_DOLLARS.parse()?;
    let line = |table: &Table<'_>| table.lines.iter().position(|line| countries::by_name(line.name) == Some(country));
    let lines = line(local).zip(line(dollars)).map(|(own, other)| (&local.lines[own], &dollars.lines[other]));
    let power =
        lines.and_then(|(own, other)| [0, -3, -6, 3].into_iter().find(|power| is_same(own, *power, other, in_dollars)));
    power.map_or_else(|| stated(local), Ok)
}

/// Whether the last amount that both lines have is the same money, but for a hundredth.
fn is_same(own: &Line<'_>, power: i32, other: &Line<'_>, in_dollars: i32) -> bool {
    let pair = own.figures.iter().rev().find_map(|figure| {
        let same_year = other.figures.iter().find(|own| own.year == figure.year)?;
        Some((figure.text()?, same_year.text()?))
    });
    let close = |(own, other): (&str, &str)| -> Result<bool> {
        let (own, other) = (Stated::parse(own, power)?.value, Stated::parse(other, in_dollars)?.value);
        Ok(multiply(subtract(own, other)?.abs(), 100.into())? <= other)
    };
    pair.is_some_and(|pair| close(pair).unwrap_or(false))
}

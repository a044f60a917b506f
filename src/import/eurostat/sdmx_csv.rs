//! SDMX-CSV as Eurostat has it: one figure a row; what is no attribute is a dimension.

use std::sync::Arc;

use crate::error::{Errors, SourceText};
use crate::import::grid::{Grid, Line, code, column, needed, separator};
use crate::import::vintage::day_of_stamp;

use super::flags::Flags;
use super::message::{Message, Point, Series};

const TIME: &[&str] = &["TIME_PERIOD", "time"];
const VALUE: &[&str] = &["OBS_VALUE", "value"];
const FLAG: &[&str] = &["OBS_FLAG", "OBS_STATUS", "flag"];
const UPDATED: &[&str] = &["LAST UPDATE", "updated"];

/// Reads a text; it was updated on the one day that all its rows name.
pub(super) fn read(text: &Arc<SourceText>) -> Result<Message, Errors> {
    let grid = Grid::read(text, separator(text.content()))?;
    let header = grid.first();
    let (time, value) = (needed(&header, TIME)?, needed(&header, VALUE)?);
    let (flag, updated) = (column(&header, FLAG), column(&header, UPDATED));
    let confidentiality = column(&header, &["CONF_STATUS"]);
    let names: Vec<(usize, String)> = header.cells().map(|cell| code(&cell.text).to_owned()).enumerate().collect();
    let text_of = |line: &Line<'_>, column: Option<usize>| column.map(|column| line.cell(column).text.into_owned());
    let series = grid.lines().skip(1).map(|line| {
        line.check(&header)?;
        let cell = line.cell(value);
        let letters = text_of(&line, flag).unwrap_or_default();
        let secret = text_of(&line, confidentiality).unwrap_or_default();
        let point = Point {
            time: code(&line.cell(time).text).to_owned(),
            value: cell.text.clone().into_owned(),
            flags: Flags::new(code(&letters), code(&secret)),
            origin: cell.origin(),
        };
        let dimensions = names.iter().map(|(index, name)| (name.clone(), code(&line.cell(*index).text).to_owned()));
        Ok(Series { dimensions: dimensions.collect(), points: vec![point] })
    });
    let series = series.collect::<Result<_, Errors>>()?;
    let mut days = grid.lines().skip(1).filter_map(|line| text_of(&line, updated)).map(|text| day_of_stamp(&text));
    let first = days.next().flatten();
    Ok(Message { series, updated: first.filter(|_| days.all(|day| day == first)) })
}

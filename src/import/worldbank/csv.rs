//! The CSV of an indicator: a preamble, then one country a row and one year a column.

use std::sync::Arc;

use crate::error::{Error, Errors, Kind, SourceText};
use crate::import::grid::{Cell, Grid, Line, column, needed, year_columns};
use crate::import::vintage::day_of_stamp;

use super::message::{Message, Raw};

/// Where the columns stand.
struct Columns<'g> {
    country: usize,
    indicator: usize,
    title: Option<usize>,
    years: Vec<(usize, Cell<'g>)>,
}

/// Reads a text; it was updated when its preamble says.
pub(super) fn read(text: &Arc<SourceText>) -> Result<Message, Errors> {
    let grid = Grid::read(text, ',')?;
    let mut lines = grid.lines();
    let mut updated = None;
    let header = lines.by_ref().find(|line| {
        if line.cell(0).text == "Last Updated Date" {
            updated = day_of_stamp(&line.cell(1).text);
        }
        line.cell(0).text == "Country Name"
    });
    let header = header.ok_or_else(|| {
        Error::new(Kind::MissingColumn { column: "Country Name".to_owned() })
            .help("the columns are named below a preamble; take the file as its publisher ships it")
            .at(grid.first().cell(0).origin().place())
    })?;
    let columns = Columns {
        country: needed(&header, &["Country Code"])?,
        indicator: needed(&header, &["Indicator Code"])?,
        title: column(&header, &["Indicator Name"]),
        years: year_columns(&header)?.into_iter().map(|index| (index, header.cell(index))).collect(),
    };
    let mut figures = Vec::new();
    for line in lines {
        line.check(&header)?;
        figures.extend(columns.figures(&line));
    }
    Ok(Message { figures, updated, other_pages: 0 })
}

impl Columns<'_> {
    fn figures(&self, line: &Line<'_>) -> Vec<Raw> {
        let text = |column: usize| line.cell(column).text.into_owned();
        let figure = |(index, year): &(usize, Cell<'_>)| {
            let cell = line.cell(*index);
            Raw {
                indicator: text(self.indicator),
                title: self.title.map(text).unwrap_or_default(),
                country: text(self.country),
                time: year.text.clone().into_owned(),
                value: cell.text.clone().into_owned(),
                status: String::new(),
                origin: cell.origin(),
            }
        };
        self.years.iter().filter(|(index, _)| !line.cell(*index).text.is_empty()).map(figure).collect()
    }
}

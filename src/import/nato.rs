//! NATO's workbook of defence expenditure, in the layouts of its editions: a table on each sheet, often of two blocks.
//!
//! Titles, units and price bases are found by their words, years and labels by what they are. NATO's year is the fiscal year that
//! holds most of its months, its shares are of GDP at constant prices, and both are said in the note of a row.

mod label;
mod marks;
mod meaning;
mod table;

use crate::book::{Measure, Observation, Source, Unit};
use crate::error::{Error, Errors, Kind, Result};
use crate::quantity::{Country, Currency, Year};

use super::workbook::{Content, Sheet, Stated, Workbook, is_workbook, unreadable};
use super::{Edition, Format, Official, Wanted, allies};
use label::Label;
use marks::{bare, is_missing};
use meaning::{Meaning, Words};
use shares::Shares;
use table::{Figure, Line, Table};

pub(super) const ENTRY: Format = Format {
    name: "nato",
    about: "defence expenditure of NATO's members, the workbook of an edition",
    recognises,
    read,
};

const PUBLISHER: &str = "NATO";
const SPENDING: &str = "nato";
const EQUIPMENT: &str = "nato-equipment";
const DOLLAR: &str = "USD";

/// Whether sheets are called `Table 1`, `TABLE2` and so on.
fn recognises(official: &Official<'_>) -> bool {
    let is_table = |name: &String| {
        let number = name.to_lowercase().strip_prefix("table").map(|rest| rest.trim_start().to_owned());
        number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    };
    is_workbook(official) && Workbook::open(official).is_ok_and(|workbook| workbook.sheets().iter().any(is_table))
}

fn read(official: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let published = wanted.vintage(official, None)?;
    let mut workbook = Workbook::open(official)?;
    let document = Source {
        id: format!("{}-{published}", ENTRY.name),
        title: String::new(),
        publisher: PUBLISHER.to_owned(),
        published,
        url: None,
        licence: None,
        secondary: false,
        note: None,
    };
    let mut reading = Reading { edition: Edition::of(document), shares: Shares::default(), errors: Errors::default() };
    for name in workbook.sheets() {
        reading.sheet(&workbook.sheet(&name)?);
    }
    reading.finish(official)
}

/// What has been read so far.
struct Reading {
    edition: Edition,
    shares: Shares,
    errors: Errors,
}

impl Reading {
    fn sheet(&mut self, sheet: &Sheet) {
        let table = Table::read(sheet);
        if table.title.is_empty() {
            return self.edition.leave_out("sheets without a table", 1);
        }
        if self.edition.document.title.is_empty() {
            self.edition.document.title = subject(table.title).to_owned();
        }
        self.edition.leave_out("notes", table.notes);
        self.edition.leave_out("page numbers", table.pages);
        let mut words = Words::of_title(table.title);
        for block in &table.blocks {
            words = words.below(block);
            match words.meaning() {
                Ok(meaning) => block.lines.iter().for_each(|line| self.line(sheet, &meaning, line)),
                Err(reason) => {
                    let spot = block.lines.first().map_or_else(|| sheet.title(), |line| sheet.spot(line.row, 0));
                    self.errors.push(unreadable(&spot, &reason, "see whether it is a table of defence expenditure"));
                }
            }
        }
    }

    fn line(&mut self, sheet: &Sheet, meaning: &Meaning, line: &Line<'_>) {
        let filled = line.figures.iter().filter(|figure| figure.text().is_some()).count();
        self.edition.leave_out("cells without a figure", line.figures.len() - filled);
        let Some((column, text)) = line.label else { return self.edition.leave_out("cells without a label", filled) };
        if let Meaning::LeftOut(what) = meaning {
            return self.edition.leave_out(what, filled);
        }
        let found = match Label::parse(text) {
            Some(Label::Aggregate) => {
                self.edition.leave_out(&format!("{} of aggregates", meaning.what()), filled);
                self.figures(sheet, meaning, line, bare(text), None)
            }
            Some(Label::Ally(country, money)) => match unit(meaning, country, money) {
                Ok(unit) => self.figures(sheet, meaning, line, country.code(), Some((country, unit))),
                Err(error) => Err(error.at(sheet.place(line.row, column))),
            },
            None => Err(unknown(text).at(sheet.place(line.row, column))),
        };
        self.errors.keep(found);
    }

    /// Keeps what a line says of an ally, and of whom ever what the shares follow from.
    fn figures(&mut self, sheet: &Sheet, meaning: &Meaning, line: &Line<'_>, name: &str, ally: Option<(Country, Unit)>) -> Result<()> {
        for figure in &line.figures {
            let Some(text) = figure.text() else { continue };
            let stated = Stated::parse(text, 0).map_err(|error| error.at(sheet.place(line.row, figure.column)))?;
            self.shares.note(meaning, name, figure.year, stated);
            let Some((country, unit)) = ally else { continue };
            match row(meaning, country, unit, figure, stated) {
            }
        }
        Ok(())
    }
}

//! NATO's workbook of defence expenditure, in the layouts of its editions: a table on each sheet, often of two blocks.
//!
//! Titles, units and price bases are found by their words, years and labels by what they are. NATO's year is the fiscal year that
//! holds most of its months, its shares are of GDP at constant prices, and both are said in the note of a row.

mod header;
mod label;
mod marks;
mod meaning;
mod shares;
mod table;

use crate::book::{Observation, Unit};
use crate::error::{Error, Errors, Kind, Result};
use crate::quantity::{Country, Currency};

use super::number::{self, DecimalSign};
use super::vintage::vintage;
use super::workbook::{Cell, Sheet, Stated, Workbook, is_workbook, unreadable};
use super::{Edition, Format, Official, Wanted, allies};
use label::Label;
use marks::bare;
use meaning::{Meaning, Words};
use shares::Shares;
use table::{Line, Table};

pub(super) const ENTRY: Format = Format {
    name: "nato",
    about: "defence expenditure of NATO's members, the workbook of an edition",
    map: Some(&[]),
    recognises,
    read,
};

const PUBLISHER: &str = "NATO";
const DOLLAR: &str = "USD";
/// By which power of ten a number is multiplied that its cell shows as per cent.
const PER_CENT: i32 = 2;

/// Whether sheets are called `Table 1`, `TABLE2` and so on.
fn recognises(official: &Official<'_>) -> bool {
    let is_table = |name: &String| {
        let number = name.to_lowercase().strip_prefix("table").map(|rest| rest.trim_start().to_owned());
        number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    };
    is_workbook(official) && Workbook::open(official).is_ok_and(|workbook| workbook.sheets().iter().any(is_table))
}

fn read(official: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let mut workbook = Workbook::open(official)?;
    let published = vintage(official, None, wanted)?;
    let document = ENTRY.document(published, PUBLISHER, String::new());
    let mut reading = Reading { edition: Edition::of(document), shares: Shares::default(), errors: Errors::default() };
    reading.edition.leave_out("hidden sheets", workbook.hidden());
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
        if table.title.is_empty() || table.is_list && table.blocks.is_empty() {
            return self.edition.leave_out("sheets without a table", 1);
        }
        if table.blocks.is_empty() {
            let reason = "no row of years is followed by figures below its title";
            self.errors.push(unreadable(&sheet.title(), reason, "take the workbook as NATO ships it"));
        }
        table.faults.into_iter().for_each(|fault| self.errors.push(fault));
        if self.edition.document.title.is_empty() {
            self.edition.document.title = subject(table.title).to_owned();
        }
        self.edition.leave_out("notes", table.notes);
        self.edition.leave_out("page numbers", table.pages);
        self.edition.leave_out("cells without a year", table.yearless);
        let mut words = Words::of(table.title);
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
                self.figures(sheet, meaning, line, Whose::Aggregate(bare(text)))
            }
            Some(Label::Ally(country, money)) => match unit(meaning, country, money) {
                Ok(unit) => self.figures(sheet, meaning, line, Whose::Ally(country, unit)),
                Err(error) => Err(error.at(sheet.place(line.row, column))),
            },
            None => Err(mislabelled(format!("`{text}` is no ally")).at(sheet.place(line.row, column))),
        };
        self.errors.keep(found);
    }

    /// Keeps what a line says of an ally, and whosever it is what the shares follow from.
    fn figures(&mut self, sheet: &Sheet, meaning: &Meaning, line: &Line<'_>, whose: Whose<'_>) -> Result<()> {
        for figure in &line.figures {
            let Some(text) = figure.text() else { continue };
            let stated = stated(meaning, figure.cell, text);
            let stated = stated.map_err(|error| error.at(sheet.place(line.row, figure.column)))?;
            self.shares.note(meaning, whose.name(), figure.year, stated, figure.cell.decimals)?;
            let Whose::Ally(country, unit) = whose else { continue };
            let Some((measure, definition)) = meaning.measure() else {
                self.edition.leave_out(meaning.what(), 1);
                continue;
            };
            if is_told_twice(meaning, country) {
                self.edition.leave_out("amounts in dollars that are in national currency too", 1);
                continue;
            }
            self.edition.rows.push(Observation {
                country,
                measure,
                definition: definition.map(str::to_owned),
                year: figure.year,
                value: stated.value,
                unit,
                precision: Some(stated.precision),
                kind: figure.kind,
                publisher: PUBLISHER.to_owned(),
                vintage: self.edition.document.published,
                source: String::new(),
                note: meaning.note(country, figure.year),
                origin: sheet.origin(line.row, figure.column),
            });
        }
        Ok(())
    }

    fn finish(mut self, official: &Official<'_>) -> Result<Edition, Errors> {
        let years = self.edition.rows.iter().map(|row| row.year.number());
        let Some((first, last)) = years.clone().min().zip(years.max()) else {
            let reason = "it has no table of defence expenditure";
            self.errors.push(unreadable(official.name, reason, "take NATO's workbook of defence expenditure"));
            return Err(self.errors);
        };
        if self.errors.has_errors() {
            return Err(self.errors);
        }
        self.edition.document.title = format!("{} ({first}-{last})", self.edition.document.title);
        self.edition.document.shares_to = self.shares.printed_to()?;
        self.edition.triples = self.shares.triples(meaning::SPENDING);
        Ok(self.edition)
    }
}

/// Whose figures are read.
#[derive(Clone, Copy)]
enum Whose<'s> {
    Ally(Country, Unit),
    Aggregate(&'s str),
}

impl Whose<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Ally(country, _) => country.code(),
            Self::Aggregate(name) => name,
        }
    }
}

/// `Defence expenditure` of `Table 1 : Defence expenditure`.
fn subject(title: &str) -> &str {
    bare(title.split_once(':').map_or(title, |(_, subject)| subject))
}

/// A number, however it is stored: of a share that the cell shows as per cent the hundredth.
fn stated(meaning: &Meaning, cell: &Cell, text: &str) -> Result<Stated> {
    if cell.is_percent && !matches!(meaning, Meaning::Share { .. } | Meaning::Equipment) {
        let kind = Kind::WrongUnit { unit: "%".to_owned(), measure: meaning.what().to_owned() };
        return Err(Error::new(kind).help("the cell shows its number as per cent: see what is meant"));
    }
    match text.contains([',', '\u{a0}', ' ']) {
        true => Stated::parse(&number::Figure::parse(text, DecimalSign::Point)?.value.to_string(), 0),
        false => Stated::parse(text, if cell.is_percent { PER_CENT } else { 0 }),
    }
}

/// In what the figures of an ally are.
fn unit(meaning: &Meaning, country: Country, money: Option<&str>) -> Result<Unit> {
    match meaning {
        Meaning::Money { national: true, .. } => {
            let words = money.ok_or_else(|| mislabelled("the label names no money".to_owned()))?;
            allies::money(country, words).map(Unit::Million).ok_or_else(|| {
                Error::new(Kind::UnknownCurrency { text: words.to_owned() })
                    .help(format!("no money of {} is known by this name", country.named()))
            })
        }
        Meaning::Money { national: false, .. } | Meaning::Constant { .. } => DOLLAR.parse().map(Unit::Million),
        Meaning::Share { .. } | Meaning::Equipment | Meaning::LeftOut(_) => Ok(Unit::Percent),
    }
}

/// Whether an amount in dollars is one in national currency, which another table has.
fn is_told_twice(meaning: &Meaning, country: Country) -> bool {
    let in_dollars = matches!(meaning, Meaning::Money { gdp: false, national: false, .. });
    in_dollars && DOLLAR.parse().is_ok_and(|dollar: Currency| allies::pays_in(country, dollar))
}

fn mislabelled(reason: String) -> Error {
    Error::new(Kind::UnreadableWorkbook { reason }).help(
        "a line is that of an ally, with what its money is called, or of an aggregate whose name begins with `NATO`",
    )
}

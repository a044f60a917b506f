//! SIPRI's workbook of military expenditure: a sheet for each unit, a line for each country, grouped by region.
//!
//! What is an estimate and what is highly uncertain is said by the colour of the letters, and by nothing else.

mod said;
mod scale;
mod table;

use crate::book::{Measure, Observation, Source, Unit};
use crate::error::{Errors, Result};
use crate::quantity::{Country, Currency, Date};

use super::vintage::vintage;
use super::workbook::{Sheet, Stated, Workbook, is_workbook, unreadable};
use super::{Edition, Format, Official, Wanted, allies, countries};
use table::{Figure, Line, Table};

pub(super) const ENTRY: Format = Format {
    name: "sipri",
    about: "SIPRI's military expenditure of all countries, the workbook of an edition",
    map: Some(&[]),
    recognises,
    read,
};

const PUBLISHER: &str = "SIPRI";
const DEFINITION: &str = "sipri";
const LOCAL: &str = "Local currency calendar years";
const DOLLARS: &str = "Current US$";
const SHARES: &str = "Share of GDP";
/// Shares stand in the cells as fractions: 0.031 is 3.1%.
const PER_CENT: i32 = 2;

fn recognises(official: &Official<'_>) -> bool {
    let known = |sheets: &[String]| [LOCAL, SHARES].iter().all(|name| sheets.iter().any(|sheet| sheet == name));
    is_workbook(official) && Workbook::open(official).is_ok_and(|workbook| known(&workbook.sheets()))
}

fn read(official: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let mut workbook = Workbook::open(official)?;
    let sheets = workbook.sheets();
    let mut open = |name: &str| -> Result<Sheet> {
        let found = sheets.iter().find(|sheet| sheet.trim() == name);
        let missing = || unreadable(official.name, &format!("it has no sheet `{name}`"), "take SIPRI's whole workbook");
        workbook.sheet(found.ok_or_else(missing)?)
    };
    let (local, dollars, shares) = (open(LOCAL)?, open(DOLLARS)?, open(SHARES)?);
    let published = vintage(official, None, wanted)?;
    let (local, dollars, shares) = (Table::read(&local)?, Table::read(&dollars)?, Table::read(&shares)?);
    let in_dollars = scale::stated(&dollars)?;
    let in_local = scale::measured(&local, &dollars, in_dollars)?;
    let dollar: Currency = "USD".parse()?;
    let mut reading = Reading { edition: Edition::of(document(published, &shares)), errors: Errors::default() };
    reading.table(&local, |line, country| {
        let money = money(country, line.currency.unwrap_or_default());
        let unit = money.map(Unit::Million).ok_or("amounts in currencies that are not known by their names")?;
        Ok(Is { measure: Measure::Spending, unit, power: in_local })
    });
    reading.table(&dollars, |_, country| match allies::pays_in(country, dollar) {
        true => Err("amounts in dollars that are in local currency too"),
        false => Ok(Is { measure: Measure::Spending, unit: Unit::Million(dollar), power: in_dollars }),
    });
    reading.table(&shares, |_, _| Ok(Is { measure: Measure::SpendingShare, unit: Unit::Percent, power: PER_CENT }));
    reading.edition.leave_out("other sheets", sheets.len() - 3);
    reading.edition.leave_out("hidden sheets", workbook.hidden());
    if reading.errors.has_errors() { Err(reading.errors) } else { Ok(reading.edition) }
}

/// What the figures of a line are, and by which power of ten they are multiplied to be that.
struct Is {
    measure: Measure,
    unit: Unit,
    power: i32,
}

fn document(published: Date, shares: &Table<'_>) -> Source {
    let title = format!("SIPRI Military Expenditure Database {}-{}", shares.first, shares.last);
    Source {
        url: Some("https://www.sipri.org/databases/milex".to_owned()),
        ..ENTRY.document(published, PUBLISHER, title)
    }
}

/// The money that a country's is called; the euro is one wherever it is.
fn money(country: Country, words: &str) -> Option<Currency> {
    let euro = || words.trim().to_lowercase().starts_with("euro").then(|| "EUR".parse().ok())?;
    allies::money(country, words).or_else(euro)
}

/// What has been read so far.
struct Reading {
    edition: Edition,
    errors: Errors,
}

impl Reading {
    fn table(&mut self, table: &Table<'_>, is: impl Fn(&Line<'_>, Country) -> Result<Is, &'static str>) {
        self.edition.leave_out("names of regions", table.regions);
        for line in &table.lines {
            let filled = line.figures.iter().filter(|figure| figure.text().is_some()).count();
            self.edition.leave_out("cells without a figure", line.figures.len() - filled);
            let Some(country) = countries::by_name(line.name) else {
                self.edition.leave_out(&format!("figures of `{}`", line.name), filled);
                continue;
            };
            match is(line, country) {
                Ok(is) => line.figures.iter().for_each(|figure| self.figure(table, line, country, &is, figure)),
                Err(what) => self.edition.leave_out(what, filled),
            }
        }
    }

    fn figure(&mut self, table: &Table<'_>, line: &Line<'_>, country: Country, is: &Is, figure: &Figure<'_>) {
        let Some(text) = figure.text() else { return };
        let stated =
            Stated::parse(text, is.power).map_err(|error| error.at(table.sheet.place(line.row, figure.column)));
        let Some(stated) = self.errors.keep(stated) else { return };
        let (kind, note) = said::of(figure.cell.colour, line.notes);
        self.edition.rows.push(Observation {
            country,
            measure: is.measure,
            definition: Some(DEFINITION.to_owned()),
            year: figure.year,
            value: stated.value,
            unit: is.unit,
            precision: Some(stated.precision),
            kind,
            publisher: PUBLISHER.to_owned(),
            vintage: self.edition.document.published,
            source: String::new(),
            note,
            origin: table.sheet.origin(line.row, figure.column),
        });
    }
}

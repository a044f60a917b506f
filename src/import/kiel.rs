//! The Ukraine Support Tracker of the Kiel Institute: monthly allocations of aid, as the sums of years.

use std::collections::BTreeMap;

use crate::book::{Measure, Observation, Source, Unit};
use crate::error::{Errors, Origin, Result};
use crate::quantity::{Country, Date, Decimal, Year, add, shift};

use super::countries::by_code;
use super::decoded::{begins, decoded};
use super::grid::{Cell, Grid, needed};
use super::number::{DecimalSign, Figure, is_missing, short};
use super::vintage::vintage;
use super::{Edition, Format, Official, Wanted};

pub(super) const ENTRY: Format = Format {
    name: "kiel",
    about: "aid to Ukraine by country and month, `data_explorer.csv` of the Kiel Institute's tracker, as the sums of years",
    map: Some(&[]),
    recognises: |file| {
        begins(file, |head| head.lines().next().is_some_and(|line| COLUMNS.iter().all(|name| line.contains(name))))
    },
    read,
};

/// The columns that are read, which no other file has together.
const COLUMNS: [&str; 6] = ["iso", "year", "month", "total", "military", "pct_gdp"];
/// What is summed, by its column, and the definition that it is under.
const SUMMED: [(&str, &str); 2] = [("military", "ukraine-military"), ("total", "ukraine-total")];
/// Its money is in billions.
const TO_MILLIONS: i32 = 3;

/// What is said of the sums of a year that is not over.
const UNFINISHED: &str = "sums of a year that is not over, which `--years` asks for";

/// What countries allocated in each year, as it is summed, by the place of the definition in `SUMMED`.
#[derive(Default)]
struct Allocated {
    sums: BTreeMap<(Country, Year, usize), Sum>,
    /// How many decimals the finest figure of each definition has.
    decimals: [u32; SUMMED.len()],
    /// The last month of all.
    last: Option<Date>,
}

/// A sum, and where its first figure stands.
struct Sum {
    value: Decimal,
    origin: Origin,
}

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let grid = Grid::read(&decoded(file)?, ',')?;
    let columns = columns(&grid)?;
    let published = vintage(file, None, wanted)?;
    let mut edition = Edition::of(document(published));
    let Allocated { sums, decimals, last } = allocated(&grid, columns, &mut edition)?;
    for ((country, year, index), Sum { value, origin }) in sums {
        let is_over = last.is_some_and(|last| last.closes(year));
        let Some(kind) = wanted.made_of_parts(year, is_over) else {
            edition.leave_out(UNFINISHED, 1);
            continue;
        };
        edition.rows.push(Observation {
            country,
            measure: Measure::Spending,
            definition: Some(SUMMED[index].1.to_owned()),
            year,
            value: shift(value, TO_MILLIONS)?.normalize(),
            unit: Unit::Million("EUR".parse()?),
            precision: Some(shift(Decimal::new(1, decimals[index]), TO_MILLIONS)?.normalize()),
            kind,
            publisher: "Kiel".to_owned(),
            vintage: published,
            source: String::new(),
            note: Some(
                last.filter(|_| !is_over).map_or("allocations".to_owned(), |last| format!("allocations to {last}")),
            ),
            origin,
        });
    }
    Ok(edition)
}

fn document(published: Date) -> Source {
    Source {
        url: Some("https://www.ifw-kiel.de/topics/war-against-ukraine/ukraine-support-tracker/".to_owned()),
        note: Some("monthly rows summed".to_owned()),
        ..ENTRY.document(published, "Kiel Institute", "Ukraine Support Tracker".to_owned())
    }
}

/// Where the columns stand.
fn columns(grid: &Grid) -> Result<[usize; COLUMNS.len()], Errors> {
    let mut columns = [0; COLUMNS.len()];
    for (column, name) in columns.iter_mut().zip(COLUMNS) {
        *column = needed(&grid.first(), &[name])?;
    }
    Ok(columns)
}

/// Sums what each country allocated, month by month.
fn allocated(grid: &Grid, columns: [usize; COLUMNS.len()], edition: &mut Edition) -> Result<Allocated, Errors> {
    let (mut allocated, mut errors, header) = (Allocated::default(), Errors::default(), grid.first());
    let [iso, year, month, total, military, share] = columns;
    for line in grid.lines().skip(1) {
        let Some(country) = by_code(&line.cell(iso).text) else {
            edition.leave_out(&format!("rows of `{}`, which is no country", short(&line.cell(iso).text)), 1);
            continue;
        };
        if !is_missing(&line.cell(share).text) {
            edition.leave_out("shares of GDP, which is of one year here, whatever the year of the aid", 1);
        }
        let added = line.check(&header).and_then(|()| {
            let month = month_of(&line.cell(year), &line.cell(month))?;
            allocated.add(country, month, &[line.cell(military), line.cell(total)])
        });
        errors.keep(added);
    }
    if errors.is_empty() { Ok(allocated) } else { Err(errors) }
}

/// A month from its year and its number.
fn month_of(year: &Cell<'_>, month: &Cell<'_>) -> Result<Date> {
    let _: Year = year.at(year.text.parse())?;
    month.at(format!("{}-{:0>2}", year.text, month.text).parse())
}

impl Allocated {
    fn add(&mut self, country: Country, month: Date, figures: &[Cell<'_>; SUMMED.len()]) -> Result<()> {
        self.last = self.last.max(Some(month));
        for (index, cell) in figures.iter().enumerate().filter(|(_, cell)| !is_missing(&cell.text)) {
            let figure = cell.at(Figure::parse(&cell.text, DecimalSign::Point))?;
            let new = || Sum { value: Decimal::ZERO, origin: cell.origin() };
            let sum = self.sums.entry((country, month.year(), index)).or_insert_with(new);
            sum.value = cell.at(add(sum.value, figure.value))?;
            self.decimals[index] = self.decimals[index].max(figure.unit.scale());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::laws::told;

    const FILE: &str = "\"country\",\"iso\",\"year\",\"month\",\"total\",\"financial\",\"humanitarian\",\"military\",\"gdp\",\"pct_gdp\"\n\
        \"Latvia\",\"LVA\",2024,11,0.053,0.006,0.005,0.042,33.6,0.15\n\
        \"Latvia\",\"LVA\",2024,12,0.0001,0,0,0.0001,33.6,0.0003\n\
        \"Latvia\",\"LVA\",2025,1,0.005727,0.005,0.000727,0,33.6,0.017\n\
        \"EU (Commission and Council)\",\"EU\",2025,1,1.2,1.2,0,0,0,0\n";

    #[test]
    fn months_are_summed_in_millions_to_the_unit_of_the_file() {
        let row = |definition: &str, rest: &str| {
            format!("LVA,spending,{definition},{rest},Kiel,2026-08-04,kiel-2026-08-04,allocations")
        };
        let left_out = "left out: 3 shares of GDP, which is of one year here, whatever the year of the aid\n\
                        left out: 1 rows of `EU`, which is no country\n";
        assert_eq!(
            told("kiel", FILE, "--vintage 2026-08-04"),
            row("ukraine-military", "2024,42.1,EUR million,0.1,outturn")
                + "\n"
                + &row("ukraine-total", "2024,53.1,EUR million,0.001,outturn")
                + "\n"
                + left_out
                + "left out: 2 sums of a year that is not over, which `--years` asks for\n"
        );
        assert_eq!(
            told("kiel", FILE, "--vintage 2026-08-04 --years 2025"),
            row("ukraine-military", "2025,0,EUR million,0.1,estimate")
                + " to 2025-01\n"
                + &row("ukraine-total", "2025,5.727,EUR million,0.001,estimate")
                + " to 2025-01\n"
                + left_out
                + "left out: 2 figures of other years\n"
        );
    }

    #[test]
    fn the_day_is_asked_for_and_a_wrong_cell_is_named() {
        assert!(told("kiel", FILE, "").starts_with("`file` needs `--vintage`"));
        assert!(told("kiel", "iso,year\nLVA,2024\n", "").contains("the header has no column `month`"));
        assert!(told("kiel", "", "").contains("the file is empty"));
        assert_eq!(
            told("kiel", FILE, "--vintage 1900-10-14 --years 2024"),
            "file:2:42: cannot read `file`: it has an outturn of 2024, and is of 1900-10-14; \
             see which day `--vintage` has to give, and what is taken as an outturn"
        );
        let told = told("kiel", &FILE.replace(",12,", ",13,"), "--vintage 2026-08-04");
        assert!(told.starts_with("file:3:21: `2024-13` is not a date"), "{told}");
    }
}

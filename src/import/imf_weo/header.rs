//! The columns of a table, whichever of its layouts it has.

use crate::error::Errors;
use crate::import::countries;
use crate::import::grid::{Cell, Line, code, column, needed, year_columns};
use crate::import::vintage::day_of_stamp;
use crate::quantity::{Country, Date};

use super::subjects::{self, Subject};

/// Where the columns stand.
pub(super) struct Header<'g> {
    pub(super) line: Line<'g>,
    country_code: Option<usize>,
    country: Option<usize>,
    series: Option<usize>,
    subject: Option<usize>,
    indicator: Option<usize>,
    descriptor: Option<usize>,
    units: Option<usize>,
    frequency: Option<usize>,
    published: Option<usize>,
    updated: Option<usize>,
    pub(super) scale: Option<usize>,
    pub(super) decimals: Option<usize>,
    pub(super) notes: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) base: Option<usize>,
    pub(super) last_actual: Option<usize>,
    figures: Figures,
}

/// Where the figures stand: a column for each year, or one with the year and one with the figure.
enum Figures {
    Wide(Vec<usize>),
    Long { time: usize, value: usize },
}

impl<'g> Header<'g> {
    pub(super) fn read(line: Line<'g>) -> Result<Self, Errors> {
        let at = |names: &[&str]| column(&line, names);
        let years = year_columns(&line)?;
        let figures = match years.is_empty() {
            false => Figures::Wide(years),
            true => Figures::Long { time: needed(&line, &["TIME_PERIOD"])?, value: needed(&line, &["OBS_VALUE"])? },
        };
        Ok(Self {
            country_code: at(&["ISO", "COUNTRY.ID"]),
            country: at(&["Country"]),
            series: at(&["SERIES_CODE"]),
            subject: at(&["WEO Subject Code", "INDICATOR.ID"]),
            indicator: at(&["INDICATOR"]),
            descriptor: at(&["Subject Descriptor"]),
            units: at(&["Units"]),
            frequency: at(&["FREQUENCY"]),
            published: at(&["PUBLICATION_DATE"]),
            updated: at(&["UPDATE_DATE"]),
            scale: at(&["Scale"]),
            decimals: at(&["DECIMALS_DISPLAYED"]),
            notes: at(&["Country/Series-specific Notes"]),
            currency: at(&["PRIMARY_DOMESTIC_CURRENCY"]),
            base: at(&["BASE_YEAR"]),
            last_actual: at(&["Estimates Start After", "LATEST_ACTUAL_ANNUAL_DATA"]),
            figures,
            line,
        })
    }

    /// The country of a line, by its code, the code of its series or its name.
    pub(super) fn country(&self, line: &Line<'_>) -> Option<Country> {
        let series = self.text(line, self.series);
        let coded =
            self.text(line, self.country_code).or_else(|| series.as_deref()?.split('.').next().map(str::to_owned));
        match coded {
            Some(coded) => countries::by_code(&coded),
            None => {
                let named = self.text(line, self.country)?;
                countries::by_code(code(&named)).or_else(|| countries::by_name(&named))
            }
        }
    }

    /// The subject of a line, likewise.
    pub(super) fn subject(&self, line: &Line<'_>) -> Option<&'static Subject> {
        let of_series = || self.text(line, self.series).and_then(|series| series.split('.').nth(1).map(str::to_owned));
        let coded = self.text(line, self.subject).or_else(of_series).or_else(|| self.text(line, self.indicator));
        match coded {
            Some(coded) => subjects::by_code(code(&coded)),
            None => subjects::by_words(&self.text(line, self.descriptor)?, &self.text(line, self.units)?),
        }
    }

    /// Whether a line has figures of years.
    pub(super) fn is_annual(&self, line: &Line<'_>) -> bool {
        let frequency = self.text(line, self.frequency);
        frequency.is_none_or(|frequency| matches!(code(&frequency), "A" | "Annual"))
    }

    /// The figures of a line, each behind the cell that names its year; a line that only describes its series has none.
    pub(super) fn figures(&self, line: &Line<'g>) -> Vec<(Cell<'g>, Cell<'g>)> {
        match &self.figures {
            Figures::Wide(years) => years.iter().map(|index| (self.line.cell(*index), line.cell(*index))).collect(),
            Figures::Long { time, .. } if line.cell(*time).text.is_empty() => Vec::new(),
            Figures::Long { time, value } => vec![(line.cell(*time), line.cell(*value))],
        }
    }

    /// The text in a column of a line, if the table has it and it is not empty.
    pub(super) fn text(&self, line: &Line<'_>, column: Option<usize>) -> Option<String> {
        let text = line.cell(column?).text.into_owned();
        Some(text).filter(|text| !text.is_empty())
    }

    /// The day of publication, if all lines that name one name the same.
    pub(super) fn published(&self, lines: &[Line<'_>]) -> Option<Date> {
        self.only_day(lines, self.published)
    }

    /// The day of the last update, likewise.
    pub(super) fn updated(&self, lines: &[Line<'_>]) -> Option<Date> {
        self.only_day(lines, self.updated)
    }

    fn only_day(&self, lines: &[Line<'_>], column: Option<usize>) -> Option<Date> {
        let mut days = lines.iter().filter_map(|line| day_of_stamp(&self.text(line, column)?));
        let first = days.next()?;
        days.all(|day| day == first).then_some(first)
    }
}

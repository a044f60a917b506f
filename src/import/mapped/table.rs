//! A table whose columns are found, row by row.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::book::{Measure, Observation};
use crate::error::{self, Error, Errors, Kind, Result};
use crate::quantity::Date;

use super::super::grid::{Cell, Grid, Line, code, column, decimal_sign};
use super::super::number::{DecimalSign, Figure, is_missing, short};
use super::super::vintage::vintage;
use super::super::{Edition, Official, Wanted};
use super::found::Found;
use super::mapping::{Code, Mapping, Name};
use super::unit::Scaled;

/// How the cells of a table are written.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::import) struct Manner {
    /// Codes may have their labels behind them, as `A: Annual`.
    pub(in crate::import) is_labelled: bool,
    /// What stands between several values of a cell.
    pub(in crate::import) between_values: Option<char>,
    /// The column, and its code, of rows that are taken back.
    pub(in crate::import) taken_back: Option<(&'static str, &'static str)>,
}

/// A table whose columns are found.
pub(super) struct Table<'g> {
    manner: Manner,
    mapping: &'g Mapping,
    columns: BTreeMap<Name, usize>,
    /// The columns of which some codes are taken, and these.
    codes: Vec<(usize, Vec<&'g Code>)>,
    taken_back: Option<(usize, &'static str)>,
    sign: DecimalSign,
    pub(super) published: Date,
}

/// What is said of a table of which nobody says what a row needs.
pub(super) fn unsaid(what: &str, name: Name) -> Error {
    let kind = Kind::MissingOption { what: what.to_owned(), option: format!("--map {name}=…") };
    Error::new(kind)
        .help(format!("name its column, `--map {name}=COLUMN`, or say it of every row, `--map {name}==TEXT`"))
}

impl<'g> Table<'g> {
    /// Finds the columns that were named, the sign of decimals and the day of publication.
    pub(super) fn find(
        (file, grid, header): (&Official<'_>, &'g Grid, Line<'g>),
        manner: Manner,
        mapping: &'g Mapping,
        wanted: &Wanted,
    ) -> Result<Self, Errors> {
        let (mut columns, mut codes, mut errors) =
            (BTreeMap::new(), BTreeMap::<usize, Vec<_>>::new(), Errors::default());
        for (name, column) in mapping.columns() {
            columns.extend(errors.keep(position(&header, column)).map(|index| (name, index)));
        }
        for code in mapping.codes() {
            if let Some(index) = errors.keep(position(&header, &code.column)) {
                codes.entry(index).or_default().push(code);
            }
        }
        let figures: Vec<Cell<'_>> = match columns.get(&Name::Value) {
            Some(index) => grid.lines().skip(1).map(|line| line.cell(*index)).collect(),
            None => Vec::new(),
        };
        let sign = errors.keep(decimal_sign(&figures, wanted));
        let published = errors.keep(vintage(file, None, wanted));
        let taken_back = manner.taken_back.and_then(|(name, code)| Some((column(&header, &[name])?, code)));
        let codes = codes.into_iter().collect();
        match (sign, published) {
            (Some(sign), Some(published)) if errors.is_empty() => {
                Ok(Self { manner, mapping, columns, codes, taken_back, sign, published })
            }
            (_, _) => Err(errors),
        }
    }

    /// The row of a line, or nothing after it was counted as left out.
    pub(super) fn row(&self, line: Line<'g>, edition: &mut Edition) -> Result<Option<Observation>> {
        if let Some(what) = self.left_out(line) {
            edition.leave_out(&what, 1);
            return Ok(None);
        }
        let [country, year, value] = [Name::Country, Name::Year, Name::Value].map(|name| self.found(name, line));
        let Some(country_code) = country.country()? else {
            edition.leave_out(&format!("rows of `{}`, which is no country", short(&country.text)), 1);
            return Ok(None);
        };
        let Some(number) = year.year()? else {
            edition.leave_out("figures of months, quarters or days", 1);
            return Ok(None);
        };
        let [measure, kind, note] = [Name::Measure, Name::Kind, Name::Note].map(|name| self.found(name, line));
        let measure: Measure = measure.parse()?;
        let scaled = self.scaled(line)?;
        let figure = value.at(self.figure(&value.text, scaled.power))?;
        let precision = self.found(Name::Precision, line);
        let precision = match &*precision.text {
            "" => figure.unit,
            text => precision.at(self.figure(text, scaled.power))?.value,
        };
        let publisher = self.publisher(line, edition)?;
        Ok(Some(Observation {
            country: country_code,
            measure,
            definition: self.definition(measure, line)?,
            year: number,
            value: figure.value,
            unit: scaled.unit,
            precision: Some(precision),
            kind: kind.parse()?,
            publisher,
            vintage: self.published,
            source: String::new(),
            note: Some(self.values(&note.text).collect::<Vec<_>>().join(", ")).filter(|note| !note.is_empty()),
            origin: value.cell.unwrap_or_else(|| line.cell(0)).origin(),
        }))
    }

    /// Why a line is no row of the table, if it is none.
    fn left_out(&self, line: Line<'_>) -> Option<String> {
        let is_said = |index: usize, code: &str| self.values(self.bare(&line.cell(index).text)).any(|own| own == code);
        if self.taken_back.is_some_and(|(index, code)| is_said(index, code)) {
            return Some("rows of figures that are taken back".to_owned());
        }
        let other = self.codes.iter().find(|(index, codes)| !codes.iter().any(|own| is_said(*index, &own.code)));
        if let Some((_, codes)) = other {
            let column = codes.first().map_or("", |code| &code.column);
            return Some(format!("rows of other codes of `{column}`"));
        }
        is_missing(&self.found(Name::Value, line).text).then(|| "rows without a figure".to_owned())
    }

    /// What a name is in a line: a code is what it stands for.
    fn found<'l>(&'l self, name: Name, line: Line<'l>) -> Found<'l> {
        let Some(index) = self.columns.get(&name).copied() else {
            let text = self.mapping.text(name).unwrap_or_default();
            return Found { name, text: text.into(), cell: None };
        };
        let cell = line.cell(index);
        let own = self.bare(&cell.text).to_owned();
        let codes = self.codes.iter().filter(|(of, _)| *of == index).flat_map(|(_, codes)| codes);
        let meant =
            codes.filter(|code| self.values(&own).any(|value| value == code.code)).find_map(|code| code.text.clone());
        Found { name, text: meant.unwrap_or(own).into(), cell: Some(cell) }
    }

    /// A cell without its label.
    fn bare<'c>(&self, text: &'c str) -> &'c str {
        if self.manner.is_labelled { code(text) } else { text }
    }

    /// The values of a cell.
    fn values<'c>(&self, text: &'c str) -> impl Iterator<Item = &'c str> {
        let sign = self.manner.between_values;
        text.split(move |c| Some(c) == sign).map(str::trim)
    }

    fn figure(&self, text: &str, power: i32) -> Result<Figure> {
        let figure = if text.contains(['e', 'E']) { Figure::of_program(text) } else { Figure::parse(text, self.sign) };
        Ok(figure?.scaled(power)?.kept()?.0)
    }

    fn scaled(&self, line: Line<'_>) -> Result<Scaled> {
        let [unit, scale] = [Name::Unit, Name::Scale].map(|name| self.found(name, line));
        let multiplier = match &*scale.text {
            "" => None,
            text => Some(scale.at(power(text))?),
        };
        unit.at(Scaled::read(&unit.text, multiplier))
    }

    fn definition(&self, measure: Measure, line: Line<'_>) -> Result<Option<String>> {
        let definition = self.found(Name::Definition, line);
        match (measure.has_definition(), definition.text.is_empty()) {
            (false, _) => Ok(None),
            (true, false) => Ok(Some(definition.text.into_owned())),
            (true, true) => Err(unsaid(measure.word(), Name::Definition)),
        }
    }

    /// The publisher of a line, who is that of the whole table.
    fn publisher(&self, line: Line<'_>, edition: &mut Edition) -> Result<String> {
        let publisher = self.found(Name::Publisher, line);
        let text = publisher.filled()?.to_owned();
        let first = &mut edition.document.publisher;
        if first.is_empty() {
            first.clone_from(&text);
        }
        if *first == text {
            return Ok(text);
        }
        let reason = format!("the rows before are published by `{first}`");
        let kind = Kind::NeedlessCell { column: Name::Publisher.to_string(), reason };
        publisher.at(Err(Error::new(kind).help("take the rows of one publisher, with `--map COLUMN:CODE`")))
    }
}

/// No scale is beyond the digits that a figure has before and behind its point.
const POWERS: RangeInclusive<i32> = -15..=15;

/// Where a header names a column, with its label behind it or with the mark of one that may hold several values.
fn position(header: &Line<'_>, name: &str) -> Result<usize> {
    let is_named = |text: &str| {
        [text, code(text), code(text).trim_end_matches("[]")].iter().any(|own| own.eq_ignore_ascii_case(name))
    };
    header.cells().position(|cell| is_named(&cell.text)).ok_or_else(|| {
        let names: Vec<String> = header.cells().map(|cell| code(&cell.text).to_owned()).collect();
        let help = error::suggest(name, names.iter().map(String::as_str));
        let error = Error::new(Kind::MissingColumn { column: name.to_owned() });
        error.help("`--map` names columns as the header does").maybe_help(help).at(header.cell(0).origin().place())
    })
}

/// The power of ten of a scale.
fn power(text: &str) -> Result<i32> {
    let error = match text.parse() {
        Ok(power) if POWERS.contains(&power) => return Ok(power),
        Ok(_) => Kind::TooLarge { what: format!("a scale of {text}") },
        Err(_) => Kind::NotANumber { text: text.to_owned() },
    };
    Err(Error::new(error).help("a scale is a power of ten, as `6` for millions"))
}

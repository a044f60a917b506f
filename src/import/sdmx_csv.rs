//! Messages of statistical offices and banks: SDMX-CSV 1.0 and 2.0, their columns as `--map` says.

use crate::error::{Error, Errors, Kind};

use super::decoded::decoded;
use super::grid::{Grid, Line, code, column};
use super::mapped::{self, Manner, Mapping, Name, Said};
use super::{Edition, Format, Official, Wanted};

pub(super) const ENTRY: Format = Format {
    name: "sdmx-csv",
    about: "any SDMX-CSV message, 1.0 or 2.0, as `--map` says beside its own time, figures and scale",
    recognises: |_| false,
    read,
};

/// What the first column of a message is called, by version.
const BEGINNINGS: [&str; 2] = ["STRUCTURE", "DATAFLOW"];
/// What columns are by the standard, or by the custom of those that publish messages.
const USUAL: [(Name, &str); 5] = [
    (Name::Year, "TIME_PERIOD"),
    (Name::Value, "OBS_VALUE"),
    (Name::Scale, "UNIT_MULT"),
    (Name::Country, "REF_AREA"),
    (Name::Country, "GEO"),
];

/// How a message begins: what stands between its cells, and between several values of one.
struct Beginning {
    between_cells: char,
    between_values: Option<char>,
}

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let text = decoded(file);
    let Beginning { between_cells, between_values } = beginning(text.content()).ok_or_else(|| no_message(file))?;
    let grid = Grid::read(&text, between_cells)?;
    let mut lines = grid.lines();
    let Some(header) = lines.next() else { return Err(no_message(file).into()) };
    let is_labelled = header.cells().any(|cell| cell.text.contains(": "));
    let mut mapping = Mapping::read(wanted)?;
    for (name, usual) in USUAL.iter().filter(|(_, usual)| column(&header, &[usual]).is_some()) {
        mapping = mapping.or(*name, Said::Column((*usual).to_owned()));
    }
    if let Some(agency) = lines.next().and_then(|line| agency(&header, line)) {
        mapping = mapping.or(Name::Publisher, Said::Text(agency));
    }
    let manner = Manner { is_labelled, between_values, taken_back: Some(("ACTION", "D")) };
    mapped::read(ENTRY.name, file, (&grid, manner), &mapping, wanted)
}

/// How a message begins, as `DATAFLOW,` or `STRUCTURE[;],`.
fn beginning(text: &str) -> Option<Beginning> {
    let rest = text.trim_start_matches('"');
    let rest = BEGINNINGS.iter().find_map(|name| rest.strip_prefix(name))?;
    let bracketed = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (inside, rest) = bracketed.unwrap_or(("", rest));
    let between_cells = rest.trim_start_matches('"').chars().next()?;
    matches!(between_cells, ',' | ';' | '\t' | '|')
        .then(|| Beginning { between_cells, between_values: inside.chars().next() })
}

/// Who publishes a message: the agency of its structure, as `ESTAT` of `ESTAT:NA_MAIN(1.6.0)`.
fn agency(header: &Line<'_>, line: Line<'_>) -> Option<String> {
    let of = column(header, &["STRUCTURE_ID"]).or_else(|| column(header, &["DATAFLOW"])).unwrap_or_default();
    let cell = line.cell(of);
    let (agency, _) = code(&cell.text).split_once(':')?;
    Some(agency.to_owned()).filter(|agency| !agency.is_empty())
}

fn no_message(file: &Official<'_>) -> Error {
    let reason = "its first column is neither `STRUCTURE` nor `DATAFLOW`".to_owned();
    let kind = Kind::ForeignFile { file: file.name.to_owned(), format: ENTRY.name.to_owned(), reason };
    Error::new(kind).help("read it as `csv`, or take the message as its publisher ships it")
}

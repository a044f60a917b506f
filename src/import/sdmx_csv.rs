//! Messages of statistical offices and banks: SDMX-CSV 1.0 and 2.0, their columns as `--map` says.

use crate::error::{Error, Errors, Kind};

use super::decoded::decoded;
use super::grid::{Grid, Line, code, column};
use super::mapped::{self, Manner, Mapping, Name, Said};
use super::{Edition, Format, Official, Wanted};

pub(super) const ENTRY: Format = Format {
    name: "sdmx-csv",
    about: "any SDMX-CSV message, 1.0 or 2.0, as `--map` says beside its own time, figures and scale",
    map: None,
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
    let text = decoded(file)?;
    let Beginning { between_cells, between_values } = beginning(text.content()).ok_or_else(|| no_message(file))?;
    let grid = Grid::read(&text, between_cells)?;
    let header = grid.first();
    let is_labelled = header.cells().any(|cell| cell.text.contains(": "));
    let mut mapping = Mapping::read(wanted)?;
    for (name, usual) in USUAL.iter().filter(|(_, usual)| column(&header, &[usual]).is_some()) {
        mapping = mapping.or(*name, Said::Column((*usual).to_owned()));
    }
    if let Some(agency) = grid.lines().nth(1).and_then(|line| agency(&header, line)) {
        mapping = mapping.or(Name::Publisher, Said::Text(agency));
    }
    let manner = Manner { is_labelled, between_values, taken_back: Some(("ACTION", "D")) };
    mapped::read(&ENTRY, file, (&grid, manner), &mapping, wanted)
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

#[cfg(test)]
mod tests {
    use super::super::laws::told;

    const GDP: &str = "--vintage 2026-01 --map measure==gdp --map kind==outturn --map unit==EUR";

    #[test]
    fn a_message_is_read_in_every_version_and_manner() {
        let row = "LVA,gdp,,2024,40208.0,EUR million,0.1,outturn,ESTAT,2026-01,sdmx-csv-2026-01,\n";
        for file in [
            "DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nESTAT:NAMA(1.0),A,LV,2024,40208.0,6\n",
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\ndataflow,ESTAT:NAMA(1.0),I,LVA,2024-A1,40208.0,6\n",
            "STRUCTURE[|];STRUCTURE_ID;ACTION;GEO: Country;TIME_PERIOD: Time;OBS_VALUE: Value;UNIT_MULT: Multiplier\n\
             dataflow;ESTAT:NAMA(1.0): Accounts;I;LV: Latvia;2024: 2024;40208,0;6: Millions\n",
            "\"STRUCTURE[;]\",\"STRUCTURE_ID\",\"STRUCTURE_NAME\",\"GEO\",\"Country\",\"TIME_PERIOD\",\"OBS_VALUE\",\"UNIT_MULT\"\n\
             dataflow,ESTAT:NAMA(1.0),\"Accounts, main\",LV,Latvia,2024,40208000.0,3\n",
        ] {
            let row = if file.contains("40208000.0") {
                row.replace("0.1", "0.0001").replace("40208.0", "40208.0000")
            } else {
                row.to_owned()
            };
            assert_eq!(told("sdmx-csv", file, GDP), row);
        }
    }

    #[test]
    fn what_a_message_takes_back_is_no_figure_and_a_code_keeps_its_zero() {
        let file = "STRUCTURE[;],STRUCTURE_ID,ACTION,GEO,COFOG,TIME_PERIOD,OBS_VALUE,FLAGS[],OBS_STATUS\n\
                    dataflow,X:Y(1.0),I,LV,02,2023,10,p;b,A\n\
                    dataflow,X:Y(1.0),D,LV,02,2022,,,\n\
                    dataflow,X:Y(1.0),R,LV,02,2024,,,M\n\
                    dataflow,X:Y(1.0),R,LV,2,2024,11,,A\n";
        let options = "--vintage 2026-01 --map measure==spending --map definition==cofog-02 --map unit==EUR~million --map COFOG:02 \
                       --map kind=OBS_STATUS --map OBS_STATUS:A=outturn --map OBS_STATUS:M=estimate --map note=FLAGS --map publisher==Eurostat";
        assert_eq!(
            told("sdmx-csv", file, options),
            "LVA,spending,cofog-02,2023,10,EUR million,1,outturn,Eurostat,2026-01,sdmx-csv-2026-01,\"p, b\"\n\
             left out: 1 rows of figures that are taken back\n\
             left out: 1 rows without a figure\n\
             left out: 1 rows of other codes of `COFOG`\n"
        );
    }

    #[test]
    fn what_is_no_message_is_told() {
        assert!(told("sdmx-csv", "GEO,TIME_PERIOD\n", GDP).starts_with("`file` is no `sdmx-csv` file"));
        assert!(told("sdmx-csv", "STRUCTURE", GDP).starts_with("`file` is no `sdmx-csv` file"));
        let two = told(
            "sdmx-csv",
            "DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX:Y(1.0),LV,2024,1,6\n",
            "--vintage 2026-01 --map measure==gdp --map kind==outturn --map unit==EUR~thousand",
        );
        assert!(two.contains("the cell `scale` has no meaning here"), "{two}");
    }
}

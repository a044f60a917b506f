//! Any tidy table: one figure a row, its columns as `--map` says.

use crate::error::{Error, Errors, Kind};
use crate::quantity::Year;

use super::decoded::decoded;
use super::grid::{Grid, Line, separator};
use super::mapped::{self, Manner, Mapping, Name, Said};
use super::{Edition, Format, Official, Wanted};

pub(super) const ENTRY: Format = Format {
    name: "csv",
    about: "any table of one figure a row, as `--map` says; a column that is named as in a book needs none",
    map: None,
    recognises: |_| false,
    read,
};

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let text = decoded(file)?;
    let grid = Grid::read(&text, separator(text.content()))?;
    let header = grid.first();
    let mapping = by_their_names(Mapping::read(wanted)?, &header);
    check_long(file, &mapping, &header)?;
    mapped::read(&ENTRY, file, (&grid, Manner::default()), &mapping, wanted)
}

/// The mapping, in which a column stands for what it is named after if nothing else is said.
fn by_their_names(mapping: Mapping, header: &Line<'_>) -> Mapping {
    let is_there = |name: &Name| header.cells().any(|cell| cell.text.eq_ignore_ascii_case(name.word()));
    Name::ALL
        .iter()
        .filter(|name| is_there(name))
        .fold(mapping, |mapping, name| mapping.or(*name, Said::Column(name.to_string())))
}

/// That years stand in a column, and are none.
fn check_long(file: &Official<'_>, mapping: &Mapping, header: &Line<'_>) -> Result<(), Error> {
    let years = header.cells().filter(|cell| cell.text.get(..4).is_some_and(|start| start.parse::<Year>().is_ok()));
    if mapping.said(Name::Year).is_some() || years.count() < 2 {
        return Ok(());
    }
    let reason = "its years are columns, one figure a row is read".to_owned();
    let kind = Kind::ForeignFile { file: file.name.to_owned(), format: ENTRY.name.to_owned(), reason };
    Err(Error::new(kind)
        .help("write a line for each year, with a column of years and one of figures")
        .at(header.cell(0).origin().place()))
}

#[cfg(test)]
mod tests {
    use super::super::laws::told;

    #[test]
    fn a_table_of_a_ministry_is_read_by_what_is_said_of_it() {
        let file = "Gads;Izdevumi, tūkst.;Statuss\n2024;1 128 380,62;izpilde\n2025;1 559 000;plāns\n2026;;plāns\n";
        let options = "--vintage 2025-11-20 --map year=Gads --map value=Izdevumi,~tūkst. --map unit==EUR~thousand --map country==LV \
                       --map measure==spending --map definition==direct-defence --map publisher==MoF --map kind=Statuss \
                       --map Statuss:izpilde=outturn --map Statuss:plāns=plan";
        assert_eq!(
            told("csv", file, options),
            "LVA,spending,direct-defence,2024,1128.38062,EUR million,0.00001,outturn,MoF,2025-11-20,csv-2025-11-20,\n\
             LVA,spending,direct-defence,2025,1559.000,EUR million,0.001,plan,MoF,2025-11-20,csv-2025-11-20,\n\
             left out: 1 rows without a figure\n"
        );
    }

    /// What every table of these tests is.
    const GDP: &str =
        "--vintage 2026-01 --map measure==gdp --map kind==outturn --map publisher==CSB --map unit==EUR~million";

    #[test]
    fn a_column_is_what_it_is_named_after() {
        let row = "LVA,gdp,,2024,40208,EUR million,1,outturn,CSB,2026-01,csv-2026-01,revised\n";
        for file in [
            "country,year,value,note\nLVA,2024,40208,revised\n",
            "note\tvalue\tyear\tcountry\nrevised\t40208\t2024\tLatvia\n",
            "country|year|value|note|measure\nLV|2024|40208|revised|gni\n",
        ] {
            assert_eq!(told("csv", file, GDP), row);
        }
    }

    #[test]
    fn a_code_chooses_rows_and_may_stand_for_something() {
        let file = "country,year,value,item\nLV,2024,1,B1GQ\nLV,2024,2,B1G\nEA20,2024,3,B1GQ\nLV,2024-01,4,B1GQ\nLV,2024-Q1,4,B1GQ\n";
        assert_eq!(
            told("csv", file, &format!("{GDP} --map item:B1GQ")),
            "LVA,gdp,,2024,1,EUR million,1,outturn,CSB,2026-01,csv-2026-01,\n\
             left out: 1 rows of other codes of `item`\n\
             left out: 1 rows of `EA20`, which is no country\n\
             left out: 2 figures of months, quarters or days\n"
        );
    }

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        for (file, options, message) in [
            ("country,2023,2024\nLVA,1,2\n", GDP, "file:1:1: `file` is no `csv` file: its years are columns"),
            ("a,b\n1,2\n", GDP, "`file` needs `--map country=…`; name its column"),
            ("country,year,value\nLVA,2024,\"40,208\"\n", GDP, "`40,208` is not a number"),
            ("country,year,value\nLVA,2024,x\n", GDP, "file:2:10: `x` is not a number"),
            ("country,year,value\nLVA,24,1\n", GDP, "file:2:5: the year 24 is not between"),
            (
                "country,year,value\nLVA,2024,1\nLV,2024,2\n",
                GDP,
                "a second figure of LVA gdp 2024: the first stands at file:2:10",
            ),
            ("country,year,value\nLVA,2024,0\n", GDP, "file:2:10: `0` is not above zero"),
            ("country,year,value,p\nLVA,2024,1,CSB\nEST,2024,1,X\n", "--map publisher=p", "needs `--map measure=…`"),
            ("country,year,value\nLVA,2024,1\n", "--map yeer=year", "unknown column `yeer`; did you mean `year`?"),
        ] {
            let told = told("csv", file, options);
            assert!(told.contains(message), "{file}: {told}");
        }
        let names: String = (0..100).map(|number| format!("Land {number},2024,1\n")).collect();
        let sorts = told("csv", &format!("country,year,value\n{names}{0},2024,1\n", "x".repeat(400)), GDP);
        assert!(sorts.lines().count() == 65 && sorts.ends_with("left out: 37 rows of other sorts\n"), "{sorts}");
        let said = |more: &str| told("csv", "country,year,value\nLVA,2024,1\n", &format!("{GDP} {more}"));
        assert!(said("--map year=Gads").contains("the header has no column `Gads`"));
        assert!(said("--map unit==EUR~milion").starts_with("--map:1:1: unknown unit `EUR milion`"));
        assert!(said("--map measure==spending").contains("`spending` needs `--map definition=…`"));
        assert!(said("--map country==Atlantis").contains("`Atlantis` is not a country code"));
    }
}

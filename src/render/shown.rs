//! Cells as people read them, in the terminal and in Markdown alike: thousands apart, marks beside figures, and their key.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::error::Result;
use crate::quantity::text;
#[cfg(feature = "cli")]
use crate::table::Table;
use crate::table::{Cell, Column, Content, Kind, Unit, Value};

/// Stands before a figure that its neighbour above must not be compared with.
pub(super) const BREAK: char = '¦';

/// The letter that stands behind a figure of this kind; none of an outturn, which is what one expects.
fn letter(kind: Kind) -> Option<char> {
    match kind {
        Kind::Outturn => None,
        Kind::Estimate => Some('e'),
        Kind::Plan => Some('p'),
        Kind::Forecast => Some('f'),
        Kind::Assumption => Some('a'),
    }
}

/// The letter behind the figure in a cell, if there is a figure and it is no outturn.
pub(super) fn mark(cell: &Cell) -> Option<char> {
    cell.kind.filter(|_| cell.value != Value::Unknown).and_then(letter)
}

/// The figure in a cell with its break, its thousands `gap` apart where the column holds millions; nothing if unknown.
pub(super) fn figure(column: &Column, cell: &Cell, decimals: u32, gap: char) -> Result<String> {
    let Some(printed) = cell.printed(decimals)? else { return Ok(String::new()) };
    let digits = match column.unit {
        Unit::Millions | Unit::OfRow if cell.number().is_some() => Cow::Owned(text::grouped(&printed, gap)),
        Unit::Millions | Unit::OfRow | Unit::Percent | Unit::Points | Unit::Count | Unit::None => printed,
    };
    Ok(if cell.after_break { format!("{BREAK}{digits}") } else { digits.into_owned() })
}

/// The words in a cell, the kind that they rest on behind them as in `met (plan)`; nothing if unknown.
pub(super) fn words(cell: &Cell, decimals: u32) -> Result<String> {
    let Some(printed) = cell.printed(decimals)? else { return Ok(String::new()) };
    Ok(match cell.kind {
        Some(kind) => format!("{printed} ({kind})"),
        None => printed.into_owned(),
    })
}

/// What the marks of a table's figures mean, those alone that occur in columns that are `shown`; empty where there is none.
#[cfg(feature = "cli")]
pub(super) fn key(table: &Table, shown: impl Fn(&Column) -> bool) -> String {
    let mut marks = Marks::default();
    for (column, cell) in
        table.rows.iter().flat_map(|row| table.columns.iter().zip(row)).filter(|(column, _)| shown(column))
    {
        marks.note_cell(column, cell);
    }
    marks.key()
}

/// The marks that figures have.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marks {
    kinds: BTreeSet<Kind>,
    breaks: bool,
}

impl Marks {
    /// Adds those of a row.
    pub(crate) fn note(&mut self, columns: &[Column], row: &[Cell]) {
        columns.iter().zip(row).for_each(|(column, cell)| self.note_cell(column, cell));
    }

    /// Adds those of other rows.
    pub(crate) fn add(&mut self, others: Self) {
        self.kinds.extend(others.kinds);
        self.breaks |= others.breaks;
    }

    /// Adds that of a kind.
    pub(crate) fn note_kind(&mut self, kind: Kind) {
        self.kinds.insert(kind);
    }

    fn note_cell(&mut self, column: &Column, cell: &Cell) {
        if column.content == Content::Figure && cell.value != Value::Unknown {
            self.kinds.extend(cell.kind);
            self.breaks |= cell.after_break;
        }
    }

    /// What they mean; empty where there is none.
    pub(super) fn key(&self) -> String {
        let meaning = |kind: &Kind| letter(*kind).map(|letter| format!("{letter} {kind}"));
        let mut meanings: Vec<String> = self.kinds.iter().filter_map(meaning).collect();
        if self.breaks {
            meanings.push(format!("{BREAK} break: not comparable with the year before"));
        }
        meanings.join(" · ")
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::quantity::{Decimal, YearRange};
    use crate::render::{Format, Layout};
    use crate::table::{Context, Table, Verdict, columns};

    const COLUMNS: &[Column] =
        &[columns::SCENARIO, columns::YEAR, columns::NOTE, columns::GDP_MILLION, columns::AMOUNT_MILLION];

    /// Two rows with every kind of trouble: a formula, quotes, a minus, a mark, a break, an unknown.
    pub(in crate::render) fn sample() -> Table {
        let year = |year: &str| Cell::from(year.parse::<YearRange>().unwrap());
        let gdp = |text: &str| Cell::from(Value::Plain(text.parse::<Decimal>().unwrap()));
        let amount = Cell::from(Value::Money("-1719.996".parse().unwrap()));
        Table {
            name: "sample",
            columns: COLUMNS,
            rows: vec![
                vec![Cell::name("latest"), year("2025"), Cell::text("=1+1, \"x\""), gdp("43000.00"), amount],
                vec![
                    Cell::name("latest"),
                    year("2026"),
                    Cell::UNKNOWN,
                    gdp("45423.5").of_kind(Kind::Estimate).after_break(true),
                    Cell::UNKNOWN,
                ],
            ],
            context: Context {
                book: String::new(),
                fingerprint: None,
                country: None,
                currency: None,
                as_of: "2025-11-20".parse().unwrap(),
            },
            notes: vec!["a *note*".to_owned()],
            sources: Vec::new(),
        }
    }

    pub(in crate::render) fn rendered(format: Format, table: &Table, width: Option<usize>) -> String {
        let mut out = Vec::new();
        format.render(table, &Layout { width, ..Layout::default() }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    #[cfg(feature = "cli")]
    fn the_key_names_what_occurs() {
        let all = "e estimate · ¦ break: not comparable with the year before";
        assert_eq!(key(&sample(), |_| true), all);
        assert_eq!(key(&sample(), |column| column.name != "gdp_million"), "");
    }

    #[test]
    fn a_mark_on_words_is_spelled_out() {
        assert_eq!(words(&Cell::from(Verdict::Met).of_kind(Kind::Plan), 2).unwrap(), "met (plan)");
    }
}

//! The series of a table, each with all that is said of it anywhere.

use std::collections::BTreeMap;

use crate::error::{Error, Kind, Result};
use crate::import::gathered::Gathered;
use crate::import::grid::Line;
use crate::quantity::Country;

use super::header::Header;
use super::said::Said;
use super::subjects::{self, CONSTANT_PRICES, Subject};

/// The series of one line: whose and what it is, and what the file says of it.
pub(super) struct Series<'g> {
    pub(super) line: Line<'g>,
    pub(super) country: Country,
    pub(super) subject: &'static Subject,
    pub(super) said: Said,
}

/// The series that a book has a measure for, each with all that is said of it anywhere in the file.
pub(super) fn series<'g>(
    header: &Header<'g>,
    lines: &[Line<'g>],
    gathered: &mut Gathered<'_>,
) -> Result<Vec<Series<'g>>> {
    let mut found = Vec::new();
    let mut said: BTreeMap<(Country, &str), Said> = BTreeMap::new();
    for line in lines {
        match (header.country(line), header.subject(line)) {
            (None, _) => gathered.leave_out("rows of groups and of unknown countries"),
            (Some(_), _) if !header.is_annual(line) => gathered.leave_out("rows of quarters and months"),
            (Some(country), subject) => {
                let own = Said::read(header, line)?;
                let code = subject.map_or("", |subject| subject.code);
                said.entry((country, code)).or_default().fill(&own);
                match subject.filter(|subject| subject.measure.is_some()) {
                    Some(subject) => found.push(Series { line: *line, country, subject, said: own }),
                    None => gathered.leave_out("rows of other subjects"),
                }
            }
        }
    }
    if let (true, Some(line)) = (found.is_empty(), lines.first()) {
        let kind =
            Kind::UnreadableFile { path: line.name().to_owned(), reason: "it has no subject of a book".to_owned() };
        return Err(Error::new(kind).help(format!("taken are {}", subjects::taken())));
    }
    for series in &mut found {
        let of = |code: &'static str| said.get(&(series.country, code)).cloned().unwrap_or_default();
        let constant = of(CONSTANT_PRICES);
        let currencies = said.range((series.country, "")..).take_while(|((own, _), _)| *own == series.country);
        let currency = currencies.filter_map(|(_, own)| own.currency.clone()).next();
        series.said.fill(&of(series.subject.code));
        series.said.fill(&Said { currency, base: constant.base, ..Said::default() });
    }
    Ok(found)
}

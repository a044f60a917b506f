//! Series of which most rows are about countries that nobody asks about: those are passed over, but for what the whole book must
//! know of them.
//!
//! This is for the compiled-in book alone. It is known to be sound, so nothing is checked here.

use crate::book::Measure;
use crate::book::editions::{Edition, Editions};
use crate::quantity::Country;
use crate::quantity::text::unguard;

/// How many columns stand before the note.
const BEFORE_NOTE: usize = 11;

/// What is looked at in a row.
struct Glance<'t> {
    country: &'t str,
    measure: &'t str,
    year: &'t str,
    /// Publisher, vintage and source, with the commas between them.
    edition: &'t str,
}

/// The series with blank lines in the place of the rows of other countries, exchange rates but left; nothing where a glance is not
/// enough to tell its rows apart.
pub(super) fn skimmed(text: &str, header: &str, about: &[Country], elsewhere: &mut Editions) -> Option<String> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == header)?;
    let (mut kept, mut latest, mut seen) = (first.to_owned(), "", Vec::new());
    let (gdp, rate) = (Measure::Gdp.word(), Measure::ExchangeRate.word());
    for line in lines {
        let row = glance(line)?;
        latest = latest.max(row.year);
        let edition = (row.measure == gdp, row.edition);
        if !seen.contains(&edition) {
            seen.push(edition);
        }
        let is_asked = about.iter().any(|country| country.code() == row.country) || row.measure == rate;
        kept.push_str(if is_asked { line } else { "\n" });
    }
    let editions = seen.into_iter().map(edition).collect::<Option<Vec<_>>>()?;
    elsewhere.all.extend(editions);
    elsewhere.latest_year = elsewhere.latest_year.max(latest.parse().ok());
    kept.truncate(kept.trim_end().len());
    Some(kept)
}

/// The cells of a row, if none but its note is in quotes, and that ends with the line.
fn glance(line: &str) -> Option<Glance<'_>> {
    let (mut commas, mut found) = ([0; BEFORE_NOTE], 0);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'"' => return None,
            b',' => {
                commas[found] = at;
                found += 1;
                if found == BEFORE_NOTE {
                    break;
                }
            }
            _ => {}
        }
    }
    let note = line.get(commas[BEFORE_NOTE - 1]..).filter(|_| found == BEFORE_NOTE)?;
    let is_closed = note.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
    let cells = |first: usize, last: usize| &line[commas[first - 1] + 1..commas[last]];
    is_closed.then(|| Glance {
        country: &line[..commas[0]],
        measure: cells(1, 1),
        year: cells(3, 3),
        edition: cells(8, 10),
    })
}

fn edition((of_gdp, cells): (bool, &str)) -> Option<Edition> {
    let mut cells = cells.split(',');
    let (publisher, vintage, source) = (cells.next()?, cells.next()?, cells.next()?);
    let (publisher, source) = (unguard(publisher).to_owned(), source.to_owned());
    Some(Edition { publisher, vintage: vintage.parse().ok()?, source, of_gdp })
}

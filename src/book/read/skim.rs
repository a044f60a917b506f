//! Series of which most rows are about countries that nobody asks about: those are passed over, but for what the whole book must
//! know of them.
//!
//! This is for the compiled-in book alone. It is known to be sound, so nothing is checked here.

use crate::book::Measure;
use crate::book::elsewhere::{Edition, Elsewhere};
use crate::error::SourceText;
use crate::quantity::Country;
use crate::quantity::text::unguard;

/// What is looked at in a row.
struct Glance<'t> {
    country: &'t str,
    measure: &'t str,
    year: &'t str,
    /// Publisher, vintage and source.
    edition: [&'t str; 3],
}

/// The series with blank lines in the place of the rows of other countries, exchange rates but left; nothing where a glance is not
/// enough to tell its rows apart.
pub(super) fn skimmed(
    text: &SourceText,
    header: &str,
    about: &[Country],
    elsewhere: &mut Elsewhere,
) -> Option<SourceText> {
    let mut lines = text.content().split_inclusive('\n');
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
    elsewhere.latest_year = elsewhere.latest_year.max(latest.parse().ok());
    for (of_gdp, [publisher, vintage, source]) in seen {
        let (publisher, source) = (unguard(publisher).to_owned(), source.to_owned());
        elsewhere.editions.push(Edition { publisher, vintage: vintage.parse().ok()?, source, of_gdp });
    }
    Some(SourceText::new(text.name(), kept))
}

/// The cells of a row, if none but its note is in quotes, and that ends with the line.
fn glance(line: &str) -> Option<Glance<'_>> {
    let mut cells = line.splitn(12, ',');
    let (country, measure) = (cells.next()?, cells.next()?);
    let (year, publisher) = (cells.nth(1)?, cells.nth(4)?);
    let (vintage, source, note) = (cells.next()?, cells.next()?, cells.next()?);
    let before_note = &line[..line.len() - note.len()];
    let is_plain = !before_note.contains('"') && note.matches('"').count() % 2 == 0;
    is_plain.then_some(Glance { country, measure, year, edition: [publisher, vintage, source] })
}

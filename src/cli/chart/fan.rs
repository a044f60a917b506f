//! The picture of all scenarios of a file.

use crate::chart::Chart;
use crate::quantity::text::capitalised;
use crate::question::{self, Query, Spreads};
use crate::stream::Request;

use super::super::console::Console;
use super::super::given::{Given, missing};
use super::super::options::{self, GDP, OUTPUT, SKIP_BAD};
use super::super::{Failure, asked, feed};
use super::wanted;

const NAME: &str = "fan";

/// Its command, inside of that of pictures.
pub(super) fn command() -> clap::Command {
    let about = Chart::named(NAME).map_or_else(|_| String::new(), |chart| capitalised(chart.about));
    let example = "\
Examples:
  pledgebook chart fan --gdp my-scenarios.csv -o fan.svg
  pledgebook chart fan --gdp my-scenarios.csv --commitment lva-defence-2026 --lang lv -o fan.png";
    let command = clap::Command::new(NAME).about(about).after_long_help(example);
    let command = command.arg(options::feed()).args(wanted::subject()).arg(options::skip_bad());
    wanted::look(options::any_scale(command, &[GDP]))
}

/// Reads the scenario file, and lets its picture be drawn.
pub(super) fn ask(
    given: Given<'_>,
    console: &mut Console<'_>,
    draw: impl FnOnce(&Query<'_>, &mut Console<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let help = "name a scenario file, whose header is `scenario,year,gdp_million`; `-` is standard input";
    let (path, output) = (given.path(GDP).ok_or_else(|| missing(NAME, GDP, help))?, given.path(OUTPUT));
    let book = asked::book(given)?;
    let (commitments, family) = (asked::commitments(given, &book)?, asked::family(given, &book)?);
    let mut query = Query { commitments, family, ..asked::query_in_years(given, &book)? };
    let guards = asked::guards(given, &query)?;
    // a pledge that was superseded is shown where it is named
    let pledges = question::asked(&Query { all: !query.commitments.is_empty(), ..query.clone() })?;
    let countries = asked::countries_of_lines(&query, &guards);
    let skip_bad = given.is_set(SKIP_BAD);
    let request = Request { years: query.years, skip_bad, ..Request::new(&pledges, countries) };
    let file = feed::Kept::open(path, output)?;
    let (yearly, report) = file.spreads(console, &request)?;
    query.spreads = Some(Spreads { yearly, digest: file.digest()? });
    draw(&query, console)?;
    feed::complain(console, report)
}

//! `explain`: where does this number come from, step by step, to file and line?

use crate::book::Book;
use crate::gdp::Ground;
use crate::quantity::{Year, YearRange};
use crate::question::{DERIVATIONS, Definitions, ask, derive, explain, grounds};
use crate::render::{TREES, TreeFormat};
use crate::session::Answer;
use crate::table::Step;

use super::analysis::{self, Analysis};
use super::console::Console;
use super::given::Given;
use super::options::{self, BASIS, DEFINITION, FORMAT, GDP_LEVEL, GROWTH, ID, OUTPUT, OUTPUT_HEADING, SCENARIO, YEAR};
use super::{ANALYSES, Command, Failure, asked, ending, table_command, what_if};

pub(super) const COMMAND: Command = Command {
    name: "explain",
    about: "Where does this number come from, step by step, to file and line?",
    examples: "\
Examples:
  pledgebook explain lva-defence-2025
  pledgebook explain lva-defence-2025 --definition nato
  pledgebook explain lva-defence-2026 --basis publisher:MoF
  pledgebook explain lva-defence-2026 --scenario mof-2026-02
  pledgebook explain lva-defence-2026 --growth 2026=1.5%
  pledgebook explain lva-ukraine-2024 --year 2025 --format md
  pledgebook explain timeline
  pledgebook explain gdp --scenario latest --years 2026",
    arguments,
    without: &[],
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let derived = ANALYSES.iter().filter(|own| DERIVATIONS.iter().any(|derivation| derivation.name == own.name));
    let inner = derived.map(|own| written(own.behind("explain")));
    analysis::before(of_commitment(command), inner)
}

/// How a derivation is written.
fn written(command: clap::Command) -> clap::Command {
    let formats = TREES.iter().map(|format| format.name).collect::<Vec<_>>().join("|");
    let written = [
        FORMAT.option("FORMAT").help(format!("{formats} [default: table, or by the ending of FILE]")),
        options::output("FILE").help("Write to this file instead of standard output"),
    ];
    command.args(written.map(|option| option.help_heading(OUTPUT_HEADING)))
}

fn of_commitment(command: clap::Command) -> clap::Command {
    let scenario = SCENARIO.option("ID").help("Under this scenario or basis");
    written(options::any_scale(options::what_if(command), &[GROWTH, GDP_LEVEL]).args([
        ID.argument("ID").help("A commitment"),
        YEAR.option("Y").help(options::ONE_OF_ITS_YEARS),
        DEFINITION.option("D").help("Judged by this definition of its family"),
        scenario.conflicts_with(BASIS),
        options::basis(),
    ]))
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let inside = analysis::inside(given, of_commitment)?;
    match inside.and_then(|(name, given)| Some((analysis::named(name)?, given))) {
        Some((analysis, given)) => answer(analysis, given, console),
        None => commitment(given, console),
    }
}

/// Explains the answer to a question.
fn answer(analysis: &Analysis, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    (analysis.ask)(given, &mut |query| {
        write(derive(analysis.name, query)?, given, console)?;
        table_command::tell_doubts(query, &ask(analysis.name, query)?, console);
        Ok(())
    })
}

/// Writes a derivation to the place and in the format that the options name.
fn write(derivation: Step, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    if let Some(caught) = &mut console.caught {
        caught.push(Answer::Derivation(derivation));
        return Ok(());
    }
    let path = given.path(OUTPUT);
    let format = match given.text(FORMAT) {
        Some(name) => TreeFormat::named(name).map_err(Failure::usage)?,
        None => ending::by_ending(path, TreeFormat::of_file, ending::OTHER_ENDING)?.unwrap_or(&TREES[0]),
    };
    console.write_laid_out(path, 2, |layout, out| (format.render)(&[derivation], layout, out))
}

/// Explains the verdict on a commitment.
fn commitment(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = book(given)?;
    let mut query = asked::query(given, &book)?;
    let asked = query.countries.as_deref();
    let commitment = book.named_commitment(given.text(ID).unwrap_or_default(), asked).map_err(Failure::usage)?;
    query.countries = Some(vec![commitment.country]);
    query.years = asked::year_of(given, &book, commitment)?;
    if let Err(later) = commitment.check_announced(query.as_of) {
        console.note(&later.kind().to_string());
    }
    let of_family = |id: &str| book.of_its_family(commitment, id).map(|definition| definition.id.clone());
    query.judging.by = given.named(DEFINITION, of_family)?.pop().map_or(Definitions::Own, Definitions::One);
    let scenarios = what_if::scenarios(given, &query)?.into_iter().map(|name| Ground::named(&name));
    query.judging.on = scenarios.chain(asked::basis(given, &book)?.map(Ground::from)).collect();
    write(explain(&query, commitment)?, given, console)?;
    if let Some(when) = commitment.when {
        let named = YearRange::new(when.first(), when.last().unwrap_or(Year::LAST))?;
        query.years = query.years.or(Some(named));
        query.scenarios = grounds(&query, commitment).iter().map(Ground::to_string).collect();
        table_command::tell_doubts_of_gdp(&query, console);
    }
    Ok(())
}

/// The book, with the scenario that the command line makes for the country of the commitment.
fn book(given: Given<'_>) -> Result<Book, Failure> {
    let mut book = asked::book(given)?;
    let countries = asked::countries(given, &book)?;
    let own = book.named_commitment(given.text(ID).unwrap_or_default(), countries.as_deref());
    let country = own.map_err(Failure::usage)?.country;
    what_if::add(given, &mut book, &[country])?;
    Ok(book)
}

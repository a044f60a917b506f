//! `verdicts`: was it kept, by how much, on which figures?

use std::path::Path;

use crate::book::{Book, Commitment};
use crate::gdp::feed::Feed;
use crate::gdp::{Ground, basis_names};
use crate::question::{self, Definitions, Query};
use crate::stream::Request;
use crate::table::{Table, Verdict, columns};

use super::console::Console;
use super::given::{Given, missing, needless};
use super::options::{self, ALL, BASIS, DEFINITION, GDP, GDP_LEVEL, GROWTH, Name, PLEDGE, SCENARIO, THEN, TOTAL};
use super::{Command, Failure, asked, feed, table_command, what_if};

pub(super) const COMMAND: Command = Command {
    name: "verdicts",
    about: "Was it kept, by how much, on which figures?",
    examples: "\
Examples:
  pledgebook verdicts --years 2025
  pledgebook verdicts --commitment lva-defence-2025 --definition all
  pledgebook verdicts --commitment lva-ukraine-2026 --all-bases
  pledgebook verdicts --scenario recession --years 2026
  pledgebook verdicts --pledge \"at least 3.5% of GDP\" --definition nato --years 2021-2026
  pledgebook verdicts --strict                   outturns and estimates of years that are over alone
  pledgebook verdicts --as-written               words against words: what is short of them is missed
  pledgebook verdicts --then 2025-11-30          what was known then, and what moved since",
    arguments,
    without: &[],
    run,
};

const ALL_BASES: Name = Name("all-bases");
const STRICT: Name = Name("strict");
const AS_WRITTEN: Name = Name("as-written");

/// What a GDP that somebody brings takes the place of.
const BASES: [Name; 2] = [BASIS, ALL_BASES];
/// How somebody brings one.
const WHAT_IF: [Name; 4] = [SCENARIO, GROWTH, GDP_LEVEL, GDP];

fn arguments(command: clap::Command) -> clap::Command {
    let definition = DEFINITION.option("D").help("Judge by this definition of a commitment's family; `all`: by each");
    let then = THEN.option("YYYY-MM-DD").help("Set what was known on an earlier day beside it, and say what moved");
    options::any_scale(options::what_if(options::rows_of_money(command)), &[GDP, GROWTH, GDP_LEVEL]).args([
        options::scenarios(),
        options::feed(),
        options::commitments(),
        options::pledges(),
        definition,
        options::basis(),
        then.conflicts_with_all([TOTAL, GDP]),
        ALL_BASES.flag("On every basis, one after the other").conflicts_with(BASIS),
        options::total().conflicts_with(GDP),
        STRICT.flag("Count outturns and estimates of years that are over; exit code 1 if a pledge was missed"),
        AS_WRITTEN.flag("Set words against words: nothing is met by rounding, and no precision leaves a verdict open"),
        ALL.flag("Superseded commitments too"),
    ])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    check_together(given)?;
    let book = what_if::book(given)?;
    let definitions = definitions(given, &book)?;
    let said = said(given, &book, &definitions)?;
    let mut query = asked::query_in_years(given, &book)?;
    query.said = &said;
    query.commitments = asked::commitments(given, &book)?;
    query.all = given.is_set(ALL);
    query.total = given.is_set(TOTAL);
    query.judging.by = definitions;
    query.judging.on = grounds(given, &query)?;
    query.judging.strict = given.is_set(STRICT);
    query.judging.as_written = given.is_set(AS_WRITTEN);
    then(given, &mut query)?;
    query.feed = given.path(GDP).map(|_| Feed::elsewhere());
    let table = question::ask(if query.judging.then.is_some() { "then-and-now" } else { "verdicts" }, &query)?;
    let (has_rows, missed_in_file) = match given.path(GDP) {
        Some(path) => fed(given, console, (&query, &table), path)?,
        None => {
            console.write_table(given, &table)?;
            (!table.rows.is_empty(), 0)
        }
    };
    table_command::tell_doubts(&query, &table, console);
    // Then and now may show what one of the two days alone would hide.
    let mut notes = if query.judging.then.is_some() { Vec::new() } else { table_command::hidden(&query) };
    notes.extend(table_command::of_other_family(&query));
    if !has_rows && notes.is_empty() {
        console.note(table_command::nothing(&query));
    }
    notes.iter().for_each(|note| console.note(note));
    what_if::tell_unreached(&query, &table, console);
    if query.judging.strict { tell_missed(&table, missed_in_file, console) } else { Ok(()) }
}

/// The same with the verdicts on the scenarios of a file: whether there is a row, and how many of the file's are missed.
fn fed(
    given: Given<'_>,
    console: &mut Console<'_>,
    (query, table): (&Query<'_>, &Table),
    path: &Path,
) -> Result<(bool, usize), Failure> {
    let target = console.target(given)?;
    let guards = asked::guards(given, query)?;
    let countries = asked::countries_of_lines(query, &guards);
    let taken: Vec<String> = query.judging.on.iter().map(Ground::to_string).collect();
    let request = Request { taken: &taken, decimals: target.decimals, ..Request::verdicts(countries) };
    let (has_rows, report) = feed::write_below(given, console, (query, table), path, &request)?;
    Ok((has_rows, report.missed))
}

/// That nothing is asked for beside what takes its place.
fn check_together(given: Given<'_>) -> Result<(), Failure> {
    let said = |options: &[Name]| options.iter().copied().find(|option| given.is_said(option.0));
    if let (Some(basis), Some(brought)) = (said(&BASES), said(&WHAT_IF)) {
        let reason = format!("the GDP of `{}` takes the place of every basis", brought.long());
        return Err(needless(&basis.long(), reason, "leave one of the two out"));
    }
    if said(&[PLEDGE]).is_some() && said(&[DEFINITION]).is_none() {
        return Err(missing(&PLEDGE.long(), DEFINITION, options::WHICH_SPENDING));
    }
    if let Some(other) = said(&[PLEDGE, TOTAL]).filter(|_| by_all(given)) {
        let option = other.long();
        let reason = match other {
            PLEDGE => format!("`{option}` is judged by one definition"),
            _ => format!("`{option}` does not add figures under several definitions"),
        };
        return Err(needless(&format!("{} {}", DEFINITION.long(), options::EVERY), reason, "name one definition"));
    }
    Ok(())
}

/// Whether commitments are judged by every definition of their family.
fn by_all(given: Given<'_>) -> bool {
    given.text(DEFINITION).is_some_and(|name| name.eq_ignore_ascii_case(options::EVERY))
}

/// By which definitions commitments are judged.
fn definitions(given: Given<'_>, book: &Book) -> Result<Definitions, Failure> {
    if by_all(given) {
        return Ok(Definitions::Family);
    }
    Ok(asked::definition(given, book)?.map_or(Definitions::Own, Definitions::One))
}

/// The pledges that were said in the place of the book's commitments.
fn said(given: Given<'_>, book: &Book, definitions: &Definitions) -> Result<Vec<Commitment>, Failure> {
    match definitions {
        Definitions::One(definition) => asked::said(given, book, Some(definition)),
        Definitions::Own | Definitions::Family => Ok(Vec::new()),
    }
}

/// The GDP on which every commitment is judged, if any was asked for.
fn grounds(given: Given<'_>, query: &Query<'_>) -> Result<Vec<Ground>, Failure> {
    let named = |names: Vec<String>| names.iter().map(|name| Ground::named(name)).collect();
    if given.is_set(ALL_BASES) {
        return Ok(named(basis_names(query.book)));
    }
    let basis = asked::basis(given, query.book)?.map(Ground::from);
    Ok(basis.into_iter().chain(named(what_if::scenarios(given, query)?)).collect())
}

/// The earlier day, whose knowledge is set beside that of the day asked about.
fn then(given: Given<'_>, query: &mut Query<'_>) -> Result<(), Failure> {
    query.judging.then = given.parsed(THEN, str::parse)?;
    if let Some(then) = query.judging.then.filter(|then| then.last_day() >= query.as_of.last_day()) {
        let reason = format!("{then} is not before {}, the day whose knowledge it is set beside", query.as_of);
        return Err(needless(&THEN.long(), reason, "name an earlier day"));
    }
    Ok(())
}

/// Says how many rows are missed, those of a scenario file among them, and fails for them.
fn tell_missed(table: &Table, in_file: usize, console: &mut Console<'_>) -> Result<(), Failure> {
    let missed = table.select([&columns::VERDICT])?;
    let missed = missed.iter().filter(|[verdict]| verdict.verdict() == Some(Verdict::Missed)).count();
    match missed + in_file {
        0 => return Ok(()),
        1 => console.note("1 row is `missed`"),
        missed => console.note(&format!("{missed} rows are `missed`")),
    }
    Err(Failure::Missed)
}

//! `chart`: one picture, or every one.

mod fan; // that of a scenario file
mod other_gdp; // what another GDP or another pledge would make of it
mod wanted; // how it is drawn

use std::path::Path;

use clap::Arg;

use crate::book::Book;
use crate::chart::{self, CHARTS, Chart, Countries, Drawing, Options, Painting};
use crate::error::{Error, Kind};
use crate::question::Query;
use crate::report::{self, LeftOut, Planned};
use crate::session::Answer;

use super::analysis::{self, Analysis};
use super::console::Console;
use super::given::{Given, needless};
use super::options::{self, ALL, COUNTRY, GDP, OUTPUT};
use super::{ANALYSES, Command, Failure, asked, missing_glyphs, output, provenance, table_command};
use wanted::SCALE;
pub(super) use wanted::{NAME, lang, language};

pub(super) const COMMAND: Command = Command {
    name: "chart",
    about: "One picture, or every one, as SVG or PNG",
    examples: "\
Examples:
  pledgebook chart list
  pledgebook chart share > share.svg
  pledgebook chart amounts -o amounts.png --preset social --scale 2
  pledgebook chart accounts --family defence -o accounts.png
  pledgebook chart share --lang lv --theme dark -o share.svg
  pledgebook chart amounts --growth \"2026=1.5%\" -o amounts.svg
  pledgebook chart league --year 2024 -o league.svg
  pledgebook chart fan --gdp my-scenarios.csv -o fan.svg
  pledgebook chart all -o charts",
    arguments,
    without: &[],
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let pictured = ANALYSES.iter().filter_map(|own| Some((own, CHARTS.iter().find(|chart| chart.name == own.name)?)));
    let inner = pictured.map(|(own, chart)| told(own, chart));
    analysis::before(wanted::arguments(command), inner.chain([fan::command()]))
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    if let Some((name, given)) = analysis::inside(given, wanted::arguments)? {
        let chart = Chart::named(name)?;
        return match analysis::named(name) {
            Some(analysis) => answer((chart, analysis), given, console),
            None => fed(chart, given, console),
        };
    }
    match given.text(NAME).unwrap_or_default() {
        "list" => list(given, console),
        "all" => all(given, console),
        name => one(Chart::named(name).map_err(Failure::usage)?, given, console),
    }
}

/// Whether one picture is asked for, and no list and no folder of them.
pub(super) fn draws_one(given: Given<'_>) -> bool {
    given.if_offered::<String>(NAME).is_none_or(|name| Chart::named(name).is_ok())
}

fn list(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    given.only(wanted::arguments, "`list` names the pictures and draws none")?;
    let width = CHARTS.iter().map(|chart| chart.name.len()).max().unwrap_or_default() + 2;
    let needs = |chart: &Chart| chart.needs.map(|needs| format!("; needs {needs}")).unwrap_or_default();
    let line = |chart: &Chart| format!("{:<width$}{}{}\n", chart.name, chart.about, needs(chart));
    console.show(&CHARTS.iter().map(line).collect::<String>())
}

/// A picture that draws from a book alone.
fn one(chart: &'static Chart, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let wanted = Wanted::of(chart, given, console)?;
    other_gdp::check(chart.name, given)?;
    let book = other_gdp::book(given)?;
    let said = other_gdp::said(given, &book)?;
    let query = other_gdp::query(chart.name, given, Query { said: &said, ..query(given, &book)? })?;
    let query = if given.is_set(ALL) { every(query, chart.name)? } else { query };
    wanted.draw(&query, &wanted::options(clap::Command::new("")), console)
}

/// The command of the picture of a question.
fn told(analysis: &Analysis, chart: &Chart) -> clap::Command {
    let command = wanted::of_analysis(chart, analysis.behind("chart"));
    let is_undrawn = |own: &Arg| analysis.undrawn.iter().any(|(name, _)| own.get_id() == name.0);
    command.mut_args(|own| if is_undrawn(&own) { own.hide(true) } else { own })
}

/// The picture of a question.
fn answer(
    (chart, analysis): (&'static Chart, &Analysis),
    given: Given<'_>,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    given.without(analysis.undrawn)?;
    let wanted = Wanted::of(chart, given, console)?;
    (analysis.ask)(given, &mut |query| {
        let mut query = query.clone();
        if chart.needs.is_none() {
            let named = asked::commitments(given, query.book)?;
            query.commitments = if named.is_empty() { query.commitments } else { named };
            query.family = asked::family(given, query.book)?.or(query.family);
        }
        wanted.draw(&query, &told(analysis, chart), console)
    })
}

/// The picture of a scenario file.
fn fed(chart: &'static Chart, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let wanted = Wanted::of(chart, given, console)?;
    fan::ask(given, console, |query, console| wanted.draw(query, &fan::command(), console))
}

/// A picture as it is wanted.
struct Wanted<'m> {
    chart: &'static Chart,
    given: Given<'m>,
    path: Option<&'m Path>,
    format: &'static str,
    options: Options,
}

impl<'m> Wanted<'m> {
    fn of(chart: &'static Chart, given: Given<'m>, console: &Console<'_>) -> Result<Self, Failure> {
        let (name, path, format) = (chart.name, given.path(OUTPUT), wanted::format_of_file(given)?);
        let options = wanted::drawn_as(given, Some(format))?;
        if format == "png" && console.out_is_terminal && path.is_none_or(output::is_standard) {
            let help = format!("name a file: `pledgebook chart {name} -o {name}.png`");
            return Err(Failure::usage(
                Error::new(Kind::BinaryToTerminal { what: "a PNG picture".to_owned() }).help(help),
            ));
        }
        Ok(Self { chart, given, path, format, options })
    }

    /// Draws and writes what a query asks about, of which the command that has these arguments was told.
    fn draw(&self, query: &Query<'_>, own: &clap::Command, console: &mut Console<'_>) -> Result<(), Failure> {
        let picture = picture(self.chart, query, self.given)?;
        if let Some(caught) = &mut console.caught {
            caught.push(Answer::Picture(Box::new(picture)));
            return Ok(());
        }
        let record = report::record(query, command(&picture, own, self.given));
        let options = Options { record: Some(record), ..self.options.clone() };
        let (bytes, texts) = if self.format == "png" {
            let Painting { png, texts } = chart::painting(&picture.figure, &options)?;
            (png, texts)
        } else {
            let Drawing { svg, texts, .. } = chart::draw(&picture.figure, &options);
            (svg.into_bytes(), texts)
        };
        console.write(self.path, |out| Ok(out.write_all(&bytes)?))?;
        table_command::tell_doubts_of_gdp(query, console);
        missing_glyphs::tell(&[(self.chart.name.to_owned(), report::missing_glyphs(&texts))], console);
        Ok(())
    }
}

/// What pictures are about.
fn query<'b>(given: Given<'_>, book: &'b Book) -> Result<Query<'b>, Failure> {
    let (commitments, family) = (asked::commitments(given, book)?, asked::family(given, book)?);
    Ok(Query { commitments, family, ..asked::query_in_years(given, book)? })
}

/// A picture of a query, which is about one country unless it shows several beside each other.
fn picture(chart: &'static Chart, query: &Query<'_>, given: Given<'_>) -> Result<Planned, Failure> {
    if chart.countries == Countries::One && query.countries().len() != 1 {
        return Err(needless(&COUNTRY.long(), "a picture shows one country", "name one country"));
    }
    Ok(report::planned(chart, query, wanted::lang(given))?)
}

/// The same question about every commitment, superseded ones too, which one picture alone can show.
fn every<'b>(query: Query<'b>, name: &str) -> Result<Query<'b>, Failure> {
    if name != "scoreboard" {
        let reason = "of all pictures `scoreboard` alone shows every commitment";
        return Err(needless(&ALL.long(), reason, "leave it out, or draw `scoreboard`"));
    }
    let query = Query { all: true, ..query };
    let commitments = query.standing().map(|commitment| commitment.id.clone()).collect();
    Ok(Query { commitments, ..query })
}

/// Every picture that the book has figures for, in the formats asked for, into a folder of their own.
fn all(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let folder = output::folder(given.path(OUTPUT).unwrap_or(Path::new("charts"))).map_err(Failure::usage)?;
    let format = wanted::format(given)?;
    let options = wanted::drawn_as(given, format)?;
    other_gdp::check("all", given)?;
    let book = asked::book(given)?;
    let query = query(given, &book)?;
    let query = if given.is_set(ALL) { every(query, "all")? } else { query };
    let (pictures, left_out) = report::all(&query, wanted::lang(given));
    let alone = wanted::options(clap::Command::new(""));
    let options = |picture: &Planned| {
        // what a picture is not told by itself it is not told here
        let own = analysis::named(picture.chart.name).map(|own| told(own, picture.chart));
        let record = report::record(&query, command(picture, own.as_ref().unwrap_or(&alone), given));
        Options { record: Some(record), ..options.clone() }
    };
    let jobs: Vec<_> = pictures.iter().map(|picture| (&picture.figure, options(picture))).collect();
    let (mut files, mut missing) = (Vec::new(), Vec::new());
    for (picture, drawn) in pictures.iter().zip(report::drawn(&jobs)?) {
        let name = picture.chart.name;
        let both = [("svg", drawn.svg.into_bytes()), ("png", drawn.png)];
        let wanted = both.into_iter().filter(|(ending, _)| format.is_none_or(|format| format == *ending));
        files.extend(wanted.map(|(ending, bytes)| (format!("{name}.{ending}"), bytes)));
        missing.push((name.to_owned(), drawn.missing_glyphs));
    }
    output::replace_folder(folder, &files)?;
    table_command::tell_doubts_of_gdp(&query, console);
    tell_left_out(&left_out, console);
    missing_glyphs::tell(&missing, console);
    let count = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
    console.note(&format!("wrote {count} into `{}`", folder.display()));
    Ok(())
}

/// Tells a person which pictures are left out.
pub(super) fn tell_left_out(left_out: &[LeftOut], console: &mut Console<'_>) {
    for LeftOut { name, reason } in left_out {
        console.note(&format!("left out `{name}`: {reason}"));
    }
}

/// The command that draws this picture again, told what was said in the place of these arguments.
fn command(picture: &Planned, own: &clap::Command, given: Given<'_>) -> String {
    let feed = options::has(own, GDP).then_some((GDP, "-"));
    let line = provenance::command(&["chart", picture.chart.name], own, given, feed);
    // only a PNG has a scale, and what is recorded has to run as it stands
    if given.is_said(SCALE.0) { line + " --format png" } else { line }
}

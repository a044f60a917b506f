//! `report`: everything, into one folder.

mod summary;

use std::path::{Path, PathBuf};
use std::thread;

use clap::{ArgMatches, parser::ValueSource};

use crate::chart::{self, CHARTS, Chart, Figure, Lang, Look};
use crate::error::{Error, Kind, Result};
use crate::question::Query;
use crate::render::{Format, Layout};
use crate::table::Table;

use super::session::Session;
use super::{Command, Failure, options, output, rows};

pub(super) const COMMAND: Command = Command {
    name: "report",
    about: "Everything: CSV files, charts and a summary, into one folder",
    examples: "\
Examples:
  pledgebook report
  pledgebook report -o briefing --as-of 2025-11-20

An existing folder is replaced only if it is empty or was written by pledgebook.",
    arguments: |command| command.arg(options::output("DIR").help("The folder to write").default_value("report")),
    run,
};

/// The tables of a report, each a file.
const TABLES: [&str; 5] = ["amounts", "verdicts", "gdp", "commitments", "sources"];

/// A drawn picture.
struct Picture {
    name: &'static str,
    title: String,
    alt: String,
    svg: String,
    png: Vec<u8>,
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let folder = matches.get_one::<PathBuf>("output").map_or(Path::new("report"), PathBuf::as_path);
    let book = options::book(matches)?;
    let query = options::query(matches, &book)?;
    let (pictures, left_out) = pictures(&query)?;
    let mut files = Vec::new();
    for name in TABLES {
        files.push((format!("{name}.csv"), rendered("csv", &rows::ask(name, &query)?)?));
    }
    let summary =
        summary::Summary { query: &query, command: command(matches), pictures: &pictures, left_out: &left_out };
    files.push(("README.md".to_owned(), summary.write()?.into_bytes()));
    for picture in pictures {
        files.push((format!("charts/{}.svg", picture.name), picture.svg.into_bytes()));
        files.push((format!("charts/{}.png", picture.name), picture.png));
    }
    output::replace_folder(folder, &files)?;
    session.note(&format!(
        "wrote {} files into `{}`; start with `{}`",
        files.len(),
        folder.display(),
        folder.join("README.md").display()
    ));
    Ok(())
}

/// A table in a format, with the usual layout.
fn rendered(format: &str, table: &Table) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // memory takes whatever is written to it, so only a value can fail
    match (Format::named(format)?.render)(table, &Layout::default(), &mut bytes) {
        Err(crate::render::RenderError::Value(error)) => Err(error.into()),
        Ok(()) | Err(crate::render::RenderError::Write(_)) => Ok(bytes),
    }
}

/// Every picture that the book has figures for, and why the others are left out; each is drawn by a thread of its own.
fn pictures(query: &Query<'_>) -> Result<(Vec<Picture>, Vec<String>), Failure> {
    let one = Query { countries: query.countries().first().map(|country| vec![*country]), ..query.clone() };
    let mut figures = Vec::new();
    let mut left_out = Vec::new();
    for chart in CHARTS {
        match super::chart::figure(chart, &one, Lang::En) {
            Ok(figure) => figures.push((chart, figure)),
            Err(Failure::Work(errors)) => left_out.extend(errors.iter().map(|error| error.kind().to_string())),
            Err(failure) => return Err(failure),
        }
    }
    Ok((drawn(&figures)?, left_out))
}

/// The pictures of these figures; all but the last are drawn by threads of their own, that one meanwhile by this.
fn drawn(figures: &[(&Chart, Figure)]) -> Result<Vec<Picture>> {
    let Some(((last, last_figure), others)) = figures.split_last() else { return Ok(Vec::new()) };
    thread::scope(|scope| {
        let threads: Vec<_> =
            others.iter().map(|(chart, figure)| scope.spawn(move || picture(chart, figure))).collect();
        let last = picture(last, last_figure);
        let stopped = || Error::new(Kind::PictureFailed { reason: "its thread stopped".to_owned() });
        let others = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(stopped())));
        others.chain([last]).collect()
    })
}

fn picture(chart: &Chart, figure: &Figure) -> Result<Picture> {
    let svg = chart::svg(figure, &Look::default());
    let png = chart::png(&svg, 1)?;
    Ok(Picture { name: chart.name, title: figure.title.clone(), alt: figure.alt.clone(), svg, png })
}

/// The command with the options that change what is written; never a path or a colour.
fn command(matches: &ArgMatches) -> String {
    let mut command = "pledgebook report".to_owned();
    for option in ["as-of", "country"] {
        let given = matches.value_source(option) == Some(ValueSource::CommandLine);
        for value in matches.get_many::<String>(option).into_iter().flatten().filter(|_| given) {
            command += &format!(" --{option} {value}");
        }
    }
    command
}

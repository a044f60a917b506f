//! `report`: everything, into one folder.

mod summary;

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::chart::{Chart, Lang, Look};
use crate::render::{Format, Layout};
use crate::table::Table;

use super::session::Session;
use super::{Command, Failure, letters, options, output, pictures, recorded, rows};

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

/// The tables of a report, each a file, and what its page says of them.
const TABLES: [(&str, &str); 5] = [
    ("amounts", "what each standing pledge comes to, per year and scenario"),
    ("verdicts", "whether each standing pledge was kept, by how much, on whose figures, and why"),
    ("gdp", "the GDP of every year and scenario, with publisher, vintage and source"),
    ("commitments", "every commitment, superseded ones included"),
    ("sources", "every document, with its address and terms"),
];

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let folder = matches.get_one::<PathBuf>("output").map_or(Path::new("report"), PathBuf::as_path);
    let folder = output::folder(folder).map_err(Failure::usage)?;
    let book = options::book(matches)?;
    let query = options::query(matches, &book)?;
    let (pictures, left_out) = pictures::all(&query, Lang::En)?;
    let look = |chart: &Chart| Look {
        record: Some(pictures::record(&query, command(&["chart", chart.name], matches))),
        ..Look::default()
    };
    let command = command(&["report"], matches);
    let summary = summary::Summary { query: &query, command, pictures: &pictures, left_out: &left_out };
    let (texts, drawn) = pictures::drawn_while(&pictures, look, || texts(&summary));
    let (mut files, mut lacking) = (texts?, Vec::new());
    for (picture, drawn) in pictures.iter().zip(drawn?) {
        let name = picture.chart.name;
        files.push((format!("charts/{name}.svg"), drawn.svg.into_bytes()));
        files.push((format!("charts/{name}.png"), drawn.png));
        lacking.push((name, drawn.lacking));
    }
    output::replace_folder(folder, &files)?;
    pictures::tell(&left_out, session);
    letters::tell(&lacking, session);
    session.note(&format!(
        "wrote {} files into `{}`; start with `{}`",
        files.len(),
        folder.display(),
        folder.join("README.md").display()
    ));
    Ok(())
}

/// The files of a report that are text, each with its name.
fn texts(summary: &summary::Summary<'_>) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = vec![("README.md".to_owned(), summary.write()?.into_bytes())];
    for (name, _) in TABLES {
        files.push((format!("{name}.csv"), rendered("csv", &rows::ask(name, summary.query)?)?));
    }
    for picture in summary.pictures {
        files.push((format!("charts/{}.csv", picture.chart.name), rendered("csv", &picture.table)?));
    }
    Ok(files)
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

/// The command with the options that change what is written.
fn command(words: &[&str], matches: &ArgMatches) -> String {
    recorded::command(words, &(COMMAND.arguments)(clap::Command::new("")), matches)
}

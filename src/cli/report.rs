//! `report`: everything, into one folder.

use std::path::Path;

use crate::report::report;

use super::chart::tell_left_out;
use super::console::Console;
use super::given::Given;
use super::options::{self, COUNTRY, OUTPUT};
use super::{Command, Failure, asked, missing_glyphs, output, provenance};

pub(super) const COMMAND: Command = Command {
    name: "report",
    about: "Everything: CSV files, charts and a summary, into one folder",
    examples: "\
Examples:
  pledgebook report
  pledgebook report -o briefing --as-of 2025-11-20

An existing folder is replaced only if it is empty or was written by pledgebook.",
    arguments: |command| command.arg(options::output("DIR").help("The folder to write").default_value("report")),
    without: &[],
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let folder = output::folder(given.path(OUTPUT).unwrap_or(Path::new("report"))).map_err(Failure::usage)?;
    let book = asked::book(given)?;
    let query = asked::query(given, &book)?;
    let own = (COMMAND.arguments)(clap::Command::new(""));
    let report = report(&query, &|words, country| {
        let instead = country.as_ref().map(|country| (COUNTRY, country.code()));
        provenance::command(words, &own, given, instead)
    })?;
    output::replace_folder(folder, &report.files)?;
    console.report(&report.doubts, 0);
    tell_left_out(&report.left_out, console);
    missing_glyphs::tell(&report.missing_glyphs, console);
    let (count, folder, page) = (report.files.len(), folder.display(), folder.join("README.md"));
    console.note(&format!("wrote {count} files into `{folder}`; start with `{}`", page.display()));
    Ok(())
}

//! `report`: everything, into one folder.

use std::path::Path;

use crate::report::{report, speaks};

use super::chart::{lang, language, tell_left_out};
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
  pledgebook report --lang lv

An existing folder is replaced only if it is empty or was written by pledgebook.",
    arguments,
    without: &[],
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let folder = options::output("DIR").help("The folder to write").default_value("report");
    command.args([folder, language().help("The language of pages and pictures; tables for programs are the same")])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let folder = output::folder(given.path(OUTPUT).unwrap_or(Path::new("report"))).map_err(Failure::usage)?;
    let book = asked::book(given)?;
    let query = asked::query(given, &book)?;
    let report = report(&query, lang(given), &|words, country| {
        let own = if speaks(words) { arguments(clap::Command::new("")) } else { clap::Command::new("") };
        let instead = country.as_ref().map(|country| (COUNTRY, country.code()));
        provenance::command(words, &own, given, instead)
    })?;
    output::replace_folder(folder, &report.files)?;
    console.report(&report.doubts, 0);
    tell_left_out(&report.left_out, console);
    missing_glyphs::tell(&report.missing_glyphs, console);
    let (count, folder, page) = (report.files.len(), folder.display(), folder.join("index.html"));
    console.note(&format!("wrote {count} files into `{folder}`; start with `{}`", page.display()));
    Ok(())
}

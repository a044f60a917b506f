//! `chart`: one picture, or every one.

mod wanted;

use std::path::Path;

use clap::ArgMatches;

use crate::chart::{self, CHARTS, Chart, Drawing, Look, Painting};
use crate::error::{self, Error, Kind, Noun};
use crate::question::Query;

use super::session::Session;
use super::{Command, Failure, letters, options, output, pictures, recorded};

pub(super) const COMMAND: Command = Command {
    name: "chart",
    about: "One picture, or every one, as SVG or PNG",
    examples: "\
Examples:
  pledgebook chart list
  pledgebook chart share > share.svg
  pledgebook chart amounts -o amounts.png --preset social --scale 2
  pledgebook chart share --lang lv --theme dark -o share.svg
  pledgebook chart all -o charts",
    arguments: wanted::arguments,
    run,
};

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    match options::text(matches, "name").unwrap_or_default() {
        "list" => list(matches, session),
        "all" => all(matches, session),
        name => one(named(name)?, matches, session),
    }
}

fn list(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let width = CHARTS.iter().map(|chart| chart.name.len()).max().unwrap_or_default() + 2;
    let lines: String = CHARTS.iter().map(|chart| format!("{:<width$}{}\n", chart.name, chart.about)).collect();
    match wanted::path(matches) {
        Some(path) => session.write(Some(path), |out| Ok(out.write_all(lines.as_bytes())?)),
        None => session.show(&lines),
    }
}

fn one(chart: &'static Chart, matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let (name, path, format) = (chart.name, wanted::path(matches), wanted::format_of_file(matches)?);
    let look = wanted::look(matches)?;
    if format == "png" && session.out_is_terminal && path.is_none_or(output::is_standard) {
        let help = format!("name a file: `pledgebook chart {name} -o {name}.png`");
        return Err(Failure::usage(Error::new(Kind::PngToTerminal {}).help(help)));
    }
    let book = options::book(matches)?;
    let query = options::query(matches, &book)?;
    let query = if matches.get_flag("all") { every(query, chart.name)? } else { query };
    let figure = pictures::planned(chart, &query, wanted::lang(matches))?.figure;
    let look = Look { record: Some(pictures::record(&query, command(chart, matches))), ..look };
    let (bytes, texts) = if format == "png" {
        let Painting { png, texts } = chart::painting(&figure, &look)?;
        (png, texts)
    } else {
        let Drawing { svg, texts, .. } = chart::draw(&figure, &look);
        (svg.into_bytes(), texts)
    };
    session.write(path, |out| Ok(out.write_all(&bytes)?))?;
    letters::tell(&[(name, letters::lacking(&texts))], session);
    Ok(())
}

/// The same question about every standing commitment, which one picture alone can show.
fn every<'b>(query: Query<'b>, name: &str) -> Result<Query<'b>, Failure> {
    if name != "scoreboard" {
        let reason = "of all pictures `scoreboard` alone shows every commitment".to_owned();
        let kind = Kind::NeedlessOption { option: "--all".to_owned(), reason };
        return Err(Failure::usage(Error::new(kind).help("leave it out, or draw `scoreboard`")));
    }
    let commitments = query.standing().map(|commitment| commitment.id.clone()).collect();
    Ok(Query { commitments, ..query })
}

/// Every picture that the book has figures for, in the formats asked for, into a folder of their own.
fn all(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let folder = output::folder(wanted::path(matches).unwrap_or(Path::new("charts"))).map_err(Failure::usage)?;
    let (format, look) = (wanted::format(matches)?, wanted::look(matches)?);
    let book = options::book(matches)?;
    let query = options::query(matches, &book)?;
    let query = if matches.get_flag("all") { every(query, "all")? } else { query };
    let (pictures, left_out) = pictures::all(&query, wanted::lang(matches))?;
    let look = |chart: &Chart| Look { record: Some(pictures::record(&query, command(chart, matches))), ..look.clone() };
    let drawn = pictures::drawn(&pictures, look)?;
    let (mut files, mut lacking) = (Vec::new(), Vec::new());
    for (picture, drawn) in pictures.iter().zip(drawn) {
        lacking.push((picture.chart.name, drawn.lacking));
        let of = |(ending, bytes): (&'static str, Vec<u8>)| (format!("{}.{ending}", picture.chart.name), bytes);
        let both = [("svg", drawn.svg.into_bytes()), ("png", drawn.png)];
        files.extend(both.into_iter().filter(|(ending, _)| format.is_none_or(|format| format == *ending)).map(of));
    }
    output::replace_folder(folder, &files)?;
    pictures::tell(&left_out, session);
    letters::tell(&lacking, session);
    let count = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
    session.note(&format!("wrote {count} into `{}`", folder.display()));
    Ok(())
}

/// The command that draws this picture again.
fn command(chart: &Chart, matches: &ArgMatches) -> String {
    recorded::command(&["chart", chart.name], &wanted::arguments(clap::Command::new("chart")), matches)
}

/// The picture of this name.
fn named(name: &str) -> Result<&'static Chart, Failure> {
    CHARTS.iter().find(|chart| chart.name == name).ok_or_else(|| {
        let kind = Kind::UnknownName { what: Noun::Chart, name: name.to_owned() };
        let help = error::suggest(name, CHARTS.iter().map(|chart| chart.name));
        Failure::usage(Error::new(kind).help("`pledgebook chart list` names them").maybe_help(help))
    })
}

//! `chart`: one picture.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};

use crate::chart::{self, CHARTS, Chart, Figure, Lang, Look, Theme};
use crate::error::{self, Error, Kind, Result};
use crate::question::Query;

use super::session::Session;
use super::{Command, Failure, options, output, rows};

pub(super) const COMMAND: Command = Command {
    name: "chart",
    about: "One picture, as SVG or PNG",
    examples: "\
Examples:
  pledgebook chart list
  pledgebook chart share > share.svg
  pledgebook chart amounts -o amounts.png --size 1080x1080 --scale 2
  pledgebook chart share --lang lv -o share-lv.svg",
    arguments,
    run,
};

/// The formats of a picture; the first is the default.
const FORMATS: [&str; 2] = ["svg", "png"];
/// The largest PNG, in pixels of one side.
const LARGEST: u32 = 16_000;

fn arguments(command: clap::Command) -> clap::Command {
    let size = Arg::new("size").long("size").value_name("WxH").default_value("1600x900");
    let scale =
        Arg::new("scale").long("scale").value_name("N").value_parser(value_parser!(u8).range(1..=8)).default_value("1");
    command.args([
        Arg::new("name").value_name("NAME").required(true).help("The picture; `list` names them"),
        options::output("FILE").help("Write to this file instead of standard output"),
        Arg::new("format").long("format").value_name("svg|png").help("[default: svg, or by the ending of FILE]"),
        size.help("Width and height, 400x300 to 8000x8000"),
        scale.help("So many pixels of a PNG for each of the size"),
        Arg::new("lang")
            .long("lang")
            .value_name("LANG")
            .value_parser(Lang::ALL.map(Lang::code))
            .default_value(Lang::default().code())
            .help("The language of its words and numbers"),
        options::years().help("These years only; a picture of one year shows the first"),
        options::repeated("commitment", "ID", "What pictures of one pledge show"),
        Arg::new("theme")
            .long("theme")
            .value_name("THEME")
            .value_parser(Theme::ALL.map(Theme::name))
            .default_value(Theme::default().name())
            .help("How bright it is"),
    ])
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let name = options::text(matches, "name").unwrap_or_default();
    if name == "list" {
        let lines: String = CHARTS.iter().map(|chart| format!("{:<12} {}\n", chart.name, chart.about)).collect();
        return session.show(&lines);
    }
    let chart = named(name)?;
    let path = matches.get_one::<PathBuf>("output").map(PathBuf::as_path);
    let format = format(matches, path)?;
    let look = Look { theme: theme(matches), ..options::parsed(matches, "size", look)?.unwrap_or_default() };
    let scale = scale(matches, &look)?;
    if format == "png" && session.out_is_terminal && path.is_none_or(output::is_standard) {
        let help = format!("name a file: `pledgebook chart {name} -o {name}.png`");
        return Err(Failure::usage(Error::new(Kind::PngToTerminal {}).help(help)));
    }
    let book = options::book(matches)?;
    let query = options::query(matches, &book)?;
    let svg = chart::svg(&figure(chart, &query, lang(matches))?, &look);
    let bytes = if format == "png" { chart::png(&svg, scale)? } else { svg.into_bytes() };
    session.write(path, |out| Ok(out.write_all(&bytes)?))
}

/// The picture of this name.
fn named(name: &str) -> Result<&'static Chart, Failure> {
    CHARTS.iter().find(|chart| chart.name == name).ok_or_else(|| {
        let kind = Kind::UnknownName { what: "chart".to_owned(), name: name.to_owned() };
        let help = error::suggest(name, CHARTS.iter().map(|chart| chart.name));
        Failure::usage(Error::new(kind).help("`pledgebook chart list` names them").maybe_help(help))
    })
}

/// The figure of a picture about one country.
pub(super) fn figure(chart: &Chart, query: &Query<'_>, lang: Lang) -> Result<Figure, Failure> {
    if query.countries().len() != 1 {
        let kind =
            Kind::NeedlessOption { option: "--country".to_owned(), reason: "a picture shows one country".to_owned() };
        return Err(Failure::usage(Error::new(kind).help("name one country")));
    }
    Ok((chart.build)(&rows::ask(chart.question, query)?, lang)?)
}

fn format(matches: &ArgMatches, path: Option<&Path>) -> Result<&'static str, Failure> {
    let ending = path.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    let Some(asked) = options::text(matches, "format").map(str::to_owned).or(ending) else {
        return Ok(FORMATS[0]);
    };
    FORMATS.into_iter().find(|format| *format == asked).ok_or_else(|| {
        let kind = Kind::UnknownName { what: "picture format".to_owned(), name: asked };
        Failure::usage(Error::new(kind).help("write `svg` or `png`, also as the ending of the file"))
    })
}

/// `1600x900` as the look of a picture.
fn look(text: &str) -> Result<Look> {
    let side = |text: &str| text.parse::<u32>().ok();
    let sides = text.split_once(['x', 'X', '×']).and_then(|(width, height)| side(width).zip(side(height)));
    let (width, height) = sides
        .filter(|(width, height)| (400..=8000).contains(width) && (300..=8000).contains(height))
        .ok_or_else(|| {
            Error::new(Kind::NotASize { text: text.to_owned() })
                .help("write width and height in pixels, as `1600x900`, from 400x300 to 8000x8000")
        })?;
    Ok(Look { width, height, ..Look::default() })
}

/// The language that was asked for; the parser lets no other through.
fn lang(matches: &ArgMatches) -> Lang {
    let asked = options::text(matches, "lang");
    Lang::ALL.into_iter().find(|lang| Some(lang.code()) == asked).unwrap_or_default()
}

/// The theme that was asked for.
fn theme(matches: &ArgMatches) -> Theme {
    let asked = options::text(matches, "theme");
    Theme::ALL.into_iter().find(|theme| Some(theme.name()) == asked).unwrap_or_default()
}

fn scale(matches: &ArgMatches, look: &Look) -> Result<u8, Failure> {
    let scale = matches.get_one::<u8>("scale").copied().unwrap_or(1);
    if u32::from(scale) * look.width.max(look.height) > LARGEST {
        let kind = Kind::NotASize { text: format!("{}x{} × {scale}", look.width, look.height) };
        return Err(Failure::usage(
            Error::new(kind).help(format!("at most {LARGEST} pixels a side: take a smaller `--scale` or `--size`")),
        ));
    }
    Ok(scale)
}

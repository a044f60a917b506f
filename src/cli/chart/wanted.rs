//! What is wanted of a picture: its options, and what they come to.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::chart::{Font, Lang, Look, PRESETS, Theme};
use crate::error::{Error, Kind, Noun, Result};

use super::super::{Failure, options};

/// The formats of a picture; the first is the default.
pub(super) const FORMATS: [&str; 2] = ["svg", "png"];
/// The largest PNG, in pixels of one side.
const LARGEST: u32 = 16_000;

/// An option with a fixed set of values, the first of which it has if nothing is said.
fn one_of<const N: usize>(name: &'static str, value: &'static str, values: [&'static str; N]) -> Arg {
    let option = Arg::new(name).long(name).value_name(value).value_parser(values);
    values.first().map_or(option.clone(), |default| option.default_value(*default))
}

pub(super) fn arguments(command: clap::Command) -> clap::Command {
    let presets: Vec<String> = PRESETS
        .iter()
        .map(|preset| format!("{} {}x{} {}", preset.name, preset.size.0, preset.size.1, preset.about))
        .collect();
    let preset = Arg::new("preset").long("preset").value_name("NAME").conflicts_with("size");
    let scale =
        Arg::new("scale").long("scale").value_name("N").value_parser(value_parser!(u8).range(1..=8)).default_value("1");
    command.args([
        Arg::new("name").value_name("NAME").required(true).help("The picture; `list` names them, `all` is every one"),
        options::output("FILE").help("Write to this file instead of standard output; with `all`, to this folder"),
        Arg::new("format").long("format").value_name("svg|png").help("[default: svg, or by the ending of FILE]"),
        Arg::new("size")
            .long("size")
            .value_name("WxH")
            .default_value("1600x900")
            .help("Width and height, 400x300 to 8000x8000"),
        preset
            .value_parser(PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>())
            .help(format!("A size with a purpose: {}", presets.join("; "))),
        scale.help("So many pixels of a PNG for each of the size; it is finer then, not larger in print"),
        one_of("lang", "LANG", Lang::ALL.map(Lang::code)).help("The language of its words and numbers"),
        options::years().help("These years only; a picture of one year shows the first"),
        options::repeated("commitment", "ID", "What pictures of one pledge show"),
        Arg::new("all")
            .long("all")
            .action(ArgAction::SetTrue)
            .conflicts_with("commitment")
            .help("With `scoreboard`: every commitment, not only those of the statement that the book opens with"),
        one_of("theme", "THEME", Theme::ALL.map(Theme::name)).help("How bright it is"),
        one_of("font", "HOW", Font::ALL.map(Font::name)).help("Whether an SVG carries its typeface, or names it"),
    ])
}

/// The value of an option of which the parser lets no other through.
fn chosen<T: Copy + Default, const N: usize>(
    matches: &ArgMatches,
    option: &str,
    (all, name): ([T; N], fn(T) -> &'static str),
) -> T {
    let asked = options::text(matches, option);
    all.into_iter().find(|value| Some(name(*value)) == asked).unwrap_or_default()
}

/// The language that was asked for.
pub(super) fn lang(matches: &ArgMatches) -> Lang {
    chosen(matches, "lang", (Lang::ALL, Lang::code))
}

/// Size, theme and type; from where, the caller says.
pub(super) fn look(matches: &ArgMatches) -> Result<Look, Failure> {
    let preset = options::text(matches, "preset").and_then(|name| PRESETS.iter().find(|preset| preset.name == name));
    let (width, height) = match preset {
        Some(preset) => preset.size,
        None => options::parsed(matches, "size", size)?.unwrap_or((Look::default().width, Look::default().height)),
    };
    let scale = matches.get_one::<u8>("scale").copied().unwrap_or(1);
    if u32::from(scale) * width.max(height) > LARGEST {
        let kind = Kind::NotASize { text: format!("{width}x{height} × {scale}") };
        let help = format!("at most {LARGEST} pixels a side: take a smaller `--scale` or `--size`");
        return Err(Failure::usage(Error::new(kind).help(help)));
    }
    let theme = chosen(matches, "theme", (Theme::ALL, Theme::name));
    let font = chosen(matches, "font", (Font::ALL, Font::name));
    Ok(Look { width, height, scale, theme, font, record: None })
}

/// `1600x900` as width and height.
fn size(text: &str) -> Result<(u32, u32)> {
    let side = |text: &str| text.parse::<u32>().ok();
    let sides = text.split_once(['x', 'X', '×']).and_then(|(width, height)| side(width).zip(side(height)));
    sides.filter(|(width, height)| (400..=8000).contains(width) && (300..=8000).contains(height)).ok_or_else(|| {
        Error::new(Kind::NotASize { text: text.to_owned() })
            .help("write width and height in pixels, as `1600x900`, from 400x300 to 8000x8000")
    })
}

/// The file or folder to write.
pub(super) fn path(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>("output").map(PathBuf::as_path)
}

/// The format that was asked for, if one was.
pub(super) fn format(matches: &ArgMatches) -> Result<Option<&'static str>, Failure> {
    options::text(matches, "format").map(known).transpose()
}

/// The format of one picture: `--format` wins over the ending of the file.
pub(super) fn format_of_file(matches: &ArgMatches) -> Result<&'static str, Failure> {
    let ending = path(matches).and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    let by_ending = || ending.as_deref().map(known).transpose();
    Ok(format(matches)?.map_or_else(by_ending, |format| Ok(Some(format)))?.unwrap_or(FORMATS[0]))
}

fn known(asked: &str) -> Result<&'static str, Failure> {
    FORMATS.into_iter().find(|format| *format == asked).ok_or_else(|| {
        let kind = Kind::UnknownName { what: Noun::PictureFormat, name: asked.to_owned() };
        Failure::usage(Error::new(kind).help("write `svg` or `png`, also as the ending of the file"))
    })
}

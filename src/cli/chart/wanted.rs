//! What is wanted of a picture: its options, and what they come to.

use std::path::Path;

use clap::{Arg, Id, value_parser};

use crate::chart::{Chart, Font, Lang, Options, PRESETS, Theme};
use crate::error::{Error, Kind, Noun, Result};
use crate::quantity::text::capitalised;

use super::super::Failure;
use super::super::given::{Given, needless};
use super::super::options::{
    self, ALL, COMMITMENT, DEFINITION, FAMILY, FORMAT, GDP_LEVEL, GROWTH, Name, OUTPUT, OUTPUT_HEADING,
    PICTURE_FORMATS as FORMATS, PLEDGE, YEAR, YEARS,
};

pub(in crate::cli) const NAME: Name = Name("name");
const SIZE: Name = Name("size");
const PRESET: Name = Name("preset");
pub(super) const SCALE: Name = Name("scale");
const LANG: Name = Name("lang");
const THEME: Name = Name("theme");
const FONT: Name = Name("font");

/// Options that one format alone has, and why they do nothing in the other.
const OF_ONE_FORMAT: [(Name, &str, &str); 2] = [
    (SCALE, "png", "an SVG is fine at every size"),
    (FONT, "svg", "a PNG is painted with its typeface and carries none"),
];

/// An option with a fixed set of values, the first of which it has if nothing is said.
fn one_of<const N: usize>(name: Name, value: &'static str, values: [&'static str; N]) -> Arg {
    let option = options::among(name.option(value), values);
    values.first().map_or(option.clone(), |default| option.default_value(*default))
}

/// The option that asks for a language.
pub(in crate::cli) fn language() -> Arg {
    one_of(LANG, "LANG", Lang::ALL.map(Lang::code))
}

/// A picture that draws from a book alone, the list of all, or every one.
pub(super) fn arguments(command: clap::Command) -> clap::Command {
    options(command.arg(NAME.argument("NAME").help("The picture; `list` names them, `all` is every one")))
}

/// The same without its name.
pub(super) fn options(command: clap::Command) -> clap::Command {
    let all = ALL.flag("With `scoreboard`: every commitment, superseded ones too");
    let years = "These years only; a picture of one year shows the first";
    let one = "The pledge that a picture of one shows; with `scoreboard`, may be given again";
    let [of_years, of_pledges, of_family] = subject();
    let command = command.args([of_years.help(years), of_pledges.help(one), of_family, all.conflicts_with(COMMITMENT)]);
    look(on_another_gdp(command))
}

/// What another GDP or another pledge would make of it.
fn on_another_gdp(command: clap::Command) -> clap::Command {
    options::what_if(options::any_scale(command, &[GROWTH, GDP_LEVEL])).args([
        options::scenarios().help("On GDP of this scenario or basis; with `scenarios`, may be given again"),
        options::pledges().help("With `amounts`: a pledge in the place of the book's, as \"about 5% of GDP in 2026\""),
        DEFINITION.option("D").help("What counts as spent, beside `--pledge`"),
    ])
}

/// What a picture is about that draws from a book alone.
pub(super) fn subject() -> [Arg; 3] {
    [
        options::years(),
        COMMITMENT.repeated("ID").help("A pledge that is shown; may be given again"),
        FAMILY.option("F").help("The family of definitions [default: that of the statement that the book opens with]"),
    ]
}

/// What the picture of a question is told: one that draws from a book alone needs nothing, and is told what others of that kind are.
pub(super) fn of_analysis(chart: &Chart, command: clap::Command) -> clap::Command {
    let command = command.about(capitalised(chart.about));
    if chart.needs.is_some() {
        return look(command);
    }
    let groups: Vec<Id> = command.get_groups().map(|group| group.get_id().clone()).collect();
    let names = |own: &&Arg| own.is_positional() || own.get_id() == PLEDGE.0;
    let pledges: Vec<Id> = command.get_arguments().filter(names).map(|own| own.get_id().clone()).collect();
    let command = command.mut_args(|own| own.required(false));
    let command = groups.into_iter().fold(command, |command, id| command.mut_group(id, |group| group.required(false)));
    let has_year = options::has(&command, YEAR);
    let subject = subject().into_iter().filter(|option| !has_year || option.get_id() != YEARS.0);
    let subject = subject.map(|option| match option.get_id() == COMMITMENT.0 {
        true => option.conflicts_with_all(&pledges),
        false => option,
    });
    look(options::beside(command, subject))
}

/// How a picture is drawn.
pub(super) fn look(command: clap::Command) -> clap::Command {
    let presets: Vec<String> = PRESETS
        .iter()
        .map(|preset| format!("{} {}x{} {}", preset.name, preset.size.0, preset.size.1, preset.about))
        .collect();
    let preset = options::among(PRESET.option("NAME"), PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>());
    let (least, most) = Options::SCALES.into_inner();
    let scales = value_parser!(u8).range(i64::from(least)..=most.into());
    let scale = SCALE.option("N").default_value("1").value_parser(scales);
    let [smallest, largest] = Options::SIZES.map(|(width, height)| format!("{width}x{height}"));
    let size = SIZE.option("WxH").default_value("1600x900");
    let look = [
        options::output("FILE").help("Write to this file instead of standard output; with `all`, to this folder"),
        FORMAT.option("svg|png").help("svg|png [default: svg, or by the ending of FILE]"),
        size.help(format!("Width and height, {smallest} to {largest}")),
        preset.conflicts_with(SIZE).help(format!("A size with a purpose: {}", presets.join("; "))),
        scale.help("So many pixels of a PNG for each of the size; it is finer then, not larger in print"),
        one_of(FONT, "HOW", Font::ALL.map(Font::name))
            .help("How an SVG has its letters: with their typeface, by its name, or as outlines for every program"),
        language().help("The language of its words and numbers"),
        one_of(THEME, "THEME", Theme::ALL.map(Theme::name)).help("How bright it is"),
    ];
    command.args(look.map(|option| option.help_heading(OUTPUT_HEADING)))
}

/// The value of an option of which the parser lets no other through.
fn chosen<T: Copy + Default, const N: usize>(
    given: Given<'_>,
    option: Name,
    (all, name): ([T; N], fn(T) -> &'static str),
) -> T {
    let asked = given.text(option);
    all.into_iter().find(|value| Some(name(*value)) == asked).unwrap_or_default()
}

/// The language that was asked for.
pub(in crate::cli) fn lang(given: Given<'_>) -> Lang {
    chosen(given, LANG, (Lang::ALL, Lang::code))
}

/// Size, theme and type of a picture of a format, or in both; from where, the caller says.
pub(super) fn drawn_as(given: Given<'_>, format: Option<&str>) -> Result<Options, Failure> {
    let is_of_other =
        |(option, own, _): &&(Name, &str, &str)| given.is_said(option.0) && format.is_some_and(|format| format != *own);
    if let Some((option, own, reason)) = OF_ONE_FORMAT.iter().find(is_of_other) {
        return Err(needless(&option.long(), *reason, format!("leave it out, or write `{own}`")));
    }
    let preset = given.text(PRESET).and_then(|name| PRESETS.iter().find(|preset| preset.name == name));
    let sized = match (preset, given.parsed(SIZE, size)?) {
        (Some(preset), _) => Options::from(*preset),
        (None, sized) => sized.unwrap_or_default(),
    };
    let scale = given.one(SCALE).copied().unwrap_or(sized.scale);
    let theme = chosen(given, THEME, (Theme::ALL, Theme::name));
    let font = chosen(given, FONT, (Font::ALL, Font::name));
    Options { scale, theme, font, ..sized }.checked().map_err(Failure::usage)
}

/// `1600x900` as a size.
fn size(text: &str) -> Result<Options> {
    let side = |text: &str| text.parse::<u32>().ok();
    let sides = text.split_once(['x', 'X', '×']).and_then(|(width, height)| side(width).zip(side(height)));
    let (width, height) = sides.ok_or_else(|| {
        Error::new(Kind::NotASize { text: text.to_owned() }).help("write width and height in pixels, as `1600x900`")
    })?;
    Options { width, height, ..Options::default() }.checked()
}

/// The format that was asked for, if one was.
pub(super) fn format(given: Given<'_>) -> Result<Option<&'static str>, Failure> {
    given.text(FORMAT).map(known).transpose()
}

/// The format of one picture: `--format` wins over the ending of the file.
pub(super) fn format_of_file(given: Given<'_>) -> Result<&'static str, Failure> {
    let ending = given.path(OUTPUT).and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    let by_ending = || ending.as_deref().map(known).transpose();
    Ok(format(given)?.map_or_else(by_ending, |format| Ok(Some(format)))?.unwrap_or(FORMATS[0]))
}

fn known(asked: &str) -> Result<&'static str, Failure> {
    FORMATS.into_iter().find(|format| format.eq_ignore_ascii_case(asked)).ok_or_else(|| {
        let kind = Kind::UnknownName { what: Noun::PictureFormat, name: asked.to_owned() };
        Failure::usage(Error::new(kind).help("write `svg` or `png`, also as the ending of the file"))
    })
}

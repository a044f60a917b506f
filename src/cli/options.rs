//! The options that several commands share: what they are called, and what they mean.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, ArgAction, ArgGroup, Command, Id, ValueHint, value_parser};

use crate::render::{FORMATS, LOCALES};

/// The name of an option or argument. Each stands in one place, so that a misspelt one does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(pub(super) &'static str);

pub(super) const BOOK: Name = Name("book");
pub(super) const AS_OF: Name = Name("as-of");
pub(super) const COUNTRY: Name = Name("country");
pub(super) const COLOR: Name = Name("color");
pub(super) const FORMAT: Name = Name("format");
pub(super) const CSV_FOR: Name = Name("csv-for");
pub(super) const OUTPUT: Name = Name("output");
pub(super) const DECIMALS: Name = Name("decimals");
pub(super) const WIDE: Name = Name("wide");
pub(super) const YEAR: Name = Name("year");
pub(super) const YEARS: Name = Name("years");
pub(super) const TOTAL: Name = Name("total");
pub(super) const ALL: Name = Name("all");
pub(super) const SCENARIO: Name = Name("scenario");
pub(super) const GDP: Name = Name("gdp");
pub(super) const PLEDGE: Name = Name("pledge");
pub(super) const DEFINITION: Name = Name("definition");
pub(super) const COMMITMENT: Name = Name("commitment");
pub(super) const ID: Name = Name("id");
pub(super) const FAMILY: Name = Name("family");
pub(super) const BASIS: Name = Name("basis");
pub(super) const GROWTH: Name = Name("growth");
pub(super) const GDP_LEVEL: Name = Name("gdp-level");
pub(super) const IN: Name = Name("in");
pub(super) const THEN: Name = Name("then");
pub(super) const SKIP_BAD: Name = Name("skip-bad");
pub(super) const ANY_SCALE: Name = Name("any-scale");

/// What stands for every country, or every definition of a family.
pub(super) const EVERY: &str = "all";

/// The formats of a picture; the first is the default.
pub(super) const PICTURE_FORMATS: [&str; 2] = ["svg", "png"];

/// Endings of formats that no answer is written in: what opens such a file could not read it.
pub(super) const FOREIGN_FORMATS: [&str; 11] =
    ["docx", "htm", "html", "ods", "odt", "parquet", "pdf", "sql", "tsv", "xls", "xml"];

impl From<Name> for Id {
    fn from(name: Name) -> Self {
        name.0.into()
    }
}

impl Name {
    /// The option as it is written.
    pub(super) fn long(self) -> String {
        format!("--{}", self.0)
    }

    /// An argument without a name on the command line.
    pub(super) fn argument(self, value: &'static str) -> Arg {
        Arg::new(self).value_name(value).required(true)
    }

    /// An option with a value.
    pub(super) fn option(self, value: &'static str) -> Arg {
        Arg::new(self).long(self.0).value_name(value)
    }

    /// An option that may be given several times.
    pub(super) fn repeated(self, value: &'static str) -> Arg {
        self.option(value).action(ArgAction::Append)
    }

    /// An option without a value.
    pub(super) fn flag(self, help: &'static str) -> Arg {
        Arg::new(self).long(self.0).action(ArgAction::SetTrue).help(help)
    }
}

/// The command with the options of every command, which stand before or behind its name.
pub(super) fn global(command: Command) -> Command {
    command.args(everywhere().map(|option| option.global(true)))
}

/// The command, whose help is silent about those of the options of every command that do nothing in it.
pub(super) fn hidden(command: Command, without: &[(Name, &str)]) -> Command {
    let options = everywhere().into_iter().filter(|option| without.iter().any(|(name, _)| option.get_id() == name.0));
    command.args(options.map(|option| option.hide(true)))
}

/// The options of every command.
fn everywhere() -> [Arg; 4] {
    let book = BOOK.option("DIR").env("PLEDGEBOOK_BOOK").hide_env_values(true);
    let color = among(COLOR.option("WHEN"), ["auto", "always", "never"]).default_value("auto");
    [
        book.help("Read this folder instead of the compiled-in book")
            .value_parser(value_parser!(OsString))
            .value_hint(ValueHint::DirPath),
        AS_OF.option("YYYY-MM-DD").help("Show the world as it was known on this day [default: the latest in the book]"),
        COUNTRY.repeated("ISO3").help("A country by its three letters, or `all` [default: that of the book]"),
        color.help("When to use colours"),
    ]
    .map(|option| option.help_heading("Everywhere"))
}

/// Whether an argument names a file or a folder.
pub(super) fn names_a_file(arg: &Arg) -> bool {
    matches!(arg.get_value_hint(), ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath)
}

/// Whether a command has an argument.
pub(super) fn has(command: &Command, name: Name) -> bool {
    command.get_arguments().any(|own| own.get_id() == name.0)
}

/// The command with those of these options that it does not have yet.
pub(super) fn beside(command: Command, options: impl IntoIterator<Item = Arg>) -> Command {
    let lacks = |option: &Arg| command.get_arguments().all(|own| own.get_id() != option.get_id());
    let options: Vec<Arg> = options.into_iter().filter(lacks).collect();
    command.args(options)
}

/// What an answer is about stands above how it is written.
pub(super) const OUTPUT_HEADING: &str = "Output";

/// An argument whose value is one of these names, which are of small letters, in any case.
pub(super) fn among(argument: Arg, names: impl Into<PossibleValuesParser>) -> Arg {
    in_any_case(argument).value_parser(names.into().map(|name| name.to_lowercase()))
}

/// An argument whose value is taken in any case, and known by its small letters.
pub(super) fn in_any_case(argument: Arg) -> Arg {
    argument.ignore_case(true)
}

/// Options of commands that print rows of some years.
pub(super) fn rows(command: Command) -> Command {
    written(command.arg(years()))
}

/// Options of how rows are written, however many columns they have.
pub(super) fn written(command: Command) -> Command {
    let wide = WIDE.flag("Every column of a table, however wide the terminal is");
    formatted(command).arg(wide.help_heading(OUTPUT_HEADING))
}

/// Options of how a few columns are written.
pub(super) fn formatted(command: Command) -> Command {
    let formats = FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join("|");
    let locales: Vec<_> = LOCALES.iter().map(|locale| PossibleValue::new(locale.code).help(locale.name)).collect();
    let codes = LOCALES.iter().map(|locale| locale.code).collect::<Vec<_>>().join(", ");
    let csv_for = among(CSV_FOR.option("LANG"), locales).hide_possible_values(true);
    let written = [
        in_any_case(FORMAT.option("FORMAT")).help(format!("{formats} [default: table, or by the ending of FILE]")),
        csv_for.help(format!("CSV that a spreadsheet in this language opens right: {codes}")),
        output("FILE").help("Write to this file instead of standard output"),
    ];
    command.args(written.map(|option| option.help_heading(OUTPUT_HEADING)))
}

/// Options of commands that print rows of money of some years.
pub(super) fn rows_of_money(command: Command) -> Command {
    let currency = IN.option("CURRENCY").help("All money in this currency, at the rate of the year that the book has");
    decimals(rows(command)).arg(currency)
}

/// `--decimals`
pub(super) fn decimals(command: Command) -> Command {
    let decimals = DECIMALS.option("N").default_value("2").value_parser(value_parser!(u32).range(0..=6));
    command.arg(decimals.help("Decimals of money that is computed, 0 to 6").help_heading(OUTPUT_HEADING))
}

/// Options that make a scenario of their own.
pub(super) fn what_if(command: Command) -> Command {
    let (growth, level) = (GROWTH.option("YEAR=RATE,..."), GDP_LEVEL.option("YEAR=MILLION,..."));
    command.args([
        growth.help("Nominal growth on the year before, as `2027=2.5%,2028=2%`: makes the scenario `command-line`"),
        level.help("GDP of a year by hand, as `2026=45000`: makes the scenario `command-line`"),
    ])
}

/// `--any-scale`, which is of use beside one of these options alone.
pub(super) fn any_scale(command: Command, beside: &[Name]) -> Command {
    let brought = ArgGroup::new("brought").args(beside.iter().copied()).multiple(true);
    let any_scale = ANY_SCALE.flag("Take GDP that is a tenth or less, or ten times or more, of what is known");
    command.group(brought).arg(any_scale.requires("brought"))
}

/// `--years`
pub(super) fn years() -> Arg {
    YEARS.option("A-B").help("These years only, as `2026` or `2025-2030`")
}

/// What `--year` is of a commitment.
pub(super) const ONE_OF_ITS_YEARS: &str = "One of its years, of fiscal ones as `2026/27`";

/// `--total`
pub(super) fn total() -> Arg {
    TOTAL.flag("Add the sum over the commitments of each year, or why there is none")
}

/// `--scenario`
pub(super) fn scenarios() -> Arg {
    SCENARIO.repeated("ID").help("A scenario or basis; may be given again")
}

/// `--gdp`
pub(super) fn feed() -> Arg {
    let gdp = GDP.option("FILE").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    gdp.help("A scenario file of your own; `-` is standard input")
}

/// `--skip-bad`
pub(super) fn skip_bad() -> Arg {
    let help = "Leave out lines of FILE that are wrong, list the first 20, and end with exit code 1";
    SKIP_BAD.flag(help).requires(GDP)
}

/// `--pledge`
pub(super) fn pledges() -> Arg {
    let pledge = PLEDGE.repeated("TEXT").help("A pledge in the place of the book's, as \"about 5% of GDP in 2026\"");
    pledge.conflicts_with_all([COMMITMENT, ALL]).allow_hyphen_values(true)
}

/// What is done about a pledge in words that does not say what spending counts.
pub(super) const WHICH_SPENDING: &str = "say what spending counts: a definition of `definitions.toml`";

/// `--commitment`
pub(super) fn commitments() -> Arg {
    COMMITMENT.repeated("ID").help("One commitment; may be given again")
}

/// `--basis`
pub(super) fn basis() -> Arg {
    let help = "Judge on this GDP: latest, budgeted or publisher:NAME [default: the commitment's own, else latest]";
    BASIS.option("B").help(help)
}

/// `-o`
pub(super) fn output(value: &'static str) -> Arg {
    OUTPUT.option(value).short('o').value_parser(value_parser!(PathBuf)).value_hint(ValueHint::AnyPath)
}

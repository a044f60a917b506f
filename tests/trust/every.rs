//! A line of every command in every format, as the help of the program lists them: a new one wants its arguments in [`ARGUMENTS`].

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::program::{PROGRAM, Tree, done, lay, tests, tree, write};
use super::writing::feed;

/// What a command needs to be told to have something to do; with several, each is a line of its own.
const ARGUMENTS: &[(&str, &[&str])] = &[
    ("report", &["-o made", "-o made --country all", "-o made --lang lv"]),
    ("amounts", &["", "--gdp feed.csv", "--gdp feed.csv --summary"]),
    ("verdicts", &["", "--all-bases"]),
    ("explain", &["est-support"]),
    ("path", &["est-goal"]),
    ("why", &["EST 2026 --from 2025"]),
    ("sensitivity", &["est-budget-2026"]),
    ("claim", &["20_billion_NOK_=_0.5%_of_GDP --years 2026 --country NOR"]),
    ("diff", &["--as-of 2025-09-30"]),
    ("solve", &["--share 2% --gdp 45_billion_EUR"]),
    ("chart", &["all -o made --size 400x300", "list"]),
    ("chart fan", &["--gdp feed.csv"]),
    ("replay", &["share.svg", "share.svg -o made.svg"]),
    (
        "export",
        &[
            "sql --dialect duckdb",
            "sql --dialect datafusion",
            "sql --dialect spark",
            "sql --dialect postgres --question verdicts",
        ],
    ),
    ("import", &["list", "csv figures.csv --vintage 2026-01-15"]),
    ("new", &["made", "made --country EST"]),
    ("completions", &["bash", "elvish", "fish", "powershell", "zsh"]),
    ("man", &["", "chart fan", "-o made"]),
];

/// Lines that take a format only in company.
const IN_COMPANY: [(&str, &str); 1] = [("import csv", "--dry-run")];
/// It answers for as long as nobody interrupts it.
const WITHOUT_END: &str = "serve";

/// What the lines read.
pub(crate) struct Book(Tree);

impl Book {
    pub(crate) fn laid_out() -> Self {
        let here = tempfile::tempdir().unwrap();
        lay(&tests("books/north"), &here.path().join("book"));
        fs::write(here.path().join("feed.csv"), feed(400, 44_000)).unwrap();
        let figures = "country,measure,year,value,unit,kind,publisher\n\
                       EST,gdp,2024,39500,EUR million,outturn,Fund\nEST,gdp,2025,41000,EUR million,estimate,Fund\n";
        fs::write(here.path().join("figures.csv"), figures).unwrap();
        done(here.path(), "chart share -o share.svg");
        Self(tree(here.path()))
    }

    /// A folder in which it stands.
    pub(crate) fn copy(&self) -> TempDir {
        let here = tempfile::tempdir().unwrap();
        write(here.path(), &self.0);
        here
    }

    /// The same, written the other way round, on another day, for everybody to read.
    pub(crate) fn other_copy(&self) -> TempDir {
        let here = tempfile::tempdir().unwrap();
        for (name, bytes) in self.0.iter().rev() {
            write(here.path(), &[(name.clone(), bytes.clone())].into());
            let file = fs::File::options().append(true).open(here.path().join(name)).unwrap();
            let day = std::time::UNIX_EPOCH + std::time::Duration::from_secs(86_400 * (name.len() as u64 + 365));
            file.set_modified(day).unwrap();
        }
        here
    }
}

/// The help of a command.
fn help(command: &str) -> String {
    let output = Command::new(PROGRAM).args(command.split_whitespace()).arg("-h").env_clear().output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The commands inside of one, by their names from the program on.
fn inside(command: &str) -> Vec<String> {
    let help = help(command);
    let Some((_, list)) = help.split_once("\nCommands:\n") else { return Vec::new() };
    let names = list
        .lines()
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    names.map(|name| format!("{command} {name}").trim().to_owned()).collect()
}

/// Every command, and those inside of others.
fn commands() -> Vec<String> {
    let outer = inside("");
    let inner: Vec<String> = outer.iter().flat_map(|command| inside(command)).collect();
    assert!(outer.len() > 20 && inner.len() > 5, "{outer:?}, {inner:?}");
    [outer, inner].concat()
}

/// The formats that the help of a command lists.
fn formats(command: &str) -> Vec<String> {
    let help = help(command);
    let Some((_, behind)) = help.split_once("--format <") else { return Vec::new() };
    let list = behind.split_once('>').unwrap().1.split_whitespace().next().unwrap();
    list.split('|').map(str::to_owned).collect()
}

/// What a command is told: of one inside of another, as by itself.
fn arguments(command: &str) -> Vec<&'static str> {
    let own = |name: &str| ARGUMENTS.iter().find(|(own, _)| *own == name).map(|(_, arguments)| arguments.to_vec());
    own(command).or_else(|| own(command.split(' ').next_back()?)).unwrap_or_else(|| vec![""])
}

/// The pictures of which a book is enough.
fn pictures(here: &Path) -> Vec<String> {
    let list = String::from_utf8(done(here, "chart list").stdout).unwrap();
    let names =
        list.lines().filter(|line| !line.contains("; needs ")).filter_map(|line| line.split_whitespace().next());
    names.map(|name| format!("chart {name} --size 400x300")).collect()
}

/// A line of every command without a format, and one for each of its formats.
pub(crate) fn every_line(book: &Book) -> Vec<String> {
    let here = book.copy();
    let told = commands().into_iter().filter(|command| command != WITHOUT_END).flat_map(|command| {
        let formats = formats(&command);
        arguments(&command)
            .into_iter()
            .map(move |arguments| (format!("{command} {arguments}").trim().to_owned(), formats.clone()))
            .collect::<Vec<_>>()
    });
    let pictures = pictures(here.path()).into_iter().map(|line| (line, vec!["svg".to_owned(), "png".to_owned()]));
    told.chain(pictures)
        .flat_map(|(line, formats)| {
            let beside = IN_COMPANY.iter().find(|(start, _)| line.starts_with(start)).map_or("", |(_, beside)| beside);
            let takes_none = line == "chart list" || line == "import list";
            let formats = formats.into_iter().filter(move |_| !takes_none);
            let lines: Vec<String> = formats.map(|format| format!("{line} {beside} --format {format}")).collect();
            [vec![line], lines].concat()
        })
        .collect()
}

/// What asks for help, or for the version.
pub(crate) fn help_lines() -> Vec<String> {
    let of_commands =
        commands().into_iter().flat_map(|command| ["-h", "--help"].map(|option| format!("{command} {option}")));
    ["", "-h", "--help", "-V", "--version", "help", "help amounts"]
        .map(str::to_owned)
        .into_iter()
        .chain(of_commands)
        .collect()
}

//! The command that a file records: with the options that change its content, never a path or a colour.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};

/// What says where and how to write, not what; the fingerprint of a book stands for its path.
const UNRECORDED: [&str; 6] = ["name", "output", "format", "book", "color", "help"];

/// `pledgebook`, the words of the command, and the options that were given another value than their own, in the order of the
/// help text.
pub(super) fn command(words: &[&str], own: &clap::Command, matches: &ArgMatches) -> String {
    let mut line = ["pledgebook"].iter().chain(words).copied().collect::<Vec<_>>().join(" ");
    let everywhere = super::options::global(clap::Command::new(""));
    let options = own.get_arguments().chain(everywhere.get_arguments());
    for option in options.filter(|option| is_given(option, matches)) {
        let name = option.get_long().unwrap_or_default();
        let values = matches.get_raw(option.get_id().as_str()).into_iter().flatten();
        let values: Vec<String> = values.map(|value| value.to_string_lossy().into_owned()).collect();
        let defaults: Vec<String> =
            option.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        if values != defaults {
            line.extend(values.iter().map(|value| format!(" --{name} {}", quoted(value))));
        }
    }
    line
}

fn is_given(option: &Arg, matches: &ArgMatches) -> bool {
    let id = option.get_id().as_str();
    !UNRECORDED.contains(&id)
        && matches.try_contains_id(id).is_ok()
        && matches.value_source(id) == Some(ValueSource::CommandLine)
}

/// The value as a shell takes it in one piece.
fn quoted(value: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.,:=%/+@".contains(letter);
    if !value.is_empty() && value.chars().all(plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_the_content_is_recorded() {
        let own = || {
            let theme = Arg::new("theme").long("theme").default_value("light");
            clap::Command::new("chart").args([
                theme,
                Arg::new("years").long("years"),
                super::super::options::output("FILE"),
            ])
        };
        let root = super::super::options::global(own());
        let given =
            ["chart", "--years", "2026 ", "-o", "x", "--theme", "light", "--as-of", "2026-01-01", "--color", "never"];
        let matches = root.try_get_matches_from(given).unwrap();
        let recorded = command(&["chart", "share"], &own(), &matches);
        assert_eq!(recorded, "pledgebook chart share --years '2026 ' --as-of 2026-01-01");
    }
}

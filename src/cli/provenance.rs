//! The command that a file records: with the options that change its content, never a path or a colour.

use super::given::Given;
use super::options::{self, BOOK, COLOR, COUNTRY, CSV_FOR, FORMAT, Name, OUTPUT, names_a_file};

/// What says where and how to write, not what; the fingerprint of a book stands for its path.
const UNRECORDED: [Name; 5] = [OUTPUT, FORMAT, CSV_FOR, BOOK, COLOR];

/// What stands for a file whose place nobody else knows: it is read from standard input.
const FILE: &str = "-";

/// The command that answers what was asked.
pub(super) fn of_answer(given: Given<'_>) -> String {
    let root = super::root();
    root.find_subcommand(given.name).map_or_else(String::new, |own| command(&[given.name], own, given, None))
}

/// `pledgebook`, the words of the command, what was said without a name, and the options that were given another value than their
/// own, in the order of the help text; each with the values that it has in the place of its own.
pub(super) fn command(words: &[&str], own: &clap::Command, given: Given<'_>, instead: Option<(Name, &str)>) -> String {
    let mut line = ["pledgebook"].iter().chain(words).copied().collect::<Vec<_>>().join(" ");
    let everywhere = options::global(clap::Command::new(""));
    line.extend(own.get_positionals().flat_map(|own| recorded(own, given)).map(|value| format!(" {}", quoted(&value))));
    for option in own.get_opts().filter(|own| !own.is_hide_set()).chain(everywhere.get_opts()) {
        let Some(name) = option.get_long().filter(|name| UNRECORDED.iter().all(|other| other.0 != *name)) else {
            continue;
        };
        let values = match instead {
            Some((other, value)) if other.0 == name => vec![value.to_owned()],
            Some(_) | None => recorded(option, given),
        };
        let takes_value = option.get_action().takes_values();
        line.extend(values.into_iter().map(|value| match name {
            _ if !takes_value => format!(" --{name}"),
            country if country == COUNTRY.0 => format!(" --{name} {}", quoted(&as_known(&value))),
            // what begins with a minus may be taken for an option
            _ if value.starts_with('-') && value != "-" => format!(" --{name}={}", quoted(&value)),
            _ => format!(" --{name} {}", quoted(&value)),
        }));
    }
    line
}

/// The values that were given to an argument.
fn recorded(own: &clap::Arg, given: Given<'_>) -> Vec<String> {
    let values = given.changed(own);
    if names_a_file(own) { values.iter().map(|_| FILE.to_owned()).collect() } else { values }
}

/// A country by its letters as the book has them; every country as `all`.
fn as_known(country: &str) -> String {
    if country.eq_ignore_ascii_case("all") { country.to_lowercase() } else { country.to_uppercase() }
}

/// The value as a shell takes it in one piece.
pub(super) fn quoted(value: &str) -> String {
    if !value.is_empty() && value.chars().all(is_plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "'\\''"))
    }
}

/// Whether a letter means nothing to a shell.
fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_.,:=%/+@".contains(letter)
}

/// The words of a command that was recorded; nothing where it was not written as [`quoted`] writes.
pub(super) fn words(line: &str) -> Option<Vec<String>> {
    let (mut words, mut inside, mut letters) = (vec![String::new()], false, line.chars());
    while let Some(letter) = letters.next() {
        let word = words.last_mut()?;
        match letter {
            '\'' => inside = !inside,
            ' ' if !inside => words.push(String::new()),
            '\\' if !inside => word.push(letters.next().filter(|next| *next == '\'')?),
            _ if inside || is_plain(letter) => word.push(letter),
            _ => return None,
        }
    }
    (!inside).then_some(words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::options::{Name, YEARS, global, output};
    use super::*;

    #[test]
    fn only_what_changes_the_content_is_recorded() {
        let own = || {
            let theme = Name("theme").option("T").default_value("light");
            clap::Command::new("chart").args([theme, YEARS.option("A-B"), output("FILE")])
        };
        let line = ["chart", "--years", "2026 ", "-o", "x", "--theme", "light", "--country", "est", "--color", "never"];
        let matches = global(own()).try_get_matches_from(line).unwrap();
        let recorded = |instead| command(&["chart", "share"], &own(), Given::new(&matches), instead);
        assert_eq!(recorded(None), "pledgebook chart share --years '2026 ' --country EST");
        assert!(recorded(Some((COUNTRY, "LTU"))).ends_with(" --country LTU"));
    }

    #[test]
    fn what_is_taken_in_any_case_is_recorded_in_one() {
        let own = || {
            let [theme, lang] =
                ["theme", "lang"].map(|name| options::among(Name(name).option("X"), ["light", "dark", "lv"]));
            clap::Command::new("chart").args([theme.default_value("light"), lang])
        };
        let line = ["chart", "--theme", "Light", "--lang", "LV"];
        let matches = global(own()).try_get_matches_from(line).unwrap();
        let given = Given::new(&matches);
        assert_eq!(command(&["chart", "share"], &own(), given, None), "pledgebook chart share --lang lv");
        assert_eq!(given.text(Name("lang")), Some("lv"));
    }

    #[test]
    fn what_has_no_name_stands_before_what_has_one() {
        let own = || {
            let years = YEARS.option("A-B").allow_hyphen_values(true);
            clap::Command::new("why").args([years, Name("who").argument("WHO"), Name("year").argument("YEAR")])
        };
        let matches = global(own()).try_get_matches_from(["why", "--years", "-1..1", "LVA", "20 26"]).unwrap();
        let recorded = command(&["chart", "why"], &own(), Given::new(&matches), None);
        assert_eq!(recorded, "pledgebook chart why LVA '20 26' --years=-1..1");
    }

    #[test]
    fn no_command_is_read_that_was_not_written_here() {
        for line in ["a; b", "a $(b)", "a \\b", "a\nb", "'a", "a | b", "a \"b\"", "a > b"] {
            assert_eq!(words(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn what_is_quoted_comes_back(said in proptest::collection::vec(any::<String>(), 1..5)) {
            let line: Vec<String> = said.iter().map(|word| quoted(word)).collect();
            prop_assert_eq!(words(&line.join(" ")), Some(said));
        }
    }
}

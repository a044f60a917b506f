//! Options of every command that say one thing before a command and another behind it, of which the parser would take the last.

use std::ffi::OsString;

use clap::{Arg, Command};

use super::given::{Given, needless};
use super::{Failure, options, root};

/// That there is none, so that nothing that was said is lost.
pub(super) fn check(arguments: &[OsString]) -> Result<(), Failure> {
    let everywhere = options::global(Command::new(""));
    let options: Vec<&Arg> = everywhere.get_arguments().filter(|option| is_repeated(option, arguments)).collect();
    if options.is_empty() {
        return Ok(());
    }
    match apart(root()).try_get_matches_from(arguments) {
        Ok(matches) => options.into_iter().try_for_each(|option| check_option(option, Given::new(&matches))),
        Err(_) => Ok(()),
    }
}

/// Whether the words of a command line may say an option twice.
fn is_repeated(option: &Arg, arguments: &[OsString]) -> bool {
    let long = format!("--{}", option.get_long().unwrap_or_default());
    arguments.iter().filter(|word| word.to_string_lossy().starts_with(&long)).count() > 1
}

/// The commands, each with these options of its own.
fn apart(command: Command) -> Command {
    let everywhere = options::global(Command::new(""));
    let own = everywhere.get_arguments().cloned().map(|option| option.global(false));
    options::beside(command.mut_args(|option| option.global(false)), own).mut_subcommands(apart)
}

fn check_option(option: &Arg, outer: Given<'_>) -> Result<(), Failure> {
    let Some((name, inner)) = outer.inside() else { return Ok(()) };
    let is_said = |given: Given<'_>| given.is_said(option.get_id().as_str());
    if is_said(outer) && inner_ones(inner).any(is_said) {
        let long = format!("--{}", option.get_long().unwrap_or_default());
        let reason = format!("it stands before `{name}` and behind it");
        return Err(needless(&long, reason, "write it once, or all of its values behind the command"));
    }
    check_option(option, inner)
}

/// A command, and those inside of it that were named.
fn inner_ones(first: Given<'_>) -> impl Iterator<Item = Given<'_>> {
    std::iter::successors(Some(first), |given| given.inside().map(|(_, inner)| inner))
}

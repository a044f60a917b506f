//! What the parser of the command line refuses, in our words.

use std::ffi::OsString;

use clap::Arg;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::quantity::text::visible;

use super::given::needless;
use super::{Failure, root};

/// The refusal of an option that the command does not have, and others do.
pub(super) fn misplaced(error: &clap::Error) -> Option<Failure> {
    let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else { return None };
    let is_it = |own: &Arg| {
        let long = own.get_long().is_some_and(|long| *option == format!("--{long}"));
        !own.is_hide_set() && (long || own.get_short().is_some_and(|short| *option == format!("-{short}")))
    };
    let root = root();
    let names = having(&root, named(error, &root), &is_it);
    let reason = format!("it is an option of {}", names.join(", "));
    let is_known = error.kind() == ErrorKind::UnknownArgument && !names.is_empty();
    let near = match error.get(ContextKind::SuggestedArg) {
        Some(ContextValue::String(near)) => format!("write `{near}` if that is meant, "),
        _ => String::new(),
    };
    is_known.then(|| needless(option, reason, near + "leave it out, or write it behind a command that has it"))
}

/// The outermost command that was named, as far as the usage says it that the parser shows.
fn named<'r>(error: &clap::Error, root: &'r clap::Command) -> Option<&'r clap::Command> {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    root.find_subcommand(usage.to_string().split_whitespace().skip_while(|word| *word != root.get_name()).nth(1)?)
}

/// The commands that have an option, each by its names, and those inside of the one that was named; where there are none, those inside
/// of any.
fn having(root: &clap::Command, named: Option<&clap::Command>, is_it: &dyn Fn(&Arg) -> bool) -> Vec<String> {
    let has = |command: &&clap::Command| command.get_arguments().any(is_it);
    let is_named = |own: &clap::Command| named.is_some_and(|named| named.get_name() == own.get_name());
    let outer = root.get_subcommands().filter(|own| !is_named(own)).filter(has);
    let inside = |own: &clap::Command| {
        let name = |inner: &clap::Command| format!("`{} {}`", own.get_name(), inner.get_name());
        own.get_subcommands().filter(has).map(name).collect::<Vec<_>>()
    };
    let mut names: Vec<String> = outer.map(|own| format!("`{}`", own.get_name())).collect();
    names.extend(named.into_iter().flat_map(inside));
    if names.is_empty() { root.get_subcommands().flat_map(inside).collect() } else { names }
}

/// What clap says of the arguments, which it repeats as they came, when their hidden letters are shown.
pub(super) fn repeated(error: clap::Error, arguments: &[OsString]) -> clap::Error {
    let shown = arguments.iter().map(|argument| visible(&argument.to_string_lossy()).into_owned());
    root().try_get_matches_from(shown).err().unwrap_or(error)
}

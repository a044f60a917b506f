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
    let names = having(&root(), &is_it);
    let reason = format!("it is an option of {}", names.join(", "));
    let is_known = error.kind() == ErrorKind::UnknownArgument && !names.is_empty();
    is_known.then(|| needless(option, reason, "leave it out, or write it behind a command that has it"))
}

/// The commands that have an option, each by its names; those inside of others where no other has it.
fn having(outer: &clap::Command, is_it: &dyn Fn(&Arg) -> bool) -> Vec<String> {
    let has = |command: &&clap::Command| command.get_arguments().any(is_it);
    let names: Vec<String> = outer.get_subcommands().filter(has).map(|own| format!("`{}`", own.get_name())).collect();
    let inside = outer.get_subcommands().filter(|_| names.is_empty());
    let inside: Vec<String> = inside
        .flat_map(|own| having(own, is_it).into_iter().map(|name| format!("`{} {}", own.get_name(), &name[1..])))
        .collect();
    [names, inside].concat()
}

/// What clap says of the arguments, which it repeats as they came, when their hidden letters are shown.
pub(super) fn repeated(error: clap::Error, arguments: &[OsString]) -> clap::Error {
    let shown = arguments.iter().map(|argument| visible(&argument.to_string_lossy()).into_owned());
    root().try_get_matches_from(shown).err().unwrap_or(error)
}

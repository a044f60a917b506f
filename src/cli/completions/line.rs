//! What a command line says as far as it is written, whatever is missing or wrong in it.

use std::ffi::OsString;

use clap::ArgMatches;

use super::super::given::Given;
use super::super::root;

/// What was understood of it.
pub(super) fn matches(words: &[OsString]) -> Option<ArgMatches> {
    let silent = root().ignore_errors(true).disable_help_flag(true).disable_version_flag(true);
    silent.try_get_matches_from(words).ok()
}

/// What its last command is given, with the options of every command.
pub(super) fn innermost(matches: &ArgMatches) -> Given<'_> {
    let mut given = Given::new(matches);
    while let Some((_, inner)) = given.inside() {
        given = inner;
    }
    given
}

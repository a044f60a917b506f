//! The page above several countries: the headline of each, and the way to the rest.

use crate::error::{Errors, Result};
use crate::quantity::text::markdown;
use crate::question::{Query, ask};

use super::page::{joined, table, unit, written_by};
use super::{Command, Part};

/// More countries than these are counted in a title, not named.
const MOST: usize = 3;

/// The page as Markdown.
pub(super) fn write(query: &Query<'_>, parts: &[Part<'_>], command: &Command<'_>) -> Result<String, Errors> {
    let mut texts = vec![
        format!("# What {} have pledged", countries(parts)),
        format!(
            "Every country has a page with its tables and pictures, {}",
            written_by(query, &command(&["report"], None))
        ),
    ];
    for part in parts {
        let headline = ask("headline", &part.query)?;
        texts.push(format!("## [{}]({}README.md)", markdown(part.query.country().name()), part.folder));
        texts.extend([unit(&headline), table(&headline)?]);
    }
    Ok(joined(&texts))
}

/// `Estonia, Latvia and Norway`
fn countries(parts: &[Part<'_>]) -> String {
    let names: Vec<_> = parts.iter().map(|part| markdown(&part.query.country().named()).into_owned()).collect();
    match &names[..] {
        [first @ .., last] if !first.is_empty() && names.len() <= MOST => format!("{} and {last}", first.join(", ")),
        _ => format!("{} countries", names.len()),
    }
}

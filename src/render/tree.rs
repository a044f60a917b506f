//! Derivations as text: a tree for the terminal, nested lists in Markdown, nested objects in JSON.

#[cfg(feature = "cli")]
mod terminal;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use crate::error::{self, Noun};
use crate::quantity::text::{markdown, markdown_code, markdown_link};
use crate::table::{Citation, Step};

use super::{Layout, RenderError};

/// Every format of derivations, the default first.
pub const TREES: &[TreeFormat] = &[
    #[cfg(feature = "cli")]
    TreeFormat { name: "table", about: "a tree for the terminal", ending: "txt", render: terminal::render },
    TreeFormat {
        name: "json",
        about: "nested objects, every value a string, unknown null",
        ending: "json",
        render: json,
    },
    TreeFormat { name: "md", about: "nested lists as GitHub shows them", ending: "md", render: md },
];

/// A way to write a derivation.
#[derive(Debug, Clone, Copy)]
pub struct TreeFormat {
    /// The name on the command line, as `md`.
    pub name: &'static str,
    /// What it is, for help texts.
    pub about: &'static str,
    /// The ending of file names that means it.
    pub ending: &'static str,
    /// Writes derivations in this format.
    pub render: fn(&[Step], &Layout, &mut dyn Write) -> Result<(), RenderError>,
}

impl TreeFormat {
    /// The format of this name, in any case.
    ///
    /// # Errors
    /// There is none; the way out names the nearest, or all.
    pub fn named(name: &str) -> error::Result<&'static Self> {
        let names = || TREES.iter().map(|format| format.name);
        TREES.iter().find(|format| format.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
            let list = format!("a derivation is written as {}", names().collect::<Vec<_>>().join(", "));
            error::unknown_name(Noun::Format, name, names(), &list)
        })
    }

    /// The format that the ending of a file name means, in any case.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<&'static Self> {
        let ending = path.extension().and_then(OsStr::to_str)?;
        TREES.iter().find(|format| format.ending.eq_ignore_ascii_case(ending))
    }
}

fn md(steps: &[Step], _: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    steps.iter().try_for_each(|step| item(step, 0, out))
}

fn item(step: &Step, depth: usize, out: &mut dyn Write) -> Result<(), RenderError> {
    let words = if step.words.is_empty() { String::new() } else { format!(": {}", markdown(&step.words)) };
    let place = step.place.as_ref().map(|place| format!(" ({})", markdown_code(place))).unwrap_or_default();
    let source = step.source.as_ref().map(cited).unwrap_or_default();
    writeln!(out, "{:1$}- **{2}**{words}{place}{source}", "", depth * 2, markdown(&step.name))?;
    step.steps.iter().try_for_each(|inner| item(inner, depth + 1, out))
}

/// A document behind a blank: title and address, publisher, date, remark.
fn cited(source: &Citation) -> String {
    let title = match &source.url {
        Some(url) => markdown_link(&source.title, url),
        None => markdown(&source.title).into_owned(),
    };
    let note = source.note.as_ref().map(|note| format!(" ({})", markdown(note))).unwrap_or_default();
    format!(" {title}, {}, {}{note}", markdown(&source.publisher), source.published)
}

/// A step as JSON has it.
#[derive(Serialize)]
struct Object<'s> {
    step: &'s str,
    says: Option<&'s str>,
    place: Option<&'s str>,
    source: Option<Document<'s>>,
    steps: Vec<Object<'s>>,
}

/// A document as JSON has it.
#[derive(Serialize)]
struct Document<'s> {
    id: &'s str,
    title: &'s str,
    publisher: &'s str,
    published: String,
    url: Option<&'s str>,
    note: Option<&'s str>,
}

impl<'s> Object<'s> {
    fn of(step: &'s Step) -> Self {
        Self {
            step: &step.name,
            says: Some(step.words.as_str()).filter(|words| !words.is_empty()),
            place: step.place.as_deref(),
            source: step.source.as_ref().map(|source| Document {
                id: &source.id,
                title: &source.title,
                publisher: &source.publisher,
                published: source.published.to_string(),
                url: source.url.as_deref(),
                note: source.note.as_deref(),
            }),
            steps: step.steps.iter().map(Object::of).collect(),
        }
    }
}

fn json(steps: &[Step], _: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    let objects: Vec<Object<'_>> = steps.iter().map(Object::of).collect();
    let text = serde_json::to_string_pretty(&objects).map_err(io::Error::from)?;
    Ok(writeln!(out, "{text}")?)
}

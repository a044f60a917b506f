//! The page above several countries: the sentences on each, and the way to the rest.

use crate::chart::Lang;
use crate::error::{Errors, Result};
use crate::question::Query;

use super::page::{Page, joined, written};
use super::wording::Wording;
use super::words::PAGE;
use super::{Command, Part};

/// More countries than these are counted in a title, not named.
const MOST: usize = 3;

/// The page as Markdown.
pub(super) fn write(
    query: &Query<'_>,
    lang: Lang,
    parts: &[Part<'_>],
    command: &Command<'_>,
) -> Result<String, Errors> {
    let wording = Wording { book: query.book, lang };
    let say = wording.say(&PAGE);
    let mut texts = vec![
        format!("# {}", (say.title_of_several)(&countries(wording, parts))),
        format!("{} {}", (say.as_known)(&lang.on_day(query.as_of)), say.each_has_a_page),
    ];
    for part in parts {
        let name = crate::quantity::text::capitalised(&wording.country(part.query.country()));
        texts.push(format!("## [{name}]({}README.md)", part.folder));
        texts.push(Page::new(part)?.sentences()?);
    }
    texts.push(written(query, wording, &command(&["report"], None)));
    Ok(joined(&texts))
}

/// `Estonia, Latvia and Norway`
fn countries(wording: Wording<'_>, parts: &[Part<'_>]) -> String {
    let names: Vec<String> = parts.iter().map(|part| wording.country(part.query.country())).collect();
    if (2..=MOST).contains(&names.len()) { wording.listed(&names) } else { (wording.say(&PAGE).countries)(names.len()) }
}

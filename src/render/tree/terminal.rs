//! A derivation as a tree for the terminal.

use std::io::Write;

use anstyle::Style;

use crate::quantity::text::visible;
use crate::table::{Citation, Step};

use super::super::record::hanging;
use super::super::{Layout, RenderError};

const NAME: Style = Style::new().bold();
const PLACE: Style = Style::new().dimmed();

pub(super) fn render(steps: &[Step], layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    for (index, step) in steps.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        branch(step, ["", ""], layout, out)?;
    }
    Ok(())
}

/// A step and all below it; its first line begins with one lead, the others with the other.
fn branch(step: &Step, [first, rest]: [&str; 2], layout: &Layout, out: &mut dyn Write) -> Result<(), RenderError> {
    let below = if step.steps.is_empty() { "   " } else { "│  " };
    let mut lead = first.to_owned();
    for (line, style) in lines(step, layout, rest) {
        let styled = if layout.color { style.map(|style| format!("{style}{line}{style:#}")) } else { None };
        writeln!(out, "{lead}{}", styled.unwrap_or(line))?;
        lead = if rest.is_empty() && first.is_empty() { below.to_owned() } else { format!("{rest}{below}") };
    }
    let last = step.steps.len().saturating_sub(1);
    for (index, inner) in step.steps.iter().enumerate() {
        let (knot, line) = if index == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        branch(inner, [&format!("{rest}{knot}"), &format!("{rest}{line}")], layout, out)?;
    }
    Ok(())
}

/// The lines of one step: name and words, then where they were read, then the document.
fn lines(step: &Step, layout: &Layout, lead: &str) -> Vec<(String, Option<Style>)> {
    let width = layout.width.map(|width| width.saturating_sub(lead.chars().count() + 3).max(20));
    let head = if step.words.is_empty() { step.name.clone() } else { format!("{}: {}", step.name, step.words) };
    let head = hanging(&visible(&head), width);
    let wraps = |text: String| hanging(&visible(&text), width).into_iter().map(|line| (line, Some(PLACE)));
    let origin = step.place.clone().into_iter().flat_map(wraps);
    let source = step.source.as_ref().map(cited).into_iter().flat_map(wraps);
    let root = lead.is_empty().then_some(NAME);
    head.into_iter().map(|line| (line, root)).chain(origin).chain(source).collect()
}

/// A document in a line: title, publisher, date, address, remark.
fn cited(source: &Citation) -> String {
    let parts =
        [Some(source.publisher.clone()), Some(source.published.to_string()), source.url.clone(), source.note.clone()];
    format!("{}: {}", source.title, parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

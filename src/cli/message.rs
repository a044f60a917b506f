//! Findings as people read them: what, where with the line underlined, and the way out.

#[cfg(test)]
mod laws; // what holds of every message

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::{
    DEFAULT_ERROR_STYLE, DEFAULT_HELP_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_TERM_WIDTH, DEFAULT_WARNING_STYLE,
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::Style;

use crate::error::{Error, Errors, Place, Severity};
use crate::quantity::text::visible;

/// A message with more letters than these loses its middle.
const LONGEST: usize = 300;
/// The same of a way out, which may list many names.
const LONGEST_HELP: usize = 2000;
/// The columns before a line that is shown: its number, and what stands around it.
const GUTTER: usize = 13;
/// What is underlined keeps as many letters on any terminal.
const FEWEST: usize = 6;
/// More findings than these are counted, not shown, unless all are asked for.
const MOST: usize = 50;
/// Bold, as the message after its `error:`.
const MESSAGE: Style = Style::new().bold();

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// Whether colours are wanted.
    pub(crate) color: bool,
    /// The columns of the terminal, where there is one; longer lines are cut around what is underlined.
    pub(crate) width: Option<usize>,
    /// Whether all findings that were kept are asked for, of a command that can be asked for them.
    pub(crate) all: Option<bool>,
}

impl Look {
    fn painted(self, style: Style, text: &str) -> String {
        if self.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn columns(self) -> usize {
        self.width.unwrap_or(DEFAULT_TERM_WIDTH)
    }

    fn renderer(self) -> Renderer {
        let renderer = if self.color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
        renderer.term_width(self.columns())
    }
}

/// Writes the findings with a blank line between them, and how many there are if more than one.
///
/// # Errors
/// The writer fails.
pub(crate) fn write_errors(errors: &Errors, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let shown = errors.iter().len().min(if look.all == Some(true) { usize::MAX } else { MOST });
    for (index, error) in errors.iter().take(shown).enumerate() {
        write!(out, "{}{}", if index == 0 { "" } else { "\n" }, finding(error, look))?;
    }
    let count = errors.total();
    if count > shown {
        let way = if look.all == Some(false) { "; `--all` shows them" } else { "" };
        writeln!(out, "\nand {} more{way}", count - shown)?;
    }
    if count > 1 {
        let severity = if errors.has_errors() { Severity::Error } else { Severity::Warning };
        writeln!(out, "\n{}{}", title(severity, look), look.painted(MESSAGE, &format!(": {}", tally(errors))))?;
    }
    Ok(())
}

/// `3 errors, 1 warning`
fn tally(errors: &Errors) -> String {
    let counted = |severity, one: &str| match errors.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {one}s")),
    };
    [counted(Severity::Error, "error"), counted(Severity::Warning, "warning")]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// A text of so many letters and a sign for more at most, without the middle of what nobody would read to its end.
fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let count = text.chars().count();
    if count <= most {
        return Cow::Borrowed(text);
    }
    let half = most / 2;
    let end: String = text.chars().skip(count - half).collect();
    Cow::Owned(text.chars().take(half).chain(['…']).collect::<String>() + &end)
}

/// A finding as lines, each with its LF.
fn finding(error: &Error, look: Look) -> String {
    let severity = error.kind().severity();
    let message = format!(": {}", shortened(&visible(&error.kind().to_string()), LONGEST));
    let mut out = format!("{}{}\n", title(severity, look), look.painted(MESSAGE, &message));
    let place = error.place().filter(|place| place.line > 0);
    if let Some(place) = error.place() {
        out += &format!(" {} {}\n", look.painted(DEFAULT_LINE_NUM_STYLE, "-->"), visible(&place.to_string()));
    }
    if let Some(place) = place {
        out += &excerpt(place, severity, look);
    }
    let gutter = place.map_or(1, |place| place.line.to_string().len());
    if let Some(help) = error.way_out() {
        let equals = look.painted(DEFAULT_LINE_NUM_STYLE, "=");
        let help = shortened(&visible(help), LONGEST_HELP).into_owned();
        out += &format!("{:gutter$} {equals} {}: {help}\n", "", look.painted(DEFAULT_HELP_STYLE, "help"));
    }
    out
}

fn title(severity: Severity, look: Look) -> String {
    match severity {
        Severity::Error => look.painted(DEFAULT_ERROR_STYLE, "error"),
        Severity::Warning => look.painted(DEFAULT_WARNING_STYLE, "warning"),
    }
}

/// The line with the offending text underlined. The line that names the place is not the renderer's: it would count columns
/// from the start of the excerpt, which may begin in the middle of a long line.
fn excerpt(place: &Place, severity: Severity, look: Look) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // the renderer folds what is more than twice as wide, and takes wide letters for narrow ones then
    let (line, span) = excerpt_shown(place, look.columns().saturating_sub(GUTTER).max(FEWEST) - 1);
    let underline = AnnotationKind::Primary.span(span);
    let snippet = Snippet::source(line).line_start(place.line).annotation(underline);
    let group = Group::with_level(level).element(snippet);
    look.renderer().render(&[group]).lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The line with its hidden letters shown, which makes it longer, and where in it the offending text is then, as [`shortened`]
/// leaves it. A tab stays one: it is as wide as anybody expects.
fn excerpt_shown(place: &Place, most: usize) -> (String, Range<usize>) {
    let shown = |text: &str| text.split('\t').map(visible).collect::<Vec<_>>().join("\t");
    let (before, rest) = place.excerpt.split_at(place.span.start);
    let (meant, behind) = rest.split_at(place.span.len());
    let [before, meant, behind] = [before, meant, behind].map(shown);
    let meant = shortened(&meant, most);
    (format!("{before}{meant}{behind}"), before.len()..before.len() + meant.len())
}

//! Findings as people read them: what, where with the line underlined, and the way out.

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
/// More findings than these are counted, not shown.
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
    for (index, error) in errors.iter().take(MOST).enumerate() {
        write!(out, "{}{}", if index == 0 { "" } else { "\n" }, finding(error, look))?;
    }
    let count = errors.total();
    if count > MOST {
        writeln!(out, "\nand {} more", count - MOST)?;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::error::{Kind, SourceText};
    use crate::quantity::text::is_hidden;

    const PLAIN: Look = Look { color: false, width: None };

    fn shown(errors: &Errors) -> String {
        let mut out = Vec::new();
        write_errors(errors, PLAIN, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn not_a_number(place: Option<Place>) -> Error {
        let error = Error::new(Kind::NotANumber { text: "1,5%".to_owned() }).help("write a decimal point: `1.5%`");
        match place {
            Some(place) => error.at(place),
            None => error,
        }
    }

    fn place_in(before: &str, what: &str, behind: &str) -> Place {
        let text = format!("{before}{what}{behind}");
        SourceText::new("data/commitments/latvia.toml", text).place(before.len()..before.len() + what.len())
    }

    #[test]
    fn a_finding_says_what_where_and_what_to_do() {
        let place = place_in(&("\n".repeat(11) + "pledge     = \"about "), "1,5%", " of GDP\"\nin = 2026\n");
        assert_eq!(
            shown(&not_a_number(Some(place)).into()),
            "error: `1,5%` is not a number\n --> data/commitments/latvia.toml:12:21\n   |\n\
             12 | pledge     = \"about 1,5% of GDP\"\n   |                     ^^^^\n   = help: write a decimal point: `1.5%`\n"
        );
    }

    #[test]
    fn a_whole_file_has_no_excerpt_and_a_finding_without_a_place_no_arrow() {
        let file = "error: `1,5%` is not a number\n --> a.csv\n  = help: write a decimal point: `1.5%`\n";
        assert_eq!(shown(&not_a_number(Some(Place::file("a.csv"))).into()), file);
        assert_eq!(shown(&not_a_number(None).into()), file.replace(" --> a.csv\n", ""));
    }

    #[test]
    fn the_underline_stands_below_wide_letters_tabs_and_line_ends() {
        let wide = shown(&not_a_number(Some(place_in("\tāč漢字 ", "1,5%", ""))).into());
        assert!(wide.contains(":1:7\n  |\n1 |     āč漢字 1,5%\n  |            ^^^^\n"), "{wide}");
        let end = shown(&not_a_number(Some(place_in("abc", "", "\r\nx"))).into());
        assert!(end.contains(":1:4\n  |\n1 | abc\n  |    ^\n"), "{end}");
        let empty = shown(&not_a_number(Some(place_in("", "", ""))).into());
        assert!(empty.contains(":1:1\n  |\n1 |\n  | ^\n"), "{empty}");
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let long = shown(&not_a_number(Some(place_in(&"x ".repeat(3000), "1,5%", &" y".repeat(3000)))).into());
        assert!(long.contains(":1:6001\n") && long.contains(" 1,5% "), "{long}");
        assert!(long.lines().all(|line| line.chars().count() <= 145), "{long}");
    }

    #[test]
    fn what_is_meant_is_cut_in_its_middle_whatever_its_letters() {
        for (letter, wide) in [("a", 1), ("漢", 2), ("\u{1b}", 1)] {
            let place = place_in(&"ā ".repeat(400), &letter.repeat(500), &" 漢".repeat(400));
            let look = Look { width: Some(40), ..PLAIN };
            let text = finding(&not_a_number(Some(place)).help("x".repeat(5000)), look);
            let [line, below] = [3, 4].map(|at| text.lines().nth(at).unwrap());
            let meant: String = line.chars().skip(below.find('^').unwrap()).take(27).collect();
            assert!(meant.contains('…') && meant == shortened(&visible(&letter.repeat(500)), 26), "{text}");
            assert_eq!(below.matches('^').count(), 26 * wide + 1, "{text}");
            assert!(text.chars().count() < 3000, "{text}");
        }
    }

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        let error = Error::new(Kind::UnknownWord { text: "\u{1b}[1m".to_owned() });
        let text = shown(&error.at(place_in("a\u{202e} ", "\u{1b}[1m", "\u{7}")).into());
        let excerpt = "  |\n1 | a\\u{202e} \\u{1b}[1m\\u{7}\n  |           ^^^^^^^^^\n";
        assert!(text.starts_with("error: unknown word `\\u{1b}[1m`") && text.contains(excerpt), "{text}");
    }

    proptest! {
        #[test]
        fn no_letter_hides_and_what_is_meant_is_underlined(parts in ["[aā \u{1b}\u{9b}\u{202e}\u{200b}]{0,6}", "[aā \u{1b}\u{9b}\u{202e}\u{200b}]{1,6}", "[aā\u{1b}]{0,6}"]) {
            let [before, meant, behind] = &parts;
            let text = shown(&not_a_number(Some(place_in(before, meant, behind))).into());
            prop_assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{}", text);
            let lines: Vec<&str> = text.lines().collect();
            let (from, count) = (lines[4].find('^').unwrap(), lines[4].matches('^').count());
            let above: String = lines[3].chars().chain([' '; 8]).skip(from).take(count).collect();
            prop_assert_eq!(above, visible(meant), "{}", text);
        }
    }

    #[test]
    fn findings_are_counted_and_at_most_fifty_shown() {
        let mut errors = Errors::default();
        for _ in 0..52 {
            errors.push(not_a_number(None));
        }
        errors.push(Error::new(Kind::WideSlack { slack: "0.5 pp".to_owned(), pledge: "5%".to_owned() }));
        let text = shown(&errors);
        assert_eq!(text.matches("is not a number").count(), 50);
        assert!(text.ends_with("\n\nand 3 more\n\nerror: 52 errors, 1 warning\n"), "{text}");
    }
}

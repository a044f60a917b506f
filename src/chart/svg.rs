//! The sheet a picture is drawn on, written as a small, clean SVG.
//!
//! Places are in sixteenths of a pixel, so that they are exact integers until they are written. Neighbours that look alike
//! share one group or one path; text is text, placed by the widths of the embedded font.

use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result as Written, Write};

use super::font::{self, FAMILY, Weight};
use super::label::Area;
use super::style::{Colour, Type};

/// The steps in a pixel.
pub(crate) const STEPS: f64 = 16.0;

/// A place in sixteenths of a pixel.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes its end, far outside every picture"
)]
pub(crate) fn steps(pixels: f64) -> i32 {
    (pixels * STEPS).round() as i32
}

/// A number of sixteenths, written in pixels with two decimals at most.
pub(crate) struct Pixels(pub(crate) i32);

impl Display for Pixels {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        const SIXTEENTHS: [&str; 16] = [
            "", ".06", ".13", ".19", ".25", ".31", ".38", ".44", ".5", ".56", ".63", ".69", ".75", ".81", ".88", ".94",
        ];
        let (whole, part) = (self.0.unsigned_abs() / 16, self.0.unsigned_abs() % 16);
        let sign = if self.0 < 0 { "-" } else { "" };
        let part = SIXTEENTHS.get(part as usize).copied().unwrap_or_default();
        write!(f, "{sign}{whole}{part}")
    }
}

impl Display for Colour {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        let Colour(red, green, blue) = self;
        let short = [red, green, blue].iter().all(|part| **part % 17 == 0);
        if short {
            write!(f, "#{:x}{:x}{:x}", red / 17, green / 17, blue / 17)
        } else {
            write!(f, "#{red:02x}{green:02x}{blue:02x}")
        }
    }
}

/// Text as it stands in XML: escaped, and without the control characters that XML forbids.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    let plain =
        |letter: char| !matches!(letter, '&' | '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}') && !letter.is_control();
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other if plain(other) => escaped.push(other),
            _ => escaped.push(' '),
        }
    }
    Cow::Owned(escaped)
}

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text as it was drawn, and the room it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// What it says.
    pub text: String,
    /// The room it takes.
    pub area: Area,
}

/// What stands on the sheet: its look, which neighbours may share, and its own part.
#[derive(Debug)]
enum Element {
    /// The `d` of an open path.
    Path { look: String, path: String },
    /// An element of its own, cut where the look goes in.
    Other { look: String, head: &'static str, tail: String },
}

impl Element {
    fn look(&self) -> &str {
        match self {
            Self::Path { look, .. } | Self::Other { look, .. } => look,
        }
    }
}

/// A picture in the making.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) width: u32,
    pub(crate) height: u32,
    elements: Vec<Element>,
    /// Dash and gap of the lines drawn next.
    pub(crate) dash: Option<(i32, i32)>,
    pub(crate) texts: Vec<TextBox>,
}

impl Sheet {
    pub(crate) fn new(width: u32, height: u32) -> Self {
        Self { width, height, elements: Vec::with_capacity(128), dash: None, texts: Vec::with_capacity(64) }
    }

    /// A line through these places; lines that look alike become one path.
    pub(crate) fn path(&mut self, places: impl IntoIterator<Item = (i32, i32)>, colour: Colour, width: i32) {
        let look = self.stroke(colour, width);
        let added = trace(places);
        match self.elements.last_mut() {
            Some(Element::Path { look: same, path }) if *same == look => path.push_str(&added),
            _ => self.elements.push(Element::Path { look, path: added }),
        }
    }

    fn stroke(&self, colour: Colour, width: i32) -> String {
        let mut look = format!(" fill=\"none\" stroke=\"{colour}\"");
        if width != 16 {
            put(&mut look, format_args!(" stroke-width=\"{}\"", Pixels(width)));
        }
        if let Some((dash, gap)) = self.dash {
            put(&mut look, format_args!(" stroke-dasharray=\"{} {}\"", Pixels(dash), Pixels(gap)));
        } else {
            look.push_str(" stroke-linejoin=\"round\"");
        }
        look
    }

    pub(crate) fn rectangle(&mut self, (left, top): (i32, i32), (right, bottom): (i32, i32), colour: Colour) {
        let (width, height) = (Pixels(right - left), Pixels(bottom - top));
        let tail = format!(" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\"/>", Pixels(left), Pixels(top));
        self.other(format!(" fill=\"{colour}\""), "<rect", tail);
    }

    pub(crate) fn circle(&mut self, (x, y): (i32, i32), radius: i32, colour: Colour) {
        let tail = format!(" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", Pixels(x), Pixels(y), Pixels(radius));
        self.other(format!(" fill=\"{colour}\""), "<circle", tail);
    }

    pub(crate) fn polygon(&mut self, places: impl IntoIterator<Item = (i32, i32)>, colour: Colour) {
        let tail = format!(" d=\"{}z\"/>", trace(places));
        self.other(format!(" fill=\"{colour}\""), "<path", tail);
    }

    /// A text standing on the height `y`.
    pub(crate) fn text(&mut self, text: &str, (x, y): (f64, f64), anchor: Anchor, kind: Type, colour: Colour) {
        if text.is_empty() {
            return;
        }
        let mut look = format!(" font-size=\"{}\" fill=\"{colour}\"", Pixels(steps(kind.size)));
        if kind.weight == Weight::SemiBold {
            look.push_str(" font-weight=\"600\"");
        }
        look.push_str(match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        });
        let tail = format!(" x=\"{}\" y=\"{}\">{}</text>", Pixels(steps(x)), Pixels(steps(y)), escaped(text));
        self.other(look, "<text", tail);
        let area = Area::of_text(font::width(text, kind.weight) * kind.size, (x, y), anchor, kind);
        self.texts.push(TextBox { text: text.to_owned(), area });
    }

    fn other(&mut self, look: String, head: &'static str, tail: String) {
        self.elements.push(Element::Other { look, head, tail });
    }

    /// The whole picture, under its title and its description.
    pub(crate) fn write(&self, title: &str, description: &str) -> String {
        let mut svg = String::with_capacity(16 * 1024);
        let (width, height) = (self.width, self.height);
        put(
            &mut svg,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" aria-labelledby=\"t d\" font-family=\"{FAMILY},'Helvetica Neue',Arial,sans-serif\">\n\
             <title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n",
                escaped(title),
                escaped(description)
            ),
        );
        for alike in self.elements.chunk_by(|one, next| one.look() == next.look()) {
            write_alike(&mut svg, alike);
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// One element with its look, or several in a group that has it.
fn write_alike(svg: &mut String, alike: &[Element]) {
    let look = alike.first().map_or("", Element::look);
    let grouped = alike.len() > 1;
    if grouped {
        put(svg, format_args!("<g{look}>\n"));
    }
    let own = if grouped { "" } else { look };
    for element in alike {
        match element {
            Element::Path { path, .. } => put(svg, format_args!("<path{own} d=\"{path}\"/>\n")),
            Element::Other { head, tail, .. } => put(svg, format_args!("{head}{own}{tail}\n")),
        }
    }
    if grouped {
        svg.push_str("</g>\n");
    }
}

/// The places as path data, with the short commands where a line is upright or level.
fn trace(places: impl IntoIterator<Item = (i32, i32)>) -> String {
    let mut path = String::with_capacity(32);
    let mut last = None;
    for (x, y) in places {
        match last {
            None => put(&mut path, format_args!("M{} {}", Pixels(x), Pixels(y))),
            Some((_, level)) if level == y => put(&mut path, format_args!("H{}", Pixels(x))),
            Some((upright, _)) if upright == x => put(&mut path, format_args!("V{}", Pixels(y))),
            Some(_) => put(&mut path, format_args!("L{} {}", Pixels(x), Pixels(y))),
        }
        last = Some((x, y));
    }
    path
}

/// Adds to a text; a `String` takes everything.
fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let taken = text.write_fmt(what);
    debug_assert!(taken.is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteenths_are_written_short() {
        let written: Vec<String> = [0, 16, 24, -4, 17, 1600].iter().map(|steps| Pixels(*steps).to_string()).collect();
        assert_eq!(written, ["0", "1", "1.5", "-0.25", "1.06", "100"]);
    }

    #[test]
    fn text_is_escaped_and_controls_are_blanked() {
        assert_eq!(escaped("a<b & \"c\"\u{0}\u{1b}"), "a&lt;b &amp; &quot;c&quot;  ");
    }

    #[test]
    fn lines_that_look_alike_are_one_path() {
        let mut sheet = Sheet::new(10, 10);
        sheet.path([(0, 16), (160, 16)], Colour(0, 0, 0), 16);
        sheet.path([(0, 32), (160, 32)], Colour(0, 0, 0), 16);
        assert!(sheet.write("", "").contains("d=\"M0 1H10M0 2H10\""));
    }
}

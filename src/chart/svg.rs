//! The sheet a picture is drawn on, kept as small, clean SVG.
//!
//! Places are in sixteenths of a pixel, so that they are exact integers until they are written. Neighbours that look alike
//! share one group or one path; text is text, placed by the widths of the embedded font.

use super::area::Area;
use super::font::{self, Weight};
use super::markup::Markup;
use super::palette::Colour;
use super::style::Type;

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
struct Element {
    kind: Kind,
    look: String,
    /// The data of a path; of another element, what follows its look.
    own: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An open path: others that look like it are added to it.
    Path,
    /// An element of its own, by how it begins.
    Other(&'static str),
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
        let same = self.elements.last_mut().filter(|last| last.kind == Kind::Path && last.look == look);
        if let Some(last) = same {
            last.own = Markup(std::mem::take(&mut last.own)).trace(places).0;
        } else {
            let own = Markup::with_capacity(32).trace(places).0;
            self.elements.push(Element { kind: Kind::Path, look, own });
        }
    }

    fn stroke(&self, colour: Colour, width: i32) -> String {
        let look = Markup::with_capacity(64).raw(" fill=\"none\"").colour("stroke", colour);
        let mut look = look.length("stroke-width", width);
        if let Some((dash, gap)) = self.dash {
            look = look.raw(" stroke-dasharray=\"");
            look.pixels(dash);
            look.push(" ");
            look.pixels(gap);
            look.push("\"");
        } else {
            look.push(" stroke-linejoin=\"round\"");
        }
        look.0
    }

    pub(crate) fn rectangle(&mut self, (left, top): (i32, i32), (right, bottom): (i32, i32), colour: Colour) {
        let own = Markup::with_capacity(64).length("x", left).length("y", top);
        let own = own.length("width", right - left).length("height", bottom - top).raw("/>");
        self.other(Markup::default().colour("fill", colour), "<rect", own);
    }

    pub(crate) fn circle(&mut self, (x, y): (i32, i32), radius: i32, colour: Colour) {
        let own = Markup::with_capacity(64).length("cx", x).length("cy", y).length("r", radius).raw("/>");
        self.other(Markup::default().colour("fill", colour), "<circle", own);
    }

    pub(crate) fn polygon(&mut self, places: impl IntoIterator<Item = (i32, i32)>, colour: Colour) {
        let own = Markup::with_capacity(64).raw(" d=\"").trace(places).raw("z\"/>");
        self.other(Markup::default().colour("fill", colour), "<path", own);
    }

    /// A text standing on the height `y`.
    pub(crate) fn text(&mut self, text: &str, (x, y): (f64, f64), anchor: Anchor, kind: Type, colour: Colour) {
        if text.is_empty() {
            return;
        }
        let look = Markup::with_capacity(64).length("font-size", steps(kind.size)).colour("fill", colour);
        let look =
            look.raw(if kind.weight == Weight::SemiBold { " font-weight=\"600\"" } else { "" }).raw(match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            });
        let own = Markup::with_capacity(48 + text.len()).length("x", steps(x)).length("y", steps(y));
        self.other(look, "<text", own.raw(">").text(text).raw("</text>"));
        let area = Area::of_text(font::width(text, kind.weight) * kind.size, (x, y), anchor, kind);
        self.texts.push(TextBox { text: text.to_owned(), area });
    }

    fn other(&mut self, look: Markup, head: &'static str, own: Markup) {
        self.elements.push(Element { kind: Kind::Other(head), look: look.0, own: own.0 });
    }

    /// Everything that stands on it, as markup.
    pub(crate) fn write(&self, svg: &mut Markup) {
        for alike in self.elements.chunk_by(|one, next| one.look == next.look) {
            write_alike(svg, alike);
        }
    }
}

/// One element with its look, or several in a group that has it.
fn write_alike(svg: &mut Markup, alike: &[Element]) {
    let look = alike.first().map_or("", |element| element.look.as_str());
    let grouped = alike.len() > 1;
    if grouped {
        ["<g", look, ">\n"].iter().for_each(|part| svg.push(part));
    }
    let look = if grouped { "" } else { look };
    for element in alike {
        let parts = match element.kind {
            Kind::Path => ["<path", look, " d=\"", &element.own, "\"/>\n"],
            Kind::Other(head) => [head, look, "", &element.own, "\n"],
        };
        parts.iter().for_each(|part| svg.push(part));
    }
    if grouped {
        svg.push("</g>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(sheet: &Sheet) -> String {
        let mut svg = Markup::default();
        sheet.write(&mut svg);
        svg.0
    }

    #[test]
    fn lines_that_look_alike_are_one_path() {
        let mut sheet = Sheet::new(10, 10);
        sheet.path([(0, 16), (160, 16)], Colour(0, 0, 0), 16);
        sheet.path([(0, 32), (160, 32)], Colour(0, 0, 0), 16);
        assert!(written(&sheet).contains("d=\"M0 1H10M0 2H10\""));
    }

    #[test]
    fn texts_that_look_alike_share_a_group() {
        let mut sheet = Sheet::new(10, 10);
        let kind = Type { size: 10.0, weight: Weight::Regular };
        sheet.text("a", (1.0, 2.0), Anchor::Start, kind, Colour(0, 0, 0));
        sheet.text("b", (3.0, 2.0), Anchor::Start, kind, Colour(0, 0, 0));
        let svg = written(&sheet);
        assert_eq!(svg.matches("font-size").count(), 1);
        assert!(svg.contains("<text x=\"1\" y=\"2\">a</text>\n<text x=\"3\" y=\"2\">b</text>"));
    }
}

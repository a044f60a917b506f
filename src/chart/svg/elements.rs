//! The elements of a sheet as markup: in the groups of the sheet, lines that look alike as one path, others as a group that has their
//! look.

use std::collections::BTreeMap;

use super::glyphs;
use super::markup::Markup;
use crate::chart::paper::geometry::{Anchor, Place};
use crate::chart::paper::options::Font;
use crate::chart::paper::sheet::{Element, Ink, Shape, Sheet};
use crate::chart::text::typeface::Weight;

/// Everything that stands on a sheet, each group under its name; what goes on under a name that was there before gets a number.
pub(crate) fn write(svg: &mut Markup, sheet: &Sheet, font: Font) {
    let mut ids = BTreeMap::new();
    for (name, elements) in sheet.grouped().filter(|(_, elements)| !elements.is_empty()) {
        if !name.is_empty() {
            svg.push("<g id=\"");
            svg.text(&free_id(&mut ids, name));
            svg.push("\">\n");
        }
        for alike in elements.chunk_by(|one, next| one.ink == next.ink) {
            write_alike(svg, sheet, alike, font);
        }
        svg.push(if name.is_empty() { "" } else { "</g>\n" });
    }
}

/// A name, or the first of `name-2`, `name-3` and so on, that is not among the ids so far, each of which is kept with the number reached.
fn free_id(ids: &mut BTreeMap<String, u32>, name: &str) -> String {
    let reached = ids.get(name).copied().unwrap_or_default();
    let numbered = |count| if count == 1 { name.to_owned() } else { format!("{name}-{count}") };
    let (mut count, mut id) = (reached + 1, numbered(reached + 1));
    while ids.contains_key(&id) {
        count += 1;
        id = numbered(count);
    }
    ids.insert(id.clone(), 1);
    ids.insert(name.to_owned(), count);
    id
}

/// Neighbours that look alike.
fn write_alike(svg: &mut Markup, sheet: &Sheet, alike: &[Element], font: Font) {
    let Some(Element { ink, .. }) = alike.first() else { return };
    if let (Ink::Letters { size, colour, weight, anchor }, Font::Outline) = (*ink, font) {
        svg.push("<g");
        svg.colour("fill", colour);
        glyphs::scale(svg, size);
        svg.push(">\n");
        for element in alike {
            if let Shape::Text(number, place) = element.shape {
                glyphs::text(svg, sheet.words(number), place, (size, weight, anchor));
            }
        }
        return svg.push("</g>\n");
    }
    if matches!(ink, Ink::Stroke { .. }) {
        svg.push("<path");
        write_ink(svg, ink);
        svg.push(" d=\"");
        alike.iter().for_each(|element| write_path(svg, sheet, &element.shape));
        return svg.push("\"/>\n");
    }
    let group = alike.len() > 1;
    if group {
        svg.push("<g");
        write_ink(svg, ink);
        svg.push(">\n");
    }
    for element in alike {
        svg.push(name(&element.shape));
        if !group {
            write_ink(svg, ink);
        }
        write_shape(svg, sheet, &element.shape);
    }
    if group {
        svg.push("</g>\n");
    }
}

fn name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Line(_) | Shape::Polygon(_) => "<path",
        Shape::Rectangle(..) => "<rect",
        Shape::Circle(..) => "<circle",
        Shape::Text(..) => "<text",
    }
}

/// The attributes of a look.
fn write_ink(svg: &mut Markup, ink: &Ink) {
    match *ink {
        Ink::Fill(colour) => svg.colour("fill", colour),
        Ink::Stroke { colour, width, dash } => {
            svg.push(" fill=\"none\"");
            svg.colour("stroke", colour);
            svg.length("stroke-width", width);
            write_dash(svg, dash);
        }
        Ink::Letters { size, colour, weight, anchor } => {
            svg.length("font-size", size);
            svg.colour("fill", colour);
            svg.push(if weight == Weight::SemiBold { " font-weight=\"600\"" } else { "" });
            svg.push(match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            });
        }
    }
}

fn write_dash(svg: &mut Markup, dash: Option<(i32, i32)>) {
    let Some((dash, gap)) = dash else { return svg.push(" stroke-linejoin=\"round\"") };
    svg.push(" stroke-dasharray=\"");
    svg.pixels(dash);
    svg.push(" ");
    svg.pixels(gap);
    svg.push("\"");
}

fn write_path(svg: &mut Markup, sheet: &Sheet, shape: &Shape) {
    if let Shape::Line(places) | Shape::Polygon(places) = shape {
        svg.trace(sheet.places(places));
    }
}

/// What follows the look, and the end of the element.
fn write_shape(svg: &mut Markup, sheet: &Sheet, shape: &Shape) {
    match *shape {
        Shape::Line(_) | Shape::Polygon(_) => {
            svg.push(" d=\"");
            write_path(svg, sheet, shape);
            svg.push("z\"/>\n");
        }
        Shape::Rectangle(corner, size) => {
            let ((left, top), (width, height)) = beyond_the_page(sheet, corner, size);
            let sides = [("x", left), ("y", top), ("width", width), ("height", height)];
            sides.iter().for_each(|(name, length)| svg.length(name, *length));
            svg.push("/>\n");
        }
        Shape::Circle((x, y), radius) => {
            [("cx", x), ("cy", y), ("r", radius)].iter().for_each(|(name, length)| svg.length(name, *length));
            svg.push("/>\n");
        }
        Shape::Text(number, (x, y)) => {
            [("x", x), ("y", y)].iter().for_each(|(name, length)| svg.length(name, *length));
            svg.push(">");
            svg.text(sheet.words(number));
            svg.push("</text>\n");
        }
    }
}

/// Paper reaches a pixel beyond the page: where it ends with it, LibreOffice adds half a pixel on each side and draws all the rest smaller.
fn beyond_the_page(sheet: &Sheet, (left, top): Place, (width, height): Place) -> (Place, Place) {
    let page = [sheet.width, sheet.height].map(|side| i32::try_from(side.saturating_mul(16)).unwrap_or(i32::MAX));
    let is_paper = (left, top) == (0, 0) && [width, height] == page;
    let more = if is_paper { 16 } else { 0 };
    ((left - more, top - more), (width + 2 * more, height + 2 * more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::paper::palette::Colour;

    fn written(sheet: &Sheet) -> String {
        let mut svg = Markup::default();
        write(&mut svg, sheet, Font::Embed);
        svg.0
    }

    #[test]
    fn lines_that_look_alike_are_one_path() {
        let mut sheet = Sheet::new(10, 10);
        let stroke = Ink::Stroke { colour: Colour(0, 0, 0), width: 16, dash: None };
        sheet.path([(0, 16), (160, 16)], stroke);
        sheet.path([(0, 32), (160, 32)], stroke);
        assert!(written(&sheet).contains("d=\"M0 1H10M0 2H10\""));
    }

    #[test]
    fn texts_that_look_alike_share_a_group() {
        let mut sheet = Sheet::new(10, 10);
        let (colour, weight, anchor) = (Colour(0, 0, 0), Weight::Regular, Anchor::Start);
        let letters = Ink::Letters { size: 160, colour, weight, anchor };
        sheet.text("a", (16, 32), letters);
        sheet.text("b", (48, 32), letters);
        let svg = written(&sheet);
        assert_eq!(svg.matches("font-size").count(), 1);
        assert!(svg.contains("<text x=\"1\" y=\"2\">a</text>\n<text x=\"3\" y=\"2\">b</text>"));
    }

    #[test]
    fn groups_have_names_that_none_other_has() {
        let mut sheet = Sheet::new(10, 10);
        for name in ["row-a", "labels", "row-a", "row-a-2", "row-a", "row-a-2"] {
            sheet.begin(name.to_owned());
            sheet.rectangle((0, 0), (16, 16), Colour(0, 0, 0));
        }
        let svg = written(&sheet);
        let ids: Vec<&str> = svg.split("<g id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids, ["row-a", "labels", "row-a-2", "row-a-2-2", "row-a-3", "row-a-2-3"]);
    }
}

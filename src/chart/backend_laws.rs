//! Laws of figures on backends that are not ours: everything is there, and stands where our own sheet has it.

use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendCoord, DrawingBackend, DrawingErrorKind};
use plotters_svg::SVGBackend;
use resvg::usvg::roxmltree::{Document, Node};

use super::draw::{Picture, draw_on};
use super::figure::Figure;
use super::paper::geometry::{Anchor, Place};
use super::paper::options::Options;
use super::paper::sheet::{Element, Ink, Shape};
use super::size_laws::figures;
use super::text::type_style::STEPS;

/// What is drawn: its tag, its text, and its lengths in pixels.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    tag: &'static str,
    text: String,
    lengths: Vec<f64>,
}

impl Drawn {
    fn new(tag: &'static str, lengths: Vec<f64>) -> Self {
        Self { tag, text: String::new(), lengths }
    }

    /// Whether it is the same, to a pixel; a corner of a mark, of which both the mark's place and the way from there are rounded,
    /// to one and a half.
    fn is_like(&self, other: &Self) -> bool {
        let far = if self.tag == "polygon" { 1.5 } else { 1.0 };
        let near = |(one, other): (&f64, &f64)| (one - other).abs() <= far;
        (self.tag, &self.text, self.lengths.len()) == (other.tag, &other.text, other.lengths.len())
            && self.lengths.iter().zip(&other.lengths).all(near)
    }
}

fn pixels(steps: i32) -> f64 {
    f64::from(steps) / STEPS
}

/// An element of our sheet, and whether it is dashed.
fn ours(picture: &Picture, element: &Element) -> (Drawn, bool) {
    let flat = |places: &[Place]| places.iter().flat_map(|(x, y)| [pixels(*x), pixels(*y)]).collect::<Vec<_>>();
    let dashed = matches!(element.ink, Ink::Stroke { dash: Some(_), .. });
    let drawn = match &element.shape {
        Shape::Line(places) => Drawn::new("polyline", flat(picture.sheet.places(places))),
        Shape::Polygon(places) => Drawn::new("polygon", flat(picture.sheet.places(places))),
        Shape::Rectangle(corner, size) => Drawn::new("rect", flat(&[*corner, *size])),
        Shape::Circle(centre, radius) => Drawn::new("circle", [flat(&[*centre]), vec![pixels(*radius)]].concat()),
        Shape::Text(number, place) => {
            let Ink::Letters { size, anchor, .. } = element.ink else { panic!("a text without letters") };
            let text = format!("{} {}", anchored(anchor), picture.sheet.words(*number));
            Drawn { text, ..Drawn::new("text", [flat(&[*place]), vec![pixels(size)]].concat()) }
        }
    };
    (drawn, dashed)
}

fn anchored(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// An element of the SVG that plotters writes.
fn theirs(node: &Node) -> Option<Drawn> {
    let numbers = |names: &[&str]| names.iter().map(|name| node.attribute(*name).unwrap().parse().unwrap()).collect();
    let points = || {
        let numbers = node.attribute("points").unwrap().split([' ', ',']).filter(|number| !number.is_empty());
        numbers.map(|number| number.parse().unwrap()).collect()
    };
    match node.tag_name().name() {
        "polyline" => Some(Drawn::new("polyline", points())),
        "polygon" => Some(Drawn::new("polygon", points())),
        "rect" => Some(Drawn::new("rect", numbers(&["x", "y", "width", "height"]))),
        "circle" => Some(Drawn::new("circle", numbers(&["cx", "cy", "r"]))),
        "text" => {
            let text =
                format!("{} {}", node.attribute("text-anchor").unwrap(), node.text().unwrap().trim_matches('\n'));
            let mut lengths: Vec<f64> = numbers(&["x", "y", "font-size"]);
            let down: f64 = node.attribute("dy").unwrap().trim_end_matches("em").parse().unwrap();
            lengths[1] += down * lengths[2];
            Some(Drawn { text, ..Drawn::new("text", lengths) })
        }
        _ => None,
    }
}

/// What plotters' own SVG backend shows of a figure.
fn on_svg(figure: &Figure, options: &Options) -> Vec<Drawn> {
    let mut svg = String::new();
    let left_out =
        draw_on(figure, options, SVGBackend::with_string(&mut svg, (options.width, options.height))).unwrap();
    assert_eq!(left_out, Picture::of(figure, options).left_out);
    let document = Document::parse(&svg).unwrap();
    document.descendants().filter_map(|node| theirs(&node)).collect()
}

#[test]
fn a_figure_on_another_backend_has_everything_where_our_sheet_has_it() {
    for figure in figures() {
        let options = Options::default();
        let (picture, shown) = (Picture::of(&figure, &options), on_svg(&figure, &options));
        let all: Vec<(Drawn, bool)> = picture.sheet.elements.iter().map(|element| ours(&picture, element)).collect();
        for (drawn, dashed) in &all {
            let begins = |other: &Drawn| {
                let first = |drawn: &Drawn| Drawn::new("place", drawn.lengths[..2].to_vec());
                other.tag == "polyline" && first(other).is_like(&first(drawn))
            };
            let found = shown.iter().any(|other| if *dashed { begins(other) } else { drawn.is_like(other) });
            assert!(found, "{}: {drawn:?}", figure.title);
        }
        for tag in ["polygon", "rect", "circle", "text"] {
            let ours = all.iter().filter(|(drawn, _)| drawn.tag == tag).count();
            assert_eq!(ours, shown.iter().filter(|drawn| drawn.tag == tag).count(), "{}: {tag}", figure.title);
        }
    }
}

#[test]
fn a_backend_twice_as_large_shows_everything_twice_as_large() {
    let (figure, options) = (&figures()[0], Options::default());
    let mut svg = String::new();
    draw_on(figure, &options, SVGBackend::with_string(&mut svg, (options.width * 2, options.height * 2))).unwrap();
    let document = Document::parse(&svg).unwrap();
    let twice: Vec<Drawn> = document.descendants().filter_map(|node| theirs(&node)).collect();
    for text in on_svg(figure, &options).iter().filter(|drawn| drawn.tag == "text") {
        let lengths = text.lengths.iter().map(|length| length * 2.0).collect();
        let doubled = Drawn { lengths, ..text.clone() };
        let near =
            |other: &Drawn| other.lengths.iter().zip(&doubled.lengths).all(|(one, two)| (one - two).abs() <= 2.0);
        assert!(twice.iter().any(|other| other.text == doubled.text && near(other)), "{doubled:?}");
    }
}

/// A backend that has nothing but pixels.
struct Raster<'a> {
    size: (u32, u32),
    pixels: &'a mut Vec<(u8, u8, u8)>,
}

impl DrawingBackend for Raster<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        let place = |x: i32, y: i32| usize::try_from(y * i32::try_from(self.size.0).unwrap() + x).ok();
        if let Some(pixel) = place(x, y).and_then(|place| self.pixels.get_mut(place)).filter(|_| colour.alpha > 0.5) {
            *pixel = colour.rgb;
        }
        Ok(())
    }
}

#[test]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places inside a small picture")]
fn a_backend_of_pixels_shows_every_text() {
    let options = Options { width: 800, height: 450, ..Options::default() };
    let figure = &figures()[0];
    let (width, height) = (options.width as usize, options.height as usize);
    let mut pixels = vec![(255, 255, 255); width * height];
    draw_on(figure, &options, Raster { size: (options.width, options.height), pixels: &mut pixels }).unwrap();
    for text in Picture::of(figure, &options).texts {
        let rows = text.area.top as usize..text.area.bottom as usize;
        let row = |y: usize| pixels[y * width + text.area.left as usize..y * width + text.area.right as usize].to_vec();
        let colours: std::collections::BTreeSet<_> = rows.flat_map(row).collect();
        assert!(colours.len() > 1, "{text:?} is not seen");
    }
}

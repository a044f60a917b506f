//! The SVG as pixels, drawn by resvg with the embedded typeface alone.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use png::{ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::font::{self, FAMILY, REGULAR, SEMI_BOLD};
use crate::error::{Error, Kind, Result};

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for bytes in [REGULAR, SEMI_BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Measured: level 2 takes four times as long for two thirds of the size, the fastest encoder makes files three times as
/// large, and filters spoil the long runs of one colour that a chart consists of.
const EFFORT: DeflateCompression = DeflateCompression::Level(1);

/// Turns a picture into PNG, each of its pixels into `scale` times `scale`.
///
/// # Errors
/// The text is no SVG, or the picture would have no or far too many pixels.
pub fn png(svg: &str, scale: u8) -> Result<Vec<u8>> {
    encoded(pixels(svg, f32::from(scale))?).map_err(|error| failed(&error.to_string()))
}

/// The picture with a box for each letter that the typeface lacks: resvg would leave it out without a word.
fn boxed(svg: &str) -> Cow<'_, str> {
    if svg.is_ascii() || font::lacking(svg).iter().all(|letter| letter.is_control()) {
        return Cow::Borrowed(svg);
    }
    let known = |letter: char| letter.is_control() || font::lacking(letter.encode_utf8(&mut [0; 4])).is_empty();
    Cow::Owned(svg.chars().map(|letter| if known(letter) { letter } else { font::BOX }).collect())
}

fn failed(reason: &str) -> Error {
    Error::new(Kind::PictureFailed { reason: reason.to_owned() })
}

fn pixels(svg: &str, scale: f32) -> Result<Pixmap> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&boxed(svg), &options).map_err(|error| failed(&error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(scale);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixmap = pixmap.ok_or_else(|| failed("it has no or too many pixels"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The pixels without their transparency, moved together in place: the paper covers everything.
fn opaque(pixmap: Pixmap) -> Vec<u8> {
    let mut colours = pixmap.take();
    let pixels = colours.len() / 4;
    for pixel in 0..pixels {
        for channel in 0..3 {
            colours[3 * pixel + channel] = colours[4 * pixel + channel];
        }
    }
    colours.truncate(3 * pixels);
    colours
}

fn encoded(pixmap: Pixmap) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::with_capacity(128 * 1024);
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(EFFORT);
    encoder.write_header()?.write_image_data(&opaque(pixmap))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Group, Node};

    use super::*;
    use crate::chart::{CHARTS, Drawing, Lang, Look, draw, sample};

    fn drawing() -> Drawing {
        let table = sample::latvia_share().unwrap();
        let chart = CHARTS.iter().find(|chart| chart.name == table.name).unwrap();
        draw(&(chart.build)(&table, Lang::En).unwrap(), &Look::default())
    }

    fn widths(group: &Group, all: &mut Vec<f64>) {
        for node in group.children() {
            match node {
                Node::Group(group) => widths(group, all),
                Node::Text(text) => all.push(f64::from(text.bounding_box().width())),
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }

    #[test]
    fn every_text_is_drawn_as_wide_as_it_was_measured() {
        let drawing = drawing();
        let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
        let tree = Tree::from_str(&drawing.svg, &options).unwrap();
        let mut drawn = Vec::new();
        widths(tree.root(), &mut drawn);
        assert_eq!(drawn.len(), drawing.texts.len());
        for (text, drawn) in drawing.texts.iter().zip(drawn) {
            let measured = text.area.right - text.area.left;
            assert!((measured - drawn).abs() < 0.05, "{}: measured {measured}, drawn {drawn}", text.text);
        }
    }

    #[test]
    fn a_letter_that_the_font_lacks_becomes_a_box() {
        assert_eq!(boxed("<text>\u{9632} €\n</text>"), "<text>□ €\n</text>");
        assert!(font::lacking("□").is_empty());
    }

    #[test]
    fn the_same_picture_has_the_same_bytes_and_is_small() {
        let svg = drawing().svg;
        let bytes = png(&svg, 1).unwrap();
        assert_eq!(bytes, png(&svg, 1).unwrap());
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 200_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_size_out_of_reach_is_an_error() {
        assert!(png("<svg", 1).is_err());
        assert!(png(&drawing().svg, 0).is_err());
    }
}

//! The SVG as pixels, drawn by resvg with the embedded typeface alone.

mod indexed; // pixels as numbers of a palette

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use png::{ColorType, DeflateCompression, Encoder, EncodingError, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::figure::Figure;
use super::font::{self, FAMILY, REGULAR, SEMI_BOLD};
use super::look::{Font, Look, Record};
use crate::error::{Error, Kind, Result};

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for bytes in [REGULAR, SEMI_BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Measured on two charts: level 2 takes two and a half times as long for four fifths of the size, the fastest encoder makes files
/// two to four times as large, and filters spoil the long runs of one colour that a chart consists of.
const EFFORT: DeflateCompression = DeflateCompression::Level(1);

/// Draws a figure as PNG, each pixel of its size as `scale` times `scale`; with a title, a description, and where it comes from.
///
/// # Errors
/// The picture would have no or far too many pixels.
pub fn png(figure: &Figure, look: &Look) -> Result<Vec<u8>> {
    let svg = super::svg(figure, &Look { font: Font::Link, record: None, ..look.clone() });
    encoded(pixels(&svg, f32::from(look.scale))?, figure, look).map_err(|error| failed(&error.to_string()))
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

/// A pixel of the size is 1/96 of an inch, as in CSS, whatever the scale: so a larger scale prints finer, not larger.
fn resolution(scale: u8) -> PixelDimensions {
    let per_metre = (u32::from(scale) * 96 * 10_000 + 127) / 254;
    PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }
}

fn encoded(pixmap: Pixmap, figure: &Figure, look: &Look) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::with_capacity(128 * 1024);
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    let pixels = match indexed::indexed(pixmap.data()) {
        Some(indexed) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(indexed.palette);
            indexed.pixels
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            opaque(pixmap)
        }
    };
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(EFFORT);
    encoder.set_pixel_dims(Some(resolution(look.scale)));
    encoder.add_itxt_chunk("Title".to_owned(), figure.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), figure.alt.clone())?;
    for (name, value) in look.record.iter().flat_map(Record::parts) {
        encoder.add_itxt_chunk(name.to_owned(), value.to_owned())?;
    }
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Group, Node};

    use super::*;
    use crate::chart::{CHARTS, Lang, draw, sample};

    fn figure() -> Figure {
        let table = sample::latvia_share().unwrap();
        let chart = CHARTS.iter().find(|chart| chart.name == table.name).unwrap();
        (chart.build)(&table, Lang::En).unwrap()
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
        let drawing = draw(&figure(), &Look::default());
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
        let bytes = png(&figure(), &Look::default()).unwrap();
        assert_eq!(bytes, png(&figure(), &Look::default()).unwrap());
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 200_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_picture_says_what_it_shows_and_how_fine_it_is() {
        let record = Record { command: "pledgebook chart share".to_owned(), ..Record::default() };
        let bytes = png(&figure(), &Look { scale: 2, record: Some(record), ..Look::default() }).unwrap();
        let reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.pixel_dims.map(|dims| dims.xppu)), (3200, Some(7559)));
        let texts = info.utf8_text.iter().map(|text| (text.keyword.as_str(), text.get_text().unwrap()));
        let texts: Vec<(&str, String)> = texts.collect();
        assert_eq!(texts[0], ("Title", figure().title));
        assert!(texts.contains(&("Command", "pledgebook chart share".to_owned())));
    }

    #[test]
    fn a_size_out_of_reach_is_an_error() {
        assert!(png(&figure(), &Look { scale: 0, ..Look::default() }).is_err());
    }
}

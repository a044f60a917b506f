//! The SVG as pixels, drawn by resvg with the embedded typeface alone.

use std::sync::{Arc, LazyLock};

use png::{ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::font::{FAMILY, REGULAR, SEMI_BOLD};
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
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    encoded(&pixels(svg, scale)?).map_err(|error| failed(&error.to_string()))
}

fn failed(reason: &str) -> Error {
    Error::new(Kind::PictureFailed { reason: reason.to_owned() })
}

fn pixels(svg: &str, scale: f32) -> Result<Pixmap> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| failed(&error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(scale);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixmap = pixmap.ok_or_else(|| failed("it has no or too many pixels"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The pixels without their transparency: the paper covers everything.
fn opaque(pixmap: &Pixmap) -> Vec<u8> {
    let mut colours = Vec::with_capacity(pixmap.data().len() / 4 * 3);
    for pixel in pixmap.pixels() {
        colours.extend_from_slice(&[pixel.red(), pixel.green(), pixel.blue()]);
    }
    colours
}

fn encoded(pixmap: &Pixmap) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::with_capacity(128 * 1024);
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(EFFORT);
    encoder.write_header()?.write_image_data(&opaque(pixmap))?;
    Ok(bytes)
}

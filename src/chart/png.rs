//! The sheet as pixels, painted with the embedded typeface alone, and these as PNG.

mod flatten; // curves as lines
mod edges; // how much of each pixel lies beside an edge
mod coverage; // what outlines cover
mod stroke; // lines as outlines
mod pixels; // what is painted on
mod paint; // the sheet onto that
mod indexed; // pixels as numbers of a palette

use std::io::Cursor;

use miniz_oxide::deflate::compress_to_vec_zlib;
use png::chunk::IDAT;
use png::{ColorType, Decoder, Encoder, EncodingError, PixelDimensions, Unit};

use super::figure::Figure;
use super::paper::options::{Options, Record};
use super::paper::sheet::Sheet;
use crate::error::{Error, Kind, Result};
use crate::quantity::text::in_one_line;
use indexed::Indexed;

/// Measured on three charts: level 2 takes three times as long for four fifths of the size, and an encoder made for PNG is a little
/// faster but makes files two to four times as large. Filters spoil the long runs of one colour that a chart consists of.
const EFFORT: u8 = 1;
/// What stands before a row that is not filtered.
const NO_FILTER: u8 = 0;

/// A sheet as PNG.
pub(super) fn of_sheet(sheet: &Sheet, figure: &Figure, options: &Options) -> Result<Vec<u8>> {
    let pixels = paint::painted(sheet, options.scale).ok_or_else(|| failed("it has no or too many pixels"))?;
    let indexed = indexed::indexed(&pixels);
    drop(pixels);
    encoded(&indexed, figure, options).map_err(|error| failed(&error.to_string()))
}

fn failed(reason: &str) -> Error {
    Error::new(Kind::PictureFailed { reason: reason.to_owned() })
}

fn encoded(indexed: &Indexed, figure: &Figure, options: &Options) -> std::result::Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::with_capacity(128 * 1024);
    let side = |length: u32| length.saturating_mul(u32::from(options.scale));
    let mut encoder = Encoder::new(&mut bytes, side(options.width), side(options.height));
    encoder.set_color(ColorType::Indexed);
    encoder.set_palette(&indexed.palette);
    let per_metre = options.pixels_per_metre();
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), in_one_line(&figure.title).into_owned())?;
    encoder.add_itxt_chunk("Description".to_owned(), in_one_line(&figure.alt).into_owned())?;
    for (name, value) in options.record_of_png().iter().flat_map(Record::parts) {
        encoder.add_itxt_chunk(name.to_owned(), in_one_line(value).into_owned())?;
    }
    // all rows at once: the encoder would hand them over one by one, and its compressor clear a buffer for each
    let rows = unfiltered(&indexed.pixels, side(options.width));
    encoder.write_header()?.write_chunk(IDAT, &compress_to_vec_zlib(&rows, EFFORT))?;
    Ok(bytes)
}

/// Where a picture comes from, if it is one of ours: what it says before its pixels, none of which is read.
pub(super) fn record(bytes: &[u8]) -> Option<Record> {
    let reader = Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    // ours are not compressed, and what others are would unfold to has no bound
    let parts = reader.info().utf8_text.iter().filter(|text| !text.compressed);
    Some(Record::of_parts(&parts.map(|text| (text.keyword.as_str(), text.get_text().unwrap_or_default()))))
}

/// The rows as PNG has them, none filtered.
fn unfiltered(pixels: &[u8], width: u32) -> Vec<u8> {
    let width = usize::try_from(width).unwrap_or(usize::MAX).max(1);
    let mut rows = Vec::with_capacity(pixels.len() + pixels.len() / width);
    for row in pixels.chunks_exact(width) {
        rows.push(NO_FILTER);
        rows.extend_from_slice(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{self, Group, Node, Tree};

    use super::*;
    use crate::chart::draw::Picture;
    use crate::chart::paper::options::A4_COLUMN;
    use crate::chart::text::typeface;
    use crate::chart::{CHARTS, Lang, draw, png, sample};

    fn figure() -> Figure {
        let table = sample::latvia_share().unwrap();
        let chart = CHARTS.iter().find(|chart| chart.name == table.name).unwrap();
        (chart.build)(&table, Lang::En).unwrap()
    }

    /// What another program draws from the SVG, with the same typeface.
    fn tree(svg: &str) -> Tree {
        let mut options = usvg::Options { font_family: typeface::FAMILY.to_owned(), ..usvg::Options::default() };
        let fonts = Arc::make_mut(&mut options.fontdb);
        [typeface::REGULAR, typeface::SEMI_BOLD].iter().for_each(|bytes| fonts.load_font_data(bytes.to_vec()));
        Tree::from_str(svg, &options).unwrap()
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
        let drawing = draw(&figure(), &Options::default());
        let mut drawn = Vec::new();
        widths(tree(&drawing.svg).root(), &mut drawn);
        assert_eq!(drawn.len(), drawing.texts.len());
        for (text, drawn) in drawing.texts.iter().zip(drawn) {
            let measured = text.area.right - text.area.left;
            assert!((measured - drawn).abs() < 0.05, "{}: measured {measured}, drawn {drawn}", text.text);
        }
    }

    #[test]
    fn pixels_are_those_that_another_program_draws_from_the_svg() {
        for table in [sample::latvia_share(), sample::latvia_amounts()] {
            let table = table.unwrap();
            let chart = CHARTS.iter().find(|chart| chart.name == table.name).unwrap();
            let figure = (chart.build)(&table, Lang::En).unwrap();
            let options = Options::default();
            let pixels = paint::painted(&Picture::of(&figure, &options).sheet, 1).unwrap();
            let mut others = Pixmap::new(options.width, options.height).unwrap();
            resvg::render(&tree(&draw(&figure, &options).svg), Transform::identity(), &mut others.as_mut());
            let differences = pixels.numbers.iter().zip(others.pixels()).map(|(number, other)| {
                let colour = pixels.colours[usize::from(*number)];
                colour
                    .0
                    .abs_diff(other.red())
                    .max(colour.1.abs_diff(other.green()))
                    .max(colour.2.abs_diff(other.blue()))
            });
            let far = differences.filter(|difference| *difference > 48).count();
            assert!(far < 200, "{}: {far} pixels differ", table.name);
        }
    }

    #[test]
    fn the_same_picture_has_the_same_bytes_and_is_small() {
        let bytes = png(&figure(), &Options::default()).unwrap();
        assert_eq!(bytes, png(&figure(), &Options::default()).unwrap());
        assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_picture_says_what_it_shows_and_how_fine_it_is() {
        let record = Record { command: "pledgebook chart share".to_owned(), ..Record::default() };
        let bytes = png(&figure(), &Options { scale: 2, record: Some(record), ..Options::default() }).unwrap();
        let reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let info = reader.info();
        assert_eq!((info.width, info.pixel_dims.map(|dims| dims.xppu)), (3200, Some(7559)));
        // 127 pixels an inch: 800 of them are 16 cm
        assert_eq!(Options::from(A4_COLUMN).pixels_per_metre(), 5_000);
        let texts = info.utf8_text.iter().map(|text| (text.keyword.as_str(), text.get_text().unwrap()));
        let texts: Vec<(&str, String)> = texts.collect();
        assert_eq!(texts[0], ("Title", figure().title));
        assert!(texts.contains(&("Command", "pledgebook chart share".to_owned())));
    }

    #[test]
    fn what_a_picture_says_of_itself_is_read_again() {
        let record = Record { command: "pledgebook chart share --family 'a<b'".to_owned(), ..Record::default() };
        let bytes = png(&figure(), &Options { record: Some(record.clone()), ..Options::default() }).unwrap();
        assert_eq!(super::record(&bytes), Some(record));
        assert_eq!(super::record(&bytes[..60]), None);
    }

    #[test]
    fn a_size_out_of_reach_is_an_error() {
        assert!(png(&figure(), &Options { scale: 0, ..Options::default() }).is_err());
    }
}

//! The whole SVG: what it is called, what it shows in words, where it comes from, its type, and what was drawn.

use super::markup::Markup;
use super::{elements, glyphs};
use crate::chart::figure::Figure;
use crate::chart::paper::options::{Font, Options, Record};
use crate::chart::paper::sheet::Sheet;
use crate::chart::text::typeface::{FAMILY, WEB};
use crate::quantity::text::from_xml;

/// The picture as a file of its own.
pub(crate) fn write(sheet: &Sheet, figure: &Figure, options: &Options) -> String {
    let mut svg = Markup::with_capacity(64 * 1024);
    head(&mut svg, sheet, figure, options);
    if let Some(record) = options.record_of_svg() {
        metadata(&mut svg, &record);
    }
    match options.font {
        Font::Embed => faces(&mut svg),
        Font::Link => {}
        Font::Outline => glyphs::define(&mut svg, sheet),
    }
    elements::write(&mut svg, sheet, options.font);
    svg.push("</svg>\n");
    svg.0
}

/// The opening tag, and the words for those who do not see the picture.
fn head(svg: &mut Markup, sheet: &Sheet, figure: &Figure, options: &Options) {
    let (width, height) = (sheet.width, sheet.height);
    let [wide, high] = options.physical_size();
    svg.push("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    if options.font == Font::Outline {
        svg.push(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    }
    svg.push(&format!(" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {width} {height}\""));
    [" role=\"img\" lang=\"", figure.lang.code(), "\" aria-labelledby=\"t d\""].iter().for_each(|part| svg.push(part));
    if options.font != Font::Outline {
        [" font-family=\"", FAMILY, ",'Helvetica Neue',Arial,sans-serif\""].iter().for_each(|part| svg.push(part));
    }
    if options.font == Font::Link {
        // the digits of ours are of one width by themselves
        svg.push(" style=\"font-variant-numeric:tabular-nums\"");
    }
    svg.push(">\n<title id=\"t\">");
    svg.text(&figure.title);
    svg.push("</title>\n<desc id=\"d\">");
    svg.text(&figure.alt);
    svg.push("</desc>\n");
}

fn metadata(svg: &mut Markup, record: &Record) {
    svg.push("<metadata>\n");
    for (name, value) in record.parts() {
        svg.push(name);
        svg.push(": ");
        svg.text(value);
        svg.push("\n");
    }
    svg.push("</metadata>\n");
}

/// Where a picture comes from, if it is one of ours.
pub(crate) fn record(svg: &str) -> Option<Record> {
    let (_, rest) = svg.split_once("<metadata>\n")?;
    let (metadata, _) = rest.split_once("</metadata>")?;
    let parts = metadata.lines().filter_map(|line| line.split_once(": "));
    Some(Record::of_parts(&parts.map(|(name, value)| (name, from_xml(value)))))
}

/// The same picture on a page beside others, with ids of its own. Words have no quotes, so none of them is taken for markup.
#[must_use]
pub fn inside_page(svg: &str, name: &str) -> String {
    let svg = svg.replacen("\"t d\"", &format!("\"{name}-t {name}-d\""), 1);
    svg.replace(" id=\"", &format!(" id=\"{name}-")).replace("href=\"#", &format!("href=\"#{name}-"))
}

/// The typeface for a page with pictures inside.
pub(crate) fn typeface_of_page() -> String {
    let mut style = Markup::with_capacity(40 * 1024);
    faces(&mut style);
    style.0
}

/// The embedded typeface for browsers; it comes before one of that name on the reader's machine, which may be another version.
fn faces(svg: &mut Markup) {
    svg.push("<style>");
    for (weight, base64) in WEB {
        let parts =
            [FAMILY, ";font-weight:", weight, ";src:url(data:font/woff2;base64,", base64, ")format(\"woff2\")}"];
        svg.push("@font-face{font-family:");
        parts.iter().for_each(|part| svg.push(part));
    }
    svg.push("</style>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::paper::geometry::Anchor;
    use crate::chart::paper::options::A4_COLUMN;
    use crate::chart::paper::palette::Colour;
    use crate::chart::paper::sheet::Ink;
    use crate::chart::text::typeface::Weight;

    fn written(options: &Options) -> String {
        let figure = Figure { title: "A < B".to_owned(), alt: "A is less.".to_owned(), ..Figure::default() };
        write(&Sheet::new(10, 20), &figure, options)
    }

    /// A sheet with this text.
    fn lettered(text: &str) -> Sheet {
        let mut sheet = Sheet::new(100, 100);
        let (colour, weight, anchor) = (Colour(0, 0, 0), Weight::Regular, Anchor::Start);
        sheet.text(text, (16, 32), Ink::Letters { size: 160, colour, weight, anchor });
        sheet
    }

    #[test]
    fn a_picture_says_what_it_is_and_where_it_comes_from() {
        let record = Record { program: "pledgebook 1".to_owned(), book: "ab".to_owned(), ..Record::default() };
        let svg = written(&Options { record: Some(record), ..Options::default() });
        for part in ["<title id=\"t\">A &lt; B</title>", "<desc id=\"d\">A is less.</desc>", "role=\"img\" lang=\"en\""]
        {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
        assert!(svg.contains("<metadata>\nSoftware: pledgebook 1\n") && svg.contains("Book: ab\n</metadata>"));
    }

    #[test]
    fn what_a_picture_says_of_itself_is_read_again() {
        let command = "pledgebook chart share --family 'a<b&lt;\"c\"'".to_owned();
        let record =
            Record { program: "pledgebook 1".to_owned(), command, files: "a 1; b 2".to_owned(), ..Record::default() };
        assert_eq!(
            super::record(&written(&Options { record: Some(record.clone()), ..Options::default() })),
            Some(record)
        );
        assert_eq!(super::record(&written(&Options::default())), None);
    }

    #[test]
    fn inside_a_page_a_picture_differs_by_its_ids_alone() {
        for (font, letters) in [(Font::Link, &[][..]), (Font::Outline, &["<path id=\"gap-r53\"", "href=\"#gap-r53\""])]
        {
            let svg = write(&lettered("5"), &Figure::default(), &Options { font, ..Options::default() });
            let inside = inside_page(&svg, "gap");
            for own in ["aria-labelledby=\"gap-t gap-d\"", "id=\"gap-t\"", "id=\"gap-d\""].iter().chain(letters) {
                assert!(inside.contains(own), "{own} is not in {inside}");
            }
            assert_eq!(inside.replace("gap-", ""), svg);
        }
    }

    #[test]
    fn type_travels_with_the_picture_unless_it_is_linked() {
        assert_eq!(written(&Options::default()).matches("@font-face").count(), 2);
        for font in [Font::Link, Font::Outline] {
            assert!(!written(&Options { font, ..Options::default() }).contains("<style>"));
        }
    }

    #[test]
    fn outlines_are_drawn_once_and_the_words_are_kept() {
        let svg =
            write(&lettered("5 > \u{7}5"), &Figure::default(), &Options { font: Font::Outline, ..Options::default() });
        for (part, times) in [("<path id=", 2), ("<use ", 3), ("href=\"#r53\"", 2), ("<text", 0), ("font", 0)] {
            assert_eq!(svg.matches(part).count(), times, "{part} in {svg}");
        }
        assert!(svg.contains("transform=\"scale(0.01)\"") && svg.contains("translate(100 200)\" aria-label=\"5 &gt; "));
    }

    #[test]
    fn what_is_for_paper_is_as_wide_as_it_says() {
        let svg = |options: Options| write(&Sheet::new(800, 540), &Figure::default(), &options);
        assert!(svg(A4_COLUMN.into()).contains(" width=\"160mm\" height=\"108mm\" viewBox=\"0 0 800 540\""));
        assert!(
            svg(Options { width: 800, height: 540, ..Options::default() }).contains(" width=\"800\" height=\"540\"")
        );
    }
}

//! Whatever the texts of a book hold, what is written is nothing but text in its container: no letter hides, no markup begins.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use pledgebook::book::{Book, Files, Reading};
use pledgebook::quantity::text::is_hidden;
use pledgebook::question::{QUESTIONS, Query, explain};
use pledgebook::render::{FORMATS, Format, Layout, TREES};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
#[cfg(feature = "chart")]
use resvg::usvg::roxmltree::{self, Document, ParsingOptions};

use super::{answered, inputs};

/// What terminals obey, what hides, and what is markup somewhere.
const PIECES: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]8;;http://a\u{7}",
    "\u{9b}2J",
    "\u{7f}",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0041}",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "]]>",
    "<https://a.org>",
    "&lt;",
    "&#106;",
    "](javascript:alert(1))",
    "![x](http://a)",
    "[x]: http://a\n",
    "`",
    "``",
    "```\n",
    "|",
    "\"",
    "'",
    "\\",
    "**",
    "__",
    "~~",
    "$$",
    "# ",
    "- ",
    "1. ",
    "===",
    ";",
    "(",
    ")",
    ">",
    " ",
    "ģ",
    "مرحبا",
    "漢字",
];

fn hostile() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(|c| c.to_string())];
    // a NUL byte is no text, nor are blanks alone
    let text = vec(piece, 1..6).prop_map(|pieces| pieces.concat().replace('\0', ""));
    text.prop_filter("blanks alone", |text| !text.trim().is_empty())
}

/// The files of the book, by name.
static JUDGED: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/judged");
    let files = Files::read(&folder).unwrap();
    files.iter().map(|(name, bytes)| (name.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())).collect()
});

/// The book with such texts inside its titles, publishers, notes and addresses.
fn book(text: &str, scheme: &str) -> Book {
    let toml: String = text.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    let quoted = text.replace('"', "\"\"");
    let files = JUDGED.iter().map(|(name, content)| {
        let is_toml = name.ends_with(".toml");
        let line = |line: &str| match line.split_once(" = \"") {
            Some((key, value)) if is_toml && ["title", "publisher"].contains(&key.trim()) => {
                format!("{key} = \"x{toml}{value}")
            }
            _ if line.starts_with("publishers") => line.replace("[\"", &format!("[\"x{toml}")),
            _ if line.starts_with("published") => format!("{line}\nurl = \"{scheme}{toml}x\"\nnote = \"x{toml}\""),
            _ if is_toml => line.to_owned(),
            _ => line.replace(",Statistics,", &format!(",\"x{quoted}Statistics\",")),
        };
        (name.clone(), content.lines().map(line).collect::<Vec<_>>().join("\n"))
    });
    Reading::new(&Files::from_memory("x`<b>", files).unwrap()).into_book().unwrap()
}

/// What is wrong with words that a person sees.
fn hiding(text: &str) -> Result<(), TestCaseError> {
    let hidden: BTreeSet<char> = text.chars().filter(|c| is_hidden(*c) && *c != '\n').collect();
    prop_assert!(hidden.is_empty(), "{hidden:?} in {text}");
    Ok(())
}

/// That a page of Markdown has no markup but ours, and leads nowhere but to the web and to files beside it.
fn is_plain_markdown(page: &str) -> Result<(), TestCaseError> {
    for event in Parser::new_ext(page, Options::all()) {
        if let Event::Html(html) | Event::InlineHtml(html) = &event {
            prop_assert_eq!(&**html, "<br>", "{}", page);
        }
        if let Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) = event {
            let address = dest_url.to_ascii_lowercase();
            let is_of_web = address.starts_with("http://") || address.starts_with("https://");
            let ends = address.contains(['"', '\'', '<', '>', '(', ')', ' ', '\\']) || address.contains(is_hidden);
            prop_assert!(link_type == LinkType::Inline && !ends, "{dest_url} in {page}");
            prop_assert!(is_of_web || !address.contains(':'), "{dest_url} in {page}");
        }
    }
    Ok(())
}

/// What stands on a page as one file, pictures included.
#[cfg(feature = "chart")]
const ELEMENTS: &str = "html head meta title style body main footer script h1 h2 h3 p br a em strong code ul li div table thead tbody tr \
                        th td figure svg desc g path rect circle text";

/// That a page as one file has no element or attribute but ours, and leads nowhere but to the web and to files beside it.
#[cfg(feature = "chart")]
fn is_plain_page(page: &str) -> Result<(), TestCaseError> {
    let read = Document::parse_with_options(page, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() });
    prop_assert!(read.is_ok(), "{:?} in {page}", read.err());
    let read = read.unwrap();
    for element in read.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name().name();
        prop_assert!(ELEMENTS.split_whitespace().any(|own| own == name), "<{name}> in {page}");
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            prop_assert!(!name.starts_with("on") && !["src", "srcset"].contains(&name), "{name} in {page}");
            prop_assert!(name != "style" || value == "font-variant-numeric:tabular-nums", "{value} in {page}");
            prop_assert!(!value.contains("url("), "{value} in {page}");
            let is_of_web = ["https://", "http://"].iter().any(|scheme| value.starts_with(scheme));
            prop_assert!(name != "href" || is_of_web || !value.contains(':'), "{value} in {page}");
        }
    }
    let style: String =
        read.descendants().filter(|node| node.has_tag_name("style")).filter_map(|own| own.text()).collect();
    let loaded = || style.split("url(").skip(1);
    prop_assert!(
        loaded().count() > 0
            && loaded().all(|address| address.starts_with("data:font/woff2;"))
            && !style.contains("@import")
    );
    Ok(())
}

/// The formats that are text.
fn text_formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| !format.is_binary())
}

fn written<E: std::fmt::Debug>(write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(inputs(40))]

    #[test]
    fn tables_and_derivations_hold_nothing_but_text(text in hostile(), scheme in select(&["", "https://a.org/", "HTTP://a", "javascript:"][..])) {
        let book = book(&text, scheme);
        let query = Query::new(&book, book.latest_date().unwrap());
        let layout = Layout { width: Some(100), ..Layout::default() };
        let tables = QUESTIONS.iter().filter_map(|question| answered(question, &query));
        for (table, format) in tables.flat_map(|table| text_formats().map(move |format| (table.clone(), format))) {
            let page = written(|out| format.render(&table, &layout, out));
            if format.name == "md" {
                is_plain_markdown(&page)?;
            }
            if ["md", "table"].contains(&format.name) {
                hiding(&page)?;
            }
        }
        let derivations: Vec<_> = book.commitments.iter().take(2).map(|commitment| explain(&query, commitment).unwrap()).collect();
        for format in TREES.iter().filter(|format| format.name != "json") {
            let page = written(|out| (format.render)(&derivations, &layout, out));
            hiding(&page)?;
            if format.name == "md" {
                is_plain_markdown(&page)?;
            }
        }
    }
}

#[cfg(feature = "chart")]
proptest! {
    #![proptest_config(inputs(5))] // each draws every picture

    #[test]
    fn pages_and_pictures_hold_nothing_but_text(text in hostile()) {
        let book = book(&text, "https://a.org/");
        let query = Query::new(&book, book.latest_date().unwrap());
        let report = pledgebook::report::report(&query, pledgebook::chart::Lang::En, &|words, _| format!("{} {text}", words.join(" "))).unwrap();
        let mut pictures = 0;
        for (name, bytes) in report.files.iter().filter(|(name, _)| [".md", ".html", ".svg"].iter().any(|ending| name.ends_with(ending))) {
            let page = String::from_utf8(bytes.clone()).unwrap();
            hiding(&page)?;
            if name.ends_with(".md") {
                is_plain_markdown(&page)?;
            } else if name.ends_with(".html") {
                is_plain_page(&page)?;
            } else {
                pictures += 1;
                let read = Document::parse(&page);
                prop_assert!(read.is_ok(), "{name}: {read:?}");
                let known = ["svg", "title", "desc", "metadata", "style", "defs", "g", "path", "use", "rect", "circle", "text"];
                for element in read.unwrap().descendants().filter(roxmltree::Node::is_element) {
                    prop_assert!(known.contains(&element.tag_name().name()), "{element:?} in {name}");
                    let leads_out = |own: &roxmltree::Attribute<'_, '_>| own.name() == "href" && !own.value().starts_with('#');
                    prop_assert!(!element.attributes().any(|own| leads_out(&own)), "{element:?} in {name}");
                }
            }
        }
        prop_assert!(pictures > 3, "{pictures} pictures");
    }
}

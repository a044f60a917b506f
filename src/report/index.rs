//! A page as one file that can be printed and mailed: its pictures, its typeface and its look are inside, and it asks for nothing.

use askama::Template;
use pulldown_cmark::{Event, Parser, TagEnd};

use crate::chart::{self, Lang};

use super::html::from_markdown;
use super::words::PAGE;

/// What the page may load: what is inside of it. The script is known by its digest.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; \
                      script-src 'sha256-DLsXPC2JX584+HENJELAL/NfIOIi6UAzmyJFflIFmDY='";

const STYLE: &str = include_str!("index.css");
const SCRIPT: &str = include_str!("index.js");

#[derive(Template)]
#[template(path = "index.html", config = "src/askama.toml")]
struct Index<'i> {
    lang: &'static str,
    policy: &'static str,
    title: String,
    typeface: String,
    style: &'static str,
    page: String,
    /// Where the files are that the page names.
    beside: &'i str,
    script: &'static str,
}

/// A page in Markdown as one file; `picture` knows the SVG that the page shows by a name.
pub(super) fn write<'s>(markdown: &str, lang: Lang, picture: impl Fn(&str) -> Option<&'s str>) -> String {
    let page = with_pictures(&from_markdown(markdown), picture)
        .replace("<table>", "<div class=\"rows\" tabindex=\"0\"><table data-sortable=\"\">")
        .replace("</table>", "</table></div>")
        .replace("/README.md\">", "/index.html\">");
    let index = Index {
        lang: lang.code(),
        policy: POLICY,
        title: title(markdown),
        typeface: chart::typeface_of_page(),
        style: STYLE,
        page,
        beside: PAGE.of(lang).beside,
        script: SCRIPT,
    };
    // memory takes whatever is written to it
    index.render().unwrap_or_default()
}

/// The first heading, without its marks.
fn title(markdown: &str) -> String {
    let heading = Parser::new(markdown).take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let text = |event| if let Event::Text(text) = event { Some(text) } else { None };
    heading.filter_map(text).map(|text| text.to_string()).collect()
}

/// The page with the pictures that it shows in the place of links to them; a text has no `<` that could begin one.
fn with_pictures<'s>(html: &str, picture: impl Fn(&str) -> Option<&'s str>) -> String {
    let mut parts = html.split("<p><img src=\"charts/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (shown, rest) = part.split_once("</p>").unwrap_or((part, ""));
        let name = shown.split_once(".svg\"").map_or(shown, |(name, _)| name);
        out.push_str("<figure>\n");
        out.push_str(&picture(name).map(|svg| chart::inside_page(svg, name)).unwrap_or_default());
        out.push_str("</figure>");
        out.push_str(rest);
    }
    out
}

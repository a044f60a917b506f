//! A page as one file that can be printed and mailed: its pictures, its typeface and its look are inside, and it asks for nothing.

use askama::Template;
use pulldown_cmark::{Event, Parser, TagEnd};

use crate::chart::{self, Lang};

use super::html::from_markdown;
use super::page::ANNEX;
use super::words::PAGE;

/// What the page may load: what is inside of it. The script is known by its digest.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; \
                      script-src 'sha256-sqYSYROqlr3318QFlIJcPrs/JaoWEWUHQ69XI6V3N9k='";

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

/// A page in Markdown as one file, with its annex where it leads to that; `picture` knows the SVG that is shown by a name.
pub(super) fn write<'s>(
    markdown: &str,
    annex: Option<&str>,
    lang: Lang,
    picture: impl Fn(&str) -> Option<&'s str>,
) -> String {
    let markdown = &annex.map_or(markdown.to_owned(), |annex| with_annex(markdown, annex));
    // a text has neither a `<` nor a `>`, so that none of them is taken for a table or the end of a link
    let page = from_markdown(markdown)
        .replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table data-sortable=\"\">")
        .replace("</table>", "</table></div>")
        .replace("/README.md\">", "/index.html\">");
    let index = Index {
        lang: lang.code(),
        policy: POLICY,
        title: title(markdown),
        typeface: chart::typeface_of_page(),
        style: STYLE,
        page: with_pictures(&page, picture),
        beside: PAGE.of(lang).beside,
        script: SCRIPT,
    };
    // memory takes whatever is written to it
    index.render().unwrap_or_default()
}

/// The page with the sections of its annex in the place of the line that leads there.
fn with_annex(page: &str, annex: &str) -> String {
    let sections = annex.find("\n## ").map_or("", |at| annex[at..].trim());
    let leads = |line: &str| line.contains(&format!("]({ANNEX})"));
    page.lines().map(|line| if leads(line) { sections } else { line }).collect::<Vec<_>>().join("\n")
}

/// The first heading, without its marks.
fn title(markdown: &str) -> String {
    let heading = Parser::new(markdown).take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let text = |event| if let Event::Text(text) = event { Some(text) } else { None };
    heading.filter_map(text).map(|text| text.to_string()).collect()
}

/// The page with the pictures that it shows in the place of links to them.
fn with_pictures<'s>(html: &str, picture: impl Fn(&str) -> Option<&'s str>) -> String {
    let mut parts = html.split("<p><img src=\"charts/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (shown, below) = part.split_once("<br />\n").unwrap_or((part, ""));
        let name = shown.split_once(".svg\"").map_or(shown, |(name, _)| name);
        out.push_str("<figure class=\"wide\" tabindex=\"0\">\n");
        out.push_str(&picture(name).map(|svg| chart::inside_page(svg, name)).unwrap_or_default());
        out.push_str("</figure>\n<p>");
        out.push_str(below);
    }
    out
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    /// Bytes in Base64.
    fn base64(bytes: &[u8]) -> String {
        let letters = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect::<Vec<char>>();
        let group = |three: &[u8]| {
            let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(*three.get(at).unwrap_or(&0)));
            let four = (0..4).map(move |at| bits >> (18 - 6 * at) & 63);
            let letter = |(at, six): (usize, usize)| if at > three.len() { '=' } else { letters[six] };
            four.enumerate().map(letter).collect::<String>()
        };
        bytes.chunks(3).map(group).collect()
    }

    #[test]
    fn the_script_of_the_page_is_the_one_that_its_policy_lets_run() {
        let page = write("# A", None, Lang::En, |_| None);
        let (_, rest) = page.split_once("<script>").unwrap();
        let (script, _) = rest.split_once("</script>").unwrap();
        let digest = base64(&Sha256::digest(script));
        assert!(page.contains(&format!("script-src &#39;sha256-{digest}&#39;")), "the digest is {digest}");
    }

    #[test]
    fn a_page_is_called_as_it_begins_and_speaks_its_language() {
        let page = write("# What *A* &lt;\n\nb", None, Lang::Lv, |_| None);
        assert!(page.contains("<html lang=\"lv\">") && page.contains("<title>What A &lt;</title>"), "{page}");
    }

    #[test]
    fn pictures_stand_where_the_page_shows_them() {
        let linked = chart::Options { font: chart::Font::Link, ..chart::Options::default() };
        let svg = chart::svg(&chart::Figure::default(), &linked);
        let page = write("# A\n\n![less](charts/gap.svg)\\\nc\n\n| a |\n| - |\n| b |", None, Lang::En, |name| {
            (name == "gap").then_some(&svg)
        });
        let (_, rest) = page.split_once("<figure class=\"wide\" tabindex=\"0\">\n<svg ").unwrap();
        let (_, behind) =
            rest.split_once("</svg>\n</figure>\n<p>c</p>\n<div class=\"wide\" tabindex=\"0\"><table").unwrap();
        assert!(behind.contains("<td>b</td>") && page.matches("@font-face").count() == 2, "{page}");
    }
}

//! Markdown as HTML: what a book or a page of ours says, with no markup, script or style that it did not say in Markdown.

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::quantity::text::in_data;

/// Markdown as HTML. Markup inside of it becomes text, links lead to http, https, mail and places beside the page alone, and
/// columns set to the right are figures.
pub(crate) fn from_markdown(text: &str) -> String {
    // whether each link and picture that is open is left as one
    let mut open = Vec::new();
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| {
        // what a text of several lines has at their ends
        if matches!(&event, Event::InlineHtml(markup) if &**markup == "<br>") {
            return Some(Event::HardBreak);
        }
        let is_kept = if let Event::Html(markup) | Event::InlineHtml(markup) = event {
            return Some(Event::Text(markup));
        } else if let Event::Start(Tag::Link { dest_url, .. }) = &event {
            open.push(leads(dest_url) || is_beside(dest_url));
            open.last().copied()
        } else if let Event::Start(Tag::Image { dest_url, .. }) = &event {
            open.push(is_beside(dest_url));
            open.last().copied()
        } else if let Event::End(TagEnd::Link | TagEnd::Image) = event {
            open.pop()
        } else {
            Some(true)
        };
        is_kept.unwrap_or_default().then_some(event)
    });
    let mut html = String::new();
    push_html(&mut html, events);
    // at the end: Markdown has ways to write a letter without it
    in_data(styled(&html))
}

/// Whether an address is one that pages may lead to.
pub(crate) fn leads(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

/// Whether an address is a place beside the page.
fn is_beside(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    !first.contains(':') && !address.starts_with(['/', '\\'])
}

/// Classes in the place of styles, and nothing about the page to where its links lead; a text has no `<` that could be one of these.
fn styled(html: &str) -> String {
    let mut html = html.replace("<a href=\"http", "<a rel=\"noreferrer noopener\" href=\"http");
    for cell in ["th", "td"] {
        html = html.replace(&format!("<{cell} style=\"text-align: right\">"), &format!("<{cell} class=\"figure\">"));
        for side in ["left", "center"] {
            html = html.replace(&format!("<{cell} style=\"text-align: {side}\">"), &format!("<{cell}>"));
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::from_markdown;

    #[test]
    fn markup_becomes_text_and_only_harmless_links_stay() {
        assert_eq!(from_markdown("<b onclick=x>a</b>"), "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n");
        assert_eq!(from_markdown("a\u{202e}&#x202e;&#7;"), "<p>a\\u{202e}\\u{202e}\\u{7}</p>\n");
        assert_eq!(from_markdown("a<br>b"), "<p>a<br />\nb</p>\n");
        assert_eq!(from_markdown("[a](javascript:alert(1))"), "<p>a</p>\n");
        assert_eq!(from_markdown("[a](//elsewhere/x) ![b](https://x/y.png)"), "<p>a b</p>\n");
        assert_eq!(from_markdown("[a](gdp.csv)"), "<p><a href=\"gdp.csv\">a</a></p>\n");
        let outside = "<p><a rel=\"noreferrer noopener\" href=\"https://x/\">a</a></p>\n";
        assert_eq!(from_markdown("[a](https://x/)"), outside);
    }

    #[test]
    fn figures_are_set_to_the_right_by_their_class() {
        let html = from_markdown("| a | b |\n| --- | ---: |\n| c | 1 |");
        assert!(html.contains("<th>a</th><th class=\"figure\">b</th>") && html.contains("<td class=\"figure\">1</td>"));
        assert!(!html.contains("style"));
    }
}

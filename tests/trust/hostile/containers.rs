//! What a container is made of, read as those read it who do not know us: what texts hold must not add to it.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use pledgebook::quantity::text::is_hidden;
use pulldown_cmark::{Event, Options, Parser, Tag};
use resvg::usvg::roxmltree::{Attribute, Document, Node};
use zip::ZipArchive;

/// The sorts of parts that something is made of, as `a href`.
pub(super) type Parts = BTreeSet<String>;

/// That no letter hides; white space that is data may stay where `white` says so.
pub(super) fn shows(name: &str, text: &str, white: &[char]) {
    let hidden: BTreeSet<char> = text.chars().filter(|c| is_hidden(*c) && *c != '\n' && !white.contains(c)).collect();
    assert!(hidden.is_empty(), "{name} has {hidden:?} as they are");
}

/// The elements of a page with the names of their attributes, and its words; it leads to the web and to files beside it alone.
pub(super) fn html(name: &str, page: &str) -> (Parts, String) {
    let (mut parts, mut words, mut rest) = (Parts::new(), String::new(), page);
    while let Some((text, behind)) = rest.split_once('<') {
        words += text;
        let (tag, below) = tag(name, behind);
        let own = tag.split_whitespace().next().unwrap_or_default().to_owned();
        rest = below;
        if ["script", "style"].contains(&own.as_str()) {
            let end = format!("</{own}>");
            rest = rest.split_once(&end).unwrap_or_else(|| panic!("{name}: <{own}> has no end")).1;
        }
        parts.insert(tag);
    }
    (
        parts,
        ["&lt;<", "&gt;>", "&quot;\"", "&#39;'", "&amp;&"].iter().fold(words, |words, own| {
            let (written, letter) = own.split_at(own.len() - 1);
            words.replace(written, letter)
        }),
    )
}

/// A tag without the values of its attributes, and what stands behind it.
fn tag<'p>(name: &str, text: &'p str) -> (String, &'p str) {
    let (mut kept, mut rest) = (String::new(), text);
    loop {
        let at = rest.find(['"', '>', '<', '\'']).unwrap_or_else(|| panic!("{name}: a tag has no end: {kept}"));
        kept += &rest[..at];
        match &rest[at..=at] {
            ">" => return (kept, &rest[at + 1..]),
            "\"" => {
                let (value, behind) =
                    rest[at + 1..].split_once('"').unwrap_or_else(|| panic!("{name}: no end: {kept}"));
                if [" href=", " src=", " action=", ":href="].iter().any(|own| kept.ends_with(own)) {
                    leads(name, &value.replace("&amp;", "&"));
                }
                rest = behind;
            }
            other => panic!("{name}: {other} inside of a tag: {kept}"),
        }
    }
}

/// That an address is one of the web, or of something beside or inside of the page.
fn leads(name: &str, address: &str) {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_known =
        ["https:", "http:", "mailto:", "data:font"].iter().any(|own| scheme.to_ascii_lowercase().starts_with(own));
    assert!(is_known || !scheme.contains(':'), "{name} leads to {address}");
    // white space in an address is left out by who follows it
    shows(name, address, &['\t', '\r']);
}

/// The sorts of what Markdown makes of a page, without what only sets words, and its words.
pub(super) fn markdown(name: &str, page: &str) -> (Parts, String) {
    let (mut parts, mut words) = (Parts::new(), String::new());
    for event in Parser::new_ext(page, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)) {
        let part = match event {
            Event::Html(html) | Event::InlineHtml(html) => html.to_string(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                leads(name, &dest_url);
                "link".to_owned()
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                assert!(!dest_url.contains(':'), "{name} shows {dest_url}");
                "image".to_owned()
            }
            Event::Start(Tag::Table(_)) => "table".to_owned(),
            Event::Start(tag) => format!("{tag:?}"),
            Event::Rule | Event::TaskListMarker(_) | Event::FootnoteReference(_) => format!("{event:?}"),
            Event::InlineMath(_) | Event::DisplayMath(_) => "math".to_owned(),
            Event::Text(text) | Event::Code(text) => {
                words += &text;
                continue;
            }
            Event::End(_) | Event::SoftBreak | Event::HardBreak => continue,
        };
        parts.insert(part);
    }
    parts.remove("<br>");
    (parts, words)
}

/// The same as pandoc reads it, at GitHub or in its own way; none where it is absent. Quotes stay as they are.
pub(super) fn by_pandoc(name: &str, page: &str, reader: &str) -> Option<(Parts, String)> {
    let mut pandoc = Command::new("pandoc");
    pandoc.args(["-f", reader, "-t", "html", "--wrap=none"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut run = pandoc.spawn().ok()?;
    let mut stdin = run.stdin.take()?;
    let page = page.to_owned();
    let writing = std::thread::spawn(move || stdin.write_all(page.as_bytes()));
    let output = run.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let made = String::from_utf8(output.stdout).unwrap();
    assert!(!["mailto", "ftp", "xmpp"].iter().any(|own| made.contains(&format!("href=\"{own}:"))), "{name}: {made}");
    Some(html(name, &made))
}

/// The elements of XML with the names of their attributes, and its words.
pub(super) fn xml(name: &str, text: &str) -> (Parts, String) {
    let read = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let elements = read.descendants().filter(Node::is_element);
    let part = |own: Node<'_, '_>| {
        own.attributes().filter(|own| own.name() == "href").for_each(|own| leads(name, own.value()));
        format!(
            "{} {}",
            own.tag_name().name(),
            own.attributes().map(|own| Attribute::name(&own)).collect::<Vec<_>>().join(" ")
        )
    };
    let words = read.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
    (elements.map(part).collect(), words)
}

/// The elements of every part of a document of Office, and its words.
pub(super) fn office(name: &str, bytes: &[u8]) -> (Parts, String) {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let (mut parts, mut words) = (Parts::new(), String::new());
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).unwrap();
        let inside = member.name().unwrap().into_owned();
        assert!(member.enclosed_name().is_some(), "{name} has {inside}");
        if !inside.ends_with(".xml") && !inside.ends_with(".rels") {
            continue;
        }
        let mut text = String::new();
        member.read_to_string(&mut text).unwrap();
        let read = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {inside}: {error}"));
        for own in read.descendants().filter(Node::is_element) {
            parts.insert(own.tag_name().name().to_owned());
            own.attribute("Target").into_iter().for_each(|target| leads(name, target));
        }
        words.extend(read.descendants().filter_map(|node| node.text().filter(|_| node.is_text())));
    }
    (parts, words)
}

/// A statement of SQL without what its comments and literals say.
pub(super) fn sql(dialect: &str, statement: &str) -> String {
    let (mut bare, mut letters) = (String::new(), statement.chars().peekable());
    assert!(dialect != "spark" || !statement.contains("${"), "Spark replaces it everywhere");
    while let Some(letter) = letters.next() {
        match letter {
            '-' if letters.peek() == Some(&'-') => {
                let comment: String = letters.by_ref().take_while(|own| *own != '\n').collect();
                assert!(!comment.ends_with('\\'), "the line below is part of {comment}");
            }
            '\'' => {
                loop {
                    match letters.next().unwrap_or_else(|| panic!("{dialect}: a literal has no end")) {
                        '\\' if dialect == "spark" => drop(letters.next()),
                        '\'' if letters.peek() == Some(&'\'') => drop(letters.next()),
                        '\'' => break,
                        _ => {}
                    }
                }
                bare.push_str("''");
            }
            _ => bare.push(letter),
        }
    }
    bare
}

/// What a PNG says in words.
pub(super) fn png(bytes: &[u8]) -> Vec<String> {
    let (mut said, mut rest) = (Vec::new(), &bytes[8..]);
    while let Some((head, behind)) = rest.split_at_checked(8) {
        let length = u32::from_be_bytes(head[..4].try_into().unwrap()) as usize;
        if &head[4..] == b"iTXt" {
            said.push(String::from_utf8(behind[..length].to_vec()).unwrap().replace('\0', " "));
        }
        rest = &behind[length + 4..];
    }
    said
}

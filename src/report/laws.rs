//! What holds of the page of every book, in each language.

use std::path::Path;

use pulldown_cmark::{Event, Options as Extensions, Parser};
use resvg::usvg::roxmltree::{Document, Node};

use crate::book::Book;
use crate::chart::{Figure, Lang, Options, svg};
use crate::question::Query;

use super::page::Page;
use super::words::PAGE;
use super::{Part, Planned, index};

/// What must not be parted from the number before or behind it.
const BEHIND: [&str; 8] = ["million", "milj.", "billion", "mljrd.", "%", "m", "p.p.", "percentage"];

/// English words that Latvian has none of.
const ENGLISH: [&str; 16] = [
    "the", "and", "of", "is", "short", "by", "with", "GDP", "plan", "outturn", "estimate", "pledge", "met", "missed",
    "million", "open",
];

/// The page and the annex of each country of every book, with what was asked.
fn pages(lang: Lang, mut check: impl FnMut(&Part<'_>, &str, &str)) {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books");
    let of_tests = ["aid", "allies", "judged", "north", "small"].map(|name| Book::read(&books.join(name)).unwrap());
    for book in of_tests.into_iter().chain([Book::embedded().unwrap()]) {
        for (country, _) in &book.countries {
            let part = Part::of(&Query::new(&book, book.today()), lang, *country);
            let page = Page::new(&part).unwrap();
            check(&part, &page.write(&|words, _| words.join(" "), true).unwrap(), &page.annex().unwrap());
        }
    }
}

/// The page and its annex without their pictures, sources and files.
fn prose(part: &Part<'_>, page: &str, annex: &str) -> String {
    let say = part.wording().say(&PAGE);
    let (told, _) = page.split_once(&format!("## {}\n", say.sources)).unwrap_or((page, ""));
    told.lines().chain(annex.lines()).filter(|line| !line.starts_with("![")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_pledge_of_the_country_is_on_the_page_or_counted() {
    for lang in Lang::ALL {
        pages(lang, |part, page, _| {
            let (query, wording) = (&part.query, part.wording());
            let replaced = |own| query.book.superseded_by(own, query.as_of).is_some();
            let (gone, standing): (Vec<_>, Vec<_>) = query.known().partition(|own| replaced(own));
            for own in standing {
                assert!(page.contains(&wording.title(own)), "{} of {}: {page}", own.id, own.country);
            }
            assert!(page.contains(&(wording.say(&PAGE).superseded)(gone.len(), "`verdicts --all`")), "{page}");
        });
    }
}

#[test]
fn nothing_breaks_inside_a_number_or_before_its_unit() {
    for lang in Lang::ALL {
        pages(lang, |part, page, annex| {
            let prose = prose(part, page, annex);
            let words: Vec<&str> = prose.split(' ').collect();
            for pair in words.windows(2) {
                let ends = pair[0].ends_with(|last: char| last.is_ascii_digit());
                let goes_on = pair[1].starts_with(|first: char| first.is_ascii_digit());
                let unit = BEHIND.iter().any(|unit| pair[1].trim_end_matches([',', '.', ')', ':']) == *unit);
                let of_currency = part.query.book.countries.iter().any(|(_, own)| pair[0].ends_with(own.code()));
                assert!(
                    !(ends && (goes_on || unit) || of_currency && goes_on),
                    "{pair:?} in {}",
                    part.query.book.title
                );
            }
        });
    }
}

#[test]
fn names_are_spelled_out() {
    for lang in Lang::ALL {
        pages(lang, |part, page, annex| {
            let (book, prose) = (part.query.book, prose(part, page, annex));
            let ids = book.definitions.iter().map(|own| &own.id).chain(book.commitments.iter().map(|own| &own.id));
            let titles =
                book.commitments.iter().map(|own| &own.title).chain(book.definitions.iter().map(|own| &own.title));
            let titles: Vec<&String> = titles.collect();
            let is_word = |id: &str| !id.contains(['-', '/']) || titles.iter().any(|title| title.contains(id));
            for id in ids.filter(|id| !is_word(id)) {
                assert!(!prose.contains(id.as_str()), "{id}: {prose}");
            }
            let short = book.observations.iter().map(|row| (&row.publisher, book.source(&row.source)));
            for (short, source) in short.filter(|(short, source)| source.is_some_and(|own| own.publisher != **short)) {
                let is_name = book.sources.iter().any(|source| source.publisher.contains(short.as_str()));
                let said = prose.split(|c: char| !c.is_alphanumeric()).any(|word| word == short);
                assert!(is_name || !said, "{short} for {:?}: {prose}", source.map(|own| &own.publisher));
            }
        });
    }
}

/// The page with its annex, from the first section on, where it leads there.
fn with_annex(page: &str, annex: &str) -> String {
    let leads = page.lines().find(|line| line.contains("](annex.md)")).unwrap();
    let (_, sections) = annex.split_once("\n## ").unwrap_or_default();
    page.replace(leads, &format!("## {sections}"))
}

/// What a page in Markdown says beside its pictures, without blanks.
fn said(page: &str) -> String {
    let told: Vec<&str> = page.lines().filter(|line| !line.starts_with("![")).collect();
    let told = told.join("\n");
    let words = Parser::new_ext(&told, Extensions::ENABLE_TABLES).filter_map(|event| {
        if let Event::Text(text) | Event::Code(text) = event { Some(text.to_string()) } else { None }
    });
    words.collect::<String>().split_whitespace().collect()
}

#[test]
fn the_page_as_one_file_says_what_the_page_says_and_shows_its_pictures() {
    for lang in Lang::ALL {
        pages(lang, |part, page, annex| {
            // with its words alone, which is all that the page is asked for
            let draw = |own: &Figure| svg(&Figure { alt: own.alt.clone(), ..Figure::default() }, &Options::default());
            let drawn: Vec<_> = part.pictures.iter().map(|own| (own.chart.name, draw(&own.figure))).collect();
            let picture = |name: &str| drawn.iter().find(|(own, _)| *own == name).map(|(_, svg)| svg.as_str());
            let index = index::write(page, Some(annex), lang, picture);
            let (_, rest) = index.split_once("<body>").unwrap();
            let (body, _) = rest.split_once("<script>").unwrap();
            let body = format!("<body>{body}</body>");
            let read = Document::parse(&body).unwrap_or_else(|error| panic!("{error} in {body}"));
            let main = read.descendants().find(|node| node.has_tag_name("main")).unwrap();
            let is_shown = |node: &Node<'_, '_>| node.ancestors().any(|above| above.tag_name().name() == "svg");
            let words =
                main.descendants().filter(|node| node.is_text() && !is_shown(node)).filter_map(|node| node.text());
            assert_eq!(
                words.collect::<String>().split_whitespace().collect::<String>(),
                said(&with_annex(page, annex))
            );
            let ids: Vec<&str> = read.descendants().filter_map(|node| node.attribute("id")).collect();
            let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len());
            for Planned { chart, figure, .. } in &part.pictures {
                let told = read.descendants().find(|node| node.attribute("id") == Some(&format!("{}-d", chart.name)));
                assert_eq!(told.and_then(|node| node.text()), Some(figure.alt.as_str()), "{}", chart.name);
            }
        });
    }
}

#[test]
fn a_latvian_page_has_no_english_in_it() {
    let book = Book::embedded().unwrap();
    let part = Part::new(&Query::new(&book, book.today()), Lang::Lv, String::new(), None);
    let page = Page::new(&part).unwrap();
    let (page, annex) = (page.write(&|words, _| words.join(" "), true).unwrap(), page.annex().unwrap());
    let (told, rest) = page.split_once("## Avoti").unwrap();
    let (_, files) = rest.split_once("## Datnes").unwrap();
    for word in [told, files, &annex].iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
        assert!(!ENGLISH.contains(&word), "{word}: {page}");
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_limit_of_spreadsheets_stops_no_report() {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/small");
    let mut book = Book::read(&small).unwrap();
    book.sources[0].title = "Yearbook ".repeat(4_000);
    let report = super::report(&Query::new(&book, book.today()), Lang::En, &|words, _| words.join(" ")).unwrap();
    assert!(report.left_out.iter().any(|left| left.name == "report.xlsx" && left.reason.contains("32767")));
    assert!(report.files.iter().all(|(name, _)| name != "report.xlsx"));
    let page = report.text("README.md").unwrap();
    assert!(page.contains("datapackage.json") && !page.contains("report.xlsx"), "{page}");
}

//! A book that carries texts in every field that takes one.

use std::fs;
use std::path::Path;

/// The first year of a pledge; each text has a year of its own.
pub(super) const FIRST: usize = 1950;

/// The years of the pledge whose title has every text: each row about one of them holds that whole title.
const EVERY: &str = "1990-1995";

/// So many paths of GDP have the texts between them.
const PATHS: usize = 6;

/// What a page may say in Markdown: every sort of it that is not a text's alone.
const PAGE: &str = "# a\n\n*b* **c** `d` [e](https://example.org/) [f](g.csv) <h@example.org>  \ni\n\n> j\n\n- k\n\n1. l\n\n---\n\n\
                    ```text\nm\n```\n\n```\nn\n```\n\n| o | p |\n| --- | ---: |\n| q | r |";

/// Writes the book with these texts into a folder.
pub(super) fn write(folder: &Path, texts: &[String]) {
    for inner in ["commitments", "series", "translations"] {
        fs::create_dir_all(folder.join(inner)).unwrap();
    }
    let publishers: Vec<String> = texts.iter().map(|text| toml(&publisher(text))).collect();
    let title = texts.join(" ");
    // a picture has a line for each path of GDP
    let several: Vec<String> = texts.chunks(texts.len().div_ceil(PATHS)).map(|texts| texts.join(" ")).collect();
    let book = format!("title = {}\ncountry = \"LVA\"\npublishers = [{}]\n", toml(&title), publishers.join(", "));
    let group = format!(
        "[[group]]\nid = \"PACT\"\ntitle = {}\nmembers = [{{ country = \"LVA\", since = 1949-04-04 }}]\n",
        toml(&title)
    );
    let common = format!(
        "country = \"PACT\"\n\n[[commitment]]\nid = \"every\"\ntitle = {}\npledge = \"at least 2% of GDP\"\nin = \"{EVERY}\"\n\
         definition = \"d-0\"\nannounced = 1949-05-01\nstrength = \"declaration\"\nsource = \"s-0\"\n",
        toml(&title)
    );
    let own = "country = \"LVA\"\ncurrency = \"EUR\"\n".to_owned();
    for (name, text) in [
        ("book.toml", book),
        ("groups.toml", group),
        ("definitions.toml", records(texts, definition)),
        ("sources.toml", records(texts, source)),
        ("scenarios.toml", records(&several, scenario)),
        ("commitments/pact.toml", common),
        ("commitments/latvia.toml", own + &records(texts, commitment)),
        ("series/series.csv", series(texts)),
        ("README.md", format!("{PAGE}\n\n{}", texts.join("\n\n"))),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let translated = texts.iter().enumerate().map(|(at, text)| format!("{},{}\n", csv(text), csv(&said(at, text))));
    fs::write(
        folder.join("translations/lv.csv"),
        translated.fold("text,translation\n".to_owned(), |all, row| all + &row),
    )
    .unwrap();
}

/// A translation that is no less hostile.
fn said(at: usize, text: &str) -> String {
    format!("{text} {at}")
}

/// A publisher is joined with others by `+`.
pub(super) fn publisher(text: &str) -> String {
    text.replace('+', "＋")
}

fn records(texts: &[String], record: fn(usize, &str) -> String) -> String {
    texts.iter().enumerate().map(|(at, text)| record(at, text) + "\n").collect()
}

fn definition(at: usize, text: &str) -> String {
    format!("[[definition]]\nid = \"d-{at}\"\nfamily = \"family-{at}\"\ntitle = {}\n", toml(text))
}

fn source(at: usize, text: &str) -> String {
    let (own, url) = (toml(text), toml(&format!("https://example.org/{text}")));
    let url = if at.is_multiple_of(2) { url } else { own.clone() };
    format!(
        "[[source]]\nid = \"s-{at}\"\ntitle = {own}\npublisher = {}\npublished = 1949-04-04\nurl = {url}\nlicence = {own}\nnote = {own}\n",
        toml(&publisher(text))
    )
}

fn scenario(at: usize, text: &str) -> String {
    let (own, note) = (toml(text), toml(&format!("{text} \0")));
    format!(
        "[[scenario]]\nid = \"path-{at}\"\ntitle = {own}\nnote = {note}\nbase = \"latest\"\ncountry = \"LVA\"\nnominal_growth = {{ 1951 = \"2%\" }}\n"
    )
}

fn commitment(at: usize, text: &str) -> String {
    let (own, year) = (toml(text), FIRST + at);
    format!(
        "[[commitment]]\nid = \"c-{at}\"\ntitle = {own}\npledge = \"about 2% of GDP\"\nin = {year}\ndefinition = \"d-{at}\"\n\
         announced = 1949-06-01\nstrength = \"statement\"\nsource = \"s-{at}\"\nnote = {own}\ntolerance = \"0.1 pp\"\ntolerance_reason = {own}\n"
    )
}

/// GDP of each year and what was spent in it, by a publisher of that year.
fn series(texts: &[String]) -> String {
    let mut rows =
        "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n".to_owned();
    for (at, text) in texts.iter().enumerate() {
        let (year, by, note) = (FIRST + at, csv(&publisher(text)), csv(text));
        let end = format!("outturn,{by},{year}-12-31,s-{at},{note}\n");
        rows += &format!("LVA,gdp,,{year},{}000,EUR million,1,{end}", 100 + at);
        for definition in ["d-0".to_owned(), format!("d-{at}")].iter().take(1 + usize::from(at > 0)) {
            rows += &format!("LVA,spending,{definition},{year},2000,EUR million,1,{end}");
        }
    }
    rows
}

/// A text in TOML, each letter by its number.
pub(super) fn toml(text: &str) -> String {
    let letters: String = text.chars().map(|letter| format!("\\U{:08x}", u32::from(letter))).collect();
    format!("\"{letters}\"")
}

/// A text as a cell of CSV.
pub(super) fn csv(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

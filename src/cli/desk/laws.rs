#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::serve;

/// Pages that somebody has filled in.
const FILLED: &[&str] = &[
    "/country?growth=2026%3D1.5%25",
    "/country?gdp-level=2026%3D45000&years=2026",
    "/country?scenario=boom&years=2026",
    "/country?as-of=2025-12-01&all=on&years=2025-2026",
    "/commitment?commitment=lva-defence-2026",
    "/commitment?commitment=lva-defence-2026&growth=2026%3D1.5%25",
    "/commitment?commitment=lva-defence-2026&pledge=about+4%25+of+GDP",
    "/commitment?commitment=nato-hague-core&country=EST",
    "/commitment?commitment=deu-defence-2029",
    "/gdp?growth=2026%3D1%25",
    "/gdp?scenario=boom",
    "/compare?country=EST&country=LVA&year=2025&since=2014",
    "/path?id=nato-hague-core&shape=linear&total=on&versus=constant-share",
    "/path?pledge=5%25+of+GDP+by+2035&definition=nato",
    "/why?year=2025&from=2024",
    "/why?country=EST&year=2025&from=2024",
    "/sensitivity?id=lva-defence-2026",
    "/explain?id=lva-defence-2026",
    "/explain/claim?claim=1+billion+EUR+%3D+2%25+of+GDP&years=2026",
    "/?country=NLD",
    "/country?country=NLD",
];

/// The addresses inside the pages that a page leads to.
fn links(html: &str) -> BTreeSet<String> {
    let attributes = html.split(" href=\"").skip(1).chain(html.split(" src=\"").skip(1));
    let addresses = attributes.filter_map(|rest| rest.split('"').next());
    let inside = addresses.filter(|address| address.starts_with('/') && !address.contains(".png"));
    // the one mark that addresses of ours have written otherwise
    inside.map(|address| address.replace("&amp;", "&").replace("&#38;", "&")).collect()
}

/// Every address that pages lead to, and what is wrong with each that has no answer.
fn dead(clerk: &Clerk, addresses: &[&str]) -> Vec<String> {
    let reading = clerk.read().unwrap();
    let mut wrong = Vec::new();
    let mut found = BTreeSet::new();
    for address in addresses {
        let (status, html) = serve::page(clerk, &reading, address).unwrap();
        if status != 200 {
            wrong.push(format!("{address}: {status}: {html}"));
        }
        found.extend(links(&html));
    }
    for address in found.iter().filter(|own| !addresses.contains(&own.as_str())) {
        let (status, html) = serve::page(clerk, &reading, address).unwrap();
        if status != 200 {
            let message = html.split("<pre class=\"message\"").nth(1).unwrap_or_default();
            wrong.push(format!("{address}: {status}: {}", message.split("</pre>").next().unwrap_or_default()));
        }
    }
    wrong
}

/// Pages that need no field.
fn plain() -> impl Iterator<Item = &'static str> {
    serve::addresses().filter(|path| !path.starts_with("/explain"))
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} lead nowhere:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn every_link_of_the_compiled_in_book_has_an_answer() {
    let addresses: Vec<&str> = plain().chain(FILLED.iter().copied()).collect();
    assert_none(&dead(&Clerk::of(None), &addresses));
}

#[test]
fn every_link_of_a_small_book_has_an_answer() {
    for book in ["north", "pact", "judged"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books").join(book);
        assert_none(&dead(&Clerk::of(Some(folder)), &plain().collect::<Vec<_>>()));
    }
}

#[test]
fn what_no_command_knows_is_refused_in_the_words_of_the_command_line() {
    let clerk = Clerk::of(None);
    let reading = clerk.read().unwrap();
    for (address, words) in [
        ("/country?growht=2026%3D1%25", "unexpected argument"),
        ("/country?growth=2026", "growth"),
        ("/country?country=XXX", "unknown country `XXX`"),
        ("/commitment?commitment=lva-defense-2026", "did you mean `lva-defence-2026`?"),
        ("/check?as-of=yesterday", "yesterday"),
    ] {
        let (status, html) = serve::page(&clerk, &reading, address).unwrap();
        assert_eq!(status, 400, "{address}");
        assert!(html.contains(words), "{address}: {html}");
        assert!(html.contains("<title>That cannot be answered"), "{address}");
    }
}

/// Fields that would write or read a file if they were options, and words that would be some.
const REACHING: [&str; 22] = [
    "/verdicts.csv?output%3Dtaken.csv=y",
    "/verdicts.csv?output%3Dtaken.csv%20=y",
    "/verdicts.csv?-output=taken.csv",
    "/verdicts.csv?o=taken.csv",
    "/verdicts.csv?output=taken.csv",
    "/verdicts.csv?years=2026&output%3Dtaken.csv=on",
    "/verdicts.csv?gdp%3DCargo.toml=y",
    "/verdicts.csv?book%3Dtests=y",
    "/verdicts.csv?book=tests/books/small",
    "/verdicts/-otaken.csv.csv",
    "/verdicts/--output=taken.csv",
    "/country?output%3Dtaken.csv=y",
    "/gdp?%0Aoutput=taken.csv",
    "/check?output%3Dtaken.csv=y",
    "/explain.json?id=-otaken.csv&output%3Dtaken.csv=y",
    "/diff.csv?other-book=tests/books/small",
    "/verify.csv?file=Cargo.toml",
    "/chart/all.svg",
    "/chart/list.svg",
    "/chart/fan.svg?gdp=Cargo.toml",
    "/chart.svg?name=all",
    "/chart/amounts.svg?name=all",
];

#[test]
fn no_address_reaches_a_file() {
    let clerk = Clerk::of(None);
    let reading = clerk.read().unwrap();
    let before = std::fs::read_dir(".").unwrap().count();
    for address in REACHING {
        let (status, html) = serve::page(&clerk, &reading, address).unwrap();
        assert!([400, 404].contains(&status), "{address}: {status}: {html}");
        assert!(html.contains("error"), "{address}: it does not say why: {html}");
    }
    assert_eq!(std::fs::read_dir(".").unwrap().count(), before, "something was written");
}

#[test]
fn an_argument_that_is_a_path_is_known_as_one() {
    let is_path = |arg: &Arg| {
        let kind = arg.get_value_parser().type_id();
        kind == std::any::TypeId::of::<PathBuf>() || kind == std::any::TypeId::of::<OsString>()
    };
    let mut all = vec![root()];
    while let Some(command) = all.pop() {
        for arg in command.get_arguments().filter(|arg| is_path(arg)) {
            assert!(names_a_file(arg), "`{}` of `{}`", arg.get_id(), command.get_name());
        }
        all.extend(command.get_subcommands().cloned());
    }
}

#[test]
fn a_command_that_no_page_asks_is_unknown_in_words() {
    let clerk = Clerk::of(None);
    let reading = clerk.read().unwrap();
    for words in [&["report"][..], &["chart", "all"], &["chart"], &["verdicts", "--output=x"], &[]] {
        let asked = Asked { words: words.iter().map(|word| (*word).to_owned()).collect(), fields: Vec::new() };
        let refusal = clerk.answer(&reading, &asked).unwrap_err();
        assert!(refusal.message.contains("unknown command"), "{words:?}: {}", refusal.message);
    }
}

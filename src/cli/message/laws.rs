//! What holds of every message, whatever it is about.

use proptest::prelude::*;

use super::*;
use crate::error::{Kind, SourceText};
use crate::quantity::text::is_hidden;

const PLAIN: Look = Look { color: false, width: None, all: None };

fn shown(errors: &Errors) -> String {
    let mut out = Vec::new();
    write_errors(errors, PLAIN, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn not_a_number(place: Option<Place>) -> Error {
    let error = Error::new(Kind::NotANumber { text: "1,5%".to_owned() }).help("write a decimal point: `1.5%`");
    match place {
        Some(place) => error.at(place),
        None => error,
    }
}

fn place_in(before: &str, what: &str, behind: &str) -> Place {
    let text = format!("{before}{what}{behind}");
    SourceText::new("data/commitments/latvia.toml", text).place(before.len()..before.len() + what.len())
}

#[test]
fn a_finding_says_what_where_and_what_to_do() {
    let place = place_in(&("\n".repeat(11) + "pledge     = \"about "), "1,5%", " of GDP\"\nin = 2026\n");
    assert_eq!(
        shown(&not_a_number(Some(place)).into()),
        "error: `1,5%` is not a number\n --> data/commitments/latvia.toml:12:21\n   |\n\
         12 | pledge     = \"about 1,5% of GDP\"\n   |                     ^^^^\n   = help: write a decimal point: `1.5%`\n"
    );
}

#[test]
fn a_whole_file_has_no_excerpt_and_a_finding_without_a_place_no_arrow() {
    let file = "error: `1,5%` is not a number\n --> a.csv\n  = help: write a decimal point: `1.5%`\n";
    assert_eq!(shown(&not_a_number(Some(Place::file("a.csv"))).into()), file);
    assert_eq!(shown(&not_a_number(None).into()), file.replace(" --> a.csv\n", ""));
}

#[test]
fn the_underline_stands_below_wide_letters_tabs_and_line_ends() {
    let wide = shown(&not_a_number(Some(place_in("\tāč漢字 ", "1,5%", ""))).into());
    assert!(wide.contains(":1:7\n  |\n1 |     āč漢字 1,5%\n  |            ^^^^\n"), "{wide}");
    let end = shown(&not_a_number(Some(place_in("abc", "", "\r\nx"))).into());
    assert!(end.contains(":1:4\n  |\n1 | abc\n  |    ^\n"), "{end}");
    let empty = shown(&not_a_number(Some(place_in("", "", ""))).into());
    assert!(empty.contains(":1:1\n  |\n1 |\n  | ^\n"), "{empty}");
}

#[test]
fn a_long_line_is_cut_around_what_is_meant() {
    let long = shown(&not_a_number(Some(place_in(&"x ".repeat(3000), "1,5%", &" y".repeat(3000)))).into());
    assert!(long.contains(":1:6001\n") && long.contains(" 1,5% "), "{long}");
    assert!(long.lines().all(|line| line.chars().count() <= 145), "{long}");
}

#[test]
fn what_is_meant_is_cut_in_its_middle_whatever_its_letters() {
    for (letter, wide) in [("a", 1), ("漢", 2), ("\u{1b}", 1)] {
        let place = place_in(&"ā ".repeat(400), &letter.repeat(500), &" 漢".repeat(400));
        let look = Look { width: Some(40), ..PLAIN };
        let text = finding(&not_a_number(Some(place)).help("x".repeat(5000)), look);
        let [line, below] = [3, 4].map(|at| text.lines().nth(at).unwrap());
        let meant: String = line.chars().skip(below.find('^').unwrap()).take(27).collect();
        assert!(meant.contains('…') && meant == shortened(&visible(&letter.repeat(500)), 26), "{text}");
        assert_eq!(below.matches('^').count(), 26 * wide + 1, "{text}");
        assert!(text.chars().count() < 3000, "{text}");
    }
}

#[test]
fn what_a_terminal_obeys_is_shown() {
    let error = Error::new(Kind::UnknownWord { text: "\u{1b}[1m".to_owned() });
    let text = shown(&error.at(place_in("a\u{202e} ", "\u{1b}[1m", "\u{7}")).into());
    let excerpt = "  |\n1 | a\\u{202e} \\u{1b}[1m\\u{7}\n  |           ^^^^^^^^^\n";
    assert!(text.starts_with("error: unknown word `\\u{1b}[1m`") && text.contains(excerpt), "{text}");
}

proptest! {
    #[test]
    fn no_letter_hides_and_what_is_meant_is_underlined(parts in ["[aā \u{1b}\u{9b}\u{202e}\u{200b}]{0,6}", "[aā \u{1b}\u{9b}\u{202e}\u{200b}]{1,6}", "[aā\u{1b}]{0,6}"]) {
        let [before, meant, behind] = &parts;
        let text = shown(&not_a_number(Some(place_in(before, meant, behind))).into());
        prop_assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{}", text);
        let lines: Vec<&str> = text.lines().collect();
        let (from, count) = (lines[4].find('^').unwrap(), lines[4].matches('^').count());
        let above: String = lines[3].chars().chain([' '; 8]).skip(from).take(count).collect();
        prop_assert_eq!(above, visible(meant), "{}", text);
    }
}

#[test]
fn findings_are_counted_and_at_most_fifty_shown() {
    let mut errors = Errors::default();
    for _ in 0..52 {
        errors.push(not_a_number(None));
    }
    errors.push(Error::new(Kind::WideSlack { slack: "0.5 pp".to_owned(), pledge: "5%".to_owned() }));
    let text = shown(&errors);
    assert_eq!(text.matches("is not a number").count(), 50);
    assert!(text.ends_with("\n\nand 3 more\n\nerror: 52 errors, 1 warning\n"), "{text}");
    let shown = |all| {
        let mut out = Vec::new();
        write_errors(&errors, Look { all, ..PLAIN }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert!(shown(Some(false)).contains("\n\nand 3 more; `--all` shows them\n\n"), "{}", shown(Some(false)));
    assert_eq!(shown(Some(true)).matches("is not a number").count(), 52);
    assert!(shown(Some(true)).contains("the slack of 0.5 pp"), "{}", shown(Some(true)));
}

//! What is said of a figure beside a pledge holds of the digits that are printed, however near the two are.

use std::cmp::Ordering;

use pledgebook::book::{Book, Files, Reading};
use pledgebook::quantity::Decimal;
use pledgebook::question::{Query, explain};
use pledgebook::table::Step;
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;

const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";
const COMMITMENT: &str = "country = \"TUR\"\ncurrency = \"TRY\"\n[[commitment]]\nid = \"near\"\ntitle = \"Near\"\nin = 2025\n\
    definition = \"defence\"\nannounced = 2026-01-15\nstrength = \"law\"\nsource = \"paper\"\n";
const SOURCE: &str = "[[source]]\nid = \"paper\"\ntitle = \"Paper\"\npublisher = \"Office\"\npublished = 2026-01-15\n";
const DEFINITION: &str = "[[definition]]\nid = \"defence\"\nfamily = \"defence\"\ntitle = \"Defence\"\n";

/// A book of one pledge and one figure, both in millions with six digits.
fn book(pledge: &str, gdp: i64, spent: Decimal) -> Book {
    let row = |measure: &str, value: &str| {
        format!("{HEADER}TUR,{measure},2025,{value},TRY million,,outturn,Office,2026-01-15,paper,\n")
    };
    let files = [
        ("book.toml", "title = \"Near\"\ncountry = \"TUR\"\npublishers = []\n".to_owned()),
        ("commitments/turkey.toml", format!("{COMMITMENT}pledge = \"{pledge}\"\n")),
        ("definitions.toml", DEFINITION.to_owned()),
        ("scenarios.toml", String::new()),
        ("series/gdp.csv", row("gdp,", &gdp.to_string())),
        ("series/spending.csv", row("spending,defence", &spent.to_string())),
        ("sources.toml", SOURCE.to_owned()),
    ];
    Reading::new(&Files::from_memory("near/", files).unwrap()).into_book().unwrap()
}

/// Every step of a derivation, with all that it rests on.
fn steps(step: &Step) -> Vec<&Step> {
    std::iter::once(step).chain(step.steps.iter().flat_map(steps)).collect()
}

/// The number at the start of a text, without the blanks between its digits.
fn number(text: &str) -> Decimal {
    let digits = text.split(['%', 'm', ':', ',']).next().unwrap_or_default();
    digits.replace(' ', "").parse().unwrap()
}

fn sign(order: Ordering) -> (&'static str, &'static str) {
    match order {
        Ordering::Less => ("<", "below"),
        Ordering::Equal => ("=", "equal to"),
        Ordering::Greater => (">", "above"),
    }
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn what_is_printed_lies_where_it_is_said_to_lie(
        qualifier in select(&["at least ", "at most ", "about ", ""][..]),
        gdp in 1..99_999_999_i64,
        off in -3..=3_i64,
    ) {
        let spent = Decimal::new(gdp * 40_000 + off, 6);
        let book = book(&format!("{qualifier}4% of GDP"), gdp, spent);
        let derivation = explain(&Query::new(&book, book.today()), &book.commitments[0]).unwrap();
        let all = steps(&derivation);
        let (mark, side) = sign(off.cmp(&0));

        let step = all.iter().find(|step| step.name == "the figure and the pledge").unwrap();
        let (figure, pledged) = step.words.split_once(&format!(" {mark} ")).unwrap();
        prop_assert_eq!(sign(number(figure).cmp(&number(pledged))).0, mark, "{}", step.words);

        let reason = &all.iter().find(|step| step.name == "verdict").unwrap().words;
        let (_, sentence) = reason.split_once(": ").unwrap();
        let (money, rest) = sentence.split_once(" on ").unwrap();
        let (whole, share) = rest.split_once(" is ").unwrap();
        let hundredfold = |text: &str| number(text) * Decimal::ONE_HUNDRED;
        prop_assert_eq!(sign(hundredfold(money).cmp(&(number(whole) * Decimal::from(4)))).1, side, "{}", reason);
        prop_assert_eq!(sign(number(share).cmp(&Decimal::from(4))).1, side, "{}", reason);
        prop_assert!(share.contains(side), "{}", reason);
    }
}

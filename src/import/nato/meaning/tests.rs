//! What the words of a table mean, and do not.

use super::*;

fn meaning(title: &str, headings: &[&str]) -> Result<Meaning, String> {
    Words::of(title).below(&Block { headings: headings.to_vec(), lines: Vec::new() }).meaning()
}

#[test]
fn words_are_found_wherever_they_stand() {
    let national = Ok(Meaning::Money { gdp: false, national: true, note: None });
    let title = "Table 1 : Defence expenditure";
    assert_eq!(meaning(title, &["Million national currency units", "Current prices"]), national);
    let title = "Table 1: Core defence expenditure";
    assert_eq!(meaning(title, &["Current prices", "Million national currency units"]), national);
    assert_eq!(
        meaning("Table 1: Core defence expenditure (million national currency units, current prices)", &[]),
        national
    );
    let note = Some("current prices and exchange rates".to_owned());
    assert_eq!(
        meaning("Table 5 : GDP", &["Million US dollars", "Current prices and exchange rates"]),
        Ok(Meaning::Money { gdp: true, national: false, note })
    );
    let constant = meaning("Table 5 : GDP", &["Million US dollars", "Constant 2015 prices and exchange rates"]);
    assert_eq!(constant, Ok(Meaning::Constant { gdp: true }));
    let title = "Table 3 : Defence expenditure as a share of GDP and annual real change";
    let share = Ok(Meaning::Share { note: "share of GDP at 2015 prices".to_owned() });
    assert_eq!(meaning(title, &["Based on 2015 prices", "Share of real GDP (%)"]), share);
    assert_eq!(meaning(title, &["Based on 2015 prices"]), share);
    let title = "Table 8a : Distribution of defence expenditure by main category";
    assert_eq!(meaning(title, &["Percentage of total defence expenditure", "Equipment (a)"]), Ok(Meaning::Equipment));
}

#[test]
fn what_is_no_figure_of_a_book_is_named() {
    for (title, headings, what) in [
        (
            "Table 1 : Defence expenditure",
            ["Million national currency units", "Constant 2015 prices"],
            "amounts at constant prices",
        ),
        (
            "Table 3 : Defence expenditure as a share of GDP and annual real change",
            ["Based on 2015 prices", "Annual real change (%)"],
            "real changes",
        ),
        (
            "Table 6 : GDP per capita and defence expenditure per capita",
            ["2015 prices and exchange rates", "GDP per capita (thousand US dollars)"],
            "figures per capita",
        ),
        ("Table 7 : Military personnel", ["Thousands", ""], "figures of personnel"),
        (
            "Table 8a : Distribution of defence expenditure by main category",
            ["Percentage of total defence expenditure", "Personnel (b)"],
            "figures of personnel",
        ),
        (
            "Table 8b : Distribution of defence expenditure by main category",
            ["Percentage of total defence expenditure", "Other (d)"],
            "figures of other categories",
        ),
    ] {
        assert_eq!(meaning(title, &headings), Ok(Meaning::LeftOut(what)), "{title}");
    }
}

#[test]
fn what_is_not_said_is_not_guessed() {
    let title = "Table 1 : Defence expenditure";
    for (headings, reason) in [
        (&["Million national currency units"][..], "neither `current prices`"),
        (&["Current prices"], "in which unit"),
        (&["Current prices", "Billion US dollars"], "`Billion US dollars` does not say millions"),
    ] {
        assert!(meaning(title, headings).unwrap_err().contains(reason), "{headings:?}");
    }
    assert!(meaning("Table 9", &["Figures"]).is_err());
}

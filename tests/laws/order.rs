//! The order of files, rows and records decides nothing but the order of what is printed.

use pledgebook::question::{Query, ask};
use pledgebook::table::columns;
use proptest::prelude::*;

use super::answered::{answers, no_prose, rows};
use super::inputs;
use super::invented::{book_of, invented, rearranged};

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn no_order_of_files_rows_and_records_changes_a_number(
        (one, other) in invented().prop_flat_map(|book| (Just(book.clone()), rearranged(book))),
    ) {
        let [one, other] = [one, other].map(|own| own.book());
        prop_assert_eq!(one.today(), other.today());
        let [one, other] = [&one, &other].map(|book| answers(book, book.today()));
        for ((name, one), other) in one.iter().zip(other.values()) {
            let [one, other] = [one, other].map(|own| own.as_ref().map(|table| rows(table, no_prose)));
            prop_assert_eq!(one, other, "{}", name);
        }
    }
}

#[test]
fn of_two_figures_of_one_edition_the_firmer_is_verified_whichever_stands_first() {
    let mut figures = [
        ("gdp", "", "outturn", 1_000),
        ("spending-share", "nato", "outturn", 2),
        ("spending", "nato", "outturn", 20),
        ("spending", "nato", "estimate", 30),
    ];
    for _ in 0..2 {
        figures.reverse();
        let book = book_of(&["2% of GDP"], &figures);
        let table = ask("verify", &Query::new(&book, book.today())).unwrap();
        assert_eq!(table.select([&columns::COMPUTED]).unwrap()[0][0].printed(2).unwrap().as_deref(), Some("2"));
    }
}

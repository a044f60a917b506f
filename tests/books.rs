//! The books that the tests read are sound, and say themselves what their definitions are for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use pledgebook::book::{Book, Role};
use pledgebook::error::Severity;
use pledgebook::verdict::doubts;

fn books() -> Vec<(String, Book)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books");
    let mut folders: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let named = |path: PathBuf| (path.file_name().unwrap().to_str().unwrap().to_owned(), Book::read(&path).unwrap());
    let shipped = ("data".to_owned(), Book::embedded().unwrap());
    folders.into_iter().map(named).chain([shipped]).collect()
}

fn book(name: &str) -> Book {
    books().into_iter().find(|(known, _)| known == name).unwrap().1
}

#[test]
fn every_book_is_sound() {
    for (name, book) in books() {
        let found = doubts(&book, book.latest_date().unwrap());
        assert_eq!(found.count(Severity::Error), 0, "{name}: {found}");
    }
}

#[test]
fn every_definition_is_in_one_family_which_has_each_role_once_at_most() {
    for (name, book) in books() {
        let families = book.families();
        let members: usize = families.iter().map(|family| book.family(family).count()).sum();
        assert_eq!(members, book.definitions.len(), "{name}");
        for (family, role) in families.iter().flat_map(|family| Role::ALL.iter().map(move |role| (family, *role))) {
            let holders: Vec<&str> =
                book.family(family).filter(|own| own.role == Some(role)).map(|own| own.id.as_str()).collect();
            assert!(holders.len() <= 1, "{name}: {family}: {role}: {holders:?}");
            assert_eq!(book.with_role(family, role).map(|own| own.id.as_str()), holders.first().copied());
        }
    }
}

#[test]
fn a_country_pledges_under_the_budget_else_the_compared_else_another_definition() {
    for (name, family, country, day, expected) in [
        ("north", "defence", "EST", "2026-07-10", Some("state-budget")),
        ("north", "defence", "NOR", "2026-07-10", Some("core")),
        ("north", "frontier", "NOR", "2026-07-10", Some("frontier")),
        ("north", "defence", "NOR", "2014-01-01", None),
        ("north", "defence", "FIN", "2026-07-10", None),
        ("aid", "aid", "IRL", "2026-05-04", Some("aid-budget")),
        ("aid", "aid", "IRL", "2021-12-31", Some("oda")),
        ("aid", "multilateral", "IRL", "2026-05-04", None),
    ] {
        let book = book(name);
        let found = book.pledged_under(family, country.parse().unwrap(), day.parse().unwrap());
        assert_eq!(found.map(|own| own.id.as_str()), expected, "{name}: {family} of {country} on {day}");
    }
}

#[test]
fn a_share_is_of_the_spending_that_its_definition_names() {
    let book = book("north");
    let base = |id: &str| book.share_base(book.definition(id).unwrap()).map(|base| base.id.as_str());
    assert_eq!((base("gear"), base("core")), (Some("core"), None));
}

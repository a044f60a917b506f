#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use super::super::desk::{Answered, Asked, Refusal};
use super::*;
use crate::book::Files;
use std::collections::VecDeque;
use std::path::Path;

/// A folder as it is at a moment: something that looks like it from outside, and its first file.
type State = (&'static str, &'static str);

const ONE: State = ("data", "title = \"One\"\ncountry = \"AAA\"\npublishers = []\n");
const TWO: State = ("tests/books/small", "title = \"Two\"\ncountry = \"AAA\"\npublishers = []\n");
const HALF: State = ("tests/books/allies", "title = \"Tw");
const GONE: State = ("no such folder", "");

/// A desk whose folder changes each time that it is read, to what comes next.
struct Folder(Mutex<VecDeque<State>>);

impl Folder {
    fn now(&self) -> State {
        self.0.lock().unwrap()[0]
    }

    fn becomes(&self, state: State) {
        *self.0.lock().unwrap() = [state].into();
    }

    fn becomes_while_it_is_read(&self, states: &[State]) {
        *self.0.lock().unwrap() = states.iter().copied().collect();
    }
}

impl Desk for Folder {
    fn stamp(&self) -> Stamp {
        Stamp::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(self.now().0))
    }

    fn read(&self) -> Result<Reading, Errors> {
        let (_, text) = self.now();
        let mut states = self.0.lock().unwrap();
        if states.len() > 1 {
            states.pop_front();
        }
        let empty = ["definitions.toml", "sources.toml", "scenarios.toml"].map(|name| (name, ""));
        Ok(Reading::new(&Files::from_memory(
            "mine/",
            empty.into_iter().chain([("book.toml", text)]).filter(|_| !text.is_empty()),
        )?))
    }

    fn offers(&self, _: &[&str]) -> Vec<&str> {
        Vec::new()
    }

    fn answer(&self, _: &Reading, _: &Asked) -> Result<Answered, Refusal> {
        Ok(Answered::default())
    }

    fn write(&self, _: &Reading, _: &Asked, _: &str) -> Result<Vec<u8>, Refusal> {
        Ok(Vec::new())
    }

    fn message(&self, errors: &Errors) -> String {
        errors.iter().map(|error| error.kind().to_string()).collect()
    }
}

/// A shelf with the book of a folder.
fn opened(state: State) -> (Folder, Shelf) {
    let folder = Folder(Mutex::new([state].into()));
    let shelf = Shelf::open(&folder).unwrap();
    (folder, shelf)
}

/// What is held: the title of the book, whether something is wrong, and the edition.
fn held(shelf: &Shelf) -> (String, bool, u64) {
    let held = shelf.held();
    (held.reading.book().unwrap().title.clone(), !held.wrong.is_empty(), held.edition)
}

fn looked(shelf: &Shelf, folder: &Folder, times: usize) -> (String, bool, u64) {
    (0..times).for_each(|_| shelf.look(folder));
    held(shelf)
}

#[test]
fn what_is_not_sound_is_not_opened() {
    for state in [HALF, GONE] {
        assert!(Shelf::open(&Folder(Mutex::new([state].into()))).is_err());
    }
}

#[test]
fn a_book_that_stays_is_the_same_edition() {
    let (folder, shelf) = opened(ONE);
    assert_eq!(looked(&shelf, &folder, 5), ("One".into(), false, 0));
}

#[test]
fn a_change_is_read_once_it_is_over() {
    let (folder, shelf) = opened(ONE);
    folder.becomes(TWO);
    assert_eq!(looked(&shelf, &folder, 1), ("One".into(), false, 0), "who writes may not be done");
    assert_eq!(looked(&shelf, &folder, 1), ("Two".into(), false, 1));
    assert_eq!(looked(&shelf, &folder, 5), ("Two".into(), false, 1));
}

#[test]
fn a_file_that_goes_on_changing_waits() {
    let (folder, shelf) = opened(ONE);
    for state in [TWO, HALF, TWO, HALF] {
        folder.becomes(state);
        assert_eq!(looked(&shelf, &folder, 1), ("One".into(), false, 0));
    }
}

#[test]
fn what_changes_while_it_is_read_is_read_again() {
    let (folder, shelf) = opened(ONE);
    folder.becomes_while_it_is_read(&[HALF, TWO]);
    assert_eq!(looked(&shelf, &folder, 2), ("One".into(), false, 0), "half a file was read");
    assert_eq!(looked(&shelf, &folder, 2), ("Two".into(), false, 1));
}

#[test]
fn what_is_not_sound_leaves_the_last_book_until_it_is_mended() {
    let (folder, shelf) = opened(TWO);
    for (edition, wrong) in [HALF, GONE].into_iter().enumerate() {
        folder.becomes(wrong);
        assert_eq!(looked(&shelf, &folder, 2), ("Two".into(), true, edition as u64 + 1));
    }
    folder.becomes(TWO);
    assert_eq!(looked(&shelf, &folder, 2), ("Two".into(), false, 3));
}

#[test]
fn the_same_text_written_again_is_the_same_edition() {
    let (folder, shelf) = opened(ONE);
    folder.becomes((TWO.0, ONE.1));
    assert_eq!(looked(&shelf, &folder, 3), ("One".into(), false, 0));
}

//! The last sound book, read again when one of its files has changed, and what is wrong with the files now.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::book::{Reading, Stamp};
use crate::error::{Errors, Severity};
use crate::verdict::doubts;

use super::desk::Desk;

/// A sound book, and what is wrong with the files that are there now.
#[derive(Debug, Clone)]
pub(super) struct Held {
    /// The last sound book, with its warnings.
    pub(super) reading: Arc<Reading>,
    /// What is wrong with what was read later, as people read it; empty where that is sound.
    pub(super) wrong: Arc<str>,
    /// How many times something else was read.
    pub(super) edition: u64,
    /// The page beside the files of the book.
    pub(super) page: Option<Arc<str>>,
    /// How many warnings there are about the reading, once somebody asked.
    doubted: Arc<OnceLock<usize>>,
}

impl Held {
    pub(super) fn new(reading: Reading, page: Option<String>) -> Self {
        let (reading, page) = (Arc::new(reading), page.map(Into::into));
        Self { reading, wrong: "".into(), edition: 0, page, doubted: Arc::default() }
    }

    /// How many warnings there are about the book as it is known today.
    pub(super) fn warnings(&self) -> usize {
        *self.doubted.get_or_init(|| {
            let mut findings = self.reading.findings().clone();
            if let Some(book) = self.reading.book().filter(|book| book.latest_date().is_some()) {
                findings.extend(doubts(book, book.today()));
            }
            findings.count(Severity::Warning)
        })
    }
}

/// What is held, and what the files looked like when it was read.
#[derive(Debug)]
pub(super) struct Shelf {
    held: Mutex<Held>,
    /// Whoever looks at the files has these until the end, one at a time; who asks what is held does not wait for them.
    read: Mutex<Stamps>,
}

/// What the files looked like.
#[derive(Debug)]
struct Stamps {
    /// When they were read.
    read: Stamp,
    /// When they were last looked at.
    seen: Stamp,
}

impl Shelf {
    /// Reads the book for the first time.
    ///
    /// # Errors
    /// It is not sound.
    pub(super) fn open(desk: &dyn Desk) -> Result<Self, Errors> {
        let stamp = desk.stamp();
        let held = Held::new(desk.read().and_then(sound)?, desk.page());
        Ok(Self { held: Mutex::new(held), read: Mutex::new(Stamps { read: stamp.clone(), seen: stamp }) })
    }

    /// What is held now.
    pub(super) fn held(&self) -> Held {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the book again if its files look otherwise, and the same twice in a row: who writes them is done then. What is not sound
    /// leaves the book that is held.
    pub(super) fn look(&self, desk: &dyn Desk) {
        let mut stamps = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let now = desk.stamp();
        let is_still = now == stamps.seen;
        stamps.seen = now;
        if !is_still || stamps.seen == stamps.read {
            return;
        }
        let read = desk.read();
        if desk.stamp() != stamps.seen {
            return;
        }
        stamps.read = stamps.seen.clone();
        self.take(read, desk);
    }

    /// Holds what was read; the same as before is no change, nor is what is not sound a book.
    fn take(&self, read: Result<Reading, Errors>, desk: &dyn Desk) {
        let before = self.held();
        let mut now = match read.and_then(sound) {
            Ok(reading) => Held { edition: before.edition, ..Held::new(reading, desk.page()) },
            Err(errors) => Held { wrong: desk.message(&errors).into(), ..before.clone() },
        };
        let is_same = fingerprint(&before.reading) == fingerprint(&now.reading)
            && (&before.wrong, &before.page) == (&now.wrong, &now.page);
        now.edition += u64::from(!is_same);
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

/// A reading of a sound book.
fn sound(reading: Reading) -> Result<Reading, Errors> {
    if reading.book().is_some() { Ok(reading) } else { Err(reading.findings().clone().without_warnings()) }
}

fn fingerprint(reading: &Reading) -> Option<String> {
    Some(reading.book()?.fingerprint.to_string())
}

#[cfg(test)]
mod tests;

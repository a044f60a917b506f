//! What an edition adds to a book: rows that it lacks, and the document that they name.

use std::collections::BTreeSet;

use crate::book::{Book, Observation, Source};
use crate::error::{Error, Errors, Kind, Result};
use crate::import::Edition;
use crate::quantity::Country;
use crate::question::{Change, Changed, changed};

/// An edition set against a book.
pub(super) struct Addition<'b> {
    /// The book without it.
    pub(super) earlier: &'b Book,
    /// The document that its rows name: that of the book of the same publisher and day, where it has one.
    pub(super) document: Source,
    /// Whether the book has no such document yet.
    pub(super) lacks_document: bool,
    /// How many of its figures the book has already.
    pub(super) known: usize,
    /// The rows that the book lacks, in the edition's order.
    added: Vec<Observation>,
    /// The rows of the book that the same edition has otherwise, and what it has.
    refused: Vec<(&'b Observation, Observation)>,
}

impl<'b> Addition<'b> {
    /// Sets an edition against a book; a document that somebody `named` is not looked for by publisher and day.
    pub(super) fn new(earlier: &'b Book, edition: &'b Edition, named: bool) -> Result<Self> {
        let own = &edition.document;
        let is_same = |other: &&Source| match named {
            true => other.id == own.id,
            false => other.publisher == own.publisher && other.published == own.published && !other.secondary,
        };
        let known = earlier.sources.iter().find(is_same);
        let document = known.unwrap_or(own).clone();
        let of = |row: &Observation| Observation { source: document.id.clone(), ..row.clone() };
        let (then, now): (Vec<_>, Vec<_>) = (earlier.observations.iter().collect(), edition.rows.iter().collect());
        let (refused, new): (Vec<Changed<'_>>, Vec<Changed<'_>>) =
            changed(&then, &now)?.into_iter().partition(|one| one.change == Change::Refused);
        let refused: Vec<_> = refused.iter().filter_map(|one| Some((one.then?, of(one.now?)))).collect();
        let new: BTreeSet<*const Observation> =
            new.iter().filter_map(Changed::brought).map(std::ptr::from_ref).collect();
        let known_rows = edition.rows.len() - new.len() - refused.len();
        let added = edition.rows.iter().filter(|row| new.contains(&std::ptr::from_ref(*row))).map(of).collect();
        Ok(Self { earlier, lacks_document: known.is_none(), document, known: known_rows, added, refused })
    }

    /// The rows that the book lacks, in the edition's order.
    pub(super) fn rows(&self) -> &[Observation] {
        &self.added
    }

    /// Whether it has nothing that the book has not.
    pub(super) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.refused.is_empty()
    }

    /// That it adds nothing.
    pub(super) fn nothing(&self) -> String {
        format!("nothing to add: the book has {} already", figures(self.known))
    }

    /// The countries of what it adds or has otherwise; where it has nothing, that of the book.
    pub(super) fn countries(&self) -> Vec<Country> {
        let rows = self.added.iter().chain(self.refused.iter().map(|(_, now)| now));
        let countries: BTreeSet<Country> = rows.map(|row| row.country).collect();
        if countries.is_empty() { vec![self.earlier.country] } else { countries.into_iter().collect() }
    }

    /// The book with it: also with what it has otherwise, in the place of what the book has.
    pub(super) fn later(&self) -> Book {
        let mut book = self.earlier.clone();
        let is_refused =
            |at: usize| self.refused.iter().any(|(row, _)| std::ptr::eq(*row, &self.earlier.observations[at]));
        let kept = (0..book.observations.len()).filter(|at| !is_refused(*at));
        let kept: Vec<_> = kept.map(|at| self.earlier.observations[at].clone()).collect();
        let new = self.added.iter().chain(self.refused.iter().map(|(_, now)| now)).cloned();
        book.observations = kept.into_iter().chain(new).collect::<Vec<_>>().into();
        book.sources.extend(self.lacks_document.then(|| self.document.clone()));
        book
    }

    /// What the book has otherwise from the same edition, each an error at its row there.
    pub(super) fn refusals(&self) -> Errors {
        let mut errors = Errors::default();
        for (then, now) in &self.refused {
            let kind = Kind::FigureOtherwise { figure: now.in_words(), said: words(then), says: words(now) };
            errors.push(Error::new(kind).help("see which is right, and mend the row by hand").at(then.origin.place()));
        }
        errors
    }
}

/// What a row says, as far as it makes the figure: `3.28 %, estimate, to 0.01`.
fn words(row: &Observation) -> String {
    let precision = row.precision.map(|precision| format!(", to {precision}")).unwrap_or_default();
    format!("`{} {}, {}{precision}`", row.value, row.unit, row.kind)
}

/// `1 figure`, `2 figures`
pub(super) fn figures(count: usize) -> String {
    format!("{count} figure{}", if count == 1 { "" } else { "s" })
}

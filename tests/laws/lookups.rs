//! Lookups: an index finds what a walk through the whole book finds, in the book's order, whatever was changed before.

use std::ptr;

use pledgebook::book::{Book, Commitment, Measure, Observation, Reference};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{SHIPPED, inputs};

/// Whether two ways of looking find the same records in the same order.
fn same<'b, R: 'b>(found: impl IntoIterator<Item = &'b R>, walked: impl IntoIterator<Item = &'b R>) -> bool {
    found.into_iter().map(ptr::from_ref).eq(walked.into_iter().map(ptr::from_ref))
}

fn names(reference: Option<&Reference>, id: &str) -> bool {
    reference.is_some_and(|named| named.id == id)
}

/// Whether every lookup by what any record says, or by a name of none, finds what a walk finds.
fn finds_all(book: &Book) -> bool {
    let ids = || book.commitments.iter().map(|own| own.id.as_str()).chain(["", "zzz"]);
    let definitions = || book.definitions.iter().map(|own| own.id.as_str()).chain(["", "zzz"]);
    let day = book.today();
    let commitments =
        ids().all(|id| same(book.commitments_named(id), book.commitments.iter().filter(|own| own.id == id)));
    let replaced = book.commitments.iter().all(|old| {
        let is_later = |own: &&Commitment| own.country == old.country && own.is_known_on(day);
        let replaces = |own: &&Commitment| names(own.supersedes.as_ref(), &old.id) && is_later(own);
        let own = |own: &&Commitment| own.key() == old.key();
        same(book.superseded_by(old, day), book.commitments.iter().find(replaces))
            && same(book.commitment(&old.id, old.country), book.commitments.iter().find(own))
    });
    let definitions = definitions().all(|id| {
        let under = |own: &&Commitment| own.country == book.country && names(own.definition.as_ref(), id);
        same(book.definition(id), book.definitions.iter().find(|own| own.id == id))
            && same(book.parts(id), book.definitions.iter().filter(|own| names(own.whole.as_ref(), id)))
            && same(book.commitments_under(book.country, id), book.commitments.iter().filter(under))
    });
    let figures = book.observations.iter().all(|row| {
        let series = |own: &&Observation| {
            (own.country, own.measure, &own.definition) == (row.country, row.measure, &row.definition)
        };
        let definition = row.definition.as_deref();
        let walked = || book.observations.iter().filter(series);
        let mut by_year: Vec<_> = walked().collect();
        by_year.sort_by_key(|own| own.year);
        let published = by_year.iter().copied().filter(|own| own.publisher == row.publisher);
        same(book.figures_by(&row.publisher, row.country, row.measure, definition), published)
            && same(book.figures(row.country, row.measure, definition), by_year.iter().copied())
            && same(
                book.figures_in(row.country, row.measure, definition, row.year),
                walked().filter(|own| own.year == row.year),
            )
    });
    let mut scenarios = book.scenarios.iter().map(|own| own.id.as_str()).chain(["latest", "zzz"]);
    let scenarios = scenarios.all(|id| same(book.scenario(id), book.scenarios.iter().find(|own| own.id == id)));
    commitments
        && replaced
        && definitions
        && scenarios
        && figures
        && book.figures(book.country, Measure::Gdp, Some("zzz")).next().is_none()
}

proptest! {
    #![proptest_config(inputs(20))]

    #[test]
    fn an_index_finds_what_a_walk_finds(
        commitments in Just(SHIPPED.commitments.to_vec()).prop_shuffle(),
        observations in Just(SHIPPED.observations[..60].to_vec()).prop_shuffle(),
        removed in any::<Index>(),
        changed in any::<Index>(),
    ) {
        let (commitments, observations) = (commitments.into(), observations.into());
        let mut book = Book { commitments, observations, ..SHIPPED.clone() };
        prop_assert!(finds_all(&book));
        let known = book.commitments.len();
        let gone = book.commitments.remove(removed.index(known));
        book.commitments[changed.index(known - 1)].id = format!("{}-again", gone.id);
        book.observations.iter_mut().for_each(|row| row.year = row.year.next().unwrap_or(row.year));
        prop_assert!(book.commitment(&gone.id, gone.country).is_none());
        prop_assert!(finds_all(&book));
    }
}

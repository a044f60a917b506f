//! Answers: what is looked up is what a walk finds, and the order of a book decides nothing but the order of rows.

use pledgebook::book::{Book, Commitment, Records, Reference};
use pledgebook::evaluate::{Unknown, addends};
use pledgebook::question::{Query, ask};
use pledgebook::table::{Cell, columns};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{SHIPPED, inputs};

/// The shipped book with the commitments of its own country alone, and links between them as `links` says: parts of earlier ones, overlaps, and families.
fn linked(links: &[(Index, Index, u8)]) -> Book {
    let mut book = SHIPPED.clone();
    let country = book.country;
    book.commitments.retain(|own| own.country == country);
    let count = book.commitments.len();
    book.commitments.iter_mut().for_each(|own| (own.part_of, own.overlaps) = (None, Vec::new()));
    for (one, other, how) in links {
        let [one, other] = [one.index(count), other.index(count)];
        let named = Reference { id: book.commitments[other].id.clone(), origin: book.commitments[one].origin.clone() };
        match how {
            0 | 1 if other < one => book.commitments[one].part_of = Some(named),
            2 if other != one => book.commitments[one].overlaps.push(named),
            3 => book.commitments[one].definition = None,
            _ => {}
        }
    }
    book
}

/// Which of these are added up, found by comparing every one with every other one.
fn walked(book: &Book, ids: &[&str]) -> Result<Vec<usize>, Unknown> {
    let own = |id: &str| book.commitments.iter().find(|own| own.id == id).unwrap();
    let whole = |inner: &Commitment| inner.part_of.as_ref().map(|whole| own(&whole.id));
    let is_part =
        |id: &str| std::iter::successors(whole(own(id)), |outer| whole(outer)).any(|outer| ids.contains(&&*outer.id));
    let kept: Vec<usize> = (0..ids.len()).filter(|at| !is_part(ids[*at])).collect();
    for (number, at) in kept.iter().enumerate() {
        let one = own(ids[*at]);
        let overlap = |one: &Commitment, other: &Commitment| one.overlaps.iter().any(|named| named.id == other.id);
        for other in kept[number + 1..].iter().map(|at| own(ids[*at])) {
            if overlap(one, other) || overlap(other, one) {
                return Err(Unknown::Overlap([one.id.clone(), other.id.clone()]));
            }
        }
        let family = book.family_of(one);
        let same =
            kept.iter().map(|at| own(ids[*at])).filter(|other| family.is_some() && book.family_of(other) == family);
        let same: Vec<String> = same.map(|other| other.id.clone()).collect();
        if same.len() > 1 {
            return Err(Unknown::OneFamily(same));
        }
    }
    Ok(kept)
}

/// The rows of an answer about every country, superseded commitments included, as they are printed.
fn printed(query: &Query<'_>, question: &str) -> Vec<String> {
    let countries = Some(query.book.countries.iter().map(|(country, _)| *country).collect());
    let table = ask(question, &Query { countries, all: true, ..query.clone() }).unwrap();
    let cell = |cell: &Cell| cell.printed(2).unwrap().unwrap_or_default().into_owned();
    table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn what_is_added_up_is_what_a_walk_finds(
        links in prop::collection::vec(any::<(Index, Index, u8)>().prop_map(|(one, other, how)| (one, other, how % 4)), 0..40),
        asked in prop::collection::vec(any::<Index>(), 1..12),
    ) {
        let book = linked(&links);
        let mut ids: Vec<&str> = asked.iter().map(|at| at.get(&book.commitments).id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(addends(&book, book.country, &ids), walked(&book, &ids));
    }
}

proptest! {
    #![proptest_config(inputs(12))]

    #[test]
    fn the_order_of_commitments_changes_no_verdict(order in Just(()).prop_perturb(|(), random| random)) {
        let mut random = order;
        let mut shuffled: Vec<Commitment> = SHIPPED.commitments.to_vec();
        shuffled.sort_by_cached_key(|_| random.next_u32());
        let book = Book { commitments: Records::from(shuffled), ..SHIPPED.clone() };
        for question in ["verdicts", "amounts", "then-and-now", "commitments"] {
            let [mut one, mut other] = [&*SHIPPED, &book].map(|book| printed(&Query::new(book, book.today()), question));
            one.sort_unstable();
            other.sort_unstable();
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn a_commitment_that_is_asked_for_has_the_verdicts_that_it_has_among_all(asked in prop::collection::vec(any::<Index>(), 1..6)) {
        let commitments: Vec<String> = asked.iter().map(|at| at.get(&SHIPPED.commitments).id.clone()).collect();
        let query = Query::new(&SHIPPED, SHIPPED.today());
        let all = ask("verdicts", &Query { all: true, ..query.clone() }).unwrap();
        let at = all.column(&columns::COMMITMENT).unwrap();
        let mut of_asked = all.rows.clone();
        of_asked.retain(|row| commitments.iter().any(|id| id == row[at].words()));
        prop_assert_eq!(ask("verdicts", &Query { commitments, all: true, ..query }).unwrap().rows, of_asked);
    }
}

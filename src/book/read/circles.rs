//! References that lead back to their start.

use std::collections::BTreeMap;

use crate::book::{Commitment, Definition, Reference};
use crate::error::{Error, Kind};

use super::draft::Draft;

/// How a record points to others of its sort.
type Link<R> = fn(&R) -> Vec<&Reference>;

/// The links between commitments, by their keys.
const COMMITMENT_LINKS: [(&str, Link<Commitment>); 3] = [
    ("supersedes", |commitment| commitment.supersedes.iter().collect()),
    ("part_of", |commitment| commitment.part_of.iter().collect()),
    (BOTH_WAYS, |commitment| commitment.overlaps.iter().collect()),
];

/// The links between definitions, likewise.
const DEFINITION_LINKS: [(&str, Link<Definition>); 3] = [
    ("whole", |definition| definition.whole.iter().collect()),
    ("of", |definition| definition.of.iter().collect()),
    (BOTH_WAYS, |definition| definition.overlaps.iter().collect()),
];

/// The link that holds both ways, so that two records may name each other; only itself makes no sense.
const BOTH_WAYS: &str = "overlaps";

impl Draft {
    pub(super) fn check_circles(&self, found: &mut Vec<Error>) {
        for (name, link) in COMMITMENT_LINKS {
            circles(name, self.written().map(|own| (own.id.as_str(), link(own))), found);
        }
        for (name, link) in DEFINITION_LINKS {
            circles(name, self.definitions.iter().map(|own| (own.id.as_str(), link(own))), found);
        }
        circles("base", self.scenarios.iter().map(|own| (own.id.as_str(), vec![&own.base])), found);
    }
}

/// Reports each circle once, at its first record.
fn circles<'r>(key: &str, links: impl Iterator<Item = (&'r str, Vec<&'r Reference>)>, found: &mut Vec<Error>) {
    let links = links.flat_map(|(from, to)| to.into_iter().map(move |to| (from, to)));
    let links: Vec<_> = links.filter(|(from, to)| key != BOTH_WAYS || *from == to.id).collect();
    let mut by_id = BTreeMap::new();
    for (at, (from, _)) in links.iter().enumerate() {
        by_id.entry(*from).or_insert(at);
    }
    let next: Vec<Option<usize>> = links.iter().map(|(_, to)| by_id.get(to.id.as_str()).copied()).collect();
    for circle in closed(&next) {
        let first = circle[0];
        let path: Vec<&str> = circle.into_iter().chain([first]).map(|at| links[at].0).collect();
        let kind = Kind::Circle { link: key.to_owned(), path: path.join(" → ") };
        found.push(Error::new(kind).help("take one of the links out").at(links[first].1.origin.place()));
    }
}

/// The circles among numbers each of which leads to at most one other, each from its lowest on, in order.
///
/// A way ends where it meets one that was gone before, so that each number is passed once.
fn closed(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut gone = vec![false; next.len()];
    let mut circles: Vec<Vec<usize>> = Vec::new();
    for start in 0..next.len() {
        let (mut way, mut at) = (Vec::new(), Some(start));
        while let Some(here) = at.filter(|here| !gone[*here]) {
            gone[here] = true;
            way.push(here);
            at = next[here];
        }
        let entry = way.iter().position(|here| Some(*here) == at);
        circles.extend(entry.map(|entry| way.split_off(entry)));
    }
    for circle in &mut circles {
        let lowest = (0..circle.len()).min_by_key(|at| circle[*at]).unwrap_or_default();
        circle.rotate_left(lowest);
    }
    circles.sort();
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_starts_at_its_lowest_and_a_way_into_it_is_none() {
        let next = |leads: &[i32]| leads.iter().map(|to| usize::try_from(*to).ok()).collect::<Vec<_>>();
        assert_eq!(closed(&next(&[1, 2, -1])), Vec::<Vec<usize>>::new());
        assert_eq!(closed(&next(&[3, 2, 1, 4, 5, 3, 6])), [vec![1, 2], vec![3, 4, 5], vec![6]]);
    }
}

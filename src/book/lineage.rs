//! A scenario and those that it starts from, of which only some matter to it.

use std::collections::BTreeSet;
use std::mem;

use crate::quantity::{Country, Year};

use super::{Cap, Scenario};

/// A scenario and those that it starts from.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Where those stand that matter to it, the nearest first.
    pub(super) matter: Vec<usize>,
    /// Where the last stands, which starts from a basis.
    pub(super) last: usize,
}

/// The line of each scenario; `bases` says where the one stands that it starts from, if that is none of the bases.
///
/// Each is made from the line of its base, so that a long one costs no more than a short one. A checked book has no circle, so
/// this ends.
pub(super) fn lines(scenarios: &[Scenario], bases: &[Option<usize>]) -> Vec<Line> {
    let mut lines: Vec<Option<Line>> = vec![None; scenarios.len()];
    for start in 0..scenarios.len() {
        let mut way = Vec::new();
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| lines[*here].is_none()) {
            way.push(here);
            at = bases[here];
        }
        while let Some(here) = way.pop() {
            lines[here] = Some(line(scenarios, here, bases[here].and_then(|base| lines[base].as_ref())));
        }
    }
    lines.into_iter().flatten().collect()
}

/// The line of a scenario by that of its base.
fn line(scenarios: &[Scenario], at: usize, base: Option<&Line>) -> Line {
    let (mut matter, mut said) = (vec![at], Said::default());
    said.adds(&scenarios[at]);
    matter.extend(base.iter().flat_map(|base| &base.matter).filter(|other| said.adds(&scenarios[**other])));
    Line { matter, last: base.map_or(at, |base| base.last) }
}

/// What the scenarios of a line say, from the nearest on.
#[derive(Default)]
struct Said {
    first_changed: Option<Year>,
    caps: BTreeSet<Cap>,
    countries: BTreeSet<Country>,
    publishers: bool,
}

impl Said {
    /// Adds what the next one says; whether none before says so: it changes an earlier year than they, has another cap, is for
    /// another country, or has the first order of publishers.
    fn adds(&mut self, scenario: &Scenario) -> bool {
        let earlier = scenario.first_changed().filter(|first| self.first_changed.is_none_or(|known| *first < known));
        self.first_changed = earlier.or(self.first_changed);
        let cap = scenario.cap.is_some_and(|cap| self.caps.insert(cap));
        let country = scenario.country.is_some_and(|country| self.countries.insert(country));
        let publishers = scenario.publishers.is_some() && !mem::replace(&mut self.publishers, true);
        earlier.is_some() || cap || country || publishers
    }
}

#[cfg(test)]
mod tests {
    use super::super::Book;
    use super::*;

    /// A hundred thousand scenarios, each from the one before, all with the same change.
    fn chain() -> Book {
        let mut book = Book::embedded().unwrap();
        let first = book.scenarios.iter().find(|own| !own.changes.is_empty()).unwrap().clone();
        let linked = (0..100_000).map(|at| {
            let mut linked = Scenario { id: format!("x-{at}"), ..first.clone() };
            linked.base.id = if at == 0 { "latest".to_owned() } else { format!("x-{}", at - 1) };
            linked
        });
        book.scenarios = linked.collect::<Vec<_>>().into();
        book
    }

    #[test]
    fn of_a_long_line_only_the_nearest_change_matters() {
        let book = chain();
        let (matter, basis) = book.lineage("x-99999").unwrap();
        assert_eq!((matter.len(), matter[0].id.as_str(), basis), (1, "x-99999", "latest"));
        assert!(book.lineage("latest").is_none());
    }

    #[test]
    fn an_earlier_change_and_another_cap_matter() {
        let mut book = chain();
        let earlier = book.scenarios[7].changes.pop_first().unwrap();
        book.scenarios[7].changes.insert(Year::FIRST, earlier.1);
        book.scenarios[5].cap = Some(Cap::AsOf(crate::quantity::Date::FIRST));
        let (matter, _) = book.lineage("x-9").unwrap();
        assert_eq!(matter.iter().map(|own| own.id.as_str()).collect::<Vec<_>>(), ["x-9", "x-7", "x-5"]);
    }
}

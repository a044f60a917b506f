//! The search for the values of wanted ranks: each lies in a span, which is parted again or whose values are collected.

use super::bucket::Span;
use super::pending_counts::Count;

/// Into how many parts a span is parted.
const PARTS: u32 = 1024;

/// The spans of one country and year that are looked at in one pass, in ascending order.
#[derive(Debug, Clone, Default)]
pub(super) struct QuantileSearch(Vec<Range>);

/// A span, and what a pass keeps of its values.
#[derive(Debug, Clone)]
struct Range {
    span: Span,
    pass: Pass,
}

#[derive(Debug, Clone)]
enum Pass {
    /// How far each value lies from the lower end.
    Collect(Vec<u64>),
    /// How many values lie in each part.
    Part(Vec<u64>),
}

/// Where the search for a rank stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// The value.
    Value(u128),
    /// It lies in here.
    In(Span),
}

impl Found {
    /// What is known once it lies in a span.
    pub(super) fn within(span: Span) -> Self {
        if span.width == 1 { Self::Value(span.low) } else { Self::In(span) }
    }
}

impl QuantileSearch {
    /// Looks at a span as well, if there is room for what has to be kept of it; what that takes is taken off the room.
    ///
    /// The first span that is looked at always has room.
    pub(super) fn look_at(&mut self, span: Span, room: &mut u64, is_first: bool) {
        if self.0.iter().any(|range| range.span == span) {
            return;
        }
        let collect = span.count <= *room;
        let needed = if collect { span.count } else { PARTS.into() };
        if needed <= *room || is_first {
            *room = room.saturating_sub(needed);
            let pass = if collect { Pass::Collect(Vec::new()) } else { Pass::Part(vec![0; PARTS as usize]) };
            self.0.push(Range { span, pass });
        }
    }

    /// Adds what another worker has found.
    pub(super) fn merge(&mut self, other: Self) {
        for (mine, other) in self.0.iter_mut().zip(other.0) {
            match (&mut mine.pass, other.pass) {
                (Pass::Collect(mine), Pass::Collect(others)) => mine.extend(others),
                (Pass::Part(mine), Pass::Part(others)) => mine.iter_mut().zip(others).for_each(|(a, b)| *a += b),
                // workers look at the same spans in the same way
                (Pass::Collect(_) | Pass::Part(_), _) => {}
            }
        }
    }

    /// Where the search for a rank in a span stands after the pass; nothing if the file does not hold what it held before.
    pub(super) fn find(&mut self, span: Span, rank: u64) -> Option<Found> {
        let Some(range) = self.0.iter_mut().find(|range| range.span == span) else { return Some(Found::In(span)) };
        let inside = rank - span.below;
        match &mut range.pass {
            Pass::Collect(values) if values.len() as u64 == span.count => {
                let at = usize::try_from(inside - 1).ok().filter(|at| *at < values.len())?;
                Some(Found::Value(span.low + u128::from(*values.select_nth_unstable(at).1)))
            }
            Pass::Part(counts) if counts.iter().sum::<u64>() == span.count => {
                let step = span.width.div_ceil(PARTS.into());
                let mut below = 0;
                for (part, count) in (0..u64::from(PARTS)).zip(counts.iter()) {
                    if below + count >= inside {
                        let low = span.low + u128::from(part * step);
                        return Some(Found::within(Span {
                            low,
                            width: step,
                            below: span.below + below,
                            count: *count,
                        }));
                    }
                    below += count;
                }
                None
            }
            Pass::Collect(_) | Pass::Part(_) => None,
        }
    }

    fn note(&mut self, value: u128) {
        let hit = self.0.iter_mut().find_map(|range| {
            let distance = u64::try_from(value.checked_sub(range.span.low)?).ok()?;
            (distance < range.span.width).then_some((range, distance))
        });
        match hit {
            Some((Range { pass: Pass::Collect(values), .. }, distance)) => values.push(distance),
            Some((Range { pass: Pass::Part(counts), span }, distance)) => {
                let part = distance / span.width.div_ceil(PARTS.into());
                if let Some(count) = usize::try_from(part).ok().and_then(|part| counts.get_mut(part)) {
                    *count += 1;
                }
            }
            None => {}
        }
    }
}

/// What a search takes was reckoned up beforehand, so that no room has to be made.
impl Count for QuantileSearch {
    fn add(&mut self, value: u64) -> bool {
        self.note(value.into());
        false
    }

    fn add_large(&mut self, value: u128) {
        self.note(value);
    }

    fn narrow(&mut self) -> usize {
        0
    }

    fn neglect(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOW: u128 = 40_000;

    /// Values that no rule puts in order, some of them twice.
    fn scattered(count: u64, width: u64) -> Vec<u128> {
        (0..count).map(|at| LOW + u128::from((at / 2 * 2_654_435_761 + at % 3) % width)).collect()
    }

    /// All that lie in a span, with so many others below it.
    fn span(values: &[u128], width: u64) -> Span {
        Span { low: LOW, width, below: 7, count: values.len() as u64 }
    }

    /// What a pass of two workers, with others below the span and above it, finds of a rank.
    fn pass(span: Span, values: &[u128], room: u64, rank: u64) -> Option<Found> {
        let mut search = QuantileSearch::default();
        search.look_at(span, &mut room.clone(), true);
        let mut workers = [search.clone(), search.clone()];
        let outside = [0, span.low - 1, span.low + u128::from(span.width), u128::MAX];
        for (at, value) in values.iter().chain(&outside).enumerate() {
            match u64::try_from(*value) {
                Ok(value) => assert!(!workers[at % 2].add(value)),
                Err(_) => workers[at % 2].add_large(*value),
            }
        }
        workers.into_iter().for_each(|worker| search.merge(worker));
        search.find(span, rank)
    }

    #[test]
    fn a_rank_is_found_as_sorting_finds_it() {
        for (count, width) in (1..=20).flat_map(|count| [1, 2, 1000, 1024, 1025, 3_000_001].map(|width| (count, width)))
        {
            let values = scattered(count, width);
            let mut sorted = values.clone();
            sorted.sort_unstable();
            for (at, room) in (0..values.len()).flat_map(|at| [0, count - 1, count, 5000].map(|room| (at, room))) {
                let (whole, rank) = (span(&values, width), at as u64 + 8);
                let mut found = Found::In(whole);
                for _ in 0..3 {
                    if let Found::In(open) = found {
                        found = pass(open, &values, room, rank).unwrap();
                    }
                }
                assert_eq!(found, Found::Value(sorted[at]), "rank {at} of {count} in {width} with room for {room}");
            }
        }
    }

    #[test]
    fn a_file_that_changes_is_noticed() {
        let values = scattered(20, 5000);
        let whole = span(&values, 5000);
        for room in [0, 20] {
            assert_eq!(pass(whole, &values[1..], room, 8), None);
            assert_eq!(pass(whole, &[&values[..], &values[..1]].concat(), room, 8), None);
            assert_eq!(pass(whole, &[], room, 8), None);
        }
    }

    #[test]
    fn a_pass_takes_no_more_than_its_room_but_for_the_first_span() {
        let spans = [5, 2000, 3000].map(|count| Span { low: LOW * u128::from(count), width: 4000, below: 0, count });
        let looked_at = |order: &[usize], mut room: u64| {
            let mut search = QuantileSearch::default();
            order.iter().enumerate().for_each(|(at, span)| search.look_at(spans[*span], &mut room, at == 0));
            (search.0.iter().map(|range| spans.iter().position(|span| *span == range.span).unwrap()).collect(), room)
        };
        let rows: [(&[usize], u64, Vec<usize>, u64); 8] = [
            (&[0], 5, vec![0], 0),
            (&[0], 4, vec![0], 0),
            (&[0, 1], 7, vec![0], 2),
            (&[0, 1], 2005, vec![0, 1], 0),
            (&[0, 1], 1029, vec![0, 1], 0),
            (&[0, 1], 1028, vec![0], 1023),
            (&[1, 0, 1], 1999, vec![1, 0], 970),
            (&[2, 2, 1, 0], 100, vec![2], 0),
        ];
        for (order, room, spans, left) in rows {
            assert_eq!(looked_at(order, room), (spans, left), "{order:?} in {room}");
        }
    }

    #[test]
    fn a_span_that_was_not_looked_at_waits_for_another_pass() {
        let whole = span(&[LOW], 9);
        assert_eq!(QuantileSearch::default().find(whole, 8), Some(Found::In(whole)));
    }
}

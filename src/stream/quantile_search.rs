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

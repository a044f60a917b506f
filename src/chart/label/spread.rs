//! What stands on a picture, found by its place without a walk through all of it.

use std::ops::RangeInclusive;

use crate::chart::paper::geometry::Area;

/// Things on a picture, each listed in every cell of a grid that its room touches.
#[derive(Debug, Clone)]
pub(crate) struct Spread<T> {
    all: Vec<(T, Area)>,
    bounds: Area,
    /// How many cells there are across, and as many down.
    side: usize,
    /// Row by row, the positions of what stands in each.
    cells: Vec<Vec<usize>>,
}

/// A grid has about as many cells as there are things, up to this many across and down.
const MOST: usize = 48;

impl<T> Spread<T> {
    /// Things and their rooms, on a picture of these bounds; what lies beyond them counts to the cells at the edge.
    pub(crate) fn new(bounds: Area, things: impl IntoIterator<Item = (T, Area)>) -> Self {
        let things: Vec<_> = things.into_iter().collect();
        let side = things.len().isqrt().clamp(1, MOST);
        let mut spread = Self { all: Vec::new(), bounds, side, cells: vec![Vec::new(); side * side] };
        things.into_iter().for_each(|(thing, area)| spread.push(thing, area));
        spread
    }

    /// Adds a thing.
    pub(crate) fn push(&mut self, thing: T, area: Area) {
        let (across, down) = self.cells_of(&area);
        for row in down {
            for cell in &mut self.cells[row * self.side..][across.clone()] {
                cell.push(self.all.len());
            }
        }
        self.all.push((thing, area));
    }

    /// Those whose room touches an area, each once, in no order.
    pub(crate) fn near(&self, area: &Area) -> impl Iterator<Item = &T> + use<'_, T> {
        let (area, (across, down)) = (*area, self.cells_of(area));
        let (left, top) = (*across.start(), *down.start());
        let cells = down.flat_map(move |row| across.clone().map(move |column| (row, column)));
        cells.flat_map(move |(row, column)| {
            let touching = self.cells[row * self.side + column].iter().map(|at| &self.all[*at]);
            // of the cells that a thing shares with the area it is told in the first
            let is_first = move |room: &Area| {
                let (own_left, own_top) = self.cell((room.left, room.top));
                own_left.max(left) == column && own_top.max(top) == row
            };
            touching.filter(move |(_, room)| room.touches(&area) && is_first(room)).map(|(thing, _)| thing)
        })
    }

    /// The columns and the rows of cells that an area touches.
    fn cells_of(&self, area: &Area) -> (RangeInclusive<usize>, RangeInclusive<usize>) {
        let (left, top) = self.cell((area.left.min(area.right), area.top.min(area.bottom)));
        let (right, bottom) = self.cell((area.left.max(area.right), area.top.max(area.bottom)));
        (left..=right, top..=bottom)
    }

    /// The column and the row of the cell of a place.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float beyond the range becomes its end"
    )]
    fn cell(&self, (x, y): (f64, f64)) -> (usize, usize) {
        let cell = |from: f64, to: f64, at: f64| {
            let part = (at - from) / (to - from) * f64::from(u32::try_from(self.side).unwrap_or(1));
            (part as usize).min(self.side - 1)
        };
        (cell(self.bounds.left, self.bounds.right, x), cell(self.bounds.top, self.bounds.bottom, y))
    }
}

impl Spread<Area> {
    /// Areas, which are their own room.
    pub(crate) fn of(bounds: Area, areas: impl IntoIterator<Item = Area>) -> Self {
        Self::new(bounds, areas.into_iter().map(|area| (area, area)))
    }

    /// Whether one of them shares room with an area.
    pub(crate) fn meets(&self, area: &Area) -> bool {
        self.near(area).any(|other| other.meets(area))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An area, on the picture or beyond it.
    fn areas() -> impl Strategy<Value = Area> {
        (-30.0..130.0, -30.0..130.0, 0.0..60.0, 0.0..60.0).prop_map(|(left, top, wide, high): (f64, f64, f64, f64)| {
            Area { left, top, right: left + wide, bottom: top + high }
        })
    }

    proptest! {
        #[test]
        fn what_is_near_is_all_that_touches_each_once(
            first in prop::collection::vec(areas(), 0..60), later in prop::collection::vec(areas(), 0..20), asked in areas(),
        ) {
            let bounds = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
            let mut spread = Spread::new(bounds, first.iter().copied().enumerate());
            later.iter().enumerate().for_each(|(at, area)| spread.push(first.len() + at, *area));
            let mut found: Vec<usize> = spread.near(&asked).copied().collect();
            found.sort_unstable();
            let all = first.iter().chain(&later).enumerate();
            let touching: Vec<usize> = all.filter(|(_, area)| area.touches(&asked)).map(|(at, _)| at).collect();
            prop_assert_eq!(found, touching);
        }
    }
}

//! The grid of a figure: thin lines below everything else, which make way for texts.

use super::canvas::{Canvas, crisp};
use crate::chart::paper::geometry::{Area, Segment};
use crate::chart::paper::sheet::steps;

impl Canvas<'_> {
    /// Draws the grid, once all texts stand, below all elements from this one on.
    pub(crate) fn grid(&self, below: usize) {
        let plot = &self.layout.plot;
        let room = self.style.space * 0.5;
        let texts: Vec<Area> = self.sheet.borrow().texts.iter().map(|text| text.area.grown(room)).collect();
        let first = self.sheet.borrow().elements.len();
        for tick in &self.layout.scale.ticks {
            let y = crisp(self.place(0.0, tick.value).1);
            let beside =
                texts.iter().filter(|text| text.top < y && y < text.bottom).map(|text| (text.left, text.right));
            self.thin(free(beside.collect(), (plot.left, plot.right)).map(|(from, to)| [(from, y), (to, y)]));
        }
        for x in self.uprights() {
            let beside =
                texts.iter().filter(|text| text.left < x && x < text.right).map(|text| (text.top, text.bottom));
            self.thin(free(beside.collect(), (plot.top, plot.bottom)).map(|(from, to)| [(x, from), (x, to)]));
        }
        let mut sheet = self.sheet.borrow_mut();
        let lines = sheet.elements.len() - first;
        if let Some(above) = sheet.elements.get_mut(below..) {
            above.rotate_right(lines);
        }
    }

    fn thin(&self, lines: impl Iterator<Item = Segment>) {
        for line in lines {
            let ends = line.map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, self.style.palette.grid, steps(self.style.hair));
        }
    }
}

/// What of a line stays between the pieces that are taken.
fn free(mut taken: Vec<(f64, f64)>, (start, end): (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    taken.push((end, end));
    taken.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut reached = start;
    let pieces = taken.into_iter().map(move |(from, to)| {
        let piece = (reached, from.min(end));
        reached = reached.max(to);
        piece
    });
    pieces.filter(|(from, to)| from < to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stops_before_what_is_taken_and_goes_on_behind_it() {
        let pieces = |taken: &[(f64, f64)]| free(taken.to_vec(), (0.0, 10.0)).collect::<Vec<_>>();
        assert_eq!(pieces(&[]), [(0.0, 10.0)]);
        assert_eq!(pieces(&[(6.0, 8.0), (2.0, 3.0), (2.5, 4.0)]), [(0.0, 2.0), (4.0, 6.0), (8.0, 10.0)]);
        assert_eq!(pieces(&[(-2.0, 1.0), (9.0, 20.0)]), [(1.0, 9.0)]);
    }
}

//! The grid of a figure: thin lines below everything else, which make way for texts.

use plotters::coord::ranged1d::Ranged;
use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::layout::crisp;
use crate::chart::paper::geometry::Area;
use crate::chart::paper::lettering::Lettering;

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Levels at the key points of the values, and uprights where years begin among days.
    pub(super) fn grid<'t>(&self, texts: impl Iterator<Item = &'t Lettering>) -> Drawn<DB> {
        self.group("grid", "");
        let (layout, room, plot) = (self.layout, self.style.space * 0.5, &self.layout.plot);
        let (colour, width) = (self.style.palette.grid, self.style.hair);
        let texts: Vec<Area> = texts.map(|text| text.area().grown(room)).collect();
        for value in self.plot.as_coord_spec().y_spec().key_points(usize::MAX) {
            let y = crisp(layout.place(0.0, value).1);
            let beside =
                texts.iter().filter(|text| text.top < y && y < text.bottom).map(|text| (text.left, text.right));
            free(beside.collect(), (plot.left, plot.right))
                .try_for_each(|(from, to)| self.trace([(from, y), (to, y)], colour, width))?;
        }
        for x in layout.uprights() {
            let beside =
                texts.iter().filter(|text| text.left < x && x < text.right).map(|text| (text.top, text.bottom));
            free(beside.collect(), (plot.top, plot.bottom))
                .try_for_each(|(from, to)| self.trace([(x, from), (x, to)], colour, width))?;
        }
        Ok(())
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

//! The lines of a figure, drawn so that one which lies on another does not hide it.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::{Hue, Point, Role, Series, Shape, lying_on};
use crate::chart::paper::geometry::Segment;

/// Dash and gap, in steps of the spacing grid: told apart from each other and from a whole line.
const DASHES: [(f64, f64); 3] = [(1.1, 0.7), (0.45, 0.55), (2.6, 0.7)];

/// The dashes of scenarios that come round the palette for the first time, the second time, ...
fn dashes(rounds: usize) -> Option<(f64, f64)> {
    rounds.checked_sub(1).map(|again| DASHES[again % DASHES.len()])
}

/// The part of a straight piece between two uprights.
fn within(&[(x0, y0), (x1, y1)]: &Segment, left: f64, right: f64) -> Segment {
    let steep = (y1 - y0) / (x1 - x0);
    [left.max(x0), right.min(x1)].map(|x| (x, y0 + (x - x0) * steep))
}

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Lines, the first series last, so that it lies on top; where others lie on it, a line is so much wider that it is
    /// seen on both their sides.
    pub(super) fn lines(&self) -> Drawn<DB> {
        self.casings()?;
        for (number, series) in self.layout.figure.series.iter().enumerate().rev() {
            if series.shape == Shape::Line {
                self.series(series);
                let above = self.layout.figure.series.get(..number).unwrap_or_default();
                series.runs().try_for_each(|run| self.run(above, series, run))?;
            }
        }
        Ok(())
    }

    /// Paper beside lines where they pass through bars: a line may be as light as what it crosses.
    fn casings(&self) -> Drawn<DB> {
        self.group("casings", "");
        let (layout, paper) = (self.layout, self.style.palette.paper);
        for (piece, width) in layout.pieces() {
            let ends = [&piece[0], &piece[1]].map(|point| layout.place(point.at, point.value));
            let width = width + 2.0 * self.style.casing();
            for bar in layout.each_bar().map(|(_, point)| layout.bar(point)) {
                if let Some(part) = bar.grown(-width / 2.0).crossed(&ends).then(|| within(&ends, bar.left, bar.right)) {
                    self.trace(part, paper, width)?;
                }
            }
        }
        Ok(())
    }

    /// Begins the group of a series.
    pub(super) fn series(&self, series: &Series) {
        self.group("series", &series.name());
    }

    fn run(&self, above: &[Series], series: &Series, run: &[Point]) -> Drawn<DB> {
        self.stretch(series, run, 0)?;
        let hidden: Vec<u8> = run.windows(2).map(|piece| lying_on(above, piece)).collect();
        let mut from = 0;
        for alike in hidden.chunk_by(u8::eq) {
            let to = from + alike.len();
            if let (Some(hidden @ 1..), Some(stretch)) = (alike.first(), run.get(from..=to)) {
                self.stretch(series, stretch, *hidden)?;
            }
            from = to;
        }
        Ok(())
    }

    fn stretch(&self, series: &Series, points: &[Point], hidden: u8) -> Drawn<DB> {
        let [first, _, ..] = points else { return Ok(()) };
        let places: Vec<(f64, f64)> = points.iter().map(|point| (point.at, point.value)).collect();
        let width = self.layout.line_width(hidden) * first.weight;
        self.line(places, self.style.paint(series.hue).line, width, self.dash(series))
    }

    /// What is not an outturn is dashed, and so is a scenario whose colour another one has, each in a way of its own.
    fn dash(&self, series: &Series) -> Option<(f64, f64)> {
        let pattern = match (series.role, series.hue) {
            (Role::Estimate | Role::Forecast | Role::Plan, _) => Some(DASHES[0]),
            (Role::Scenario, Hue::Number(number)) => dashes(number / self.style.palette.hues.len()),
            (Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal | Role::Path, _) => None,
            (Role::Shortfall | Role::Headroom | Role::Rise | Role::Fall, _) => None,
        };
        pattern.map(|(dash, gap)| (self.style.space * dash, self.style.space * gap))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figure::LINES;
    use crate::chart::paper::options::Theme;
    use crate::chart::paper::palette::palette;

    #[test]
    fn so_many_lines_are_told_apart_and_no_more() {
        let hues = palette(Theme::default()).hues.len();
        let look = |number: usize| (number % hues, dashes(number / hues));
        let is_new = |number: &usize| (0..*number).all(|other| look(other) != look(*number));
        assert_eq!((0..=LINES).take_while(is_new).count(), LINES);
    }
}

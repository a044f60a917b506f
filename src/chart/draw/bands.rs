//! The bands of a figure: the range between two lines, shaded, and how far it is at its end.

use plotters::element::Polygon;
use plotters::style::{Color, RGBColor};

use super::canvas::{Canvas, drawn};
use crate::chart::figure::{Band, Hue};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::steps;

/// How much of a band's hue its shade has.
const SHADE: f64 = 0.13;

impl Canvas<'_> {
    /// Shaded ranges, the first on top.
    pub(crate) fn bands(&self) {
        for band in self.figure.bands.iter().rev() {
            let upper = band.edges.iter().map(|edge| (edge.at, edge.high));
            let lower = band.edges.iter().rev().map(|edge| (edge.at, edge.low));
            let shade = self.tint(band.hue);
            let corners: Vec<(f64, f64)> = upper.chain(lower).collect();
            drawn(&self.area.draw(&Polygon::new(corners, RGBColor::from(shade).filled())));
        }
    }

    /// A hue thinned with paper.
    pub(crate) fn tint(&self, hue: Hue) -> Colour {
        mixed(self.paint(hue).line, self.style.palette.paper)
    }

    /// The shade of what a pledge allows.
    pub(crate) fn shade(&self, area: &Area) {
        let shade = self.tint(Hue::Number(1));
        let [from, to] = [(area.left, area.top), (area.right, area.bottom)].map(|(x, y)| (steps(x), steps(y)));
        self.sheet.borrow_mut().rectangle(from, to, shade);
    }

    /// Beside the last edge of a band whose label stands there: from where to where it reaches.
    pub(crate) fn brackets(&self) {
        let end = self.figure.across.ends().1;
        let labelled = |band: &&Band| !band.label.is_empty() && band.edges.last().is_some_and(|last| last.at >= end);
        self.figure.bands.iter().filter(labelled).for_each(|band| self.bracket(band));
    }

    fn bracket(&self, band: &Band) {
        let Some(edge) = band.edges.last() else { return };
        let ((x, high), (_, low)) = (self.place(edge.at, edge.high), self.place(edge.at, edge.low));
        let (near, far) = (x + self.style.mark * 1.6, x + self.style.bracket());
        let ends = [(near, high), (far, high), (far, low), (near, low)].map(|(x, y)| (steps(x), steps(y)));
        self.sheet.borrow_mut().path(ends, self.paint(band.hue).line, steps(self.style.hair * 1.5));
    }
}

/// A colour thinned with paper.
fn mixed(colour: Colour, paper: Colour) -> Colour {
    let part = |colour: u8, paper: u8| part(f64::from(colour) * SHADE + f64::from(paper) * (1.0 - SHADE));
    Colour(part(colour.0, paper.0), part(colour.1, paper.1), part(colour.2, paper.2))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between the two parts it is mixed of")]
fn part(light: f64) -> u8 {
    light.round() as u8
}

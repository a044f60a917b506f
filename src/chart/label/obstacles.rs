//! What labels have to keep clear of, and how much each of it is worth avoiding.

use super::room::{Obstacle, Room};
use crate::chart::draw::canvas::Canvas;
use crate::chart::figure::{Point, Series, Shape};
use crate::chart::paper::geometry::Area;

/// What a line is worth avoiding.
pub(crate) const LINE: f64 = 40.0;
/// The edges of the tinted ground, the lines between years, the edges of bars, and the grid, which makes way.
const GROUND: f64 = 20.0;
const YEAR: f64 = 8.0;
const BAR: f64 = 6.0;
const GRID: f64 = 1.0;

impl Canvas<'_> {
    /// What stands already, once all lines, marks, bars and the words around the plot are drawn.
    pub(crate) fn room(&self) -> Room {
        let (style, layout) = (self.style, self.layout);
        let top = layout.tops.subtitle + layout.subtitle.height() + style.space;
        let bounds =
            Area { left: layout.plot.left, top, right: style.width - style.margin(), bottom: layout.plot.bottom };
        let texts = self.sheet.borrow();
        let texts = texts.texts.iter().map(|text| text.area);
        let marks = self.each_mark().map(|(series, point)| self.mark_area(series, point));
        Room {
            bounds,
            taken: texts.chain(marks).collect(),
            lines: self.obstacles(),
            shunned: self.each_bar().map(|(_, point)| self.bar(point)).collect(),
            named: self.named(),
        }
    }

    /// The marks, dots and steps that a label may name.
    fn named(&self) -> Vec<Area> {
        let series = self.figure.series.iter().filter(|series| series.shape != Shape::Bars);
        let points = series.flat_map(|series| series.points.iter().map(move |point| (series, point)));
        let labelled = points.filter(|(_, point)| !point.label.is_empty());
        let area = |(series, point): (&Series, &Point)| match series.shape {
            Shape::Steps => self.tread(series, point),
            Shape::Line | Shape::Bars | Shape::Marks => self.mark_area(series, point),
        };
        labelled.map(area).collect()
    }

    /// Lines, and what is worth less: the edges of bars and the grid.
    fn obstacles(&self) -> Vec<Obstacle> {
        let plot = &self.layout.plot;
        let place = |point: &Point| self.place(point.at, point.value);
        let pieces = self.pieces();
        let lines =
            pieces.iter().map(|(pair, width)| Obstacle::new([place(&pair[0]), place(&pair[1])], width / 2.0, LINE));
        let whiskers = self.figure.series.iter().flat_map(|series| &series.points).filter_map(|point| {
            let (low, high) = point.within?;
            Some([self.place(point.at, low), self.place(point.at, high)])
        });
        let flights = self.flights().into_iter();
        let flights = flights.map(|(piece, width)| Obstacle::new(piece, width / 2.0, LINE));
        let thin = |worth: f64| move |piece| Obstacle::new(piece, 0.0, worth);
        let edges = self.each_bar().map(|(_, point)| self.bar(point)).flat_map(|bar| {
            let corners = [(bar.left, bar.bottom), (bar.left, bar.top), (bar.right, bar.top), (bar.right, bar.bottom)];
            [[corners[0], corners[1]], [corners[1], corners[2]], [corners[2], corners[3]]]
        });
        let levels = self.layout.scale.ticks.iter().map(|tick| self.place(0.0, tick.value).1);
        let uprights = self.uprights().map(|x| [(x, plot.top), (x, plot.bottom)]);
        let ground = self.ground_from().map(|start| self.across(start)).map(|x| {
            [
                [(x, plot.bottom), (x, plot.top)],
                [(x, plot.top), (plot.right, plot.top)],
                [(plot.right, plot.top), (plot.right, plot.bottom)],
            ]
        });
        let levels = levels.map(|y| [(plot.left, y), (plot.right, y)]);
        lines
            .chain(flights)
            .chain(edges.map(thin(BAR)))
            .chain(whiskers.map(|piece| Obstacle::new(piece, self.style.mark * 0.4, LINE)))
            .chain(levels.map(thin(GRID)))
            .chain(uprights.map(thin(YEAR)))
            .chain(ground.into_iter().flatten().map(thin(GROUND)))
            .collect()
    }
}

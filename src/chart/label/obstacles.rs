//! What labels have to keep clear of, and how much each of it is worth avoiding.

use super::cost::{BAR, GRID, GROUND, LINE, YEAR};
use super::room::{Obstacle, Room};
use crate::chart::figure::{Point, Series, Shape};
use crate::chart::layout::Layout;
use crate::chart::paper::geometry::Area;
use crate::chart::paper::lettering::Lettering;

impl Room {
    /// What stands already, beside these texts.
    pub(crate) fn of(layout: &Layout, texts: &[Lettering]) -> Self {
        let style = layout.style;
        let top = layout.tops.subtitle + layout.subtitle.height() + style.space;
        let bounds =
            Area { left: layout.plot.left, top, right: style.width - style.margin(), bottom: layout.plot.bottom };
        let marks = layout.each_mark().map(|(series, point)| layout.mark(series, point));
        let taken = texts.iter().map(Lettering::area).chain(marks).collect();
        let shunned = layout.each_bar().map(|(_, point)| layout.bar(point)).collect();
        Self::new(bounds, obstacles(layout), [taken, shunned, named(layout)])
    }
}

/// The marks, dots and steps that a label may name.
pub(super) fn named(layout: &Layout) -> Vec<Area> {
    let series = layout.figure.series.iter().filter(|series| series.shape != Shape::Bars);
    let points = series.flat_map(|series| series.points.iter().map(move |point| (series, point)));
    let labelled = points.filter(|(_, point)| !point.label.is_empty());
    let area = |(series, point): (&Series, &Point)| match series.shape {
        Shape::Steps => layout.tread(series, point),
        Shape::Line | Shape::Bars | Shape::Marks => layout.mark(series, point),
    };
    labelled.map(area).collect()
}

/// Lines, and what is worth less: the edges of bars and the grid.
fn obstacles(layout: &Layout) -> Vec<Obstacle> {
    let plot = &layout.plot;
    let place = |point: &Point| layout.place(point.at, point.value);
    let pieces = layout.pieces();
    let lines = pieces.iter().map(|(pair, width)| Obstacle::new([place(&pair[0]), place(&pair[1])], width / 2.0, LINE));
    let whiskers = layout.figure.series.iter().flat_map(|series| &series.points).filter_map(|point| {
        let (low, high) = point.within?;
        Some([layout.place(point.at, low), layout.place(point.at, high)])
    });
    let flights = layout.flights().into_iter();
    let flights = flights.map(|(piece, width)| Obstacle::new(piece, width / 2.0, LINE));
    let thin = |worth: f64| move |piece| Obstacle::new(piece, 0.0, worth);
    let edges = layout.each_bar().map(|(_, point)| layout.bar(point)).flat_map(|bar| {
        let corners = [(bar.left, bar.bottom), (bar.left, bar.top), (bar.right, bar.top), (bar.right, bar.bottom)];
        [[corners[0], corners[1]], [corners[1], corners[2]], [corners[2], corners[3]]]
    });
    let levels = layout.scale.ticks.iter().map(|tick| layout.place(0.0, tick.value).1);
    let uprights = layout.uprights().map(|x| [(x, plot.top), (x, plot.bottom)]);
    let ground = layout.ground_from().map(|start| layout.across(start)).map(|x| {
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
        .chain(whiskers.map(|piece| Obstacle::new(piece, layout.style.mark * 0.4, LINE)))
        .chain(levels.map(thin(GRID)))
        .chain(uprights.map(thin(YEAR)))
        .chain(ground.into_iter().flatten().map(thin(GROUND)))
        .collect()
}

//! Laws of where lines, labels, bars and grounds stand to each other, over the sample figures.

use super::draw;
use super::figure::{Across, Figure, Shape as Drawn};
use super::label::{Sought, sought};
use super::layout::Layout;
use super::paper::geometry::Area;
use super::paper::lettering::TextBox;
use super::paper::options::Options;
use super::paper::sheet::{Ink, Shape, Sheet};
use super::paper::style::Style;
use super::size_laws::figures;
use super::text::paragraph::Paragraph;
use super::text::type_style::STEPS;

const SIZES: [(u32, u32); 4] = [(1600, 900), (1080, 1080), (800, 450), (400, 300)];

/// A figure on its sheet.
struct Picture {
    name: String,
    figure: Figure,
    style: Style,
    sheet: Sheet,
    texts: Vec<TextBox>,
    left_out: Vec<String>,
}

impl Picture {
    fn of(figure: &Figure, (width, height): (u32, u32)) -> Self {
        let options = Options { width, height, ..Options::default() };
        let draw::Picture { sheet, texts, left_out } = draw::Picture::of(figure, &options);
        let name = format!("{} at {width}x{height}", figure.title);
        Self { name, figure: figure.clone(), style: Style::new(&options), sheet, texts, left_out }
    }

    fn layout(&self) -> Layout<'_> {
        Layout::new(&self.figure, &self.style)
    }

    /// Every line with its places in pixels and its ink.
    fn lines(&self) -> impl Iterator<Item = (Vec<(f64, f64)>, Ink)> {
        let pixels = |(x, y): &(i32, i32)| (f64::from(*x) / STEPS, f64::from(*y) / STEPS);
        self.sheet.elements.iter().filter_map(move |element| match &element.shape {
            Shape::Line(places) => Some((self.sheet.places(places).iter().map(pixels).collect(), element.ink)),
            Shape::Polygon(_) | Shape::Rectangle(..) | Shape::Circle(..) | Shape::Text(..) => None,
        })
    }

    fn bars(&self) -> impl Iterator<Item = &super::figure::Series> {
        self.figure.series.iter().filter(|series| series.shape == Drawn::Bars)
    }
}

fn pictures() -> impl Iterator<Item = Picture> {
    figures().into_iter().flat_map(|figure| SIZES.map(|size| Picture::of(&figure, size)))
}

/// Those of ordinary size with a few years.
fn ordinary() -> impl Iterator<Item = Picture> {
    let few = |figure: &Figure| figure.across.ends().1 - figure.across.ends().0 < 25.0;
    let sizes = &SIZES[..3];
    figures().into_iter().filter(few).flat_map(|figure| sizes.iter().map(move |size| Picture::of(&figure, *size)))
}

#[test]
fn no_line_of_the_grid_passes_through_a_text() {
    let mut lines = 0;
    for picture in pictures().filter(|picture| picture.figure.bullets.is_empty()) {
        let grid = picture.style.palette.grid;
        for (line, _) in picture.lines().filter(|(_, ink)| matches!(ink, Ink::Stroke { colour, .. } if *colour == grid))
        {
            let struck = picture.texts.iter().find(|text| text.area.crossed(&[line[0], line[1]]));
            assert!(struck.is_none(), "{}: {struck:?}", picture.name);
            lines += 1;
        }
    }
    assert!(lines > 0);
}

#[test]
fn no_leader_crosses_a_bracket() {
    let mut brackets = 0;
    for picture in pictures() {
        let (grid, bottom) = (picture.style.palette.grid, picture.layout().plot.bottom);
        let drawn = picture.lines().filter(|(_, ink)| !matches!(ink, Ink::Stroke { colour, .. } if *colour == grid));
        let lines: Vec<_> = drawn.map(|(places, _)| places).collect();
        for bracket in lines.iter().filter(|line| line.len() == 4 && line[1].0 == line[2].0 && line[0].1 == line[1].1) {
            brackets += 1;
            let (near, spine) = (bracket[0].0, bracket[1].0);
            for leader in lines.iter().filter(|line| line.len() == 2 && line[0].0 >= near) {
                assert!(leader.iter().all(|(x, _)| *x > spine), "{}: {leader:?}", picture.name);
            }
            let labels = picture.texts.iter().map(|text| text.area);
            let mut beside = labels.filter(|label| label.left > near && label.bottom < bottom);
            assert!(beside.all(|label| label.left > spine), "{}", picture.name);
        }
    }
    assert!(brackets > 0);
}

#[test]
fn no_bar_of_a_few_loses_its_figure() {
    let mut bars = 0;
    for picture in ordinary().filter(|picture| (1..=16).contains(&picture.bars().flat_map(|bars| &bars.points).count()))
    {
        for (series, point) in picture.bars().flat_map(|series| series.points.iter().map(move |point| (series, point)))
        {
            let words = [point.label.as_str(), &series.label].join(" ");
            let lost = !point.label.is_empty() && picture.left_out.iter().any(|text| *text == words.trim_end());
            assert!(!lost, "{}: {words}", picture.name);
            bars += 1;
        }
    }
    assert!(bars > 0);
}

#[test]
fn no_label_crosses_an_edge_of_the_ground_where_there_is_room() {
    let mut grounds = 0;
    for picture in ordinary() {
        let figures = picture.figure.series.iter().map(|series| series.points.len()).sum::<usize>();
        let Some(ground) = picture.figure.ground.as_ref().filter(|_| figures < 25) else { continue };
        let layout = picture.layout();
        let Area { left, top, right, bottom } = layout.plot;
        let (from, to) = (layout.years.from, layout.years.to);
        let edge = left + (ground.from.max(from) - from) / (to - from) * (right - left);
        let edges = [[(edge, top), (edge, bottom)], [(right, top), (right, bottom)], [(edge, top), (right, top)]];
        for text in picture.texts.iter().filter(|text| text.area.bottom < bottom) {
            assert!(!edges.iter().any(|edge| text.area.crossed(edge)), "{}: {text:?}", picture.name);
        }
        grounds += 1;
    }
    assert!(grounds > 0);
}

#[test]
fn every_year_has_its_own_words_where_they_fit_in_two_lines() {
    let mut rows = 0;
    for picture in ordinary() {
        let Some(words) = &picture.figure.words else { continue };
        let layout = picture.layout();
        let lines = || words.words.iter().flat_map(|(at, text)| text.lines().map(move |line| (*at, line)));
        let fits = |(at, text): (f64, &str)| {
            let room = layout.year() * words.room(at) - picture.style.space;
            let two = Paragraph::unbroken(text, picture.style.small, room);
            two.width() <= room && two.lines.len() <= 2
        };
        if !lines().all(fits) {
            continue;
        }
        let below = picture.texts.iter().filter(|text| text.area.top >= layout.tops.words - 1.0);
        let below = below.filter(|text| text.area.bottom < layout.tops.source);
        let written: Vec<&str> = below.flat_map(|text| text.text.split_whitespace()).collect();
        let asked = lines().map(|(_, line)| line).chain(words.name.lines()).flat_map(str::split_whitespace);
        assert_eq!(written.len(), asked.count(), "{}: {written:?}", picture.name);
        rows += 1;
    }
    assert!(rows > 0);
}

#[test]
fn a_line_of_sources_ends_after_a_comma_or_a_semicolon() {
    for picture in ordinary() {
        let lines = picture.layout().source.lines;
        for line in lines.iter().take(lines.len().saturating_sub(1)) {
            assert!(line.text.ends_with([',', ';', '.']), "{}: {}", picture.name, line.text);
        }
    }
}

#[test]
fn the_last_year_of_an_axis_has_its_tick() {
    for picture in pictures() {
        if let Across::Years(_, last) = picture.figure.across {
            let last = last.to_string();
            let bulleted = !picture.figure.bullets.is_empty();
            assert!(bulleted || picture.texts.iter().any(|text| text.text == last), "{}", picture.name);
        }
    }
}

#[test]
fn no_line_and_no_mark_loses_its_only_name() {
    let mut names = 0;
    for picture in ordinary().filter(|picture| picture.figure.series.len() <= 12) {
        for series in picture.figure.series.iter().filter(|series| series.shape != Drawn::Bars) {
            assert!(!picture.left_out.contains(&series.label), "{}: {}", picture.name, series.label);
            names += usize::from(!series.label.is_empty());
        }
    }
    assert!(names > 0);
}

#[test]
fn a_label_without_a_leader_is_nearest_to_what_it_names() {
    let mut labels = 0;
    for picture in ordinary() {
        let layout = picture.layout();
        let Sought { labels: wanted, named } = sought(&layout);
        for label in wanted {
            let words = label.text.words();
            let mut texts = picture.texts.iter().filter(|text| text.text == words);
            let (Some(text), None) = (texts.next(), texts.next()) else { continue };
            let leads = |line: &[(f64, f64)]| {
                line.len() == 2 && line.iter().any(|(x, y)| text.area.grown(label.gap * 1.2).crossed(&[(*x, *y); 2]))
            };
            let led = picture.lines().any(|(line, _)| leads(&line));
            let own = text.area.distance(&label.own) - label.gap * 0.5;
            let mut others = named.iter().filter(|other| !other.meets(&label.own));
            assert!(led || others.all(|other| text.area.distance(other) >= own), "{}: {words}", picture.name);
            labels += 1;
        }
    }
    assert!(labels > 0);
}

#[test]
fn no_label_leaves_the_margins() {
    for picture in ordinary().filter(|picture| picture.figure.bullets.is_empty()) {
        let right = picture.style.width - picture.style.margin();
        for text in &picture.texts {
            assert!(text.area.right <= right + 1.0, "{}: {text:?}", picture.name);
        }
    }
}

#[test]
fn the_label_of_a_step_begins_or_ends_at_it_or_is_led_to() {
    let mut steps = 0;
    for picture in ordinary() {
        let layout = picture.layout();
        let stairs = picture.figure.series.iter().filter(|series| series.shape == Drawn::Steps);
        for (series, point) in stairs.flat_map(|series| series.points.iter().map(move |point| (series, point))) {
            let tread = layout.tread(series, point);
            let mut texts = picture.texts.iter().filter(|text| text.text == point.label);
            let (Some(text), None) = (texts.next(), texts.next()) else { continue };
            let near = picture.style.space * 3.0;
            let ends = [tread.left, tread.right];
            let at_end =
                [text.area.left, text.area.right].iter().any(|x| ends.iter().any(|end| (x - end).abs() < near));
            let (middle, _) = tread.middle();
            let leads = |line: &[(f64, f64)]| line.len() == 2 && line.iter().any(|(x, _)| (x - middle).abs() < near);
            assert!(at_end || picture.lines().any(|(line, _)| leads(&line)), "{}: {text:?}", picture.name);
            steps += 1;
        }
    }
    assert!(steps > 0);
}

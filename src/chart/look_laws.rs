//! Laws of what bars, hatches and years without a figure look like, and of what is never written, over the sample figures.

use super::draw;
use super::figure::{Across, Bullet, Figure, Hue, Role, Shape as Drawn, Sign, Standing};
use super::layout::Layout;
use super::paper::geometry::Area;
use super::paper::options::{Options, Theme};
use super::paper::palette::Colour;
use super::paper::sheet::{Ink, Shape};
use super::paper::style::Style;
use super::sample;
use super::size_laws::{built, every_pledge, figures, ids, shipped};
use super::text::type_style::STEPS;
use super::words::Lang;

const SIZES: [(u32, u32); 3] = [(1600, 900), (1080, 1080), (800, 450)];

/// Every figure in every size.
fn each(mut law: impl FnMut(&Figure, &Options)) {
    for figure in figures() {
        for (width, height) in SIZES {
            law(&figure, &Options { width, height, ..Options::default() });
        }
    }
}

type Rectangle = (Area, Colour);
type Stroke = (Vec<(f64, f64)>, Colour, f64);

/// The filled rectangles and the lines of a picture, in pixels.
fn shapes(picture: &draw::Picture) -> (Vec<Rectangle>, Vec<Stroke>) {
    let pixels = |steps: i32| f64::from(steps) / STEPS;
    let (mut rectangles, mut strokes) = (Vec::new(), Vec::new());
    for element in &picture.sheet.elements {
        match (&element.shape, element.ink) {
            (Shape::Rectangle((left, top), (across, down)), Ink::Fill(colour)) => {
                let [left, top, right, bottom] = [*left, *top, left + across, top + down].map(pixels);
                rectangles.push((Area { left, top, right, bottom }, colour));
            }
            (Shape::Line(places), Ink::Stroke { colour, width, .. }) => {
                let places = picture.sheet.places(places).iter().map(|(x, y)| (pixels(*x), pixels(*y)));
                strokes.push((places.collect(), colour, pixels(width)));
            }
            _ => {}
        }
    }
    (rectangles, strokes)
}

#[test]
fn a_hatch_goes_on_at_every_side_of_the_words_of_its_bar() {
    let mut plates = 0;
    each(|figure, options| {
        let style = Style::new(options);
        let (layout, (_, strokes)) = (Layout::new(figure, &style), shapes(&draw::Picture::of(figure, options)));
        for bar in layout.bars() {
            let Some(plate) = bar.plate(&style) else { continue };
            let within = bar.area.grown(-style.edge());
            assert!(plate.within(&within), "{}: {bar:?}", figure.title);
            let sides = [
                Area { bottom: plate.top, ..within },
                Area { top: plate.bottom, ..within },
                Area { right: plate.left, ..within },
                Area { left: plate.right, ..within },
            ];
            let wide = bar.words.as_ref().is_some_and(|(_, words)| {
                (bar.area.right - bar.area.left) - (words.right - words.left) > 2.5 * style.space
            });
            let sides = &sides[..if wide { 4 } else { 2 }];
            let edge = style.filling(bar.series.role).edge;
            let hatched = |side: &Area| strokes.iter().any(|(line, colour, _)| *colour == edge && crosses(line, side));
            assert!(sides.iter().all(hatched), "{}: {bar:?}", figure.title);
            plates += 1;
        }
    });
    assert!(plates > 0);
}

fn crosses(line: &[(f64, f64)], area: &Area) -> bool {
    line.windows(2).any(|pair| area.crossed(&[pair[0], pair[1]]))
}

#[test]
fn what_is_pale_lies_within_an_edge() {
    let mut pale = 0;
    each(|figure, options| {
        for theme in Theme::ALL {
            let options = Options { theme, ..options.clone() };
            let (style, (rectangles, _)) = (Style::new(&options), shapes(&draw::Picture::of(figure, &options)));
            let roles = [Role::Plan, Role::Shortfall, Role::Headroom].map(|role| style.filling(role));
            for filling in roles.into_iter().chain([style.shading(Hue::Number(1))]) {
                for (at, (area, _)) in rectangles.iter().enumerate().filter(|(_, (_, fill))| *fill == filling.within) {
                    let around = |(other, fill): &Rectangle| *fill == filling.edge && area.within(&other.grown(0.1));
                    assert!(rectangles[..at].iter().any(around), "{}: {area:?}", figure.title);
                    pale += 1;
                }
            }
        }
    });
    assert!(pale > 0);
}

#[test]
fn every_picture_says_what_drew_it_below_its_sources() {
    each(|figure, options| {
        let texts = draw::Picture::of(figure, options).texts;
        let starting = |start: &str| texts.iter().filter(|text| text.text.starts_with(start)).collect::<Vec<_>>();
        let (credit, sources) = (starting("pledgebook: "), starting("Sources: "));
        assert_eq!([credit.len(), sources.len()], [1, 1], "{}", figure.title);
        assert!(credit[0].text.ends_with("A book of samples"), "{}", credit[0].text);
        assert!(credit[0].area.top > sources[0].area.bottom, "{}", figure.title);
    });
}

#[test]
fn a_line_through_a_bar_has_paper_beside_it() {
    let mut crossings = 0;
    each(|figure, options| {
        let style = Style::new(options);
        let (layout, (_, strokes)) = (Layout::new(figure, &style), shapes(&draw::Picture::of(figure, options)));
        for (piece, width) in layout.pieces() {
            let ends = [&piece[0], &piece[1]].map(|point| layout.place(point.at, point.value));
            for bar in layout.each_bar().map(|(_, point)| layout.bar(point).grown(-width / 2.0 - style.casing())) {
                if !bar.crossed(&ends) {
                    continue;
                }
                let cased = |(line, colour, wide): &Stroke| {
                    *colour == style.palette.paper && *wide > width && crosses(line, &bar)
                };
                assert!(strokes.iter().any(cased), "{}: {piece:?}", figure.title);
                crossings += 1;
            }
        }
    });
    assert!(crossings > 0);
}

#[test]
fn a_year_between_bars_has_a_bar_or_says_that_it_has_no_figure() {
    let mut unknown = 0;
    for figure in figures().iter().filter(|figure| matches!(figure.across, Across::Years(..))) {
        let bars =
            || figure.series.iter().filter(|series| series.shape == Drawn::Bars).flat_map(|series| &series.points);
        let ends = bars().map(|bar| bar.at.round()).fold(None, |ends: Option<(f64, f64)>, at| {
            Some(ends.map_or((at, at), |(low, high)| (low.min(at), high.max(at))))
        });
        let Some((mut year, last)) = ends else { continue };
        while year <= last {
            let says = figure.unknown.iter().any(|unknown| unknown.at == year);
            assert_ne!(says, bars().any(|bar| bar.at.round() == year), "{} in {year}", figure.title);
            (year, unknown) = (year + 1.0, unknown + usize::from(says));
        }
    }
    assert!(unknown > 0);
}

#[test]
fn a_year_without_a_figure_is_seen_to_have_none() {
    let mut years = 0;
    each(|figure, options| {
        let (style, picture) = (Style::new(options), draw::Picture::of(figure, options));
        let layout = Layout::new(figure, &style);
        for unknown in &figure.unknown {
            let (middle, half) = (layout.across(unknown.at), layout.year() / 2.0);
            let column = Area { left: middle - half, right: middle + half, ..layout.plot };
            let says = |text: &str| text == "?" || unknown.words.contains(text);
            let seen = picture.texts.iter().any(|text| text.area.within(&column) && says(&text.text));
            assert!(seen, "{} in {}", figure.title, unknown.at);
            years += 1;
        }
    });
    assert!(years > 0);
}

#[test]
fn no_picture_of_the_shipped_book_shows_an_id_or_a_number_without_groups() {
    let (ids, tables) = (ids(), shipped().into_iter().chain([every_pledge()]).collect::<Vec<_>>());
    for (table, lang) in tables.iter().flat_map(|table| Lang::ALL.map(|lang| (table, lang))) {
        let figure = built(table, lang);
        let options = Options { height: 4000, ..Options::default() };
        let texts = draw::Picture::of(&figure, &options).texts.into_iter().map(|text| text.text);
        for text in texts.chain([figure.title.clone(), figure.alt.clone()]) {
            assert!(!ids.iter().any(|id| text.contains(id.as_str())), "{}: {text}", table.name);
            let runs = text.split(|letter: char| !letter.is_ascii_digit());
            assert!(runs.map(str::len).all(|digits| digits <= 4), "{}: {text}", table.name);
        }
    }
}

/// A scoreboard of one row that is changed in some way.
fn board(change: impl Fn(&mut Bullet)) -> draw::Picture {
    let mut figure = built(&sample::rows::invented_scoreboard(1).unwrap(), Lang::En);
    figure.bullets.iter_mut().for_each(change);
    draw::Picture::of(&figure, &Options::default())
}

/// What is drawn, without its colours.
fn outlines(picture: &draw::Picture) -> Vec<String> {
    let outline = |shape: &Shape| match shape {
        Shape::Line(places) | Shape::Polygon(places) => format!("{:?}", picture.sheet.places(places)),
        Shape::Rectangle(..) | Shape::Circle(..) | Shape::Text(..) => format!("{shape:?}"),
    };
    picture.sheet.elements.iter().map(|element| outline(&element.shape)).collect()
}

#[test]
fn every_verdict_and_every_sign_has_a_form_of_its_own_without_colour() {
    let standings = [Standing::Met, Standing::MetRounded, Standing::Missed, Standing::Undecided, Standing::Unjudged];
    let roles = [Role::Outturn, Role::Estimate, Role::Plan];
    let of_standings: Vec<_> = standings.map(|standing| board(|row| row.standing = standing)).into_iter().collect();
    let signs = roles.into_iter().flat_map(|role| [Sign::Money(role), Sign::Share(role)]);
    let of_signs = signs.map(|sign| board(|row| (row.sign, row.reached) = (sign, Some(0.5)))).collect();
    for pictures in [of_standings, of_signs] {
        for (at, picture) in pictures.iter().enumerate() {
            assert!(pictures[..at].iter().all(|other| outlines(other) != outlines(picture)), "{at}");
        }
    }
}

#[test]
fn a_row_names_zero_the_pledge_and_the_tolerance_that_decides() {
    let say = |row: &mut Bullet| (row.mark, row.tolerance) = ("at least 2%".to_owned(), "from 1.9%".to_owned());
    let texts: Vec<String> = board(say).texts.into_iter().map(|text| text.text).collect();
    assert!(["0", "at least 2%", "from 1.9%"].iter().all(|words| texts.iter().any(|text| text == words)), "{texts:?}");
}

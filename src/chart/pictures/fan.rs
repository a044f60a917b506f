//! How far apart the amounts of a pledge are over all scenarios of a file: the median, half of them, nine tenths of them.

use crate::chart::figure::{Across, Band, Edge, Figure, Floor, Hue, Point, Role, Series, Shape};
use crate::chart::words::{AMOUNTS, FAN, Lang, SCENARIOS, SHARED};
use crate::error::Result;
use crate::quantity::Decimal;
use crate::table::{self, Cell, Table, columns};

use super::alt_text::{Also, Told, main_values, sentence};
use super::scenario_lines::words;
use super::table_rows::{Row, currency, definition, place, printed, signed, year};
use super::{Chart, Countries};

/// Reads rows of `year`, `pledge`, `count` (of scenarios), `min_million`, `p5_million`, `p25_million`,
/// `median_million`, `p75_million`, `p95_million`, `max_million` and `definition`.
pub(crate) const ENTRY: Chart = Chart {
    name: "fan",
    about: "what a pledge comes to over all scenarios of a file: the median, half and nine tenths of them",
    countries: Countries::One,
    needs: Some("`--gdp FILE`"),
    build,
};

/// How far the bands of a year without a neighbour reach to both sides of it.
const ALONE: f64 = 0.2;

/// Of fewer scenarios no half lies between the quartiles.
const HALVED: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// A year: its median, and the ends of the three ranges around that, the narrowest first, the last from the least to the most.
#[derive(Debug, Clone, Copy)]
struct Spread<'a> {
    median: Row<'a>,
    ranges: [[&'a Cell; 2]; 3],
    count: &'a Cell,
}

impl<'a> Spread<'a> {
    /// Those of a table, by year.
    fn all(table: &'a Table) -> Result<Vec<Self>> {
        let of = [&columns::YEAR, &columns::PLEDGE, &columns::MEDIAN_MILLION, &columns::DEFINITION, &columns::COUNT];
        let ends = [
            &columns::P25_MILLION,
            &columns::P75_MILLION,
            &columns::P5_MILLION,
            &columns::P95_MILLION,
            &columns::MIN_MILLION,
            &columns::MAX_MILLION,
        ];
        let rows = table.select(of)?.into_iter().zip(table.select(ends)?);
        let mut all: Vec<Self> = rows.filter_map(|(cells, ends)| Self::of(cells, ends)).collect();
        all.sort_by_key(|spread| spread.median.year);
        Ok(all)
    }

    fn of(
        [at, pledge, figure, definition, count]: [&'a Cell; 5],
        [p25, p75, p5, p95, min, max]: [&'a Cell; 6],
    ) -> Option<Self> {
        let median = Row {
            role: table::Role::Scenario,
            label: pledge,
            year: year(at)?,
            figure,
            value: place(figure.number()?),
            pledge: pledge.pledge(),
            definition: definition.words(),
            title: "",
            publisher: "",
        };
        Some(Self { median, ranges: [[p25, p75], [p5, p95], [min, max]], count })
    }

    /// The edges of one of its ranges; a year without a neighbour reaches to both sides.
    fn edges(&self, range: usize, is_alone: bool) -> Vec<Edge> {
        let (at, [low, high]) = (f64::from(self.median.year), self.ranges[range]);
        let end = |cell: &Cell| cell.number().map_or(self.median.value, place);
        let places = if is_alone { vec![at - ALONE, at + ALONE] } else { vec![at] };
        places.into_iter().map(|at| Edge { at, low: end(low), high: end(high) }).collect()
    }

    /// One of its ranges in words.
    fn range(&self, range: usize, lang: Lang) -> String {
        let [low, high] = self.ranges[range].map(|end| printed(end, lang));
        if low == high { low } else { (AMOUNTS.of(lang).range)(&low, &high) }
    }
}

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let all = Spread::all(table)?;
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        let reason = "no line of the scenario file is about a year of a pledge";
        let help = "name another commitment with `--commitment ID`, another family with `--family`, or other years with `--years`";
        return Err(ENTRY.nothing_to_draw(reason, help));
    };
    let medians: Vec<Row> = all.iter().map(|spread| spread.median).collect();
    Ok(Figure {
        title: title(table, &all, lang),
        subtitle: subtitle(table, &all, &medians, lang),
        alt: alt(table, &all, lang),
        across: Across::Years(first.median.year, last.median.year),
        floor: Floor::Lowest,
        bands: bands(&all, lang),
        series: vec![line(&all, lang)],
        words: words(&medians, lang),
        ..signed(table, lang)
    })
}

/// The years in runs of neighbours.
fn runs<'s, 'a>(all: &'s [Spread<'a>]) -> impl Iterator<Item = &'s [Spread<'a>]> {
    all.chunk_by(|one, next| one.median.year + 1 == next.median.year)
}

/// Half of the scenarios on top of nine tenths of them; the last year says how far both reach.
fn bands(all: &[Spread], lang: Lang) -> Vec<Band> {
    let (say, last) = (FAN.of(lang), all.last().map(|spread| spread.median.year));
    let named = [(0, Hue::Number(0), say.middle), (1, Hue::Neutral, say.most)];
    let band = |(range, hue, name): (usize, Hue, fn(&str) -> String), run: &[Spread]| {
        let end = run.last().filter(|spread| Some(spread.median.year) == last);
        let label = end.map(|spread| name(&spread.range(range, lang))).unwrap_or_default();
        let edges = run.iter().flat_map(|spread| spread.edges(range, run.len() == 1)).collect();
        Band { hue, label, edges, edged: true }
    };
    named.into_iter().flat_map(|named| runs(all).map(move |run| band(named, run))).collect()
}

/// The medians; a year without a neighbour is a level.
fn line(all: &[Spread], lang: Lang) -> Series {
    let mut points = Vec::new();
    for run in runs(all) {
        let reach: &[f64] = if run.len() == 1 { &[-ALONE, ALONE] } else { &[0.0] };
        let places = run.iter().flat_map(|spread| reach.iter().map(move |aside| (spread.median, aside)));
        let first = points.len();
        points.extend(places.map(|(row, aside)| Point::new(f64::from(row.year) + aside, row.value)));
        points[first..].iter_mut().take(1).for_each(|point: &mut Point| point.joined = false);
    }
    let end = all.last().map(|spread| printed(spread.median.figure, lang)).unwrap_or_default();
    Series { role: Role::Scenario, shape: Shape::Line, hue: Hue::Number(0), label: (FAN.of(lang).median)(&end), points }
}

/// Of the years that the most scenarios reach the last: half of them, or all where they are few or say the same.
fn title(table: &Table, all: &[Spread], lang: Lang) -> String {
    let (say, country) = (FAN.of(lang), lang.country(table.context.country.as_ref()));
    let Some(told) = all.iter().max_by_key(|spread| (spread.count.number(), spread.median.year)) else {
        return String::new();
    };
    let [low, high] = told.ranges[2].map(Cell::number);
    let is_halved = low != high && told.count.number() >= Some(HALVED);
    let (words, range) = if is_halved { (say.half, 0) } else { (say.over, 2) };
    let range = (AMOUNTS.of(lang).millions)(currency(table), &told.range(range, lang));
    words(&country, &told.median.pledge(lang), &range, told.median.year, &printed(told.count, lang))
}

fn subtitle(table: &Table, all: &[Spread], medians: &[Row], lang: Lang) -> String {
    let say = FAN.of(lang);
    let counts = || all.iter().filter_map(|spread| Some((spread.count.number()?, printed(spread.count, lang))));
    let (least, most) = (counts().min().unwrap_or_default().1, counts().max().unwrap_or_default().1);
    let count = if least == most { most } else { (say.a_year)(&(AMOUNTS.of(lang).range)(&least, &most)) };
    let what = definition(medians).map(|definition| (SCENARIOS.of(lang).pledged)(&definition)).unwrap_or_default();
    (say.subtitle)(currency(table), &count) + &what
}

/// The finding, and the years with the highest median.
fn alt(table: &Table, all: &[Spread], lang: Lang) -> String {
    let say = FAN.of(lang);
    let told = all.iter().map(|spread| {
        let median = printed(spread.median.figure, lang);
        let words = (say.told)(&median, &spread.range(0, lang), &spread.range(1, lang), spread.median.year);
        Told::new(words, spread.median.value)
    });
    let head = (SHARED.of(lang).in_millions)(say.by_year, currency(table));
    let mut sentences = vec![format!("{}.", title(table, all, lang))];
    sentences.extend(sentence(&head, &main_values(&told.collect::<Vec<_>>(), Also::Highest, lang)));
    sentences.join(" ")
}

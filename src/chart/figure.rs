//! A picture as typed data: what is shown and in what words, with no size, colour or place.
//!
//! Charts build a [`Figure`] from a table, one canvas draws any of them. The values in it are places on an axis only; every
//! number that is printed comes as ready text, made from the table's decimals.

use super::words::Lang;

mod board; // rows of a scoreboard and their key
mod ranking; // rows of a ranking
mod panel; // small pictures beside each other
mod tiles; // cases in rows and columns
mod chronicle; // statements in their order
mod point; // points of a series
mod series; // points of one kind

pub use board::{Bullet, Entry, Sign, Standing};
pub(crate) use chronicle::STATEMENTS;
pub use chronicle::{Chronicle, Statement};
pub(crate) use panel::PANELS;
pub use panel::{Panel, Station};
pub use point::{Point, Unknown};
pub(crate) use ranking::ROWS;
pub use ranking::{Level, Placing, Ranking};
pub use series::{Hue, Role, Series, Shape};
pub(crate) use series::{LINES, MARKS, lying_on};
pub(crate) use tiles::TILES;
pub use tiles::{Steps, Tile, Tiles};

/// The range between two lines, shaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its colour.
    pub hue: Hue,
    /// How far it is at the end, set beside a bracket there; empty for none.
    pub label: String,
    /// Its edges, from left to right.
    pub edges: Vec<Edge>,
    /// Whether they are drawn: where no line of the figure runs along them.
    pub edged: bool,
}

impl Band {
    /// The places of its upper and of its lower line, from left to right.
    pub(crate) fn levels(&self) -> [Vec<(f64, f64)>; 2] {
        let level = |value: fn(&Edge) -> f64| self.edges.iter().map(|edge| (edge.at, value(edge))).collect();
        [level(|edge| edge.high), level(|edge| edge.low)]
    }
}

/// From where to where a band reaches at one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The place on the horizontal axis.
    pub at: f64,
    /// The lower line there.
    pub low: f64,
    /// The upper line there.
    pub high: f64,
}

/// A time that is told apart by a tinted ground, as that which is to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// Where it begins; it reaches to the right edge.
    pub from: f64,
    /// Its name, set small in the corner of it that is freest.
    pub name: String,
}

/// What the horizontal axis shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Across {
    /// Whole years from the first to the last; what happened in a year stands at its number.
    Years(i32, i32),
    /// Days from the first to the last, as decimal years; a year begins at its number.
    Days(f64, f64),
    /// So many things beside each other, the first of them at 0, which the words below name.
    Named(u32),
}

impl Default for Across {
    fn default() -> Self {
        Self::Years(0, 0)
    }
}

impl Across {
    /// Its two ends.
    #[must_use]
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Years(first, last) => (f64::from(first), f64::from(last)),
            Self::Days(first, last) => (first, last),
            Self::Named(things) => (0.0, f64::from(things.saturating_sub(1))),
        }
    }
}

/// Where the value axis begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Floor {
    /// At zero, so that lengths can be compared.
    #[default]
    Zero,
    /// Near the lowest value, so that small differences are seen; never with bars.
    Lowest,
}

/// Words below the years, such as the pledge of each year.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What the words are, set beside them.
    pub name: String,
    /// The words, each at its year or below one of several bars of a year, in as many lines as its name has.
    pub words: Vec<(f64, String)>,
    /// Whether equal words of neighbouring years may stand once between them: those of years, not those of bars.
    pub shared: bool,
}

impl Words {
    /// How far it is from there to the nearest other of them, in years; a year at most.
    pub(crate) fn room(&self, at: f64) -> f64 {
        self.words.iter().map(|(other, _)| (other - at).abs()).filter(|apart| *apart > 0.0).fold(1.0, f64::min)
    }
}

/// A picture, described.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// The language of its words.
    pub lang: Lang,
    /// The finding, as a headline.
    pub title: String,
    /// What is measured, in what unit, by what definition.
    pub subtitle: String,
    /// Where the figures come from, of which day.
    pub source: String,
    /// What drew it, from which book, for whoever finds the picture alone.
    pub credit: String,
    /// The finding and the main figures in words, for those who do not see the picture.
    pub alt: String,
    /// The horizontal axis.
    pub across: Across,
    /// Where the value axis begins.
    pub floor: Floor,
    /// What follows the number at the top of the value axis, such as `%`; empty where the subtitle alone names the unit.
    pub unit: String,
    /// A time that is told apart.
    pub ground: Option<Ground>,
    /// Shaded ranges, which lie below everything else.
    pub bands: Vec<Band>,
    /// What is drawn, the most important first: it comes on top.
    pub series: Vec<Series>,
    /// The years of which no figure is known.
    pub unknown: Vec<Unknown>,
    /// Rows of a scoreboard, which take the place of the axes.
    pub bullets: Vec<Bullet>,
    /// Rows of a ranking, which do the same.
    pub ranking: Option<Ranking>,
    /// Small pictures on the same axes, which do the same.
    pub panels: Vec<Panel>,
    /// Cases in rows and columns, which do the same.
    pub tiles: Option<Tiles>,
    /// Statements in their order, which do the same.
    pub chronicle: Option<Chronicle>,
    /// The key to the signs of any of these.
    pub key: Vec<Entry>,
    /// A row of words below the years.
    pub words: Option<Words>,
}

impl Figure {
    /// Every value with a place on the value axis.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let points = || self.series.iter().flat_map(|series| &series.points);
        let within = points().filter_map(|point| point.within).flat_map(|(low, high)| [low, high]);
        points()
            .map(|point| point.value)
            .chain(within)
            .chain(self.bands.iter().flat_map(|band| &band.edges).flat_map(|edge| [edge.low, edge.high]))
    }
}

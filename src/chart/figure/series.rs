//! Points of one kind, and what their kind says of how they are drawn.

use super::point::Point;

/// What a series of points is, which decides how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Figures of closed years.
    Outturn,
    /// A publisher's figures for years that are open or have just closed.
    Estimate,
    /// A publisher's expectation.
    Forecast,
    /// An adopted budget or framework.
    Plan,
    /// What was promised.
    Pledge,
    /// One path of GDP, or what follows from it.
    Scenario,
    /// An aim for a far year.
    Goal,
    /// What is missing to a pledge, or beyond a ceiling.
    Shortfall,
    /// What lies beyond a pledge, or below a ceiling.
    Headroom,
    /// One way to a pledge, beside others that lead to the same place.
    Path,
    /// What adds to a value.
    Rise,
    /// What takes from it.
    Fall,
}

impl Role {
    /// What it is called in a file.
    fn name(self) -> &'static str {
        match self {
            Self::Outturn => "outturn",
            Self::Estimate => "estimate",
            Self::Forecast => "forecast",
            Self::Plan => "plan",
            Self::Pledge => "pledge",
            Self::Scenario => "scenario",
            Self::Goal => "goal",
            Self::Shortfall => "shortfall",
            Self::Headroom => "headroom",
            Self::Path => "path",
            Self::Rise => "rise",
            Self::Fall => "fall",
        }
    }
}

/// How the points of a series are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A line through the points that are joined; a point joined to none becomes a mark.
    Line,
    /// A bar for each point, from zero or from where another one ends.
    Bars,
    /// A mark for each point.
    Marks,
    /// A staircase: each point holds until the next one.
    Steps,
}

/// Which colour a series has; the theme says how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// Grey, for what stands behind the subject.
    Neutral,
    /// The palette's colour of this number; numbers beyond the palette begin again with another mark.
    Number(usize),
}

/// Points of one kind under one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What the points are.
    pub role: Role,
    /// How they are drawn.
    pub shape: Shape,
    /// Their colour.
    pub hue: Hue,
    /// The text at the series' end, or in each of its bars; empty for none.
    pub label: String,
    /// The points, from left to right.
    pub points: Vec<Point>,
}

/// The most scenarios whose lines can be told apart: each colour whole, and dashed in each way.
pub(crate) const LINES: usize = 24;

/// The most figures that have room, each with its mark and its text.
pub(crate) const MARKS: usize = 1_000;

impl Series {
    /// What it is called, whatever its figures are: as the words of its label say, or those of its mark, or as what it is.
    pub(crate) fn name(&self) -> String {
        let mark = self.points.first().filter(|_| self.shape == Shape::Marks).map(|point| &point.label);
        let is_word = |word: &&str| word.chars().all(|letter| !letter.is_numeric());
        let words = |label: &String| label.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ");
        let labels = [Some(&self.label), mark].into_iter().flatten().map(words);
        // what moves a value is labelled with how far
        let moves = matches!(self.role, Role::Shortfall | Role::Headroom | Role::Rise | Role::Fall);
        let mut named = labels.filter(|label| !moves && label.chars().any(char::is_alphabetic));
        named.next().unwrap_or_else(|| self.role.name().to_owned())
    }

    /// Points that a line joins; one alone is a mark.
    pub(crate) fn runs(&self) -> impl Iterator<Item = &[Point]> {
        self.points.chunk_by(|_, next| next.joined)
    }

    /// The pieces of its lines, each from one point to the next.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &[Point]> {
        self.runs().flat_map(|run| run.windows(2))
    }

    /// The points that are drawn as marks: those on no line.
    pub(crate) fn marks(&self) -> impl Iterator<Item = &Point> {
        let alone = |run: &[Point]| match self.shape {
            Shape::Marks => true,
            Shape::Line => run.len() == 1,
            Shape::Bars | Shape::Steps => false,
        };
        self.runs().filter(move |run| alone(run)).flatten()
    }

    /// Where a staircase rises or falls: from the value of one point to that of the next, at the place of that.
    pub(crate) fn risers(&self) -> impl Iterator<Item = [(f64, f64); 2]> {
        self.points.windows(2).map(|pair| [(pair[1].at, pair[0].value), (pair[1].at, pair[1].value)])
    }

    /// Whether the piece from one point to the next is a piece of this line as well.
    fn runs_along(&self, piece: &[Point]) -> bool {
        let same = |one: &Point, other: &Point| one.at == other.at && one.value == other.value;
        let along = |pair: &[Point]| pair.iter().zip(piece).all(|(one, other)| same(one, other));
        self.shape == Shape::Line && self.pieces().any(along)
    }
}

/// How many of these series lie exactly on this piece of a line.
pub(crate) fn lying_on(above: &[Series], piece: &[Point]) -> u8 {
    above.iter().filter(|series| series.runs_along(piece)).map(|_| 1).sum()
}

//! Points of a series.

/// One point of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its place on the horizontal axis: a year, or the part of one that has passed on a day.
    pub at: f64,
    /// Its place on the value axis.
    pub value: f64,
    /// Where a bar begins on the value axis.
    pub from: f64,
    /// The text beside it; empty for none.
    pub label: String,
    /// Whether a line leads here from the point before.
    pub joined: bool,
    /// How heavy a step or a line from here on is, in widths of a line.
    pub weight: f64,
    /// From where to where the true value may lie, as far as the figure's own precision says.
    pub within: Option<(f64, f64)>,
}

/// A year of which no figure is known, which is said at its place: an empty one would be read as nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// The year.
    pub at: f64,
    /// What is said there, in a word or two.
    pub words: String,
}

impl Point {
    /// A point without a text, joined to the one before it.
    #[must_use]
    pub fn new(at: impl Into<f64>, value: f64) -> Self {
        Self { at: at.into(), value, from: 0.0, label: String::new(), joined: true, weight: 1.0, within: None }
    }

    /// The same point with a text beside it.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same point on top of a bar that ends here.
    #[must_use]
    pub fn upon(mut self, from: f64) -> Self {
        self.from = from;
        self
    }

    /// The same point with a step or a line this heavy.
    #[must_use]
    pub fn weighing(mut self, weight: f64) -> Self {
        self.weight = weight;
        self
    }

    /// The same point with the ends of what it may be.
    #[must_use]
    pub fn within(mut self, low: f64, high: f64) -> Self {
        self.within = Some((low, high));
        self
    }

    /// The same point with a gap before it.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.joined = false;
        self
    }
}

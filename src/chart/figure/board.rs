//! Rows of a scoreboard, and the key to the signs of rows.

use super::series::Role;

/// What a verdict comes to, which decides its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Reached as written.
    Met,
    /// Reached at the precision at which it was stated, and not as written.
    MetRounded,
    /// Not reached.
    Missed,
    /// Left open by the figures.
    Undecided,
    /// Nothing to judge by.
    Unjudged,
}

/// What is drawn on a row: each sign has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Money of a kind: a bar.
    Money(Role),
    /// A share as its publisher states it, of a kind: a diamond at the end of a stem.
    Share(Role),
    /// What still passes as the stated figure: a shaded range.
    Tolerance,
    /// Between what the figure lies as it is published: a line with ends.
    Between,
    /// A figure of a kind on a scale: a dot, hollow unless it is final.
    Dot(Role),
    /// Where it was before: a thin line that leads from there.
    Tail,
    /// What was pledged: a short line across.
    Pledge,
    /// A figure from year to year: a line.
    Course,
    /// What was pledged for a year: a level as wide as that.
    Held,
    /// A verdict in its form.
    Verdict(Standing),
    /// A verdict as a tone, where its form has no room.
    Tone(Standing),
    /// Between what reaches a pledge and what does not: a line.
    BreakEven,
}

/// A sign and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The sign.
    pub sign: Sign,
    /// Its words.
    pub words: String,
}

/// A row of a scoreboard: one figure against one pledge. Places are in pledges: at 1 all of it is reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// What was pledged, in a few words; empty where the row above has the same pledge.
    pub title: String,
    /// The pledge itself, and its years.
    pub pledge: String,
    /// What is said at the mark that is to be reached.
    pub mark: String,
    /// The upper end of a range.
    pub until: Option<f64>,
    /// How much of the pledge the figure is.
    pub reached: Option<f64>,
    /// Between what that lies, where it leaves the verdict open.
    pub between: Option<(f64, f64)>,
    /// From where to where the stated digits or a tolerance leave it open.
    pub allowed: (f64, f64),
    /// What is said of that where it decides; empty where it does not.
    pub tolerance: String,
    /// What the figure is drawn as.
    pub sign: Sign,
    /// The verdict.
    pub standing: Standing,
    /// The verdict in words.
    pub verdict: String,
    /// The figure in words.
    pub figure: String,
    /// Why the verdict is as it is, in a few words; empty where nothing is to be said.
    pub reason: String,
}

impl Bullet {
    /// Whether it goes on with the pledge of the row above.
    pub(crate) fn goes_on(&self) -> bool {
        self.title.is_empty()
    }

    /// The furthest place on the row.
    pub(crate) fn furthest(&self) -> f64 {
        let places = [self.reached, self.until, self.between.map(|(_, high)| high), Some(self.allowed.1)];
        places.into_iter().flatten().fold(1.0, f64::max)
    }
}

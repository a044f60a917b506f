//! How bars are filled: what is final is solid, what is not has an edge and may be hatched.

use super::palette::Colour;
use super::style::Style;
use crate::chart::figure::{Hue, Role, Standing};

/// The hues of what is missing or taken away, and of what lies beyond or is added.
const MISSING: Hue = Hue::Number(1);
const BEYOND: Hue = Hue::Number(2);

/// How much of its hue the tone of what is met as rounded has, and of what is missed.
const NEARLY: f64 = 0.5;
const HARDLY: f64 = 0.28;

/// Which way the lines of a hatch run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hatch {
    Rising,
    Falling,
    Level,
}

/// The colours of a bar: its edge and the lines of its hatch, which are seen on every ground, and what lies within.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filling {
    pub(crate) edge: Colour,
    pub(crate) within: Colour,
    pub(crate) hatch: Option<Hatch>,
}

impl Style {
    /// How a bar of this kind of figure is filled. Its hatch says also without colour what is not spent yet or added (rising), missing
    /// or taken away (falling) or beyond (level).
    pub(crate) fn filling(&self, role: Role) -> Filling {
        let (bar, pale) = (self.palette.bar, self.palette.pale_bar);
        match role {
            Role::Outturn => Filling { edge: bar, within: bar, hatch: None },
            Role::Estimate => Filling { edge: bar, within: pale, hatch: None },
            Role::Forecast | Role::Plan | Role::Pledge | Role::Scenario | Role::Goal | Role::Path => {
                Filling { edge: bar, within: pale, hatch: Some(Hatch::Rising) }
            }
            Role::Shortfall => Filling { hatch: Some(Hatch::Falling), ..self.shading(MISSING) },
            Role::Headroom => Filling { hatch: Some(Hatch::Level), ..self.shading(BEYOND) },
            Role::Rise => Filling { hatch: Some(Hatch::Rising), ..self.shading(BEYOND) },
            Role::Fall => Filling { hatch: Some(Hatch::Falling), ..self.shading(MISSING) },
        }
    }

    /// A shaded range of a hue.
    pub(crate) fn shading(&self, hue: Hue) -> Filling {
        Filling { edge: self.paint(hue).line, within: self.tint(hue), hatch: None }
    }

    /// A verdict as a tone: each is of another lightness, so that they differ in grey.
    pub(crate) fn tone(&self, standing: Standing) -> Filling {
        let within = match standing {
            Standing::Met => self.paint(BEYOND).line,
            Standing::MetRounded => self.thinned(BEYOND, NEARLY),
            Standing::Missed => self.thinned(MISSING, HARDLY),
            Standing::Undecided => self.palette.bar,
            Standing::Unjudged => self.palette.paper,
        };
        Filling { edge: self.palette.axis, within, hatch: None }
    }

    /// How wide an edge is, in whole pixels so that it is sharp.
    pub(crate) fn edge(&self) -> f64 {
        (self.hair * 1.5).round().max(1.0)
    }
}

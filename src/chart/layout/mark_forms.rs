//! The outlines of marks: each role has a form of its own, so that they differ without colour.

use crate::chart::figure::{Hue, Role, Series};

/// The outline of a mark, in halves of its size.
pub(crate) enum Form {
    Round,
    Corners(&'static [(f64, f64)]),
}

const DIAMOND: &[(f64, f64)] = &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)];
const SQUARE: &[(f64, f64)] = &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const TRIANGLE: &[(f64, f64)] = &[(0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)];
const FLAT: &[(f64, f64)] = &[(-2.2, -0.35), (2.2, -0.35), (2.2, 0.35), (-2.2, 0.35)];

impl Form {
    /// Pledges and goals have their own; scenarios take turns, so that none has both colour and form of another.
    pub(crate) fn of(series: &Series) -> Self {
        match (series.role, series.hue) {
            (Role::Pledge, _) => Self::Corners(DIAMOND),
            (Role::Goal, _) => Self::Corners(FLAT),
            (Role::Scenario, Hue::Number(number)) => match (number + number / 6) % 4 {
                1 => Self::Corners(SQUARE),
                2 => Self::Corners(DIAMOND),
                3 => Self::Corners(TRIANGLE),
                _ => Self::Round,
            },
            (
                Role::Scenario
                | Role::Outturn
                | Role::Estimate
                | Role::Forecast
                | Role::Plan
                | Role::Shortfall
                | Role::Headroom
                | Role::Path
                | Role::Rise
                | Role::Fall,
                _,
            ) => Self::Round,
        }
    }

    /// How far it reaches aside and up or down.
    pub(super) fn reach(&self) -> (f64, f64) {
        match self {
            Self::Round => (1.0, 1.0),
            Self::Corners(corners) => corners
                .iter()
                .fold((0.0_f64, 0.0_f64), |(across, down), (x, y)| (across.max(x.abs()), down.max(y.abs()))),
        }
    }
}

//! Both ends of a change and what moved the one to the other, as a picture shows them.

use crate::analysis::Effect;
use crate::book::{Definition, Kind, Observation};
use crate::error::Result;
use crate::pledge::Pledge;
use crate::quantity::{Date, Decimal, Ratio};
use crate::question::Query;
use crate::table::{Cell, Role};

use super::known::Known;
use super::split::Why;

/// A change between two points.
pub(in crate::question) struct Points<'b> {
    pub(in crate::question) ends: [Reading<'b>; 2],
    /// What moved the one to the other, with what that was at both.
    pub(in crate::question) effects: Vec<(Role, [Cell; 2], Effect)>,
    /// The pledge to which the gap is split in the place of the share.
    pub(in crate::question) pledge: Option<Pledge>,
    pub(in crate::question) sources: Vec<String>,
}

/// What is read at one of the two points.
pub(in crate::question) struct Reading<'b> {
    /// The figure that it rests on.
    pub(in crate::question) row: &'b Observation,
    /// The weaker kind of the money and of its GDP.
    pub(in crate::question) kind: Kind,
    pub(in crate::question) day: Date,
    pub(in crate::question) definition: &'b Definition,
    /// The share, or the gap in points.
    pub(in crate::question) percent: Ratio,
    pub(in crate::question) money: Decimal,
}

impl<'b> Points<'b> {
    /// What [`why`](super) answers.
    ///
    /// # Errors
    /// As that.
    pub(in crate::question) fn of(query: &Query<'b>) -> Result<Self> {
        let why = Why::of(query)?;
        let point = |known: &Known<'b>| -> Result<Reading<'b>> {
            Ok(Reading {
                row: known.row,
                kind: known.kind(),
                day: known.end.day,
                definition: known.end.definition,
                percent: why.percent(known)?,
                money: known.at.money,
            })
        };
        Ok(Self {
            ends: [point(&why.from)?, point(&why.to)?],
            effects: why.moved(),
            pledge: why.gap.as_ref().map(|gap| gap.pledge),
            sources: why.sources().names().to_vec(),
        })
    }
}

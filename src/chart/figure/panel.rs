//! Small pictures beside each other, all on one scale and over the same years.

use super::series::Role;

/// The most that have room.
pub(crate) const PANELS: usize = 36;

/// One of several small pictures on the same axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Whose it is.
    pub title: String,
    /// Its last figure in words.
    pub figure: String,
    /// Whether it is the one that the picture is about.
    pub marked: bool,
    /// What is published, from left to right.
    pub course: Vec<Station>,
    /// What was pledged for a year: its place, and that on the value axis.
    pub held: Vec<(f64, f64)>,
}

/// A figure on the course of a panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Station {
    /// Its year.
    pub at: f64,
    /// Its place on the value axis.
    pub value: f64,
    /// What it is, which decides whether its dot is hollow.
    pub role: Role,
    /// Whether a line leads here from the one before.
    pub joined: bool,
}

impl Panel {
    /// The figures that are not final, and those that no line leads to or from.
    pub(crate) fn dots(&self) -> impl Iterator<Item = &Station> {
        let next = self.course.iter().skip(1).map(|next| next.joined).chain([false]);
        let with_next = self.course.iter().zip(next);
        let is_dot = |(own, next): &(&Station, bool)| own.role != Role::Outturn || !(own.joined || *next);
        with_next.filter(is_dot).map(|(own, _)| own)
    }

    /// Every value with a place on the value axis.
    pub(crate) fn values(&self) -> impl Iterator<Item = f64> {
        self.course.iter().map(|station| station.value).chain(self.held.iter().map(|(_, value)| *value))
    }
}

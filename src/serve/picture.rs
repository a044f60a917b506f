//! A picture with the command that draws it, in both themes, for wide and for narrow windows.

use askama::Template;

use crate::report::Planned;

use super::address::{pairs, written};
use super::desk::{Answered, Asked};

/// A picture with the command that draws it.
#[derive(Template)]
#[template(path = "picture.html", config = "src/askama.toml")]
pub(super) struct Picture {
    name: &'static str,
    alt: String,
    /// The address of the picture as the command draws it.
    svg: String,
    /// Its address in a theme and a size.
    light: String,
    dark: String,
    narrow_light: String,
    narrow_dark: String,
    png: String,
    /// The rows behind it, where a command has them.
    csv: Option<String>,
    command: String,
}

impl Picture {
    pub(super) fn of(asked: &Asked, answered: &Answered, planned: &Planned, csv: Option<String>) -> Self {
        let name = planned.chart.name;
        let address = |ending: &str, more: &[(&str, &str)]| {
            written(&format!("/chart/{name}.{ending}"), pairs(&asked.fields).chain(more.iter().copied()))
        };
        let (dark, wide, narrow) = (("theme", "dark"), ("size", "1120x700"), ("size", "400x560"));
        Self {
            name,
            alt: planned.figure.alt.clone(),
            svg: address("svg", &[]),
            light: address("svg", &[wide]),
            dark: address("svg", &[wide, dark]),
            narrow_light: address("svg", &[narrow]),
            narrow_dark: address("svg", &[narrow, dark]),
            png: address("png", &[]),
            csv,
            command: answered.command.clone(),
        }
    }
}

//! What the page of one country rests on: why each verdict is what it is, what pledges come to on each path of GDP, more pictures.

use crate::error::Result;
use crate::quantity::text::markdown_code;

use super::page::{Page, joined, section};
use super::words::PAGE;

impl Page<'_> {
    /// The annex as Markdown.
    pub(super) fn annex(&self) -> Result<String> {
        let say = self.wording.say(&PAGE);
        let title = self.title();
        Ok(joined(&[
            format!("# {}", (say.annex)(&title)),
            format!("[{title}](README.md)"),
            self.reasons()?,
            self.amounts()?,
            section(say.pictures, &[self.more_pictures(), self.left_out()]),
        ]))
    }

    fn reasons(&self) -> Result<String> {
        let say = self.wording.say(&PAGE);
        let reasons = self.wording.reasons(&self.sides, |sides| self.opens(sides))?;
        let lead = if reasons.is_empty() { String::new() } else { say.two_readings.to_owned() };
        Ok(section(say.reasons, &[lead, reasons]))
    }

    fn amounts(&self) -> Result<String> {
        if self.on_paths.is_empty() {
            return Ok(String::new());
        }
        let (say, currency) = (self.wording.say(&PAGE), self.currency());
        let unit = currency.map_or_else(String::new, |currency| (say.by_scenario)(currency.code()));
        Ok(section(say.comes_to, &[unit, self.wording.on_paths(&self.on_paths, currency)?]))
    }

    /// The pictures that the book has no figures for.
    fn left_out(&self) -> String {
        let names: Vec<String> = self.part.left_out.iter().map(|left| markdown_code(&left.name)).collect();
        let said = |names: &str| (self.wording.say(&PAGE).left_out)(names);
        if names.is_empty() { String::new() } else { said(&self.wording.listed(&names)) }
    }
}

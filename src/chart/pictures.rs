//! One file per picture: a table becomes a [`Figure`].

mod table_rows; // what the pictures read from a table
mod dated_rows; // the same, of rows with a day
mod scenario_lines; // what the pictures of scenarios share
mod alt_text; // many values in a few words
mod unknown_years; // years without a figure
mod gap_words; // how far a figure is from a pledge
pub(super) mod share; // the pictures
pub(super) mod amounts;
pub(super) mod scenarios;
pub(super) mod revisions;
pub(super) mod gdp_vintages;
pub(super) mod progress;
pub(super) mod accounts;
pub(super) mod scoreboard;
pub(super) mod gap;
pub(super) mod league;
pub(super) mod grid;
pub(super) mod path;
pub(super) mod why;
pub(super) mod sensitivity;
pub(super) mod timeline;
pub(super) mod fan;
#[cfg(test)]
mod alt_laws; // what holds of the words for those who do not see a picture

use super::figure::{Figure, LINES, MARKS, PANELS, ROWS, STATEMENTS, TILES};
use super::words::Lang;
use crate::error::{Error, Kind, Result};
use crate::table::Table;

/// A kind of picture.
#[derive(Debug, Clone, Copy)]
pub struct Chart {
    /// Its name on the command line and in file names, also that of the question whose table it reads.
    pub name: &'static str,
    /// What it shows.
    pub about: &'static str,
    /// Whose figures it shows.
    pub countries: Countries,
    /// What it has to be told to show anything, so that it is drawn where somebody asks for it alone; nothing where a book is enough.
    pub needs: Option<&'static str>,
    /// Describes the picture of a table, in a language.
    pub build: fn(&Table, Lang) -> Result<Figure>,
}

/// How many countries a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Countries {
    /// One.
    One,
    /// Several beside each other; where one is asked for, it is marked among all.
    Several,
}

impl Chart {
    /// That so many lines can be told apart.
    fn check_lines(&self, lines: usize) -> Result<()> {
        self.check_most(
            "lines can be told apart",
            (LINES, lines),
            "keep fewer in the book, or ask for rows with `amounts --scenario`",
        )
    }

    /// That so many figures have room.
    fn check_marks(&self, marks: usize) -> Result<()> {
        self.check_most(
            "figures have room",
            (MARKS, marks),
            "name those to be seen with `--commitment`, `--family` or `--years`",
        )
    }

    /// That so many countries have room.
    fn check_countries(&self, countries: usize) -> Result<()> {
        self.check_most("countries have room", (ROWS, countries), "name those to be seen with `--country`")
    }

    /// That so many panels have room.
    fn check_panels(&self, panels: usize) -> Result<()> {
        self.check_most("panels have room", (PANELS, panels), "name the countries to be seen with `--country`")
    }

    /// That so many statements have room.
    fn check_statements(&self, statements: usize) -> Result<()> {
        self.check_most(
            "statements have room",
            (STATEMENTS, statements),
            "name those to be seen with `--commitment` or `--family`",
        )
    }

    /// That so many cases have room.
    fn check_tiles(&self, tiles: usize) -> Result<()> {
        self.check_most("cases have room", (TILES, tiles), "take larger steps of `--growth` or `--share`")
    }

    fn check_most(&self, what: &str, (most, found): (usize, usize), help: &str) -> Result<()> {
        if found <= most {
            return Ok(());
        }
        let kind = Kind::TooMuchToDraw { chart: self.name.to_owned(), reason: format!("{most} {what}, not {found}") };
        Err(Error::new(kind).help(help))
    }

    /// Why a table has nothing that this picture could draw, and what to add to the book.
    fn nothing_to_draw(&self, reason: &str, help: &str) -> Error {
        Error::new(Kind::NothingToDraw { chart: self.name.to_owned(), reason: reason.to_owned() }).help(help)
    }
}

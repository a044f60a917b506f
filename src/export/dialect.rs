//! What engines write differently.

pub(super) mod datafusion;
pub(super) mod duckdb;
pub(super) mod postgres;
pub(super) mod spark;

use crate::error::{self, Noun, Result};

use super::DIALECTS;

/// An engine's own way to write what a statement says.
#[derive(Debug, Clone, Copy)]
pub struct Dialect {
    /// The name on the command line, as `duckdb`.
    pub name: &'static str,
    /// The engine, as people call it.
    pub engine: &'static str,
    /// The type of text.
    pub(super) text: &'static str,
    /// The type of whole numbers of as many digits as can be had.
    pub(super) whole: &'static str,
    /// How many digits a whole number may have before it is divided.
    pub(super) digits: usize,
    /// A text as a literal.
    pub(super) quoted: fn(&str) -> String,
    /// A text of one line as a comment, without its line end, which nothing in it ends or goes beyond.
    pub(super) comment: fn(&str) -> String,
    /// The settings without which a statement is not right, as a comment tells them; none where no setting could make it wrong.
    pub(super) settings: Option<&'static str>,
    /// The quotient of two whole numbers, cut off towards zero, for one that is divided without a remainder or not.
    pub(super) cut: fn(&str, &str) -> String,
}

impl Dialect {
    /// The dialect of this name, in any case.
    ///
    /// ```
    /// use pledgebook::export::Dialect;
    /// assert_eq!(Dialect::named("DuckDB")?.name, "duckdb");
    /// assert_eq!(Dialect::named("postgre").unwrap_err().way_out(), Some("did you mean `postgres`?"));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// There is none; the way out names the nearest.
    pub fn named(name: &str) -> Result<&'static Self> {
        DIALECTS.iter().find(|dialect| dialect.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
            let names = DIALECTS.iter().map(|dialect| dialect.name);
            error::unknown_name(Noun::Dialect, name, names, "`--help` lists them")
        })
    }

    /// The type of a figure with so many places.
    pub(super) fn decimal(places: u32) -> String {
        format!("DECIMAL(24, {places})")
    }

    /// The quotient of two whole numbers, the lower one above zero, as a whole number rounded half away from zero.
    pub(super) fn rounded(&self, above: &str, below: &str, may_be_negative: bool) -> String {
        let [above, below] =
            [above, below].map(|sum| if sum.contains(' ') { format!("({sum})") } else { sum.to_owned() });
        let half = if may_be_negative { format!("CASE WHEN {above} < 0 THEN -1 ELSE 1 END * ") } else { String::new() };
        (self.cut)(&format!("(2 * {above} + {half}{below})"), &format!("(2 * {below})"))
    }
}

/// A text in single quotes, those inside of it doubled: standard SQL, where nothing else has a meaning.
fn standard(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A comment up to the end of its line: standard SQL, where nothing else has a meaning.
fn to_line_end(text: &str) -> String {
    format!("-- {text}")
}

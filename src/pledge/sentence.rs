//! A pledge with the years that its words name.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};

use super::{Pledge, Speaker, When, grammar};

/// A pledge as it is said, with its years where the words name them.
///
/// ```
/// use pledgebook::pledge::{Sentence, When};
/// let sentence: Sentence = "€75bn between 2024 and 2026".parse()?;
/// assert_eq!(sentence.when, Some(When::Sum("2024-2026".parse()?)));
/// assert_eq!(sentence.to_string(), "75 billion EUR over 2024-2026");
/// # Ok::<(), pledgebook::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The pledge.
    pub pledge: Pledge,
    /// Its years, if the words name any.
    pub when: Option<When>,
    /// The bytes that say when, `a year` included.
    pub(super) tail: Range<usize>,
}

impl Sentence {
    /// Reads a pledge and its years in the words of a speaker.
    ///
    /// # Errors
    /// The text is no pledge, or more than one.
    pub fn read(text: &str, speaker: Speaker) -> Result<Self> {
        grammar::read(text, speaker)
    }

    /// The pledge of a text whose years are said elsewhere; `a year` goes with `in` alone, and not with another `key`.
    ///
    /// # Errors
    /// The text is no pledge, or says when.
    pub(crate) fn beside(text: &str, speaker: Speaker, key: Option<&str>) -> Result<Pledge> {
        let Self { pledge, when, tail } = Self::read(text, speaker)?;
        let help = match (when, key) {
            (Some(when), _) => format!("say when beside the pledge: {}", when.keys()),
            (None, Some(key)) if !tail.is_empty() => {
                format!("leave it out beside `{key}`, or say `in`, each of whose years is meant")
            }
            (None, Some("by")) if text.trim_start().to_ascii_lowercase().starts_with("from ") => {
                return Err(grammar::rise(&pledge, "").on(0..text.len()));
            }
            (None, _) => return Ok(pledge),
        };
        Err(Error::new(Kind::TextLeftOver { text: text[tail.clone()].to_owned() }).help(help).on(tail))
    }
}

impl FromStr for Sentence {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::read(text, Speaker::default())
    }
}

impl FromStr for Pledge {
    type Err = Error;

    /// Reads a pledge whose years are said elsewhere.
    fn from_str(text: &str) -> Result<Self> {
        Sentence::beside(text, Speaker::default(), None)
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pledge.fmt(f)?;
        match self.when {
            None => Ok(()),
            Some(When::Each(years)) => write!(f, " in {years}"),
            Some(When::From(first)) => write!(f, " from {first}"),
            Some(When::Sum(years)) => write!(f, " over {years}"),
            Some(When::Mean(years)) => write!(f, " on average over {years}"),
            Some(When::By(year)) => write!(f, " by {year}"),
        }
    }
}

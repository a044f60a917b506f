//! What pictures say, in each language.
//!
//! A new chart adds its sentences in a file of its own, `words/<chart>.rs`: a struct with one field for each phrase, a text
//! or a function of what varies in it, and `SENTENCES: In<…>` that fills it once for each language, so that none can be
//! forgotten. The chart says `let say = SENTENCES.of(lang);` and then `(say.title)(…)`. What several charts say stands in
//! `words/shared.rs`. Sentences take countries in the nominative, as `Latvija: …`, and figures as ready text. Titles and
//! names of the book come in the picture's language already, where the book has a translation.

mod amounts;
mod countries;
mod gap;
mod gdp_vintages;
mod number;
mod pledge;
mod progress;
mod revisions;
mod scenarios;
mod scoreboard;
mod share;
mod shared;
mod ukraine;

pub(crate) use amounts::SENTENCES as AMOUNTS;
pub(crate) use gap::{Apart, SENTENCES as GAP};
pub(crate) use gdp_vintages::SENTENCES as GDP_VINTAGES;
pub(crate) use progress::SENTENCES as PROGRESS;
pub(crate) use revisions::SENTENCES as REVISIONS;
pub(crate) use scenarios::SENTENCES as SCENARIOS;
pub(crate) use scoreboard::SENTENCES as SCOREBOARD;
pub(crate) use share::SENTENCES as SHARE;
pub(crate) use shared::{SENTENCES as SHARED, listed};
pub(crate) use ukraine::SENTENCES as UKRAINE;

use crate::quantity::Country;
use crate::table::Pledge;

/// A language that pictures speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Latvian.
    Lv,
}

/// The same in each language.
pub(crate) struct In<T> {
    en: T,
    lv: T,
}

impl<T> In<T> {
    pub(crate) const fn of(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Lv => &self.lv,
        }
    }
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::En, Self::Lv];

    /// Its code, as on the command line and in SVG.
    ///
    /// ```
    /// use pledgebook::chart::Lang;
    /// assert_eq!(Lang::ALL.map(Lang::code), ["en", "lv"]);
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Lv => "lv",
        }
    }

    /// What stands between whole and fraction.
    pub(crate) fn point(self) -> char {
        match self {
            Self::En => '.',
            Self::Lv => ',',
        }
    }

    /// A plain number in print: `1 720.00`, `1 720,00`, with no-break spaces.
    pub(crate) fn number(self, plain: &str) -> String {
        number::printed(plain, self)
    }

    /// A figure as a share: `4.87%`, `4,87 %`.
    pub(crate) fn percent(self, number: &str) -> String {
        format!("{number}{}", self.percent_sign())
    }

    /// The sign as it follows a number.
    pub(crate) fn percent_sign(self) -> &'static str {
        match self {
            Self::En => "%",
            Self::Lv => "\u{a0}%",
        }
    }

    /// The words of a pledge: `about 5% of GDP`.
    pub(crate) fn pledge(self, pledge: Pledge) -> String {
        pledge::whole(pledge, self)
    }

    /// The same without `of GDP`, where a subtitle says that.
    pub(crate) fn short_pledge(self, pledge: Pledge) -> String {
        pledge::short(pledge, self)
    }

    /// The country's name at the beginning of a sentence.
    pub(crate) fn country(self, country: Option<&Country>) -> String {
        match self {
            Self::En => countries::english(country),
            Self::Lv => countries::latvian(country).to_owned(),
        }
    }
}

//! What pictures say, in each language.
//!
//! A new chart adds its sentences in a file of its own, `words/<chart>.rs`: a struct with one field for each phrase, a text
//! or a function of what varies in it, and `SENTENCES: In<…>` that fills it once for each language, so that none can be
//! forgotten. The chart says `let say = SENTENCES.of(lang);` and then `(say.title)(…)`. What several charts say stands in
//! `words/shared.rs`. Sentences take countries in the nominative, and decline
//! them where the language does (`words/countries.rs`); figures come as ready text. Titles and
//! names of the book come in the picture's language already, where the book has a translation.

mod accounts;
mod amounts;
mod countries;
mod date;
mod fan;
mod gap;
mod gdp_vintages;
mod grid;
mod lang;
mod league;
mod number;
mod path;
mod pledge;
mod progress;
mod revisions;
mod scenarios;
mod scoreboard;
mod share;
mod sensitivity;
mod shared;
mod timeline;
mod why;

pub(crate) use crate::quantity::text::listed;
pub(crate) use accounts::SENTENCES as ACCOUNTS;
pub(crate) use amounts::SENTENCES as AMOUNTS;
pub(crate) use fan::SENTENCES as FAN;
pub(crate) use gap::{SENTENCES as GAP, Side};
pub(crate) use gdp_vintages::SENTENCES as GDP_VINTAGES;
pub(crate) use grid::SENTENCES as GRID;
pub(crate) use lang::In;
pub use lang::Lang;
pub(crate) use league::SENTENCES as LEAGUE;
pub(crate) use path::{Ends, SENTENCES as PATH};
pub(crate) use progress::SENTENCES as PROGRESS;
pub(crate) use revisions::SENTENCES as REVISIONS;
pub(crate) use scenarios::SENTENCES as SCENARIOS;
pub(crate) use scoreboard::SENTENCES as SCOREBOARD;
pub(crate) use sensitivity::SENTENCES as SENSITIVITY;
pub(crate) use share::SENTENCES as SHARE;
pub(crate) use shared::SENTENCES as SHARED;
pub(crate) use timeline::{Due, SENTENCES as TIMELINE};
pub(crate) use why::{Between, Part, SENTENCES as WHY};

use crate::quantity::{Country, Date};
use crate::table::Pledge;

impl Lang {
    /// A plain number in print: `1 720.00`, `1 720,00`, with no-break spaces.
    pub(crate) fn number(self, plain: &str) -> String {
        number::printed(plain, self)
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

    /// The country's name by itself, as in a list: `Netherlands`.
    pub(crate) fn country_alone(self, country: &Country) -> String {
        match self {
            Self::En => country.name().to_owned(),
            Self::Lv => countries::latvian(Some(country)).to_owned(),
        }
    }

    /// Where something is: `in the Netherlands`, `Nīderlandē`.
    pub(crate) fn in_country(self, country: &Country) -> String {
        match self {
            Self::En => format!("in {}", country.named()),
            Self::Lv => countries::locative(countries::latvian(Some(country))),
        }
    }

    /// A day, a month or a year by itself: `7 December 2024`, `2024. gada 7. decembris`.
    pub(crate) fn day(self, date: Date) -> String {
        date::printed(date, date::Form::Alone, self)
    }

    /// The same of which something is: `2024. gada 7. decembra`.
    pub(crate) fn of_day(self, date: Date) -> String {
        date::printed(date, date::Form::Of, self)
    }

    /// The same on which something is so: `2024. gada 7. decembrī`.
    pub(crate) fn on_day(self, date: Date) -> String {
        date::printed(date, date::Form::On, self)
    }

    /// The same up to which all is known: `2024. gada 7. decembri`.
    pub(crate) fn up_to_day(self, date: Date) -> String {
        date::printed(date, date::Form::UpTo, self)
    }

    /// The same by itself, short: `7 Dec 2024`, `07.12.2024.`.
    pub(crate) fn short_day(self, date: Date) -> String {
        date::short(date, self)
    }
}

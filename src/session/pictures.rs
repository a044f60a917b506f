//! Pictures, and the report with all of them.

use crate::chart::{Chart, Figure, Lang};
use crate::error::Errors;
use crate::quantity::{Country, Date};
use crate::question::Query;
use crate::report::{self, Report};

use super::Session;

impl Session {
    /// The picture of this name in a language.
    ///
    /// ```
    /// use pledgebook::chart::{Lang, Options, svg};
    ///
    /// let figure = pledgebook::Session::embedded()?.chart("share", Lang::En)?;
    /// assert!(svg(&figure, &Options::default()).starts_with("<svg"));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// There is no such picture, or the book has no figures for it.
    pub fn chart(&self, name: &str, lang: Lang) -> Result<Figure, Errors> {
        Ok(report::planned(Chart::named(name)?, &self.query(), lang)?.figure)
    }

    /// The report on the countries that are asked about, over all years and scenarios, in a language: its files, in memory.
    ///
    /// # Errors
    /// As [`Session::amounts`], or a picture cannot be made.
    pub fn report(&self, lang: Lang) -> Result<Report, Errors> {
        let query = Query { years: None, scenarios: Vec::new(), ..self.query() };
        let asked = self.countries.iter().flatten().copied().collect::<Vec<_>>();
        report::report(&query, lang, &|words, country| {
            let countries = country.map_or(asked.clone(), |country| vec![country]);
            let spoken = Some(lang).filter(|lang| *lang != Lang::default() && report::speaks(words));
            let spoken = spoken.map_or_else(String::new, |lang| format!(" --lang {}", lang.code()));
            format!("{}{spoken}", command(words, self.as_of, &countries))
        })
    }
}

/// The command that writes something again.
fn command(words: &[&str], as_of: Date, countries: &[Country]) -> String {
    let countries = countries.iter().map(|country| format!(" --country {country}")).collect::<String>();
    format!("pledgebook {} --as-of {as_of}{countries}", words.join(" "))
}

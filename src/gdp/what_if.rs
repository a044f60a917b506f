//! What if GDP were otherwise: a scenario that somebody writes in a line.

use std::ops::Range;
use std::sync::Arc;

use crate::book::{Basis, Book, Change, Changed, Reference, Scenario, changed_years, check_free};
use crate::error::{Error, Kind, Noun, Origin, Result, SourceText};
use crate::quantity::{Country, Currency, Date, Digits, Money, Year};

use super::{Resolver, ScaleGuard, chain};

/// Changes of one country's GDP on top of `latest`, as somebody writes them: years with their values, commas between them.
///
/// GDP of 2026 at EUR 45 000 million, and 2.5% more a year later:
/// ```
/// use pledgebook::book::Book;
/// use pledgebook::gdp::{Resolver, WhatIf};
///
/// let mut book = Book::embedded()?;
/// let (country, day) = (book.country, "2026-01-31".parse()?);
/// WhatIf::named("mine").levels("2026=45000").growth("2027=2.5%").add_to(&mut book, country, day)?;
///
/// let path = Resolver::new(&book, day).path("mine", country)?;
/// assert_eq!(path.value("2027".parse()?).unwrap().gdp, "46125 million EUR".parse()?);
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[derive(Debug, Clone)]
pub struct WhatIf<'n> {
    /// The id of the scenario.
    pub id: &'n str,
    /// Its title.
    pub title: &'n str,
    /// Nominal growth on the year before, as `2027=2.5%,2028=2%`.
    pub growth: Option<SourceText>,
    /// GDP of a year, in millions of the country's currency, as `2026=45000`.
    pub levels: Option<SourceText>,
    /// Whether GDP is taken that is out of scale with what is known.
    pub any_scale: bool,
}

impl<'n> WhatIf<'n> {
    /// A scenario of that id that changes nothing yet.
    #[must_use]
    pub fn named(id: &'n str) -> Self {
        Self { id, title: id, growth: None, levels: None, any_scale: false }
    }

    /// The same with nominal growth on the year before, as `2027=2.5%,2028=2%`.
    #[must_use]
    pub fn growth(self, text: &str) -> Self {
        Self { growth: Some(SourceText::new("growth", text)), ..self }
    }

    /// The same with GDP of years, in millions of the country's currency, as `2026=45000`.
    #[must_use]
    pub fn levels(self, text: &str) -> Self {
        Self { levels: Some(SourceText::new("levels", text)), ..self }
    }

    /// The same with GDP of any scale, also such that is ten times off what is known:
    /// ```
    /// # use pledgebook::{Session, gdp::WhatIf};
    /// let (book, mine) = (Session::embedded()?, WhatIf::named("mine").levels("2026=45.0"));
    /// assert!(book.what_if(mine.clone()).is_err());
    /// assert!(book.what_if(mine.any_scale()).is_ok());
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    #[must_use]
    pub fn any_scale(self) -> Self {
        Self { any_scale: true, ..self }
    }

    /// Adds the scenario to a book as it was known on a day, for one of its countries; without a change it adds none.
    ///
    /// The name of a basis is no name of a scenario, and nothing of the book is replaced:
    /// ```
    /// # use pledgebook::{book::Book, gdp::WhatIf};
    /// let mut book = Book::embedded()?;
    /// let (country, day) = (book.country, "2026-01-31".parse()?);
    /// let mut refused = |id| WhatIf::named(id).growth("2027=2%").add_to(&mut book, country, day).unwrap_err();
    /// assert_eq!(refused("latest").kind().to_string(), "`latest` is the name of a basis");
    /// assert_eq!(refused("recession").kind().name(), "duplicate-id");
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// The country is not in the book, the id is empty, the name of a basis or that of a scenario of the book, a text is no list of
    /// years with their values, the years make no path, or GDP comes out of scale with what is known, as [`ScaleGuard`] has it.
    pub fn add_to(self, book: &mut Book, country: Country, as_of: Date) -> Result<()> {
        let currency = book.known_currency(country)?;
        self.check_id(book)?;
        let rates = changes(self.growth, GROWTH, |text| text.parse().map(Change::Nominal))?;
        let help = format!("write each year with its GDP in millions of {currency}, as `2026=45000,2027=46000.5`");
        let levels = changes(self.levels, &help, |text| level(text, currency))?;
        let changes = changed_years(self.id, rates.into_iter().chain(levels).collect(), false)?;
        let Some(origin) = changes.values().next().map(|changed| changed.origin.clone()) else { return Ok(()) };
        let scenario = Scenario {
            id: self.id.to_owned(),
            title: self.title.to_owned(),
            base: Reference { id: Basis::Latest.to_string(), origin: origin.clone() },
            country: Some(country),
            cap: None,
            publishers: None,
            changes,
            then: None,
            any_scale: self.any_scale,
            note: None,
            origin,
        };
        if !self.any_scale {
            check_scale(&scenario, book, country, as_of)?;
        }
        book.scenarios.push(scenario);
        Ok(())
    }

    /// That the id can be one of a scenario, and is none yet.
    fn check_id(&self, book: &Book) -> Result<()> {
        let id = self.id.to_owned();
        if id.trim().is_empty() {
            return Err(Error::new(Kind::NotAnId { text: id }).help("give the scenario a name"));
        }
        check_free(Noun::Scenario, &id)?;
        book.scenario(self.id).map_or(Ok(()), |first| {
            let kind = Kind::DuplicateId { id, first: first.origin.to_string() };
            Err(Error::new(kind).help("give the scenario another id"))
        })
    }
}

/// The one country that a scenario is made for, of those that are asked about; of several the message says which `option` is
/// for one alone, and the way out names one as `named` writes it.
///
/// # Errors
/// There are several, or none.
pub fn one_country(countries: &[Country], option: &str, named: impl Fn(&str) -> String) -> Result<Country> {
    if let [country] = countries {
        return Ok(*country);
    }
    let reason = format!("it is for one country, not for {}", countries.len());
    let example = countries.first().map_or("ISO3", Country::code);
    Err(Error::new(Kind::NeedlessOption { option: option.to_owned(), reason })
        .help(format!("name one: {}", named(example))))
}

/// What growth looks like.
const GROWTH: &str =
    "write each year with its rate, a point before decimals and a comma between years, as `2027=2.5%,2028=2%`";

fn level(text: &str, currency: Currency) -> Result<Change> {
    Ok(Change::Level(Money::from_millions(Digits::SERIES.parse_positive(text, "")?, currency)))
}

/// That what a scenario makes of `latest` is in scale with it.
fn check_scale(scenario: &Scenario, book: &Book, country: Country, as_of: Date) -> Result<()> {
    let resolver = Resolver::new(book, as_of);
    let mut path = resolver.path(&scenario.base.id, country)?;
    let guard = ScaleGuard::by(&path);
    chain::apply(scenario, &mut path.values, book.latest_year())?;
    guard.made(scenario, &path.values).into_iter().next().map_or(Ok(()), |made| Err(made.error()))
}

/// The changed years of a text: `YEAR=VALUE`, with commas between them; a comma that no year follows is in a value.
fn changes(
    text: Option<SourceText>,
    help: &str,
    parse: impl Fn(&str) -> Result<Change>,
) -> Result<Vec<(Year, Changed)>> {
    let Some(source) = text.map(Arc::new) else { return Ok(Vec::new()) };
    let spans = spans(source.content()).into_iter();
    let read = |span: Range<usize>| {
        let text = source.content().get(span.clone()).unwrap_or_default();
        let (year, how) = change(text, &parse).map_err(|error| led_out(error, help).at(source.place(span.clone())))?;
        Ok((year, Changed { how, origin: Origin::new(&source, span) }))
    };
    spans.map(read).collect()
}

/// The same error, which shows what a text looks like; what is written so, and yet is wrong, has a way out of its own.
fn led_out(error: Error, help: &str) -> Error {
    let is_written_so =
        matches!(error.kind(), Kind::NotPositive { .. } | Kind::TooManyDigits { .. } | Kind::YearOutOfRange { .. });
    if is_written_so { error } else { error.help(help) }
}

/// Where the changes of a text stand.
fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for part in text.split(',') {
        let end = start + part.len();
        match spans.last_mut() {
            Some(last) if !part.contains('=') => last.end = end,
            Some(_) | None => spans.push(start..end),
        }
        start = end + 1;
    }
    spans
}

/// `YEAR=VALUE`
fn change(text: &str, parse: impl Fn(&str) -> Result<Change>) -> Result<(Year, Change)> {
    let (year, value) = text.split_once('=').ok_or_else(|| Error::new(Kind::NotAYear { text: text.to_owned() }))?;
    let value = value.trim();
    if value.contains(',') {
        return Err(Error::new(Kind::NotANumber { text: value.to_owned() }));
    }
    Ok((year.trim().parse()?, parse(value)?))
}

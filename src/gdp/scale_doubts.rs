//! GDP of the book that is out of scale with what stands beside it: figures, leaps between years, what scenarios make of it.

use std::fmt;

use crate::book::{Basis, Book, Measure, Observation};
use crate::error::{Error, Kind, Origin};
use crate::quantity::{Country, Date, Decimal, Money, Year, multiply};

use super::scale_guard::{ScaleGuard, in_scale};
use super::{Path, Resolver};

/// GDP of the book that is in doubt.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleDoubt {
    /// The figures that the doubt is about.
    pub figures: Vec<(Year, Money)>,
    /// Why, as a warning at the place of the last of them.
    pub warning: Error,
}

/// A published figure of GDP.
#[derive(Clone, Copy)]
struct Figure<'b> {
    row: &'b Observation,
    gdp: Money,
}

/// Every doubt about the scale of a country's GDP, by what was known of it on a day.
///
/// In doubt are
///
/// 1. a figure that stands alone: out of scale, as [`ScaleGuard`] has it, with what `latest` has of the nearest year before and of the
///    nearest after; at an end of its path with that of the two nearest years; none of them is more than five years away;
/// 2. two other figures of neighbouring years: of one publisher and vintage if one is more than five times the other, both of
///    `latest` if they are out of scale;
/// 3. GDP of a year that a scenario changes, by a level or by growth, that is out of scale with what `latest` has of the nearest year;
///    of years chained one from another the first.
///
/// Where nothing chooses between two figures there is no `latest`, which is an error of its own, and no doubt.
#[must_use]
pub fn scale_doubts(book: &Book, country: Country, as_of: Date) -> Vec<ScaleDoubt> {
    let resolver = Resolver::new(book, as_of);
    let Ok(latest) = resolver.path(&Basis::Latest.to_string(), country) else { return Vec::new() };
    let guard = ScaleGuard::by(&latest);
    let (mut found, mut others) = (Vec::new(), Vec::new());
    for figure in figures(book, country, as_of) {
        match guard.doubt_alone(figure.row.year, figure.gdp) {
            Some(warning) => found.push(doubt(vec![figure.of_year()], warning.at(figure.row.origin.place()))),
            None => others.push(figure),
        }
    }
    found.extend(leaps(others, &latest));
    found.extend(made(book, &resolver, &guard));
    found
}

/// Published GDP of a country in its currency, as known on a day.
fn figures(book: &Book, country: Country, as_of: Date) -> impl Iterator<Item = Figure<'_>> {
    let currency = book.currency(country);
    let known = move |row: &&Observation| row.currency() == currency && row.vintage.is_known_on(as_of);
    book.figures(country, Measure::Gdp, None).filter(known).filter_map(|row| Some(Figure { row, gdp: row.money()? }))
}

/// Leaps between neighbouring years: within an edition, and from one edition to another on `latest`.
fn leaps(mut figures: Vec<Figure<'_>>, latest: &Path) -> Vec<ScaleDoubt> {
    figures.sort_by_key(|figure| (&figure.row.publisher, figure.row.vintage, figure.row.year));
    let within = pairs(&figures).filter(|(first, then)| first.is_of_edition(then) && is_leap(first.gdp, then.gdp));
    let mut found: Vec<ScaleDoubt> = within.map(|(first, then)| leap(first, then)).collect();
    figures.retain(|figure| figure.counts(latest));
    figures.sort_by_key(|figure| figure.row.year);
    let between =
        pairs(&figures).filter(|(first, then)| !first.is_of_edition(then) && !in_scale(then.gdp.millions(), first.gdp));
    found.extend(between.map(|(first, then)| leap(first, then)));
    found
}

/// Each figure with the next one, where that is of the year after.
fn pairs<'f, 'b>(figures: &'f [Figure<'b>]) -> impl Iterator<Item = (Figure<'b>, Figure<'b>)> + use<'f, 'b> {
    let pairs = figures.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    pairs.filter(|(first, then)| first.row.year.next() == Some(then.row.year))
}

/// Whether one of two figures is more than five times the other.
fn is_leap(first: Money, then: Money) -> bool {
    let beyond = |less: Money, more: Money| {
        multiply(less.millions(), Decimal::from(5)).is_ok_and(|bound| bound < more.millions())
    };
    beyond(first, then) || beyond(then, first)
}

fn leap(first: Figure<'_>, then: Figure<'_>) -> ScaleDoubt {
    let warning = leaping("GDP", (first.to_string(), &first.row.origin), (then.to_string(), &then.row.origin));
    doubt(vec![first.of_year(), then.of_year()], warning)
}

/// The warning of two neighbouring figures that are too far apart, at the place of the second.
pub(crate) fn leaping(what: &str, (first, at): (String, &Origin), (then, place): (String, &Origin)) -> Error {
    let kind = Kind::Leap { what: what.to_owned(), first, then, first_place: at.to_string() };
    let help = "see whether one of the two is a slip: billions, a point for thousands, a digit too many or too few";
    Error::new(kind).help(help).at(place.place())
}

/// What the scenarios of a country make of its GDP that is out of scale; one that makes no path is an error of its own, and no doubt.
fn made(book: &Book, resolver: &Resolver<'_>, guard: &ScaleGuard) -> Vec<ScaleDoubt> {
    let own = book.scenarios.iter().filter(|scenario| scenario.country == Some(guard.country) && !scenario.any_scale);
    let changing = own.filter(|scenario| scenario.first_changed().is_some());
    let doubtful = changing.flat_map(|scenario| {
        let path = resolver.path(&scenario.id, guard.country);
        path.map_or_else(|_| Vec::new(), |path| guard.made(scenario, &path.values))
    });
    doubtful.map(|made| doubt(vec![made.figure()], made.warning())).collect()
}

fn doubt(figures: Vec<(Year, Money)>, warning: Error) -> ScaleDoubt {
    ScaleDoubt { figures, warning }
}

impl Figure<'_> {
    fn of_year(&self) -> (Year, Money) {
        (self.row.year, self.gdp)
    }

    /// Whether it is of the same publisher and vintage as another.
    fn is_of_edition(&self, other: &Self) -> bool {
        (&self.row.publisher, self.row.vintage) == (&other.row.publisher, other.row.vintage)
    }

    /// Whether it is the one that counts in its year.
    fn counts(&self, latest: &Path) -> bool {
        latest.value(self.row.year).is_some_and(|value| {
            (&value.publisher, value.vintage, value.gdp) == (&self.row.publisher, Some(self.row.vintage), self.gdp)
        })
    }
}

impl fmt::Display for Figure<'_> {
    /// `43000 million EUR in 2025`, with the digits that were published.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} million {} in {}", self.row.value, self.gdp.currency(), self.row.year)
    }
}

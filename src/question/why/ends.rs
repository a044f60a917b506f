//! Which figures are asked for at either end of a change.

use std::mem::discriminant;

use crate::book::Definition;
use crate::error::{Error, Result};
use crate::quantity::{Date, Year};
use crate::question::family::of_gdp;
use crate::question::refusals::{missing, needless};
use crate::question::{Definitions, Query};

use super::gap::commitment;
use super::point::Point;

/// The figures of one end: of which day, year, publisher and definition they are.
#[derive(Debug, Clone)]
pub(super) struct End<'b> {
    /// What was known by then counts.
    pub(super) day: Date,
    pub(super) year: Year,
    /// Whose figures; nothing is the firmest, whoever published it.
    pub(super) publisher: Option<String>,
    pub(super) definition: &'b Definition,
}

/// What is done about ends that say too little or nothing else.
const CHOICES: &str = "name a day, a year, a publisher or a definition; the other end is what is asked about";

/// Both ends: what is asked about, each with the points that are named for it.
///
/// # Errors
/// Nothing is named, an end has two points of one sort, both ends are the same, or of definitions that are not set side by side.
pub(super) fn ends<'b>(query: &Query<'b>) -> Result<[End<'b>; 2]> {
    let [from_points, to_points] = &query.between;
    if from_points.is_empty() && to_points.is_empty() {
        return Err(missing("why", "--from", CHOICES));
    }
    let year = query.years.ok_or_else(|| missing("why", "YEAR", "name the year whose share moved"))?.last();
    let asked = End { day: query.as_of, year, publisher: None, definition: asked_about(query)? };
    let from = asked.clone().moved(query, "--from", from_points)?;
    let to = asked.moved(query, "--to", to_points)?;
    if from.key() == to.key() {
        let option = if to_points.is_empty() { "--from" } else { "--to" };
        return Err(needless(option, "it is the same as the other end", CHOICES));
    }
    let (one, other) = (from.definition, to.definition);
    if one.family != other.family {
        let reason = format!("it is of the family `{}`, and `{}` of `{}`", other.family, one.id, one.family);
        return Err(needless(&*other.id, reason, "name two definitions of one family"));
    }
    of_gdp(one)?;
    of_gdp(other)?;
    Ok([from, to])
}

/// The definition that is asked about: the one that is named, else that of the pledge, else that by which countries are compared in
/// the family of the definition of an end, else of the book.
fn asked_about<'b>(query: &Query<'b>) -> Result<&'b Definition> {
    let named = match (&query.judging.by, commitment(query)?) {
        (Definitions::One(id), Some(commitment)) => Some(query.book.of_its_family(commitment, id)?),
        (Definitions::Own | Definitions::Family, Some(commitment)) => query.book.definition_of(commitment),
        (_, None) => None,
    };
    let of_point = |point: &Point| match point {
        Point::Definition(id) => query.book.definition(id).map(|definition| definition.family.clone()),
        Point::Day(_) | Point::Year(_) | Point::Publisher(_) => None,
    };
    let family = query.between.iter().flatten().find_map(of_point).or_else(|| query.family.clone());
    let compared = || Query { family, ..query.clone() }.told_by();
    named
        .or_else(compared)
        .ok_or_else(|| missing("why", "--definition", "say what spending counts: a definition of `definitions.toml`"))
}

impl<'b> End<'b> {
    /// The same end of these points, of which none is a later day than the one that is asked about.
    fn moved(mut self, query: &Query<'b>, option: &str, points: &[Point]) -> Result<Self> {
        for (at, point) in points.iter().enumerate() {
            if points[..at].iter().any(|other| discriminant(other) == discriminant(point)) {
                let reason = format!("it names two {}", point.sort());
                return Err(needless(option, reason, "name one of each sort at an end"));
            }
            match point {
                Point::Day(day) if !day.is_known_on(query.as_of) => return Err(later(option, *day, query.as_of)),
                Point::Day(day) => self.day = *day,
                Point::Year(year) => self.year = *year,
                Point::Publisher(name) => self.publisher = Some(name.clone()),
                Point::Definition(id) => self.definition = query.book.named_definition(id)?,
            }
        }
        Ok(self)
    }

    /// What tells it from another end.
    fn key(&self) -> impl PartialEq {
        (self.day.last_day(), self.year, self.publisher.clone(), self.definition.id.clone())
    }
}

fn later(option: &str, day: Date, as_of: Date) -> Error {
    let reason =
        format!("{day} is later than {as_of}, and what is known after the day that is asked about does not count");
    needless(option, reason, "name a later day by `--as-of`, or an earlier one here")
}

//! What a question is told beside the book: commitments, pledges in words, definitions, the GDP that verdicts rest on.

use std::sync::Arc;

use pledgebook::book::{Book, Commitment};
use pledgebook::error::{Error, Errors, Kind, Origin, SourceText};
use pledgebook::gdp::{Ground, basis_names, check_scenario, named_basis};
use pledgebook::pledge::{Sentence, When};
use pledgebook::quantity::Year;
use pledgebook::question::{Definitions, Query};

use crate::given::Years;

/// Every definition of a commitment's family.
const EVERY: &str = "all";

/// The ids of these commitments, each of which the book has.
pub(crate) fn commitments(book: &Book, ids: &[String]) -> Result<Vec<String>, Errors> {
    let mut errors = Errors::default();
    for id in ids {
        errors.keep(book.named_commitments(id));
    }
    if errors.is_empty() { Ok(ids.to_vec()) } else { Err(errors) }
}

/// By which definitions commitments are judged.
pub(crate) fn definitions(book: &Book, given: Option<&str>) -> Result<Definitions, Error> {
    Ok(match given {
        None => Definitions::Own,
        Some(EVERY) => Definitions::Family,
        Some(id) => Definitions::One(book.named_definition(id)?.id.clone()),
    })
}

/// The GDP that commitments are judged on: a basis, every basis, or the scenario that the book was narrowed to.
pub(crate) fn grounds(query: &Query<'_>, basis: Option<&str>, all_bases: bool) -> Result<Vec<Ground>, Error> {
    let named = |names: &[String]| names.iter().map(|name| Ground::named(name)).collect();
    let taken = match (basis, all_bases, query.scenarios.first()) {
        (None, false, _) => return Ok(named(&query.scenarios)),
        (Some(basis), false, None) => return Ok(vec![named_basis(query.book, basis)?.into()]),
        (None, true, None) => return Ok(named(&basis_names(query.book))),
        (Some(_), true, _) => ("basis", "`all_bases` has it too".to_owned()),
        (Some(_), false, Some(scenario)) => {
            ("basis", format!("the GDP of `{scenario}` takes the place of every basis"))
        }
        (None, true, Some(scenario)) => {
            ("all_bases", format!("the GDP of `{scenario}` takes the place of every basis"))
        }
    };
    let kind = Kind::NeedlessOption { option: taken.0.to_owned(), reason: taken.1 };
    Err(Error::new(kind).help("leave one of the two out"))
}

/// Pledges in words in the place of the book's commitments, as every country that is asked about would say them: for the years that the
/// words name, else for those that are asked about.
pub(crate) fn said(query: &Query<'_>, pledges: &[&str], definition: Option<&str>) -> Result<Vec<Commitment>, Errors> {
    let definition = definition.map(|id| query.book.named_definition(id)).transpose()?;
    let mut said = Vec::new();
    for (country, currency) in query.countries().into_iter().filter_map(|own| Some((own, query.book.currency(own)?))) {
        for (index, words) in pledges.iter().enumerate() {
            let Sentence { pledge, when, .. } = Sentence::read(words, query.book.speaker(country))?;
            let words_when = (pledge, when.or(query.years.map(When::Each)));
            let origin = Origin::new(&Arc::new(SourceText::new("pledge", *words)), 0..words.len());
            let definition = definition.map(|definition| definition.id.as_str());
            said.push(Commitment::said(
                format!("pledge-{}", index + 1),
                (country, currency),
                definition,
                words_when,
                &origin,
            ));
        }
    }
    Ok(said)
}

/// The same to be judged, which takes a definition.
pub(crate) fn judged(query: &Query<'_>, pledges: &[&str], definition: Option<&str>) -> Result<Vec<Commitment>, Errors> {
    let is_one = definition.is_some_and(|id| id != EVERY);
    if pledges.is_empty() || is_one {
        return said(query, pledges, definition.filter(|_| is_one));
    }
    let kind = Kind::MissingOption { what: "pledge".to_owned(), option: "definition".to_owned() };
    Err(Error::new(kind).help("name the definition of spending that it is judged by").into())
}

/// A scenario or basis that each country that is asked about has.
pub(crate) fn scenario(query: &Query<'_>, name: &str) -> Result<String, Error> {
    check_scenario(query.book, name, &query.countries())?;
    Ok(name.to_owned())
}

/// One year, where several would not do.
pub(crate) fn one_year(years: Years) -> Result<Year, Error> {
    let (first, last) = (years.0.first(), years.0.last());
    let kind = || Kind::NotAYear { text: years.0.to_string() };
    if first == last { Ok(first) } else { Err(Error::new(kind()).help("name one year")) }
}

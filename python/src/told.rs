//! What a question is told beside the book: commitments, pledges in words, definitions, the GDP that verdicts rest on.

use pledgebook::book::{Book, Commitment};
use pledgebook::error::{Error, Errors, Kind, SourceText};
use pledgebook::gdp::{Ground, basis_names, check_scenario, named_basis};
use pledgebook::quantity::Year;
use pledgebook::question::{Definitions, Query};

use crate::given::Years;

/// Every country that a book has commitments of, or every definition of a family.
pub(crate) const EVERY: &str = "all";

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

/// What is said beside what makes it needless.
fn needless(option: &str, reason: impl Into<String>) -> Error {
    let kind = Kind::NeedlessOption { option: option.to_owned(), reason: reason.into() };
    Error::new(kind).help("leave one of the two out")
}

/// Has commitments judged on a basis or on every basis, where no scenario takes the place of these.
pub(crate) fn judge_on(query: &mut Query<'_>, basis: Option<&str>, all_bases: bool) -> Result<(), Error> {
    match (query.scenarios.first(), basis, all_bases) {
        (_, None, false) => return Ok(()),
        (Some(scenario), ..) => {
            let option = if basis.is_some() { "basis" } else { "all_bases" };
            return Err(needless(option, format!("the GDP of `{scenario}` takes the place of every basis")));
        }
        (None, Some(_), true) => return Err(needless("basis", "`all_bases` has it too")),
        (None, Some(basis), false) => query.judging.on = vec![named_basis(query.book, basis)?.into()],
        (None, None, true) => {
            query.judging.on = basis_names(query.book).iter().map(|name| Ground::named(name)).collect();
        }
    }
    Ok(())
}

/// Pledges in words, and the definition by which spending counts for them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'w> {
    pub(crate) pledges: &'w [&'w str],
    pub(crate) definition: Option<&'w str>,
}

impl Words<'_> {
    /// Whether there are none, so that commitments of the book are asked about: those of these ids, which would not be beside words.
    fn are_none(self, ids: &[String]) -> Result<bool, Error> {
        match (self.pledges, ids) {
            ([_, ..], [id, ..]) => Err(needless(id, "`pledge` takes the place of the book's commitments")),
            (pledges, _) => Ok(pledges.is_empty()),
        }
    }

    /// What comes to amounts in the place of the book's commitments.
    pub(crate) fn stated(self, query: &Query<'_>, ids: &[String]) -> Result<Vec<Commitment>, Errors> {
        if self.are_none(ids)? && self.definition.is_some() {
            let reason = "it says what counts as spent for a `pledge` in words";
            return Err(needless("definition", reason).help("leave it out").into());
        }
        self.said(query)
    }

    /// What is judged in their place, which takes one definition.
    pub(crate) fn judged(self, query: &Query<'_>, ids: &[String]) -> Result<Vec<Commitment>, Errors> {
        if self.are_none(ids)? {
            return Ok(Vec::new());
        }
        if self.definition.is_none_or(|id| id == EVERY) {
            let kind = Kind::MissingOption { what: "pledge".to_owned(), option: "definition".to_owned() };
            return Err(Error::new(kind).help("name the one definition of spending that it is judged by").into());
        }
        self.said(query)
    }

    fn said(self, query: &Query<'_>) -> Result<Vec<Commitment>, Errors> {
        let words = self.pledges.iter().map(|words| SourceText::new("pledge", *words));
        Ok(query.in_words(words, self.definition)?)
    }
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

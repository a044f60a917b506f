//! What in a book deserves a second look: commitments, GDP, and the figures of a publisher against each other.

mod leaps;
mod parts;
mod paths;
mod precision;
mod shares;

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Basis, Book, Commitment};
use crate::error::{Error, Errors, Kind, Origin, SUGGESTED, suggest};
use crate::evaluate::named_year;
use crate::gdp::{Paths, Resolver, scale_doubts};
use crate::pledge::{Base, When};
use crate::quantity::{Country, Date};

use super::editions::{by_edition, editions};
use super::{Judge, Spending};

/// What deserves a second look, and as errors all figures between which nothing chooses.
///
/// Of commitments: that nothing can be held against one, that it is a share of nothing known or has no GDP on its basis, is larger
/// than its whole, or was read at second hand. Of GDP: that it is out of scale with what stands beside it, that growth starts from
/// nothing, that a publisher is named who has published none. Of figures, those of one publisher and vintage against each other:
/// shares that do not follow from their own money, leaps between years, parts larger than their whole; and figures without a
/// precision or of a country that nothing is asked about.
///
/// Figures come first, since of very many findings only the first are kept. Superseded ones are passed over: nobody will judge them unless asked. One of a group is doubted once, not for each member.
#[must_use]
pub fn doubts(book: &Book, as_of: Date) -> Errors {
    let spending = Spending::known(book, as_of);
    let mut found = paths::broken_paths(book, as_of);
    found.extend(spending.ties());
    let mut published = Published { book, spending, known: BTreeMap::new() };
    let mut paths = Paths::new(Resolver::new(book, as_of));
    let standing: Vec<&Commitment> =
        book.commitments.iter().filter(|own| book.superseded_by(own, as_of).is_none()).collect();
    for (country, _) in &book.countries {
        scale_doubts(book, *country, as_of).into_iter().for_each(|doubt| found.push(doubt.warning));
    }
    let rows = by_edition(book, as_of);
    for edition in editions(&rows) {
        let doubts = [shares::wrong_shares(book, edition), leaps::leaps(edition), parts::larger_parts(book, edition)];
        doubts.into_iter().flatten().for_each(|doubt| found.push(doubt));
    }
    for members in standing.chunk_by(|one, next| one.id == next.id) {
        let doubts = [
            no_spending(&mut published, members),
            members.first().and_then(|first| no_share_base(book, first)),
            members.iter().find_map(|own| no_gdp(&mut paths, own)),
            members.iter().find_map(|own| no_reference(spending, own)),
            members.iter().find_map(|own| parts::larger_than_its_whole(book, own)),
            members.first().and_then(|first| second_hand(book, first)),
        ];
        doubts.into_iter().flatten().for_each(|doubt| found.push(doubt));
    }
    let of_book = [precision::unknown_precision(book, |row| row.vintage.is_known_on(as_of)), strangers(book)];
    of_book.into_iter().flatten().chain(unasked(book)).for_each(|doubt| found.push(doubt));
    found
}

/// Countries with figures or scenarios and without a file of commitments, which nobody can ask about.
fn unasked(book: &Book) -> Option<Error> {
    let of_rows = book.observations.iter().map(|row| (row.country, &row.origin));
    let of_scenarios = book.scenarios.iter().filter_map(|scenario| Some((scenario.country?, &scenario.origin)));
    let mut without: BTreeMap<Country, &Origin> = BTreeMap::new();
    for (country, origin) in of_rows.chain(of_scenarios) {
        without.entry(country).or_insert(origin);
    }
    without.retain(|country, _| book.currency(*country).is_none());
    let first = *without.values().next()?;
    let countries: Vec<&str> = without.keys().map(Country::code).collect();
    let kind = Kind::NoCommitments { countries: countries.join(", ") };
    let help = "write a file in `commitments/` with `country` and `currency`: without it nothing is asked about them";
    Some(Error::new(kind).help(help).at(first.place()))
}

/// Publishers that are named where GDP is chosen and have published none, which are misspelt or wait for figures.
fn strangers(book: &Book) -> Vec<Error> {
    let known = book.publishers_of_gdp();
    let has_published: BTreeSet<&str> = known.iter().copied().collect();
    let of_basis = |basis: &Basis| match basis {
        Basis::Publisher(name) => Some(name.clone()),
        Basis::Latest | Basis::Budgeted => None,
    };
    let preferred = book.publishers.iter().map(|name| (name.clone(), None));
    let bases = book.scenarios.iter().filter_map(|scenario| {
        let basis: Basis = scenario.base.id.parse().ok()?;
        Some((of_basis(&basis)?, Some(&scenario.base.origin)))
    });
    let orders = book
        .scenarios
        .iter()
        .flat_map(|scenario| scenario.publishers.iter().flatten().map(|name| (name.clone(), Some(&scenario.origin))));
    let own = book.commitments.iter().filter_map(|own| Some((of_basis(own.basis.as_ref()?)?, Some(&own.origin))));
    let named = preferred.chain(bases).chain(orders).chain(own);
    let strange = named.filter(|(name, _)| !has_published.contains(name.as_str()));
    let error = |(count, (name, origin)): (usize, (String, Option<&Origin>))| {
        let help = (count < SUGGESTED).then(|| suggest(&name, known.iter().copied())).flatten();
        let error = Error::new(Kind::NoSuchPublisher { name }).help("add its figures to `series/`").maybe_help(help);
        origin.map_or(error.clone(), |origin| error.at(origin.place()))
    };
    strange.enumerate().map(error).collect()
}

/// The definition has no published spending of the country in any year, nor has a part of it; of a group, of these members.
fn no_spending(published: &mut Published<'_>, members: &[&Commitment]) -> Option<Error> {
    let first = members.first()?;
    let reference = first.definition.as_ref().filter(|_| first.pledge.is_some())?;
    let without = members.iter().map(|own| own.country).filter(|country| !published.has(*country, &reference.id));
    let without: Vec<String> = without.map(|country| country.to_string()).collect();
    let kind = Kind::NoSpending { definition: reference.id.clone(), country: without.join(", ") };
    let help = format!(
        "add a row of `spending` under `{}` to `series/`, or see whether another definition was meant",
        reference.id
    );
    (!without.is_empty()).then(|| Error::new(kind).help(help).at(reference.origin.place()))
}

/// Whether spending of a country is published under definitions or parts of them, each found once.
struct Published<'b> {
    book: &'b Book,
    spending: Spending<'b>,
    known: BTreeMap<(Country, String), bool>,
}

impl Published<'_> {
    fn has(&mut self, country: Country, definition: &str) -> bool {
        let (book, spending) = (self.book, self.spending);
        let found = || {
            spending.has(country, definition) || book.all_parts(definition).any(|part| spending.has(country, &part.id))
        };
        *self.known.entry((country, definition.to_owned())).or_insert_with(found)
    }
}

/// A share of spending whose definition does not say which.
fn no_share_base(book: &Book, commitment: &Commitment) -> Option<Error> {
    let pledge = commitment.pledge?;
    let of_spending = pledge.base() == Some(Base::DefenceSpending);
    let reference = commitment.definition.as_ref().filter(|_| of_spending)?;
    let definition = book.definition(&reference.id).filter(|definition| definition.of.is_none())?;
    let kind = Kind::NoShareBase { pledge: pledge.to_string(), definition: definition.id.clone() };
    let help = format!("add a line `of = \"…\"` to the definition `{}`, with the id of another one", definition.id);
    Some(Error::new(kind).help(help).at(reference.origin.place()))
}

/// A share of GDP, or of another base of a path, has none in any of its years on the basis on which it is judged.
fn no_gdp(paths: &mut Paths<'_>, commitment: &Commitment) -> Option<Error> {
    let (pledge, when) = commitment.pledge.zip(commitment.when)?;
    let basis = commitment.basis.clone().unwrap_or(Basis::Latest);
    // A tie between figures is reported as an error of its own.
    let path = paths.of(&basis.to_string(), commitment.country).ok()?;
    let years = Judge::years(commitment, &path, None);
    let mut years = years.iter().flat_map(|years| years.years());
    let (known, what) = match pledge.base()? {
        Base::Gdp => (years.any(|year| path.value(year).is_some()), "gdp"),
        Base::Gni => (years.any(|year| path.gni.contains_key(&year)), "gni"),
        Base::GdpOf(year) => (path.value(year).is_some(), "gdp"),
        Base::DefenceSpending => return None,
    };
    let named = named_year(&pledge).map_or_else(|| years_of(when), |year| year.to_string());
    let kind = Kind::NoGdp { what: what.to_uppercase(), basis: basis.to_string(), years: named };
    let help = format!("add such a row of `{what}` to `series/`, or see whether another `basis` was meant");
    (!known).then(|| Error::new(kind).help(help).at(commitment.origin.place()))
}

/// It is set against a year of which no amount is published under its definition.
fn no_reference(spending: Spending<'_>, commitment: &Commitment) -> Option<Error> {
    let (pledge, definition) = (commitment.pledge?, commitment.definition.as_ref()?);
    let (year, currency) = (pledge.relative_to()?, pledge.currency().unwrap_or(commitment.currency));
    // A tie between figures is reported as an error of its own.
    let known = spending.amount(commitment.country, &definition.id, year, currency).ok()?.is_some();
    let definition = definition.id.clone();
    let help = format!("add a row of `spending` of {year} under `{definition}` to `series/`");
    let kind = Kind::NoReference { pledge: pledge.to_string(), year: year.number(), definition };
    (!known).then(|| Error::new(kind).help(help).at(commitment.origin.place()))
}

fn years_of(when: When) -> String {
    match when {
        When::Each(years) | When::Sum(years) | When::Mean(years) => years.to_string(),
        When::From(year) => format!("{year} or later"),
        When::By(year) => year.to_string(),
    }
}

/// Its document is somebody else's account of what was said.
fn second_hand(book: &Book, commitment: &Commitment) -> Option<Error> {
    let source = book.source(&commitment.source.id).filter(|source| source.secondary)?;
    let kind = Kind::SecondHand { source: source.id.clone() };
    let help = "look for the publisher's own document, and name it as the source";
    Some(Error::new(kind).help(help).at(commitment.source.origin.place()))
}

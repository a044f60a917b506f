//! What there is to choose from in a book.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Book, Commitment, Measure};
use crate::error::Result;
use crate::gdp::{Path, basis_names, has_scenario};
use crate::quantity::{Country, Date, Decimal, Year, round};
use crate::question::Query;

use super::controls::Choices;

/// So many years a slider each.
const SLIDERS: usize = 5;

/// The countries of a book by their names.
pub(super) fn countries(book: &Book) -> Choices {
    let mut named: Choices = book.every_country().map(|own| (own.code().to_owned(), own.name().to_owned())).collect();
    named.sort_by(|one, other| one.1.cmp(&other.1));
    named
}

/// The paths of GDP that a country has: the bases, then the scenarios of the book.
pub(super) fn grounds(book: &Book, country: Country) -> Vec<(&'static str, Choices)> {
    let bases = basis_names(book).into_iter().map(|name| (name.clone(), name));
    let scenarios = book.scenarios.iter().map(|own| (own.id.clone(), own.title.clone()));
    let had = |(name, _): &(String, String)| has_scenario(book, name, country);
    vec![
        ("", vec![(String::new(), "Default: each pledge on its own basis".to_owned())]),
        ("Bases", bases.filter(had).collect()),
        ("Scenarios", scenarios.filter(had).collect()),
    ]
}

/// The standing commitments of a country, and what each is called.
pub(super) fn commitments(query: &Query<'_>, wanted: impl Fn(&Commitment) -> bool) -> Choices {
    let standing = query.standing().filter(|own| wanted(own));
    standing.map(|own| (own.id.clone(), own.title.clone())).collect()
}

/// The definitions of a book, or of one family.
pub(super) fn definitions(book: &Book, family: Option<&str>) -> Choices {
    let own = book.definitions.iter().filter(|own| family.is_none_or(|family| own.family == family));
    own.map(|own| (own.id.clone(), own.title.clone())).collect()
}

/// The days on which something became known of a country, the newest first, each with what it was.
pub(super) fn days(book: &Book, country: Country) -> Choices {
    let mut known: BTreeMap<Date, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut note = |day: Date, words: String| {
        let (_, all) = known.entry(day.to_day()).or_insert_with(|| (words.clone(), BTreeSet::new()));
        all.insert(words);
    };
    for own in book.commitments.iter().filter(|own| own.country == country) {
        note(own.announced, own.title.clone());
    }
    for own in book.observations.iter().filter(|own| own.country == country) {
        let what = match own.measure {
            Measure::Gdp => "GDP",
            Measure::Spending | Measure::SpendingShare => "spending",
            Measure::Gni
            | Measure::GdpDeflator
            | Measure::RealGrowth
            | Measure::ConsumerInflation
            | Measure::ExchangeRate => "prices and rates",
        };
        note(own.vintage, format!("{what} by {}", own.publisher));
    }
    // the first of several things, and how many others there are
    let said = |(day, (first, all)): (Date, (String, BTreeSet<String>))| match all.len() {
        1 => (day.to_string(), format!("{day}: {first}")),
        several => (day.to_string(), format!("{day}: {first} and {} more", several - 1)),
    };
    known.into_iter().rev().map(said).collect()
}

/// The years of a country's latest GDP that no outturn closes, the last ones at most, each with its growth in per cent and its millions.
pub(super) fn forecasts(query: &Query<'_>) -> Result<(Choices, Choices)> {
    let path = query.resolver().path("latest", query.country())?;
    let last = path.values.iter().rev().find(|(_, value)| value.kind == crate::book::Kind::Outturn);
    let from = last.map_or(Year::FIRST, |(year, _)| *year);
    let open = path.values.range(from..).skip(usize::from(last.is_some())).take(SLIDERS);
    let (mut growth, mut levels) = (Vec::new(), Vec::new());
    for (year, value) in open {
        growth.extend(grown(&path, *year)?.map(|rate| (year.to_string(), rate.to_string())));
        levels.push((year.to_string(), round(value.gdp.millions(), 0)?.to_string()));
    }
    Ok((growth, levels))
}

/// By how many per cent GDP grows in a year, to a tenth.
fn grown(path: &Path, year: Year) -> Result<Option<Decimal>> {
    let pair = path.value(year).zip(year.before().and_then(|before| path.value(before)));
    let rate = pair.map(|(value, before)| value.gdp.minus(before.gdp)?.percent_of(before.gdp)?.round(1));
    rate.transpose()
}

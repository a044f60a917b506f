//! Countries in their places: by their share, with the pledge that each holds.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ptr;

use crate::book::{Basis, Commitment, Definition};
use crate::error::Result;
use crate::gdp::Ground;
use crate::quantity::{Country, Decimal, Year};
use crate::question::Query;
use crate::question::cells::quotient;
use crate::question::held::Held;
use crate::question::once::Once;
use crate::question::shares::{Share, Shares};
use crate::table::{Cell, Column, Table, Value};
use crate::verdict::{Judge, Judgement};

use super::span::Span;

/// How many places shares are printed with: what is equal in print has one rank.
pub(super) const PLACES: u32 = 2;

/// A country in its place.
pub(in crate::question) struct Place<'b> {
    /// Those with the same share in print have the same; none where it has no figure.
    pub(super) rank: Option<usize>,
    pub(in crate::question) country: Country,
    pub(super) share: Option<Share<'b>>,
    /// Its share in the earlier year.
    pub(super) earlier: Option<Share<'b>>,
    /// The pledge that it holds for the year, with the verdict on that share.
    pub(in crate::question) judgement: Option<Judgement<'b>>,
}

/// Countries in their places.
pub(in crate::question) struct League<'b> {
    pub(super) query: Query<'b>,
    /// Under which definition and in which year; nothing where no figure is known.
    pub(super) of: Option<(&'b Definition, Year)>,
    pub(in crate::question) places: Vec<Place<'b>>,
    notes: Vec<String>,
}

impl<'b> League<'b> {
    /// Where the countries that are asked about stand.
    ///
    /// # Errors
    /// Two figures between which nothing chooses, or arithmetic that needs more than 28 digits.
    pub(in crate::question) fn of(query: &Query<'b>) -> Result<Self> {
        let none = Self { query: query.clone(), of: None, places: Vec::new(), notes: Vec::new() };
        let Some(definition) = query.compared_by() else { return Ok(none) };
        let (mut shares, held, judge) = (Shares::new(query, definition), Held::new(query, definition), query.judge());
        let Some(Span { year, since, notes }) = Span::of(query, &shares)? else { return Ok(none) };
        let mut places = Vec::new();
        for country in query.countries() {
            let share = shares.of(country, year)?;
            let earlier = since.map(|since| shares.of(country, since)).transpose()?.flatten();
            let judgement = judged(&mut shares, (&held, &judge), (country, year), share.as_ref())?;
            places.push(Place { rank: None, country, share, earlier, judgement });
        }
        let mut league = Self { of: Some((definition, year)), places: ranked(places)?, notes, ..none };
        league.explain(&shares);
        Ok(league)
    }

    /// The pledges that countries have in common for the year, or for a later one that they are to be reached by.
    pub(in crate::question) fn in_common(&self) -> Vec<(Year, &'b Commitment)> {
        self.of.map(|(definition, year)| Held::new(&self.query, definition).in_common(year)).unwrap_or_default()
    }

    /// The definition under which they are compared; nothing where no figure is known.
    pub(in crate::question) fn definition(&self) -> Option<&'b Definition> {
        self.of.map(|(definition, _)| definition)
    }

    /// The table of these columns, a row for each place; it rests on these commitments as well.
    pub(in crate::question) fn table(
        &self,
        name: &'static str,
        columns: &'static [Column],
        also: &[(Year, &'b Commitment)],
        row: impl Fn(&Self, &Place<'b>) -> Vec<Cell>,
    ) -> Table {
        let mut sources = Once::default();
        for place in &self.places {
            sources.extend(place.share.iter().chain(&place.earlier).flat_map(Share::sources));
            sources.extend(place.judgement.iter().map(|own| own.commitment.source.id.as_str()));
        }
        sources.extend(also.iter().map(|(_, own)| own.source.id.as_str()));
        let rows = self.places.iter().map(|place| row(self, place)).collect();
        let mut table = self.query.table(name, columns, rows, sources.names());
        table.notes.extend(self.notes.iter().cloned());
        table
    }

    /// The cells of [`COLUMNS`].
    pub(in crate::question) fn cells(&self, place: &Place<'b>) -> [Cell; 12] {
        let (share, judgement) = (place.share.as_ref(), place.judgement.as_ref());
        let kind = share.map(|share| share.row.kind);
        let change = place.earlier.as_ref().zip(share);
        let moved = change.and_then(|(earlier, share)| earlier.percent.gap_to(share.percent).ok());
        let pledged = judgement.and_then(|own| own.case.as_ref()?.percent().ok().flatten());
        let verdict = judgement.map(|own| Cell::from(own.verdict).of_kind(kind));
        [
            Cell::maybe(place.rank.map(|rank| Value::Plain(Decimal::from(rank)))),
            place.country.into(),
            Cell::maybe(self.of.map(|(_, year)| year)),
            Cell::name(self.of.map_or("", |(definition, _)| &definition.id)),
            Cell::text(share.map_or("", |share| &share.row.publisher)),
            Cell::maybe(kind),
            quotient(share.map(|share| share.percent), PLACES).of_kind(kind),
            quotient(moved, PLACES),
            Cell::maybe(change.map(|(earlier, _)| earlier.row.year)),
            Cell::maybe(judgement.and_then(|own| own.commitment.pledge)),
            quotient(pledged, PLACES),
            verdict.unwrap_or(Cell::UNKNOWN),
        ]
    }

    /// Notes that say what was computed, what stands under another definition, and why there is no figure.
    fn explain(&mut self, shares: &Shares<'b>) {
        let Some((definition, year)) = self.of else { return };
        let id = &definition.id;
        self.notes
            .extend(definition.whose_spending().map(|of| format!("shares are of spending under `{of}`, not of GDP")));
        let mut said = BTreeMap::<(u8, String), Vec<String>>::new();
        for Place { country, share, judgement, .. } in &self.places {
            let mut say = |order: u8, words: String| said.entry((order, words)).or_default().push(country.to_string());
            match share {
                Some(share) if share.is_computed() => {
                    say(0, "no share is published, money over the latest GDP is taken".to_owned());
                }
                Some(_) => {}
                None => say(2, format!("no figure: {}", missing(shares, *country, year))),
            }
            let other =
                judgement.as_ref().and_then(|own| own.commitment.definition.as_ref()).filter(|own| own.id != *id);
            if let Some(other) = other {
                say(1, format!("the pledge is of `{}`, held against a figure under `{id}`", other.id));
            }
        }
        self.notes.extend(said.into_iter().map(|((_, words), countries)| format!("{}: {words}", countries.join(", "))));
    }
}

/// Why a country has no share of a year.
fn missing(shares: &Shares<'_>, country: Country, year: Year) -> String {
    let (published, id) = (shares.published(country), &shares.definition.id);
    match published.iter().map(|row| row.year).max() {
        None => format!("nothing is published under `{id}`"),
        Some(_) if published.iter().any(|row| row.year == year) => {
            format!("an amount of {year} is published, and no GDP for it")
        }
        Some(latest) => format!("nothing of {year} is published under `{id}`, the latest is of {latest}"),
    }
}

/// The first pledge that a country holds for a year on which its share says something; where it has none, the first at all.
fn judged<'b>(
    shares: &mut Shares<'b>,
    (held, judge): (&Held<'b>, &Judge<'b>),
    (country, year): (Country, Year),
    share: Option<&Share<'b>>,
) -> Result<Option<Judgement<'b>>> {
    let is_on_it = |judgement: &Judgement<'b>| {
        let rows = judgement.spent.as_ref().map(|spent| &spent.rows[..]);
        share.is_none_or(|share| matches!(rows, Some([row]) if ptr::eq(*row, share.row)))
    };
    for commitment in held.by(country, year) {
        let years = commitment.when.map_or(year.into(), |when| when.stated(year));
        let on = (&Ground::Basis(Basis::Latest), &*shares.path(country)?);
        let found = judge.judge(commitment, shares.definition, on, years)?.into_iter().find(is_on_it);
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The largest share first, those without a figure last, each in the book's order.
fn ranked(places: Vec<Place<'_>>) -> Result<Vec<Place<'_>>> {
    let printed = |place: &Place| place.share.as_ref().map(|share| share.percent.round(PLACES)).transpose();
    let mut places: Vec<(Option<Decimal>, Place)> =
        places.into_iter().map(|place| Ok((printed(&place)?, place))).collect::<Result<_>>()?;
    places.sort_by_key(|(share, _)| Reverse(*share));
    let shares: Vec<Option<Decimal>> = places.iter().map(|(share, _)| *share).collect();
    let rank = |share: Decimal| shares.iter().flatten().filter(|other| **other > share).count() + 1;
    Ok(places.into_iter().map(|(share, place)| Place { rank: share.map(rank), ..place }).collect())
}

//! What was spent, put together from published rows: one publisher's figure, years together, or parts of a whole.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use crate::book::{Book, Definition, Kind, Observation};
use crate::error::Result;
use crate::quantity::{Between, Country, Currency, Date, Decimal, Money, Year, YearRange, add};

use super::Measure;
use super::kept::Kept;
use super::spending::Figure;

/// Published spending that is held against a pledge.
#[derive(Debug, Clone)]
pub struct Spent<'b> {
    /// By which measure.
    pub measure: Measure,
    /// The amount, if one is published in the currency of the pledge; of several rows their sum. None of a published share.
    pub amount: Option<Money>,
    /// The unit to which the amount was published; of a sum the sum of its rows'.
    pub precision: Option<Decimal>,
    /// The rows it is made of.
    pub rows: Vec<&'b Observation>,
    /// What the same publisher says by the other measure in the same vintage.
    pub beside: Option<&'b Observation>,
    /// How much of what was pledged it covers.
    pub extent: Extent,
}

/// How much of what a pledge counts a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Some parts or years of it: more may yet be added.
    Bound,
    /// Parts of it that may count the same money, so that they come to no amount together.
    Overlapping,
}

impl<'b> Spent<'b> {
    /// Published amounts in one currency, added up unless they overlap; nothing where there are none.
    ///
    /// # Errors
    /// A sum needs more than 28 digits.
    pub fn together(rows: Vec<&'b Observation>, currency: Currency, extent: Extent) -> Result<Option<Self>> {
        if rows.is_empty() {
            return Ok(None);
        }
        let measure = Measure::Money;
        if extent == Extent::Overlapping {
            return Ok(Some(Self { measure, amount: None, precision: None, rows, beside: None, extent }));
        }
        let amount = rows.iter().try_fold(Decimal::ZERO, |sum, row| add(sum, row.value))?;
        let precision = rows.iter().filter_map(|row| row.precision).try_fold(Decimal::ZERO, add)?;
        let amount = Some(Money::from_millions(amount, currency));
        Ok(Some(Self { measure, amount, precision: Some(precision), rows, beside: None, extent }))
    }

    /// One publisher's figure, taken in a currency.
    pub(super) fn of(figure: &Figure<'b>, currency: Currency) -> Self {
        let amount = figure.amount_in(currency);
        Self {
            measure: figure.measure,
            amount: amount.and_then(Observation::money),
            precision: amount.and_then(|row| row.precision),
            rows: vec![figure.row],
            beside: figure.beside,
            extent: Extent::Whole,
        }
    }

    /// One published share by itself.
    pub(super) fn of_share(row: &'b Observation) -> Self {
        let (measure, extent) = (Measure::Published, Extent::Whole);
        Self { measure, amount: None, precision: None, rows: vec![row], beside: None, extent }
    }

    /// One published amount by itself.
    pub(super) fn of_amount(row: &'b Observation) -> Self {
        let (measure, amount, precision) = (Measure::Money, row.money(), row.precision);
        Self { measure, amount, precision, rows: vec![row], beside: None, extent: Extent::Whole }
    }

    /// The share that the publisher states: the one figure itself, or beside money in the same vintage.
    #[must_use]
    pub fn share(&self) -> Option<&'b Observation> {
        match self.measure {
            Measure::Published => self.rows.first().copied().filter(|_| self.rows.len() == 1),
            Measure::Money => self.beside,
        }
    }

    /// The firmest kind first, then the latest vintage, then the publisher's name, then the published share.
    fn rank(&self) -> (Kind, Reverse<Option<Date>>, String, Measure) {
        (self.kind(), Reverse(self.vintage().map(Date::to_day)), self.publisher(), self.measure)
    }

    /// The amount and all that it may be the rounding of, if there is one.
    ///
    /// # Errors
    /// Half of its precision needs more than 28 digits.
    pub fn between(&self) -> Result<Option<Between>> {
        self.amount.map(|amount| Between::new(amount.millions(), self.precision)).transpose()
    }

    /// The weakest kind of its rows.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.rows.iter().map(|row| row.kind).max().unwrap_or(Kind::Assumption)
    }

    /// The latest vintage of its rows.
    #[must_use]
    pub fn vintage(&self) -> Option<Date> {
        self.rows.iter().map(|row| row.vintage).max_by_key(|vintage| vintage.last_day())
    }

    /// Who published it, every name once in order of years, joined by `+`.
    #[must_use]
    pub fn publisher(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for row in &self.rows {
            if !names.contains(&row.publisher.as_str()) {
                names.push(&row.publisher);
            }
        }
        names.join("+")
    }
}

/// The amounts of parts: a bound of their whole, or overlapping.
#[derive(Debug)]
pub(super) struct Parts<'b> {
    pub(super) rows: Vec<&'b Observation>,
    pub(super) extent: Extent,
}

/// Whose spending is sought, under which definition and in which currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought<'b> {
    pub(super) book: &'b Book,
    pub(super) country: Country,
    pub(super) definition: &'b str,
    pub(super) currency: Currency,
}

impl<'b> Sought<'b> {
    /// What is published for a year, one figure per publisher and measure; where there is no amount, those of parts beside it.
    pub(super) fn in_year(&self, spending: &Kept<'b>, year: Year) -> Result<Vec<Spent<'b>>> {
        let figures = spending.figures(self.country, self.definition, year, self.currency)?;
        let mut found: Vec<Spent> = figures.iter().map(|figure| Spent::of(figure, self.currency)).collect();
        if found.iter().all(|spent| spent.amount.is_none()) {
            let parts = self.parts(spending, self.definition, year)?;
            found.extend(Spent::together(parts.rows, self.currency, parts.extent)?);
            found.sort_by_cached_key(Spent::rank);
        }
        Ok(found)
    }

    /// What is published for years together: of each year the first figure by rank, else what is published of parts.
    pub(super) fn over(&self, spending: &Kept<'b>, years: YearRange) -> Result<Option<Spent<'b>>> {
        let (mut rows, mut extent) = (Vec::new(), Extent::Whole);
        for year in years.years() {
            if let Some(amount) = spending.amount(self.country, self.definition, year, self.currency)? {
                rows.push(amount);
            } else {
                let parts = self.parts(spending, self.definition, year)?;
                extent = extent.max(parts.extent);
                rows.extend(parts.rows);
            }
        }
        Spent::together(rows, self.currency, extent)
    }

    /// What is published for each of several years by each measure: of each year the first figure by rank.
    pub(super) fn of_each_year(&self, spending: &Kept<'b>, years: YearRange) -> Result<Vec<Spent<'b>>> {
        let mut rows = [const { Vec::new() }; 2];
        for year in years.years() {
            let figures = spending.figures(self.country, self.definition, year, self.currency)?;
            let is_of = |figure: &&Figure<'b>, measure| match measure {
                Measure::Published => figure.measure == measure,
                Measure::Money => figure.amount_in(self.currency).is_some(),
            };
            for (rows, measure) in rows.iter_mut().zip(Measure::ALL) {
                rows.extend(figures.iter().find(|figure| is_of(figure, *measure)).map(|figure| figure.row));
            }
        }
        let of = |(rows, measure): (Vec<_>, &Measure)| {
            let (amount, precision, beside, extent) = (None, None, None, Extent::Whole);
            Spent { measure: *measure, amount, precision, rows, beside, extent }
        };
        let mut found: Vec<Spent> = rows.into_iter().zip(Measure::ALL).map(of).collect();
        found.retain(|spent| !spent.rows.is_empty());
        found.sort_by_cached_key(Spent::rank);
        Ok(found)
    }

    /// The amounts of a definition's parts in a year: of each part the first figure by rank, else those of its own parts.
    pub(super) fn parts(&self, spending: &Kept<'b>, whole: &str, year: Year) -> Result<Parts<'b>> {
        let reached = self.reached(spending, whole, year)?;
        let mut counts: Vec<bool> = reached.iter().map(|part| part.amount.is_some()).collect();
        // A part comes behind its whole, so that each is left knowing whether it or a part of it has an amount.
        for (at, part) in reached.iter().enumerate().rev() {
            if let Some(whole) = part.whole.filter(|_| counts[at]) {
                counts[whole] = true;
            }
        }
        let (mut extent, mut counted) = (Extent::Bound, BTreeMap::<_, [BTreeSet<&str>; 2]>::new());
        for (part, _) in iter::zip(&reached, counts).filter(|(_, counts)| *counts) {
            // those beside it, and what they name: enough if one of two names the other
            let [beside, named] = counted.entry(part.whole).or_default();
            let mut names = part.definition.overlaps.iter().map(|other| other.id.as_str());
            if named.contains(&*part.definition.id) || names.clone().any(|name| beside.contains(name)) {
                extent = Extent::Overlapping;
            }
            beside.insert(&part.definition.id);
            named.extend(&mut names);
        }
        Ok(Parts { rows: reached.iter().filter_map(|part| part.amount).collect(), extent })
    }

    /// The parts of a definition in order, each before its own parts, which are sought where it has no amount itself.
    fn reached(&self, spending: &Kept<'b>, whole: &str, year: Year) -> Result<Vec<Reached<'b>>> {
        let mut reached = Vec::new();
        let mut open: Vec<(Option<usize>, &Definition)> = self.book.parts(whole).map(|part| (None, part)).collect();
        open.reverse();
        while let Some((whole, definition)) = open.pop() {
            let amount = spending.amount(self.country, &definition.id, year, self.currency)?;
            if amount.is_none() {
                let (at, before) = (reached.len(), open.len());
                open.extend(self.book.parts(&definition.id).map(|part| (Some(at), part)));
                open[before..].reverse();
            }
            reached.push(Reached { definition, whole, amount });
        }
        Ok(reached)
    }
}

/// A part on the walk through the parts of a definition.
struct Reached<'b> {
    definition: &'b Definition,
    /// Where its whole stands among those that were reached; nothing of a part of the definition itself.
    whole: Option<usize>,
    amount: Option<&'b Observation>,
}

//! Whether a claim about money and a share is true, on whose GDP and against what.

mod before; // what a rise goes on from
mod derivation; // where each figure of it comes from
mod read; // a claim in words
mod sentence; // each row in words
mod whose; // on whose GDP

use std::fmt;

use crate::analysis::{Claimed, Counterfactual, Truth};
use crate::error::{Error, Errors, Kind, Result};
use crate::pledge::Amount;
use crate::quantity::{Currency, Interval, Ratio, Share, Year};
use crate::table::{Cell, Column, Step, Table, Value, columns};

use super::cells::millions;
use super::derivations::Derivation;
use super::family::of_gdp;
use super::once::Once;
use super::shares::Shares;
use super::{Query, Question};
use before::Before;
use whose::Whose;

pub(super) const QUESTION: Question = Question {
    name: "claim",
    about: "whether a claim about money and a share is true, on whose GDP and against what",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "claim", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::GDP_BY,
    columns::COUNTERFACTUAL,
    columns::CLAIMED,
    columns::COMPUTED_LOW,
    columns::COMPUTED_HIGH,
    columns::RESULT,
];

/// Money that is said to be a share of GDP: `13.4 billion GBP = 0.2% of GDP`, or both as a change, with `more` behind each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The money.
    pub money: Amount,
    /// The share of GDP.
    pub share: Share,
    /// Whether both are said to be more than before.
    pub is_more: bool,
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.is_more { " more" } else { "" };
        write!(f, "{}{more} = {} of GDP{more}", self.money, self.share)
    }
}

/// A claim about a country, and what it is held against.
struct Held<'b> {
    claim: Claim,
    claimed: Claimed,
    years: Vec<InYear<'b>>,
}

/// What is known of a year of a claim.
struct InYear<'b> {
    year: Year,
    before: Before<'b>,
    whose: Vec<Whose>,
}

/// On one GDP and against one counterfactual.
struct Row<'h, 'b> {
    whose: &'h Whose,
    in_year: &'h InYear<'b>,
    counterfactual: Option<Counterfactual>,
    /// What the share comes to in millions, if it is known.
    computed: Option<Interval<Ratio>>,
    truth: Truth,
}

/// That a claim is about money of the country that is asked about, in years, and goes on from a year before them.
///
/// # Errors
/// It is of another currency, the way out names a country of the book that has it; nothing is claimed, or of no year; or it goes on
/// from no year before, or from shares that are not of GDP.
pub fn check_claim(query: &Query<'_>) -> Result<Claim> {
    let missing = |option: &str, help: &str| {
        Error::new(Kind::MissingOption { what: QUESTION.name.to_owned(), option: option.to_owned() }).help(help)
    };
    let claim = query.claim.ok_or_else(|| missing("CLAIM", "say how much money is which share of GDP"))?;
    let years = query.years.ok_or_else(|| missing("--years", "say of which year: each has another GDP"))?;
    if let Some(since) = query.since.filter(|since| *since >= years.first()) {
        let reason = format!("a rise by {} goes on from a year before, not from {since}", years.first());
        return Err(
            Error::new(Kind::NeedlessOption { option: "--from".to_owned(), reason }).help("name an earlier year")
        );
    }
    query.told_by().map_or(Ok(()), of_gdp)?;
    check_currency(query, claim.money.currency).map(|()| claim)
}

fn check_currency(query: &Query<'_>, found: Currency) -> Result<()> {
    let own = query.book.known_currency(query.country())?;
    if own == found {
        return Ok(());
    }
    let having = query.book.countries.iter().find(|(_, currency)| *currency == found);
    let help = match having {
        Some((country, _)) => format!("ask about a country whose money that is, as `--country {country}`"),
        None => "no country of the book has that money".to_owned(),
    };
    Err(Error::new(Kind::CurrencyMismatch { found: found.to_string(), expected: own.to_string() }).help(help))
}

impl<'b> Held<'b> {
    fn of(query: &Query<'b>) -> Result<Self> {
        let (claim, country) = (check_claim(query)?, query.country());
        let claimed = Claimed { money: claim.money.between()?, share: claim.share.between() };
        let paths = whose::paths(query, country)?;
        let mut shares = query.told_by().map(|definition| Shares::new(query, definition));
        let mut years = Vec::new();
        for year in query.years.into_iter().flat_map(|years| years.years()) {
            let before = Before::of(query, shares.as_mut(), year)?;
            years.push(InYear { year, before, whose: whose::in_year(&paths, year)? });
        }
        Ok(Self { claim, claimed, years })
    }

    /// Year by year, on each GDP: as it is claimed where that is no change, then against each counterfactual.
    fn rows(&self) -> Result<Vec<Row<'_, 'b>>> {
        let plain = (!self.claim.is_more).then_some(None);
        let against: Vec<_> = plain.into_iter().chain(Counterfactual::ALL.iter().copied().map(Some)).collect();
        let mut rows = Vec::new();
        for in_year in &self.years {
            for whose in &in_year.whose {
                for counterfactual in &against {
                    rows.push(self.row(in_year, whose, *counterfactual)?);
                }
            }
        }
        Ok(rows)
    }

    fn row<'h>(
        &'h self,
        in_year: &'h InYear<'b>,
        whose: &'h Whose,
        counterfactual: Option<Counterfactual>,
    ) -> Result<Row<'h, 'b>> {
        let computed = match (&whose.gdp, counterfactual) {
            (None, _) => None,
            (Some(gdp), None) => Some(self.claimed.of(gdp)?),
            (Some(gdp), Some(rule)) => self.claimed.beyond(rule, in_year.before.spent(), gdp, in_year.before.prices)?,
        };
        let truth = self.claimed.truth(computed.as_ref())?;
        Ok(Row { whose, in_year, counterfactual, computed, truth })
    }
}

impl Row<'_, '_> {
    fn cells(&self, claimed: &Claimed) -> Vec<Cell> {
        let end = |of: fn(&Interval<Ratio>) -> Option<Ratio>| millions(self.computed.as_ref().and_then(of));
        vec![
            Cell::name(&*self.whose.name),
            Cell::name(self.counterfactual.map_or("", Counterfactual::word)),
            Value::Money(claimed.money.value).into(),
            end(|ends| ends.low),
            end(|ends| ends.high),
            Cell::name(self.truth.word()),
        ]
    }
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let held = Held::of(query)?;
    let (rows, mut sources) = (held.rows()?, Once::default());
    for in_year in &held.years {
        sources.extend(in_year.whose.iter().filter_map(|whose| whose.value.as_ref()?.source.as_deref()));
        sources.extend(in_year.before.sources());
    }
    let cells = rows.iter().map(|row| row.cells(&held.claimed)).collect();
    let mut table = query.table(QUESTION.name, COLUMNS, cells, sources.names());
    table.notes.extend(sentence::heading(&held)?);
    for (at, row) in rows.iter().enumerate() {
        table.notes.push(format!("{}. {}", at + 1, sentence::of(&held, row)?));
    }
    Ok(table)
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    Ok(derivation::step(query, &Held::of(query)?)?)
}

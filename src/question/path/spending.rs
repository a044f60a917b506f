//! What was spent of that of which a pledge speaks: where a path starts, and what is known of years together.

use crate::book::{Commitment, Definition};
use crate::error::{Error, Kind, Result};
use crate::gdp::Path;
use crate::quantity::{Country, Year};
use crate::question::shares::Shares;
use crate::question::start::{Said, Start};
use crate::question::{Definitions, Query};

use super::goal::Goal;
use super::refusals::no_path;
use crate::question::refusals::missing;

/// What was spent of which a pledge speaks.
pub(super) struct Spending<'q, 'b> {
    query: &'q Query<'b>,
    country: Country,
    commitment: &'b Commitment,
    /// By the definition that is asked for, else the commitment's own; nothing before it is needed.
    shares: Option<Shares<'b>>,
}

impl<'q, 'b> Spending<'q, 'b> {
    pub(super) fn new(query: &'q Query<'b>, commitment: &'b Commitment) -> Self {
        Self { query, country: commitment.country, commitment, shares: None }
    }

    fn shares(&mut self) -> Result<&mut Shares<'b>> {
        let (query, commitment) = (self.query, self.commitment);
        let definition: Option<&'b Definition> = match &query.judging.by {
            Definitions::One(id) => Some(query.book.definition(id)).flatten(),
            Definitions::Own | Definitions::Family => query.book.definition_of(commitment),
        };
        let lacks =
            || missing("--pledge", "--definition", "say what spending counts: a definition of `definitions.toml`");
        let definition = definition.ok_or_else(lacks)?;
        Ok(self.shares.get_or_insert_with(|| Shares::new(query, definition)))
    }

    /// Where the path starts.
    pub(super) fn start(&mut self, path: &Path, until: Year) -> Result<Start<'b>> {
        let (query, country, commitment) = (self.query, self.country, self.commitment);
        match (query.planning.start, query.planning.from) {
            (Some(Said::Amount(amount)), Some(_)) if Some(amount.currency) != query.book.currency(country) => {
                let expected = query.book.known_currency(country)?.to_string();
                let kind = Kind::CurrencyMismatch { found: amount.currency.to_string(), expected };
                Err(Error::new(kind).help("write the amount in the currency of the country"))
            }
            (Some(said), Some(year)) => Start::said(year, said, path.value(year).map(|value| value.gdp.millions())),
            (Some(_), None) => Err(missing("--start", "--from", "say in which year it was spent, as `--from 2028`")),
            (None, Some(year)) => {
                let shares = self.shares()?;
                let (definition, found) = (shares.definition, Start::in_year(query, shares, country, year)?);
                found.ok_or_else(|| {
                    let reason = format!("no spending of {year} is published under `{}`", definition.id);
                    no_path(commitment, reason).help("name another year, or say what was spent in it with `--start`")
                })
            }
            (None, None) => {
                let shares = self.shares()?;
                match shares.last_outturn(country, until)? {
                    Some(share) => Start::at(query, shares, country, share),
                    None => {
                        let reason = format!("there is no outturn under `{}` to start from", shares.definition.id);
                        let help = "name a year that has another figure with `--from`, or say what was spent in it with `--start`";
                        Err(no_path(commitment, reason).help(help))
                    }
                }
            }
        }
    }

    /// What is known of years together, up to the start.
    pub(super) fn known(&mut self, goal: &Goal, start: &Start<'b>) -> Result<Vec<Start<'b>>> {
        let Some(years) = goal.together else { return Ok(Vec::new()) };
        let (query, country, commitment) = (self.query, self.country, self.commitment);
        let before = years.years().take_while(|year| *year < start.year).collect::<Vec<_>>();
        let mut known = Vec::new();
        for year in before {
            let found = Start::in_year(query, self.shares()?, country, year)?;
            known.push(found.ok_or_else(|| {
                let reason = format!("nothing is published of {year}, one of its years {years}");
                no_path(commitment, reason).help("add the figure to the book")
            })?);
        }
        known.extend(Some(start.clone()).filter(|start| years.contains(start.year)));
        Ok(known)
    }
}

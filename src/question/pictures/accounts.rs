//! What was spent under the definition of a family each year, by whose account, and what was pledged?

use crate::book::{Commitment, Definition, Measure, Observation};
use crate::error::{Errors, Result};
use crate::gdp::Path;
use crate::pledge::Pledge;
use crate::quantity::{Share, Year};
use crate::table::{Cell, Column, Role, Table, Value, columns};
use crate::verdict::Spending;

use super::standing_pledge::Standing;
use crate::question::once::Once;
use crate::question::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "accounts",
    about: "what is published under the definition of a family as a share of GDP, by each account, and what is pledged",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::GDP_MILLION,
    columns::DEFINITION,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let query = &query.of_accounts();
    let Some((currency, definition)) = query.book.currency(query.country()).zip(query.own_definition()) else {
        return Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]));
    };
    let path = query.resolver().path("latest", query.country())?;
    let (known, standing) = (Spending::known(query.book, query.as_of), Standing::under_own_definition(query));
    let mut answer = Answer { definition, path, rows: Vec::new(), sources: Once::default() };
    for year in Year::FIRST.to(Year::LAST).filter(|year| query.asks_about((*year).into())) {
        let pledge = pledged(&standing, year);
        let places = pledge.map_or(2, |(.., share)| share.percent().scale().max(2));
        // shares of another definition's spending are none of GDP
        let of_gdp = |row: &&Observation| definition.of.is_none() || row.measure == Measure::Spending;
        for row in known.published(query.country(), &definition.id, year, currency)?.into_iter().filter(of_gdp) {
            answer.add_published(row, places)?;
        }
        if let Some(pledge) = pledge {
            answer.add_pledged(year, pledge);
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, answer.rows, answer.sources.names()))
}

/// The share of GDP that is pledged for a year.
fn pledged<'b>(standing: &Standing<'b>, year: Year) -> Option<(&'b Commitment, Pledge, Share)> {
    let commitment = standing.announced_last(|when| when.last().is_some() && when.names(year))?;
    let pledge = commitment.pledge?;
    Some((commitment, pledge, pledge.share_of_gdp()?))
}

struct Answer<'b> {
    definition: &'b Definition,
    /// GDP of which amounts are shares.
    path: Path,
    rows: Vec<Vec<Cell>>,
    sources: Once,
}

impl Answer<'_> {
    /// A share as its publisher states it; an amount over the latest GDP to as many places as the pledge has, its share unknown
    /// where that is not known.
    fn add_published(&mut self, row: &Observation, places: u32) -> Result<()> {
        let mut cells = [Cell::UNKNOWN, Cell::UNKNOWN, Cell::UNKNOWN];
        if row.measure == Measure::SpendingShare {
            cells[0] = Value::Stated(row.value.to_string()).into();
        } else {
            let Some(amount) = row.money() else { return Ok(()) };
            cells[1] = Value::Money(amount.millions()).into();
            if let Some(value) = self.path.value(row.year).filter(|value| value.gdp.currency() == amount.currency()) {
                self.sources.extend(value.source.as_deref());
                cells[0] = Value::Quotient(amount.percent_of(value.gdp)?, places).into();
                cells[2] = Value::Plain(value.gdp.millions()).into();
            }
        }
        let cells = cells.map(|cell| cell.of_kind(row.kind));
        self.add(Role::Published(row.kind), Cell::text(&*row.publisher), row.year, cells, &row.source);
        Ok(())
    }

    fn add_pledged(&mut self, year: Year, (commitment, pledge, share): (&Commitment, Pledge, Share)) {
        let cells = [share.into(), Cell::UNKNOWN, Cell::UNKNOWN];
        self.add(Role::Pledge, pledge.into(), year, cells, &commitment.source.id);
    }

    fn add(&mut self, role: Role, label: Cell, year: Year, [share, amount, gdp]: [Cell; 3], source: &str) {
        self.sources.add(source);
        self.rows.push(vec![
            role.into(),
            label,
            year.into(),
            share,
            amount,
            gdp,
            Cell::text(&*self.definition.title),
            Cell::name(source),
        ]);
    }
}

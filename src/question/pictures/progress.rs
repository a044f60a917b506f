//! How far do published programmes go towards a pledge over several years together?

use crate::book::{Commitment, Observation};
use crate::error::{Errors, Result};
use crate::quantity::{Decimal, Year, add};
use crate::question::cells::{millions, money};
use crate::question::judgements::{by_commitment, cited_in_money};
use crate::question::once::Once;
use crate::question::standing::precedence;
use crate::question::{Query, Question};
use crate::table::{Cell, Column, Role, Table, columns};
use crate::verdict::{Extent, Judgement};

pub(super) const QUESTION: Question = Question {
    name: "progress",
    about: "how far published programmes go towards a pledge over several years together",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::AMOUNT_MILLION,
    columns::PUBLISHER,
    columns::DEFINITION,
    columns::SOURCE,
];

/// Of the pledge over years together whose amount is known, one of them asked for, and of which no parts are published that may
/// count the same money: such parts have no sum. Of several that of the country that a picture is about, as [`Query::country`] says,
/// then the first by [`precedence`].
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let mut answer = Answer { query, rows: Vec::new() };
    let mut sources = Once::default();
    if let Some(judgement) = that_counts(query)? {
        sources.extend(cited_in_money(&judgement));
        answer.add(&judgement)?;
    }
    Ok(query.table(QUESTION.name, COLUMNS, answer.rows, sources.names()))
}

/// The verdict on that pledge.
fn that_counts<'b>(query: &Query<'b>) -> Result<Option<Judgement<'b>>> {
    let together = |judgement: &Judgement<'_>| {
        let adds_up = judgement.spent.as_ref().is_none_or(|spent| spent.extent != Extent::Overlapping);
        let case = judgement.case.as_ref().filter(|case| case.is_cumulative() && case.outcome.amount.is_some());
        adds_up && case.is_some()
    };
    let mut found: Vec<Judgement<'b>> = Vec::new();
    for (_, judged) in by_commitment(query) {
        found.extend(judged?.into_iter().find(together));
    }
    let order = |own: &'b Commitment| (own.country != query.country(), own.country, precedence(own));
    Ok(found.into_iter().min_by_key(|judgement| order(judgement.commitment)))
}

struct Answer<'q, 'b> {
    query: &'q Query<'b>,
    rows: Vec<Vec<Cell>>,
}

impl Answer<'_, '_> {
    fn add(&mut self, judgement: &Judgement<'_>) -> Result<()> {
        let Some(outcome) = judgement.case.as_ref().map(|case| &case.outcome) else { return Ok(()) };
        let (commitment, years) = (judgement.commitment, outcome.years);
        let definition = commitment.definition.as_ref().map_or("", |definition| &definition.id);
        let ends = [(Role::Pledge, outcome.amount), (Role::Low, outcome.bounds.low), (Role::High, outcome.bounds.high)];
        for (role, amount) in ends {
            if let Some(amount) = amount {
                let label = Cell::maybe(commitment.pledge);
                self.row((role, label), definition, years.last(), millions(Some(amount)), None);
            }
        }
        let rows: &[&Observation] = judgement.spent.as_ref().map_or(&[], |spent| &spent.rows);
        for row in rows {
            let part = row.definition.as_deref().unwrap_or_default();
            let amount = money(Some(row.value)).of_kind(row.kind);
            self.row((Role::Published(row.kind), Cell::UNKNOWN), part, row.year, amount, Some(row));
        }
        for year in years.years() {
            let until = || rows.iter().filter(|row| row.year <= year).map(|row| row.value);
            let sum = until().try_fold(Decimal::ZERO, add)?;
            // before anything is published the sum is unknown, not zero
            let sum = money(until().next().map(|_| sum));
            self.row((Role::Sum, Cell::UNKNOWN), definition, year, sum, None);
        }
        if let Some(rest) = judgement.unaccounted {
            self.row((Role::Unaccounted, Cell::UNKNOWN), definition, years.last(), millions(Some(rest)), None);
        }
        Ok(())
    }

    fn row(
        &mut self,
        (role, label): (Role, Cell),
        definition: &str,
        year: Year,
        amount: Cell,
        origin: Option<&Observation>,
    ) {
        let title = self.query.title_of(definition);
        self.rows.push(vec![
            role.into(),
            label,
            year.into(),
            amount,
            Cell::text(origin.map_or("", |row| &row.publisher)),
            Cell::text(title),
            Cell::name(origin.map_or("", |row| &row.source)),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;

    #[test]
    fn a_pledge_without_a_figure_hides_no_other() {
        let mut book = Book::embedded().unwrap();
        let answer = |book: &Book| build(&Query::new(book, book.latest_date().unwrap())).unwrap();
        let expected = answer(&book);
        assert!(!expected.rows.is_empty());
        let sum = book.commitments.iter().find(|own| matches!(own.when, Some(crate::pledge::When::Sum(_)))).unwrap();
        let wordy = crate::book::Commitment { id: "wordy".to_owned(), pledge: None, ..sum.clone() };
        book.commitments.insert(0, wordy);
        assert_eq!(answer(&book).rows, expected.rows);
    }
}

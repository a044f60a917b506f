//! How far do published programmes go towards a pledge over several years together?

use crate::book::Observation;
use crate::error::{Errors, Result};
use crate::evaluate::Outcome;
use crate::quantity::{Decimal, Year, add};
use crate::table::{Cell, Column, Content, Table, Value};
use crate::verdict::Judgement;

use super::verdicts::{cited_in_money, judgements};
use super::{Query, Question, mark};

pub(super) const QUESTION: Question = Question {
    name: "progress",
    about: "how far published programmes go towards a pledge over several years together",
    build,
};

const COLUMNS: &[Column] = &[
    Column { name: "role", heading: "role", content: Content::Name },
    Column { name: "label", heading: "label", content: Content::Text },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "amount_million", heading: "amount, m", content: Content::Figure },
    Column { name: "publisher", heading: "publisher", content: Content::Name },
    Column { name: "definition", heading: "definition", content: Content::Text },
    Column { name: "source", heading: "source", content: Content::Name },
];

/// Of the first pledge over years together whose amount is known.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let one = Query { years: None, ..query.clone() };
    let judged = judgements(&one)?;
    let cumulative = judged.iter().find_map(|judgement| {
        let case = judgement.case.as_ref().filter(|case| case.is_cumulative() && case.outcome.amount.is_some())?;
        Some((judgement, &case.outcome))
    });
    let mut answer = Answer { query, rows: Vec::new() };
    let sources = cumulative.map(|(judgement, _)| cited_in_money(judgement)).unwrap_or_default();
    if let Some((judgement, outcome)) = cumulative {
        answer.add(judgement, outcome)?;
    }
    Ok(query.table(QUESTION.name, COLUMNS, answer.rows, &sources))
}

struct Answer<'q, 'b> {
    query: &'q Query<'b>,
    rows: Vec<Vec<Cell>>,
}

impl Answer<'_, '_> {
    fn add(&mut self, judgement: &Judgement<'_>, outcome: &Outcome) -> Result<()> {
        let (commitment, years) = (judgement.commitment, outcome.years);
        let words = commitment.pledge.map(|pledge| pledge.to_string()).unwrap_or_default();
        let definition = commitment.definition.as_ref().map_or("", |definition| &definition.id);
        let ends = [("pledge", outcome.amount), ("low", outcome.bounds.low), ("high", outcome.bounds.high)];
        for (role, money) in ends {
            if let Some(money) = money {
                self.row([role, &words, definition], years.last(), millions(money.millions()), None);
            }
        }
        let rows: &[&Observation] = judgement.spent.as_ref().map_or(&[], |spent| &spent.rows);
        for row in rows {
            let part = row.definition.as_deref().unwrap_or_default();
            let amount = millions(row.value).marked(mark(row.kind), false);
            self.row([row.kind.word(), "", part], row.year, amount, Some(row));
        }
        for year in years.years() {
            let until = || rows.iter().filter(|row| row.year <= year).map(|row| row.value);
            let sum = until().try_fold(Decimal::ZERO, add)?;
            // before anything is published the sum is unknown, not zero
            let sum = if until().next().is_none() { Cell::UNKNOWN } else { millions(sum) };
            self.row(["sum", "", definition], year, sum, None);
        }
        if let Some(rest) = judgement.unaccounted {
            self.row(["unaccounted", "", definition], years.last(), millions(rest), None);
        }
        Ok(())
    }

    fn row(&mut self, [role, label, definition]: [&str; 3], year: Year, amount: Cell, origin: Option<&Observation>) {
        let title = self.query.title_of(definition);
        self.rows.push(vec![
            Cell::text(role),
            Cell::text(label),
            Value::Years(year.into()).into(),
            amount,
            Cell::text(origin.map_or("", |row| &row.publisher)),
            Cell::text(title),
            Cell::text(origin.map_or("", |row| &row.source)),
        ]);
    }
}

fn millions(amount: Decimal) -> Cell {
    Value::Money(amount).into()
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

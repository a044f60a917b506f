//! How much of each pledge is published as spent, and what is the verdict?

use crate::error::{Errors, Result};
use crate::quantity::{Money, Ratio};
use crate::table::{Cell, Column, Content, Table, Value};
use crate::verdict::{Judgement, Spent};

use super::verdicts::{cited, judgements, money, quotient, spent_money};
use super::{Query, Question, headline};

pub(super) const QUESTION: Question =
    Question { name: "scoreboard", about: "how much of each pledge is published as spent, and the verdict", build };

const COLUMNS: &[Column] = &[
    Column { name: "commitment", heading: "commitment", content: Content::Text },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "pledged_million", heading: "pledged, m", content: Content::Figure },
    Column { name: "spent_million", heading: "spent, m", content: Content::Figure },
    Column { name: "spent_kind", heading: "kind", content: Content::Name },
    Column { name: "spent_publisher", heading: "figures of", content: Content::Text },
    Column { name: "of_pledge_pct", heading: "of the pledge, %", content: Content::Figure },
    Column { name: "slack_pct", heading: "slack, %", content: Content::Figure },
    Column { name: "gap_million", heading: "gap, m", content: Content::Figure },
    Column { name: "gap_pp", heading: "gap, pp", content: Content::Figure },
    Column { name: "spent_pct_low", heading: "from, %", content: Content::Figure },
    Column { name: "spent_pct_high", heading: "to, %", content: Content::Figure },
    Column { name: "unaccounted_million", heading: "unaccounted, m", content: Content::Figure },
    Column { name: "verdict", heading: "verdict", content: Content::Name },
    Column { name: "announced", heading: "announced", content: Content::Name },
];

/// The commitments asked for, else those that the book opens with.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let opening = || headline::opening(query).iter().map(|commitment| commitment.id.clone()).collect();
    let ids: Vec<String> = if query.commitments.is_empty() { opening() } else { query.commitments.clone() };
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    if !ids.is_empty() {
        for judgement in judgements(&Query { commitments: ids, ..query.clone() })? {
            sources.extend(cited(&judgement));
            rows.extend(row(&judgement)?);
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// A verdict; none where no figure was pledged.
fn row(judgement: &Judgement<'_>) -> Result<Option<Vec<Cell>>> {
    let commitment = judgement.commitment;
    let Some((case, pledge)) = judgement.case.as_ref().zip(commitment.pledge) else { return Ok(None) };
    let spent = judgement.spent.as_ref();
    let measured = &judgement.measured;
    // in the unit of the pledge, so that no share is set against an amount, nor against a share of something else
    let of_pledge = measured.figure.as_ref().map(|(figure, _)| figure.percent_of(case.scale.value)).transpose()?;
    let slack = commitment.slack()?.map(|slack| Ratio::percent(slack.value, pledge.stated()?)).transpose()?;
    let ends = measured.percent_ends.as_ref();
    Ok(Some(vec![
        Cell::text(&*commitment.title),
        Cell::text(pledge.to_string()),
        Value::Years(case.outcome.years).into(),
        money(case.money()?.map(Money::millions)),
        spent_money(spent),
        Cell::text(spent.map_or("", |spent| spent.kind().word())),
        Cell::text(spent.map(Spent::publisher).unwrap_or_default()),
        quotient(of_pledge, 0),
        quotient(slack, 1),
        money(measured.gap),
        quotient(measured.gap_points, 2),
        quotient(ends.and_then(|ends| ends.low), 3),
        quotient(ends.and_then(|ends| ends.high), 3),
        money(judgement.unaccounted),
        Cell::text(judgement.verdict.word()),
        Value::Date(commitment.announced).into(),
    ]))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::book::Book;
    use crate::quantity::Decimal;

    #[test]
    fn what_is_met_is_reached_and_what_is_missed_is_not() {
        let book = Book::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/judged")).unwrap();
        let commitments = book.commitments.iter().map(|commitment| commitment.id.clone()).collect();
        let query = Query { commitments, all: true, ..Query::new(&book, book.latest_date().unwrap()) };
        let table = build(&query).unwrap();
        let (mut met, mut missed) = (0, 0);
        for row in &table.rows {
            let text = |name: &str| table.cell(row, name).printed(0).unwrap().unwrap_or_default().into_owned();
            let Value::Quotient(reached, _) = &table.cell(row, "of_pledge_pct").value else { continue };
            let whole = reached.compare(Decimal::ONE_HUNDRED).unwrap();
            match (text("verdict").as_str(), text("pledge").starts_with("at most")) {
                ("met", false) if !text("pledge").starts_with("about") => assert!(whole.is_ge(), "{row:?}"),
                ("missed", false) => assert!(whole.is_lt(), "{row:?}"),
                ("met", true) => assert!(whole.is_le(), "{row:?}"),
                ("missed", true) => assert!(whole.is_gt(), "{row:?}"),
                _ => continue,
            }
            *(if text("verdict") == "met" { &mut met } else { &mut missed }) += 1;
        }
        assert!(met > 0 && missed > 0, "{met} met, {missed} missed");
    }
}

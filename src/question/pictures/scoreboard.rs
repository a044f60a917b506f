//! How much of each pledge is published as spent, and what is the verdict?

use crate::error::{Errors, Result};
use crate::quantity::Scale::Million;
use crate::quantity::{Ratio, Share};
use crate::question::cells::{millions, quotient, spent_money};
use crate::question::judgements::{cited, judgements};
use crate::question::once::Once;
use crate::question::{Query, Question, opening};
use crate::table::{Amount, Cell, Column, Measure, Pledge, Qualifier, Quantity, Table, Value, columns};
use crate::verdict::{Judge, Judgement, Scale, Spent, Verdict};

pub(super) const QUESTION: Question =
    Question { name: "scoreboard", about: "how much of each pledge is published as spent, and the verdict", build };

const COLUMNS: &[Column] = &[
    columns::COMMITMENT.wrapped(),
    columns::PLEDGE,
    columns::YEAR,
    columns::PLEDGED_MILLION,
    columns::TOLERATED,
    columns::MEASURE,
    columns::SPENT_MILLION,
    columns::SPENT_PCT,
    columns::SPENT_KIND,
    columns::SPENT_PUBLISHER,
    columns::OF_PLEDGE_PCT,
    columns::SLACK_PCT,
    columns::GAP_MILLION,
    columns::GAP_PP,
    columns::SPENT_PCT_LOW,
    columns::SPENT_PCT_HIGH,
    columns::UNACCOUNTED_MILLION,
    columns::VERDICT,
    columns::ANNOUNCED,
    columns::DEFINITION,
    columns::PUBLISHED_UNDER,
    columns::SUPERSEDED_BY,
];

/// To how many places a reference is fixed that nobody stated, as points on top of a quotient.
const PLACES: u32 = 9;

/// The commitments asked for, else those that the book opens with.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let ids: Vec<String> = match query.commitments.is_empty() {
        true => opening(query).iter().map(|commitment| commitment.id.clone()).collect(),
        false => query.commitments.clone(),
    };
    let (mut rows, mut sources) = (Vec::new(), Once::default());
    if !ids.is_empty() {
        let judge = query.judge();
        for judgement in judgements(&Query { commitments: ids, ..query.clone() })? {
            sources.extend(cited(&judgement));
            rows.extend(row(query, &judge, &judgement)?);
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, sources.names()))
}

/// A verdict; none where no figure was pledged.
fn row<'b>(query: &Query<'b>, judge: &Judge<'b>, judgement: &Judgement<'b>) -> Result<Option<Vec<Cell>>> {
    let commitment = judgement.commitment;
    let Some((case, pledge)) = judgement.case.as_ref().zip(commitment.pledge) else { return Ok(None) };
    let spent = judgement.spent.as_ref();
    let measured = &judgement.measured;
    // in the unit of the pledge, so that no share is set against an amount, nor against a share of something else
    let value = case.scale.value.exact_or(PLACES)?;
    let value = Some(value).filter(|value| !value.is_zero());
    let of_pledge = measured.figure.as_ref().zip(value);
    let of_pledge = of_pledge.map(|((figure, _), value)| figure.percent_of(value)).transpose()?;
    let slack = case.scale.slack.exact().zip(value);
    let slack = slack.map(|(slack, value)| Ratio::percent(slack, value)).transpose()?;
    let ends = measured.percent_ends.as_ref();
    let title = |definition: Option<&str>| Cell::text(query.title_of(definition.unwrap_or_default()));
    let superseded_by = query.book.superseded_by(commitment, query.as_of);
    Ok(Some(vec![
        Cell::text(&*commitment.title),
        pledge.into(),
        case.outcome.years.into(),
        millions(case.millions()?),
        Cell::maybe(tolerated(pledge, &case.scale)?),
        Cell::maybe(judgement.measure()),
        spent_money(spent),
        percent(judgement, pledge)?,
        Cell::maybe(spent.map(Spent::kind)),
        Cell::text(spent.map(Spent::publisher).unwrap_or_default()),
        quotient(of_pledge, 0),
        quotient(slack, 1),
        millions(measured.gap),
        quotient(measured.gap_points, 2),
        quotient(ends.and_then(|ends| ends.low), 3),
        quotient(ends.and_then(|ends| ends.high), 3),
        millions(judgement.unaccounted),
        judgement.verdict.into(),
        commitment.announced.into(),
        title(Some(&case.definition.id)),
        title(beside(judge, judgement)?),
        Cell::name(superseded_by.map_or("", |other| &other.id)),
    ]))
}

/// The share of a figure: as its publisher states it, else to so many digits that what is not a share that was pledged does not look
/// like it.
fn percent(judgement: &Judgement<'_>, pledge: Pledge) -> Result<Cell> {
    let stated = judgement.spent.as_ref().filter(|spent| spent.measure == Measure::Published && spent.rows.len() == 1);
    if let Some(share) = stated.and_then(Spent::share) {
        return Ok(Value::Stated(share.value.to_string()).into());
    }
    let Some(share) = judgement.measured.percent else { return Ok(Cell::UNKNOWN) };
    let (Quantity::Share { share: stated, .. } | Quantity::Shares { low: stated, .. }) = pledge.quantity else {
        return Ok(quotient(Some(share), 2));
    };
    let (value, least) = (stated.percent(), 2.max(stated.percent().scale() + 1));
    let tells = |places: &u32| share.round(*places).is_ok_and(|rounded| rounded != value);
    let places = if share.compare(value)?.is_eq() { None } else { (least..least + 4).find(tells) };
    Ok(quotient(Some(share), places.unwrap_or(least)))
}

/// What still passes as the stated figure, in the words of a pledge; nothing where that is set against spending of a year.
fn tolerated(pledge: Pledge, scale: &Scale) -> Result<Option<Pledge>> {
    let Some(end) = scale.limit()?.exact().map(|end| end.normalize()) else { return Ok(None) };
    let quantity = match pledge.quantity {
        Quantity::Share { base, .. } | Quantity::Shares { base, .. } => {
            Quantity::Share { share: Share::from_percent(end), base }
        }
        Quantity::Amount(stated) | Quantity::Amounts { low: stated, .. } => {
            Quantity::Amount(Amount { number: end, scale: Million, ..stated })
        }
        Quantity::Relative { .. } => return Ok(None),
    };
    Ok(Some(Pledge { qualifier: if scale.is_ceiling { Qualifier::AtMost } else { Qualifier::AtLeast }, quantity }))
}

/// The definition of the family under which something is published, where nothing is under that of the pledge.
fn beside<'b>(judge: &Judge<'b>, judgement: &Judgement<'b>) -> Result<Option<&'b str>> {
    let case = judgement.case.as_ref().filter(|_| judgement.verdict == Verdict::Incomparable);
    let rows = case.map(|case| judge.of_family(case)).transpose()?.unwrap_or_default();
    Ok(rows.first().and_then(|row| row.definition.as_deref()))
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
        let cells = [&columns::OF_PLEDGE_PCT, &columns::PLEDGE, &columns::VERDICT];
        for [reached, pledge, verdict] in table.select(cells).unwrap() {
            let Value::Quotient(reached, _) = &reached.value else { continue };
            let whole = reached.compare(Decimal::ONE_HUNDRED).unwrap();
            let pledge = pledge.pledge().unwrap();
            match (verdict.verdict().unwrap(), pledge.is_ceiling()) {
                (Verdict::Met, false) if pledge.qualifier != Qualifier::About => assert!(whole.is_ge(), "{pledge}"),
                (Verdict::Missed, false) => assert!(whole.is_lt(), "{pledge}"),
                (Verdict::Met, true) => assert!(whole.is_le(), "{pledge}"),
                (Verdict::Missed, true) => assert!(whole.is_gt(), "{pledge}"),
                _ => continue,
            }
            *(if verdict.verdict() == Some(Verdict::Met) { &mut met } else { &mut missed }) += 1;
        }
        assert!(met > 0 && missed > 0, "{met} met, {missed} missed");
    }

    #[test]
    fn what_is_not_comparable_names_the_definition_that_has_figures() {
        let book = Book::embedded().unwrap();
        let commitments = book.commitments.iter().map(|commitment| commitment.id.clone()).collect();
        let query = Query { commitments, all: true, ..Query::new(&book, book.latest_date().unwrap()) };
        let table = build(&query).unwrap();
        let mut named = 0;
        for [verdict, under] in table.select([&columns::VERDICT, &columns::PUBLISHED_UNDER]).unwrap() {
            assert_eq!(verdict.verdict() == Some(Verdict::Incomparable), !under.words().is_empty());
            named += usize::from(!under.words().is_empty());
        }
        assert!(named > 0);
    }
}

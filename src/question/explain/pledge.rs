//! The pledge: its words, how they are read, its slack and why, and what it comes to.

use crate::book::{Commitment, Measure, Membership, Observation, Unit};
use crate::error::Result;
use crate::evaluate::{Outcome, Pledged, Premise, Reference};
use crate::pledge::{Pledge, Qualifier, SlackOrigin, Tolerance, When};
use crate::quantity::{Country, Date, Decimal, Money, Ratio, Year, YearRange, text};
use crate::table::Step;

use super::super::Query;
use super::super::figures::{all_digits, rounded};

/// The pledge and what is said about it.
pub(in crate::question) fn step(query: &Query<'_>, commitment: &Commitment) -> Result<Step> {
    let said = match commitment.source.id.is_empty() {
        true => format!("{}, as said", commitment.years()),
        false => format!("{}, {} of {}", commitment.years(), commitment.strength, commitment.announced),
    };
    let words = match commitment.pledge {
        Some(pledge) => format!("`{pledge}`, {said}"),
        None => format!("none, {said}"),
    };
    let step = Step::new("pledge", words).at(&commitment.origin).citing(query.citation(&commitment.source.id));
    let step = match commitment.pledge {
        Some(pledge) => step.on([Step::new("reads as", reading(pledge)), slack(commitment, pledge)?]),
        None => step,
    };
    let notes = commitment.group.as_ref().map(membership).into_iter().chain(commitment.when.and_then(fiscal));
    Ok(step.on(notes.chain(links(query, commitment))))
}

/// Through which membership it is the country's.
fn membership(member: &Membership) -> Step {
    let words = format!("`{}`, of which {} is a member since {}", member.group, member.country.named(), member.since);
    Step::new("made by", words).at(&member.origin)
}

/// Which calendar years fiscal ones count as.
fn fiscal(when: When) -> Option<Step> {
    let (stated, last) = (when.stated(when.first()), when.last()?);
    let years = YearRange::new(stated.first(), last).ok().filter(|_| stated.is_fiscal())?;
    let words = format!("{years}, in which most months of each lie: GDP is that of the calendar year");
    Some(Step::new("fiscal years as", words))
}

/// How the words bind; `less` than in a year turns a floor round.
fn reading(pledge: Pledge) -> &'static str {
    match (pledge.qualifier, pledge.is_ceiling()) {
        (Qualifier::Exactly, false) if pledge.is_range() => {
            "a range: kept from its lower end on; to spend more is no miss"
        }
        (Qualifier::Exactly, false) => "the figure is to be reached; to spend more is no miss",
        (Qualifier::About, false) => "near the figure, within the slack; to spend more is no miss",
        (Qualifier::About, true) => "near the figure, within the slack; to spend less is no miss",
        (Qualifier::AtLeast | Qualifier::AtMost, false) => "a floor: the figure or more",
        (Qualifier::MoreThan | Qualifier::LessThan, false) => "a floor: more than the figure",
        (Qualifier::Exactly | Qualifier::AtLeast | Qualifier::AtMost, true) => "a ceiling: the figure or less",
        (Qualifier::MoreThan | Qualifier::LessThan, true) => "a ceiling: less than the figure",
    }
}

/// The slack and its reason.
fn slack(commitment: &Commitment, pledge: Pledge) -> Result<Step> {
    let replaced = |tolerance: Tolerance| {
        let why = commitment.tolerance_reason.as_deref().unwrap_or("no reason given");
        format!("the tolerance `{tolerance}` takes its place ({why})")
    };
    let words = match (pledge.relative_to(), commitment.tolerance) {
        (Some(year), None) => {
            let part = if pledge.qualifier == Qualifier::About { "a tenth" } else { "a twentieth" };
            let words = format!("half a unit of the last stated digit, at most {part} of what is pledged");
            format!("{words}: it depends on what was spent in {year}")
        }
        (Some(year), Some(tolerance @ Tolerance::OfValue(_))) => {
            format!("{}: it depends on what was spent in {year}", replaced(tolerance))
        }
        (Some(_) | None, tolerance) => {
            let slack = pledge.slack_or(tolerance)?;
            let why = match slack.origin {
                SlackOrigin::LastDigit => "half a unit of the last stated digit".to_owned(),
                SlackOrigin::TwentiethOfValue => never_more_than("a twentieth"),
                SlackOrigin::TenthOfValue => never_more_than("a tenth"),
                SlackOrigin::Tolerance(tolerance) => replaced(tolerance),
            };
            format!("{} {}: {why}", text::plain(slack.value), pledge.unit())
        }
    };
    Ok(Step::new("slack", words))
}

fn never_more_than(part: &str) -> String {
    format!(
        "half a unit of the last stated digit would be as much or more, and it is never more than {part} of the value"
    )
}

/// What it replaces, what replaced it, and what it is a part of.
fn links(query: &Query<'_>, commitment: &Commitment) -> Vec<Step> {
    let other = |name: &str, id: &str| {
        let other = query.book.commitment(id, commitment.country)?;
        let pledge = other.pledge.map_or_else(|| "none".to_owned(), |pledge| pledge.to_string());
        let words = format!("`{id}`: `{pledge}`, {} of {}", other.strength, other.announced);
        Some(Step::new(name, words).at(&other.origin).citing(query.citation(&other.source.id)))
    };
    let later = query.book.superseded_by(commitment, query.as_of);
    let links = [
        commitment.supersedes.as_ref().and_then(|to| other("supersedes", &to.id)),
        later.and_then(|later| other("superseded by", &later.id)),
        commitment.part_of.as_ref().and_then(|to| other("part of", &to.id)),
    ];
    links.into_iter().flatten().chain(commitment.overlaps.iter().filter_map(|to| other("overlaps", &to.id))).collect()
}

/// The row of the book that a premise was read from.
fn row_of<'b>(query: &Query<'b>, country: Country, premise: &Premise) -> Option<&'b Observation> {
    let mut rows = query.book.observations.iter().filter(|row| row.country == country);
    let said = |row: &Observation, (year, publisher, vintage): (Year, &str, Date)| {
        row.year == year && row.publisher == publisher && row.vintage == vintage
    };
    match premise {
        Premise::Reference(Reference { year, spent, publisher, vintage, .. }) => rows.find(|row| {
            row.measure == Measure::Spending && row.money() == Some(*spent) && said(row, (*year, publisher, *vintage))
        }),
        Premise::Rate(rate) => {
            let unit = Unit::Rate { of: rate.of, per: rate.per };
            let mut rates = query.book.rates().filter(|row| row.unit == unit && row.value == rate.value);
            rates.find(|row| said(row, (rate.year, &rate.publisher, rate.vintage)))
        }
        Premise::LatestGdp(_) | Premise::EvenPath => None,
    }
}

/// What an amount of a country rests on besides GDP.
pub(in crate::question) fn premise(query: &Query<'_>, country: Country, premise: &Premise) -> Step {
    let step = Step::new("rests on", premise.to_string());
    match row_of(query, country, premise) {
        Some(row) => step.at(&row.origin).citing(query.citation(&row.source)),
        None => step,
    }
}

/// What it comes to: the arithmetic unrounded, then the rounding.
pub(in crate::question) fn amount(query: &Query<'_>, pledged: &Pledged, outcome: &Outcome) -> Result<Vec<Step>> {
    let premises = outcome.premises.iter().map(|one| premise(query, pledged.country, one));
    let Some(amount) = outcome.money().map(Money::millions) else {
        let unknown = || outcome.reason.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        let Some(amount) = &outcome.amount else {
            return Ok([Step::new("amount", unknown())].into_iter().chain(premises).collect());
        };
        let end = |end: Option<Ratio>, none: &str| match end {
            Some(end) => Ok(format!("{} m", rounded(&end)?)),
            None => Ok::<_, crate::Error>(none.to_owned()),
        };
        let words = format!("{} m, a quotient: rounded once", rounded(amount)?);
        let low = Step::new("low", end(outcome.bounds.low, "no floor")?);
        let high = Step::new("high", end(outcome.bounds.high, "no ceiling")?);
        return Ok([Step::new("amount", words)].into_iter().chain(premises).chain([low, high]).collect());
    };
    let gdp = outcome.gdp.as_ref().filter(|_| pledged.pledge.base().is_some());
    let product = |percent: Decimal, amount: Decimal| {
        let amount = all_digits(amount);
        gdp.map(|gdp| format!("{}% × {} m = {amount} m", text::plain(percent), all_digits(gdp.money.millions())))
    };
    let words = product(pledged.pledge.stated()?, amount);
    let words = words.unwrap_or_else(|| format!("{} m, the same on every GDP", all_digits(amount)));
    let steps: Vec<Step> = [Step::new("amount", words)].into_iter().chain(premises).collect();
    Ok([steps, ends(pledged, outcome, amount, product)?].concat())
}

/// What the pledge allows beside the amount, and how all of it is rounded.
fn ends(
    pledged: &Pledged,
    outcome: &Outcome,
    amount: Decimal,
    product: impl Fn(Decimal, Decimal) -> Option<String>,
) -> Result<Vec<Step>> {
    let (mut steps, mut printed) = (Vec::new(), vec![amount]);
    let (stated, known) = (pledged.bounds, outcome.bounds);
    for (name, none, bound, end) in
        [("low", "no floor", stated.low, known.low), ("high", "no ceiling", stated.high, known.high)]
    {
        let words = match end.and_then(|end| end.exact()) {
            Some(end) if end == amount => "the amount itself".to_owned(),
            Some(end) => {
                printed.push(end);
                let product = bound.and_then(|bound| product(bound, end));
                product.unwrap_or_else(|| format!("{} m", all_digits(end)))
            }
            None => none.to_owned(),
        };
        steps.push(Step::new(name, words));
    }
    let rounding = |value: Decimal| Ok(format!("{} → {}", all_digits(value), rounded(&value.into())?));
    let words = printed.into_iter().map(rounding).collect::<Result<Vec<_>>>()?.join(", ");
    steps.push(Step::new("rounding", format!("{words}: once, half away from zero")));
    Ok(steps)
}

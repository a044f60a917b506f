//! The pledge: its words, how they are read, its slack and why, and what it comes to.

use crate::book::Commitment;
use crate::error::Result;
use crate::evaluate::{Outcome, Pledged};
use crate::pledge::{Base, Pledge, Qualifier, SlackOrigin, Tolerance, When};
use crate::quantity::{Decimal, Money, YearRange, text};
use crate::table::Step;

use super::super::Query;
use super::figures::{all_digits, rounded};

/// The pledge and what is said about it.
pub(super) fn step(query: &Query<'_>, commitment: &Commitment) -> Result<Step> {
    let said = format!("{}, {} of {}", commitment.years(), commitment.strength, commitment.announced);
    let words = match commitment.pledge {
        Some(pledge) => format!("`{pledge}`, {said}"),
        None => format!("none, {said}"),
    };
    let step = Step::new("pledge", words).at(&commitment.origin).citing(query.citation(&commitment.source.id));
    let step = match commitment.pledge {
        Some(pledge) => step.on([Step::new("reads as", reading(pledge)), slack(commitment, pledge)?]),
        None => step,
    };
    Ok(step.on(commitment.when.and_then(fiscal).into_iter().chain(links(query, commitment))))
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
        let other = query.book.commitment(id)?;
        let pledge = other.pledge.map_or_else(|| "none".to_owned(), |pledge| pledge.to_string());
        let words = format!("`{id}`: `{pledge}`, {} of {}", other.strength, other.announced);
        Some(Step::new(name, words).at(&other.origin).citing(query.citation(&other.source.id)))
    };
    let later = query.book.superseded_by(&commitment.id, query.as_of);
    let links = [
        commitment.supersedes.as_ref().and_then(|to| other("supersedes", &to.id)),
        later.and_then(|later| other("superseded by", &later.id)),
        commitment.part_of.as_ref().and_then(|to| other("part of", &to.id)),
    ];
    links.into_iter().flatten().chain(commitment.overlaps.iter().filter_map(|to| other("overlaps", &to.id))).collect()
}

/// What it is a share of, where that is not GDP of its own years.
fn own_base(pledged: &Pledged, outcome: &Outcome) -> Option<Step> {
    let (base, gdp) = pledged.pledge.base().zip(outcome.gdp.as_ref())?;
    let name = match base {
        Base::Gni | Base::GdpOf(_) => base.to_string(),
        Base::Gdp | Base::DefenceSpending => return None,
    };
    let vintage = gdp.vintage.map_or_else(String::new, |vintage| format!(", {vintage}"));
    let origin = format!("{}, {}{vintage}", gdp.publishers.join("+"), gdp.kind);
    Some(Step::new(name, format!("{} m ({origin})", all_digits(gdp.money.millions()))))
}

/// What it comes to: the arithmetic unrounded, then the rounding.
pub(super) fn amount(pledged: &Pledged, outcome: &Outcome) -> Result<Vec<Step>> {
    let premises = outcome.premises.iter().map(|premise| Step::new("rests on", premise.to_string()));
    let premises = own_base(pledged, outcome).into_iter().chain(premises);
    let Some(amount) = outcome.money().map(Money::millions) else {
        let printed = outcome.amount.as_ref().map(rounded).transpose()?;
        let unknown = || outcome.reason.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        let words = printed.map_or_else(unknown, |printed| format!("{printed} m, a quotient: rounded once"));
        return Ok([Step::new("amount", words)].into_iter().chain(premises).collect());
    };
    let gdp = outcome.gdp.as_ref().filter(|_| pledged.pledge.base().is_some());
    let product = |percent: Decimal, amount: Decimal| {
        let amount = all_digits(amount);
        gdp.map(|gdp| format!("{}% × {} m = {amount} m", text::plain(percent), all_digits(gdp.money.millions())))
    };
    let words = product(pledged.pledge.stated()?, amount);
    let words = words.unwrap_or_else(|| format!("{} m, the same on every GDP", all_digits(amount)));
    let mut steps: Vec<Step> = [Step::new("amount", words)].into_iter().chain(premises).collect();
    let mut printed = vec![amount];
    let ends = [
        ("low", "no floor", pledged.bounds.low, outcome.bounds.low),
        ("high", "no ceiling", pledged.bounds.high, outcome.bounds.high),
    ];
    for (name, none, bound, end) in ends {
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

//! Where a grid comes from: the pledge, GDP year by year at each growth, each share, the money, and the cells in its corners.

use std::iter;

use crate::book::Observation;
use crate::error::Result;
use crate::pledge::Pledge;
use crate::quantity::Decimal;
use crate::quantity::text::plain;
use crate::table::Step;
use crate::verdict::Scale;

use super::super::Query;
use super::super::explain::{gdp, pledge};
use super::super::figures::{all_digits, division, published};
use super::held::On;
use super::subject::{Moving, Subject};

/// All of it.
pub(super) fn derivation(query: &Query<'_>, subject: &Subject<'_>) -> Result<Step> {
    let commitment = subject.commitment;
    let (moving, shares, year) = (subject.moving()?, subject.shares()?, subject.years.first());
    let first = subject.moved.as_ref().map_or(year, |(first, _)| *first);
    let mut root = Step::new(&*commitment.id, &*commitment.title).on([pledge::step(query, commitment)?]);
    for year in first.to(year) {
        root = root.on([gdp::step(query, &subject.resolution, year)?]);
    }
    for moving in &moving {
        root = root.on([growth(subject, moving)?]);
    }
    let words = commitment.stated()?;
    for share in &shares {
        root = root.on([held(&words, *share, &subject.scale_of(*share))?]);
    }
    root = root.on([spent(query, subject)?]);
    for moving in ends(&moving) {
        for share in ends(&shares) {
            root = root.on([cell(subject, moving, *share)?]);
        }
    }
    Ok(root)
}

/// The first and the last, of one alone that.
fn ends<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.first().into_iter().chain(all.last().filter(|_| all.len() > 1))
}

/// GDP of each moved year at a growth: of the year before times its own growth and the points.
fn growth(subject: &Subject<'_>, moving: &Moving) -> Result<Step> {
    let (points, year) = (moving.points, subject.years.first());
    let step = Step::new(format!("growth {points} pp"), format!("GDP of {year} is {} m", all_digits(moving.gdp.value)));
    let Ok((first, moved)) = subject.moved.as_ref().map_err(drop) else { return Ok(step) };
    if points.is_zero() {
        return Ok(step);
    }
    let gdp = moved.by(points)?;
    let before = iter::once(&moved.start).chain(&gdp).zip(iter::once(&moved.start).chain(&moved.path));
    let years = first.to(year).skip(1).zip(before).zip(gdp.iter().zip(&moved.path));
    let (sign, size) = if points.is_sign_negative() { ('−', -points) } else { ('+', points) };
    Ok(step.on(years.map(|((year, (before, own_before)), (gdp, own))| {
        let [before, own_before, gdp, own] = [before, own_before, gdp, own].map(|millions| all_digits(*millions));
        let words =
            format!("{before} × ({own} ÷ {own_before} {sign} {size}%) = {gdp} m, to whole units of the currency");
        Step::new(format!("GDP {year}"), words)
    })))
}

/// How a figure is held against a share.
fn held(pledge: &Pledge, share: Decimal, scale: &Scale) -> Result<Step> {
    let (limit, slack) = (plain(scale.limit()?.exact_or(6)?), plain(scale.slack.exact_or(6)?));
    let end = if scale.is_ceiling { "up to" } else { "from" };
    let words = format!("in `{pledge}`, with its slack of {slack} pp: not missed {end} {limit}%");
    Ok(Step::new(format!("share {share}%"), words))
}

/// The money that is held against every amount.
fn spent(query: &Query<'_>, subject: &Subject<'_>) -> Result<Step> {
    let name = format!("spent {}", subject.years);
    let Some(row) = subject.spent else {
        return Ok(Step::new(name, subject.unspent.as_ref().map_or("", |unspent| &unspent.words)));
    };
    let words = format!("{} ({}, {}, {})", published(row.value, row.precision)?, row.publisher, row.kind, row.vintage);
    Ok(Step::new(name, words).at(&row.origin).citing(query.citation(&row.source)))
}

/// A cell: what the share comes to, what of it is missing, and how the money stands to it.
fn cell(subject: &Subject<'_>, moving: &Moving, share: Decimal) -> Result<Step> {
    let scale = subject.scale_of(share);
    let spent = subject.spent.map(Observation::between).transpose()?;
    let on = On::new(&moving.gdp, spent.as_ref(), subject.unspent.as_ref())?;
    let held = on.at(share, &scale)?;
    let [gdp, amount] = [moving.gdp.value, held.amount].map(all_digits);
    let product = format!("{share}% × {gdp} m = {amount} m");
    let step = Step::new(format!("{share}% at {} pp", moving.points), "").on([Step::new("amount", product)]);
    let (Some(row), Some(spent), Some(gap), Some((_, (figure, ends)))) = (subject.spent, spent, held.gap, on.spent)
    else {
        return Ok(step.on(held.verdict.map(|verdict| Step::new("verdict", verdict.to_string()))));
    };
    let gap = format!("{amount} − {} = {} m", all_digits(row.value), all_digits(gap));
    let marks = [scale.value, scale.limit()?];
    let of_gdp = division("share of GDP", (spent, "", moving.gdp), (&figure, ends), &marks)?;
    let verdict = held.verdict.map(|verdict| Step::new("verdict", format!("{verdict} ({})", row.kind)));
    Ok(step.on([Step::new("gap", gap), of_gdp]).on(verdict))
}

//! Where each part of a change comes from: its formula with the figures in it, down to the lines of files.

use crate::analysis::{Effect, Target};
use crate::error::Result;
use crate::quantity::{Decimal, Ratio};
use crate::question::figures::{all_digits, digits, rounded, sign_and_digits};
use crate::question::{Query, observed};
use crate::table::Step;

use super::gap::Gap;
use super::known::{Gdp, Known, is_share};
use super::notes::between;
use super::split::{PLACES, Why};

/// Each part on the figures that it is the first to use, then the whole on what it is at both ends.
///
/// # Errors
/// Rounding needs more than 28 digits.
pub(super) fn step(query: &Query<'_>, why: &Why<'_>) -> Result<Step> {
    let Why { from, to, alike, gap, parts } = why;
    let (spending, of_gdp, definition) = formulas(why)?;
    let whole = format!("{}, {} → {}", query.country().named(), from.end.year, to.end.year);
    let root = Step::new("why", whole).on(gap.iter().map(|gap| pledge(query, gap)));
    let root = root.on([
        part("spending", &spending, &parts.spending, why)?.on([money(query, from)?, money(query, why.compared())?]),
        part("gdp", &of_gdp, &parts.gdp, why)?.on([gdp(query, from)?, gdp(query, to)?]),
    ]);
    let other =
        alike.as_ref().map(|_| Ok(part("definition", &definition, &parts.definition, why)?.on([money(query, to)?])));
    let ends = [end("from", why, from)?, end("to", why, to)?];
    Ok(root.on(other.transpose()?).on([part("total", "the sum of the parts", &parts.total, why)?.on(ends)]))
}

/// The formulas of spending, GDP and definition, with the figures in them; of a gap with the sign turned.
fn formulas(why: &Why<'_>) -> Result<(String, String, String)> {
    let [before, alike, after] = [&why.from, why.compared(), &why.to].map(|known| all_digits(known.at.money));
    let [first, second] = [&why.from, &why.to].map(|known| digits(&known.at.gdp));
    let (first, second) = (first?, second?);
    let less = |one: &str, other: &str| match why.gap {
        None => format!("{one} − {other}"),
        Some(_) => format!("{other} − {one}"),
    };
    let owed = match why.gap.as_ref().map(|gap| gap.target) {
        Some(Target::Amount(amount)) => format!(" − 2 × {}", all_digits(amount)),
        Some(Target::Share(_)) | None => String::new(),
    };
    let over = |gdp: &str| format!("1 ÷ {gdp}");
    let (sum, difference) = (format!("{} + {}", over(&first), over(&second)), less(&over(&second), &over(&first)));
    Ok((
        format!("({}) × ({sum}) ÷ 2", less(&alike, &before)),
        format!("({before} + {alike}{owed}) ÷ 2 × ({difference})"),
        format!("({}) ÷ {second}", less(&after, &alike)),
    ))
}

/// A part: its formula, what that comes to in points, and what it is in money.
fn part(name: &str, formula: &str, effect: &Effect, why: &Why<'_>) -> Result<Step> {
    let (points, million) =
        (percent(formula, &[why.from.at.gdp, why.to.at.gdp], &effect.points)?, rounded(&effect.million)?);
    Ok(Step::new(name, format!("{points} pp; in money {million} m")))
}

/// The share at an end, or what is missing there to the pledge.
fn end(name: &str, why: &Why<'_>, known: &Known<'_>) -> Result<Step> {
    let (money, gdp) = (all_digits(known.at.money), digits(&known.at.gdp)?);
    let formula = match why.gap.as_ref().map(|gap| gap.target) {
        None => format!("{money} ÷ {gdp}"),
        Some(Target::Share(share)) => format!("{share}% − {money} ÷ {gdp}"),
        Some(Target::Amount(amount)) => format!("({} − {money}) ÷ {gdp}", all_digits(amount)),
    };
    Ok(Step::new(name, percent(&formula, &[known.at.gdp], &why.percent(known)?)?))
}

/// `1 577 ÷ 43 025 ≈ 3.665311%, printed 3.67`
fn percent(formula: &str, of: &[Ratio], percent: &Ratio) -> Result<String> {
    Ok(format!("{formula} {}% → {}", sign_and_digits(of, percent)?, percent.round(PLACES)?))
}

/// What was spent: as it is published, or a published share of GDP.
fn money(query: &Query<'_>, known: &Known<'_>) -> Result<Step> {
    let row = known.row;
    if !is_share(row) {
        return observed::amount(query, "spending", row);
    }
    let words = format!("{}% × {} = {} m", row.value, digits(&known.at.gdp)?, all_digits(known.at.money));
    Ok(Step::new(format!("spending {}", row.year), words).on([observed::share(query, row)]))
}

/// GDP: as it is published, or what money and a published share imply.
fn gdp(query: &Query<'_>, known: &Known<'_>) -> Result<Step> {
    let (ends, share_row) = match (&known.gdp, known.published) {
        (Gdp::Own(row) | Gdp::Latest(row), _) => return observed::amount(query, "GDP", row),
        (Gdp::Implied(estimate), row) => (between(&estimate.1)?, row),
    };
    let percent = share_row.map_or(Decimal::ZERO, |row| row.value);
    let quotient = sign_and_digits(&[], &known.at.gdp)?;
    let words = format!("{} ÷ {percent}% {quotient} m, {ends}", all_digits(known.at.money));
    Ok(Step::new(format!("GDP {}", known.end.year), words).on(share_row.map(|row| observed::share(query, row))))
}

fn pledge(query: &Query<'_>, Gap { commitment, pledge, .. }: &Gap<'_>) -> Step {
    let words = format!("`{}`, `{pledge}`, {} of {}", commitment.id, commitment.strength, commitment.announced);
    Step::new("pledge", words).at(&commitment.origin).citing(query.citation(&commitment.source.id))
}

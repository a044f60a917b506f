//! What a reader of the parts of a change has to know.

use crate::book::Role;
use crate::error::Result;
use crate::quantity::text::grouped;
use crate::quantity::{Interval, Ratio, round};
use crate::question::observed::origin;
use crate::verdict::millions;

use super::gap::goal;
use super::known::{Gdp, Known, is_share};
use super::split::Why;

const READING: &str = "spending at the mean of both GDPs, GDP at the mean of both amounts: the parts add up to the total, each is rounded once";
const REVISIONS: &str = "one year, definition and publisher: what moved are revisions";
const ACCOUNTS: &str = "one year and definition: what moved is whose account it is";

/// The ends, whose figures they are, and how the parts are to be read.
///
/// # Errors
/// Rounding needs more than 28 digits.
pub(super) fn notes(why: &Why<'_>) -> Result<Vec<String>> {
    let ends = [&why.from, &why.to];
    let mut notes = vec![format!("from {}", end(&why.from)?), format!("to {}", end(&why.to)?)];
    notes.extend(why.alike.as_ref().map(alike).transpose()?);
    let compared = ends.map(|known| known.end.definition).into_iter().find(|own| own.role == Some(Role::Compared));
    notes.extend(compared.map(|own| format!("`{}` is the definition by which the book compares countries", own.id)));
    for known in ends {
        notes.extend(other_share(known)?);
    }
    notes.extend(of_one_year(why).map(str::to_owned));
    notes.extend([measure(why), READING.to_owned()]);
    Ok(notes)
}

/// ``2025 under `nato`, as known on 2026-08-04: 1 577 m (NATO, estimate, 2026-07-10) of GDP of 43 025 m (NATO, estimate, 2026-07-10)``
fn end(known: &Known<'_>) -> Result<String> {
    let Known { end, row, .. } = known;
    let of = format!("{} under `{}`, as known on {}", end.year, end.definition.id, end.day);
    let gdp = match &known.gdp {
        Gdp::Own(gdp) => format!("{} m ({})", millions(gdp.value)?, origin(gdp)),
        Gdp::Implied(estimate) => {
            let (value, ends) = &**estimate;
            let share = known.published.map_or(String::new(), |row| format!("{}%", row.value));
            format!("{} m, {}, which that money and the {share} published imply", whole(value)?, between(ends)?)
        }
        Gdp::Latest(gdp) => format!("{} m (`latest`: {})", millions(gdp.value)?, origin(gdp)),
    };
    Ok(match is_share(row) {
        true => format!("{of}: {}% ({}) of GDP of {gdp} is {} m", row.value, origin(row), millions(known.at.money)?),
        false => format!("{of}: {} m ({}) of GDP of {gdp}", millions(row.value)?, origin(row)),
    })
}

/// What moved where the two ends are of one year under one definition.
fn of_one_year(Why { from, to, alike, .. }: &Why<'_>) -> Option<&'static str> {
    let is_of_one = alike.is_none() && from.end.year == to.end.year;
    is_of_one.then_some(if from.row.publisher == to.row.publisher { REVISIONS } else { ACCOUNTS })
}

/// Under which definition years are compared, and where the definitions are.
fn alike(known: &Known<'_>) -> Result<String> {
    let (year, definition, row) = (known.end.year, &known.end.definition.id, known.row);
    let money = millions(known.at.money)?;
    Ok(format!(
        "spending is compared under `{definition}`, {money} m in {year} ({}), the definitions in {year}",
        origin(row)
    ))
}

/// The share that is published beside the one that follows, where the two differ at the digits of the first.
fn other_share(known: &Known<'_>) -> Result<Option<String>> {
    let Some(published) = known.published.filter(|_| !is_share(known.row)) else { return Ok(None) };
    let digits = published.between()?.digits()?;
    let computed = known.at.share()?.round(digits)?;
    let (year, publisher) = (known.end.year, &published.publisher);
    let words =
        || format!("{publisher} publishes {}% for {year}, that money of that GDP is {computed}%", published.value);
    Ok((computed != round(published.value, digits)?).then(words))
}

/// What is split, and what its effects in money are.
fn measure(why: &Why<'_>) -> String {
    match &why.gap {
        None => "the total is the share of GDP in %; in money spending and the definition move it, GDP moves none"
            .to_owned(),
        Some(gap) => {
            let (id, pledge) = (&gap.commitment.id, gap.pledge);
            let goal = goal(gap.commitment).filter(|goal| *goal > why.to.end.year);
            let by = goal.map_or_else(String::new, |goal| format!(", the goal of {goal}"));
            let (what, means) = match pledge.is_ceiling() {
                true => ("left below", "uses up what is left"),
                false => ("missing to", "closes the gap"),
            };
            format!("the total is what is {what} `{id}`, `{pledge}`{by}, in points: what is negative {means}")
        }
    }
}

/// Whole millions, as what is implied is worth no more.
fn whole(value: &Ratio) -> Result<String> {
    Ok(grouped(&value.round(0)?.to_string(), ' '))
}

pub(super) fn between(ends: &Interval<Ratio>) -> Result<String> {
    Ok(match (&ends.low, &ends.high) {
        (Some(low), Some(high)) => format!("between {} and {}", whole(low)?, whole(high)?),
        (Some(low), None) => format!("at least {}", whole(low)?),
        (None, Some(high)) => format!("at most {}", whole(high)?),
        (None, None) => "with no end known".to_owned(),
    })
}

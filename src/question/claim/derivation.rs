//! Where each row of a claim comes from: its products with the figures in them, down to the lines of files.

use crate::analysis::{Counterfactual, rise};
use crate::book::{Basis, Observation};
use crate::error::Result;
use crate::quantity::text::plain;
use crate::quantity::{Between, Decimal, Ratio, Year};
use crate::question::Query;
use crate::question::explain::gdp;
use crate::question::figures::{all_digits, digits, sign_and_digits};
use crate::table::Step;

use super::before::Before;
use super::rows::{Held, Row};

/// What is claimed, what a rise goes on from, and each GDP with the rows on it.
///
/// # Errors
/// As the resolving of GDP; else rounding needs more digits than can be kept.
pub(super) fn step(query: &Query<'_>, held: &Held<'_>) -> Result<Step> {
    let claimed = [("money", held.claimed.money, " m"), ("share", held.claimed.share, "%")];
    let stated = |(name, figure, unit): (&str, Between, &str)| {
        let [low, high] = figure.ends()?.map(all_digits);
        Ok(Step::new(name, format!("{}{unit}, by its digits from {low} to {high}{unit}", all_digits(figure.value))))
    };
    let claimed: Vec<Step> = claimed.into_iter().map(stated).collect::<Result<_>>()?;
    let mut root = Step::new("claim", format!("`{}`", held.claim)).on(claimed);
    let rows = held.rows()?;
    for in_year in &held.years {
        root = root.on([before(query, &in_year.before, in_year.year)?]);
        for whose in &in_year.whose {
            let resolution = query.resolver().resolve(&whose.name, query.country())?;
            let mut on = Step::new(&*whose.name, "").on([gdp::step(query, &resolution, in_year.year)?]);
            for row in rows.iter().filter(|row| std::ptr::eq(row.whose, whose)) {
                on = on.on([product(held, row)?]);
            }
            root = root.on([on]);
        }
    }
    Ok(root)
}

/// What a rise goes on from, and the prices of then and of the year.
fn before(query: &Query<'_>, before: &Before<'_>, year: Year) -> Result<Step> {
    let name = format!("before {year}");
    let start = match &before.start {
        Ok(start) => start,
        Err(why) => return Ok(Step::new(name, why.clone())),
    };
    let cited = |step: Step, row: &Observation| step.at(&row.origin).citing(query.citation(&row.source));
    let leaf = |name: &str, row: &Observation| {
        let words = format!("{} {} ({}, {}, {})", plain(row.value), row.unit, row.publisher, row.kind, row.vintage);
        cited(Step::new(format!("{name} {}", row.year), words), row)
    };
    let step = Step::new(name, format!("{}: {}", start.year, start.words));
    let step = step.on(start.figure.iter().map(|share| leaf("figure", share.row)));
    let mut step = step.on(start.beside.map(|row| leaf("money", row)));
    if start.beside.is_none() && start.gdp.is_some() {
        let latest = query.resolver().resolve(&Basis::Latest.to_string(), query.country())?;
        step = step.on([gdp::step(query, &latest, start.year)?]);
    }
    Ok(match &before.deflator {
        Ok(deflator) => {
            step.on([start.year, year].into_iter().filter_map(|own| deflator.row(own)).map(|row| leaf("prices", row)))
        }
        Err(why) => step.on([Step::new("prices", why.clone())]),
    })
}

/// The products at both ends, and what that makes of the claim.
fn product(held: &Held<'_>, row: &Row<'_, '_>) -> Result<Step> {
    let name = row.counterfactual.map_or("as claimed", Counterfactual::word);
    let ends = row.computed.and_then(|ends| ends.low.zip(ends.high));
    let (Some(gdp), Some((low, high))) = (&row.whose.gdp, ends) else {
        return Ok(Step::new(name, row.truth.word()));
    };
    let ([least, most], [small, large]) = (held.claimed.share.ends()?, gdp.ends()?);
    let least = end("least", row, (least, small), &low)?;
    let most = end("most", row, (most, large), &high)?;
    Ok(Step::new(name, row.truth.word()).on([least, most]))
}

fn end(name: &str, row: &Row<'_, '_>, (share, gdp): (Decimal, Decimal), value: &Ratio) -> Result<Step> {
    let (percent, of, before) = (plain(share), all_digits(gdp), &row.in_year.before);
    let (formula, from) = match row.counterfactual {
        None => (format!("{percent}% × {of}"), Vec::new()),
        Some(rule) => {
            let spent = before.at(|spent| rise(share, rule, spent, gdp, before.prices), value)?;
            let [reached, money] = [&spent.share, &spent.money]
                .map(|own| own.as_ref().map(digits).transpose().map(Option::unwrap_or_default));
            let (reached, money) = (reached?, money?);
            let otherwise = match rule {
                Counterfactual::FlatCash => money,
                Counterfactual::ConstantShare => format!("{reached}% × {of}"),
                Counterfactual::ConstantReal => format!("{money} × {}", before.quotient_of_prices(row.in_year.year)),
            };
            let from = [spent.share, spent.money.filter(|_| rule != Counterfactual::ConstantShare)];
            (format!("({reached}% + {percent}%) × {of} − {otherwise}"), from.into_iter().flatten().collect())
        }
    };
    Ok(Step::new(name, format!("{formula} {} m", sign_and_digits(&from, value)?)))
}

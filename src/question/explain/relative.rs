//! A pledge that is set against spending of a year: what was spent, what the pledge makes of it, and how much its words leave.

use crate::error::Result;
use crate::gdp::Resolution;
use crate::pledge::{Quantity, Relation, SlackOrigin, Step as Change, Tolerance};
use crate::quantity::{Decimal, Ratio, text};
use crate::table::Step;
use crate::verdict::{Case, Reference, Scale};

use super::super::Query;
use super::super::figures::{digits, division, sign_and_digits};
use super::gdp;
use super::leaf::{leaf, unit};

/// What was spent in the year that the pledge is set against, and what the pledge makes of it.
pub(super) fn steps(query: &Query<'_>, resolution: &Resolution<'_>, case: &Case<'_>) -> Result<Vec<Step>> {
    let (Some(Reference { row, value }), Quantity::Relative { to, .. }) =
        (&case.reference, case.pledged.pledge.quantity)
    else {
        return Ok(Vec::new());
    };
    let mut steps = vec![leaf(query, "set against", row)?];
    if let Some(gdp) = case.alone(row.year).filter(|_| case.is_share() && row.currency().is_some()) {
        let figure = row.between()?;
        steps.push(gdp::step(query, resolution, row.year)?);
        steps.push(division(
            format!("share {}", row.year),
            (figure, "", *gdp),
            (value, figure.percent_of(gdp)?.1),
            &[],
        )?);
    }
    let with_unit = |value: &Ratio| Ok::<_, crate::Error>(format!("{}{}", digits(value)?, unit(case)));
    let spent = with_unit(value)?;
    let terms = match to {
        Relation::More(Change::Share(share)) => format!("{spent} × (100% + {share})"),
        Relation::Less(Change::Share(share)) => format!("{spent} × (100% − {share})"),
        Relation::More(step) => format!("{spent} + {step}"),
        Relation::Less(step) => format!("{spent} − {step}"),
        Relation::Times(times) => format!("{spent} × {}", text::plain(times)),
        Relation::PercentOf(share) => format!("{spent} × {share}"),
    };
    let pledged = sign_and_digits(&[*value], &case.scale.value)?;
    steps.push(Step::new("pledged", format!("{terms} {pledged}{}", unit(case))));
    steps.push(Step::new("slack", slack_against(case, value, to)?));
    Ok(steps)
}

/// How much the words leave where so much was spent in the year that they are set against, and why.
fn slack_against(case: &Case<'_>, spent: &Ratio, to: Relation) -> Result<String> {
    let (Scale { value, slack, .. }, unit, pledge) = (&case.scale, unit(case), case.pledged.pledge);
    let printed = format!("{}{unit}", digits(slack)?);
    if slack.compare(Decimal::ZERO)?.is_eq() {
        return Ok(printed);
    }
    let half = || Ok::<_, crate::Error>(text::plain(pledge.slack()?.value));
    let (_, origin) = pledge.slack_against(spent, value, case.commitment.tolerance)?;
    let (part, of, why) = match (origin, to) {
        (SlackOrigin::LastDigit, Relation::More(Change::Share(_)) | Relation::Less(Change::Share(_)))
        | (SlackOrigin::LastDigit, Relation::PercentOf(_)) => (Some(half()? + "%"), spent, HALF_A_UNIT),
        (SlackOrigin::LastDigit, Relation::Times(_)) => (Some(half()?), spent, HALF_A_UNIT),
        (SlackOrigin::LastDigit, Relation::More(_) | Relation::Less(_)) => (None, spent, HALF_A_UNIT),
        (SlackOrigin::TwentiethOfValue, _) => (Some("5%".to_owned()), value, "a twentieth of what is pledged"),
        (SlackOrigin::TenthOfValue, _) => (Some("10%".to_owned()), value, "a tenth of what is pledged"),
        (SlackOrigin::Tolerance(Tolerance::OfValue(share)), _) => (Some(share.to_string()), value, "the tolerance"),
        (SlackOrigin::Tolerance(Tolerance::Points(_) | Tolerance::Amount(_)), _) => (None, value, "the tolerance"),
    };
    let Some(part) = part else { return Ok(format!("{printed}: {why}")) };
    Ok(format!("{part} × {}{unit} {}{unit}: {why}", digits(of)?, sign_and_digits(&[*of], slack)?))
}

const HALF_A_UNIT: &str = "half a unit of the last stated digit";

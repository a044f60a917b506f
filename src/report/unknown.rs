//! What is not known: pledges that nothing decides, years of which only plans are published, and commitments without a figure.

use crate::book::Kind;
use crate::error::Result;
use crate::quantity::Date;
use crate::question::Sides;
use crate::verdict::{Spent, Verdict};

use super::finding::Finding;
use super::wording::Wording;
use super::words::PAGE;

impl Wording<'_> {
    /// What all pledges of a kind have in common, and a sentence on each that its figures leave open or that has none of its own.
    pub(super) fn not_known(self, sides: &[Sides<'_>], as_of: Date) -> Result<String> {
        let (say, mut items) = (self.say(&PAGE), Vec::new());
        let (named, worded) = (|sides: &Sides<'_>| self.named(sides), |sides: &Sides<'_>| self.worded(sides));
        let mut all = |phrase: fn(&str) -> String, takes: &dyn Fn(&Sides) -> bool, name: &dyn Fn(&Sides) -> String| {
            let names: Vec<String> = sides.iter().filter(|sides| takes(sides)).map(name).collect();
            items.extend((!names.is_empty()).then(|| format!("- {}", phrase(&names.join("; ")))));
        };
        all(say.only_planned, &|sides| only_planned(sides, as_of), &named);
        all(say.nothing_yet, &|sides| sides.years.is_some() && is_open(sides), &worded);
        all(say.without_figure, &|sides| sides.years.is_none(), &named);
        for open in sides.iter().filter(|sides| !is_open(sides)) {
            if !self.is_decided(open)? {
                items.push(self.line(open)?);
            }
        }
        Ok(if items.is_empty() { say.all_known.to_owned() } else { items.join("\n") })
    }

    fn is_decided(self, sides: &Sides<'_>) -> Result<bool> {
        sides.leading().map_or(Ok(false), |leading| Ok(Finding::of(leading)?.is_decided()))
    }

    /// The same with the words of its pledge: `Hague goal: core defence (2035) – at least 3.5% of GDP`.
    pub(super) fn worded(self, sides: &Sides<'_>) -> String {
        let pledge = sides.commitment.pledge.map(|pledge| format!(" – {}", self.pledge(pledge)));
        self.named(sides) + &pledge.unwrap_or_default()
    }

    /// The title of a commitment, with its years where it has several or does not say them.
    pub(super) fn named(self, sides: &Sides<'_>) -> String {
        let title = self.title(sides.commitment);
        let is_alone = sides.commitment.when.is_some_and(|when| Some(when.first()) == when.last());
        let years = sides.years.map(|years| self.years(years)).filter(|years| !(is_alone && title.contains(years)));
        years.map_or(title.clone(), |years| format!("{title} ({years})"))
    }
}

/// Whether nothing is published of a pledge.
fn is_open(sides: &Sides<'_>) -> bool {
    sides.own.iter().all(|own| own.verdict == Verdict::Open)
}

/// Whether the years of a pledge are over, and no figure of its own definition says what was spent.
fn only_planned(sides: &Sides<'_>, as_of: Date) -> bool {
    let unspent = |kind: Kind| match kind {
        Kind::Plan | Kind::Forecast | Kind::Assumption => true,
        Kind::Outturn | Kind::Estimate => false,
    };
    let mut kinds = sides.own.iter().filter_map(|own| own.spent.as_ref()).map(Spent::kind).peekable();
    sides.years.is_some_and(|years| as_of.closes(years.last())) && kinds.peek().is_some() && kinds.all(unspent)
}

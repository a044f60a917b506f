//! What is said of a pledge, in one sentence; and below it, marked as such, what other figures and definitions say.

use std::collections::BTreeMap;

use crate::chart::words::SCOREBOARD;
use crate::error::Result;
use crate::quantity::text::capitalised;
use crate::question::Sides;
use crate::verdict::{Contradiction, Judgement, Measure, Verdict};

use super::figures::{Length, base};
use super::finding::Finding;
use super::wording::Wording;
use super::words::{FINDING, Told};

impl Wording<'_> {
    /// `- **Title.** 4% of GDP in 2025: missed by EUR 161 million on the plan of …`, with those below it; the years of a pledge of
    /// several stand below its words.
    pub(super) fn item(self, pledge: &[&Sides<'_>]) -> Result<String> {
        if let [alone] = pledge {
            return Ok(with_below(&self.line(alone)?, &self.below(alone)?));
        }
        let words = pledge.first().and_then(|first| Some((first.commitment, first.commitment.pledge?)));
        let words = words.map(|(commitment, pledge)| (self.title(commitment), capitalised(&self.pledge(pledge))));
        let (title, words) = words.unwrap_or_default();
        let mut lines = vec![format!("- **{title}.** {words}:")];
        for sides in pledge {
            let years = sides.years.map(|years| self.years(years)).unwrap_or_default();
            let finding = sides.leading().map(|leading| self.finding(leading)).transpose()?.unwrap_or_default();
            lines.push(indented(&with_below(&format!("- {years}: {finding}."), &self.below(sides)?)));
        }
        Ok(lines.join("\n"))
    }

    /// The sentence alone.
    pub(super) fn line(self, sides: &Sides<'_>) -> Result<String> {
        let finding = sides.leading().map(|leading| self.finding(leading)).transpose()?.unwrap_or_default();
        let promise = sides.commitment.pledge.zip(sides.years);
        let promise = promise.map(|(pledge, years)| self.promise(sides.commitment, pledge, years) + ": ");
        Ok(format!("- **{}.** {}{finding}.", self.title(sides.commitment), promise.unwrap_or_default()))
    }

    /// What other figures of the same definition say where the verdict is another, and what other definitions say.
    pub(super) fn below(self, sides: &Sides<'_>) -> Result<Vec<String>> {
        let (say, mut lines) = (self.say(&FINDING), Vec::new());
        let mut told: BTreeMap<&str, Vec<Verdict>> = BTreeMap::new();
        for (at, judgement) in sides.own.iter().chain(&sides.others).enumerate() {
            let Some(case) = &judgement.case else { continue };
            let (definition, verdict) = (case.definition.id.as_str(), judgement.verdict);
            // money without GDP says nothing beside a share that is published
            let is_mute = matches!(Finding::of(judgement)?, Finding::NoGdp(..));
            let said = told.entry(definition).or_default();
            if said.contains(&verdict) || is_mute && !said.is_empty() {
                continue;
            }
            said.push(verdict);
            let finding = self.finding(judgement)?;
            lines.extend(match at.checked_sub(sides.own.len()) {
                Some(_) => Some(format!("- {}", (say.elsewhere)(&self.definition(case.definition), &finding))),
                None => (at > 0).then(|| format!("- {}", (say.beside)(&finding))),
            });
        }
        Ok(lines)
    }

    /// The verdict, by how much the words as written are missed, and on whose figure.
    pub(super) fn finding(self, judgement: &Judgement<'_>) -> Result<String> {
        let case = judgement.case.as_ref();
        let currency = case.map(|case| case.pledged.currency);
        let rest = currency.zip(judgement.unaccounted).map(|(currency, rest)| self.money(currency, rest.exact_or(6)?));
        let told = Told {
            verdict: (self.say(&SCOREBOARD).verdict)(judgement.verdict),
            on: self.on(judgement)?,
            gap: self.gap(judgement, Length::Full)?,
            stated: case.map(|case| self.pledged(case)).transpose()?.unwrap_or_default(),
            pledge: case.map(|case| self.pledge(case.pledged.pledge)).unwrap_or_default(),
            definition: case.map(|case| self.definition(case.definition)).unwrap_or_default(),
            unaccounted: rest.transpose()?.unwrap_or_default(),
            tolerated: judgement.commitment.tolerance.is_some(),
        };
        Ok((self.say(&FINDING).found)(Finding::of(judgement)?, &told) + &self.contradiction(judgement)?)
    }

    /// The money of the same publisher, where a published share contradicts it; else nothing.
    fn contradiction(self, judgement: &Judgement<'_>) -> Result<String> {
        let known = judgement.case.as_ref().zip(judgement.spent.as_ref());
        let share = known.filter(|(_, spent)| spent.measure == Measure::Published);
        let both =
            share.map(|(case, spent)| Ok(Contradiction::of(case, spent)?.zip(base(case)))).transpose()?.flatten();
        let Some((both, base)) = both else { return Ok(String::new()) };
        let money = both.amount.money().map(|money| self.money(money.currency(), money.millions())).transpose()?;
        Ok((self.say(&FINDING).contradicts)(&money.unwrap_or_default(), &self.share(both.percent, base)))
    }

    /// On which kind of figure, of which day and whose; empty where there is none.
    fn on(self, judgement: &Judgement<'_>) -> Result<String> {
        let Some((spent, day)) = judgement.spent.as_ref().and_then(|spent| Some((spent, spent.vintage()?))) else {
            return Ok(String::new());
        };
        let whose = self.publishers(spent.rows.iter().map(|row| row.source.as_str()));
        Ok((self.say(&FINDING).on)(
            spent.kind(),
            &self.lang.of_day(day),
            &whose,
            &self.figure(judgement, Length::Full)?,
        ))
    }
}

/// An item with those below it.
pub(super) fn with_below(item: &str, below: &[String]) -> String {
    let below = below.iter().map(|line| indented(line));
    std::iter::once(item.to_owned()).chain(below).collect::<Vec<_>>().join("\n")
}

/// One level further in.
fn indented(item: &str) -> String {
    item.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

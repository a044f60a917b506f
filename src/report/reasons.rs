//! Why each verdict is what it is, with both readings: as rounded, and as written.

use crate::book::Observation;
use crate::error::Result;
use crate::pledge::Base;
use crate::quantity::Ratio;
use crate::question::Sides;
use crate::verdict::{Case, Extent, Judgement, Measure, Spent};

use super::figures::{Length, in_money, is_share};
use super::finding::Finding;
use super::sentence::with_below;
use super::wording::Wording;
use super::words::{Grounds, REASON};

impl Wording<'_> {
    /// An item for each pledge that a figure could be held against, or that other definitions judge; what stands below those that
    /// were told before is not told again.
    pub(super) fn reasons(self, sides: &[Sides<'_>], is_told: impl Fn(&Sides<'_>) -> bool) -> Result<String> {
        let mut items = Vec::new();
        for sides in sides {
            let reason = sides.leading().map(|leading| self.reason(leading)).transpose()?.flatten();
            let below = if is_told(sides) { Vec::new() } else { self.below(sides)? };
            let item = match reason {
                Some(reason) => format!("- **{}:** {reason}", self.named(sides)),
                None if below.is_empty() => continue,
                None => self.line(sides)?,
            };
            items.push(with_below(&item, &below));
        }
        Ok(items.join("\n"))
    }

    /// The verdict and why, the words as written, what was counted and on which GDP.
    fn reason(self, judgement: &Judgement<'_>) -> Result<Option<String>> {
        let (say, finding) = (self.say(&REASON), Finding::of(judgement)?);
        let known = judgement.case.as_ref().zip(judgement.spent.as_ref()).zip(finding.held());
        let Some(((case, spent), held)) = known else { return Ok(None) };
        let because = (say.because)(held, &self.grounds(judgement, case)?);
        let mut sentences = vec![(say.reason)(&self.verdict(judgement), &because)];
        sentences.push((say.as_written)(held.side(), &self.gap_in_full(judgement)?, &self.pledged(case)?));
        sentences.push(match spent.extent {
            Extent::Whole => (say.counted)(&self.definition(case.definition)),
            Extent::Bound | Extent::Overlapping => (say.parts)(&self.parts(spent)?),
        });
        sentences.extend(if spent.measure == Measure::Money { self.on_gdp(case)? } else { None });
        Ok(Some(sentences.join(" ")))
    }

    fn grounds(self, judgement: &Judgement<'_>, case: &Case<'_>) -> Result<Grounds> {
        let figure = judgement.measured.figure.as_ref();
        let end = |end: &Option<Ratio>| end.as_ref().map(|end| self.end(case, end)).transpose();
        let ends = figure.map(|(_, ends)| Ok((end(&ends.low)?, end(&ends.high)?))).transpose()?;
        Ok(Grounds {
            figure: figure.map(|(figure, _)| self.finely(case, figure)).transpose()?.unwrap_or_default(),
            ends: ends.and_then(|(low, high)| Some([low?, high?])).filter(|[low, high]| low != high),
            stated: self.pledged(case)?,
            pledge: self.pledge(case.pledged.pledge),
            limit: self.exactly(case, &case.scale.limit()?)?,
            tolerated: case.commitment.tolerance.is_some(),
            ceiling: case.pledged.pledge.is_ceiling(),
        })
    }

    /// The gap in money, and of a share in points.
    fn gap_in_full(self, judgement: &Judgement<'_>) -> Result<String> {
        let gap = self.gap(judgement, Length::Full)?;
        let points = judgement.measured.gap_points.as_ref().filter(|_| in_money(judgement) && is_share(judgement));
        let points = points.map(|points| self.points(points, Length::Full));
        Ok(points.transpose()?.map_or(gap.clone(), |points| format!("{gap} ({points})")))
    }

    /// The rows of parts with their years: `Border strip infrastructure (2023) EUR 24.3 million`.
    fn parts(self, spent: &Spent<'_>) -> Result<String> {
        let part = |row: &&Observation| {
            let definition = row.definition.as_deref().and_then(|id| self.book.definition(id));
            let title = definition.map(|definition| self.definition(definition)).unwrap_or_default();
            let amount = row.money().map(|money| self.money(money.currency(), money.millions())).transpose()?;
            Ok(format!("{title} ({}) {}", self.years(row.year.into()), amount.unwrap_or_default()))
        };
        Ok(self.listed(&spent.rows.iter().map(part).collect::<Result<Vec<_>>>()?))
    }

    /// The GDP of a share, and whose.
    fn on_gdp(self, case: &Case<'_>) -> Result<Option<String>> {
        let is_of_gdp = case.is_share() && case.rests_on_gdp();
        let Some(gdp) = case.outcome.gdp.as_ref().filter(|_| is_of_gdp) else { return Ok(None) };
        let (say, amount) = (self.say(&REASON), self.money(gdp.money.currency(), gdp.money.millions())?);
        let whose = self.publishers(gdp.sources.iter().map(String::as_str));
        let by = gdp.vintage.filter(|_| !whose.is_empty()).map(|day| format!("{whose}, {}", self.lang.day(day)));
        let is_gni = case.pledged.pledge.base() == Some(Base::Gni);
        Ok(Some((say.on_gdp)(is_gni, &amount, by.as_deref().unwrap_or(say.assumed))))
    }
}

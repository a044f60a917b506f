//! Every standing pledge in a table of five columns.

use crate::chart::words::GAP;
use crate::error::Result;
use crate::question::Sides;
use crate::verdict::Judgement;

use super::figures::Length;
use super::finding::{Finding, Held};
use super::grid::{Side, grid};
use super::wording::Wording;
use super::words::PAGE;

impl Wording<'_> {
    /// A row for each pledge and year; pledges without a figure have none.
    pub(super) fn standing(self, sides: &[Sides<'_>]) -> Result<String> {
        let say = self.say(&PAGE);
        let heads = [say.pledge, say.year, say.spent, say.gap, say.verdict].map(|head| (head, Side::Left));
        let (mut rows, mut before) = (Vec::new(), None);
        for sides in sides {
            let Some(mut row) = self.standing_row(sides)? else { continue };
            // a pledge of several years is named once
            if before.replace(sides.commitment.key()) == Some(sides.commitment.key()) {
                row[0].clear();
            }
            rows.push(row);
        }
        Ok(if rows.is_empty() { say.no_pledge.to_owned() } else { grid(heads, &rows) })
    }

    fn standing_row(self, sides: &Sides<'_>) -> Result<Option<[String; 5]>> {
        let known = sides.commitment.pledge.zip(sides.years).zip(sides.leading());
        let Some(((pledge, years), leading)) = known else { return Ok(None) };
        Ok(Some([
            format!("{} – {}", self.title(sides.commitment), self.pledge(pledge)),
            self.years(years),
            self.figure(leading, Length::Short)?,
            self.gap_beside(leading)?,
            self.verdict(leading),
        ]))
    }

    /// `short by EUR 161 m`
    fn gap_beside(self, judgement: &Judgement<'_>) -> Result<String> {
        let side = Finding::of(judgement)?.held().map(Held::side);
        side.map_or(Ok(String::new()), |side| Ok((self.say(&GAP).gap)(side, &self.gap(judgement, Length::Short)?)))
    }
}

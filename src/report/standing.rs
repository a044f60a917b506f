//! Every standing pledge against its figure in a table of four columns.

use crate::chart::words::GAP;
use crate::error::Result;
use crate::quantity::Currency;
use crate::question::Sides;

use super::figures::Length;
use super::finding::{Finding, Held};
use super::grid::{Side, grid};
use super::wording::Wording;
use super::words::PAGE;

impl Wording<'_> {
    /// A row for each pledge and year that something is published of, with amounts in `currency` where they name none; nothing where
    /// there is no row.
    pub(super) fn standing(self, sides: &[Sides<'_>], currency: Option<Currency>) -> Result<String> {
        let say = self.say(&PAGE);
        let unit = currency.map(|own| format!(", {}", (self.say(&GAP).unit)(own.code()))).unwrap_or_default();
        let heads = [say.pledge, &format!("{}{unit}", say.spent), &format!("{}{unit}", say.gap), say.verdict];
        // a pledge of several years is worded once
        let same = |one: &Sides<'_>, next: &Sides<'_>| one.commitment.key() == next.commitment.key();
        let years = sides.chunk_by(same).flat_map(|pledge| pledge.iter().enumerate());
        let rows = years.filter_map(|(at, sides)| self.standing_row(sides, at == 0, currency).transpose());
        let rows = rows.collect::<Result<Vec<_>>>()?;
        Ok(if rows.is_empty() { String::new() } else { grid(heads.map(|head| (head, Side::Left)), &rows) })
    }

    fn standing_row(
        self,
        sides: &Sides<'_>,
        in_words: bool,
        currency: Option<Currency>,
    ) -> Result<Option<[String; 4]>> {
        let Some(leading) = sides.leading().filter(|leading| leading.spent.is_some()) else { return Ok(None) };
        let side = Finding::of(leading)?.held().map(Held::side);
        let gap = side.map(|side| Ok((self.say(&GAP).gap)(side, &self.gap(leading, Length::Short(currency))?)));
        Ok(Some([
            if in_words { self.worded(sides) } else { self.named(sides) },
            self.figure(leading, Length::Short(currency))?,
            gap.transpose()?.unwrap_or_default(),
            self.verdict(leading),
        ]))
    }
}

//! The league in words, for those who do not see it.

use crate::chart::words::{LEAGUE, SHARED, listed};
use crate::table::Verdict;

use super::super::alt_text::{few, sentence};
use super::standings::{League, Standing};

impl League<'_> {
    /// The finding, the ends of the row, who moved furthest, which own pledges are met and missed, and who has no figure.
    pub(super) fn alt(&self, title: &str) -> String {
        let (say, shared) = (LEAGUE.of(self.lang), SHARED.of(self.lang));
        let name = |own: &Standing| self.lang.country_alone(&own.country);
        let with = |own: &Standing| (say.with)(&name(own), &self.percent(own.share));
        let highest: Vec<String> = self.placed().take(3).map(with).collect();
        // of few rows the first are all there are
        let others = self.placed().count().saturating_sub(highest.len());
        let lowest: Vec<String> = self.placed().rev().take(others.min(3)).map(with).collect();
        let moved = self.placed().filter(|own| own.change.number().is_some()).max_by_key(|own| own.change.number());
        let moved = moved.map(|own| (say.with)(&name(own), &(say.points)(&self.change(own)))).unwrap_or_default();
        let said = [listed(&highest, shared.and), listed(&lowest, shared.and), moved];
        let told = say.heads.iter().zip(&said).filter_map(|(head, said)| sentence(head, said));
        let without: Vec<String> = self.standings.iter().filter(|own| own.share.number().is_none()).map(name).collect();
        let without = sentence(shared.without, &few(&without, self.lang));
        std::iter::once(format!("{title}.")).chain(told).chain(self.kept()).chain(without).collect::<Vec<_>>().join(" ")
    }

    /// Which own pledges are met, met when rounded, and missed.
    fn kept(&self) -> Vec<String> {
        let (say, shared) = (LEAGUE.of(self.lang), SHARED.of(self.lang));
        let judged: Vec<(Verdict, String)> = self
            .standings
            .iter()
            .filter_map(|own| {
                let pledge = self.lang.short_pledge(own.pledge?);
                Some((own.verdict?, (say.with)(&self.lang.country_alone(&own.country), &pledge)))
            })
            .collect();
        let named = |verdict: Verdict| -> Vec<String> {
            judged.iter().filter(|(own, _)| *own == verdict).map(|(_, words)| words.clone()).collect()
        };
        let [met, rounded, missed] = [Verdict::Met, Verdict::MetRounded, Verdict::Missed].map(named);
        let of = judged.len();
        let sentences = [
            (of > 0).then(|| (shared.met)(met.len(), of, &few(&met, self.lang))),
            (!rounded.is_empty()).then(|| (shared.met_rounded)(rounded.len(), of, &few(&rounded, self.lang))),
            (!missed.is_empty()).then(|| (shared.missed)(missed.len(), of, &few(&missed, self.lang))),
        ];
        sentences.into_iter().flatten().collect()
    }
}

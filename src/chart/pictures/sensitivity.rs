//! What a pledge comes to where GDP grows otherwise and another share is pledged, and where what is spent is enough.

mod cases; // what its table says

use crate::chart::figure::{Across, Entry, Figure, Sign, Standing, Steps, Tile, Tiles};
use crate::chart::words::{AMOUNTS, GAP, Lang, SCOREBOARD, SENSITIVITY, SHARED};
use crate::error::Result;
use crate::quantity::{Decimal, Share};
use crate::table::{Cell, Qualifier, Table, Verdict};

use super::alt_text::{Told, range, sentence};
use super::gap_words::standing;
use super::scenario_lines::path_of_gdp;
use super::table_rows::{fine, inside, printed, signed};
use super::{Chart, Countries};
use cases::{Case, Cases};

/// Reads rows of `growth_pp` (above that of the path), `share_pct`, `amount_million`, `gap_million`, `verdict`, `pledge`, `year`,
/// `definition`, `basis` and `title` (of the path of GDP), `spent_million` and `spent_kind`.
pub(crate) const ENTRY: Chart = Chart {
    name: "sensitivity",
    about: "what a pledge comes to where GDP grows otherwise and another share is pledged, and where spending is enough",
    countries: Countries::One,
    needs: Some("`ID`"),
    build,
};

fn build(table: &Table, lang: Lang) -> Result<Figure> {
    let Some(cases) = Cases::of(table, lang)? else {
        let reason = "no case has an amount";
        return Err(ENTRY.nothing_to_draw(reason, "name a pledge of a share of GDP, and a year with GDP"));
    };
    ENTRY.check_tiles(cases.growths.len() * cases.shares.len())?;
    let title = cases.title(table);
    Ok(Figure {
        alt: cases.alt(&title),
        title,
        subtitle: cases.subtitle(),
        across: Across::Named(0),
        key: cases.key(),
        tiles: Some(cases.tiles()),
        ..signed(table, lang)
    })
}

impl Cases<'_> {
    fn millions(&self, cell: &Cell) -> String {
        (AMOUNTS.of(self.lang).millions)(self.currency, &fine(cell, self.lang))
    }

    fn percent(&self, cell: &Cell) -> String {
        self.lang.percent(&printed(cell, self.lang))
    }

    /// Points with their sign; none as that.
    fn points(&self, cell: &Cell) -> String {
        let (say, text) = (SENSITIVITY.of(self.lang), printed(cell, self.lang));
        match cell.number() {
            Some(points) if points.is_zero() => say.as_it_is.to_owned(),
            Some(points) if points.is_sign_positive() => (GAP.of(self.lang).points)(&format!("+{text}")),
            Some(_) | None => (GAP.of(self.lang).points)(&text),
        }
    }

    /// In how many cases what is spent meets the pledge, else from where to where that goes.
    fn title(&self, table: &Table) -> String {
        let (say, lang) = (SENSITIVITY.of(self.lang), self.lang);
        let country = lang.country(table.context.country.as_ref());
        if let Some(kind) = self.kind.filter(|_| self.cases.iter().any(|case| case.reached.is_some())) {
            let met = self.cases.iter().filter(|case| case.verdict == Some(Verdict::Met)).count();
            let is_written = |case: &&Case| case.reached == Some(true);
            // `about` keeps its slack as written
            let is_about = self.pledge.qualifier == Qualifier::About;
            let as_written = if is_about { met } else { self.cases.iter().filter(is_written).count() };
            let [met, of, as_written] =
                [met, self.cases.len(), as_written].map(|count| lang.number(&count.to_string()));
            return (say.meets)(&country, &self.millions(self.spent), kind, &self.year, [&met, &of, &as_written]);
        }
        let ends = [self.lowest(), self.highest()]
            .map(|case| case.map_or_else(String::new, |case| self.millions(case.amount)));
        (say.comes_to)(&country, &lang.pledge(self.pledge), &self.year, [&ends[0], &ends[1]])
    }

    fn subtitle(&self) -> String {
        let (say, unit) = (SENSITIVITY.of(self.lang), (GAP.of(self.lang).unit)(self.currency));
        let what = if self.cases.iter().any(|case| case.gap.number().is_some()) { say.gaps } else { say.amounts };
        let basis = path_of_gdp(self.basis, self.scenario, self.lang);
        what(self.definition, &unit) + &(say.basis)(&inside(&basis))
    }

    /// The verdicts that there are, and the line between them.
    fn key(&self) -> Vec<Entry> {
        let has = |verdict: &Verdict| self.cases.iter().any(|case| case.verdict == Some(*verdict));
        let verdict = |verdict: &Verdict| {
            let words = (SCOREBOARD.of(self.lang).verdict)(*verdict).to_owned();
            Entry { sign: Sign::Verdict(standing(*verdict)), words }
        };
        let parted = [true, false].iter().all(|side| self.cases.iter().any(|case| case.reached == Some(*side)));
        let line = Entry { sign: Sign::BreakEven, words: SENSITIVITY.of(self.lang).break_even.to_owned() };
        Verdict::ALL.iter().filter(|verdict| has(verdict)).map(verdict).chain(parted.then_some(line)).collect()
    }

    /// Growth from left to right, the largest share on top.
    fn tiles(&self) -> Tiles {
        let say = SENSITIVITY.of(self.lang);
        let zero = self.growths.iter().position(|growth| growth.number().is_some_and(|points| points.is_zero()));
        let own = self.pledge.share_of_gdp().map(Share::percent);
        let own = self.shares.iter().position(|share| share.number() == own);
        let decimals = self.decimals();
        let words = |cells: &[&Cell], text: &dyn Fn(&Cell) -> String| cells.iter().map(|cell| text(cell)).collect();
        Tiles {
            across: Steps {
                name: say.growth.to_owned(),
                values: words(&self.growths, &|cell| self.points(cell)),
                own: zero,
            },
            down: Steps { name: say.share.to_owned(), values: words(&self.shares, &|cell| self.percent(cell)), own },
            tiles: self.in_rows().map(|case| self.tile(case, decimals)).collect(),
        }
    }

    fn tile(&self, case: Option<&Case>, decimals: u32) -> Tile {
        let Some(case) = case else {
            return Tile { standing: Standing::Unjudged, reached: None, figure: String::new() };
        };
        let plus = case.gap.number().map(|gap| if gap > Decimal::ZERO { "+" } else { "" });
        let cell = if plus.is_some() { case.gap } else { case.amount };
        let text = cell.printed(decimals).ok().flatten().unwrap_or_default();
        let figure = format!("{}{}", plus.unwrap_or_default(), self.lang.number(&text));
        Tile { standing: case.verdict.map_or(Standing::Unjudged, standing), reached: case.reached, figure }
    }

    /// How many decimals all figures have: one where all are small.
    fn decimals(&self) -> u32 {
        let large = |case: &Case| {
            case.gap.number().or(case.amount.number()).is_some_and(|number| number.abs() >= Decimal::ONE_HUNDRED)
        };
        u32::from(!self.cases.iter().any(large))
    }

    fn lowest(&self) -> Option<&Case<'_>> {
        self.cases.iter().min_by_key(|case| case.amount.number())
    }

    fn highest(&self) -> Option<&Case<'_>> {
        self.cases.iter().max_by_key(|case| case.amount.number())
    }

    /// The finding, the ends of what the pledge comes to, and which verdicts there are.
    fn alt(&self, title: &str) -> String {
        let (say, shared) = (SENSITIVITY.of(self.lang), SHARED.of(self.lang));
        let told = |case: &Case| {
            let words = (say.case)(&self.millions(case.amount), &self.points(case.growth), &self.percent(case.share));
            Told::new(words, case.value)
        };
        let told: Vec<Told> = self.cases.iter().map(told).collect();
        let count = |verdict: Verdict| self.cases.iter().filter(|case| case.verdict == Some(verdict)).count();
        let (of, rounded) = (self.cases.len(), count(Verdict::MetRounded));
        let sentences = [
            Some(format!("{title}.")),
            sentence(say.head, &range(&told, self.lang)),
            Some((shared.met)(count(Verdict::Met), of, "")),
            (rounded > 0).then(|| (shared.met_rounded)(rounded, of, "")),
            Some((shared.missed)(count(Verdict::Missed), of, "")),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

//! What the table of cases says.

use std::cmp::Ordering;

use crate::chart::words::Lang;
use crate::error::Result;
use crate::quantity::Decimal;
use crate::table::{Cell, Kind, Pledge, Table, Verdict, columns};

use super::super::table_rows::{currency, place};

/// What the pledge comes to in one case.
pub(super) struct Case<'a> {
    pub(super) growth: &'a Cell,
    pub(super) share: &'a Cell,
    pub(super) amount: &'a Cell,
    pub(super) value: f64,
    pub(super) gap: &'a Cell,
    pub(super) verdict: Option<Verdict>,
    /// Whether what is spent is as written what is pledged; unknown where nothing is published.
    pub(super) reached: Option<bool>,
}

/// The parts of the table.
pub(super) struct Cases<'a> {
    pub(super) lang: Lang,
    pub(super) currency: &'a str,
    pub(super) pledge: Pledge,
    pub(super) year: String,
    pub(super) definition: &'a str,
    /// The path of GDP, and its title where it is a scenario of the book.
    pub(super) basis: &'a Cell,
    pub(super) scenario: &'a str,
    pub(super) spent: &'a Cell,
    pub(super) kind: Option<Kind>,
    /// By how much growth is moved, from the least on, and the shares, from the largest on.
    pub(super) growths: Vec<&'a Cell>,
    pub(super) shares: Vec<&'a Cell>,
    pub(super) cases: Vec<Case<'a>>,
}

impl<'a> Cases<'a> {
    /// Nothing where no case has an amount.
    pub(super) fn of(table: &'a Table, lang: Lang) -> Result<Option<Self>> {
        let of = [
            &columns::GROWTH_PP,
            &columns::SHARE_PCT,
            &columns::AMOUNT_MILLION,
            &columns::GAP_MILLION,
            &columns::VERDICT,
            &columns::PLEDGE,
        ];
        let others = [
            &columns::YEAR,
            &columns::DEFINITION,
            &columns::BASIS,
            &columns::TITLE,
            &columns::SPENT_MILLION,
            &columns::SPENT_KIND,
        ];
        let (mut cases, mut about) = (Vec::new(), None);
        for ([growth, share, amount, gap, verdict, pledge], other) in
            table.select(of)?.into_iter().zip(table.select(others)?)
        {
            let (Some(value), Some(pledge)) = (amount.number(), pledge.pledge()) else { continue };
            let verdict = verdict.verdict();
            let is_enough = |gap: Decimal| match gap.cmp(&Decimal::ZERO) {
                Ordering::Equal => !pledge.qualifier.is_strict(),
                Ordering::Less => !pledge.is_ceiling(),
                Ordering::Greater => pledge.is_ceiling(),
            };
            let reached = gap.number().map(is_enough);
            about = about.or(Some((pledge, other)));
            cases.push(Case { growth, share, amount, value: place(value), gap, verdict, reached });
        }
        let Some((pledge, [year, definition, basis, title, spent, kind])) = about else { return Ok(None) };
        let year = year.printed(0).ok().flatten().unwrap_or_default().replace('-', "–");
        let (growths, mut shares) =
            (steps(cases.iter().map(|case: &Case| case.growth)), steps(cases.iter().map(|case| case.share)));
        shares.reverse();
        Ok(Some(Self {
            lang,
            currency: currency(table),
            pledge,
            year,
            definition: definition.words(),
            basis,
            scenario: title.words(),
            spent,
            kind: kind.of_figure(),
            growths,
            shares,
            cases,
        }))
    }

    /// The case of each share and growth, row by row.
    pub(super) fn in_rows(&self) -> impl Iterator<Item = Option<&Case<'a>>> {
        let mut sorted: Vec<&Case> = self.cases.iter().collect();
        sorted.sort_by_key(|case| (case.share.number().map(|share| -share), case.growth.number()));
        let wanted = self.shares.iter().flat_map(|share| self.growths.iter().map(move |growth| (*share, *growth)));
        let mut sorted = sorted.into_iter().peekable();
        wanted.map(move |(share, growth)| {
            sorted.next_if(|case| case.share.number() == share.number() && case.growth.number() == growth.number())
        })
    }
}

/// The values, each once, from the least on.
fn steps<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<&'a Cell> {
    let mut cells: Vec<&Cell> = cells.collect();
    cells.sort_by_key(|cell| cell.number());
    cells.dedup_by_key(|cell| cell.number());
    cells
}

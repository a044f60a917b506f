//! The year of which is told where countries stand, and the one since which it is told how far they moved.

use std::collections::BTreeMap;

use crate::book::Kind;
use crate::error::Result;
use crate::quantity::{Year, YearRange};
use crate::question::Query;
use crate::question::refusals::needless;
use crate::question::shares::{Shares, counted};

/// How many years lie between the two where no other is asked for.
const YEARS_BETWEEN: u16 = 10;

/// Both years, and why it is they.
pub(super) struct Span {
    pub(super) year: Year,
    pub(super) since: Option<Year>,
    pub(super) notes: Vec<String>,
}

impl Span {
    /// The years asked for; else the latest year of which most countries have an outturn or an estimate, and the first of the ten
    /// before it of which most have. Nothing where no figure is known.
    ///
    /// # Errors
    /// The year since which is asked for is not before the other.
    pub(super) fn of(query: &Query<'_>, shares: &Shares<'_>) -> Result<Option<Self>> {
        let firm = |kind| matches!(kind, Kind::Outturn | Kind::Estimate);
        let countries = query.countries();
        let known = |counts: &dyn Fn(Kind) -> bool| counted(countries.iter().map(|own| shares.years(*own, counts)));
        let firm = known(&firm);
        let of_most = |year: &Year| firm.get(year).is_some_and(|number| number * 2 > countries.len());
        let latest = || firm.keys().rev().copied().find(of_most);
        let (year, why) = match query.years {
            Some(asked) => (asked.last(), None),
            None => match latest() {
                Some(year) => (year, Some("is the latest year in which most countries have an outturn or an estimate")),
                None => match last(&known(&|_| true)) {
                    Some(year) => (year, Some("is the latest year with any figure")),
                    None => return Ok(None),
                },
            },
        };
        if let Some(since) = query.since.filter(|since| *since >= year) {
            let reason = format!("the change is told up to {year}, and {since} is not before that");
            return Err(needless("--since", reason, "name an earlier year, or a later one with `--year`"));
        }
        let asked = query.years.map(YearRange::first).filter(|first| *first < year);
        let since = query.since.or(asked);
        let first = || firm.keys().copied().filter(|own| *own < year && own.number() + YEARS_BETWEEN >= year.number());
        let found = since.or_else(|| first().find(of_most));
        let mut notes: Vec<String> = why.map(|why| format!("{year} {why}")).into_iter().collect();
        notes.extend(match (since, found) {
            (Some(_), _) => None,
            (None, Some(found)) if found.number() + YEARS_BETWEEN == year.number() => {
                Some(format!("change since {found}, ten years earlier"))
            }
            (None, Some(found)) => Some(format!("change since {found}, the first year before in which most have one")),
            (None, None) => {
                Some("no change is told: in no year of the ten before have most countries a figure".to_owned())
            }
        });
        Ok(Some(Self { year, since: found, notes }))
    }
}

fn last(known: &BTreeMap<Year, usize>) -> Option<Year> {
    known.last_key_value().map(|(year, _)| *year)
}

//! What the table of a league says: where each country stands, and what they pledged together.

use crate::chart::words::Lang;
use crate::error::Result;
use crate::quantity::Country;
use crate::table::{Cell, Kind, Pledge, Role, Table, Verdict, columns};

use super::super::table_rows::{printed, year};

/// What the table says of a country.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    pub(super) rank: &'a Cell,
    pub(super) country: Country,
    pub(super) share: &'a Cell,
    pub(super) kind: Option<Kind>,
    pub(super) change: &'a Cell,
    pub(super) pledge: Option<Pledge>,
    pub(super) pledged: &'a Cell,
    pub(super) verdict: Option<Verdict>,
}

/// What countries pledged together, for a year.
pub(super) struct Together<'a> {
    pub(super) group: &'a str,
    pub(super) year: i32,
    pub(super) is_goal: bool,
    pub(super) pledge: Pledge,
    pub(super) share: &'a Cell,
}

/// The parts of the table.
pub(super) struct League<'a> {
    pub(super) lang: Lang,
    pub(super) year: i32,
    pub(super) since: Option<i32>,
    pub(super) definition: &'a str,
    /// Of what the shares are, if not of GDP.
    pub(super) share_of: Option<&'a str>,
    pub(super) marked: Option<Country>,
    pub(super) standings: Vec<Standing<'a>>,
    pub(super) together: Vec<Together<'a>>,
}

impl<'a> League<'a> {
    pub(super) fn of(table: &'a Table, lang: Lang) -> Result<Self> {
        let of = [
            &columns::ROLE,
            &columns::LABEL,
            &columns::RANK,
            &columns::COUNTRY,
            &columns::YEAR,
            &columns::DEFINITION,
            &columns::SHARE_OF,
            &columns::SHARE_PCT,
            &columns::CHANGE_PP,
            &columns::SINCE,
            &columns::PLEDGE,
            &columns::PLEDGE_PCT,
            &columns::VERDICT,
        ];
        let mut league = Self {
            lang,
            year: 0,
            since: None,
            definition: "",
            share_of: None,
            marked: table.context.country,
            standings: Vec::new(),
            together: Vec::new(),
        };
        for cells in table.select(of)? {
            league.add(cells);
        }
        Ok(league)
    }

    fn add(&mut self, cells: [&'a Cell; 13]) {
        let [role, label, rank, country, at, definition, of, share, change, since, pledge, pledged, verdict] = cells;
        let (Some(at), role) = (year(at), role.role()) else { return };
        if let Some(country) = country.country() {
            (self.year, self.definition) = (at, definition.words());
            self.share_of = Some(of.words()).filter(|of| !of.is_empty());
            self.since = self.since.or(year(since));
            let kind = role.and_then(Role::kind);
            self.standings.push(Standing {
                rank,
                country,
                share,
                kind,
                change,
                pledge: pledge.pledge(),
                pledged,
                verdict: verdict.verdict(),
            });
        } else if let Some(pledge) = pledge.pledge() {
            let is_goal = role == Some(Role::Goal);
            self.together.push(Together { group: label.words(), year: at, is_goal, pledge, share: pledged });
        }
    }

    /// The countries that have a share.
    pub(super) fn placed(&self) -> impl DoubleEndedIterator<Item = &Standing<'a>> {
        self.standings.iter().filter(|own| own.share.number().is_some())
    }

    pub(super) fn percent(&self, cell: &Cell) -> String {
        self.lang.percent(&printed(cell, self.lang))
    }

    /// How far a country moved, with its sign.
    pub(super) fn change(&self, own: &Standing) -> String {
        let printed = printed(own.change, self.lang);
        let rose = own.change.number().is_some_and(|change| change.is_sign_positive() && !change.is_zero());
        if rose { format!("+{printed}") } else { printed }
    }
}

//! What the table of a change says.

use crate::chart::figure::Role as Drawn;
use crate::chart::words::{Lang, Part, WHY};
use crate::error::Result;
use crate::quantity::Date;
use crate::table::{Cell, Pledge, Role, Table, columns};

use super::super::table_rows::{bracketed, currency, drawn_as, exact_place, inside, year};

/// What rows are that tell what moved a share.
const PARTS: [(Role, Part); 3] =
    [(Role::BySpending, Part::Spending), (Role::ByGdp, Part::Gdp), (Role::ByDefinition, Part::Definition)];

/// One of the two points.
pub(super) struct End<'a> {
    pub(super) role: Drawn,
    publisher: &'a str,
    year: i32,
    day: Option<Date>,
    pub(super) definition: &'a str,
    pledge: Option<Pledge>,
    /// The share, or what is missing to the pledge.
    pub(super) share: &'a Cell,
    pub(super) value: f64,
    pub(super) amount: &'a Cell,
}

/// What moved one to the other.
pub(super) struct Effect<'a> {
    pub(super) part: Part,
    pub(super) points: &'a Cell,
    pub(super) value: f64,
    pub(super) million: &'a Cell,
    /// What it was at both points.
    pub(super) ends: [&'a Cell; 2],
}

/// The parts of the table.
pub(super) struct Change<'a> {
    pub(super) lang: Lang,
    pub(super) currency: &'a str,
    pub(super) ends: [End<'a>; 2],
    pub(super) effects: Vec<Effect<'a>>,
}

impl<'a> End<'a> {
    /// Both points.
    fn all(table: &'a Table) -> Result<Vec<Self>> {
        let of = [
            &columns::ROLE,
            &columns::LABEL,
            &columns::YEAR,
            &columns::DATE,
            &columns::DEFINITION,
            &columns::PLEDGE,
            &columns::SHARE_PCT,
            &columns::AMOUNT_MILLION,
        ];
        let end = |[role, publisher, at, day, definition, pledge, share, amount]: [&'a Cell; 8]| {
            Some(End {
                role: drawn_as(role.role()?.kind()?),
                publisher: publisher.words(),
                year: year(at)?,
                day: day.date(),
                definition: definition.words(),
                pledge: pledge.pledge(),
                share,
                value: exact_place(share)?,
                amount,
            })
        };
        Ok(table.select(of)?.into_iter().filter_map(end).collect())
    }
}

impl Effect<'_> {
    /// Whether it moves anything at the digits that are printed.
    pub(super) fn moves(&self) -> bool {
        self.points.number().is_some_and(|points| !points.is_zero())
    }
}

impl<'a> Change<'a> {
    /// Nothing where there are no two points.
    pub(super) fn of(table: &'a Table, lang: Lang) -> Result<Option<Self>> {
        let of = [&columns::ROLE, &columns::EFFECT_PP, &columns::EFFECT_MILLION, &columns::FROM, &columns::TO];
        let effect = |[role, points, million, from, to]: [&'a Cell; 5]| {
            let (_, part) = PARTS.into_iter().find(|(own, _)| role.role() == Some(*own))?;
            Some(Effect { part, points, value: exact_place(points)?, million, ends: [from, to] })
        };
        let effects = table.select(of)?.into_iter().filter_map(effect).collect();
        let mut ends = End::all(table)?.into_iter();
        let ends = ends.next().zip(ends.next());
        Ok(ends.map(|(from, to)| Self { lang, currency: currency(table), ends: [from, to], effects }))
    }

    /// The pledge to which a gap is told in the place of a share.
    pub(super) fn pledge(&self) -> Option<Pledge> {
        self.ends[0].pledge
    }

    /// The year of both points, where that is one.
    pub(super) fn year(&self) -> Option<i32> {
        let [from, to] = &self.ends;
        (from.year == to.year).then_some(from.year)
    }

    /// Whether they are two accounts of one year on one day, so that nothing moved.
    pub(super) fn is_of_one_day(&self) -> bool {
        let [from, to] = &self.ends;
        from.year == to.year && from.day == to.day
    }

    /// What the points are called.
    pub(super) fn names(&self) -> [String; 2] {
        self.told_apart().map(|parts| parts.join(", "))
    }

    /// What tells the points apart.
    pub(super) fn told_apart(&self) -> [Vec<String>; 2] {
        let [from, to] = &self.ends;
        let differ = [
            from.publisher != to.publisher,
            from.definition != to.definition,
            from.year != to.year,
            from.day != to.day,
        ];
        [from, to].map(|end| {
            let day = end.day.map(|day| (WHY.of(self.lang).known)(&self.lang.of_day(day))).unwrap_or_default();
            let parts = [end.publisher.to_owned(), inside(bracketed(end.definition)), end.year.to_string(), day];
            let named = parts.into_iter().zip(differ).filter(|(_, differs)| *differs).map(|(part, _)| part);
            named.collect()
        })
    }
}

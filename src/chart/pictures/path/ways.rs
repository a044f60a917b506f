//! What the table of paths to a pledge says.

use crate::chart::words::Lang;
use crate::error::Result;
use crate::table::{Cell, Kind, Pledge, Role, Shape, Table, columns};

use super::super::table_rows::{currency, place, year};

/// A share in a year, with its money and how much more that is than in the year before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Station<'a> {
    pub(super) year: i32,
    pub(super) share: &'a Cell,
    pub(super) value: f64,
    pub(super) amount: &'a Cell,
    pub(super) growth: &'a Cell,
}

/// One path, from its start to the goal.
pub(super) struct Way<'a> {
    pub(super) shape: Shape,
    pub(super) stations: Vec<Station<'a>>,
}

/// The parts of the table.
pub(super) struct Ways<'a> {
    pub(super) lang: Lang,
    pub(super) currency: &'a str,
    pub(super) definition: &'a str,
    /// The path of GDP, and its title where it is a scenario of the book.
    pub(super) basis: &'a Cell,
    pub(super) scenario: &'a str,
    pub(super) published: Vec<(Kind, Station<'a>)>,
    pub(super) ways: Vec<Way<'a>>,
    pub(super) goal: Station<'a>,
    pub(super) pledge: Pledge,
    /// What each year adds by equal steps, in points.
    pub(super) step: &'a Cell,
    start: Station<'a>,
}

impl Way<'_> {
    /// The share in the middle of its years.
    pub(super) fn middle(&self) -> f64 {
        self.stations.get(self.stations.len() / 2).map_or(0.0, |own| own.value)
    }

    /// Whether it waits for its last year.
    pub(super) fn is_flat(&self) -> bool {
        self.shape == Shape::Flat
    }
}

impl<'a> Ways<'a> {
    /// Nothing where there is no goal or no path to it.
    pub(super) fn of(table: &'a Table, lang: Lang) -> Result<Option<Self>> {
        let of = [&columns::ROLE, &columns::YEAR, &columns::SHARE_PCT, &columns::AMOUNT_MILLION, &columns::GROWTH_PCT];
        let others = [
            &columns::SHAPE,
            &columns::PLEDGE,
            &columns::CHANGE_PP,
            &columns::DEFINITION,
            &columns::BASIS,
            &columns::TITLE,
        ];
        let (mut published, mut ways): (Vec<(Kind, Station)>, Vec<Way>) = (Vec::new(), Vec::new());
        let mut goal = None;
        for ([role, at, share, amount, growth], other) in table.select(of)?.into_iter().zip(table.select(others)?) {
            let Some((role, year, number)) = role.role().zip(year(at)).zip(share.number()).map(|((r, y), n)| (r, y, n))
            else {
                continue;
            };
            let station = Station { year, share, value: place(number), amount, growth };
            let shape = other[0].shape();
            match (role, shape) {
                (Role::Path, Some(shape)) => match ways.iter_mut().find(|way| way.shape == shape) {
                    Some(way) => way.stations.push(station),
                    None => ways.push(Way { shape, stations: vec![station] }),
                },
                (Role::Goal, _) => goal = Some((station, other)),
                _ => published.extend(role.kind().map(|kind| (kind, station))),
            }
        }
        published.sort_by_key(|(_, own)| own.year);
        let start = ways.first().and_then(|way| way.stations.first()).copied();
        let Some(((goal, other), start)) = goal.zip(start) else { return Ok(None) };
        let [_, pledge, step, definition, basis, title] = other;
        Ok(pledge.pledge().map(|pledge| Self {
            lang,
            currency: currency(table),
            definition: definition.words(),
            basis,
            scenario: title.words(),
            published,
            ways,
            goal,
            pledge,
            step,
            start,
        }))
    }

    /// The mean of the middles of all paths.
    pub(super) fn middle(&self) -> f64 {
        let count = self.ways.iter().map(|_| 1.0).sum::<f64>();
        self.ways.iter().map(Way::middle).sum::<f64>() / count.max(1.0)
    }

    /// Where all paths start.
    pub(super) fn start(&self) -> Station<'a> {
        self.start
    }

    /// The last published figure, where it is beyond the goal already.
    pub(super) fn reached(&self) -> Option<&(Kind, Station<'a>)> {
        let last = self.published.last()?;
        let is_beyond = last.1.share.number() >= self.goal.share.number();
        Some(last).filter(|_| is_beyond && !self.pledge.is_ceiling())
    }
}

/// A growth in per cent to a tenth; nothing where it is unknown.
pub(super) fn tenths(cell: &Cell, lang: Lang) -> Option<String> {
    let rounded = cell.ratio()?.round(1).ok()?;
    Some(lang.number(&rounded.to_string()))
}

/// The same with its sign before it and the percent sign behind.
pub(super) fn signed_percent(cell: &Cell, lang: Lang) -> Option<String> {
    let plus = if cell.number()?.is_sign_negative() { "" } else { "+" };
    Some(lang.percent(&format!("{plus}{}", tenths(cell, lang)?)))
}

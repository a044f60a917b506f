//! How has spending as a share of GDP moved in each of several countries, and what was pledged for each year?

use std::collections::BTreeSet;

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::quantity::{Country, Year};
use crate::question::cells::quotient;
use crate::question::held::Held;
use crate::question::once::Once;
use crate::question::shares::{Share, Shares};
use crate::question::{Query, Question};
use crate::table::{Cell, Column, Role, Table, columns};

use super::standing_pledge::words_and_share;

pub(super) const QUESTION: Question = Question {
    name: "grid",
    about: "the share of GDP of several countries, year by year, and what they pledged",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::COUNTRY,
    columns::YEAR,
    columns::LABEL,
    columns::SHARE_PCT,
    columns::DEFINITION,
    columns::PUBLISHER,
    columns::SOURCE,
];

/// Of each country the years of which any of them has a share.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let about = query.beside_others();
    let (mut rows, mut sources) = (Vec::new(), Once::default());
    if let Some(definition) = query.compared_by() {
        let (mut shares, held) = (Shares::new(query, definition), Held::new(&about, definition));
        let countries = about.countries();
        let known = |country: &Country| shares.years(*country, |_| true);
        let years: BTreeSet<Year> =
            countries.iter().flat_map(known).filter(|year| query.asks_about((*year).into())).collect();
        let title = query.title_of(&definition.id);
        for country in countries {
            let before = rows.len();
            for year in &years {
                let place = (country, *year, title);
                let share = shares.of(country, *year)?;
                let pledged = held.by(country, *year).into_iter().find_map(|own| pledged(query, place, own));
                let published = share.as_ref().map(|share| published(place, share));
                for (row, source) in [published, pledged].into_iter().flatten() {
                    sources.add(&source);
                    rows.push(row);
                }
            }
            if rows.len() == before {
                rows.push(nothing(country, title));
            }
        }
    }
    let mut table = about.table(QUESTION.name, COLUMNS, rows, sources.names());
    table.context.country = about.countries().contains(&query.country()).then(|| query.country());
    Ok(table)
}

/// The row of a share, and its document.
fn published((country, year, title): (Country, Year, &str), share: &Share<'_>) -> (Vec<Cell>, String) {
    let (row, kind) = (share.row, share.row.kind);
    let cells = vec![
        Role::Published(kind).into(),
        country.into(),
        year.into(),
        Cell::UNKNOWN,
        quotient(Some(share.percent), 2).of_kind(kind),
        Cell::text(title),
        Cell::text(&*row.publisher),
        Cell::name(&*row.source),
    ];
    (cells, row.source.clone())
}

/// The row of a country that has neither share nor pledge.
fn nothing(country: Country, title: &str) -> Vec<Cell> {
    let unknown = || Cell::UNKNOWN;
    vec![unknown(), country.into(), unknown(), unknown(), unknown(), Cell::text(title), unknown(), unknown()]
}

/// The row of a pledge, and its document; nothing where it is none of a share of GDP.
fn pledged(
    query: &Query<'_>,
    (country, year, title): (Country, Year, &str),
    own: &Commitment,
) -> Option<(Vec<Cell>, String)> {
    let [words, share] = words_and_share(own)?;
    let cells = vec![
        Role::Pledge.into(),
        country.into(),
        year.into(),
        words,
        share,
        Cell::text(title),
        Cell::text(query.publisher_of(own)),
        Cell::name(&*own.source.id),
    ];
    Some((cells, own.source.id.clone()))
}

//! Where the cells of a table lead: figures to their derivation, commitments and countries to their pages.

use crate::quantity::Country;
use crate::table::{Column, Content, Table, Value, columns};

use super::address::written;
use super::desk::{Asked, Refusal};
use super::visit::Visit;
use super::what_if::MADE;

/// Where the cells of each row of a table lead.
pub(super) struct Links(Vec<Row>);

#[derive(Default)]
struct Row {
    derivation: Option<String>,
    commitment: Option<String>,
    country: Option<String>,
}

impl Links {
    pub(super) fn of(visit: &Visit<'_>, asked: &Asked, table: &Table) -> Self {
        let whole = whole(visit, asked);
        let row = |row: usize| Row {
            derivation: whole.clone().or_else(|| derivation(visit, table, row).ok().flatten()),
            commitment: commitment(visit, table, row).ok().flatten(),
            country: country(table, row).map(|own| visit.leading_to("/", &[("country", own.code())])),
        };
        Self((0..table.rows.len()).map(row).collect())
    }

    /// The address of a cell of a row; nothing where none leads there.
    pub(super) fn of_cell(&self, row: usize, column: &Column) -> Option<String> {
        let row = self.0.get(row)?;
        match column.content {
            Content::Figure => row.derivation.clone(),
            Content::Text | Content::Name if column.name == columns::COMMITMENT.name => row.commitment.clone(),
            Content::Text | Content::Name if column.name == columns::COUNTRY.name => row.country.clone(),
            Content::Text | Content::Name => None,
        }
    }
}

/// The derivation of the whole answer, where it has one.
fn whole(visit: &Visit<'_>, asked: &Asked) -> Option<String> {
    let name = asked.words.first()?;
    let is_named = super::PAGES.iter().any(|page| page.path.strip_prefix("/explain/") == Some(name));
    let offers = visit.desk.offers(&["explain", name]);
    let fields: Vec<_> = asked.fields.iter().filter(|(own, _)| offers.contains(own)).cloned().collect();
    (is_named && !offers.is_empty()).then(|| written(&format!("/explain/{name}"), &fields))
}

/// The derivation of the verdict or the amount of a row.
fn derivation(visit: &Visit<'_>, table: &Table, row: usize) -> Result<Option<String>, Refusal> {
    let (book, made) = (visit.book()?, visit.says(MADE));
    let of = |column: &Column| value(table, row, column);
    let word = |column: &Column| table.rows.get(row)?.get(table.column(column).ok()?)?.printed(2).ok().flatten();
    let Some((id, country)) = word(&columns::COMMITMENT).zip(country(table, row)) else { return Ok(None) };
    let offers = visit.desk.offers(&["explain"]);
    let Some(own) = book.commitment(&id, country).filter(|_| !made || offers.iter().any(|name| name == MADE[0])) else {
        return Ok(None);
    };
    let year = match of(&columns::YEAR) {
        Some(Value::Years(years)) => Some(years.first()).filter(|year| own.counted_with(*year).is_ok()),
        _ => None,
    };
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let definition = word(&columns::DEFINITION).filter(|id| book.of_its_family(own, id).is_ok()).unwrap_or_default();
    let ground = word(&columns::SCENARIO).or_else(|| word(&columns::BASIS)).filter(|_| !made).unwrap_or_default();
    let ground = if crate::gdp::has_scenario(book, &ground, country) { &*ground } else { "" };
    let mut said = vec![("id", &*id), ("year", &year), ("definition", &definition), ("country", country.code())];
    said.push(("scenario", ground));
    said.extend(MADE.iter().filter_map(|name| Some((*name, visit.field(name)?))));
    Ok(Some(visit.leading_to("/explain", &said)))
}

/// The page of the commitment of a row.
fn commitment(visit: &Visit<'_>, table: &Table, row: usize) -> Result<Option<String>, Refusal> {
    let at = table.column(&columns::COMMITMENT).ok();
    let id = at.and_then(|at| table.rows.get(row)?.get(at)?.printed(2).ok().flatten());
    let book = visit.book()?;
    let country = country(table, row).or(table.context.country);
    let own = id.zip(country).and_then(|(id, country)| book.commitment(&id, country));
    Ok(own.map(|own| {
        visit.leading_to("/commitment", &[("commitment", own.id.as_str()), ("country", own.country.code())])
    }))
}

fn country(table: &Table, row: usize) -> Option<Country> {
    match value(table, row, &columns::COUNTRY) {
        Some(Value::Country(country)) => Some(*country),
        _ => table.context.country,
    }
}

fn value<'t>(table: &'t Table, row: usize, column: &Column) -> Option<&'t Value> {
    Some(&table.rows.get(row)?.get(table.column(column).ok()?)?.value)
}

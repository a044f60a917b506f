//! Where the cells of a table lead: figures to their derivation, commitments and countries to their pages.

use std::borrow::Cow;

use crate::book::{Book, Commitment};
use crate::gdp::has_scenario;
use crate::quantity::Country;
use crate::render::html::Meaning;
use crate::table::{Cell, Column, Content, Table, Value, columns};

use super::address::{pairs, written};
use super::desk::{Asked, Refusal};
use super::visit::Visit;
use super::what_if::MADE;

/// Where the cells of each row of a table lead.
pub(super) struct Links<'v> {
    book: &'v Book,
    /// Whether titles stand in a column of their own.
    is_titled: bool,
    rows: Vec<Row<'v>>,
}

struct Row<'v> {
    own: Option<&'v Commitment>,
    derivation: Option<String>,
    commitment: Option<String>,
    country: Option<String>,
}

impl<'v> Links<'v> {
    pub(super) fn of(visit: &Visit<'v>, asked: &Asked, table: &Table) -> Result<Self, Refusal> {
        let book = visit.book()?;
        let (whole, at) = (whole(visit, asked), Places::of(table));
        let row = |cells: &Vec<Cell>| {
            let cells = Cells { cells, at, elsewhere: table.context.country };
            let own = cells.commitment(book);
            Row {
                own,
                derivation: whole.clone().or_else(|| derivation(visit, (book, own?), cells)),
                commitment: own.map(|own| page_of(visit, own)),
                country: cells.country().map(|own| visit.leading_to("/", &[("country", own.code())])),
            }
        };
        let is_titled = table.column(&columns::TITLE).is_ok();
        Ok(Self { book, is_titled, rows: table.rows.iter().map(row).collect() })
    }

    /// What a cell of a row means.
    pub(super) fn of_cell(&self, row: usize, column: &Column, cell: &Cell) -> Meaning<'_> {
        let Some(row) = self.rows.get(row) else { return Meaning::default() };
        let is_told = self.is_titled && column.name == columns::COMMITMENT.name;
        let title = if is_told { None } else { row.title(self.book, column, cell) };
        Meaning { address: row.address(column), title }
    }
}

impl<'v> Row<'v> {
    /// What the name in a cell is called; nothing where that is the name itself.
    fn title(&self, book: &'v Book, column: &Column, cell: &Cell) -> Option<Cow<'v, str>> {
        let name = cell.printed(2).ok().flatten()?;
        if let Value::Country(country) = cell.value {
            return (country.name() != name).then(|| country.name().to_owned().into());
        }
        let title: &str = match column.name {
            own if own == columns::COMMITMENT.name => &self.own?.title,
            own if own == columns::DEFINITION.name => &book.definition(&name)?.title,
            own if own == columns::SCENARIO.name => &book.scenario(&name)?.title,
            _ => return None,
        };
        (title != name).then_some(title.into())
    }

    /// The address of a cell; nothing where none leads there.
    fn address(&self, column: &Column) -> Option<&str> {
        match column.content {
            Content::Figure => self.derivation.as_deref(),
            Content::Text | Content::Name if column.name == columns::COMMITMENT.name => self.commitment.as_deref(),
            Content::Text | Content::Name if column.name == columns::COUNTRY.name => self.country.as_deref(),
            Content::Text | Content::Name => None,
        }
    }
}

/// Where the cells of a row stand that say what it is about.
#[derive(Clone, Copy)]
struct Places {
    country: Option<usize>,
    commitment: Option<usize>,
    year: Option<usize>,
    definition: Option<usize>,
    /// The scenario or the basis.
    ground: Option<usize>,
}

impl Places {
    fn of(table: &Table) -> Self {
        let at = |column: &Column| table.column(column).ok();
        Self {
            country: at(&columns::COUNTRY),
            commitment: at(&columns::COMMITMENT),
            year: at(&columns::YEAR),
            definition: at(&columns::DEFINITION),
            ground: at(&columns::SCENARIO).or_else(|| at(&columns::BASIS)),
        }
    }
}

/// A row, and where to look in it.
#[derive(Clone, Copy)]
struct Cells<'t> {
    cells: &'t [Cell],
    at: Places,
    /// The country of the whole table.
    elsewhere: Option<Country>,
}

impl<'t> Cells<'t> {
    fn word(self, at: Option<usize>) -> Option<Cow<'t, str>> {
        self.cells.get(at?)?.printed(2).ok().flatten()
    }

    fn country(self) -> Option<Country> {
        match self.at.country.and_then(|at| self.cells.get(at)).map(|cell| &cell.value) {
            Some(Value::Country(country)) => Some(*country),
            _ => self.elsewhere,
        }
    }

    fn commitment(self, book: &Book) -> Option<&Commitment> {
        book.commitment(&self.word(self.at.commitment)?, self.country()?)
    }

    /// The first year, if it is one of the commitment.
    fn year(self, own: &Commitment) -> Option<String> {
        let Value::Years(years) = &self.cells.get(self.at.year?)?.value else { return None };
        own.counted_with(years.first()).is_ok().then(|| years.first().to_string())
    }
}

/// The derivation of the whole answer, where it has one.
fn whole(visit: &Visit<'_>, asked: &Asked) -> Option<String> {
    let name = asked.words.first()?;
    super::PAGES.iter().find(|page| page.path.strip_prefix("/explain/") == Some(name))?;
    let offers = visit.desk.offers(&["explain", name]);
    let fields = pairs(&asked.fields).filter(|(own, _)| offers.contains(own));
    (!offers.is_empty()).then(|| written(&format!("/explain/{name}"), fields))
}

/// The derivation of the verdict or the amount of a row.
fn derivation(visit: &Visit<'_>, (book, own): (&Book, &Commitment), cells: Cells<'_>) -> Option<String> {
    let of_its_family = |id: &str| book.definition(id).is_some_and(|one| book.family_of(own) == Some(&one.family));
    let definition = cells.word(cells.at.definition).filter(|id| of_its_family(id));
    let made = visit.says(MADE);
    let ground = cells.word(cells.at.ground).filter(|_| !made);
    let ground = ground.filter(|ground| has_scenario(book, ground, own.country));
    let (year, field) = (cells.year(own), |name| visit.field(name).unwrap_or_default());
    let said = [
        ("id", own.id.as_str()),
        ("year", year.as_deref().unwrap_or_default()),
        ("definition", definition.as_deref().unwrap_or_default()),
        ("country", own.country.code()),
        ("scenario", ground.as_deref().unwrap_or_default()),
        (MADE[0], field(MADE[0])),
        (MADE[1], field(MADE[1])),
    ];
    Some(visit.leading_to("/explain", &said))
}

/// The page of a commitment.
fn page_of(visit: &Visit<'_>, own: &Commitment) -> String {
    visit.leading_to("/commitment", &[("commitment", own.id.as_str()), ("country", own.country.code())])
}

//! What is known at an end of a change: what was spent, and the GDP that it is a share of.

use crate::analysis::{At, Estimate, Two};
use crate::book::{Definition, Kind, Measure, Observation};
use crate::error::{self, Error, Result};
use crate::gdp::choose;
use crate::quantity::{Currency, Decimal, Ratio, multiply};
use crate::question::Query;
use crate::question::cells::millions;
use crate::table::{Cell, Value};
use crate::verdict::Spending;

use super::ends::End;

/// What is known at an end.
#[derive(Debug, Clone)]
pub(super) struct Known<'b> {
    pub(super) end: End<'b>,
    /// The money, or the share where its publisher states no money.
    pub(super) row: &'b Observation,
    /// The share that the publisher states, itself or beside the money.
    pub(super) published: Option<&'b Observation>,
    pub(super) gdp: Gdp<'b>,
    pub(super) at: At,
}

/// The GDP that money is a share of.
#[derive(Debug, Clone)]
pub(super) enum Gdp<'b> {
    /// That of the publisher of the money.
    Own(&'b Observation),
    /// What the money and the share of their publisher imply.
    Implied(Box<Estimate>),
    /// The figure that counts of all that were known.
    Latest(&'b Observation),
}

impl<'b> Known<'b> {
    /// The firmest figure of an end, which an option names, and its GDP.
    ///
    /// # Errors
    /// Nothing is published there, the way out names a definition under which there is; else as [`Known::of`].
    pub(super) fn at(query: &Query<'b>, end: End<'b>, option: &str) -> Result<Self> {
        match spent(query, &end)? {
            Some(row) => Self::of(query, end, row),
            None => Err(nothing_spent(query, &end, option)),
        }
    }

    /// What the second end would be under the definition of the first: the figure of its own publisher, else of that of the first, else
    /// of anyone; of one year, where there is none, what the first is.
    ///
    /// # Errors
    /// There is none; else as [`Known::of`].
    pub(super) fn alike(query: &Query<'b>, from: &Self, to: &Self) -> Result<Self> {
        let under_first = End { definition: from.end.definition, ..to.end.clone() };
        for publisher in [Some(&to.row.publisher), Some(&from.row.publisher), None] {
            let end = End { publisher: publisher.cloned(), ..under_first.clone() };
            if let Some(row) = spent(query, &end)? {
                return Self::of(query, end, row);
            }
        }
        let is_of_one_year = from.end.year == to.end.year;
        is_of_one_year.then(|| from.clone()).ok_or_else(|| nothing_spent(query, &under_first, "--to"))
    }

    /// A figure and its GDP: the publisher's own, else what its money and its share imply, else the latest. Where a share alone is
    /// stated, the money is that share of GDP.
    ///
    /// # Errors
    /// There is no GDP, figures between which nothing chooses, or arithmetic that needs more than 28 digits.
    fn of(query: &Query<'b>, end: End<'b>, row: &'b Observation) -> Result<Self> {
        let published = share_beside(query, &end, row)?;
        let implied_by = published.filter(|share| !is_share(row) && !share.value.is_zero());
        let gdp = match (gdp(query, &end, Some(&row.publisher))?, implied_by) {
            (Some(own), _) => Gdp::Own(own),
            (None, Some(share)) => {
                Gdp::Implied(Box::new(Two::MoneyAndShare(row.between()?, share.between()?).solve()?.whole))
            }
            (None, None) => Gdp::Latest(gdp(query, &end, None)?.ok_or_else(|| no_gdp(query, &end))?),
        };
        let money = match gdp.row().filter(|_| is_share(row)) {
            Some(gdp) => multiply(multiply(row.value, gdp.value)?, Decimal::new(1, 2))?,
            None => row.value,
        };
        let at = At { money, gdp: gdp.value() };
        Ok(Self { end, row, published, gdp, at })
    }

    /// The weaker kind of the money and of its GDP.
    pub(super) fn kind(&self) -> Kind {
        self.gdp.row().map_or(self.row.kind, |gdp| gdp.kind.max(self.row.kind))
    }

    /// The documents that it comes from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        let rows = [Some(self.row), self.published, self.gdp.row()];
        rows.into_iter().flatten().map(|row| row.source.as_str())
    }
}

impl<'b> Gdp<'b> {
    /// In millions.
    pub(super) fn value(&self) -> Ratio {
        match self {
            Self::Own(row) | Self::Latest(row) => row.value.into(),
            Self::Implied(estimate) => estimate.0,
        }
    }

    /// The figure, where it is one.
    pub(super) fn row(&self) -> Option<&'b Observation> {
        match self {
            Self::Own(row) | Self::Latest(row) => Some(row),
            Self::Implied(_) => None,
        }
    }

    pub(super) fn cell(&self) -> Cell {
        let published = self.row().map(|row| Cell::from(Value::Plain(row.value)).of_kind(row.kind));
        published.unwrap_or_else(|| millions(Some(self.value())))
    }
}

/// Whether a figure is a share that its publisher states.
pub(super) fn is_share(row: &Observation) -> bool {
    row.measure == Measure::SpendingShare
}

/// The firmest figure of an end: of a publisher the money in the country's currency, else the share.
fn spent<'b>(query: &Query<'b>, end: &End<'_>) -> Result<Option<&'b Observation>> {
    let currency = query.book.known_currency(query.country())?;
    let known = Spending::known(query.book, end.day);
    let rows = known.published(query.country(), &end.definition.id, end.year, currency)?;
    let is_by = |row: &Observation| end.publisher.as_ref().is_none_or(|name| row.publisher == *name);
    Ok(rows.into_iter().find(|row| is_by(row) && (is_share(row) || row.currency() == Some(currency))))
}

/// The share that a publisher states in the edition of its money, or the figure itself where it is one.
fn share_beside<'b>(query: &Query<'b>, end: &End<'_>, row: &'b Observation) -> Result<Option<&'b Observation>> {
    if is_share(row) {
        return Ok(Some(row));
    }
    let of_year = query.book.figures_in(row.country, Measure::SpendingShare, Some(&end.definition.id), row.year);
    let beside = of_year.filter(|other| (&other.publisher, other.vintage) == (&row.publisher, row.vintage));
    choose(beside, &query.book.publishers)
}

/// GDP of the year of an end in the country's currency, as known on its day: that of a publisher, or the one that counts of all.
fn gdp<'b>(query: &Query<'b>, end: &End<'_>, publisher: Option<&str>) -> Result<Option<&'b Observation>> {
    let currency: Option<Currency> = query.book.currency(query.country());
    let rows = query.book.figures_in(query.country(), Measure::Gdp, None, end.year);
    let known = rows.filter(|row| row.currency() == currency && row.vintage.is_known_on(end.day));
    choose(known.filter(|row| publisher.is_none_or(|name| row.publisher == name)), &query.book.publishers)
}

/// The refusal of an end without a figure: it names the definitions of the family under which there is one.
fn nothing_spent(query: &Query<'_>, end: &End<'_>, option: &str) -> Error {
    let (definition, publisher) = (end.definition, end.publisher.as_ref());
    let by = publisher.map(|name| format!(" by `{name}`")).unwrap_or_default();
    let what = format!("spending of {} in {} under `{}`{by}", query.country(), end.year, definition.id);
    let has =
        |other: &&Definition| spent(query, &End { definition: other, ..end.clone() }).is_ok_and(|row| row.is_some());
    let others: Vec<&Definition> = query.book.family(&definition.family).filter(has).collect();
    let named = others.iter().map(|other| format!("`{}`", other.id)).collect::<Vec<_>>().join(", ");
    let whose = publisher.map_or_else(|| "there is".to_owned(), |name| format!("`{name}` has it"));
    let other =
        |other: &&Definition| format!("{whose} under {named}: name that at this end too, as `{option} {}`", other.id);
    let help = others.first().map_or_else(|| "name another year, day, publisher or definition".to_owned(), other);
    nothing(what, end).help(help)
}

fn no_gdp(query: &Query<'_>, end: &End<'_>) -> Error {
    nothing(format!("GDP of {} in {}", query.country(), end.year), end).help("name another year or day")
}

fn nothing(what: String, end: &End<'_>) -> Error {
    Error::new(error::Kind::NothingPublished { what, day: end.day.to_string() })
}

//! A column: its name in every format, and what its cells hold.

use super::{Cell, Value};

/// A column, made once in [`columns`](super::columns) and named by its constant everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The name that users script against, as `amount_million`.
    pub name: &'static str,
    /// A short heading for people, as `amount, m`; empty for what only programs read, in CSV and JSON.
    pub heading: &'static str,
    /// What the cells hold.
    pub content: Content,
    /// What its figures count.
    pub unit: Unit,
    /// Which columns make room first where there is too little.
    pub rank: Rank,
}

/// Which columns make room first where a terminal has too little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// What a figure rests on: the first to make room.
    Ground,
    /// What is told beside the answer.
    Aside,
    /// What says which row it is, and the answer itself: never left out.
    Key,
}

/// What the cells of a column hold, which decides how they are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Words, set to the left, may be wrapped.
    Text,
    /// Names, codes, dates and years, set to the left, never wrapped.
    Name,
    /// Figures, aligned at the decimal point, never wrapped.
    Figure,
}

/// What the figures of a column count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The column holds no figures.
    None,
    /// Millions of the row's currency, else of the table's.
    Millions,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// How many there are.
    Count,
    /// What another cell of the row says: millions or per cent.
    OfRow,
}

impl Column {
    /// A column of words.
    pub(super) const fn text(name: &'static str, heading: &'static str) -> Self {
        Self { name, heading, content: Content::Text, unit: Unit::None, rank: Rank::Aside }
    }

    /// A column of names, codes, dates or years.
    pub(super) const fn name(name: &'static str, heading: &'static str) -> Self {
        Self { name, heading, content: Content::Name, unit: Unit::None, rank: Rank::Aside }
    }

    /// A column of figures.
    pub(super) const fn figure(unit: Unit, name: &'static str, heading: &'static str) -> Self {
        Self { name, heading, content: Content::Figure, unit, rank: Rank::Aside }
    }

    /// The same column, never left out.
    #[must_use]
    pub const fn key(self) -> Self {
        Self { rank: Rank::Key, ..self }
    }

    /// The same column, the first to make room.
    pub(super) const fn ground(self) -> Self {
        Self { rank: Rank::Ground, ..self }
    }

    /// The same column under another heading.
    #[must_use]
    pub const fn headed(self, heading: &'static str) -> Self {
        Self { heading, ..self }
    }

    /// The same column for programs alone, without a heading: people read the same in marks and words beside it.
    #[must_use]
    pub const fn for_programs(self) -> Self {
        self.headed("")
    }

    /// The same column, whose cells may be wrapped.
    #[must_use]
    pub const fn wrapped(self) -> Self {
        Self { content: Content::Text, ..self }
    }

    /// The same column, whose cells are never wrapped.
    #[must_use]
    pub const fn unwrapped(self) -> Self {
        Self { content: Content::Name, ..self }
    }

    /// Whether a cell may stand in this column: what is unknown everywhere, figures of its unit in a column of figures, all
    /// else in the others.
    #[must_use]
    pub fn takes(&self, cell: &Cell) -> bool {
        let is_figure = self.content == Content::Figure;
        match &cell.value {
            Value::Unknown => true,
            Value::Money(_) | Value::Computed(_) | Value::MoneyQuotient(_) => {
                is_figure && matches!(self.unit, Unit::Millions | Unit::OfRow)
            }
            Value::Plain(_) => is_figure && matches!(self.unit, Unit::Millions | Unit::Count | Unit::OfRow),
            Value::Stated(_) => is_figure && matches!(self.unit, Unit::Millions | Unit::Percent | Unit::OfRow),
            Value::Quotient(..) => is_figure && !matches!(self.unit, Unit::None | Unit::Count),
            Value::Text(_)
            | Value::Name(_)
            | Value::Country(_)
            | Value::Currency(_)
            | Value::Years(_)
            | Value::Date(_)
            | Value::Pledge(_)
            | Value::Strength(_)
            | Value::Kind(_)
            | Value::Measure(_)
            | Value::Verdict(_)
            | Value::Role(_)
            | Value::Basis(_)
            | Value::Shape(_) => !is_figure && self.unit == Unit::None,
        }
    }
}

//! A value with what a reader should know about it.

use std::borrow::Cow;

use crate::analysis::Shape;
use crate::book::{Basis, Kind, Strength};
use crate::error::Result;
use crate::pledge::Pledge;
use crate::quantity::{Country, Currency, Date, Decimal, Ratio, Share, Year, YearRange, round, text};
use crate::verdict::{Measure, Verdict};

use super::Role;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known; never zero.
    Unknown,
    /// Prose, titles and publishers, which may be said otherwise in another language.
    Text(String),
    /// Ids, codes and lists of them, the same in every language.
    Name(String),
    /// A country, by its code.
    Country(Country),
    /// A currency, by its code.
    Currency(Currency),
    /// A year or a run of years.
    Years(YearRange),
    /// A date as published.
    Date(Date),
    /// The canonical words of a pledge; `none` where a commitment states no figure.
    Pledge(Option<Pledge>),
    /// How strongly a commitment binds.
    Strength(Strength),
    /// What kind of figure another column holds.
    Kind(Kind),
    /// By which measure a year is read.
    Measure(Measure),
    /// A verdict.
    Verdict(Verdict),
    /// What a row of a picture's table is.
    Role(Role),
    /// Which GDP is used.
    Basis(Basis),
    /// How a path leads to a pledge.
    Shape(Shape),
    /// Millions of a currency, rounded to the decimals that the reader asks for.
    Money(Decimal),
    /// A decimal with its own digits, at most six after the point, without trailing zeros.
    Plain(Decimal),
    /// Millions of a currency that nobody stated, rounded to the decimals that the reader asks for, without trailing zeros.
    Computed(Decimal),
    /// A figure as somebody stated it, digit for digit.
    Stated(String),
    /// A quotient, rounded to so many places.
    Quotient(Ratio, u32),
    /// A quotient in millions of a currency, rounded to the decimals that the reader asks for.
    MoneyQuotient(Ratio),
}

/// A value with what a reader should know about it at a glance; CSV and JSON have columns for that instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What the cell holds.
    pub value: Value,
    /// What kind of figure it is, or rests on.
    pub kind: Option<Kind>,
    /// Whether the path breaks before this year, so that growth across it means nothing.
    pub after_break: bool,
}

impl Cell {
    /// An unknown value.
    pub const UNKNOWN: Self = Self { value: Value::Unknown, kind: None, after_break: false };

    /// Prose; an empty text is unknown. Hidden letters are shown, as [`in_data`](text::in_data) does, in every format alike.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text::in_data(text);
        if text.is_empty() { Self::UNKNOWN } else { Value::Text(text).into() }
    }

    /// An id, a code or a list of them, likewise; an empty one is unknown.
    #[must_use]
    pub fn name(name: impl Into<String>) -> Self {
        let name = text::in_data(name);
        if name.is_empty() { Self::UNKNOWN } else { Value::Name(name).into() }
    }

    /// A value, or an unknown one.
    #[must_use]
    pub fn maybe(value: Option<impl Into<Value>>) -> Self {
        value.map_or(Self::UNKNOWN, Self::from)
    }

    /// The same cell, whose figure is of a kind or rests on one.
    #[must_use]
    pub fn of_kind(self, kind: impl Into<Option<Kind>>) -> Self {
        Self { kind: kind.into(), ..self }
    }

    /// The same cell, `after_break` or not.
    #[must_use]
    pub fn after_break(self, after_break: bool) -> Self {
        Self { after_break, ..self }
    }

    /// What is printed, amounts with `decimals` places; nothing if it is unknown. The only way from a value to text.
    ///
    /// # Errors
    /// Rounding needs more than 28 digits.
    pub fn printed(&self, decimals: u32) -> Result<Option<Cow<'_, str>>> {
        Ok(Some(match &self.value {
            Value::Unknown => return Ok(None),
            Value::Text(words) | Value::Name(words) | Value::Stated(words) => Cow::Borrowed(words.as_str()),
            Value::Country(country) => Cow::Borrowed(country.code()),
            Value::Currency(currency) => Cow::Borrowed(currency.code()),
            Value::Years(years) => Cow::Owned(years.to_string()),
            Value::Date(date) => Cow::Owned(date.to_string()),
            Value::Pledge(Some(pledge)) => Cow::Owned(pledge.to_string()),
            Value::Pledge(None) => Cow::Borrowed("none"),
            Value::Strength(strength) => Cow::Borrowed(strength.word()),
            Value::Kind(kind) => Cow::Borrowed(kind.word()),
            Value::Measure(measure) => Cow::Borrowed(measure.word()),
            Value::Verdict(verdict) => Cow::Borrowed(verdict.word()),
            Value::Role(role) => Cow::Borrowed(role.word()),
            Value::Basis(basis) => Cow::Owned(basis.to_string()),
            Value::Shape(shape) => Cow::Borrowed(shape.word()),
            Value::Money(millions) => Cow::Owned(round(*millions, decimals)?.to_string()),
            Value::Plain(number) => Cow::Owned(text::plain(round(*number, 6)?)),
            Value::Computed(millions) => Cow::Owned(text::plain(round(*millions, decimals)?)),
            Value::Quotient(ratio, places) => Cow::Owned(ratio.round(*places)?.to_string()),
            Value::MoneyQuotient(ratio) => Cow::Owned(ratio.round(decimals)?.to_string()),
        }))
    }

    /// The figure in the cell, if it holds one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        let ratio = self.ratio()?;
        if let Value::Quotient(_, places) = &self.value {
            return ratio.round(*places).ok();
        }
        ratio.exact_or(2).ok()
    }

    /// The same, not divided yet.
    #[must_use]
    pub fn ratio(&self) -> Option<Ratio> {
        match &self.value {
            Value::Money(number) | Value::Plain(number) | Value::Computed(number) => Some((*number).into()),
            Value::Stated(words) => words.parse::<Decimal>().ok().map(Into::into),
            Value::Quotient(ratio, _) | Value::MoneyQuotient(ratio) => Some(*ratio),
            Value::Unknown
            | Value::Text(_)
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
            | Value::Shape(_) => None,
        }
    }

    /// The prose or the name in the cell; empty if it holds neither.
    #[must_use]
    pub fn words(&self) -> &str {
        if let Value::Text(words) | Value::Name(words) = &self.value { words } else { "" }
    }
}

/// Declares how a type becomes a value, and how it is read from a cell again.
macro_rules! carried {
    ($($type:ty, $variant:ident, $read:ident: $about:literal;)*) => {
        $(impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        })*

        impl Cell {
            $(#[doc = concat!("The ", $about, " in the cell, if it holds one.")]
            #[must_use]
            pub fn $read(&self) -> Option<$type> {
                if let Value::$variant(value) = &self.value { Some(value.clone()) } else { None }
            })*
        }
    };
}

carried! {
    Country, Country, country: "country";
    Currency, Currency, currency: "currency";
    YearRange, Years, years: "year or run of years";
    Date, Date, date: "date";
    Strength, Strength, strength: "strength of a commitment";
    Kind, Kind, of_figure: "kind of a figure";
    Measure, Measure, measure: "measure of a verdict";
    Verdict, Verdict, verdict: "verdict";
    Role, Role, role: "role of a row";
    Basis, Basis, basis: "basis";
    Shape, Shape, shape: "shape of a path";
}

impl Cell {
    /// The pledge in the cell, if it holds one.
    #[must_use]
    pub fn pledge(&self) -> Option<Pledge> {
        if let Value::Pledge(pledge) = &self.value { *pledge } else { None }
    }
}

impl From<Year> for Value {
    fn from(year: Year) -> Self {
        Self::Years(year.into())
    }
}

/// A share with the digits that it was stated with.
impl From<Share> for Value {
    fn from(share: Share) -> Self {
        Self::Stated(share.percent().to_string())
    }
}

impl From<Pledge> for Value {
    fn from(pledge: Pledge) -> Self {
        Self::Pledge(Some(pledge))
    }
}

impl<T: Into<Value>> From<T> for Cell {
    fn from(value: T) -> Self {
        Self { value: value.into(), kind: None, after_break: false }
    }
}

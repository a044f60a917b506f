//! What the figures of a block are, by the words above it.

use crate::book::Measure;
use crate::import::allies;
use crate::import::note::note;
use crate::quantity::{Country, Year};

use super::table::Block;

/// The definitions under which the book has NATO's figures.
pub(super) const SPENDING: &str = "nato";
const EQUIPMENT: &str = "nato-equipment";

/// What a block's words say, those of the blocks above it where its own say nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Words<'s> {
    quantity: Option<Quantity>,
    unit: Option<Unit<'s>>,
    /// The words about prices, and which they are.
    prices: Option<(&'s str, Prices)>,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quantity {
    PerCapita,
    Share,
    Change,
    Personnel,
    Equipment,
    OtherCategory,
    Related,
    Spending,
    Gdp,
}

/// In what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit<'s> {
    National,
    Dollars,
    Percent,
    /// An amount of money that is not said to be in millions.
    Unscaled(&'s str),
}

/// At which prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prices {
    Current,
    Constant,
}

/// What is done with the figures of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Money spent, or GDP, at current prices.
    Money { gdp: bool, national: bool, note: Option<String> },
    /// Money spent, or GDP, in dollars at constant prices: no figures of a book, but what the shares follow from.
    Constant { gdp: bool },
    /// Spending as a share of GDP.
    Share { note: String },
    /// Equipment as a share of spending.
    Equipment,
    /// No figures of a book: what they are, in the plural.
    LeftOut(&'static str),
}

impl Meaning {
    /// What the figures are, in the plural.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Money { gdp: true, .. } => "figures of GDP",
            Self::Money { national: true, .. } => "amounts in national currency",
            Self::Money { .. } => "amounts in dollars",
            Self::Constant { gdp } => constant(*gdp),
            Self::Share { .. } => "shares of GDP",
            Self::Equipment => "shares of equipment",
            Self::LeftOut(what) => what,
        }
    }

    /// What a row of a book measures, and under which definition; nothing where the figures are no rows.
    pub(super) fn measure(&self) -> Option<(Measure, Option<&'static str>)> {
        match self {
            Self::Money { gdp: true, .. } => Some((Measure::Gdp, None)),
            Self::Money { gdp: false, .. } => Some((Measure::Spending, Some(SPENDING))),
            Self::Share { .. } => Some((Measure::SpendingShare, Some(SPENDING))),
            Self::Equipment => Some((Measure::SpendingShare, Some(EQUIPMENT))),
            Self::Constant { .. } | Self::LeftOut(_) => None,
        }
    }

    /// What is said of a figure: the prices or the base, and of spending the fiscal year that is counted as the year.
    pub(super) fn note(&self, country: Country, year: Year) -> Option<String> {
        let (own, of_spending) = match self {
            Self::Money { gdp, note, .. } => (note.as_deref(), !gdp),
            Self::Share { note } => (Some(note.as_str()), true),
            Self::Equipment => (Some("share of defence expenditure"), true),
            Self::Constant { .. } | Self::LeftOut(_) => (None, false),
        };
        let fiscal = allies::fiscal_year(country, year).filter(|_| of_spending);
        note(own.into_iter().chain(fiscal.as_deref()))
    }
}

impl<'s> Words<'s> {
    /// What these words and the headings of a block say together: the later a heading stands the more it counts.
    pub(super) fn below(self, block: &Block<'s>) -> Self {
        block.headings.iter().fold(self, |above, heading| {
            let own = Self::of(heading);
            Self {
                quantity: own.quantity.or(above.quantity),
                unit: own.unit.or(above.unit),
                prices: own.prices.or(above.prices),
            }
        })
    }

    /// What a title or a heading says by itself.
    pub(super) fn of(text: &'s str) -> Self {
        let lower = text.to_lowercase();
        Self { quantity: quantity(&lower), unit: unit(&lower, text), prices: prices(&lower).map(|own| (text, own)) }
    }

    /// What the figures are.
    ///
    /// # Errors
    /// What the words would have to say and do not.
    pub(super) fn meaning(self) -> Result<Meaning, String> {
        let gdp = match self.quantity.ok_or("its title and headings do not say what is measured")? {
            Quantity::PerCapita => return Ok(Meaning::LeftOut("figures per capita")),
            Quantity::Change => return Ok(Meaning::LeftOut("real changes")),
            Quantity::Personnel => return Ok(Meaning::LeftOut("figures of personnel")),
            Quantity::OtherCategory => return Ok(Meaning::LeftOut("figures of other categories")),
            Quantity::Related => return Ok(Meaning::LeftOut("figures of defence-related spending")),
            Quantity::Equipment if self.unit == Some(Unit::Percent) => return Ok(Meaning::Equipment),
            Quantity::Equipment => return Ok(Meaning::LeftOut("amounts of equipment")),
            Quantity::Share => {
                let of = self.prices.map(|(words, prices)| base(words, prices));
                return Ok(Meaning::Share { note: of.unwrap_or("share of real GDP".to_owned()) });
            }
            Quantity::Gdp => true,
            Quantity::Spending => false,
        };
        let (words, prices) = self.prices.ok_or("its headings say neither `current prices` nor `constant prices`")?;
        match (prices, self.unit) {
            (Prices::Constant, Some(Unit::Dollars)) => Ok(Meaning::Constant { gdp }),
            (Prices::Constant, _) => Ok(Meaning::LeftOut(constant(gdp))),
            (Prices::Current, Some(Unit::National)) => Ok(Meaning::Money { gdp, national: true, note: None }),
            (Prices::Current, Some(Unit::Dollars)) => {
                Ok(Meaning::Money { gdp, national: false, note: Some(words.trim().to_lowercase()) })
            }
            (Prices::Current, Some(Unit::Unscaled(words))) => Err(format!("`{words}` does not say millions")),
            (Prices::Current, Some(Unit::Percent) | None) => Err("its headings do not say in which unit".to_owned()),
        }
    }
}

fn constant(gdp: bool) -> &'static str {
    if gdp { "figures of GDP at constant prices" } else { "amounts at constant prices" }
}

/// `share of GDP at 2015 prices`, by the year that the words about prices name.
fn base(words: &str, prices: Prices) -> String {
    let year = words.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 4);
    match (prices, year) {
        (Prices::Current, _) => "share of GDP at current prices".to_owned(),
        (Prices::Constant, Some(year)) => format!("share of GDP at {year} prices"),
        (Prices::Constant, None) => "share of GDP at constant prices".to_owned(),
    }
}

/// The first of these that the words speak of; what is said of a share or a change speaks of money as well.
fn quantity(lower: &str) -> Option<Quantity> {
    let has = |word: &str| lower.contains(word);
    let known = [
        (has("per capita"), Quantity::PerCapita),
        (has("gdp") && (has("share") || has("%") || has("percentage")), Quantity::Share),
        (has("real change"), Quantity::Change),
        (has("personnel"), Quantity::Personnel),
        (has("infrastructure") || lower.starts_with("other"), Quantity::OtherCategory),
        (has("equipment"), Quantity::Equipment),
        (has("related"), Quantity::Related),
        (has("expenditure") && !has("percentage of") && !has("distribution"), Quantity::Spending),
        (has("gdp"), Quantity::Gdp),
    ];
    known.into_iter().find_map(|(is, quantity)| is.then_some(quantity))
}

fn unit<'s>(lower: &str, text: &'s str) -> Option<Unit<'s>> {
    let has = |word: &str| lower.contains(word);
    let money = match () {
        () if has("national currenc") => Unit::National,
        () if has("us dollar") || has("us$") || has("usd") => Unit::Dollars,
        () if has("%") || has("percentage") || has("per cent") => return Some(Unit::Percent),
        () => return None,
    };
    Some(if has("million") { money } else { Unit::Unscaled(text) })
}

fn prices(lower: &str) -> Option<Prices> {
    match () {
        () if lower.contains("current prices") => Some(Prices::Current),
        () if lower.contains("prices") => Some(Prices::Constant),
        () => None,
    }
}

#[cfg(test)]
mod tests;

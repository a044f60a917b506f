//! What the shares of the workbook follow from: money and GDP at constant prices, of allies and of aggregates.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::import::Triple;
use crate::import::workbook::Stated;
use crate::quantity::{Between, Decimal, Share, Year};

use super::meaning::Meaning;

/// Where the share stands beside its money and its GDP.
const SHARE: usize = 2;

/// What has been met of shares.
#[derive(Default)]
pub(super) struct Shares {
    /// Money, GDP and share of whom in which year.
    parts: BTreeMap<(String, Year), [Option<Stated>; 3]>,
    /// How many decimals a share has, and how many of them its cell shows: the most of each.
    decimals: u32,
    shown: Option<u32>,
}

impl Shares {
    /// Keeps a figure if shares follow from it, or if it is one.
    pub(super) fn note(&mut self, meaning: &Meaning, name: &str, year: Year, stated: Stated, shown: Option<u32>) {
        let part = match meaning {
            Meaning::Constant { gdp: false } => 0,
            Meaning::Constant { gdp: true } => 1,
            Meaning::Share { .. } => SHARE,
            Meaning::Money { .. } | Meaning::Equipment | Meaning::LeftOut(_) => return,
        };
        self.parts.entry((name.to_owned(), year)).or_default()[part] = Some(stated);
        if part == SHARE {
            self.decimals = self.decimals.max(stated.precision.scale());
            self.shown = self.shown.max(shown);
        }
    }

    /// The unit to which the cells show shares, where these have more digits.
    pub(super) fn printed_to(&self) -> Result<Option<Share>> {
        let shown = self.shown.filter(|shown| *shown < self.decimals);
        shown.map(|shown| format!("{}%", Decimal::new(1, shown)).parse()).transpose()
    }

    /// Each share whose money and GDP the workbook has, by country and year.
    pub(super) fn triples(self, definition: &str) -> Vec<Triple> {
        let whole = |((name, year), parts): ((String, Year), [Option<Stated>; 3])| {
            let [Some(money), Some(whole), Some(share)] = parts.map(|part| part.map(between)) else { return None };
            Some(Triple { name, members: Vec::new(), year, definition: definition.to_owned(), money, whole, share })
        };
        self.parts.into_iter().filter_map(whole).collect()
    }
}

/// A figure within half of its last digit.
fn between(stated: Stated) -> Between {
    Between { value: stated.value, half: stated.precision * Decimal::new(5, 1) }
}

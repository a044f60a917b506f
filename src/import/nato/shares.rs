//! What the shares of the workbook follow from: money and GDP at constant prices, of allies and of aggregates.

use std::collections::{BTreeMap, BTreeSet};

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
    parts: BTreeMap<(String, Year), [Option<Between>; 3]>,
    /// How many decimals a share has, and how many of them its cell shows: the most of each.
    decimals: u32,
    shown: Option<u32>,
}

impl Shares {
    /// Keeps a figure if shares follow from it, or if it is one.
    pub(super) fn note(
        &mut self,
        meaning: &Meaning,
        name: &str,
        year: Year,
        stated: Stated,
        shown: Option<u32>,
    ) -> Result<()> {
        let part = match meaning {
            Meaning::Constant { gdp: false } => 0,
            Meaning::Constant { gdp: true } => 1,
            Meaning::Share { .. } => SHARE,
            Meaning::Money { .. } | Meaning::Equipment | Meaning::LeftOut(_) => return Ok(()),
        };
        self.parts.entry((name.to_owned(), year)).or_default()[part] = Some(between(stated, shown)?);
        if part == SHARE {
            self.decimals = self.decimals.max(stated.precision.scale());
            self.shown = self.shown.max(shown);
        }
        Ok(())
    }

    /// The unit to which the cells show shares, where these have more digits.
    pub(super) fn printed_to(&self) -> Result<Option<Share>> {
        let shown = self.shown.filter(|shown| *shown < self.decimals);
        shown.map(|shown| format!("{}%", Decimal::new(1, shown)).parse()).transpose()
    }

    /// Each share whose money and GDP the workbook has, by country and year.
    pub(super) fn triples(self, definition: &str) -> Vec<Triple> {
        let has_money = |((name, year), parts): (&(String, Year), &[Option<Between>; 3])| {
            parts[0].is_some().then(|| (*year, name.clone()))
        };
        let spending: BTreeSet<(Year, String)> = self.parts.iter().filter_map(has_money).collect();
        let whole = |((name, year), parts): ((String, Year), [Option<Between>; 3])| {
            let [Some(money), Some(whole), Some(share)] = parts else { return None };
            let those = spending.iter().filter(|(own, _)| *own == year).map(|(_, name)| &**name);
            let members = members(&name, year, those);
            Some(Triple { name, members, year, definition: definition.to_owned(), money, whole, share })
        };
        self.parts.into_iter().filter_map(whole).collect()
    }
}

/// The allies that joined since the tables begin, and the first year in which the aggregates count them, as the notes say.
const JOINED: &[(&str, u16)] = &[("MNE", 2017), ("MKD", 2020), ("FIN", 2023), ("SWE", 2024)];

/// The allies that an aggregate adds up in a year, of those that spend money then; none of an ally.
fn members<'n>(name: &str, year: Year, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let words = name.to_lowercase();
    if !words.starts_with("nato") {
        return Vec::new();
    }
    let had_joined = |code: &str| JOINED.iter().all(|(own, first)| *own != code || year.number() >= *first);
    let left_out = |code: &str| match code {
        "USA" => words.contains("europe"),
        "CAN" => words.contains("europe") && !words.contains("canada"),
        _ => false,
    };
    let is_ally = |code: &&str| code.len() == 3 && had_joined(code) && !left_out(code);
    names.filter(is_ally).map(str::to_owned).collect()
}

/// A figure within half of its last digit, the zeros that its cell shows among them: `2` shown as 2.00 is no rounded 1.99.
fn between(stated: Stated, shown: Option<u32>) -> Result<Between> {
    let unit = shown.map_or(stated.precision, |shown| stated.precision.min(Decimal::new(1, shown)));
    Between::new(stated.value, Some(unit))
}

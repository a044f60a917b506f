//! What the pledges that the book opens with come to on each path of GDP, in a table that fits.

use crate::book::{Basis, Commitment};
use crate::chart::words::AMOUNTS;
use crate::error::Result;
use crate::quantity::{Currency, Decimal, Ratio};
use crate::question::OnPath;

use super::grid::{Side, grid};
use super::wording::Wording;
use super::words::PAGE;

impl Wording<'_> {
    /// A row for each pledge, year and GDP, which several paths may share; a pledge stands once, before its rows. Amounts are in
    /// `currency` where they name none.
    pub(super) fn on_paths(self, pledges: &[(&Commitment, Vec<OnPath>)], currency: Option<Currency>) -> Result<String> {
        let (say, mut rows) = (self.say(&PAGE), Vec::<[String; 5]>::new());
        for (commitment, on_paths) in pledges {
            let mut before = None;
            for on_path in on_paths {
                let years = on_path.outcome.years;
                let promise =
                    commitment.pledge.map(|pledge| self.promise(commitment, pledge, years)).unwrap_or_default();
                let mut row = self.on_path(on_path, currency)?;
                let start = if before == Some(years) { before_of(&rows) } else { rows.len() };
                before = Some(years);
                match rows[start..].iter_mut().find(|known| known[2..] == row[2..]) {
                    Some(known) => known[1] = format!("{}; {}", known[1], row[1]),
                    None => {
                        row[0] = if start == rows.len() { promise } else { String::new() };
                        rows.push(row);
                    }
                }
            }
        }
        let heads = [
            (say.pledge, Side::Left),
            (say.on_gdp_of, Side::Left),
            (say.gdp, Side::Right),
            (say.amount, Side::Right),
            (say.allowed, Side::Right),
        ];
        Ok(if rows.is_empty() { say.no_pledge.to_owned() } else { grid(heads, &rows) })
    }

    fn on_path(self, on_path: &OnPath, currency: Option<Currency>) -> Result<[String; 5]> {
        let (say, outcome) = (self.say(&PAGE), &on_path.outcome);
        let money = |own: Currency, millions: Decimal| match currency == Some(own) {
            true => self.millions(millions, &[]),
            false => self.money(own, millions),
        };
        let known = |amount: Option<Ratio>| {
            amount.map_or(Ok(String::new()), |amount| money(outcome.currency, amount.exact_or(6)?))
        };
        let (low, high) = (known(outcome.bounds.low)?, known(outcome.bounds.high)?);
        let allowed = match (low.as_str(), high.as_str()) {
            ("", "") => String::new(),
            (_, "") => (say.from)(&low),
            ("", _) => (say.up_to)(&high),
            (low, high) if low == high => low.to_owned(),
            (low, high) => (self.say(&AMOUNTS).range)(low, high),
        };
        let gdp = match (&on_path.scenario, &outcome.gdp, outcome.amount) {
            (None, ..) => String::new(),
            (Some(_), None, _) => say.no_gdp.to_owned(),
            (Some(_), Some(_), None) => say.not_of_gdp.to_owned(),
            (Some(_), Some(gdp), Some(_)) => money(gdp.money.currency(), gdp.money.millions())?,
        };
        let [gdp, allowed] = [gdp, allowed].map(|cell| cell.replace(' ', "\u{a0}"));
        Ok([String::new(), self.scenario(on_path.scenario.as_deref()), gdp, known(outcome.amount)?, allowed])
    }

    /// What a path of GDP is called.
    fn scenario(self, name: Option<&str>) -> String {
        let Some(name) = name else { return self.say(&PAGE).any_gdp.to_owned() };
        match (self.book.scenario(name), name.parse::<Basis>()) {
            (Some(own), _) => self.text(&own.title),
            (None, Ok(basis)) => (self.say(&AMOUNTS).basis)(&basis),
            (None, Err(_)) => self.text(name),
        }
    }
}

/// Where the rows of the last pledge begin: at the last that has its words.
fn before_of(rows: &[[String; 5]]) -> usize {
    rows.iter().rposition(|row| !row[0].is_empty()).unwrap_or_default()
}

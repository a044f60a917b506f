//! What the pledges that the book opens with come to on each path of GDP, in tables that fit.

use crate::book::{Basis, Commitment};
use crate::chart::words::AMOUNTS;
use crate::error::Result;
use crate::quantity::{Currency, Decimal, Ratio};
use crate::question::OnPath;

use super::grid::{Side, grid};
use super::wording::Wording;
use super::words::PAGE;

impl Wording<'_> {
    /// A table for each pledge and its years with a row for each path of GDP, or a sentence where GDP makes no difference. Amounts are
    /// in `currency` where they name none.
    pub(super) fn on_paths(self, pledges: &[(&Commitment, Vec<OnPath>)], currency: Option<Currency>) -> Result<String> {
        let mut parts = Vec::new();
        for (commitment, on_paths) in pledges {
            for on_paths in on_paths.chunk_by(|one, next| one.outcome.years == next.outcome.years) {
                parts.push(self.of_years(commitment, on_paths, currency)?);
            }
        }
        Ok(if parts.is_empty() { self.say(&PAGE).no_pledge.to_owned() } else { parts.join("\n\n") })
    }

    /// What a pledge comes to in its years.
    fn of_years(self, commitment: &Commitment, on_paths: &[OnPath], currency: Option<Currency>) -> Result<String> {
        let (say, years) = (self.say(&PAGE), on_paths.first().map(|first| first.outcome.years));
        let promise = commitment.pledge.zip(years).map(|(pledge, years)| self.promise(commitment, pledge, years));
        let promise = promise.unwrap_or_default();
        if let [alone @ OnPath { scenario: None, .. }] = on_paths {
            let [_, _, amount, allowed] = self.on_path(alone, None)?;
            return Ok(format!("### {promise}\n\n{}", (say.on_any_gdp)(&amount, &allowed)));
        }
        let heads = [
            (say.on_gdp_of, Side::Left),
            (say.gdp, Side::Right),
            (say.amount, Side::Right),
            (say.allowed, Side::Right),
        ];
        let rows = on_paths.iter().map(|on_path| self.on_path(on_path, currency)).collect::<Result<Vec<_>>>()?;
        Ok(format!("### {promise}\n\n{}", grid(heads, &rows)))
    }

    fn on_path(self, on_path: &OnPath, currency: Option<Currency>) -> Result<[String; 4]> {
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
        Ok([self.scenario(on_path.scenario.as_deref()), gdp, known(outcome.amount)?, allowed])
    }

    /// What a path of GDP is called.
    fn scenario(self, name: Option<&str>) -> String {
        let Some(name) = name else { return String::new() };
        match (self.book.scenario(name), name.parse::<Basis>()) {
            (Some(own), _) => self.text(&own.title),
            (None, Ok(basis)) => (self.say(&AMOUNTS).basis)(&basis),
            (None, Err(_)) => self.text(name),
        }
    }
}

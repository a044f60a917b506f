//! What a table is about: the day whose knowledge it shows, its country, its currency.

use std::collections::BTreeMap;

use crate::quantity::Currency;
use crate::table::columns::CURRENCY;
use crate::table::{Cell, Column, Context, Table, Unit};

use super::Query;

impl Query<'_> {
    /// A table about what is asked, with the day whose knowledge it shows and the documents with these ids.
    pub(super) fn table(
        &self,
        name: &'static str,
        columns: &'static [Column],
        rows: Vec<Vec<Cell>>,
        sources: &[String],
    ) -> Table {
        let mut notes = vec![format!("as known on {}", self.as_of)];
        notes.extend(self.currencies(columns));
        Table { name, columns, rows, context: self.context(), notes, sources: self.citations(sources) }
    }

    /// Whose money is in which currency, where a table shows that of several and has no column for it.
    fn currencies(&self, columns: &[Column]) -> Option<String> {
        let is_money = columns.iter().any(|column| column.unit == Unit::Millions) && !columns.contains(&CURRENCY);
        if !is_money || self.currency.is_some() {
            return self.currency.filter(|_| is_money).map(|currency| format!("money in {currency}"));
        }
        let countries = self.countries();
        let mut alike: BTreeMap<Currency, Vec<&str>> = BTreeMap::new();
        for country in &countries {
            if let Some(currency) = self.book.currency(*country) {
                alike.entry(currency).or_default().push(country.code());
            }
        }
        let all: Vec<String> =
            alike.iter().map(|(currency, of)| format!("of {} in {currency}", of.join(", "))).collect();
        (all.len() > 1).then(|| format!("money {}, where the pledge names no other", all.join(", ")))
    }

    /// The one country and the one currency, if it is about one.
    pub(super) fn context(&self) -> Context {
        let countries = self.countries();
        let country = match countries[..] {
            [country] => Some(country),
            _ => None,
        };
        let currencies: Vec<Currency> = countries.iter().filter_map(|country| self.book.currency(*country)).collect();
        let common = currencies.first().copied().filter(|first| currencies.iter().all(|other| other == first));
        let (book, fingerprint) = (self.book.title.clone(), Some(self.book.fingerprint.clone()));
        Context { book, fingerprint, country, currency: self.currency.or(common), as_of: self.as_of }
    }
}

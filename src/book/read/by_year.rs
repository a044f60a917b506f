//! Values by year, in a table of a record.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::error::{Error, Kind, Origin, Result};
use crate::quantity::{Currency, Year};

use super::field::Field;

/// Values by year, each with its place.
pub(super) type ByYear<T> = BTreeMap<Year, (T, Origin)>;

impl<'d> Field<'d> {
    /// A table of years and texts, as `{ 2026 = "2%" }`.
    pub(super) fn by_year<T: FromStr<Err = Error>>(&self) -> Result<ByYear<T>> {
        let expected = "a table of years, as `{ 2026 = \"2%\" }`";
        let table = self.value().as_table().ok_or_else(|| self.wrong(expected))?;
        let mut values = ByYear::new();
        for (key, value) in table {
            let origin = self.origin_of(key.span());
            let year = key.get_ref().parse().map_err(|error: Error| error.at(origin.place()))?;
            let currency = Currency::EXAMPLE;
            let quoted =
                format!("write it in quotes, as `{{ {year} = \"2%\" }}` or `{{ {year} = \"45 billion {currency}\" }}`");
            let value = self.inner(value).parse().map_err(|error: Error| {
                if matches!(error.kind(), Kind::WrongType { .. }) { error.help(quoted) } else { error }
            })?;
            values.insert(year, (value, origin));
        }
        Ok(values)
    }
}

//! A pledge in words.

use pledgebook::pledge::{Quantity, Sentence, Speaker};
use pledgebook::quantity::Decimal;
use pyo3::prelude::*;

use crate::made;
use crate::raised::Answer;

/// A pledge as it was read.
///
/// >>> import pledgebook as pb
/// >>> pledge = pb.pledge("no less than 2.5 per cent of its GDP in 2026")
/// >>> str(pledge), pledge.qualifier, pledge.share_pct, pledge.when
/// ('at least 2.5% of GDP in 2026', 'at least', Decimal('2.5'), '2026')
#[pyclass(frozen, eq, hash, module = "pledgebook")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Pledge {
    words: String,
    qualifier: &'static str,
    share: Option<Decimal>,
    /// In millions of a currency.
    amount: Option<(Decimal, &'static str)>,
    when: Option<String>,
}

/// A pledge in words, as `about 5% of GDP`, with its years if the words name any.
#[pyfunction]
#[pyo3(signature = (words))]
pub(crate) fn pledge(words: &str) -> Answer<Pledge> {
    let sentence = Sentence::read(words, Speaker::default())?;
    let (share, amount) = match sentence.pledge.quantity {
        Quantity::Share { share, .. } => (Some(share.percent()), None),
        Quantity::Amount(amount) => (None, Some((amount.money()?.millions(), amount.currency.code()))),
        Quantity::Shares { .. } | Quantity::Amounts { .. } | Quantity::Relative { .. } => (None, None),
    };
    let qualifier = sentence.pledge.qualifier.prefix().trim_end();
    let when = sentence.when.map(|when| when.to_string());
    Ok(Pledge { words: sentence.to_string(), qualifier, share, amount, when })
}

#[pymethods]
impl Pledge {
    /// How the figure binds, as `at least`; nothing where it is to be reached as it stands.
    #[getter]
    fn qualifier(&self) -> Option<&str> {
        Some(self.qualifier).filter(|words| !words.is_empty())
    }

    /// The share in per cent, if it pledges one share.
    #[getter]
    fn share_pct<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.share.map(|share| made::decimal(py, &share)).transpose()
    }

    /// The amount in millions, if it pledges one amount.
    #[getter]
    fn amount_million<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.amount.map(|(millions, _)| made::decimal(py, &millions)).transpose()
    }

    /// The currency of the amount.
    #[getter]
    fn currency(&self) -> Option<&str> {
        self.amount.map(|(_, currency)| currency)
    }

    /// Its years, as `2026`, `2026-2030` or `by 2035`, if the words name any.
    #[getter]
    fn when(&self) -> Option<&str> {
        self.when.as_deref()
    }

    fn __str__(&self) -> &str {
        &self.words
    }

    fn __repr__(&self) -> String {
        format!("<pledgebook.Pledge `{}`>", self.words)
    }
}

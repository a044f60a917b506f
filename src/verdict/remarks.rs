//! What shares of GDP beside an amount that is pledged rest on.

use crate::evaluate::Premise;

use super::{Case, Judgement};

impl Judgement<'_> {
    /// The same with that behind its reason, as far as it does not say so itself.
    pub(super) fn remarked(self) -> Self {
        let remarks = self.case.as_ref().map(Case::remarks).unwrap_or_default();
        let new = remarks.into_iter().filter(|remark| !self.reason.contains(remark));
        let reason = std::iter::once(self.reason.clone()).chain(new).collect::<Vec<_>>().join("; ");
        Self { reason, ..self }
    }
}

impl Case<'_> {
    /// What an amount is as a percentage of GDP rests on, or why it is not known.
    fn remarks(&self) -> Vec<String> {
        match (&self.abroad, &self.whole) {
            _ if self.is_share() || !self.is_known() => Vec::new(),
            (Some(abroad), _) => abroad.rates.iter().map(|rate| Premise::Rate(rate.clone()).to_string()).collect(),
            (None, Some(_)) => Vec::new(),
            (None, None) => self.unknown().iter().map(ToString::to_string).collect(),
        }
    }
}

//! The label of a line: an ally, with the name of its money where amounts are in that, or an aggregate.

use crate::import::{allies, countries};
use crate::quantity::Country;

use super::marks::bare;

/// Whose figures a line has.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Label<'s> {
    /// An ally's, with what the label calls its money.
    Ally(Country, Option<&'s str>),
    /// Those of several allies together.
    Aggregate,
}

impl<'s> Label<'s> {
    /// Reads `Albania   (Leks)`, `Estonia*` or `NATO Total`; nothing is known by any other name.
    pub(super) fn parse(text: &'s str) -> Option<Self> {
        let text = bare(text);
        let (name, money) = match text.strip_suffix(')').and_then(|open| open.split_once('(')) {
            Some((name, money)) => (name, Some(bare(money))),
            None => (text, None),
        };
        let name = bare(name).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        if name.split_whitespace().next().is_some_and(|word| word == "NATO") {
            return Some(Self::Aggregate);
        }
        countries::by_name(name).filter(|country| allies::is_ally(*country)).map(|country| Self::Ally(country, money))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_an_ally_or_an_aggregate_or_nothing() {
        let ally = |code: &str, money| Some(Label::Ally(code.parse().unwrap(), money));
        assert_eq!(Label::parse("Albania   (Leks)"), ally("ALB", Some("Leks")));
        assert_eq!(Label::parse("Czechia*   (Koruny)"), ally("CZE", Some("Koruny")));
        assert_eq!(Label::parse("Slovak Republic (Euros)*"), ally("SVK", Some("Euros")));
        assert_eq!(Label::parse("Türkiye (1)"), ally("TUR", None));
        assert_eq!(Label::parse("Estonia1"), ally("EST", None));
        assert_eq!(Label::parse("NATO Europe and Canada"), Some(Label::Aggregate));
        assert_eq!(["Ukraine", "Atlantis", "", "2024"].map(Label::parse), [None, None, None, None]);
    }
}

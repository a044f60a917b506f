//! The pledge language: canonical text, synonyms, slack and bounds.

use pledgebook::pledge::{Pledge, Qualifier};
use pledgebook::quantity::Decimal;
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;

/// Every way of saying each qualifier, the canonical one first, with the blank behind it.
const QUALIFIERS: &[&[&str]] = &[
    &["", "exactly "],
    &["at least ", "no less than ", "not less than ", "a minimum of ", "minimum "],
    &["at most ", "up to ", "no more than ", "not more than ", "a maximum of "],
    &["about ", "approximately ", "around ", "roughly ", "some ", "nearly ", "almost "],
];
/// Every way of saying each scale, with its power of ten from units to millions.
const SCALES: &[(&[&str], i32)] =
    &[(&[""], -6), (&["thousand "], -3), (&["million ", "m ", "mn ", "mln "], 0), (&["billion ", "bn ", "mrd "], 3)];

/// A number as its integer of digits and the digits behind the point, written as a pledge writes it.
fn number() -> impl Strategy<Value = (u64, u32, String)> {
    (0..=6u32).prop_flat_map(|places| {
        let most = 999_999_999_999 * 10u64.pow(places);
        (prop_oneof![1..=most.min(99_999), 1..=most], Just(places)).prop_map(|(digits, places)| {
            let unit = 10u64.pow(places);
            let (whole, fraction, width) = (digits / unit, digits % unit, places as usize);
            let text = if places == 0 { whole.to_string() } else { format!("{whole}.{fraction:0width$}") };
            (digits, places, text)
        })
    })
}

fn share() -> impl Strategy<Value = String> {
    let base = select(vec!["GDP", "defence spending"]);
    (select(QUALIFIERS), number(), base)
        .prop_map(|(words, (_, _, text), base)| format!("{}{text}% of {base}", words[0]))
}

fn amount() -> impl Strategy<Value = String> {
    let currency = select(vec!["EUR", "USD", "NOK"]);
    (select(QUALIFIERS), number(), select(SCALES), currency)
        .prop_map(|(words, (_, _, text), (scale, _), currency)| format!("{}{text} {}{currency}", words[0], scale[0]))
}

/// The text of any pledge, in canonical form.
pub(super) fn canonical() -> impl Strategy<Value = String> {
    prop_oneof![share(), amount()]
}

/// `value` in units of 10^-13.
fn fine(value: Decimal) -> i128 {
    value.mantissa() * 10i128.pow(13 - value.scale())
}

/// The slack in units of 10^-13: the last stated digit counts 1, half of it is 5 tenths, a tenth of the value is `digits` tenths.
fn slack(digits: u64, places: u32, power: i32) -> i128 {
    let tenths = 13 - 1 - i32::try_from(places).unwrap() + power;
    i128::from(digits.min(5)) * 10i128.pow(u32::try_from(tenths).unwrap())
}

proptest! {
    #![proptest_config(inputs(400))]

    #[test]
    fn canonical_text_reads_back_to_itself(text in canonical()) {
        let pledge: Pledge = text.parse()?;
        prop_assert_eq!(pledge.to_string(), text.as_str());
        prop_assert_eq!(pledge.to_string().parse::<Pledge>()?, pledge);
    }

    #[test]
    fn every_synonym_means_its_canonical(
        words in select(QUALIFIERS), (_, _, number) in number(), (scale, _) in select(SCALES), upper in any::<bool>(),
    ) {
        let canonical = format!("{}{number} {}EUR", words[0], scale[0]);
        for qualifier in words {
            for scale in scale {
                for said in [format!("{number} {scale}euros"), format!("EUR {number} {scale}"), format!("€{number}{scale}")] {
                    let said = format!("{qualifier}{said}");
                    let said = if upper { said.to_uppercase() } else { said };
                    prop_assert_eq!(said.parse::<Pledge>()?.to_string(), canonical.as_str(), "{}", said);
                }
            }
        }
    }

    #[test]
    fn a_share_is_of_gdp_unless_it_says_otherwise(words in select(QUALIFIERS), (_, _, number) in number()) {
        let canonical = format!("{}{number}% of GDP", words[0]);
        for qualifier in words {
            for said in [format!("{number}%"), format!("{number} % of gdp"), format!("  {number}%  OF GDP ")] {
                prop_assert_eq!(format!("{qualifier}{said}").parse::<Pledge>()?.to_string(), canonical.as_str());
            }
        }
    }

    #[test]
    fn the_slack_is_half_the_last_digit_or_a_tenth((digits, places, number) in number(), (scale, power) in select(SCALES)) {
        let share: Pledge = format!("{number}%").parse()?;
        prop_assert_eq!(fine(share.slack()?.value), slack(digits, places, 0));
        let amount: Pledge = format!("{number} {}EUR", scale[0]).parse()?;
        prop_assert_eq!(fine(amount.slack()?.value), slack(digits, places, power));
    }

    #[test]
    fn the_stated_figure_lies_within_its_bounds(text in canonical()) {
        let pledge: Pledge = text.parse()?;
        let (stated, bounds) = (pledge.stated()?, pledge.bounds(pledge.slack()?.value)?);
        prop_assert!(bounds.contains(&stated));
        prop_assert_eq!(bounds.low.is_none(), pledge.qualifier == Qualifier::AtMost);
        prop_assert_eq!(bounds.high.is_none(), pledge.qualifier == Qualifier::AtLeast);
        let is_wide = bounds.low < Some(stated) && bounds.high > Some(stated);
        prop_assert_eq!(is_wide, pledge.qualifier == Qualifier::About);
    }
}

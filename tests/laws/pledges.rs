//! The pledge language: canonical text, synonyms, slack and bounds.

use pledgebook::pledge::{Pledge, Qualifier, Sentence};
use pledgebook::quantity::Decimal;
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;

/// Every way of saying each qualifier, the canonical one first, with the blank behind it.
const QUALIFIERS: &[&[&str]] = &[
    &["", "exactly "],
    &["at least ", "no less than ", "not less than ", "a minimum of ", "minimum ", "at minimum ", "a floor of "],
    &["more than ", "over ", "above ", "in excess of "],
    &[
        "at most ",
        "up to ",
        "no more than ",
        "not more than ",
        "a maximum of ",
        "maximum ",
        "at maximum ",
        "a ceiling of ",
    ],
    &["less than ", "under ", "below "],
    &["about ", "approximately ", "around ", "roughly ", "some ", "nearly ", "almost ", "circa "],
];
/// Every way of saying each scale, with its power of ten from units to millions.
const SCALES: &[(&[&str], i32)] = &[
    (&[""], -6),
    (&["thousand ", "k "], -3),
    (&["million ", "m ", "mn ", "mln ", "mio "], 0),
    (&["billion ", "bn ", "bln ", "mrd "], 3),
    (&["trillion ", "tn "], 6),
];
/// Every base, the way that is printed first.
const BASES: &[&[&str]] = &[
    &["GDP", "its GDP", "gross domestic product", "its gross domestic product"],
    &["GNI", "its GNI", "GNP", "gross national income", "gross national product"],
    &["defence spending", "its defence spending"],
    &["GDP of 2021", "its gross domestic product of 2021"],
];
/// Every way of saying per cent.
const PER_CENT: &[&str] = &["%", " %", " percent", " per cent", " pct"];
/// Every way of saying when, the canonical one first.
const TAILS: &[&[&str]] = &[
    &["", " a year", " annually"],
    &[" in 2026", " per year in 2026"],
    &[" in 2026-2030", " in 2026 to 2030", " in 2026–2030", " each year in 2026-2030"],
    &[" from 2027", " a year from 2027"],
    &[" by 2035"],
    &[" over 2024-2026", " over 2024 to 2026", " over 2024–2026"],
];

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
    (select(QUALIFIERS), number(), select(BASES))
        .prop_map(|(words, (_, _, text), base)| format!("{}{text}% of {}", words[0], base[0]))
}

fn amount() -> impl Strategy<Value = String> {
    let currency = select(vec!["EUR", "USD", "NOK"]);
    (select(QUALIFIERS), number(), select(SCALES), currency)
        .prop_map(|(words, (_, _, text), (scale, _), currency)| format!("{}{text} {}{currency}", words[0], scale[0]))
}

/// The text of any pledge of one figure, in canonical form.
pub(super) fn canonical() -> impl Strategy<Value = String> {
    prop_oneof![share(), amount()]
}

/// A range of shares or of amounts: two figures of which the second has a digit more in front.
fn range() -> impl Strategy<Value = String> {
    let ends = (number(), 1..=9u8)
        .prop_filter("at most 12 digits", |((_, _, low), _)| low.split('.').next().unwrap().len() < 12);
    let unit = prop_oneof![
        select(BASES).prop_map(|base| ("%", format!("% of {}", base[0]))),
        select(SCALES).prop_map(|(scale, _)| ("", format!(" {}EUR", scale[0]))),
    ];
    (ends, unit).prop_map(|(((_, _, low), digit), (of_low, unit))| format!("{low}{of_low} to {digit}{low}{unit}"))
}

/// A figure that is set against a year.
fn relative() -> impl Strategy<Value = String> {
    let change = ((number(), select(vec!["%", " pp", " billion GBP", " USD"])), select(vec!["more", "less"]))
        .prop_map(|(((_, _, number), unit), direction)| format!("{number}{unit} {direction} than in 2023"));
    let multiple = (number(), select(vec!["%", " times"]))
        .prop_map(|((_, _, number), unit)| format!("{number}{unit} that of 2021"));
    let multiple =
        multiple.prop_map(|text| if text.starts_with("2 times") { text.replacen("2 times", "twice", 1) } else { text });
    (select(QUALIFIERS), prop_oneof![change, multiple]).prop_map(|(words, text)| format!("{}{text}", words[0]))
}

/// A sentence in canonical form.
fn sentence() -> impl Strategy<Value = String> {
    let mean = range()
        .prop_filter("a share", |text| text.contains('%'))
        .prop_map(|text| format!("{text} on average over 2026-2029"));
    let pledge = prop_oneof![share(), amount(), range(), relative()];
    prop_oneof![9 => (pledge, select(TAILS)).prop_map(|(text, tail)| format!("{text}{}", tail[0])), 1 => mean]
}

/// `value` in units of 10^-15.
fn fine(value: Decimal) -> i128 {
    value.mantissa() * 10i128.pow(15 - value.scale())
}

/// The slack in units of 10^-15: the last stated digit counts 1, half of it is 50 hundredths, a twentieth of the value is 5 of
/// them for each of its `digits`, a tenth 10.
fn slack(digits: u64, part: u64, places: u32, power: i32) -> i128 {
    let hundredths = 15 - 2 - i32::try_from(places).unwrap() + power;
    i128::from((part * digits.min(50)).min(50)) * 10i128.pow(u32::try_from(hundredths).unwrap())
}

proptest! {
    #![proptest_config(inputs(400))]

    #[test]
    fn canonical_text_reads_back_to_itself(text in sentence(), upper in any::<bool>()) {
        let said: Sentence = text.parse()?;
        prop_assert_eq!(said.to_string(), text.as_str());
        let case = if upper { text.to_uppercase() } else { text.to_lowercase() };
        let again: Sentence = format!(" {} ", case.replace(' ', "  ")).parse()?;
        prop_assert_eq!((again.pledge, again.when), (said.pledge, said.when));
    }

    #[test]
    fn what_is_refused_shows_a_way_out_and_no_text_panics(text in sentence(), cut in any::<prop::sample::Index>(), more in ".{0,6}") {
        let cut = cut.index(text.chars().count() + 1);
        let said: String = text.chars().take(cut).chain(more.chars()).chain(text.chars().skip(cut)).collect();
        match said.parse::<Sentence>() {
            Ok(read) => prop_assert_eq!(read.to_string().parse::<Sentence>()?.pledge, read.pledge),
            Err(error) => prop_assert!(error.way_out().is_some(), "{}: {}", said, error),
        }
    }

    #[test]
    fn every_way_of_saying_when_is_one(text in share(), tails in select(TAILS)) {
        let canonical: Sentence = format!("{text}{}", tails[0]).parse()?;
        for tail in tails {
            let said: Sentence = format!("{text}{tail}").parse()?;
            prop_assert_eq!((said.pledge, said.when), (canonical.pledge, canonical.when), "{}", tail);
        }
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
    fn a_share_is_of_gdp_unless_it_says_otherwise(
        words in select(QUALIFIERS), (_, _, number) in number(), sign in select(PER_CENT), bases in select(BASES),
    ) {
        let read = |text: String| text.parse::<Pledge>().map(|pledge| pledge.to_string());
        for qualifier in words {
            prop_assert_eq!(read(format!("{qualifier}{number}{sign}"))?, format!("{}{number}% of GDP", words[0]));
            for base in bases {
                prop_assert_eq!(read(format!("{qualifier}{number}{sign} of {base}"))?, format!("{}{number}% of {}", words[0], bases[0]));
            }
        }
    }

    #[test]
    fn the_slack_is_half_the_last_digit_or_a_part_of_the_value(
        (digits, places, number) in number(), (scale, power) in select(SCALES), about in any::<bool>(),
    ) {
        let (word, part) = if about { ("about ", 10) } else { ("", 5) };
        let share: Pledge = format!("{word}{number}%").parse()?;
        prop_assert_eq!(fine(share.slack()?.value), slack(digits, part, places, 0));
        let amount: Pledge = format!("{word}{number} {}EUR", scale[0]).parse()?;
        prop_assert_eq!(fine(amount.slack()?.value), slack(digits, part, places, power));
    }

    #[test]
    fn the_stated_figure_lies_within_its_bounds(text in canonical()) {
        let pledge: Pledge = text.parse()?;
        let (stated, bounds) = (pledge.stated()?, pledge.bounds(pledge.slack()?.value)?);
        prop_assert!(bounds.contains(&stated));
        prop_assert_eq!(bounds.low.is_none(), matches!(pledge.qualifier, Qualifier::AtMost | Qualifier::LessThan));
        prop_assert_eq!(bounds.high.is_none(), matches!(pledge.qualifier, Qualifier::AtLeast | Qualifier::MoreThan));
        let is_wide = bounds.low < Some(stated) && bounds.high > Some(stated);
        prop_assert_eq!(is_wide, pledge.qualifier == Qualifier::About);
    }
}

//! What the chart of scenarios says.

use super::amounts::{possessive, possessive_inside};
use super::lang::In;

/// Its phrases; amounts come as ready text with their currency, pledges in their words.
pub(crate) struct Sentences {
    /// How far the paths are apart in the last year.
    pub(crate) decides: fn(country: &str, pledge: &str, spread: &str, year: i32) -> String,
    /// The same where they are not.
    pub(crate) is_the_same: fn(country: &str, pledge: &str, year: i32) -> String,
    /// Unit and rule, on so many paths.
    pub(crate) subtitle: fn(currency: &str, paths: usize) -> String,
    pub(crate) pledged: fn(definition: &str) -> String,
    /// Why lines have gaps, at the end of that.
    pub(crate) gaps: &'static str,
    /// Beside the bracket.
    pub(crate) spread: fn(spread: &str, year: i32) -> String,
    /// From where on GDP is another publisher's, or of another day by the same one: there the line has a gap.
    pub(crate) other_publisher: fn(publisher: &str) -> String,
    pub(crate) other_day: fn(publisher: &str) -> String,
    /// That with the figure there.
    pub(crate) broken: fn(figure: &str, why: &str) -> String,
    /// The range of a year in a list.
    pub(crate) apart: fn(range: &str, spread: &str, year: i32) -> String,
    /// Which paths are the lowest and the highest in a year.
    pub(crate) ends: fn(low: &str, high: &str, year: i32) -> String,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        decides: |country, pledge, spread, year| {
            format!("{spread} of {} pledge of {pledge} for {year} depends on GDP", possessive_inside(country))
        },
        is_the_same: |country, pledge, year| {
            format!("{} pledge of {pledge} for {year} is the same under every GDP", possessive(country))
        },
        subtitle: |currency, paths| match paths {
            1 => format!("{currency} million, pledge × nominal GDP on one path"),
            _ => format!("{currency} million, pledge × nominal GDP on {paths} paths, their range shaded"),
        },
        pledged: |definition| format!("; pledged: {definition}"),
        gaps: "; gaps: another source of GDP",
        spread: |spread, year| format!("spread {year}: {spread}"),
        other_publisher: |publisher| format!("GDP by {publisher} from here"),
        broken: |figure, why| format!("{figure}\n{why}"),
        other_day: |publisher| format!("other GDP by {publisher} from here"),
        apart: |range, spread, year| format!("{range} in {year} ({spread} apart)"),
        ends: |low, high, year| format!("The lowest path in {year} is {low}, the highest {high}."),
    },
    lv: Sentences {
        decides: |country, pledge, spread, year| {
            format!("{country}: {year}. gadam solītie {pledge}, starpība starp scenārijiem {spread}")
        },
        is_the_same: |country, pledge, year| {
            format!("{country}: {year}. gadam solītie {pledge} ir vienādi visos IKP scenārijos")
        },
        subtitle: |currency, paths| match paths {
            1 => format!("Milj. {currency}, solījums × nominālais IKP vienā scenārijā"),
            _ => format!("Milj. {currency}, solījums × nominālais IKP, scenāriji: {paths}; iekrāsots to diapazons"),
        },
        pledged: |definition| format!("; solījums: {definition}"),
        gaps: "; pārrāvumi: cits IKP avots",
        spread: |spread, year| format!("starpība {year}. gadā: {spread}"),
        other_publisher: |publisher| format!("IKP: {publisher}"),
        // longer names leave no room for more than the figure; the subtitle says why lines have gaps
        broken: |figure, _| figure.to_owned(),
        other_day: |publisher| format!("cits IKP: {publisher}"),
        apart: |range, spread, year| format!("{year}. gadā {range} (starpība {spread})"),
        ends: |low, high, year| format!("Zemākais scenārijs {year}. gadā: {low}, augstākais: {high}."),
    },
};

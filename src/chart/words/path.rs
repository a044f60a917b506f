//! What the chart of paths to a pledge says.

use crate::table::Shape;

use super::amounts::{possessive, possessive_inside};
use super::countries::genitive;
use super::lang::In;

/// From where to where a path leads: shares with their percent sign, the last one in the words of its pledge, each with its year.
pub(crate) struct Ends<'a> {
    pub(crate) from: (&'a str, i32),
    pub(crate) to: (&'a str, i32),
}

/// Its phrases; figures come with their signs, amounts with their currency.
pub(crate) struct Sentences {
    /// By how much the money has to grow in each year, or the share by points.
    pub(crate) grows: fn(whose: [&str; 2], ends: &Ends, growth: &str) -> String,
    pub(crate) rises: fn(whose: [&str; 2], ends: &Ends, points: &str) -> String,
    /// From where to where alone.
    pub(crate) leads: fn(whose: [&str; 2], ends: &Ends) -> String,
    /// A published share of a kind that is beyond what is to be reached by a year.
    pub(crate) beyond: fn(whose: [&str; 2], ends: &Ends, kind: &str) -> String,
    pub(crate) subtitle: fn(definition: &str) -> String,
    /// What money and growth are of, and from which year on they are unknown.
    pub(crate) money: fn(basis: &str) -> String,
    pub(crate) without_gdp: fn(year: i32) -> String,
    /// How a path leads there.
    pub(crate) shape: fn(Shape) -> &'static str,
    /// By how much the money grows from year to year: alike or from the least to the most, in each year or until one; on a path that
    /// waits for its last year, then.
    pub(crate) each_year: fn(growth: &str) -> String,
    pub(crate) between: fn(low: &str, high: &str) -> String,
    pub(crate) until: fn(growth: &str, year: i32) -> String,
    pub(crate) at_last: fn(shape: &str, growth: &str, year: i32) -> String,
    pub(crate) at_once: fn(shape: &str) -> String,
    /// A path with that.
    pub(crate) with: fn(shape: &str, growth: &str) -> String,
    /// A share with its amount.
    pub(crate) worth: fn(share: &str, amount: &str) -> String,
    /// What is to be reached by a year.
    pub(crate) goal: fn(pledge: &str, year: i32) -> String,
    pub(crate) ground: &'static str,
    pub(crate) spent: &'static str,
    /// A share in a list.
    pub(crate) in_year: fn(share: &str, year: i32) -> String,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        grows: |[country, spent], ends, growth| {
            format!("{}: {} {spent} has to grow by {growth} a year", way(ends), possessive_inside(country))
        },
        rises: |[country, spent], ends, points| {
            format!("{}: {} {spent} has to rise by {points} pp a year", way(ends), possessive_inside(country))
        },
        leads: |[country, spent], ends| format!("{}: the way of {} {spent}", way(ends), possessive_inside(country)),
        beyond: |[country, spent], ends, kind| {
            let (whose, (share, year), (goal, by)) = (possessive(country), ends.from, ends.to);
            format!("{whose} {spent} comes to {share} of GDP in {year} ({kind}), beyond the {goal} pledged for {by}")
        },
        subtitle: |definition| format!("{definition}, % of GDP; dashed: estimates"),
        money: |basis| format!("; money and its growth: share × nominal GDP ({basis})"),
        without_gdp: |year| format!(", unknown from {year} on"),
        shape: |shape| match shape {
            Shape::Linear => "equal steps",
            Shape::Growth => "equal growth",
            Shape::Flat => "flat",
            Shape::Waypoints => "stated steps",
            Shape::Even => "evenly",
        },
        each_year: |growth| format!("{growth} a year"),
        between: |low, high| format!("{low} to {high}"),
        until: |growth, year| format!("{growth} until {year}"),
        at_last: |shape, growth, year| format!("{shape}, then {growth} in {year}"),
        at_once: |shape| format!("{shape}, then all at once"),
        with: |shape, growth| format!("{shape}: {growth}"),
        worth: |share, amount| format!("{share} · {amount}"),
        goal: |pledge, year| format!("{pledge} by {year}"),
        ground: "estimates and paths",
        spent: "spent",
        in_year: |share, year| format!("{share} in {year}"),
    },
    lv: Sentences {
        grows: |[country, _], ends, growth| {
            format!("{country}: {}, izdevumiem jāaug par {growth} gadā", in_latvian(ends))
        },
        rises: |[country, _], ends, points| {
            format!("{country}: {}, daļai jāaug par {points}\u{a0}p.p. gadā", in_latvian(ends))
        },
        leads: |[country, spent], ends| format!("{} {spent}: {}", genitive(country), in_latvian(ends)),
        beyond: |[country, spent], ends, kind| {
            let (whose, (share, year), (goal, by)) = (genitive(country), ends.from, ends.to);
            format!("{whose} {spent} {year}. gadā ir {share} no IKP ({kind}), vairāk nekā {by}. gadam solītie {goal}")
        },
        subtitle: |definition| format!("{definition}, % no IKP; raustīta līnija: aplēses"),
        money: |basis| format!("; nauda un tās pieaugums: daļa × nominālais IKP ({basis})"),
        without_gdp: |year| format!(", no {year}. gada nav zināms"),
        shape: |shape| match shape {
            Shape::Linear => "vienādi soļi",
            Shape::Growth => "vienāds pieaugums",
            Shape::Flat => "nemainīgi",
            Shape::Waypoints => "noteikti soļi",
            Shape::Even => "vienmērīgi",
        },
        each_year: |growth| format!("{growth} gadā"),
        between: |low, high| format!("{} līdz {high}", low.trim_end_matches("\u{a0}%")),
        until: |growth, year| format!("{growth} līdz {year}."),
        at_last: |shape, growth, year| format!("{shape}, {year}. gadā {growth}"),
        at_once: |shape| format!("{shape}, tad uzreiz"),
        with: |shape, growth| format!("{shape}: {growth}"),
        worth: |share, amount| format!("{share} · {amount}"),
        goal: |pledge, year| format!("{pledge} līdz {year}. gadam"),
        ground: "aplēses un ceļi",
        spent: "iztērēts",
        in_year: |share, year| format!("{year}. gadā {share}"),
    },
};

/// `From 2.33% of GDP in 2025 to 3.5% in 2035`.
fn way(ends: &Ends) -> String {
    let ((share, first), (goal, last)) = (ends.from, ends.to);
    format!("From {share} of GDP in {first} to {goal} in {last}")
}

/// The same in Latvian, inside a sentence.
fn in_latvian(ends: &Ends) -> String {
    let ((share, first), (goal, last)) = (ends.from, ends.to);
    format!("no {share} no IKP {first}. gadā līdz {goal} {last}. gadā")
}

//! What the chart of statements says.

use super::countries::genitive;
use super::lang::In;

/// When a pledge is to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Due {
    /// In each year from the first to the last, or from the first on.
    Each(i32, Option<i32>),
    /// Over these years together.
    Together(i32, i32),
    /// On the mean of these years.
    OnAverage(i32, i32),
    /// By a year.
    By(i32),
}

/// Its phrases; amounts come as ready text, pledges in their words.
pub(crate) struct Sentences {
    /// How many pledges were made from one year to another, how many of them by a group, and how many of them others replaced.
    pub(crate) made: fn(country: &str, statements: [usize; 2], years: [i32; 2], replaced: usize) -> String,
    pub(crate) subtitle: &'static str,
    /// What was said for when.
    pub(crate) said: fn(pledge: &str, due: Due) -> String,
    /// What stands over words, strengths and figures.
    pub(crate) heads: [&'static str; 2],
    pub(crate) figures: fn(currency: &str) -> String,
    /// What it came to and comes to.
    pub(crate) then_now: fn(then: &str, now: &str) -> String,
    /// A pledge with its day and strength, and with its amount, in a list.
    pub(crate) on: fn(said: &str, strength: &str, day: &str) -> String,
    pub(crate) comes_to: fn(said: &str, amount: &str) -> String,
    /// What begins the sentences about what was said and what it comes to.
    pub(crate) announced: &'static str,
    pub(crate) amounts: &'static str,
}

fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        made: |country, [statements, of_group], [first, last], replaced| {
            let pledges = if statements == 1 { "one pledge".to_owned() } else { format!("{statements} pledges") };
            let when = if first == last { format!("in {first}") } else { format!("from {first} to {last}") };
            let made = match of_group {
                0 => format!("{country} made {pledges} {when}"),
                _ if of_group == statements => format!("{country} made {pledges} {when}, with a group"),
                _ => format!("{country} made {pledges} {when}, {of_group} of them with a group"),
            };
            match replaced {
                0 => made,
                1 => made + "; one was replaced by a later one",
                _ => format!("{made}; {replaced} were replaced by later ones"),
            }
        },
        subtitle: "From the day of the statement to the end of its years; thicker: more binding; thin: led on to what replaced it",
        said: |pledge, due| match due {
            Due::Each(first, Some(last)) => format!("{}: {pledge}", years(first, last)),
            Due::Each(first, None) => format!("from {first} on: {pledge}"),
            Due::Together(first, last) => format!("{} together: {pledge}", years(first, last)),
            Due::OnAverage(first, last) => format!("{} on average: {pledge}", years(first, last)),
            Due::By(year) => format!("by {year}: {pledge}"),
        },
        heads: ["pledged", "strength"],
        figures: |currency| format!("then → now, {currency} million"),
        then_now: |then, now| format!("{then} → {now}"),
        on: |said, strength, day| format!("{said} ({strength}, {day})"),
        comes_to: |said, amount| format!("{amount} ({said})"),
        announced: "Announced",
        amounts: "Comes to now",
    },
    lv: Sentences {
        made: |country, [statements, of_group], [first, last], replaced| {
            let when = if first == last { format!("{first}. gadā") } else { format!("{first}.–{last}. gadā") };
            let replaced = if replaced == 0 { String::new() } else { format!("; vēlāk aizstāti: {replaced}") };
            let of_group = if of_group == 0 { String::new() } else { format!(", no tiem kopā ar grupu: {of_group}") };
            format!("{} solījumi {when}: {statements}{of_group}{replaced}", genitive(country))
        },
        subtitle: "No paziņošanas dienas līdz solījuma gadu beigām; biezāka līnija: saistošāks; tieva: ved pie aizstājēja",
        said: |pledge, due| match due {
            Due::Each(first, Some(last)) => format!("{}: {pledge}", years(first, last)),
            Due::Each(first, None) => format!("no {first}. gada: {pledge}"),
            Due::Together(first, last) => format!("{} kopā: {pledge}", years(first, last)),
            Due::OnAverage(first, last) => format!("{} vidēji: {pledge}", years(first, last)),
            Due::By(year) => format!("līdz {year}. gadam: {pledge}"),
        },
        heads: ["solīts", "veids"],
        figures: |currency| format!("toreiz → tagad, milj. {currency}"),
        then_now: |then, now| format!("{then} → {now}"),
        on: |said, strength, day| format!("{said} ({strength}, {day})"),
        comes_to: |said, amount| format!("{amount} ({said})"),
        announced: "Paziņotais",
        amounts: "Tagad ir",
    },
};

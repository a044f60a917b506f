//! What several charts say.

use crate::table::Kind;

use super::lang::In;

/// Phrases of several charts.
pub(crate) struct Sentences {
    /// Between the last two of a list.
    pub(crate) and: &'static str,
    /// Before the publishers, of whom there is one or are more.
    pub(crate) sources: fn(usize) -> &'static str,
    /// The day whose knowledge is shown.
    pub(crate) as_of: fn(day: &str) -> String,
    /// What a definition without a title counts.
    pub(crate) spending: &'static str,
    /// What the level of a pledge is called.
    pub(crate) pledged: &'static str,
    /// The kind of a figure.
    pub(crate) kind: fn(Kind) -> &'static str,
    /// What the ends of a row of values are called, and such names before their value.
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) lowest: &'static str,
    pub(crate) highest: &'static str,
    pub(crate) called: fn(names: &str, value: &str) -> String,
    /// So many others at the end of a list.
    pub(crate) more: fn(usize) -> String,
    /// What begins a sentence about pledges, and one about what is published.
    pub(crate) of_pledges: &'static str,
    pub(crate) of_published: &'static str,
    /// What is said at a year of which no figure is known, and what begins a sentence that lists such years.
    pub(crate) no_figure: &'static str,
    pub(crate) without: &'static str,
    /// How many of so many pledges are met, met when rounded, or missed, and which.
    pub(crate) met: fn(number: usize, of: usize, which: &str) -> String,
    pub(crate) met_rounded: fn(number: usize, of: usize, which: &str) -> String,
    pub(crate) missed: fn(number: usize, of: usize, which: &str) -> String,
    /// From where to where the words of a pledge allow.
    pub(crate) allows: fn(low: &str, high: &str) -> String,
    /// A unit behind a heading.
    pub(crate) in_millions: fn(head: &str, currency: &str) -> String,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        and: "and",
        sources: |publishers| if publishers == 1 { "Source" } else { "Sources" },
        as_of: |day| format!("As of {day}."),
        spending: "spending",
        pledged: "pledged",
        kind: Kind::word,
        first: "first",
        last: "last",
        lowest: "lowest",
        highest: "highest",
        called: |names, value| format!("{names} {value}"),
        more: |others| format!("{others} more"),
        of_pledges: "Pledged",
        of_published: "Published",
        no_figure: "no figure",
        without: "Without a figure",
        met: |number, of, which| counted("Met", number, "none", &format!("of {of}"), which),
        met_rounded: |number, of, which| counted("Met when rounded", number, "none", &format!("of {of}"), which),
        missed: |number, of, which| counted("Missed", number, "none", &format!("of {of}"), which),
        allows: |low, high| format!("its words allow {low} to {high}"),
        in_millions: |head, currency| format!("{head}, {currency} million"),
    },
    lv: Sentences {
        and: "un",
        sources: |publishers| if publishers == 1 { "Avots" } else { "Avoti" },
        as_of: |day| format!("Dati uz {day}."),
        spending: "izdevumi",
        pledged: "solīts",
        kind: |kind| match kind {
            Kind::Outturn => "faktiski",
            Kind::Estimate => "aplēse",
            Kind::Plan => "plāns",
            Kind::Forecast => "prognoze",
            Kind::Assumption => "pieņēmums",
        },
        first: "pirmais",
        last: "pēdējais",
        lowest: "zemākais",
        highest: "augstākais",
        called: |names, value| format!("{names} – {value}"),
        more: |others| format!("vēl {others}"),
        of_pledges: "Solītais",
        of_published: "Publicētais",
        no_figure: "nav datu",
        without: "Bez datiem",
        met: |number, of, which| counted("Izpildīti", number, "neviens", &format!("no {of}"), which),
        met_rounded: |number, of, which| {
            counted("Izpildīti, noapaļojot", number, "neviens", &format!("no {of}"), which)
        },
        missed: |number, of, which| counted("Nav izpildīti", number, "neviens", &format!("no {of}"), which),
        allows: |low, high| format!("formulējums pieļauj {low} līdz {high}"),
        in_millions: |head, currency| format!("{head}, milj. {currency}"),
    },
};

/// `Met: 2 of 5 – a and b.`
fn counted(head: &str, number: usize, none: &str, of: &str, which: &str) -> String {
    match (number, which) {
        (0, _) => format!("{head}: {none} {of}."),
        (_, "") => format!("{head}: {number} {of}."),
        _ => format!("{head}: {number} {of} – {which}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Lang;
    use crate::quantity::text::listed;

    #[test]
    fn a_list_ends_with_the_word_of_the_language() {
        let items = ["a", "b", "c"].map(str::to_owned);
        let said = |lang| listed(&items, SENTENCES.of(lang).and);
        assert_eq!(Lang::ALL.map(said), ["a, b and c", "a, b un c"]);
    }
}

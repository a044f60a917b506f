//! What several charts say.

use super::In;

/// Phrases of several charts.
pub(crate) struct Sentences {
    /// Between the last two of a list.
    pub(crate) and: &'static str,
    /// Before the publishers, of whom there is one or are more.
    pub(crate) sources: fn(usize) -> &'static str,
    /// The day whose knowledge is shown.
    pub(crate) as_of: fn(day: &str) -> String,
    /// What the level of a pledge is called.
    pub(crate) pledged: &'static str,
    /// The kind of a figure, by its name in tables.
    pub(crate) kind: fn(&str) -> &str,
}

pub(crate) static SENTENCES: In<Sentences> = In {
    en: Sentences {
        and: "and",
        sources: |publishers| if publishers == 1 { "Source" } else { "Sources" },
        as_of: |day| format!("As of {day}."),
        pledged: "pledged",
        kind: |kind| kind,
    },
    lv: Sentences {
        and: "un",
        sources: |publishers| if publishers == 1 { "Avots" } else { "Avoti" },
        as_of: |day| format!("Dati uz {day}."),
        pledged: "solīts",
        kind: |kind| match kind {
            "outturn" => "izpilde",
            "estimate" => "aplēse",
            "plan" => "plāns",
            "forecast" => "prognoze",
            "assumption" => "pieņēmums",
            other => other,
        },
    },
};

/// Items as a sentence has them: `a, b and c`.
pub(crate) fn listed(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} {and} {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Lang;

    #[test]
    fn a_list_ends_with_the_word_of_the_language() {
        let items = ["a", "b", "c"].map(str::to_owned);
        let said = |lang| listed(&items, SENTENCES.of(lang).and);
        assert_eq!(Lang::ALL.map(said), ["a, b and c", "a, b un c"]);
    }
}

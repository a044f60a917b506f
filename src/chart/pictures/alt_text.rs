//! Many values in a few words, for those who hear a picture: the first, the last, the lowest and the highest of them.

use crate::chart::words::{Lang, SHARED, listed};

/// How many items of a list are named before the others are counted.
const NAMED: usize = 3;

/// A value in words, with when it was and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    pub(crate) words: String,
    pub(crate) value: f64,
}

impl Told {
    pub(crate) fn new(words: String, value: f64) -> Self {
        Self { words, value }
    }
}

/// Which of the values are told besides the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Also {
    /// None: they are not all in one unit.
    Neither,
    /// The highest.
    Highest,
    /// The lowest and the highest.
    Both,
}

/// `first 1% in 2023; last and highest 2% in 2025`: each with its names, in the order of the values; of one value its words.
pub(crate) fn main_values(told: &[Told], also: Also, lang: Lang) -> String {
    let say = SHARED.of(lang);
    let [low, high] = extremes(told);
    let last = told.len().saturating_sub(1);
    let differ = told.windows(2).any(|pair| pair[0].value != pair[1].value);
    let names = |at: usize| {
        let lowest = differ && also == Also::Both && at == low;
        let highest = differ && also != Also::Neither && at == high;
        let parts = [(at == 0, say.first), (at == last, say.last), (lowest, say.lowest), (highest, say.highest)];
        parts.into_iter().filter(|(is, _)| *is).map(|(_, name)| name.to_owned()).collect::<Vec<_>>()
    };
    match told {
        [only] => only.words.clone(),
        _ => {
            let named =
                told.iter().enumerate().map(|(at, one)| (names(at), one)).filter(|(names, _)| !names.is_empty());
            named.map(|(names, one)| (say.called)(&listed(&names, say.and), &one.words)).collect::<Vec<_>>().join("; ")
        }
    }
}

/// `lowest 8% (border); highest 100% (PURL)`, of what has no order.
pub(crate) fn range(told: &[Told], lang: Lang) -> String {
    let (say, [low, high]) = (SHARED.of(lang), extremes(told));
    match told {
        [only] => only.words.clone(),
        _ => [(say.lowest, told.get(low)), (say.highest, told.get(high))]
            .into_iter()
            .filter_map(|(name, one)| Some((say.called)(name, &one?.words)))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

/// Where the lowest and the highest stand; of equal ones the last if it is at the end, else the first.
fn extremes(told: &[Told]) -> [usize; 2] {
    let end = told.len().saturating_sub(1);
    let best = |better: fn(f64, f64) -> bool| {
        (0..end).fold(end, |best, at| if better(told[at].value, told[best].value) { at } else { best })
    };
    [best(|one, other| one < other), best(|one, other| one > other)]
}

/// A list of which only the first items are named: `a, b, c and 4 more`.
pub(crate) fn few(items: &[String], lang: Lang) -> String {
    let say = SHARED.of(lang);
    if items.len() <= NAMED + 1 {
        return listed(items, say.and);
    }
    let others = (say.more)(items.len() - NAMED);
    listed(&items.iter().take(NAMED).cloned().chain([others]).collect::<Vec<_>>(), say.and)
}

/// A sentence with a heading; none where there is nothing to say.
pub(crate) fn sentence(head: &str, said: &str) -> Option<String> {
    (!said.is_empty()).then(|| format!("{head}: {said}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(values: &[f64]) -> Vec<Told> {
        values.iter().enumerate().map(|(at, value)| Told::new(format!("{value} in {at}"), *value)).collect()
    }

    #[test]
    fn first_last_lowest_and_highest_are_named_once_each_in_their_order() {
        let said = |values: &[f64], also| main_values(&told(values), also, Lang::En);
        assert_eq!(said(&[], Also::Both), "");
        assert_eq!(said(&[2.0], Also::Both), "2 in 0");
        assert_eq!(said(&[2.0, 2.0], Also::Both), "first 2 in 0; last 2 in 1");
        assert_eq!(said(&[1.0, 3.0, 2.0], Also::Neither), "first 1 in 0; last 2 in 2");
        assert_eq!(said(&[1.0, 3.0, 2.0], Also::Highest), "first 1 in 0; highest 3 in 1; last 2 in 2");
        assert_eq!(said(&[1.0, 3.0, 2.0, 3.0], Also::Both), "first and lowest 1 in 0; last and highest 3 in 3");
        assert_eq!(said(&[3.0, 1.0, 2.0], Also::Both), "first and highest 3 in 0; lowest 1 in 1; last 2 in 2");
        assert_eq!(
            main_values(&told(&[1.0, 2.0]), Also::Highest, Lang::Lv),
            "pirmais – 1 in 0; pēdējais un augstākais – 2 in 1"
        );
    }

    #[test]
    fn a_range_names_its_ends() {
        assert_eq!(range(&told(&[2.0, 1.0, 3.0, 2.0]), Lang::En), "lowest 1 in 1; highest 3 in 2");
        assert_eq!([range(&[], Lang::En), range(&told(&[2.0]), Lang::En)], ["", "2 in 0"]);
    }

    #[test]
    fn of_a_long_list_the_rest_is_counted() {
        let items: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        assert_eq!(few(&items[..4], Lang::En), "a, b, c and d");
        assert_eq!(few(&items, Lang::En), "a, b, c and 2 more");
        assert_eq!(few(&items, Lang::Lv), "a, b, c un vēl 2");
    }
}

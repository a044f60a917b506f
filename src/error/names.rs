//! Names that are not known: the nearest of those that are, or all of them.

use super::{Error, Kind, Noun};

/// The error of a name that is not among those that are known; its way out is the nearest of them, else the whole list while it
/// is short, else `listed`: where they are to be seen.
pub(crate) fn unknown_name<'a>(
    what: Noun,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    listed: &str,
) -> Error {
    let kind = Kind::UnknownName { what, name: name.to_owned() };
    Error::new(kind).help(listed).maybe_help(suggest(name, known))
}

/// Of so many names of a kind at most the nearest is looked for, which is as many findings as are shown.
pub(crate) const SUGGESTED: usize = 50;
/// A name of more letters than people write is near to itself alone.
const LONGEST: usize = 100;
/// So many pairs of letters are compared for one name: those of 100 names of the longest, of 10 000 names of ten letters.
const PAIRS: usize = LONGEST * LONGEST * 100;

/// The known name that is nearest to `text`, if one is near enough to be what was meant; it costs no more than in proportion to the
/// letters of all, and [`PAIRS`].
pub(crate) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase();
    // a word before a colon, as of `publisher:NATO`, makes two names no nearer to each other
    let own = text.rsplit(':').next().unwrap_or_default();
    let (letters, allowed) = (text.chars().count(), (own.chars().count() / 3).max(1));
    let mut left = PAIRS;
    let mut compared = |name: &str| {
        let others = name.chars().count();
        // no name is nearer than the letters that it has more or less
        if others.abs_diff(letters) > allowed || others.max(letters) > LONGEST {
            return None;
        }
        left = left.checked_sub(letters * others)?;
        Some(strsim::osa_distance(&text, name))
    };
    let mut distance = |name: &str| match name.strip_prefix(&text) {
        Some("") => Some(0),
        // a name that goes on where the text ends is nearer than another name of that length
        Some(rest) if rest.starts_with('-') => Some(1),
        _ => compared(name),
    };
    known
        .into_iter()
        .filter_map(|name| Some((distance(&name.to_lowercase())?, name)))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The way out for a name that is not known: the nearest one, else the whole list while it is short.
pub(crate) fn suggest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(name) = nearest(text, known.iter().copied()) {
        return Some(format!("did you mean `{name}`?"));
    }
    let list = || known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match known.len() {
        1 => Some(format!("the only one is {}", list())),
        2..=24 => Some(format!("one of {}", list())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_that_was_meant() {
        let known = ["nato", "publisher:NATO", "lva-defence-2026", "lva-defence"];
        let found = |text| nearest(text, known);
        assert_eq!(found("NATO"), Some("nato"));
        assert_eq!(found("ntao"), Some("nato"));
        assert_eq!(found("lva"), Some("lva-defence-2026"));
        assert_eq!(found("lva-defense-2026"), Some("lva-defence-2026"));
        assert_eq!(found("publisher:OECD"), None);
    }

    #[test]
    fn what_nobody_writes_is_near_to_itself_alone() {
        let (short, long) = ("d".repeat(LONGEST), "d".repeat(50_000));
        let missed = |name: &str| format!("e{}", &name[1..]);
        assert_eq!(nearest(&missed(&short), [short.as_str()]), Some(short.as_str()));
        assert_eq!(nearest(&missed(&long), [long.as_str()]), None);
        assert_eq!(nearest(&long.to_uppercase(), [long.as_str()]), Some(long.as_str()));
    }

    #[test]
    fn so_many_names_are_looked_at() {
        let known = |others: usize| std::iter::repeat_n("x".repeat(LONGEST), others).chain(["d".repeat(LONGEST)]);
        let found = |others| {
            let known: Vec<String> = known(others).collect();
            nearest(&format!("e{}", "d".repeat(LONGEST - 1)), known.iter().map(String::as_str)).map(str::len)
        };
        assert_eq!([99, 100, 10_000].map(found), [Some(LONGEST), None, None]);
    }
}

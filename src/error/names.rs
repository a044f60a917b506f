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

/// The known name that is nearest to `text`, if one is near enough to be what was meant.
pub(crate) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase();
    // a word before a colon, as of `publisher:NATO`, makes two names no nearer to each other
    let own = text.rsplit(':').next().unwrap_or_default();
    let (letters, allowed) = (text.chars().count(), (own.chars().count() / 3).max(1));
    // a name that goes on where the text ends is nearer than another name of that length
    let distance = |name: &str| match name.strip_prefix(&text) {
        Some(rest) if rest.starts_with('-') => 1,
        // no name is nearer than the letters that it has more or less
        _ if name.chars().count().abs_diff(letters) > allowed => usize::MAX,
        _ => strsim::damerau_levenshtein(&text, name),
    };
    known
        .into_iter()
        .map(|name| (distance(&name.to_lowercase()), name))
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

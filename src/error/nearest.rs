//! The name that was meant: of those that are known the nearest.

/// The known name that is nearest to `text`, if one is near enough to be what was meant.
pub(crate) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase();
    // a word before a colon, as of `publisher:NATO`, makes two names no nearer to each other
    let own = text.rsplit(':').next().unwrap_or_default();
    let allowed = (own.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&text, &name.to_lowercase()), name))
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
    let list: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    match list.len() {
        1 => Some(format!("the only one is {}", list[0])),
        2..=24 => Some(format!("one of {}", list.join(", "))),
        _ => None,
    }
}

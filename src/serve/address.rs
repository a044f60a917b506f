//! The fields of an address, read and written.

use form_urlencoded::{byte_serialize, parse};

/// What a flag says that is set.
const SET: &str = "on";

/// The fields that the query of an address has, in their order; those without a value are not said, those that are a name alone are set.
///
/// ```text
/// strict&years=2026&growth=    strict=on, years=2026
/// ```
pub(super) fn fields(query: &str) -> Vec<(String, String)> {
    let said = query.split('&').flat_map(|one| {
        let set = if one.contains('=') || one.is_empty() { "" } else { SET };
        parse(one.as_bytes()).map(move |(name, value)| (name, if value.is_empty() { set.into() } else { value }))
    });
    said.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

/// The address of a path with these fields, without those that have no value.
pub(super) fn written<'f>(path: &str, fields: impl IntoIterator<Item = (&'f str, &'f str)>) -> String {
    let mut address = path.to_owned();
    let mut before = "?";
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        address.push_str(before);
        address.extend(byte_serialize(name.as_bytes()));
        address.push('=');
        address.extend(byte_serialize(value.as_bytes()));
        before = "&";
    }
    address
}

/// Fields as [`written`] takes them.
pub(super) fn pairs(fields: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

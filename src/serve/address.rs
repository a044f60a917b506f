//! The fields of an address, read and written.

use form_urlencoded::{Serializer, parse};

/// The fields that the query of an address has, in their order; those without a value are not said.
pub(super) fn fields(query: &str) -> Vec<(String, String)> {
    let said = parse(query.as_bytes()).filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

/// The address of a path with these fields.
pub(super) fn written(path: &str, fields: &[(String, String)]) -> String {
    if fields.is_empty() {
        return path.to_owned();
    }
    let mut query = Serializer::new(format!("{path}?"));
    query = Serializer::for_suffix(query.finish(), path.len() + 1);
    query.extend_pairs(fields).finish()
}
